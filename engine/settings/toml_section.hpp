// TOML that people write by hand, read strictly: every problem at once, each with file, line and character,
// the allowed values and a near guess; an unknown key is a problem.
//
//   std::vector<Problem> problems;
//   const toml::table root = parse_toml(bytes, "run.toml");     // throws a Fault for what is not TOML
//   Section report(root, "run.toml", "", problems);
//   const std::string title = report.section("report").required_text("title");
//   report.finish();                                            // unknown keys
//   throw_if_any(Cost::settings, problems);
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "calendar/date.hpp"
#include "problems/problem.hpp"

namespace eqr::settings {

// Throws problems::Fault (settings) with a hint made for the usual slips: a UTF-16 file, curly quotes, a
// Windows path in double quotes, stray carriage returns, a value without quotes.
[[nodiscard]] toml::table parse_toml(std::string_view bytes, const std::string& file);

// One table of a TOML file. Readers return what is there, or nothing (and a problem is noted) when it is of
// the wrong kind; `required_` readers note a problem when it is absent. Sections must not outlive the table.
class Section {
 public:
  Section(const toml::table& table, std::string file, std::string name,
          std::vector<problems::Problem>& problems);

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] std::vector<std::string> keys() const;

  std::optional<std::string> text(const std::string& key);
  std::string required_text(const std::string& key);
  std::optional<std::int64_t> whole_number(const std::string& key, std::int64_t least, std::int64_t most);
  std::optional<bool> yes_or_no(const std::string& key);
  std::optional<calendar::Date> date(const std::string& key);
  std::vector<std::string> texts(const std::string& key);
  // A path below the run folder, with forward slashes.
  std::optional<std::string> path(const std::string& key);
  // One of a list of words.
  std::optional<std::string> word(const std::string& key, const std::vector<std::string>& allowed);

  // A sub-table; an empty one when absent.
  Section section(const std::string& key);
  // A list of tables ([[key]]).
  std::vector<Section> sections(const std::string& key);
  // The raw value, for settings whose schema is known elsewhere; null when absent.
  const toml::node* raw(const std::string& key);

  // Notes every key that nobody asked for.
  void finish();

  void problem(const std::string& key, std::string message, std::string hint = {});
  [[nodiscard]] problems::Place place(std::string_view key = {}) const;

 private:
  const toml::node* find(const std::string& key);
  void expected(const std::string& key, const std::string& kind, const std::string& hint);

  const toml::table* m_table;
  std::string m_file;
  std::string m_name;
  std::vector<problems::Problem>* m_problems;
  std::set<std::string> m_asked;
};

}  // namespace eqr::settings
