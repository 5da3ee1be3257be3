// Writes a report as a page or a PDF, or checks such a PDF.
//
// usage: document-job page|pdf|check SECTIONS|RUN.toml FOLDER TEMPLATE
//
// The report is an invented one of so many sections, or that of a run file. The file is FOLDER/report.html or
// report.pdf; `check` looks at a PDF that it makes first, outside of the time it tells. TEMPLATE is a report
// template's folder, for the page. One line of JSON tells the time it took (fonts loaded, but not the report
// made) and the process's peak of memory.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string>

#include "benchmarks/documents/reports.hpp"
#include "benchmarks/measured.hpp"
#include "pdf_check/read_pdf.hpp"
#include "pdf_check/report_rules.hpp"
#include "pdf_check/rules.hpp"
#include "render/html/page.hpp"
#include "render/json/report_json.hpp"
#include "render/pdf/pdf.hpp"

namespace eqr::render {
namespace {

using benchmarks::milliseconds_of, benchmarks::write_file;

std::string contents_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
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

report::Report report_of(const std::string& which) {
  const bool is_number = !which.empty() && which.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? benchmarks::invented_report(std::stoul(which)) : benchmarks::report_of_run(which);
}

nlohmann::ordered_json job(const std::string& how, const std::string& which, const std::string& folder,
                           const std::string& report_template) {
  const report::Report report = report_of(which);
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
  nlohmann::ordered_json told = {{"how", how}, {"report", which}, {"ms", took}};
  benchmarks::tell_use(told);
  return told;
}

}  // namespace
}  // namespace eqr::render

int main(int count, char** words) {
  const std::span arguments(words, static_cast<std::size_t>(count));
  const std::string how = arguments.size() == 5 ? arguments[1] : "";
  if (how != "page" && how != "pdf" && how != "check") {
    std::fputs("usage: document-job page|pdf|check SECTIONS|RUN.toml FOLDER TEMPLATE\n", stderr);
    return 2;
  }
  return eqr::benchmarks::ended(
      [&] { return eqr::render::job(how, arguments[2], arguments[3], arguments[4]); });
}
