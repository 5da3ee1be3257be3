#include "render/web/chapters.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace eqr::render::web {
namespace {

constexpr std::size_t longest_name = 60;

// Numbered, so that a folder shows them in the order of the report.
std::string file_of(std::size_t index, const std::string& id) {
  const std::string number = std::to_string(index + 1);
  return (number.size() < 2 ? "0" : "") + number + '-' + for_file_name(id) + ".html";
}

class Gathering {
 public:
  void section(const report::Section& section) {
    const std::size_t own = m_chapters.size();
    add(ChapterKind::section, section.id, section.heading, &section);
    for (const report::Section& inner : section.sections) {
      if (inner.kind != report::Section::Kind::theme) continue;
      m_chapters[own].themes.push_back(m_chapters.size());
      add(ChapterKind::section, inner.id, inner.heading, &inner);
    }
  }

  void add(ChapterKind kind, const std::string& id, const std::string& heading,
           const report::Section* section = nullptr) {
    m_chapters.push_back({kind, section, id, file_of(m_chapters.size(), id), heading, {}});
  }

  std::vector<Chapter> finish() { return std::move(m_chapters); }

 private:
  std::vector<Chapter> m_chapters;
};

}  // namespace

std::string for_file_name(const std::string& text) {
  std::string name;
  for (const char c : text::folded(text)) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_kept) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
    if (name.size() == longest_name) break;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "part" : name;
}

std::vector<Chapter> chapters_of(const report::Report& report) {
  Gathering gathering;
  for (const report::Section& section : report.sections) gathering.section(section);
  if (!report.about.empty() || !report.shorthands.empty())
    gathering.add(ChapterKind::about, "about", "About this report");
  if (!report.notes.empty()) gathering.add(ChapterKind::notes, "notes", "Notes and definitions");
  if (!report.figures.empty())
    gathering.add(ChapterKind::figures, "figures", "Figures in the text and where they come from");
  if (!report.sources.empty()) gathering.add(ChapterKind::sources, "sources", "Sources");
  return gathering.finish();
}

}  // namespace eqr::render::web
