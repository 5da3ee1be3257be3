#include "run/companions.hpp"

#include <utility>

#include "render/csv/csv.hpp"
#include "render/html/landing.hpp"
#include "render/web/bodies.hpp"
#include "report/model/wording.hpp"
#include "run/evidence.hpp"

namespace eqr::run {
namespace {

using render::html::FileGroup;

constexpr const char* evidence_name = "accessibility-evidence.html";
constexpr const char* landing_name = "index.html";

// Files that were not written are not linked.
class Grouping {
 public:
  explicit Grouping(const Files& files) : m_files(files) {}

  void begin(const std::string& id, const std::string& heading, const std::string& lead) {
    m_groups.push_back({id, heading, lead, {}});
  }
  void add(const std::string& name, const std::string& title) {
    const auto found = m_files.find(name);
    if (found != m_files.end()) m_groups.back().files.push_back({name, title, found->second.size()});
  }
  std::vector<FileGroup> finish() {
    std::erase_if(m_groups, [](const FileGroup& group) { return group.files.empty(); });
    return std::move(m_groups);
  }

 private:
  const Files& m_files;
  std::vector<FileGroup> m_groups;
};

std::vector<FileGroup> for_readers(const report::Report& report, const Files& files) {
  const std::string title = report::full_title(report);
  Grouping grouping(files);
  grouping.begin(
      "report", "Read the report",
      "The web page is the report as it is meant to be read: with a screen reader, on a phone, in dark "
      "or high-contrast colours, and on paper.");
  grouping.add(report.slug + ".html", title);
  grouping.begin("formats", "The same report in other formats", "Every number is the same in each of them.");
  grouping.add(report.slug + ".pdf", title);
  grouping.add(report.slug + ".xlsx", "Tables and charts");
  grouping.add(report.slug + ".ods", "Tables and charts");
  grouping.begin("evidence", "How accessibility was checked", "");
  grouping.add(evidence_name, "What programs have checked, and what people have still to check");
  return grouping.finish();
}

std::vector<FileGroup> for_programs(const report::Report& report, const Files& files) {
  Grouping grouping(files);
  grouping.begin("tables", "Each table by itself", "One value in each row, for programs and for analysis.");
  const std::vector<std::string> names = render::csv_names(report);
  for (std::size_t i = 0; i < names.size(); ++i)
    grouping.add("tables/" + names[i], "Table " + std::to_string(i + 1) + ": " + report.tables[i].title);
  grouping.add("tables/csv-metadata.json", "What the columns of these tables hold");
  grouping.begin("chapters", "Chapters for a content management system",
                 "Plain HTML without styles, to be pasted. Charts are pictures in the folder web/images.");
  for (const auto& [file, heading] : render::web::chapter_names(report)) grouping.add("web/" + file, heading);
  grouping.begin("json", "Everything as JSON", "All that the report says, for programs.");
  grouping.add("report.json", "The report");
  grouping.add("report.schema.json", "Its JSON Schema");
  return grouping.finish();
}

}  // namespace

void add_companions(const report::Report& report, const render::html::PageParts& page,
                    const std::vector<CheckedFile>& checked, Files& files) {
  const std::vector<CheckedFile> pages = check_pages(files);
  files[evidence_name] = render::html::evidence_page(report, page, checked_parts(pages, checked));
  files[landing_name] =
      render::html::landing_page(report, page, {for_readers(report, files), for_programs(report, files)});
  // These two do not count themselves among what was checked, and are held to the same rules.
  (void)check_pages(files);
}

}  // namespace eqr::run
