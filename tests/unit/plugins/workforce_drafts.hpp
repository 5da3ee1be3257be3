// For tests of the workforce theme: codebooks of a few groups, and drafts of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "supplied_documents.hpp"
#include "workforce.hpp"

namespace eqr::tests {

inline const std::string theme = "workforce";
inline const Population staff = people("staff");

inline Draft draft_of(const Context& context) {
  Draft draft = workforce::Workforce().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

inline Characteristic sex() {
  return {"sex",
          "Sex",
          {{"female", "Women", false}, {"male", "Men", false}, {"not-stated", "Not stated", true}},
          {}};
}
// Six groups in five broad ones, as the harmonised list has nineteen in five.
inline Characteristic ethnicity() {
  return {"ethnicity",
          "Ethnicity",
          {{"white-british", "British", false},
           {"white-irish", "Irish", false},
           {"mixed-other", "Any other mixed", false},
           {"asian-indian", "Indian", false},
           {"black-african", "African", false},
           {"other-arab", "Arab", false},
           {"not-stated", "Not stated", true}},
          {{"white", "White", false},
           {"mixed", "Mixed", false},
           {"asian", "Asian", false},
           {"black", "Black", false},
           {"other-ethnic", "Other", false},
           {"minority", "Minority ethnic", false}}};
}
inline Characteristic age() {
  return {
      "age-band",
      "Age",
      {{"under-25", "Under 25", false}, {"25-39", "25 to 39", false}, {"40-and-over", "40 and over", false}},
      {}};
}
inline Characteristic religion() {
  return {"religion",
          "Religion or belief",
          {{"no-religion", "No religion", false},
           {"christian", "Christian", false},
           {"hindu", "Hindu", false},
           {"not-stated", "Not stated", true}},
          {{"other-religion", "Other religions", false}}};
}
inline Characteristic grade() {
  return {"grade", "Grade", {{"h1-h4", "H1 to H4", false}, {"h5-h9", "H5 to H9", false}}, {}};
}

// Staff records with last year and pay, unless a test says otherwise.
inline PeopleInput records(std::vector<Characteristic> characteristics) {
  return {std::move(characteristics), true, true, false};
}

inline Context context_of(const PeopleInput& input) {
  Context context = context_with({});
  context.theme = theme;
  context.last_snapshot = "31 March 2017";
  const themes::Manifest manifest = manifest_of(theme);
  for (const themes::SettingSchema& setting : manifest.settings) {
    context.settings[setting.name] = setting.default_value;
  }
  context.people_inputs.emplace("staff", input);
  return context;
}

inline std::vector<std::string> column_ids(const Table& table) {
  std::vector<std::string> ids;
  for (const Column& column : table.columns) ids.push_back(column.id);
  return ids;
}

inline std::vector<std::string> total_labels(const Table& table) {
  std::vector<std::string> labels;
  for (const Row& row : table.rows) {
    if (row.total) labels.push_back(std::get<std::string>(row.cells.front()));
  }
  return labels;
}

inline Expression share(const Population& part, const Population& whole) {
  return percent_of(count(part), count(whole));
}

inline std::string fault_of(const Context& context) {
  try {
    (void)workforce::Workforce().draft(context);
  } catch (const ThemeFault& fault) {
    return fault.what();
  }
  return "no fault";
}

}  // namespace eqr::tests
