// theme.json: what a plugin declares of itself, read without touching its binary.
//
// It alone names the inputs a theme asks for (roles), the figures that prose may refer to and the settings a
// run file may give, so that all of these are checked before a plugin runs, and even when it fails.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "eqr/document.hpp"
#include "problems/problem.hpp"

namespace eqr::themes {

// One column of a table role.
struct RoleColumn {
  // What the whole numbers of a number column count. `none`: not a count at all (a score, a percentage).
  enum class Counting { people, things, published, none };

  std::string id;
  bool is_number = false;
  Counting counting = Counting::people;
  bool optional = false;  // may be absent from the file; themes then see empty cells

  // As the SDK and the protection of counts see it: `none` is treated as things.
  [[nodiscard]] DocumentColumn as_document_column() const;

  bool operator==(const RoleColumn&) const = default;
};

// An input the theme asks for. The run file binds it to one of the run's inputs.
struct Role {
  enum class Kind {
    people,   // bound to a people or a counted input
    figures,  // a table of named figures: id, label, value, …
    table,    // any other table, with the columns below
  };

  std::string name;
  std::string title;
  Kind kind = Kind::table;
  bool required = false;
  // Of a table: whether a row is a person (a case, an applicant), so that a number of rows is a count of
  // people; so it is taken to be unless "rows": "things" says otherwise.
  bool rows_are_people = true;
  // Of a table: its text column that names the breakdown a row belongs to (characteristic, level, …), if
  // every breakdown divides the same people. Empty for none.
  std::string breakdowns = {};
  std::vector<RoleColumn> columns;  // of a table, in the order of theme.json
  std::vector<std::string> ids;     // of figures: the ids the theme looks for; may be empty
  // Of figures: ids of numbers of people, and those who are some of them (the referred: the supported).
  std::map<std::string, std::vector<std::string>> parts = {};

  bool operator==(const Role&) const = default;
};

// A setting that a run file may give, and what it is when the run file does not.
struct SettingSchema {
  enum class Type { integer, number, text, boolean, list };  // a list holds texts

  std::string name;
  std::string title;
  Type type = Type::text;
  nlohmann::json default_value;

  [[nodiscard]] bool is_number() const { return type == Type::integer || type == Type::number; }
};

struct Manifest {
  std::string id;
  std::string version;
  std::string title;
  std::string owner;
  std::string summary;
  std::vector<Role> roles;           // in the order of theme.json, as are the lists below
  std::vector<std::string> figures;  // names and patterns
  std::vector<SettingSchema> settings;
  std::string text;  // theme.json, byte for byte

  [[nodiscard]] const Role* role(std::string_view name) const;
  [[nodiscard]] const SettingSchema* setting(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> role_names() const;

  // Whether a figure of this name (without the theme's id in front) is declared. In a pattern, {word} stands
  // for exactly one word of a name: `pledges.{area}.count` declares `pledges.housing.count`.
  [[nodiscard]] bool matches(std::string_view figure) const;
};

// Lower-case letters, digits and hyphens: ids, role names, one word of a figure name.
[[nodiscard]] bool is_word(std::string_view text);
// Such words joined by dots.
[[nodiscard]] bool is_figure_name(std::string_view text);

// Reads theme.json strictly: an unknown, missing, doubled or wrongly typed key is a problem, and all problems
// are found at once. `file` is how the user knows the file; messages read "file: inputs.staff.kind: …".
// Throws problems::Fault (Cost::settings).
[[nodiscard]] Manifest read_manifest(std::string_view text, const std::string& file);

// Where a setting stands in the run file.
using SettingPlace = std::function<problems::Place(const std::string& setting)>;

// All settings of a theme: those given in the run file, checked against the schema, and the defaults for the
// rest. What is wrong is added to `found` (unknown names with a near guess); such a setting takes its
// default.
[[nodiscard]] nlohmann::json complete_settings(const Manifest& manifest, const nlohmann::json& given,
                                               const SettingPlace& place,
                                               std::vector<problems::Problem>& found);

}  // namespace eqr::themes
