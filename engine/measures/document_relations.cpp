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

// What a cell of a breakdown is about: so many people; withheld by its supplier; or nothing that adds up.
struct Supplied {
  std::optional<std::uint64_t> people;
  bool is_withheld = false;
};

Supplied supplied_at(const Document& document, std::size_t row, const std::string& column) {
  const auto value = number_at(document, row, column);
  if (const auto* blank = std::get_if<DocumentBlank>(&value)) return {std::nullopt, blank->code == "c"};
  const auto& number = std::get<DocumentNumber>(value);
  if (!is_protected_count(number)) return {};
  return {numbers::exact(number.low).convert_to<std::uint64_t>()};
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

// One breakdown's numbers of people in one column.
struct Breakdown {
  std::map<Key, Count> counts;
  std::vector<Key> withheld;  // by the supplier
  std::uint64_t people = 0;   // all that are told
};

// None where a cell tells nothing that could be added up.
std::optional<Breakdown> read_breakdown(const DocumentInput& table, const std::vector<std::size_t>& rows,
                                        const std::string& column) {
  Breakdown made;
  for (const std::size_t row : rows) {
    const Supplied supplied = supplied_at(table.document, row, column);
    const Key key = tallies::document_cell(table.name(), row, column);
    if (supplied.is_withheld) {
      made.withheld.push_back(key);
    } else if (supplied.people) {
      made.counts.emplace(key, Count{*supplied.people});
      made.people += *supplied.people;
    } else {
      return std::nullopt;
    }
  }
  return made;
}

// What the supplier withheld is what the others leave of the whole. Of several nobody knows how much each is:
// equal parts stand for them, as likely as any.
void fill_in(Breakdown& breakdown, std::uint64_t whole, Asked& asked) {
  const std::uint64_t left = whole - breakdown.people, cells = breakdown.withheld.size();
  for (std::size_t i = 0; i < cells; ++i) {
    breakdown.counts.emplace(breakdown.withheld[i], Count{left / cells + (i < left % cells ? 1 : 0)});
    asked.withheld_by_supplier.insert(breakdown.withheld[i]);
  }
  breakdown.people = whole;
}

std::vector<Breakdown> read_breakdowns(const DocumentInput& table, const std::string& column, Asked& asked) {
  std::vector<Breakdown> all;
  std::set<std::uint64_t> totals;
  for (const std::vector<std::size_t>& rows : breakdowns_of(table)) {
    auto breakdown = read_breakdown(table, rows, column);
    if (!breakdown) continue;
    if (breakdown->withheld.empty()) totals.insert(breakdown->people);
    all.push_back(std::move(*breakdown));
  }
  for (Breakdown& breakdown : all) {
    const bool can_be_told = totals.size() == 1 && breakdown.people <= *totals.begin();
    if (!breakdown.withheld.empty() && can_be_told) fill_in(breakdown, *totals.begin(), asked);
  }
  return all;
}

// Nobody can conclude anything from breakdowns that come to other numbers.
void relate_breakdowns(const DocumentInput& table, const std::string& column, Asked& asked) {
  std::map<std::uint64_t, std::vector<Breakdown>> by_people;
  for (Breakdown& one : read_breakdowns(table, column, asked)) {
    const bool has_gaps =
        std::ranges::any_of(one.withheld, [&](const Key& key) { return !one.counts.contains(key); });
    if (!has_gaps) by_people[one.people].push_back(std::move(one));
  }
  for (const auto& [people, breakdowns] : by_people) {
    if (breakdowns.size() < 2) continue;
    CountSum total;
    for (const auto& [key, count] : breakdowns.front().counts) total.emplace(key, 1);
    for (const Breakdown& one : breakdowns) {
      std::vector<CountSum> parts;
      for (const auto& [key, count] : one.counts) parts.push_back(tallies::just(key));
      asked.document_counts.counts.insert(one.counts.begin(), one.counts.end());
      if (&one != &breakdowns.front()) asked.shown.totals.insert({total, std::move(parts)});
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

// Those of the one who are not among the other, who are some of them.
CountSum rest_of(const Key& all, const Key& some) {
  return {{all, 1}, {some, -1}};
}

void relate_rest(const Key& all, const Key& some, Asked& asked) {
  asked.shown.totals.insert({tallies::just(all), {tallies::just(some), rest_of(all, some)}});
}

// A figure of the document about people, if its row is there; added to what is known of the document.
std::optional<Key> figure_of(const DocumentInput& figures, const std::string& id, Asked& asked) {
  const auto row = figures.document.find(id);
  if (!row) return std::nullopt;
  const Supplied supplied = supplied_at(figures.document, *row, "value");
  if (!supplied.people) return std::nullopt;
  Key key = tallies::document_cell(figures.name(), *row, "value");
  asked.document_counts.counts.emplace(key, Count{*supplied.people});
  return key;
}

std::uint64_t people_of(const Key& key, const Asked& asked) {
  return std::get<Count>(asked.document_counts.counts.at(key)).people;
}

// Whoever sees the referred and the supported knows how many were not; and several parts that come to the
// whole are taken for all of it.
void relate_figures(const DocumentInput& figures, Asked& asked) {
  for (const auto& [whole_id, ids] : figures.parts) {
    const auto whole = figure_of(figures, whole_id, asked);
    if (!whole) continue;
    std::vector<CountSum> parts;
    std::uint64_t together = 0;
    for (const std::string& id : ids) {
      const auto part = figure_of(figures, id, asked);
      if (!part || people_of(*part, asked) > people_of(*whole, asked)) continue;
      relate_rest(*whole, *part, asked);
      parts.push_back(tallies::just(*part));
      together += people_of(*part, asked);
    }
    if (parts.size() > 1 && together == people_of(*whole, asked))
      asked.shown.totals.insert({tallies::just(*whole), std::move(parts)});
  }
}

// Where the rows of a division are counted elsewhere as well, or divided another way.
void relate_divisions(Asked& asked) {
  std::map<Key, std::vector<const RegisterDivision*>> by_whole;
  for (const RegisterDivision& division : asked.divisions)
    by_whole[tallies::document_rows(division.input, division.rows)].push_back(&division);
  for (const auto& [whole, divisions] : by_whole) {
    const bool is_counted = asked.document_counts.counts.contains(whole);
    CountSum total;
    if (is_counted) total = tallies::just(whole);
    for (const RegisterDivision* division : divisions) {
      if (total.empty()) {
        for (const Key& part : division->parts) total.emplace(part, 1);
        continue;
      }
      std::vector<CountSum> parts;
      for (const Key& part : division->parts) parts.push_back(tallies::just(part));
      asked.shown.totals.insert({total, std::move(parts)});
    }
  }
}

// Whoever knows how many are on a register, and how many of some kind, knows the others.
void relate_register(const DocumentInput& counted, Asked& asked) {
  Rows all;
  for (std::size_t row = 1; row <= counted.document.row_count(); ++row) all.insert(row);
  const Key everybody = tallies::document_rows(counted.name(), all);
  if (!asked.document_counts.counts.contains(everybody)) return;
  for (const auto& [key, count] : asked.document_counts.counts) {
    const bool is_some_rows = key.input == counted.name() && !key.admits.contains("@column");
    if (is_some_rows && key != everybody && !key.admits.at("@row").empty())
      relate_rest(everybody, key, asked);
  }
}

// A line of a table: the numbers of rows of one register that stand in a column or a row, none twice.
struct Line {
  std::string input;
  std::set<Rows> counted;

  void add(const Cell& cell, const Inputs& inputs) {
    const auto* expression = std::get_if<Expression>(&cell);
    if (expression == nullptr || expression->operation != Operation::rows) return;
    const DocumentInput& document = inputs.documents.at(expression->input);
    if (!document.rows_are_people || expression->row_numbers.empty()) return;
    if (input.empty()) input = document.name();
    if (input == document.name())
      counted.emplace(expression->row_numbers.begin(), expression->row_numbers.end());
  }
};

// The rows of all sets, if no row is in two of them.
std::optional<Rows> joined(const std::vector<Rows>& sets) {
  Rows all;
  std::size_t people = 0;
  for (const Rows& rows : sets) {
    all.insert(rows.begin(), rows.end());
    people += rows.size();
  }
  return people == all.size() ? std::optional(all) : std::nullopt;
}

void note_line(const Line& line, Asked& asked) {
  if (line.counted.size() < 2) return;
  std::vector<Rows> parts(line.counted.begin(), line.counted.end());
  std::ranges::stable_sort(parts, {}, &Rows::size);
  for (std::size_t some = 0; some < parts.size(); ++some) {
    for (std::size_t all = some + 1; all < parts.size(); ++all) {
      if (std::ranges::includes(parts[all], parts[some]))
        relate_rest(tallies::document_rows(line.input, parts[all]),
                    tallies::document_rows(line.input, parts[some]), asked);
    }
  }
  const Rows largest = parts.back();
  parts.pop_back();
  if (joined(parts) != largest) parts.push_back(largest);
  const auto rows = joined(parts);
  if (!rows || parts.size() < 2) return;
  RegisterDivision division{line.input, *rows, {}};
  for (const Rows& part : parts) division.parts.push_back(tallies::document_rows(line.input, part));
  asked.divisions.push_back(std::move(division));
}

}  // namespace

void note_divisions(const Table& table, const Inputs& inputs, Asked& asked) {
  std::vector<Line> columns(table.columns.size());
  for (const Row& row : table.rows) {
    Line across;
    for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
      across.add(row.cells[i], inputs);
      columns[i].add(row.cells[i], inputs);
    }
    note_line(across, asked);
  }
  for (const Line& column : columns) note_line(column, asked);
}

void relate_documents(const Inputs& inputs, Asked& asked) {
  for (const auto& [name, document] : inputs.documents) {
    relate_table(document, asked);
    relate_figures(document, asked);
    if (document.rows_are_people) relate_register(document, asked);
  }
  relate_divisions(asked);
}

}  // namespace eqr::measures
