#include "settings/toml_section.hpp"

#include <sstream>
#include <utility>

#include "text/words.hpp"

namespace eqr::settings {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Place;
using problems::Problem;

const toml::table no_keys;

std::string line_of(std::string_view bytes, std::size_t line) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line; ++i) {
    const std::size_t end = bytes.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  return std::string(bytes.substr(begin, bytes.find('\n', begin) - begin));
}

bool has_curly_quote(std::string_view line) {
  for (const std::string_view quote : {"\u201C", "\u201D", "\u2018", "\u2019"}) {
    if (line.find(quote) != std::string_view::npos) return true;
  }
  return false;
}

std::string hint_for(std::string_view line) {
  if (has_curly_quote(line)) {
    return "the line has curly quotes, as a word processor makes them; type straight quotes: \"…\"";
  }
  const bool windows_path =
      line.find('\\') != std::string_view::npos && line.find('"') != std::string_view::npos;
  if (windows_path)
    return "in double quotes a backslash begins an escape; write paths with forward slashes: "
           "\"hr/staff.csv\"";
  const std::size_t carriage = line.find('\r');
  if (carriage != std::string_view::npos && carriage + 1 < line.size()) {
    return "the line has a stray carriage return; save the file with LF or CRLF line ends";
  }
  const std::size_t equals = line.find('=');
  const std::string_view value =
      equals == std::string_view::npos ? std::string_view{} : text::trimmed(line.substr(equals + 1));
  if (!value.empty() && (value.front() >= 'A' && value.front() <= 'z')) {
    return "text values stand in double quotes: key = \"value\"";
  }
  return "a line is `key = value`, `[section]`, `[[list]]` or a comment that begins with #";
}

std::size_t shown(toml::source_index position) {
  return static_cast<std::size_t>(position);
}

}  // namespace

toml::table parse_toml(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    throw Fault(Cost::settings, Problem{{file, 1, 0, ""},
                                        "the file is in UTF-16 (it begins with that byte order mark)",
                                        "save it as UTF-8: in Notepad, Save as, Encoding: UTF-8"});
  }
  if (!text::is_utf8(bytes)) {
    throw Fault(Cost::settings, Problem{{file, 0, 0, ""},
                                        "the file is not in UTF-8",
                                        "save it as UTF-8: in Notepad, Save as, Encoding: UTF-8"});
  }
  // A UTF-8 byte order mark does no harm here.
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  try {
    return toml::parse(bytes, std::string_view(file));
  } catch (const toml::parse_error& error) {
    const auto begin = error.source().begin;
    throw Fault(Cost::settings, Problem{{file, shown(begin.line), shown(begin.column), ""},
                                        std::string(error.description()),
                                        hint_for(line_of(bytes, begin.line))});
  }
}

Section::Section(const toml::table& table, std::string file, std::string name, std::vector<Problem>& problems)
    : m_table(&table), m_file(std::move(file)), m_name(std::move(name)), m_problems(&problems) {}

bool Section::has(std::string_view key) const {
  return m_table->contains(key);
}

std::vector<std::string> Section::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, value] : *m_table) names.emplace_back(key.str());
  return names;
}

const toml::node* Section::find(const std::string& key) {
  m_asked.insert(key);
  return m_table->get(key);
}

Place Section::place(std::string_view key) const {
  const toml::node* node = key.empty() ? nullptr : m_table->get(key);
  const auto begin = node == nullptr ? m_table->source().begin : node->source().begin;
  return {m_file, shown(begin.line), shown(begin.column), ""};
}

void Section::problem(const std::string& key, std::string message, std::string hint) {
  m_problems->push_back({place(key), std::move(message), std::move(hint)});
}

void Section::expected(const std::string& key, const std::string& kind, const std::string& hint) {
  problem(key, "\"" + key + "\" has to be " + kind, hint);
}

std::optional<std::string> Section::text(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<std::string>();
  if (!value) {
    expected(key, "text", key + " = \"…\"");
    return std::nullopt;
  }
  if (!text::is_printable(*value))
    problem(key, "\"" + key + "\" " + std::string(text::unprintable_message),
            std::string(text::unprintable_hint));
  return std::string(text::trimmed(*value));
}

