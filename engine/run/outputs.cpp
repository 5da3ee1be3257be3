#include "run/outputs.hpp"

#include "render/json/report_json.hpp"
#include "render/workbook/workbook.hpp"

namespace eqr::run {

Files render_all(const report::Report& report, const render::html::PageParts& page,
                 const std::filesystem::path& work_folder) {
  return {{report.slug + ".xlsx", render::workbook(report, work_folder)},
          {report.slug + ".html", render::html::page(report, page)},
          {"report.json", render::json::report_json(report)},
          {"report.schema.json", std::string(render::json::report_schema())}};
}

}  // namespace eqr::run
