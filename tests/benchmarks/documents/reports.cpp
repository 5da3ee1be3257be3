#include "benchmarks/documents/reports.hpp"

#include <chrono>
#include <string>
#include <utility>

#include "disclosure/publication.hpp"
#include "measures/evaluate.hpp"
#include "report/assemble.hpp"
#include "run/counting.hpp"
#include "run/drafting.hpp"
#include "run/front.hpp"
#include "run/placeholders.hpp"
#include "run/protection.hpp"
#include "run/receive.hpp"
#include "run/run_file.hpp"
#include "run/setup.hpp"

namespace eqr::benchmarks {
namespace {

constexpr std::size_t rows = 8, columns = 5;

report::Inlines words(const std::string& text) {
  report::Inline made;
  made.text = text;
  return {made};
}

report::Table table_of(std::size_t section) {
  report::Table table;
  table.id = "invented.table-" + std::to_string(section);
  table.title = "Staff by group and grade, place " + std::to_string(section) + ", 31 March 2026";
  table.columns.push_back({"group", "Group", false, report::Unit::number, 0});
  for (std::size_t column = 1; column < columns; ++column)
    table.columns.push_back({"c" + std::to_string(column),
                             "Grade " + std::to_string(column) + " (number of people)", true,
                             report::Unit::people, 0});
  for (std::size_t row = 0; row < rows; ++row) {
    report::Row made{{"Group " + std::to_string(row + 1)}, row + 1 == rows};
    for (std::size_t column = 1; column < columns; ++column) {
      const std::size_t mixed = section * 7'919 + row * 104'729 + column * 1'299'709;
      if (mixed % 10 == 3) {
        made.cells.emplace_back(report::Shorthand{"c", {}});
      } else {
        made.cells.emplace_back(report::Number{.value = {static_cast<std::int64_t>(mixed % 991), 0},
                                               .upper = {},
                                               .unit = report::Unit::people,
                                               .mark = {}});
      }
    }
    table.rows.push_back(std::move(made));
  }
  return table;
}

report::Section section_of(std::size_t number, std::size_t table) {
  const std::string name = std::to_string(number);
  const std::string paragraph =
      "The number of people who work in place " + name +
      " has changed little since last year. Most of them work full time, and more than half have done so for "
      "five "
      "years or longer. The service has looked at how people are appointed, promoted and trained, and at "
      "what "
      "those who leave say about it; what it found is set out below, with what is to be done next.";
  report::Section section{
      "section-" + name, "Place " + name, report::Section::Kind::ordinary, {}, {}, {}, {}};
  section.blocks = {report::Paragraph{words(paragraph)},
                    report::Subheading{"Who works here", "who-" + name},
                    report::Paragraph{words(paragraph)},
                    report::ListBlock{false,
                                      {words("more women in senior grades"), words("fewer people who left"),
                                       words("training for all managers")}},
                    report::ChartBlock{table},
                    report::TableBlock{table},
                    report::Subheading{"What comes next", "next-" + name},
                    report::Paragraph{words(paragraph)},
                    report::Paragraph{words(paragraph)}};
  return section;
}

}  // namespace

report::Report invented_report(std::size_t sections) {
  report::Report report;
  report.organisation = "Nowhere Council";
  report.title = "Invented report";
  report.period = "2025/26";
  report.slug = "report";
  report.published = report.snapshot = {std::chrono::year(2026), std::chrono::March, std::chrono::day(31)};
  report.is_draft = false;
  report.shorthands = {"c"};
  for (std::size_t i = 0; i < sections; ++i) {
    report.tables.push_back(table_of(i + 1));
    report.charts.push_back({"invented.chart-" + std::to_string(i + 1),
                             report::Chart::Kind::grouped_bars,
                             "Staff by grade, place " + std::to_string(i + 1),
                             i,
                             0,
                             {1, 2},
                             {}});
    report.sections.push_back(section_of(i + 1, i));
  }
  return report;
}

report::Report report_of_run(const std::filesystem::path& run_file) {
  const auto installation = run::Installation::of_this_program();
  const run::Setup setup = run::set_up(run::read_run_file(run_file), installation);
  const run::Received received = run::receive(setup, true);
  const run::Drafted drafted = run::write_drafts(setup, received, installation, 0);
  const measures::Asked asked = run::questions_of(drafted, received, setup.earlier);
  const run::Counted counted = run::count(setup, received, asked.questions);
  const disclosure::Protected safe = run::protect(setup, received, asked, counted);
  const measures::Evaluator evaluator(received.inputs, safe.answers);
  const report::Material material = run::material_of(setup, received, drafted, counted, true);
  return report::assemble(setup.report_template, material, received.inputs, evaluator);
}

}  // namespace eqr::benchmarks
