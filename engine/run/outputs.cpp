#include "run/outputs.hpp"

#include <future>
#include <set>
#include <utility>

#include "render/csv/csv.hpp"
#include "render/json/report_json.hpp"
#include "render/ods/ods.hpp"
#include "render/package/memory_file.hpp"
#include "render/pdf/pdf.hpp"
#include "render/workbook/workbook.hpp"
#include "workbook_check/read_book.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::run {
namespace {

void add_failures(const std::string& name, const workbook_check::Checked& checked,
                  std::set<std::string>& told, std::vector<problems::Problem>& problems) {
  if (checked.rule.level != workbook_check::Level::fail) return;
  for (const workbook_check::Finding& finding : checked.findings) {
    std::string place = finding.sheet;
    if (finding.place) place += "!" + workbook_check::in_words(*finding.place);
    const std::string message = (place.empty() ? "" : place + ": ") + finding.message + " (rule " +
                                std::string(checked.rule.id) + ")";
    if (told.insert(message).second)
      problems.push_back({{name, 0, 0, ""}, message, std::string(checked.rule.remedy)});
  }
}

}  // namespace

Files render_all(const report::Report& report, const render::html::PageParts& page,
                 const render::spreadsheet::Options& spreadsheets, const render::pdf::Fonts& fonts,
                 const std::filesystem::path& work_folder) {
  // The workbook and the PDF take longest.
  std::future<std::string> workbook =
      std::async(std::launch::async, [&] { return render::workbook(report, work_folder, spreadsheets); });
  std::future<std::string> pdf =
      std::async(std::launch::async, [&] { return render::pdf::pdf(report, fonts); });
  Files files = {{report.slug + ".html", render::html::page(report, page)},
                 {"report.json", render::json::report_json(report)},
                 {"report.schema.json", std::string(render::json::report_schema())}};
  files.emplace(report.slug + ".ods", render::open_document(report, spreadsheets));
  for (auto& [name, bytes] : render::csv_files(report)) files.emplace("tables/" + name, std::move(bytes));
  files.emplace(report.slug + ".xlsx", workbook.get());
  files.emplace(report.slug + ".pdf", pdf.get());
  return files;
}

void check_workbooks(const Files& files) {
  std::vector<problems::Problem> problems;
  std::set<std::string> told;  // once for both formats
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".xlsx") && !name.ends_with(".ods")) continue;
    const render::package::MemoryFile file(bytes);
    for (const workbook_check::Checked& checked :
         workbook_check::check(workbook_check::read_book(file.descriptor(), name)))
      add_failures(name, checked, told, problems);
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(problems));
}

}  // namespace eqr::run
