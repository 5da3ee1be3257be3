#include "run/outputs.hpp"

#include <future>
#include <utility>

#include "render/csv/csv.hpp"
#include "render/json/report_json.hpp"
#include "render/ods/ods.hpp"
#include "render/workbook/workbook.hpp"

namespace eqr::run {

Files render_all(const report::Report& report, const render::html::PageParts& page,
                 const std::filesystem::path& work_folder) {
  // The workbook takes as long as all the others.
  std::future<std::string> workbook =
      std::async(std::launch::async, [&] { return render::workbook(report, work_folder); });
  Files files = {{report.slug + ".html", render::html::page(report, page)},
                 {"report.json", render::json::report_json(report)},
                 {"report.schema.json", std::string(render::json::report_schema())}};
  files.emplace(report.slug + ".ods", render::open_document(report));
  for (auto& [name, bytes] : render::csv_files(report)) files.emplace("tables/" + name, std::move(bytes));
  files.emplace(report.slug + ".xlsx", workbook.get());
  return files;
}

}  // namespace eqr::run
