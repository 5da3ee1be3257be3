#include "breakdown.hpp"

#include <algorithm>
#include <utility>

#include "eqr/supplied_figures.hpp"

namespace eqr::advancing_opportunity {
namespace {

bool same(std::string_view left, std::string_view right) {
  const auto lower = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

Expression total(std::vector<Expression> numbers) {
  return numbers.size() == 1 ? std::move(numbers.front()) : sum(std::move(numbers));
}

Expression declared_people(const Document& document, const Breakdown& breakdown) {
  std::vector<Expression> numbers;
  for (const BreakdownGroup& group : breakdown.groups) {
    if (!group.declared) continue;
    for (const std::size_t row : group.rows) numbers.push_back(document.cell(row, "count"));
  }
  return total(std::move(numbers));
}

BreakdownGroup& group_for(Breakdown& breakdown, const std::string& label, bool declared,
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

}  // namespace

const BreakdownGroup* Breakdown::find(std::string_view label) const {
  for (const BreakdownGroup& group : groups) {
    if (same(group.label, label)) return &group;
  }
  return nullptr;
}

const Breakdown* find(const std::vector<Breakdown>& all, std::string_view characteristic) {
  for (const Breakdown& breakdown : all) {
    if (same(breakdown.characteristic, characteristic)) return &breakdown;
  }
  return nullptr;
}

std::vector<Breakdown> breakdowns(const Document& document) {
  std::vector<Breakdown> all;
  for (const std::size_t row : all_rows(document)) {
    const std::string characteristic = stated(document.text(row, "characteristic"));
    auto breakdown = std::find_if(all.begin(), all.end(), [&](const Breakdown& seen) {
      return same(seen.characteristic, characteristic);
    });
    if (breakdown == all.end()) breakdown = all.insert(breakdown, {characteristic, {}});
    const bool declared = !same(document.text(row, "declared"), "no");
    group_for(*breakdown, stated(document.text(row, "group")), declared, document).rows.push_back(row);
  }
  return all;
}

Expression number_of(const Document& document, const BreakdownGroup& group, const std::string& column) {
  std::vector<Expression> numbers;
  for (const std::size_t row : group.rows) numbers.push_back(document.cell(row, column));
  return total(std::move(numbers));
}

bool has_counts(const Document& document, const Breakdown& breakdown) {
  for (const BreakdownGroup& group : breakdown.groups) {
    for (const std::size_t row : group.rows) {
      if (document.text(row, "count").empty() && !document.text(row, "percent").empty()) return false;
    }
  }
  return true;
}

std::optional<Expression> share_of(const Document& document, const Breakdown& breakdown,
                                   const BreakdownGroup& group) {
  if (!group.declared) return std::nullopt;
  if (has_counts(document, breakdown)) {
    return percent_of(number_of(document, group, "count"), declared_people(document, breakdown));
  }
  if (group.rows.size() > 1) {
    throw ThemeFault("input \"" + document.input() + "\": the group \"" + group.label + "\" of " +
                     breakdown.characteristic +
                     " has more than one row of percentages, which cannot be added up; give counts, or one "
                     "row for each group");
  }
  return document.cell(group.rows.front(), "percent");
}

std::vector<std::string> source_notes(const Document& document, const Breakdown& breakdown) {
  std::vector<std::string> notes;
  for (const BreakdownGroup& group : breakdown.groups) {
    for (const std::size_t row : group.rows) {
      const std::string note = "Source: " + stated(document.text(row, "source")) + ".";
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
  }
  return notes;
}

}  // namespace eqr::advancing_opportunity