std::string Section::required_text(const std::string& key) {
  const auto value = text(key);
  if (value && !value->empty()) return *value;
  if (value) {
    problem(key, "\"" + key + "\" is empty");
  } else if (!has(key)) {
    problem("", "\"" + key + "\" is missing" + (m_name.empty() ? "" : " in [" + m_name + "]"),
            "add " + key + " = \"…\"");
  }
  return {};
}

std::optional<std::int64_t> Section::whole_number(const std::string& key, std::int64_t least,
                                                  std::int64_t most) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<std::int64_t>();
  if (value && *value >= least && *value <= most) return value;
  expected(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most),
           "numbers stand without quotes: " + key + " = " + std::to_string(least));
  return std::nullopt;
}

std::optional<bool> Section::yes_or_no(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<bool>();
  if (!value) expected(key, "true or false", "without quotes: " + key + " = true");
  return value;
}

std::optional<calendar::Date> Section::date(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<toml::date>()) {
    const calendar::Date date{std::chrono::year{value->year}, std::chrono::month{value->month},
                              std::chrono::day{value->day}};
    if (date.ok()) return date;
  }
  if (const auto written = node->value_exact<std::string>()) {
    if (const auto date = calendar::parse_date(*written)) return date;
  }
  expected(key, "a date", "year-month-day without quotes: " + key + " = 2018-03-31");
  return std::nullopt;
}

std::vector<std::string> Section::texts(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  std::vector<std::string> values;
  const toml::array* list = node->as_array();
  if (list != nullptr) {
    for (const toml::node& entry : *list) {
      if (const auto value = entry.value_exact<std::string>()) values.push_back(*value);
    }
  }
  if (list == nullptr || values.size() != list->size()) {
    expected(key, "a list of texts", key + " = [\"…\", \"…\"]");
    return {};
  }
  return values;
}

std::optional<std::string> Section::path(const std::string& key) {
  auto value = text(key);
  if (!value) return std::nullopt;
  if (value->empty()) {
    problem(key, "\"" + key + "\" is empty");
    return std::nullopt;
  }
  if (value->find('\\') != std::string::npos || (value->size() > 1 && (*value)[1] == ':')) {
    problem(key, "\"" + key + "\" is written as a Windows path",
            "name the file relative to the run file, with forward slashes: " + key + " = \"hr/staff.csv\"");
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> Section::word(const std::string& key, const std::vector<std::string>& allowed) {
  auto value = text(key);
  if (!value) return std::nullopt;
  for (const std::string& candidate : allowed) {
    if (*value == candidate) return value;
  }
  problem(key, "\"" + key + "\" cannot be \"" + *value + '"', text::suggestion(*value, allowed));
  return std::nullopt;
}

Section Section::section(const std::string& key) {
  const std::string name = m_name.empty() ? key : m_name + "." + key;
  const toml::node* node = find(key);
  if (node == nullptr) return {no_keys, m_file, name, *m_problems};
  if (const toml::table* table = node->as_table()) return {*table, m_file, name, *m_problems};
  expected(key, "a section", "[" + name + "] on a line of its own, its keys below");
  return {no_keys, m_file, name, *m_problems};
}

std::vector<Section> Section::sections(const std::string& key) {
  const std::string name = m_name.empty() ? key : m_name + "." + key;
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  std::vector<Section> found;
  const toml::array* list = node->as_array();
  if (list != nullptr) {
    for (const toml::node& entry : *list) {
      if (const toml::table* table = entry.as_table()) found.emplace_back(*table, m_file, name, *m_problems);
    }
  }
  if (list == nullptr || found.size() != list->size()) {
    expected(key, "a list of sections", "[[" + name + "]] before each");
  }
  return found;
}

const toml::node* Section::raw(const std::string& key) {
  return find(key);
}

void Section::finish() {
  const std::vector<std::string> known(m_asked.begin(), m_asked.end());
  for (const auto& [key, value] : *m_table) {
    const std::string name(key.str());
    if (m_asked.contains(name)) continue;
    const auto begin = key.source().begin;
    m_problems->push_back({{m_file, shown(begin.line), shown(begin.column), ""},
                           "unknown key \"" + name + '"' + (m_name.empty() ? "" : " in [" + m_name + "]"),
                           text::suggestion(name, known)});
  }
}

}  // namespace eqr::settings
