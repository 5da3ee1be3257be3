#include "render/pdf/flow.hpp"

#include <algorithm>
#include <set>

#include "calendar/date.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::pdf {
namespace {

using report::Inline;
using report::Inlines;
using report::Report;
using report::Section;

constexpr int deepest_heading = 6;

Inlines plain(const std::string& text) {
  Inline made;
  made.text = text;
  return {made};
}
Inlines strong(const std::string& text) {
  Inlines made = plain(text);
  made.front().strong = true;
  return made;
}
Inlines link(const std::string& text, const std::string& href) {
  Inlines made = plain(text);
  made.front().href = href;
  return made;
}
void add(Inlines& to, Inlines more) {
  std::ranges::move(more, std::back_inserter(to));
}

std::string note_id(std::size_t note) {
  return "note-" + std::to_string(note + 1);
}
std::string gap_id(std::size_t gap) {
  return "missing-" + std::to_string(gap + 1);
}
std::string table_id(std::size_t table) {
  return "table-" + std::to_string(table + 1);
}
std::string chart_id(std::size_t chart) {
  return "chart-" + std::to_string(chart + 1);
}

Inlines note_marks(const std::vector<std::size_t>& notes) {
  Inlines marks;
  for (const std::size_t note : notes) {
    add(marks, plain(" "));
    add(marks, link("[note\xC2\xA0" + std::to_string(note + 1) + "]", "#" + note_id(note)));
  }
  return marks;
}

class Flowing {
 public:
  explicit Flowing(const Report& report) : m_report(report) { find_placed(report.sections); }

  std::vector<FlowBlock> whole() {
    opening();
    for (const Section& section : m_report.sections) write(section, 2);
    closing();
    return std::move(m_blocks);
  }

 private:
  template <class Block>
  void put(Block block) {
    m_blocks.emplace_back(std::move(block));
  }
  void words(Inlines text, Words::Look look = Words::Look::body, const std::string& id = {}) {
    put(Words{std::move(text), look, id});
  }

  // ---- cover and contents ----

  void opening() {
    put(Masthead{});
    put(Heading{1, report::full_title(m_report), "top", false});
    if (!m_report.summary.empty()) words(plain(m_report.summary), Words::Look::lead);
    Facts facts;
    const auto fact = [&](const std::string& name, const std::string& value) {
      if (!value.empty()) facts.facts.emplace_back(name, plain(value));
    };
    fact(m_report.is_draft ? "To be published" : "Published", calendar::long_text(m_report.published));
    fact("Figures as at", calendar::long_text(m_report.snapshot));
    if (m_report.next_update) fact("Next update", calendar::long_text(*m_report.next_update));
    put(std::move(facts));
    if (m_report.is_draft) draft_notice();
    put(NewPage{});
    put(Heading{2, "Contents", "contents", false});
    put(Contents{});
    put(NewPage{});
  }

  void draft_notice() {
    put(Heading{2, "Draft: not for publication", "draft", false});
    const std::size_t missing = m_report.gaps.size();
    if (missing == 0) return words(plain("Nothing is missing. The report is waiting to be approved."));
    words(plain(missing == 1 ? std::string("One thing is still missing:")
                             : std::to_string(missing) + " things are still missing:"));
    for (std::size_t i = 0; i < missing; ++i)
      words(gap_words(m_report.gaps[i]), Words::Look::missing, gap_id(i));
  }

  static Inlines gap_words(const report::Gap& gap) {
    Inlines text = strong(gap.what + ".");
    std::string rest;
    if (!gap.reason.empty()) rest += " " + gap.reason;
    if (!gap.owner.empty()) rest += " Owner: " + gap.owner + ".";
    if (!gap.due.empty()) rest += " Due: " + gap.due + ".";
    if (!rest.empty()) add(text, plain(rest));
    return text;
  }

  // ---- sections ----

