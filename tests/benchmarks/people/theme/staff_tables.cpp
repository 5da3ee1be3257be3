// The tables of the benchmark as a theme: 9 of people by a characteristic in two years, 9 by characteristic
// and grade, one of pay gaps, one of people whose answer is not known. What people-job counts, a report.
//
// It stands in the place of the theme workforce, whose sections the usual template has a place for.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "eqr/measures.hpp"
#include "eqr/theme.hpp"

namespace eqr {
namespace {

constexpr std::array<const char*, 9> asked = {
    "sex", "ethnicity", "disability", "age-band", "religion", "orientation", "caring", "veteran", "contract"};

std::vector<std::string> ids(const std::vector<Group>& groups) {
  std::vector<std::string> found;
  for (const Group& group : groups) found.push_back(group.id);
  return found;
}

Table headcount(const Characteristic& by, const Context& context) {
  const Population now = people("staff"), before = now.last_year();
  const Population here = now.where_row(by.id), here_before = before.where_row(by.id);
  Table table(by.id, "Staff by " + by.title + ", " + context.snapshot + " and " + context.last_snapshot);
  table.text_column("group", by.title)
      .number_column("people", "This year", whole_people)
      .number_column("percent", "Share this year", one_place_percent)
      .number_column("last-year", "Last year", whole_people)
      .number_column("last-year-percent", "Share last year", one_place_percent)
      .each_row({"staff", by.id, ids(by.groups)}, {RowLabel{}, count(here), share_of(here, now),
                                                   count(here_before), share_of(here_before, before)});
  return table;
}

Table by_grade(const Characteristic& by, const Characteristic& grade, const Context& context) {
  const Population here = people("staff").where_row(by.id);
  Table table(by.id + "-by-grade", "Staff by " + by.title + " and grade, " + context.snapshot);
  table.text_column("group", by.title);
  std::vector<Cell> cells = {RowLabel{}};
  for (const Group& group : grade.groups) {
    table.number_column(group.id, group.label, whole_people);
    cells.emplace_back(count(here.where(grade.id, {group.id})));
  }
  table.number_column("total", "Total", whole_people);
  cells.emplace_back(count(here));
  table.each_row({"staff", by.id, ids(by.groups)}, std::move(cells));
  return table;
}

Table pay_gap(const Context& context) {
  const Population staff = people("staff");
  Table table("pay-gap", "Pay of women and men, " + context.snapshot);
  table.text_column("measure", "Measure")
      .number_column("percent", "Percentage", one_place_percent)
      .row({"Mean gap in hourly pay", mean_pay_gap(staff)})
      .row({"Median gap in hourly pay", median_pay_gap(staff)})
      .row({"Mean gap in bonus pay", mean_bonus_gap(staff)})
      .row({"Median gap in bonus pay", median_bonus_gap(staff)})
      .row({"Men who were paid a bonus", bonus_proportion(staff, "male")})
      .row({"Women who were paid a bonus", bonus_proportion(staff, "female")});
  for (int quarter = 1; quarter <= 4; ++quarter) {
    table.row({"Women in pay quarter " + std::to_string(quarter), pay_quarter(staff, quarter, "female")});
  }
  return table;
}

Table not_known(const std::vector<const Characteristic*>& characteristics, const Context& context) {
  const Population staff = people("staff");
  Table table("not-known", "Staff whose answer is not known, " + context.snapshot);
  table.text_column("characteristic", "Characteristic")
      .number_column("people", "Staff", whole_people)
      .number_column("percent", "Share of all staff", one_place_percent);
  for (const Characteristic* of : characteristics) {
    const Population unknown = staff.where(of->id, of->undeclared_groups());
    table.row({of->title, count(unknown), share_of(unknown, staff)});
  }
  return table;
}

class StaffTables final : public Theme {
 public:
  [[nodiscard]] Draft draft(const Context& context) const override {
    const PeopleInput* staff = context.people("staff");
    if (staff == nullptr || staff->find("grade") == nullptr) throw ThemeFault("the staff have no grades");
    std::vector<const Characteristic*> characteristics;
    for (const char* id : asked) {
      if (staff->find(id) == nullptr) throw ThemeFault(std::string("the staff have no ") + id);
      characteristics.push_back(staff->find(id));
    }
    Draft draft;
    const auto add = [&draft](Section& section, Table table) {
      section.tables.push_back(table.id);
      draft.tables.push_back(std::move(table));
    };
    Section profile{"profile", "Staff", {}, {}}, grades{"grade", "Staff by grade", {}, {}},
        pay{"pay-gap", "Pay", {}, {}};
    for (const Characteristic* by : characteristics) add(profile, headcount(*by, context));
    add(profile, not_known(characteristics, context));
    for (const Characteristic* by : characteristics)
      add(grades, by_grade(*by, *staff->find("grade"), context));
    add(pay, pay_gap(context));
    draft.sections = {std::move(profile), std::move(grades), std::move(pay)};
    return draft;
  }
};

}  // namespace
}  // namespace eqr

EQR_THEME(eqr::StaffTables)
