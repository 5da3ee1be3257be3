#include "people/row_faults.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "people/placing.hpp"
#include "tabular/headings.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

using problems::Problem;

// A value that ten people share says nothing about one of them; fewer might.
constexpr std::uint64_t people_to_name_a_value = 10;
constexpr std::size_t most_named_values = 5;

}  // namespace

void SomeRows::add(std::size_t line) {
  ++count;
  if (lines.size() < most_lines) lines.push_back(line);
}

void SomeRows::add(const SomeRows& others) {
  count += others.count;
  lines.insert(lines.end(), others.lines.begin(), others.lines.end());
  std::sort(lines.begin(), lines.end());
  if (lines.size() > most_lines) lines.resize(most_lines);
}

std::string SomeRows::in_words() const {
  if (count < 2) return {};
  std::vector<std::string> named;
  for (const std::size_t line : lines) named.push_back(std::to_string(line));
  std::string written = " (" + std::to_string(count) + " rows: lines ";
  if (count == lines.size()) return written + text::list_and(named) + ')';
  for (std::size_t i = 0; i < named.size(); ++i) written += (i > 0 ? ", " : "") + named[i];
  return written + " and others)";
}

void RowFaults::add(std::string_view heading, std::string_view message, std::string_view hint,
                    std::size_t line) {
  Fault& fault = m_faults[{std::string(heading), std::string(message)}];
  fault.hint = hint;
  fault.rows.add(line);
}

void RowFaults::add_unlisted(const std::string& heading, std::string_view hint, std::string_view value,
                             std::size_t line) {
  Unlisted& unlisted = m_unlisted[heading];
  if (unlisted.values.empty()) unlisted.hint = hint;
  Unlisted::Value& seen = unlisted.values[text::normalised(value)];
  if (seen.rows.count == 0) seen.shown = text::trimmed(value);
  seen.rows.add(line);
}

void RowFaults::add(Problem problem) {
  m_problems.push_back(std::move(problem));
}

void RowFaults::add(const RowFaults& other) {
  for (const auto& [where, fault] : other.m_faults) {
    Fault& own = m_faults[where];
    own.hint = fault.hint;
    own.rows.add(fault.rows);
  }
  for (const auto& [heading, unlisted] : other.m_unlisted) {
    Unlisted& own = m_unlisted[heading];
    own.hint = unlisted.hint;
    for (const auto& [compared, value] : unlisted.values) {
      Unlisted::Value& same = own.values[compared];
      const bool is_earlier = same.rows.count == 0 || value.rows.lines.front() < same.rows.lines.front();
      if (is_earlier) same.shown = value.shown;
      same.rows.add(value.rows);
    }
  }
  m_problems.insert(m_problems.end(), other.m_problems.begin(), other.m_problems.end());
}

void RowFaults::add_broken(const std::vector<Problem>& problems) {
  m_broken.add(problems);
}

std::vector<Problem> RowFaults::problems_of(const std::string& heading, const Unlisted& unlisted) const {
  std::vector<Problem> told;
  SomeRows others;
  std::size_t other_values = 0;
  for (const auto& [compared, value] : unlisted.values) {
    if (value.rows.count >= people_to_name_a_value && tabular::is_plain(value.shown) &&
        told.size() < most_named_values) {
      told.push_back({{m_file, value.rows.lines.front(), 0, heading},
                      "the value \"" + value.shown + "\" is not in the codebook" + value.rows.in_words(),
                      unlisted.hint});
    } else {
      others.add(value.rows);
      ++other_values;
    }
  }
  if (other_values > 0) {
    const std::string which = other_values == 1
                                  ? std::string(message(Misfit::not_listed))
                                  : std::to_string(other_values) + " values that the codebook does not list";
    told.push_back({{m_file, others.lines.front(), 0, heading}, which + others.in_words(), unlisted.hint});
  }
  return told;
}

std::vector<Problem> RowFaults::problems() const {
  std::vector<Problem> all = m_problems;
  for (const auto& [where, fault] : m_faults) {
    all.push_back({{m_file, fault.rows.lines.front(), 0, where.first},
                   where.second + fault.rows.in_words(),
                   fault.hint});
  }
  for (const auto& [heading, unlisted] : m_unlisted) {
    const std::vector<Problem> told = problems_of(heading, unlisted);
    all.insert(all.end(), told.begin(), told.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  std::vector<Problem> told = m_broken.taken();
  told.insert(told.end(), all.begin(), all.end());
  return told;
}

std::vector<RowFaults::Summary> RowFaults::summaries() const {
  std::vector<Summary> all;
  for (const auto& [where, fault] : m_faults)
    all.push_back({where.first, where.second, fault.hint, fault.rows.count});
  for (const auto& [heading, unlisted] : m_unlisted) {
    SomeRows rows;
    for (const auto& [compared, value] : unlisted.values) rows.add(value.rows);
    all.push_back({heading, std::string(message(Misfit::not_listed)), unlisted.hint, rows.count});
  }
  return all;
}

}  // namespace eqr::persons