  void write(const Section& section, int level) {
    const bool is_case_study = section.kind == Section::Kind::case_study;
    put(Begin{is_case_study});
    if (is_case_study) words(plain("Case study"), Words::Look::label);
    put(Heading{std::min(level, deepest_heading), section.heading, section.id, level <= 3});
    outcomes(section.outcomes);
    key_figures(section.key_figures);
    for (const report::Block& block : section.blocks) {
      std::visit([&](const auto& one) { write(one, level); }, block);
    }
    for (const Section& inner : section.sections) write(inner, level + 1);
    put(End{});
  }

  void outcomes(const std::vector<std::string>& statements) {
    if (statements.empty()) return;
    words(plain(statements.size() == 1 ? "Outcome" : "Outcomes"), Words::Look::label);
    if (statements.size() == 1) return words(plain(statements.front()));
    Points points;
    for (const std::string& statement : statements) points.items.push_back(plain(statement));
    put(std::move(points));
  }

  void key_figures(const std::vector<std::size_t>& indexes) {
    KeyFigures made;
    for (const std::size_t index : indexes) {
      const report::Figure& figure = m_report.figures.at(index);
      std::string beside;
      if (const auto* shorthand = std::get_if<report::Shorthand>(&figure.value))
        beside = shorthand->reason.empty() ? report::shorthand_meaning(shorthand->code) : shorthand->reason;
      if (figure.last_year && std::holds_alternative<report::Number>(*figure.last_year))
        beside += (beside.empty() ? "" : ". ") + ("Last year: " + report::printed(*figure.last_year));
      made.figures.push_back({report::printed(figure.value), figure.title, beside});
    }
    if (!made.figures.empty()) put(std::move(made));
  }

  void write(const report::Paragraph& block, int) { words(block.text); }
  void write(const report::ListBlock& block, int) { put(Points{block.ordered, block.items}); }
  void write(const report::Subheading& block, int level) {
    put(Heading{std::min(level + 1, deepest_heading), block.text, block.id, false});
  }
  void write(const report::TableBlock& block, int) { table(block.table); }
  void write(const report::ChartBlock& block, int) { chart(block.chart); }
  void write(const report::ImageBlock& block, int) { put(Picture{block.image, block.caption}); }
  void write(const report::GapBlock& block, int) {
    if (!m_report.is_draft) return;
    Inlines text = strong("Missing: ");
    add(text, gap_words(m_report.gaps.at(block.gap)));
    add(text, plain(" "));
    add(text, link("All that is missing", "#" + gap_id(block.gap)));
    words(std::move(text), Words::Look::missing);
  }

  // ---- tables and charts ----

  void find_placed(const std::vector<Section>& sections) {
    for (const Section& section : sections) {
      for (const report::Block& block : section.blocks) {
        if (const auto* shown = std::get_if<report::TableBlock>(&block)) m_placed.insert(shown->table);
      }
      find_placed(section.sections);
    }
  }

  void table(std::size_t index) {
    const report::Table& shown = m_report.tables.at(index);
    const std::string number = "Table " + std::to_string(index + 1);
    if (!m_tables.insert(index).second) {
      Inlines text = plain("See ");
      add(text, link(number, "#" + table_id(index)));
      add(text, plain(": " + shown.title + "."));
      return words(std::move(text), Words::Look::small);
    }
    Grid grid;
    grid.id = table_id(index);
    grid.caption = strong(number + ": " + shown.title);
    add(grid.caption, note_marks(shown.notes));
    grid.shorthand = report::shorthand_sentence(shown);
    for (const report::Column& column : shown.columns)
      grid.columns.push_back({column.header, column.is_number});
    for (const report::Row& row : shown.rows) {
      Grid::Row made{{}, row.is_total};
      for (std::size_t i = 0; i < shown.columns.size(); ++i)
        made.cells.push_back(plain(report::printed(row.cells.at(i), shown.columns[i])));
      grid.rows.push_back(std::move(made));
    }
    grid.sources = report::source_line(m_report, shown.sources);
    put(std::move(grid));
  }

