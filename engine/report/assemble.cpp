#include "report/assemble.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "report/accessibility.hpp"
#include "report/registers.hpp"
#include "report/values.hpp"
#include "text/words.hpp"

namespace eqr::report {
namespace {

class Assembly {
 public:
  Assembly(const Template& report_template, const Material& material, const measures::Inputs& inputs,
           const measures::Evaluator& evaluator)
      : m_template(report_template),
        m_material(material),
        m_report(material.front),
        m_registers(material, inputs, evaluator, m_report) {}

  Report put_together() {
    for (const TemplateSection& planned : m_template.sections) add(section(planned), m_report.sections);
    add_unplaced();
    add_accessibility();
    for (const eqr::Figure& fact : m_material.facts.draft.figures)
      (void)m_registers.figure("facts." + fact.name);
    m_report.shorthands = m_registers.shorthands();
    return std::move(m_report);
  }

 private:
  // An empty section is left out, so that a template serves bodies that have less to tell.
  static void add(Section made, std::vector<Section>& sections) {
    if (!made.blocks.empty() || !made.sections.empty()) sections.push_back(std::move(made));
  }

  Section section(const TemplateSection& planned) {
    Section made;
    made.id = planned.id;
    made.heading = m_template.wording.headings.at(planned.id);
    made.kind = planned.kind;
    if (const auto outcomes = m_template.wording.outcomes.find(planned.id);
        outcomes != m_template.wording.outcomes.end()) {
      made.outcomes = outcomes->second;
    }
    for (const std::string& name : planned.key_figures) {
      if (const auto index = m_registers.figure(name)) made.key_figures.push_back(*index);
    }
    for (const std::string& id : planned.narratives) narrative(id, made);
    for (const std::string& part : planned.parts) {
      const std::size_t colon = part.find(':');
      theme_part(part.substr(0, colon), part.substr(colon + 1), made);
    }
    for (const TemplateSection& inner : planned.sections) add(section(inner), made.sections);
    return made;
  }

  // ---- narratives ----

  void narrative(const std::string& id, Section& made) {
    const auto asked = m_material.narratives.find(id);
    if (asked == m_material.narratives.end()) return;
    const NarrativeMaterial& material = asked->second;
    if (!material.narrative) {
      gap({"Text: " + made.heading, material.missing_because, material.owner, material.due}, made);
      return;
    }
    for (const NarrativeBlock& block : material.narrative->blocks) {
      if (block.image) {
        picture(block, material, made);
      } else {
        text_block(block, made);
      }
    }
  }

  void picture(const NarrativeBlock& block, const NarrativeMaterial& narrative, Section& made) {
    const PictureMaterial& material = m_material.pictures.at(block.image->file);
    if (!material.image) return gap(gap_of(*block.image, material, narrative), made);
    const auto known = std::ranges::find_if(m_report.images, [&](const Image& image) {
      return image.file == block.image->file && image.alternative == block.image->alternative;
    });
    const auto index = static_cast<std::size_t>(known - m_report.images.begin());
    if (known == m_report.images.end()) {
      m_report.images.push_back(*material.image);
      m_report.images.back().alternative = block.image->alternative;
    }
    made.blocks.emplace_back(ImageBlock{index, inlines(block.items.front())});
  }

  void text_block(const NarrativeBlock& block, Section& made) {
    if (block.kind == NarrativeBlock::Kind::paragraph) {
      made.blocks.emplace_back(Paragraph{inlines(block.items.front())});
      return;
    }
    if (block.kind == NarrativeBlock::Kind::subheading) {
      std::string heading;
      for (const Inline& run : inlines(block.items.front())) heading += run.text;
      made.blocks.emplace_back(Subheading{heading, unique_id(made.id + "-" + slug(heading))});
      return;
    }
    ListBlock list{block.kind == NarrativeBlock::Kind::numbered, {}};
    for (const auto& item : block.items) list.items.push_back(inlines(item));
    made.blocks.emplace_back(std::move(list));
  }

  Inlines inlines(const std::vector<NarrativeRun>& runs) {
    Inlines written;
    for (const NarrativeRun& run : runs) {
      Inline text = run.style;
      if (run.placeholder) {
        text.figure = run.placeholder->figure;
        const auto index = m_registers.figure(run.placeholder->figure);
        text.text = index ? in_prose(m_report.figures[*index], *run.placeholder)
                    : run.placeholder->otherwise.empty() ? "[x]"
                                                         : run.placeholder->otherwise;
      }
      written.push_back(std::move(text));
    }
    return written;
  }

