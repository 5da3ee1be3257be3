#include "render/csv/metadata.hpp"

#include <nlohmann/json.hpp>

#include "calendar/date.hpp"

namespace eqr::render::csv {
namespace {

using Json = nlohmann::ordered_json;

Json described(const TidyColumn& column) {
  Json made{{"name", column.name}, {"titles", column.title}};
  if (!column.description.empty()) made["dc:description"] = column.description;
  made["datatype"] = column.is_number ? "decimal" : "string";
  return made;
}

Json described(const DescribedTable& described_table, const report::Report& report) {
  const report::Table& table = *described_table.table;
  Json columns = Json::array(), notes = Json::array(), sources = Json::array();
  for (const TidyColumn& column : described_table.columns) columns.push_back(described(column));
  for (const std::size_t note : table.notes) notes.push_back(report.notes.at(note).text);
  for (const std::size_t source : table.sources) sources.push_back(report.sources.at(source).title);
  Json made{{"url", described_table.file}, {"dc:title", table.title}, {"dc:identifier", table.id}};
  if (!sources.empty()) made["dc:source"] = std::move(sources);
  if (!notes.empty()) made["rdfs:comment"] = std::move(notes);
  made["tableSchema"] = {{"columns", std::move(columns)}};
  return made;
}

}  // namespace

std::string metadata(const report::Report& report, const std::vector<DescribedTable>& tables) {
  Json list = Json::array();
  for (const DescribedTable& table : tables) list.push_back(described(table, report));
  Json root{{"@context", {"http://www.w3.org/ns/csvw", {{"@language", report.language}}}},
            {"dc:title", report.title + ": " + report.organisation + ", " + report.period},
            {"dc:publisher", report.organisation},
            {"dc:issued", calendar::iso_text(report.published)},
            {"dc:language", report.language}};
  if (!report.summary.empty()) root["dc:description"] = report.summary;
  if (report.is_draft) root["dc:type"] = "Draft, not for publication";
  root["tables"] = std::move(list);
  return root.dump(2) + "\n";
}

}  // namespace eqr::render::csv