  void chart(std::size_t index) {
    const report::Chart& shown = m_report.charts.at(index);
    const std::string number = "Chart " + std::to_string(index + 1);
    if (!m_charts.insert(index).second) {
      Inlines text = plain("See ");
      add(text, link(number, "#" + chart_id(index)));
      add(text, plain(": " + shown.title + "."));
      return words(std::move(text), Words::Look::small);
    }
    put(Drawing{chart_id(index), strong(number + ": " + shown.title), index});
    if (!m_placed.contains(shown.table)) return table(shown.table);
    Inlines text = plain("The same numbers are in ");
    add(text, link("Table " + std::to_string(shown.table + 1), "#" + table_id(shown.table)));
    add(text, plain("."));
    words(std::move(text), Words::Look::small);
  }

  // ---- closing parts ----

  void part(const std::string& heading, const std::string& id) { put(Heading{2, heading, id, true}); }

  void closing() {
    about();
    notes();
    shorthand();
    figures();
    sources();
    contact();
  }

  void about() {
    if (m_report.about.empty()) return;
    part("About this report", "about");
    Points points;
    for (const std::string& statement : m_report.about) points.items.push_back(plain(statement));
    put(std::move(points));
  }

  void notes() {
    if (m_report.notes.empty()) return;
    part("Notes and definitions", "notes");
    Notes made;
    for (std::size_t i = 0; i < m_report.notes.size(); ++i)
      made.notes.emplace_back(note_id(i), m_report.notes[i].text);
    put(std::move(made));
  }

  void shorthand() {
    Facts facts;
    for (const std::string& code : m_report.shorthands) {
      const std::string meaning = report::shorthand_meaning(code);
      if (!meaning.empty()) facts.facts.emplace_back("[" + code + "]", plain(meaning));
    }
    if (facts.facts.empty()) return;
    part("Shorthand used in tables and text", "shorthand");
    put(std::move(facts));
  }

  void figures() {
    if (m_report.figures.empty()) return;
    part("Figures in the text and where they come from", "figures");
    Grid grid;
    grid.id = "all-figures";
    grid.caption = strong("Every figure that the text or the key figures use");
    grid.columns = {{"Figure"}, {"Value", true}, {"Last year", true}, {"How it was worked out"}, {"Source"}};
    for (const report::Figure& figure : m_report.figures) {
      const std::string note = figure.note.empty() ? "" : ". " + figure.note;
      grid.rows.push_back(
          {{plain(figure.title), plain(report::printed(figure.value)),
            plain(figure.last_year ? report::printed(*figure.last_year) : ""), plain(figure.lineage + note),
            plain(report::source_titles(m_report, figure.sources))},
           false});
    }
    put(std::move(grid));
  }

  void sources() {
    if (m_report.sources.empty()) return;
    part("Sources", "sources");
    Grid grid;
    grid.id = "all-sources";
    grid.caption = strong("Where the figures come from");
    grid.columns = {{"Source"}, {"As at"}, {"Supplied by"}, {"Already published"}};
    for (const report::Source& source : m_report.sources) {
      grid.rows.push_back({{plain(source.title), plain(source.as_at), plain(source.supplier),
                            report::may_be_followed(source.publication)
                                ? link("Published: " + source.title, source.publication)
                                : plain(source.publication)},
                           false});
    }
    put(std::move(grid));
  }

  void contact() {
    const report::Contact& who = m_report.contact;
    Facts facts;
    const auto fact = [&](const std::string& name, Inlines value) {
      if (!value.front().text.empty()) facts.facts.emplace_back(name, std::move(value));
    };
    fact("Team", plain(who.name));
    fact("Email", link(who.email, "mailto:" + who.email));
    fact("Telephone", plain(who.telephone));
    fact("Address", plain(who.address));
    if (facts.facts.empty()) return;
    part("Contact", "contact");
    words(plain("Write or call to ask about this report, or to ask for it in another format."));
    put(std::move(facts));
  }

  const Report& m_report;
  std::vector<FlowBlock> m_blocks;
  std::set<std::size_t> m_placed, m_tables, m_charts;
};

}  // namespace

std::vector<FlowBlock> flow_of(const Report& report) {
  return Flowing(report).whole();
}

}  // namespace eqr::render::pdf
