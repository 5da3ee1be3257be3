// A theme: derive from Theme, write draft(), put EQR_THEME(YourClass) at the end of one source file.
//
//   class Veterans final : public eqr::Theme {
//    public:
//     eqr::Draft draft(const eqr::Context& context) const override;
//   };
//   EQR_THEME(Veterans)
//
// draft() is a pure function: the same context gives the same draft. It runs in a worker process with
// limits on memory and time, without network and without files. Id, title, owner, input roles, figure names
// and settings are declared in theme.json, which the build embeds in the plugin.
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "eqr/document.hpp"
#include "eqr/draft.hpp"
#include "eqr/draft_json.hpp"
#include "eqr/plugin.h"

namespace eqr {

// Throw this when an input or a setting does not allow the theme to go on; its text reaches the owner.
class ThemeFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One published group of a characteristic.
struct Group {
  std::string id;
  std::string label;
  bool undeclared = false;  // "not stated" or "prefer not to say": outside every "of declared" percentage
};

// What a people or counted input is broken down by: a characteristic (sex, ethnicity, age band) or another
// column that the codebook lists (grade).
struct Characteristic {
  std::string id;
  std::string title;              // "Ethnicity"
  std::vector<Group> groups;      // leaf groups: every person is in exactly one
  std::vector<Group> aggregates;  // named unions of leaf groups, such as `minority`

  [[nodiscard]] std::vector<std::string> declared_groups() const { return ids(false); }
  [[nodiscard]] std::vector<std::string> undeclared_groups() const { return ids(true); }
  // Leaf or aggregate.
  [[nodiscard]] bool has(std::string_view group) const { return find(group) != nullptr; }
  [[nodiscard]] const Group* find(std::string_view group) const {
    for (const auto* list : {&groups, &aggregates}) {
      for (const Group& candidate : *list) {
        if (candidate.id == group) return &candidate;
      }
    }
    return nullptr;
  }

 private:
  [[nodiscard]] std::vector<std::string> ids(bool undeclared) const {
    std::vector<std::string> found;
    for (const Group& group : groups) {
      if (group.undeclared == undeclared) found.push_back(group.id);
    }
    return found;
  }
};

// What a theme may know of a people or counted input: how it can be broken down, and whether last year is
// there. Never a record and never a count.
struct PeopleInput {
  std::vector<Characteristic> characteristics;
  bool has_last_year = false;
  bool has_pay = false;     // hourly pay is there, so the pay gap can be asked for
  bool is_counted = false;  // figures that arrived already counted: some questions stay without an answer
  bool has_bonus = false;   // bonus pay of the 12 months to the snapshot is there

  [[nodiscard]] const Characteristic* find(std::string_view id) const {
    for (const Characteristic& characteristic : characteristics) {
      if (characteristic.id == id) return &characteristic;
    }
    return nullptr;
  }
};

// All that a theme is given.
class Context {
 public:
  std::string theme;                                   // the id under which the run file uses the plugin
  std::string organisation;                            // "Hertfordshire County Council"
  std::string period;                                  // "2017/18"
  std::string snapshot;                                // "31 March 2018"
  std::string last_snapshot;                           // "31 March 2017"; empty when no input has last year
  nlohmann::json settings = nlohmann::json::object();  // complete: defaults of theme.json are filled in
  std::map<std::string, PeopleInput> people_inputs;    // by role; a role that is not bound is absent
  std::map<std::string, Document> documents;           // by role; absent if not bound or faulty

  [[nodiscard]] const PeopleInput* people(const std::string& role) const {
    const auto found = people_inputs.find(role);
    return found == people_inputs.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const Document* document(const std::string& role) const {
    const auto found = documents.find(role);
    return found == documents.end() ? nullptr : &found->second;
  }
};

class Theme {
 public:
  Theme() = default;
  Theme(const Theme&) = delete;
  Theme& operator=(const Theme&) = delete;
  virtual ~Theme() = default;

