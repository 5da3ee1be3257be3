// How counted figures answer questions; counted.cpp reads them.
#include <algorithm>
#include <utility>

#include "people/counted.hpp"

namespace eqr::persons {
namespace {

using tallies::Answer;
using tallies::Key;
using tallies::Unavailable;

using Rows = std::vector<const CountedRow*>;

// The sum of rows that have counts, share nobody and together make up `wanted`, or nothing. Each step takes
// the first leaf still wanted and tries the rows that hold it, so that every combination is met once.
std::optional<std::uint64_t> union_of_counts(const Rows& rows, const std::set<std::string>& wanted) {
  if (wanted.empty()) return 0;
  for (const CountedRow* row : rows) {
    if (!row->count || !row->leaves.contains(*wanted.begin())) continue;
    if (!std::includes(wanted.begin(), wanted.end(), row->leaves.begin(), row->leaves.end())) continue;
    std::set<std::string> rest = wanted;
    for (const std::string& leaf : row->leaves) rest.erase(leaf);
    if (const auto others = union_of_counts(rows, rest)) return *row->count + *others;
  }
  return std::nullopt;
}

class CountedAnswers {
 public:
  CountedAnswers(const Codebook& codebook, const CountedFigures& figures, std::string input,
                 tallies::Snapshot snapshot)
      : m_codebook(codebook), m_input(std::move(input)), m_snapshot(snapshot) {
    for (const CountedRow& row : figures.rows) {
      if (row.snapshot == snapshot) m_rows[row.characteristic].push_back(&row);
    }
    // A published total of a whole group is better than the sum of its parts, so large groups come first.
    for (auto& [characteristic, rows] : m_rows) {
      std::stable_sort(rows.begin(), rows.end(), [](const CountedRow* a, const CountedRow* b) {
        return a->leaves.size() > b->leaves.size();
      });
    }
  }

  [[nodiscard]] Answer answer(const Key& key) const {
    if (m_rows.empty()) {
      const bool last = m_snapshot == tallies::Snapshot::last_year;
      return Unavailable{last ? "no figures for last year were received" : "no figures were received"};
    }
    if (key.admits.empty()) return everyone();
    if (key.admits.size() > 1) return Unavailable{"published by one characteristic at a time"};
    return group(key.admits.begin()->first, key.admits.begin()->second);
  }

 private:
  [[nodiscard]] Answer everyone() const {
    if (const auto whole = m_rows.find(""); whole != m_rows.end()) {
      const CountedRow* row = whole->second.front();
      if (row->count) return tallies::Count{*row->count};
    }
    // Published tables of one organisation may be of different dates: only an agreed total is one.
    std::optional<std::uint64_t> total;
    for (const auto& [id, rows] : m_rows) {
      const Characteristic* characteristic = m_codebook.find(id);
      if (characteristic == nullptr) continue;
      const auto sum = union_of_counts(rows, characteristic->all_leaves());
      if (sum && total && *sum != *total) return Unavailable{"the published tables have different totals"};
      if (sum) total = sum;
    }
    if (total) return tallies::Count{*total};
    return Unavailable{has_counts() ? "no total was published" : "published as percentages only"};
  }

  [[nodiscard]] Answer group(const std::string& column, const std::set<std::string>& leaves) const {
    const auto found = m_rows.find(column);
    if (found == m_rows.end()) return Unavailable{"not published by \"" + title(column) + '"'};
    const Rows& rows = found->second;
    const auto same =
        std::find_if(rows.begin(), rows.end(), [&](const CountedRow* row) { return row->leaves == leaves; });
    if (same != rows.end() && (*same)->count) return tallies::Count{*(*same)->count};
    if (const auto sum = union_of_counts(rows, leaves)) return tallies::Count{*sum};
    if (same == rows.end()) return missing(rows, leaves);
    if (!(*same)->percent) return Unavailable{"left empty in the published figures"};
    return tallies::Percentage{*(*same)->percent, base_of(**same), (*same)->base_people};
  }

  [[nodiscard]] std::string title(const std::string& column) const {
    const Characteristic* characteristic = m_codebook.find(column);
    return characteristic == nullptr ? column : characteristic->title;
  }

  [[nodiscard]] static Answer missing(const Rows& rows, const std::set<std::string>& leaves) {
    const bool has_part = std::any_of(rows.begin(), rows.end(), [&](const CountedRow* row) {
      return row->percent &&
             std::includes(leaves.begin(), leaves.end(), row->leaves.begin(), row->leaves.end());
    });
    // Adding rounded percentages would make a number that nobody published.
    return Unavailable{has_part ? "published as percentages of smaller groups only"
                                : "not among the groups published"};
  }

  [[nodiscard]] std::optional<Key> base_of(const CountedRow& row) const {
    const Key everybody{m_input, m_snapshot, {}};
    if (row.base == PercentageBase::everyone) return everybody;
    if (row.base != PercentageBase::declared) return std::nullopt;
    Key declared = everybody;
    declared.admits[row.characteristic] = m_codebook.find(row.characteristic)->declared();
    return declared;
  }

  [[nodiscard]] bool has_counts() const {
    return std::any_of(m_rows.begin(), m_rows.end(), [](const auto& table) {
      return std::any_of(table.second.begin(), table.second.end(),
                         [](const CountedRow* row) { return row->count.has_value(); });
    });
  }

  const Codebook& m_codebook;
  std::string m_input;
  tallies::Snapshot m_snapshot;
  std::map<std::string, Rows> m_rows;  // by characteristic; everybody under ""
};

std::string no_amounts_held(tallies::Amount amount) {
  return amount == tallies::Amount::bonus
             ? "the records do not hold bonus pay"
             : "no rates of pay are held for figures that arrived already counted";
}

}  // namespace

tallies::Answers answer(const Codebook& codebook, const CountedFigures& figures, const std::string& input,
                        tallies::Snapshot snapshot, const tallies::Questions& questions) {
  const CountedAnswers counted(codebook, figures, input, snapshot);
  tallies::Answers answers;
  for (const Key& key : questions.counts) {
    if (key.input == input && key.snapshot == snapshot) answers.counts.emplace(key, counted.answer(key));
  }
  for (const auto& [amount, keys] : questions.amounts) {
    for (const Key& key : keys) {
      if (key.input != input || key.snapshot != snapshot) continue;
      answers.amounts[amount].emplace(key, Unavailable{no_amounts_held(amount)});
    }
  }
  return answers;
}

}  // namespace eqr::persons
