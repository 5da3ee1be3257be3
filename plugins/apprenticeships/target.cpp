#include "target.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "eqr/supplied_rows.hpp"

namespace eqr::apprenticeships {
namespace {

constexpr Format two_place_percent{Unit::percent, 2};
constexpr Format two_place_points{Unit::percentage_points, 2};

struct Number {
  const char* letter;
  const char* id;
  const char* title;
};
constexpr std::array<Number, 6> numbers = {
    {{"A", "a", "Employees whose employment began in the period"},
     {"B", "b", "Apprentices who began work in the period under an agreement that began in it"},
     {"C", "c", "Employees at the end of the period"},
     {"D", "d", "Apprentices at the end of the period"},
     {"G", "g", "Apprentices immediately before the period"},
     {"H", "h", "Employees on the day before the period"}}};

struct Measure {
  const char* letter;
  const char* name;  // of the figure
  const char* title;
  const char* part;
  const char* whole;
  bool has_target;
};
constexpr std::array<Measure, 3> measures = {
    {{"E", "target.e", "Apprentices as a share of employees who began in the period (B / A)", "b", "a",
      false},
     {"F", "target.f", "Apprentices as a share of employees at the end of the period (D / C)", "d", "c",
      false},
     {"I", "target.i", "Apprentices who began, as a share of employees on the day before the period (B / H)",
      "b", "h", true}}};

}  // namespace

void add_target(const Context& context, const Document& target, Draft& draft) {
  const std::string where_and_when = ", " + context.organisation + ", " + context.period;
  Section section{"target", "The public sector apprenticeship target", {}, {}};

  Table counts("target-counts", "Numbers behind the apprenticeship target" + where_and_when);
  counts.text_column("measure", "Measure")
      .text_column("letter", "Letter in the regulations")
      .number_column("people", "People", whole_people);
  std::vector<std::size_t> shown;
  for (const Number& number : numbers) {
    const auto row = target.find(number.id);
    if (!row) continue;
    shown.push_back(*row);
    const Expression value = target.cell(*row, "value");
    counts.row({number.title, number.letter, value});
    draft.figures.push_back(
        {std::string("target.") + number.id, number.title, value, std::nullopt, whole_people, {}});
  }
  if (!counts.rows.empty()) {
    add_notes(target, shown, "label", counts);
    section.tables.push_back(counts.id);
    draft.tables.push_back(std::move(counts));
  }

  const Expression aim = setting("target-percent");
  Table shares("target-measures", "Measures of the apprenticeship target" + where_and_when);
  shares.text_column("measure", "Measure")
      .text_column("letter", "Letter in the regulations")
      .number_column("percent", "Percentage", two_place_percent)
      .number_column("target", "Target", two_place_percent)
      .number_column("difference", "Difference from the target", two_place_points)
      .note("Public Sector Apprenticeship Targets Regulations 2017. Only measure I has a target.");
  for (const Measure& measure : measures) {
    const auto part = target.find(measure.part);
    const auto whole = target.find(measure.whole);
    if (!part || !whole) continue;
    const Expression share = percent_of(target.cell(*part, "value"), target.cell(*whole, "value"));
    draft.figures.push_back({measure.name, measure.title, share, std::nullopt, two_place_percent, {}});
    if (!measure.has_target) {
      shares.row({measure.title, measure.letter, share, NotApplicable{}, NotApplicable{}});
      continue;
    }
    shares.row({measure.title, measure.letter, share, aim, change(share, aim)});
    draft.figures.push_back({"target.difference",
                             "Measure I compared with the apprenticeship target",
                             change(share, aim),
                             std::nullopt,
                             two_place_points,
                             {}});
  }
  if (shares.rows.empty() && section.tables.empty()) return;
  draft.figures.push_back({"target.percent",
                           "Apprentice starts aimed at in a year, as a share of headcount",
                           aim,
                           std::nullopt,
                           one_place_percent,
                           {}});
  if (!shares.rows.empty()) {
    add_notes(target, shown, "label", shares);
    section.tables.push_back(shares.id);
    draft.tables.push_back(std::move(shares));
  }
  draft.sections.push_back(std::move(section));
}

}  // namespace eqr::apprenticeships