  // Throws ThemeFault when it cannot go on; any other exception is reported as a fault of the theme.
  [[nodiscard]] virtual Draft draft(const Context& context) const = 0;
};

[[nodiscard]] inline nlohmann::json to_json(const Context& context) {
  using detail::Json;
  constexpr std::array<std::string_view, 3> counts_words = {"people", "things", "published"};
  const auto groups_json = [](const std::vector<Group>& groups) {
    Json list = Json::array();
    for (const Group& group : groups) {
      list.push_back({{"id", group.id}, {"label", group.label}, {"undeclared", group.undeclared}});
    }
    return list;
  };
  Json inputs = Json::object(), documents = Json::object();
  for (const auto& [role, input] : context.people_inputs) {
    Json characteristics = Json::array();
    for (const Characteristic& characteristic : input.characteristics) {
      characteristics.push_back({{"id", characteristic.id},
                                 {"title", characteristic.title},
                                 {"groups", groups_json(characteristic.groups)},
                                 {"aggregates", groups_json(characteristic.aggregates)}});
    }
    inputs[role] = {{"characteristics", std::move(characteristics)},
                    {"has_last_year", input.has_last_year},
                    {"has_pay", input.has_pay},
                    {"is_counted", input.is_counted},
                    {"has_bonus", input.has_bonus}};
  }
  for (const auto& [role, document] : context.documents) {
    Json columns = Json::array();
    for (const DocumentColumn& column : document.columns()) {
      columns.push_back({{"id", column.id},
                         {"is_number", column.is_number},
                         {"counts", counts_words.at(static_cast<std::size_t>(column.counts))}});
    }
    documents[role] = {{"columns", std::move(columns)}, {"rows", document.raw_rows()}};
  }
  return {{"theme", context.theme},
          {"organisation", context.organisation},
          {"period", context.period},
          {"snapshot", context.snapshot},
          {"last_snapshot", context.last_snapshot},
          {"settings", context.settings},
          {"people", std::move(inputs)},
          {"documents", std::move(documents)}};
}

[[nodiscard]] inline Context context_from_json(const nlohmann::json& request) {
  using detail::Json;
  const auto groups_of = [](const Json& list) {
    std::vector<Group> groups;
    for (const Json& group : list) {
      groups.push_back({group.at("id").get<std::string>(), group.at("label").get<std::string>(),
                        group.at("undeclared").get<bool>()});
    }
    return groups;
  };
  Context context;
  context.theme = request.at("theme").get<std::string>();
  context.organisation = request.at("organisation").get<std::string>();
  context.period = request.at("period").get<std::string>();
  context.snapshot = request.at("snapshot").get<std::string>();
  context.last_snapshot = request.at("last_snapshot").get<std::string>();
  context.settings = request.at("settings");
  for (const auto& [role, written] : request.at("people").items()) {
    PeopleInput input;
    input.has_last_year = written.at("has_last_year").get<bool>();
    input.has_pay = written.at("has_pay").get<bool>();
    input.is_counted = written.at("is_counted").get<bool>();
    input.has_bonus = written.at("has_bonus").get<bool>();
    for (const Json& entry : written.at("characteristics")) {
      input.characteristics.push_back({entry.at("id").get<std::string>(),
                                       entry.at("title").get<std::string>(), groups_of(entry.at("groups")),
                                       groups_of(entry.at("aggregates"))});
    }
    context.people_inputs.emplace(role, std::move(input));
  }
  for (const auto& [role, written] : request.at("documents").items()) {
    std::vector<DocumentColumn> columns;
    for (const Json& column : written.at("columns")) {
      const auto word = column.at("counts").get<std::string>();
      columns.push_back({column.at("id").get<std::string>(), column.at("is_number").get<bool>(),
                         word == "things"      ? Counts::things
                         : word == "published" ? Counts::published
                                               : Counts::people});
    }
    context.documents.emplace(
        role,
        Document(role, std::move(columns), written.at("rows").get<std::vector<std::vector<std::string>>>()));
  }
  return context;
}

namespace detail {

inline eqr_view view(std::string_view text) {
  return {text.data(), text.size()};
}

// Runs one theme for one request. Nothing leaves it but a status: this is the wall that exceptions stop at.
template <typename ThemeType>
eqr_status answer(const eqr_host* host, eqr_view request) noexcept {
  try {
    const Context context = context_from_json(Json::parse(std::string_view(request.data, request.size)));
    const std::string delivered = to_json(ThemeType().draft(context)).dump();
    return host->deliver(host->context, view(delivered));
  } catch (const ThemeFault& fault) {
    host->fail(host->context, view(fault.what()));
    return EQR_E_INPUT;
  } catch (const std::bad_alloc&) {
    host->fail(host->context, view("out of memory"));
    return EQR_E_MEMORY;
  } catch (const std::exception& fault) {
    host->fail(host->context, view(fault.what()));
    return EQR_E_THEME;
  } catch (...) {
    host->fail(host->context, view("an exception that is not a std::exception"));
    return EQR_E_THEME;
  }
}

}  // namespace detail
}  // namespace eqr

// The plugin's one exported symbol. eqr_add_theme() defines the four texts from theme.json; EQR_MANIFEST is
// the name of a header it generates, holding the manifest as a string literal.
#ifdef EQR_MANIFEST
#include EQR_MANIFEST
#define EQR_THEME(ThemeType)                                   \
  extern "C" const eqr_plugin eqr_plugin_v1 = {                \
      EQR_MAGIC,        sizeof(eqr_plugin), EQR_ABI_MAJOR,     \
      EQR_TARGET_MINOR, eqr_theme_id,       eqr_theme_version, \
      EQR_SDK_VERSION,  eqr_theme_manifest, &eqr::detail::answer<ThemeType>};
#else
// Compiled without eqr_add_theme(), as a unit test of the theme does: nothing is exported.
#define EQR_THEME(ThemeType) static_assert(sizeof(ThemeType) > 0);
#endif
