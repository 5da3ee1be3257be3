#include "recruitment.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "eqr/supplied_breakdowns.hpp"
#include "eqr/supplied_figures.hpp"

namespace eqr::advancing_opportunity {
namespace {

constexpr Format two_place_ratio{Unit::ratio, 2};

bool is_marked(const Document& recruitment, const BreakdownGroup& group) {
  return std::any_of(group.rows.begin(), group.rows.end(),
                     [&](std::size_t row) { return id_from(recruitment.text(row, "comparison")) == "yes"; });
}

// Null only when no group is declared.
const BreakdownGroup* comparison_group(const Document& recruitment, const Breakdown& breakdown) {
  const BreakdownGroup* first = nullptr;
  const BreakdownGroup* marked = nullptr;
  for (const BreakdownGroup& group : breakdown.groups) {
    if (first == nullptr && group.declared) first = &group;
    if (!is_marked(recruitment, group)) continue;
    if (marked != nullptr) {
      throw ThemeFault(
          "input \"" + recruitment.input() + "\": two groups of " + breakdown.characteristic +
          " are marked as the comparison group; leave `yes` in the column \"comparison\" of one");
    }
    marked = &group;
  }
  return marked != nullptr ? marked : first;
}

Expression shortlisted_rate(const Document& recruitment, const BreakdownGroup& group) {
  return percent_of(number_of(recruitment, group, "shortlisted"), number_of(recruitment, group, "applied"));
}

Expression appointed_rate(const Document& recruitment, const BreakdownGroup& group) {
  return percent_of(number_of(recruitment, group, "appointed"), number_of(recruitment, group, "shortlisted"));
}

Expression likelihood(const Document& recruitment, const BreakdownGroup& group,
                      const BreakdownGroup& comparison) {
  return ratio(appointed_rate(recruitment, group), appointed_rate(recruitment, comparison));
}

Table stages(const Document& recruitment, const Breakdown& breakdown, const BreakdownGroup* comparison,
             const Context& context) {
  Table table(
      "recruitment-" + id_from(breakdown.characteristic),
      "Recruitment: " + breakdown.characteristic + ", " + context.organisation + ", " + context.period);
  table.text_column("group", "Group")
      .number_column("applied", "Applied", whole_people)
      .number_column("shortlisted", "Shortlisted", whole_people)
      .number_column("appointed", "Appointed", whole_people)
      .number_column("shortlisted-percent", "Shortlisted of those who applied", one_place_percent)
      .number_column("appointed-percent", "Appointed of those shortlisted", one_place_percent);
  if (comparison != nullptr) {
    table.number_column("likelihood", "Likelihood of appointment compared with " + comparison->label,
                        two_place_ratio);
  }
  for (const BreakdownGroup& group : breakdown.groups) {
    std::vector<Cell> cells{group.label,
                            number_of(recruitment, group, "applied"),
                            number_of(recruitment, group, "shortlisted"),
                            number_of(recruitment, group, "appointed"),
                            shortlisted_rate(recruitment, group),
                            appointed_rate(recruitment, group)};
    if (comparison != nullptr && group.declared) {
      cells.emplace_back(likelihood(recruitment, group, *comparison));
    } else if (comparison != nullptr) {
      cells.emplace_back(NotApplicable{});
    }
    table.row(std::move(cells));
  }
  if (comparison != nullptr) {
    table.note("Likelihood: the rate of appointment from shortlisting divided by that of " +
               comparison->label + ". One is equal; below one is less likely, above one more likely.");
  }
  for (std::string& note : source_notes(recruitment, breakdown)) table.note(std::move(note));
  return table;
}

void add_figures(const Document& recruitment, const Breakdown& breakdown, const BreakdownGroup* comparison,
                 Draft& draft) {
  for (const BreakdownGroup& group : breakdown.groups) {
    const std::string name = "recruitment." + id_from(breakdown.characteristic) + "." + id_from(group.label);
    const std::string who = breakdown.characteristic + ", " + group.label;
    draft.figures.push_back({name + ".shortlisted-percent", "Shortlisted of those who applied: " + who,
                             shortlisted_rate(recruitment, group), std::nullopt, one_place_percent, ""});
    draft.figures.push_back({name + ".appointed-percent", "Appointed of those shortlisted: " + who,
                             appointed_rate(recruitment, group), std::nullopt, one_place_percent, ""});
    if (comparison != nullptr && group.declared) {
      draft.figures.push_back({name + ".likelihood",
                               "Likelihood of appointment compared with " + comparison->label + ": " + who,
                               likelihood(recruitment, group, *comparison), std::nullopt, two_place_ratio,
                               "Below one is less likely."});
    }
  }
}

}  // namespace

void add_recruitment(const Document& recruitment, const Context& context, Draft& draft, Section& section) {
  const std::vector<Breakdown> all = breakdowns(recruitment);
  for (const Breakdown& breakdown : all) {
    const BreakdownGroup* comparison = comparison_group(recruitment, breakdown);
    Table table = stages(recruitment, breakdown, comparison, context);
    add_figures(recruitment, breakdown, comparison, draft);
    draft.charts.push_back({table.id + "-chart",
                            Chart::Kind::grouped_bars,
                            table.title,
                            table.id,
                            "group",
                            {"shortlisted-percent", "appointed-percent"}});
    section.charts.push_back(table.id + "-chart");
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  }
}

}  // namespace eqr::advancing_opportunity
