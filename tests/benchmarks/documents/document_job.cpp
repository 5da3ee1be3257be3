// Writes an invented report as a page or a PDF, or checks such a PDF.
//
// usage: document-job page|pdf|check SECTIONS FOLDER TEMPLATE
//
// Each section is about as much as one of a council's report: a heading and two below it, four paragraphs, a
// list, a table of eight rows and five columns with withheld cells, and a chart of it. The file is
// FOLDER/report.html or report.pdf; `check` looks at a PDF that it makes first, outside of the time it tells.
// TEMPLATE is a report template's folder, for the page. One line of JSON tells the time it took (fonts
// loaded, but not the report made) and the process's peak of memory.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string>

#include "pdf_check/read_pdf.hpp"
#include "pdf_check/report_rules.hpp"
#include "pdf_check/rules.hpp"
#include "render/html/page.hpp"
#include "render/json/report_json.hpp"
#include "render/pdf/pdf.hpp"

namespace eqr::render {
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

report::Report report_of(std::size_t sections) {
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

std::string contents_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file) throw std::runtime_error(path + " cannot be written");
}

double milliseconds_of(const std::function<void()>& job) {
  const auto start = std::chrono::steady_clock::now();
  job();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double check(const report::Report& report, const std::string& bytes) {
  const std::string json = json::report_json(report);
  bool fails = false;
  const double took = milliseconds_of([&] {
    const pdf_check::Document document = pdf_check::read_pdf(bytes, "report.pdf");
    fails =
        checks::has_failures(pdf_check::check(document)) ||
        checks::has_failures(pdf_check::check_against(document, pdf_check::expected_of(json, "report.json")));
  });
  if (fails) throw std::runtime_error("the PDF fails a rule of accessibility");
  return took;
}

nlohmann::ordered_json job(const std::string& how, std::size_t sections, const std::string& folder,
                           const std::string& report_template) {
  const report::Report report = report_of(sections);
  double took = 0;
  if (how == "page") {
    const html::PageParts parts{contents_of(report_template + "/page.html"),
                                contents_of(report_template + "/report.css")};
    took = milliseconds_of([&] { write_file(folder + "/report.html", html::page(report, parts)); });
  } else {
    const pdf::Fonts fonts(pdf::usual_fonts());
    std::string bytes;
    took = milliseconds_of([&] {
      bytes = pdf::pdf(report, fonts);
      write_file(folder + "/report.pdf", bytes);
    });
    if (how == "check") took = check(report, bytes);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return {{"how", how}, {"sections", sections}, {"ms", took}, {"peak_kib", usage.ru_maxrss}};
}

}  // namespace
}  // namespace eqr::render

int main(int count, char** words) {
  const std::span arguments(words, static_cast<std::size_t>(count));
  const std::string how = arguments.size() == 5 ? arguments[1] : "";
  if (how != "page" && how != "pdf" && how != "check") {
    std::fputs("usage: document-job page|pdf|check SECTIONS FOLDER TEMPLATE\n", stderr);
    return 2;
  }
  try {
    std::cout << eqr::render::job(how, std::strtoul(arguments[2], nullptr, 10), arguments[3], arguments[4])
              << '\n';
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
  }
}
