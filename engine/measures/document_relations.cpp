#include "measures/document_relations.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "measures/document_value.hpp"
#include "text/words.hpp"

namespace eqr::measures {
namespace {

using tallies::Count;
using tallies::CountSum;
using tallies::Key;

using Rows = std::set<std::size_t>;

// A register's rows as a count, which tables may not show.
Key count_rows(const DocumentInput& counted, const Rows& rows, Asked& asked) {
  Key key = tallies::document_rows(counted.name(), rows);
  asked.document_counts.counts.emplace(key, Count{rows.size()});
  return key;
}

// A count of people in a table; none where the cell is blank, or says about how many.
std::optional<std::uint64_t> people_at(const Document& document, std::size_t row, const std::string& column) {
  const auto value = number_at(document, row, column);
  const auto* number = std::get_if<DocumentNumber>(&value);
  if (number == nullptr || !is_protected_count(*number)) return std::nullopt;
  return numbers::exact(number->low).convert_to<std::uint64_t>();
}

// The rows of each breakdown, in order of first appearance.
std::vector<std::vector<std::size_t>> breakdowns_of(const DocumentInput& table) {
  std::map<std::string, std::size_t> places;
  std::vector<std::vector<std::size_t>> breakdowns;
  for (std::size_t row = 1; row <= table.document.row_count(); ++row) {
    const std::string name = text::normalised(table.document.text(row, table.breakdowns));
    const auto [place, is_new] = places.try_emplace(name, breakdowns.size());
    if (is_new) breakdowns.emplace_back();
    breakdowns[place->second].push_back(row);
  }
  return breakdowns;
}

// The breakdowns' numbers of people in one column, by what they come to. One with a gap tells nothing of the
// others' total, and nobody can conclude anything from those that come to other numbers.
using Whole = std::map<std::uint64_t, std::vector<std::map<Key, Count>>>;
Whole whole_breakdowns(const DocumentInput& table, const std::string& column) {
  Whole whole;
  for (const std::vector<std::size_t>& rows : breakdowns_of(table)) {
    std::map<Key, Count> counts;
    std::uint64_t all = 0;
    for (const std::size_t row : rows) {
      const auto people = people_at(table.document, row, column);
      if (!people) continue;
      counts.emplace(tallies::document_cell(table.name(), row, column), Count{*people});
      all += *people;
    }
    if (counts.size() == rows.size()) whole[all].push_back(std::move(counts));
  }
  return whole;
}

void relate_breakdowns(const DocumentInput& table, const std::string& column, Asked& asked) {
  for (const auto& [all, breakdowns] : whole_breakdowns(table, column)) {
    if (breakdowns.size() < 2) continue;
    CountSum total;
    for (const auto& [key, count] : breakdowns.front()) total.emplace(key, 1);
    for (const std::map<Key, Count>& counts : breakdowns) {
      std::vector<CountSum> parts;
      for (const auto& [key, count] : counts) parts.push_back(tallies::just(key));
      asked.document_counts.counts.insert(counts.begin(), counts.end());
      if (&counts != &breakdowns.front()) asked.shown.totals.insert({total, std::move(parts)});
    }
  }
}

void relate_table(const DocumentInput& table, Asked& asked) {
  if (table.breakdowns.empty() || !table.document.has_column(table.breakdowns)) return;
  std::set<std::string> columns;
  for (const auto& [key, count] : asked.document_counts.counts) {
    const auto column = key.admits.find("@column");
    if (key.input == table.name() && column != key.admits.end()) columns.insert(*column->second.begin());
  }
  for (const std::string& column : columns) {
    if (table.document.has_column(column)) relate_breakdowns(table, column, asked);
  }
}

void relate_register(const DocumentInput& counted, Asked& asked) {
  Rows all;
  for (std::size_t row = 1; row <= counted.document.row_count(); ++row) all.insert(row);
  const Key everybody = tallies::document_rows(counted.name(), all);
  if (!asked.document_counts.counts.contains(everybody)) return;
  std::vector<Rows> parts;
  for (const auto& [key, count] : asked.document_counts.counts) {
    if (key.input != counted.name() || key.admits.contains("@column")) continue;
    Rows& rows = parts.emplace_back();
    for (const std::string& row : key.admits.at("@row")) rows.insert(std::stoull(row));
  }
  for (const Rows& part : parts) {
    Rows rest;
    std::ranges::set_difference(all, part, std::inserter(rest, rest.end()));
    if (part.empty() || rest.empty()) continue;
    asked.shown.totals.insert(
        {tallies::just(everybody),
         {tallies::just(count_rows(counted, part, asked)), tallies::just(count_rows(counted, rest, asked))}});
  }
}

// The register that an expression counts rows of; null if it does not.
const DocumentInput* register_of(const Cell& cell, const Inputs& inputs) {
  const auto* expression = std::get_if<Expression>(&cell);
  if (expression == nullptr || expression->operation != Operation::rows) return nullptr;
  const DocumentInput& counted = inputs.documents.at(expression->input);
  return counted.rows_are_people ? &counted : nullptr;
}

}  // namespace

void show_divisions(const Table& table, const Inputs& inputs, Asked& asked) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const DocumentInput* counted = nullptr;
    Rows all;
    std::size_t people = 0;
    std::vector<CountSum> parts;
    for (const Row& row : table.rows) {
      if (row.total || column >= row.cells.size()) continue;
      const DocumentInput* here = register_of(row.cells[column], inputs);
      if (here == nullptr || (counted != nullptr && here != counted)) continue;
      counted = here;
      const auto& rows = std::get<Expression>(row.cells[column]).row_numbers;
      all.insert(rows.begin(), rows.end());
      people += rows.size();
      parts.push_back(tallies::just(count_rows(*here, {rows.begin(), rows.end()}, asked)));
    }
    const bool is_division = people == all.size() && parts.size() > 1;
    if (is_division)
      asked.shown.totals.insert({tallies::just(count_rows(*counted, all, asked)), std::move(parts)});
  }
}

void relate_documents(const Inputs& inputs, Asked& asked) {
  for (const auto& [name, document] : inputs.documents) {
    relate_table(document, asked);
    if (document.rows_are_people) relate_register(document, asked);
  }
}

}  // namespace eqr::measures
