#include "tallies/key.hpp"

namespace eqr::tallies {
namespace {

std::string alternatives(const std::set<std::string>& groups) {
  std::string written;
  std::size_t index = 0;
  for (const std::string& group : groups) {
    if (index > 0) written += index + 1 == groups.size() ? " or " : ", ";
    written += group;
    ++index;
  }
  return groups.empty() ? "none" : written;
}

}  // namespace

std::string in_words(const Key& key) {
  if (key.admits.contains("@rows"))
    return "input \"" + key.input + "\", number of rows " + alternatives(key.admits.at("@rows"));
  if (is_of_document(key)) {
    const std::set<std::string>& rows = key.admits.at("@row");
    const auto column = key.admits.find("@column");
    return "input \"" + key.input + "\", " + (rows.empty() ? "no row" : "row " + alternatives(rows)) +
           (column == key.admits.end() ? "" : ", column \"" + *column->second.begin() + '"');
  }
  std::string written = key.input + (key.snapshot == Snapshot::this_year ? ", this year" : ", last year");
  bool first = true;
  for (const auto& [column, groups] : key.admits) {
    written += (first ? ", where " : " and ") + column + " is " + alternatives(groups);
    first = false;
  }
  return written;
}

Key document_cell(const std::string& input, std::size_t row, const std::string& column) {
  return {input, Snapshot::this_year, {{"@row", {std::to_string(row)}}, {"@column", {column}}}};
}

Key document_rows(const std::string& input, const std::set<std::size_t>& rows) {
  Key key{input, Snapshot::this_year, {{"@row", {}}}};
  for (const std::size_t row : rows) key.admits["@row"].insert(std::to_string(row));
  return key;
}

bool is_of_document(const Key& key) {
  return key.admits.contains("@row") || key.admits.contains("@rows");
}

}  // namespace eqr::tallies