  // ---- themes ----

  void theme_part(const std::string& theme_id, const std::string& part, Section& made) {
    const auto theme = std::ranges::find(m_material.themes, theme_id, &ThemeMaterial::id);
    if (theme == m_material.themes.end()) return;
    if (!theme->statement) {
      if (m_told.insert(theme_id).second) gap({theme->title, theme->missing_because, theme->owner, ""}, made);
      return;
    }
    const auto& sections = theme->statement->draft.sections;
    const auto drafted = std::ranges::find(sections, part, &eqr::Section::id);
    if (drafted == sections.end()) {
      input_gaps(*theme, made);
      return;
    }
    m_placed.insert(theme_id + ":" + part);
    place(*theme->statement, *drafted, made);
  }

  void place(const measures::Statement& statement, const eqr::Section& drafted, Section& made) {
    std::set<std::size_t> shown;
    const auto place_table = [&](std::size_t index) {
      if (shown.insert(index).second) made.blocks.emplace_back(TableBlock{index});
    };
    // A chart stands before its table, and the table travels with it.
    for (const std::string& id : drafted.tables) {
      for (const std::string& chart_id : drafted.charts) {
        const auto chart = std::ranges::find(statement.draft.charts, chart_id, &eqr::Chart::id);
        if (chart == statement.draft.charts.end() || chart->table != id) continue;
        if (const auto index = m_registers.chart(statement, chart_id))
          made.blocks.emplace_back(ChartBlock{*index});
      }
      if (const auto index = m_registers.table(statement, id)) place_table(*index);
    }
  }

  void input_gaps(const ThemeMaterial& theme, Section& made) {
    if (!m_told.insert(theme.id).second) return;
    for (const Gap& missing : theme.input_gaps) gap(missing, made);
  }

  // What the template has no place for still belongs to the report: nothing that a theme says is lost.
  void add_unplaced() {
    for (const ThemeMaterial& theme : m_material.themes) {
      Section more;
      more.id = unique_id("more-" + theme.id);
      more.heading = theme.title;
      if (!theme.statement) {
        if (m_told.insert(theme.id).second) gap({theme.title, theme.missing_because, theme.owner, ""}, more);
      } else {
        for (const eqr::Section& drafted : theme.statement->draft.sections) {
          if (!m_placed.contains(theme.id + ":" + drafted.id)) place(*theme.statement, drafted, more);
        }
        input_gaps(theme, more);
      }
      add(std::move(more), m_report.sections);
    }
  }

  // Every report has this part: behind the organisation's own words, where the template has a place for them.
  void add_accessibility() {
    auto part = std::ranges::find(m_report.sections, "accessibility", &Section::id);
    if (part == m_report.sections.end()) {
      const auto heading = m_template.wording.headings.find("accessibility");
      Section made;
      made.id = unique_id("accessibility");
      made.heading =
          heading == m_template.wording.headings.end() ? "Accessibility and other formats" : heading->second;
      part = m_report.sections.insert(part, std::move(made));
    }
    std::ranges::move(accessibility_blocks(m_report), std::back_inserter(part->blocks));
  }

  void gap(const Gap& missing, Section& made) {
    m_report.gaps.push_back(missing);
    made.blocks.emplace_back(GapBlock{m_report.gaps.size() - 1});
  }

  static std::string slug(const std::string& heading) {
    std::string written;
    for (const char c : text::folded(heading)) {
      const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (kept) {
        written += c;
      } else if (!written.empty() && written.back() != '-') {
        written += '-';
      }
    }
    while (!written.empty() && written.back() == '-') written.pop_back();
    return written.empty() ? "part" : written;
  }

  std::string unique_id(const std::string& wanted) {
    std::string id = wanted;
    for (int n = 2; !m_ids.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
    return id;
  }

  const Template& m_template;
  const Material& m_material;
  Report m_report;
  Registers m_registers;
  std::set<std::string> m_placed;  // "theme:section"
  std::set<std::string> m_told;    // themes whose gaps have been told
  std::set<std::string> m_ids;
};

}  // namespace

Report assemble(const Template& report_template, const Material& material, const measures::Inputs& inputs,
                const measures::Evaluator& evaluator) {
  return Assembly(report_template, material, inputs, evaluator).put_together();
}

}  // namespace eqr::report
