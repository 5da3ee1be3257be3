#include "people/counted.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "problems/problem.hpp"
#include "tabular/csv.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

using problems::Problem;

// What groups together may exceed 100% by, each having been rounded.
const numbers::Exact most_percent(201, 2);

const std::vector<std::string> headings = {"characteristic", "group", "count", "percent",
                                           "base",           "as_at", "year"};

std::string in_quotes(std::string_view word) {
  return '"' + std::string(word) + '"';
}

// Reads one file: its rows name things as people write them, the codebook says what they are.
class CountedReader {
 public:
  CountedReader(const Codebook& codebook, const tabular::Table& table)
      : m_codebook(codebook), m_table(table) {}

  CountedFigures read() {
    check_headings();
    if (m_problems.empty()) {
      for (const tabular::Record& record : m_table.records) read_row(record);
      check_repeats();
      check_sums();
    }
    if (m_problems.empty() && m_figures.rows.empty()) tell(0, {}, "the file holds no figures");
    problems::throw_if_any(problems::Cost::nothing_written, std::move(m_problems));
    m_figures.file = m_table.file;
    return std::move(m_figures);
  }

 private:
  void tell(std::size_t line, std::string column, std::string message, std::string hint = {}) {
    m_problems.push_back({{m_table.file, line, 0, std::move(column)}, std::move(message), std::move(hint)});
  }

  void check_headings() {
    for (const std::string& heading : m_table.header) {
      if (std::find(headings.begin(), headings.end(), text::normalised(heading)) == headings.end()) {
        tell(1, heading, "there is no such column in counted figures", text::suggestion(heading, headings));
      }
    }
    for (const std::string& heading : {headings[0], headings[1]}) {
      if (!m_table.column(heading)) tell(1, heading, "this column is missing");
    }
    if (!m_table.column("count") && !m_table.column("percent")) {
      tell(1, {}, "there is neither a column \"count\" nor a column \"percent\"");
    }
  }

  [[nodiscard]] std::string_view cell(const tabular::Record& record, std::string_view heading) const {
    const auto column = m_table.column(heading);
    return column ? text::trimmed(record.fields[*column]) : std::string_view{};
  }

  void read_row(const tabular::Record& record) {
    CountedRow row;
    row.line = record.line;
    const std::size_t before = m_problems.size();
    read_group(record, row);
    read_count(record, row);
    read_percent(record, row);
    read_when(record, row);
    if (m_problems.size() == before) m_figures.rows.push_back(std::move(row));
  }

  void read_group(const tabular::Record& record, CountedRow& row) {
    const std::string_view name = cell(record, "characteristic"), group = cell(record, "group");
    if (name.empty() || text::normalised(name) == "all") {
      if (!group.empty() && text::normalised(group) != "all") {
        tell(record.line, "characteristic", "a group needs the characteristic it belongs to",
             "only the row for everybody, with the group \"all\", has none");
      }
      return;
    }
    std::vector<std::string> ids;
    const Characteristic* found = nullptr;
    for (const Characteristic& each : m_codebook.characteristics) {
      ids.push_back(each.id);
      const bool is_it = text::normalised(name) == text::normalised(each.id) ||
                         text::normalised(name) == text::normalised(each.title);
      if (is_it) found = &each;
    }
    if (found == nullptr) {
      tell(record.line, "characteristic", "the codebook has no characteristic " + in_quotes(name),
           text::suggestion(name, ids));
      return;
    }
    row.characteristic = found->id;
    row.leaves = leaves_of(*found, group);
    if (row.leaves.empty()) {
      std::vector<std::string> labels;
      for (const Leaf& leaf : found->leaves) labels.push_back(leaf.label);
      for (const Aggregate& aggregate : found->aggregates) labels.push_back(aggregate.label);
      tell(record.line, "group",
           "characteristic " + in_quotes(found->id) + " has no group " + in_quotes(group),
           text::suggestion(group, labels));
    }
  }

  // Ids come before labels and labels before listed values: the first two are unique in a characteristic.
  [[nodiscard]] static std::set<std::string> leaves_of(const Characteristic& characteristic,
                                                       std::string_view group) {
    const std::string wanted = text::normalised(group);
    for (const bool by_id : {true, false}) {
      for (const Leaf& leaf : characteristic.leaves) {
        if (text::normalised(by_id ? leaf.id : leaf.label) == wanted) return {leaf.id};
      }
      for (const Aggregate& aggregate : characteristic.aggregates) {
        if (text::normalised(by_id ? aggregate.id : aggregate.label) == wanted) return aggregate.leaves;
      }
    }
    for (const Leaf& leaf : characteristic.leaves) {
      for (const std::string& value : leaf.values) {
        if (text::normalised(value) == wanted) return {leaf.id};
      }
    }
    return {};
  }

  [[nodiscard]] static std::optional<std::uint64_t> whole_number(std::string_view written) {
    const auto number = numbers::parse_decimal(written);
    if (!number || number->places != 0 || number->digits < 0) return std::nullopt;
    return static_cast<std::uint64_t>(number->digits);
  }

  void read_count(const tabular::Record& record, CountedRow& row) {
    const std::string_view written = cell(record, "count");
    if (written.empty()) return;
    row.count = whole_number(written);
    if (!row.count) {
      tell(record.line, "count", "not a whole number of people", "leave it empty when it is not known");
    }
  }

