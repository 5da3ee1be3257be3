// Reads theme.json: everything wrong with it in one look.
#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <utility>

#include "text/words.hpp"
#include "themes/file_problem.hpp"
#include "themes/manifest.hpp"
#include "themes/setting_value.hpp"
#include "themes/strict_json.hpp"

namespace eqr::themes {
namespace {

// Keeps the order of the file: roles and columns are listed to the user as their author wrote them.
using Json = nlohmann::ordered_json;
using problems::Place;
using problems::Problem;

constexpr std::size_t largest_manifest = 65'536;

class ManifestReader {
 public:
  explicit ManifestReader(std::string file) : m_file(std::move(file)) {}

  Manifest read(std::string_view text);

 private:
  void wrong(const std::string& path, const std::string& message, std::string hint = {}) {
    m_found.push_back(file_problem(m_file, path.empty() ? message : path + ": " + message, std::move(hint)));
  }
  void stop_if_wrong() { problems::throw_if_any(problems::Cost::settings, std::move(m_found)); }

  Json parse(std::string_view text);
  void not_json(std::string_view text, const JsonFault& fault);
  bool object(const Json& value, const std::string& path, std::initializer_list<std::string_view> keys);
  const Json* member(const Json& object, const std::string& path, const std::string& key, bool needed);
  std::string words(const Json& object, const std::string& path, const std::string& key);
  bool flag(const Json& object, const std::string& path, const std::string& key, bool needed);
  std::vector<std::string> list(const Json& object, const std::string& path, const std::string& key,
                                bool needed);
  template <typename Value, std::size_t size>
  std::optional<Value> choice(const Json& object, const std::string& path, const std::string& key,
                              const std::array<std::pair<std::string_view, Value>, size>& choices,
                              const std::string& what);

  void read_role(Manifest& manifest, const std::string& name, const Json& written);
  void read_columns(Role& role, const Json& written, const std::string& path);
  void read_parts(Role& role, const Json& written, const std::string& path);
  void read_figures(Manifest& manifest, const Json& written);
  void read_setting(Manifest& manifest, const std::string& name, const Json& written);

