#include "grades.hpp"

#include <string>
#include <utility>
#include <vector>

namespace eqr::workforce {
namespace {

// One crossing of grade with a characteristic: the groups that get columns.
struct Crossing {
  std::string characteristic;
  std::vector<std::string> groups;
  std::string table;
  std::string title;
};

std::string joined(const std::string& first, const std::string& second) {
  return first + "-" + second;
}

std::vector<Cell> cells(const Crossing& crossing, Cell label, const Population& at_grade) {
  std::vector<Cell> made = {std::move(label)};
  for (const std::string& group : crossing.groups) {
    made.emplace_back(count(at_grade.where(crossing.characteristic, {group})));
  }
  made.emplace_back(count(at_grade));
  for (const std::string& group : crossing.groups) {
    made.emplace_back(percent_of(count(at_grade.where(crossing.characteristic, {group})), count(at_grade)));
  }
  return made;
}

void add_crossing(const Staff& staff, const Characteristic& grade, const Crossing& crossing, Section& section,
                  Draft& draft) {
  const Characteristic* characteristic = staff.input().find(crossing.characteristic);
  if (characteristic == nullptr) return;
  for (const std::string& group : crossing.groups) {
    if (!characteristic->has(group)) return;
  }
  Table table(crossing.table, staff.title(crossing.title));
  table.text_column("grade", grade.title);
  for (const std::string& group : crossing.groups) {
    table.number_column(group, characteristic->find(group)->label, whole_people);
  }
  table.number_column("headcount", "All staff", whole_people);
  for (const std::string& group : crossing.groups) {
    table.number_column(joined(group, "percent"),
                        characteristic->find(group)->label + ", share of staff at the grade",
                        one_place_percent);
  }
  const Population everyone = staff.everyone();
  std::vector<std::string> grades = grade.declared_groups();
  for (const std::string& undeclared : grade.undeclared_groups()) grades.push_back(undeclared);
  table.each_row({everyone.input(), grade.id, grades},
                 cells(crossing, RowLabel{}, everyone.where_row(grade.id)));
  table.total_row(cells(crossing, "All grades", everyone));
  table.note("Percentages are of all staff at the grade, including those who have not stated an answer.");
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));

  for (const Group& at : grade.groups) {
    for (const std::string& group : crossing.groups) {
      const auto share = [&](const Population& all) {
        const Population at_grade = all.where(grade.id, {at.id});
        return percent_of(count(at_grade.where(crossing.characteristic, {group})), count(at_grade));
      };
      Figure figure{
          "grade." + at.id + "." + group + ".percent",
          characteristic->find(group)->label + ", share of staff at " + grade.title + ": " + at.label,
          share(everyone),
          std::nullopt,
          one_place_percent,
          "Percentage of all staff at the grade."};
      if (staff.has_last_year()) figure.last_year = share(everyone.last_year());
      draft.figures.push_back(std::move(figure));
    }
  }
}

}  // namespace

void add_grades(const Staff& staff, Draft& draft) {
  const Characteristic* grade = staff.input().find("grade");
  if (grade == nullptr || staff.input().is_counted) return;
  Section section{"grade", "Staff by grade", {}, {}};
  add_crossing(staff, *grade, {"sex", {"female", "male"}, "grade-by-sex", "Staff by grade and sex"}, section,
               draft);
  add_crossing(staff, *grade,
               {"ethnicity", {"minority", "white"}, "grade-by-ethnicity", "Staff by grade and ethnicity"},
               section, draft);
  if (!section.tables.empty()) {
    // One chart a table that carries a message: how the share of women runs through the grades.
    if (section.tables.front() == "grade-by-sex") {
      draft.charts.push_back({"grade-by-sex-chart",
                              Chart::Kind::bars,
                              "Share of women at each grade, " + staff.date(),
                              "grade-by-sex",
                              "grade",
                              {"female-percent"}});
      section.charts.emplace_back("grade-by-sex-chart");
    }
    draft.sections.push_back(std::move(section));
  }
}

}  // namespace eqr::workforce
