#include "schools.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "eqr/supplied_rows.hpp"

namespace eqr::veterans {
namespace {

// The words of the `unit` column of a table of figures, with what they are here.
struct UnitWord {
  std::string_view word;
  Unit unit;
  const char* header;
  const char* in_title;
};
constexpr std::array<UnitWord, 7> unit_words = {{{"people", Unit::people, "People", "numbers of people"},
                                                 {"things", Unit::things, "Number", "numbers"},
                                                 {"percent", Unit::percent, "Percentage", "percentages"},
                                                 {"points", Unit::percentage_points, "Change", "changes"},
                                                 {"ratio", Unit::ratio, "Ratio", "ratios"},
                                                 {"pounds", Unit::pounds, "Amount", "amounts"},
                                                 {"number", Unit::number, "Value", "values"}}};

// An unstated unit is people: the cautious reading, the same as the engine's.
const UnitWord& unit_of(const Document& figures, std::size_t row) {
  const std::string& word = figures.text(row, "unit");
  const auto found = std::find_if(unit_words.begin(), unit_words.end(),
                                  [&](const UnitWord& candidate) { return candidate.word == word; });
  return found == unit_words.end() ? unit_words.front() : *found;
}

// As many digits after the point as the supplier wrote.
int places_of(const std::string& value) {
  const std::size_t point = value.find('.');
  if (point == std::string::npos) return 0;
  const std::size_t end = value.find_first_not_of("0123456789", point + 1);
  return static_cast<int>((end == std::string::npos ? value.size() : end) - point - 1);
}

// The engine hands dates over as 2018-01-31; in a table they read "31 January 2018".
std::string in_words(const std::string& date) {
  constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
  if (date.size() != 10 || date[4] != '-') return date;
  const auto month = static_cast<std::size_t>((date[5] - '0') * 10 + date[6] - '0');
  if (month < 1 || month > months.size()) return date;
  return (date[8] == '0' ? "" : date.substr(8, 1)) + date.substr(9) + " " + months[month - 1] + " " +
         date.substr(0, 4);
}

std::string period_of(const Document& figures, std::size_t row) {
  const std::string& as_at = figures.text(row, "as_at");
  return as_at.empty() ? figures.text(row, "period") : in_words(as_at);
}

}  // namespace

void add_schools(const Context& context, const Document& schools, Draft& draft) {
  Section section{"schools", "School places for service children", {}, {}};
  for (const UnitWord& unit : unit_words) {
    std::vector<std::size_t> rows;
    Format format{unit.unit, 0};
    bool has_periods = false;
    for (std::size_t row = 1; row <= schools.row_count(); ++row) {
      if (&unit_of(schools, row) != &unit) continue;
      rows.push_back(row);
      format.places = std::max(format.places, places_of(schools.text(row, "value")));
      has_periods = has_periods || !period_of(schools, row).empty();
    }
    if (rows.empty()) continue;
    Table table("schools-" + std::string(unit.word), "School places for service children, " +
                                                         std::string(unit.in_title) + ", " +
                                                         context.organisation + ", " + context.period);
    table.text_column("measure", "Measure").number_column("value", unit.header, format);
    if (has_periods) table.text_column("period", "Period or date");
    for (const std::size_t row : rows) {
      std::vector<Cell> cells = {schools.text(row, "label"), schools.cell(row, "value")};
      if (has_periods) {
        const std::string period = period_of(schools, row);
        cells.emplace_back(period.empty() ? std::string("Not stated") : period);
      }
      table.row(std::move(cells));
      draft.figures.push_back({"schools." + schools.text(row, "id"), schools.text(row, "label"),
                               schools.cell(row, "value"), std::nullopt, format, schools.text(row, "note")});
    }
    add_notes(schools, rows, "label", table);
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  }
  const auto applied = schools.find("applications");
  const auto admitted = schools.find("admissions");
  if (applied && admitted) {
    draft.figures.push_back({"schools.admissions.percent",
                             "Share of applications that led to a place",
                             percent_of(schools.cell(*admitted, "value"), schools.cell(*applied, "value")),
                             std::nullopt,
                             one_place_percent,
                             {}});
  }
  if (!section.tables.empty()) draft.sections.push_back(std::move(section));
}

}  // namespace eqr::veterans
