// Which id each thing in the page has, so that no two are equal and every link inside the page arrives.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::render::html {

// The report's own ids come first and are kept where they can be; a second thing of the same id gets "-2".
// Characters other than letters, digits, dots, dashes and underscores become dashes.
class Anchors {
 public:
  // `closing_parts` are the ids of the page's own parts, to which authors may link too.
  Anchors(const report::Report& report, const std::vector<std::string>& closing_parts);

  [[nodiscard]] const std::string& of(const report::Section& section) const { return m_parts.at(&section); }
  [[nodiscard]] const std::string& of(const report::Subheading& heading) const {
    return m_parts.at(&heading);
  }
  [[nodiscard]] const std::string& table(std::size_t index) const { return m_tables.at(index); }
  [[nodiscard]] const std::string& chart(std::size_t index) const { return m_charts.at(index); }
  [[nodiscard]] const std::string& note(std::size_t index) const { return m_notes.at(index); }
  [[nodiscard]] const std::string& closing_part(std::string_view id) const {
    return m_closing_parts.find(id)->second;
  }
  [[nodiscard]] const std::string& gap(std::size_t index) const { return m_gaps.at(index); }

  // Where "#id" leads, with the id as the report's author wrote it; none if nothing has it.
  [[nodiscard]] std::optional<std::string> target(std::string_view id) const;

  // An id like `wanted` that nothing else has.
  std::string take(std::string_view wanted);
  // Likewise, and with the id's own endings taken too: of "chart" with "-title" also "chart-title".
  std::string take_with(std::string_view wanted, const std::vector<std::string>& endings);

 private:
  void walk(const std::vector<report::Section>& sections);
  std::string take_for_author(const std::string& written);

  std::set<std::string, std::less<>> m_taken;
  std::map<std::string, std::string, std::less<>> m_by_author_id;
  std::map<const void*, std::string> m_parts;
  std::map<std::string, std::string, std::less<>> m_closing_parts;
  std::vector<std::string> m_tables;
  std::vector<std::string> m_charts;
  std::vector<std::string> m_notes;
  std::vector<std::string> m_gaps;
};

}  // namespace eqr::render::html