  std::string m_file;
  std::vector<Problem> m_found;
};

std::string under(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

// ---- the parts of JSON ----

void ManifestReader::not_json(std::string_view text, const JsonFault& fault) {
  if (fault.byte == 0) return wrong("", fault.what());
  const std::string_view before = text.substr(0, std::min(text.size(), fault.byte - 1));
  const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
  const std::size_t line_end = before.rfind('\n');
  const std::size_t line_start = line_end == std::string_view::npos ? 0 : line_end + 1;
  Problem problem = file_problem(
      m_file, fault.what(), "look for a missing or surplus comma, quotation mark or bracket just before");
  problem.place.line = line;
  problem.place.character = before.size() - line_start + 1;
  m_found.push_back(std::move(problem));
}

Json ManifestReader::parse(std::string_view text) {
  if (text.size() > largest_manifest) wrong("", "the file is larger than 65,536 bytes");
  if (!text::is_utf8(text)) wrong("", "the file is not UTF-8 text");
  stop_if_wrong();
  try {
    return parse_strictly<Json>(text);
  } catch (const JsonFault& fault) {
    not_json(text, fault);
  }
  stop_if_wrong();
  return {};
}

bool ManifestReader::object(const Json& value, const std::string& path,
                            std::initializer_list<std::string_view> keys) {
  if (!value.is_object()) {
    wrong(path, "an object, { … }, is expected here");
    return false;
  }
  const std::vector<std::string> known(keys.begin(), keys.end());
  for (const auto& [key, ignored] : value.items()) {
    if (known.empty() || std::ranges::find(known, key) != known.end()) continue;
    wrong(path, "unknown key \"" + key + "\"", text::suggestion(key, known));
  }
  return true;
}

const Json* ManifestReader::member(const Json& object, const std::string& path, const std::string& key,
                                   bool needed) {
  const auto found = object.find(key);
  if (found != object.end()) return &*found;
  if (needed) wrong(path, "\"" + key + "\" is missing");
  return nullptr;
}

std::string ManifestReader::words(const Json& object, const std::string& path, const std::string& key) {
  const Json* value = member(object, path, key, true);
  if (value == nullptr) return {};
  if (!value->is_string() || text::trimmed(value->get_ref<const std::string&>()).empty()) {
    wrong(under(path, key), "text is expected here, and not an empty one");
    return {};
  }
  return value->get<std::string>();
}

bool ManifestReader::flag(const Json& object, const std::string& path, const std::string& key, bool needed) {
  const Json* value = member(object, path, key, needed);
  if (value == nullptr) return false;
  if (!value->is_boolean()) {
    wrong(under(path, key), "true or false is expected here");
    return false;
  }
  return value->get<bool>();
}

std::vector<std::string> ManifestReader::list(const Json& object, const std::string& path,
                                              const std::string& key, bool needed) {
  const Json* value = member(object, path, key, needed);
  if (value == nullptr) return {};
  std::vector<std::string> read;
  const bool texts =
      value->is_array() && std::ranges::all_of(*value, [](const Json& entry) { return entry.is_string(); });
  if (!texts) {
    wrong(under(path, key), "a list of texts, [ \"…\" ], is expected here");
    return read;
  }
  for (const Json& entry : *value) {
    const auto word = entry.get<std::string>();
    if (std::ranges::find(read, word) != read.end()) {
      wrong(under(path, key), "\"" + word + "\" is listed twice");
    } else {
      read.push_back(word);
    }
  }
  return read;
}

template <typename Value, std::size_t size>
std::optional<Value> ManifestReader::choice(
    const Json& object, const std::string& path, const std::string& key,
    const std::array<std::pair<std::string_view, Value>, size>& choices, const std::string& what) {
  const std::string written = words(object, path, key);
  if (written.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) {
    if (name == written) return value;
    names.emplace_back(name);
  }
  wrong(under(path, key), "\"" + written + "\" is not " + what, text::suggestion(written, names));
  return std::nullopt;
}

// ---- the parts of a manifest ----

constexpr std::array<std::pair<std::string_view, Role::Kind>, 3> role_kinds = {
    {{"people", Role::Kind::people}, {"figures", Role::Kind::figures}, {"table", Role::Kind::table}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> column_types = {
    {{"text", false}, {"number", true}}};
constexpr std::array<std::pair<std::string_view, RoleColumn::Counting>, 4> countings = {
    {{"people", RoleColumn::Counting::people},
     {"things", RoleColumn::Counting::things},
     {"published", RoleColumn::Counting::published},
     {"none", RoleColumn::Counting::none}}};

constexpr std::array<std::pair<std::string_view, bool>, 2> row_kinds = {
    {{"people", false}, {"things", true}}};

void ManifestReader::read_columns(Role& role, const Json& written, const std::string& path) {
  if (!object(written, path, {})) return;
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  for (const auto& [id, entry] : written.items()) {
    const std::string place = under(path, id);
    if (id.empty() || id.find_first_not_of(letters) != std::string::npos) {
      wrong(place, "a column's id is made of a-z, 0-9, hyphens and underscores");
    }
    if (!object(entry, place, {"type", "counts", "optional"})) continue;
    RoleColumn column;
    column.id = id;
    column.optional = flag(entry, place, "optional", false);
    const auto is_number = choice(entry, place, "type", column_types, "a type of column");
    if (!is_number) continue;
    column.is_number = *is_number;
    if (column.is_number) {
      const auto counting = choice(entry, place, "counts", countings, "something that a column counts");
      column.counting = counting.value_or(RoleColumn::Counting::people);
    } else if (entry.contains("counts")) {
      wrong(place, "a text column counts nothing", "leave \"counts\" out, or make it a number column");
    }
    role.columns.push_back(std::move(column));
  }
  if (written.empty()) wrong(path, "a table needs at least one column");
}

void ManifestReader::read_parts(Role& role, const Json& written, const std::string& path) {
  if (!written.contains("parts")) return;
  const std::string place = under(path, "parts");
  if (role.kind != Role::Kind::figures) {
    wrong(path, "only an input of the kind \"figures\" says which are parts of others");
    return;
  }
  const Json& parts = written.at("parts");
  if (!object(parts, place, {})) return;
  const auto check = [&](const std::string& id) {
    if (std::ranges::find(role.ids, id) == role.ids.end())
      wrong(place, "\"" + id + "\" is none of the ids of this input", text::suggestion(id, role.ids));
  };
  for (const auto& [whole, ids] : parts.items()) {
    check(whole);
    role.parts[whole] = list(parts, place, whole, true);
    for (const std::string& id : role.parts[whole]) check(id);
  }
}

void ManifestReader::read_role(Manifest& manifest, const std::string& name, const Json& written) {
  const std::string path = under("inputs", name);
  if (!is_word(name)) wrong(path, "the name of an input is made of a-z, 0-9 and hyphens");
  if (!object(written, path, {"title", "kind", "required", "rows", "breakdowns", "columns", "ids", "parts"}))
    return;
  Role role;
  role.name = name;
  role.title = words(written, path, "title");
  role.required = flag(written, path, "required", true);
  const auto kind = choice(written, path, "kind", role_kinds, "a kind of input");
  if (!kind) return;
  role.kind = *kind;
  const bool table = role.kind == Role::Kind::table;
  if (written.contains("rows")) {
    if (!table) wrong(path, "only an input of the kind \"table\" says what its rows are");
    const auto rows_are_things = choice(written, path, "rows", row_kinds, "something that a row is");
    role.rows_are_people = !rows_are_things.value_or(false);
  }
  if (const Json* columns = member(written, path, "columns", table)) {
    if (table) {
      read_columns(role, *columns, under(path, "columns"));
    } else {
      wrong(path, "only an input of the kind \"table\" declares columns");
    }
  }
  if (written.contains("breakdowns")) {
    role.breakdowns = words(written, path, "breakdowns");
    const auto column = std::ranges::find(role.columns, role.breakdowns, &RoleColumn::id);
    if (!role.breakdowns.empty() && (column == role.columns.end() || column->is_number)) {
      wrong(under(path, "breakdowns"), "\"" + role.breakdowns + "\" is no text column of this input",
            "name the column that says by what a row's people are broken down");
    }
  }
  role.ids = list(written, path, "ids", false);
  if (written.contains("ids") && role.kind != Role::Kind::figures) {
    wrong(path, "only an input of the kind \"figures\" lists ids");
  }
  for (const std::string& id : role.ids) {
    if (!is_word(id)) wrong(under(path, "ids"), "\"" + id + "\": an id is made of a-z, 0-9 and hyphens");
  }
  read_parts(role, written, path);
  manifest.roles.push_back(std::move(role));
}

void ManifestReader::read_figures(Manifest& manifest, const Json& written) {
  manifest.figures = list(written, "", "figures", true);
  for (const std::string& pattern : manifest.figures) {
    // Without its braces a pattern is a name.
    std::string name = pattern;
    std::erase_if(name, [](char c) { return c == '{' || c == '}'; });
    bool balanced = is_figure_name(name);
    for (std::size_t start = 0; balanced && start <= pattern.size();) {
      const std::size_t dot = std::min(pattern.find('.', start), pattern.size());
      const std::string_view part = std::string_view(pattern).substr(start, dot - start);
      const bool whole =
          part.starts_with('{') && part.ends_with('}') && is_word(part.substr(1, part.size() - 2));
      balanced = whole || is_word(part);
      start = dot + 1;
    }
    if (!balanced) {
      wrong("figures", "\"" + pattern + "\" is neither the name nor the pattern of a figure",
            "write words of a-z, 0-9 and hyphens joined by dots; {word} stands for any one word");
    }
  }
}

void ManifestReader::read_setting(Manifest& manifest, const std::string& name, const Json& written) {
  const std::string path = under("settings", name);
  if (!is_word(name)) wrong(path, "the name of a setting is made of a-z, 0-9 and hyphens");
  if (!object(written, path, {"type", "default", "title"})) return;
  SettingSchema schema;
  schema.name = name;
  schema.title = words(written, path, "title");
  const auto type = choice(written, path, "type", setting_types, "a type of setting");
  const Json* value = member(written, path, "default", true);
  if (!type || value == nullptr) return;
  schema.type = *type;
  schema.default_value = nlohmann::json(*value);
  if (!setting_fits(schema.type, schema.default_value)) {
    wrong(under(path, "default"), std::string(setting_in_words(schema.type)) + " is expected here");
  }
  manifest.settings.push_back(std::move(schema));
}

Manifest ManifestReader::read(std::string_view text) {
  const Json whole = parse(text);
  stop_if_wrong();
  Manifest manifest;
  manifest.text = text;
  if (object(whole, "", {"id", "version", "title", "owner", "summary", "inputs", "figures", "settings"})) {
    manifest.id = words(whole, "", "id");
    if (!manifest.id.empty() && !is_word(manifest.id)) wrong("id", "an id is made of a-z, 0-9 and hyphens");
    manifest.version = words(whole, "", "version");
    if (!manifest.version.empty() && !is_version(manifest.version)) {
      wrong("version", "a version reads like 1.0.0: three whole numbers with dots between");
    }
    manifest.title = words(whole, "", "title");
    manifest.owner = words(whole, "", "owner");
    manifest.summary = words(whole, "", "summary");
    if (const Json* roles = member(whole, "", "inputs", true); roles && object(*roles, "inputs", {})) {
      for (const auto& [name, written] : roles->items()) read_role(manifest, name, written);
    }
    read_figures(manifest, whole);
    if (const Json* all = member(whole, "", "settings", true); all && object(*all, "settings", {})) {
      for (const auto& [name, written] : all->items()) read_setting(manifest, name, written);
    }
  }
  stop_if_wrong();
  return manifest;
}

}  // namespace

Manifest read_manifest(std::string_view text, const std::string& file) {
  return ManifestReader(file).read(text);
}

}  // namespace eqr::themes
