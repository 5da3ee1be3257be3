#include "render/csv/csv.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "render/csv/metadata.hpp"
#include "render/csv/tidy.hpp"

namespace eqr::render {
namespace {

std::string record(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields)
    line += (line.empty() && &field == fields.data() ? "" : ",") + field;
  return line + "\r\n";
}

std::string content(const csv::TidyTable& table) {
  std::vector<std::string> header;
  for (const csv::TidyColumn& column : table.columns) header.push_back(csv_field(column.title));
  std::string bytes = record(header);
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < row.size(); ++i)
      fields.push_back(table.columns[i].is_number ? row[i] : csv_field(row[i]));
    bytes += record(fields);
  }
  return bytes;
}

// "workforce.ethnicity" is in "workforce-ethnicity.csv"; no two tables are in one file.
std::string file_name(const std::string& id, std::set<std::string>& taken) {
  std::string stem = id;
  std::ranges::replace(stem, '.', '-');
  std::string name = stem;
  for (int again = 2; !taken.insert(name).second; ++again) name = stem + "-" + std::to_string(again);
  return name + ".csv";
}

}  // namespace

std::string csv_field(std::string_view text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
  std::string field = is_formula ? "'" + std::string(text) : std::string(text);
  const bool is_edged = !field.empty() && (field.front() == ' ' || field.back() == ' ');
  if (!is_edged && field.find_first_of(",\"\r\n") == std::string::npos) return field;
  for (std::size_t at = field.find('"'); at != std::string::npos; at = field.find('"', at + 2))
    field.insert(at, 1, '"');
  return '"' + field + '"';
}

std::vector<std::string> csv_names(const report::Report& report) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const report::Table& table : report.tables) names.push_back(file_name(table.id, taken));
  return names;
}

std::map<std::string, std::string> csv_files(const report::Report& report) {
  std::map<std::string, std::string> files;
  std::vector<csv::DescribedTable> described;
  const std::vector<std::string> names = csv_names(report);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const report::Table& table = report.tables[i];
    const csv::TidyTable tidy = csv::tidy(table);
    const std::string& name = names[i];
    files.emplace(name, content(tidy));
    described.push_back({name, &table, tidy.columns});
  }
  if (!described.empty()) files.emplace("csv-metadata.json", csv::metadata(report, described));
  return files;
}

}  // namespace eqr::render