  void read_percent(const tabular::Record& record, CountedRow& row) {
    const std::string_view written = cell(record, "percent"), base = cell(record, "base");
    if (!written.empty()) {
      row.percent = numbers::parse_decimal(written);
      if (!row.percent || row.percent->digits < 0 || numbers::exact(*row.percent) > 100) {
        tell(record.line, "percent", "not a percentage from 0 to 100",
             "write 13.9 for 13.9%, or leave it empty when it is not known");
      }
    }
    const std::string word = text::normalised(base);
    if (word == "all") {
      row.base = PercentageBase::everyone;
    } else if (word == "declared") {
      row.base = PercentageBase::declared;
      check_is_declared(row);
    } else if (!word.empty()) {
      row.base = PercentageBase::stated_number;
      row.base_people = whole_number(base);
      if (!row.base_people) {
        tell(record.line, "base", "not a base that is known",
             "all, declared, a whole number of people, or empty when the source does not state it");
      }
    }
  }

  void check_is_declared(const CountedRow& row) {
    const Characteristic* characteristic = m_codebook.find(row.characteristic);
    if (characteristic == nullptr || row.leaves.empty()) return;
    const std::set<std::string> declared = characteristic->declared();
    if (std::includes(declared.begin(), declared.end(), row.leaves.begin(), row.leaves.end())) return;
    tell(row.line, "base", "people who have not declared cannot be a percentage of those who have",
         "give the base as all");
  }

  void read_when(const tabular::Record& record, CountedRow& row) {
    if (const std::string_view written = cell(record, "as_at"); !written.empty()) {
      row.as_at = calendar::parse_date(written);
      if (!row.as_at) tell(record.line, "as_at", "not a date", "write dates as 2018-03-31 or 31/03/2018");
    }
    const std::string year = text::normalised(cell(record, "year"));
    if (year == "last") {
      row.snapshot = tallies::Snapshot::last_year;
    } else if (!year.empty() && year != "this") {
      tell(record.line, "year", "has to be \"this\" or \"last\"");
    }
  }

  void check_repeats() {
    std::map<std::tuple<tallies::Snapshot, std::string, std::set<std::string>>, std::size_t> first;
    for (const CountedRow& row : m_figures.rows) {
      const auto [earlier, is_new] =
          first.emplace(std::tuple{row.snapshot, row.characteristic, row.leaves}, row.line);
      if (!is_new) {
        tell(row.line, "group", "the same group stands in line " + std::to_string(earlier->second),
             "keep one row for each group and year");
      }
    }
  }

  // Groups that share nobody cannot be more than everybody. Small groups first, so that an aggregate is
  // passed over when its parts are there.
  void check_sums() {
    std::map<std::tuple<tallies::Snapshot, std::string>, std::vector<const CountedRow*>> tables;
    for (const CountedRow& row : m_figures.rows) {
      if (row.percent && !row.leaves.empty()) tables[{row.snapshot, row.characteristic}].push_back(&row);
    }
    for (auto& [table, rows] : tables) {
      for (const PercentageBase base : {PercentageBase::everyone, PercentageBase::declared})
        check_sum(rows, base);
      check_sum(rows, std::nullopt);
    }
  }
  void check_sum(std::vector<const CountedRow*> rows, std::optional<PercentageBase> base) {
    std::erase_if(rows, [&](const CountedRow* row) {
      const bool is_named = row->base == PercentageBase::everyone || row->base == PercentageBase::declared;
      return base ? row->base != *base : is_named;
    });
    std::stable_sort(rows.begin(), rows.end(), [](const CountedRow* a, const CountedRow* b) {
      return a->leaves.size() < b->leaves.size();
    });
    std::set<std::string> covered;
    numbers::Exact sum = 0;
    std::size_t last_line = 0;
    for (const CountedRow* row : rows) {
      const bool overlaps = std::any_of(row->leaves.begin(), row->leaves.end(),
                                        [&](const std::string& leaf) { return covered.contains(leaf); });
      if (overlaps) continue;
      covered.insert(row->leaves.begin(), row->leaves.end());
      sum += numbers::exact(*row->percent);
      last_line = std::max(last_line, row->line);
    }
    if (sum <= most_percent) return;
    tell(last_line, "percent",
         "the groups of " + in_quotes(rows.front()->characteristic) + " add up to " +
             numbers::to_text(numbers::rounded(sum, 1)) + '%',
         "groups that share nobody cannot be more than 100% together: check the figures and their base");
  }

  const Codebook& m_codebook;
  const tabular::Table& m_table;
  CountedFigures m_figures;
  std::vector<Problem> m_problems;
};

}  // namespace

std::set<std::string> CountedFigures::characteristics() const {
  std::set<std::string> ids;
  for (const CountedRow& row : rows) {
    if (!row.characteristic.empty()) ids.insert(row.characteristic);
  }
  return ids;
}

bool CountedFigures::has_last_year() const {
  return std::any_of(rows.begin(), rows.end(),
                     [](const CountedRow& row) { return row.snapshot == tallies::Snapshot::last_year; });
}

CountedFigures read_counted(const Codebook& codebook, std::string_view bytes, const std::string& file) {
  const tabular::Table table = tabular::read_csv(bytes, file);
  return CountedReader(codebook, table).read();
}

}  // namespace eqr::persons
