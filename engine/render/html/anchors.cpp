#include "render/html/anchors.hpp"

#include <algorithm>

namespace eqr::render::html {
namespace {

bool fit_for_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string made_fit(std::string_view wanted) {
  std::string id;
  for (const char c : wanted) id += fit_for_id(c) ? c : '-';
  return id.empty() ? "part" : id;
}

}  // namespace

Anchors::Anchors(const report::Report& report, const std::vector<std::string>& closing_parts) {
  // The template's skeleton uses these two.
  m_taken = {"main", "contents"};
  walk(report.sections);
  for (const std::string& id : closing_parts) m_closing_parts[id] = take_for_author(id);
  for (const report::Table& table : report.tables) m_tables.push_back(take_for_author(table.id));
  for (const report::Chart& chart : report.charts) m_charts.push_back(take_for_author(chart.id));
  for (std::size_t i = 1; i <= report.notes.size(); ++i) {
    m_notes.push_back(take_for_author("note-" + std::to_string(i)));
  }
  for (std::size_t i = 1; i <= report.gaps.size(); ++i) m_gaps.push_back(take("gap-" + std::to_string(i)));
}

void Anchors::walk(const std::vector<report::Section>& sections) {
  for (const report::Section& section : sections) {
    m_parts[&section] = take_for_author(section.id);
    for (const report::Block& block : section.blocks) {
      if (const auto* heading = std::get_if<report::Subheading>(&block)) {
        m_parts[heading] = take_for_author(heading->id.empty() ? heading->text : heading->id);
      }
    }
    walk(section.sections);
  }
}

std::string Anchors::take_for_author(const std::string& written) {
  std::string id = take(written);
  m_by_author_id.emplace(written, id);
  return id;
}

std::optional<std::string> Anchors::target(std::string_view id) const {
  const auto found = m_by_author_id.find(id);
  if (found == m_by_author_id.end()) return std::nullopt;
  return found->second;
}

std::string Anchors::take_with(std::string_view wanted, const std::vector<std::string>& endings) {
  const std::string first = made_fit(wanted);
  std::string id = first;
  const auto taken = [&](const std::string& ending) { return m_taken.contains(id + ending); };
  for (int copy = 2; m_taken.contains(id) || std::ranges::any_of(endings, taken); ++copy) {
    id = first + '-' + std::to_string(copy);
  }
  m_taken.insert(id);
  for (const std::string& ending : endings) m_taken.insert(id + ending);
  return id;
}

std::string Anchors::take(std::string_view wanted) {
  const std::string first = made_fit(wanted);
  std::string id = first;
  for (int copy = 2; !m_taken.insert(id).second; ++copy) id = first + '-' + std::to_string(copy);
  return id;
}

}  // namespace eqr::render::html
