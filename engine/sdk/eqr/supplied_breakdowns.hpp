// A table of people by characteristic and group, as services supply it: service users, the population,
// people at the stages of recruitment.
//
// Rows of one characteristic and group belong together, so that several services may each give a row. The
// column `declared` reads `no` for people who did not say or preferred not to: they stand in the table and
// outside every share.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eqr/supplied_figures.hpp"
#include "eqr/theme.hpp"

namespace eqr {

struct BreakdownGroup {
  std::string label;  // as first written
  std::vector<std::size_t> rows;
  bool declared = true;
};

struct Breakdown {
  std::string characteristic;  // as first written
  std::vector<BreakdownGroup> groups;

  // The group of that label, compared without regard to ASCII case, or null.
  [[nodiscard]] const BreakdownGroup* find(std::string_view label) const;
};

namespace detail {

[[nodiscard]] inline bool same(std::string_view left, std::string_view right) {
  const auto lower = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

[[nodiscard]] inline Expression total(std::vector<Expression> numbers) {
  return numbers.size() == 1 ? std::move(numbers.front()) : sum(std::move(numbers));
}

[[nodiscard]] inline Expression declared_people(const Document& document, const Breakdown& breakdown) {
  std::vector<Expression> numbers;
  for (const BreakdownGroup& group : breakdown.groups) {
    if (!group.declared) continue;
    for (const std::size_t row : group.rows) numbers.push_back(document.cell(row, "count"));
  }
  return total(std::move(numbers));
}

inline BreakdownGroup& group_for(Breakdown& breakdown, const std::string& label, bool declared,
                                 const Document& document) {
  for (BreakdownGroup& group : breakdown.groups) {
    if (!same(group.label, label)) continue;
    if (group.declared != declared) {
      throw ThemeFault("input \"" + document.input() + "\": the group \"" + group.label + "\" of " +
                       breakdown.characteristic +
                       " is declared in one row and not in another; write the same in its column "
                       "\"declared\" everywhere");
    }
    return group;
  }
  return breakdown.groups.emplace_back(BreakdownGroup{label, {}, declared});
}

}  // namespace detail

inline const BreakdownGroup* Breakdown::find(std::string_view label) const {
  for (const BreakdownGroup& group : groups) {
    if (detail::same(group.label, label)) return &group;
  }
  return nullptr;
}

// The breakdown of that characteristic, compared without regard to ASCII case, or null.
[[nodiscard]] inline const Breakdown* find(const std::vector<Breakdown>& all,
                                           std::string_view characteristic) {
  for (const Breakdown& breakdown : all) {
    if (detail::same(breakdown.characteristic, characteristic)) return &breakdown;
  }
  return nullptr;
}

// One for each characteristic, in order of first appearance. Throws ThemeFault, naming the input, for a
// group that is declared in one row and undeclared in another.
[[nodiscard]] inline std::vector<Breakdown> breakdowns(const Document& document) {
  std::vector<Breakdown> all;
  for (const std::size_t row : all_rows(document)) {
    const std::string characteristic = stated(document.text(row, "characteristic"));
    auto breakdown = std::find_if(all.begin(), all.end(), [&](const Breakdown& seen) {
      return detail::same(seen.characteristic, characteristic);
    });
    if (breakdown == all.end()) breakdown = all.insert(breakdown, {characteristic, {}});
    const bool declared = !detail::same(document.text(row, "declared"), "no");
    detail::group_for(*breakdown, stated(document.text(row, "group")), declared, document)
        .rows.push_back(row);
  }
  return all;
}

// The people of a group: the sum of a number column over its rows.
[[nodiscard]] inline Expression number_of(const Document& document, const BreakdownGroup& group,
                                          const std::string& column) {
  std::vector<Expression> numbers;
  for (const std::size_t row : group.rows) numbers.push_back(document.cell(row, column));
  return detail::total(std::move(numbers));
}

// Whether a breakdown gives numbers in its column `count`; otherwise it gives shares in `percent`.
[[nodiscard]] inline bool has_counts(const Document& document, const Breakdown& breakdown) {
  for (const BreakdownGroup& group : breakdown.groups) {
    for (const std::size_t row : group.rows) {
      if (document.text(row, "count").empty() && !document.text(row, "percent").empty()) return false;
    }
  }
  return true;
}

// A group's share of those who declared: worked out from counts, or the percentage as supplied. None for an
// undeclared group. Throws ThemeFault for a percentage given twice, because percentages cannot be added up.
[[nodiscard]] inline std::optional<Expression> share_of(const Document& document, const Breakdown& breakdown,
                                                        const BreakdownGroup& group) {
  if (!group.declared) return std::nullopt;
  if (has_counts(document, breakdown)) {
    return percent_of(number_of(document, group, "count"), detail::declared_people(document, breakdown));
  }
  if (group.rows.size() > 1) {
    throw ThemeFault("input \"" + document.input() + "\": the group \"" + group.label + "\" of " +
                     breakdown.characteristic +
                     " has more than one row of percentages, which cannot be added up; give counts, or one "
                     "row for each group");
  }
  return document.cell(group.rows.front(), "percent");
}

// The distinct sources of the rows of a breakdown, as notes: "Source: …".
[[nodiscard]] inline std::vector<std::string> source_notes(const Document& document,
                                                           const Breakdown& breakdown) {
  std::vector<std::string> notes;
  for (const BreakdownGroup& group : breakdown.groups) {
    for (const std::size_t row : group.rows) {
      const std::string note = "Source: " + stated(document.text(row, "source")) + ".";
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
  }
  return notes;
}

}  // namespace eqr
