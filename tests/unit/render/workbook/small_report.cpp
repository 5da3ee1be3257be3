#include "unit/render/workbook/small_report.hpp"

namespace eqr::render {
namespace {

using report::Number;
using report::Shorthand;
using report::Unit;

calendar::Date date(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

Number people(std::int64_t count) {
  return {.value = {count, 0}, .upper = {}, .unit = Unit::people, .mark = {}};
}

Number percent(std::int64_t tenths) {
  return {.value = {tenths, 1}, .upper = {}, .unit = Unit::percent, .mark = {}};
}

Number provisional(Number number) {
  number.mark = "p";
  return number;
}

report::Table staff_by_ethnicity() {
  report::Table table;
  table.id = "workforce.ethnicity";
  table.title = "Staff by ethnicity, Anyshire Council, 31 March 2018";
  table.columns = {{"group", "Ethnicity", false, Unit::number, 0},
                   {"count", "Number of staff", true, Unit::people, 0},
                   {"share", "Share of those who declared (%)", true, Unit::percent, 1},
                   {"change", "Change on the year", true, Unit::percentage_points, 1}};
  const Number down{.value = {-3, 1}, .upper = {}, .unit = Unit::percentage_points, .mark = {}};
  const Number up{.value = {3, 1}, .upper = {}, .unit = Unit::percentage_points, .mark = {}};
  // 1,035 + 165 = 1,200; 1,035 / 1,200 = 86.25%, in print 86.3%; 165 / 1,200 = 13.75%, in print 13.8%.
  table.rows = {
      {{"All who declared", people(1200), percent(1000), Shorthand{"z", {}}}, true},
      {{"White", people(1035), percent(863), down}, false},
      {{"Minority ethnic", people(165), provisional(percent(138)), up}, false},
      {{"Not stated", Shorthand{"c", "fewer than 10"}, Shorthand{"c", {}}, Shorthand{"z", {}}}, false}};
  table.notes = {1, 0};
  table.sources = {0};
  return table;
}

report::Table meetings() {
  report::Table table;
  table.id = "fostering-good-relations.calendar-of-meetings";
  table.title = "Meetings of the equality forum, Anyshire Council, 2017/18";
  table.columns = {{"meeting", "Meeting", false, Unit::number, 0},
                   {"year", "Year", true, Unit::number, 0},
                   {"present", "People present", true, Unit::people, 0},
                   {"agreed", "What was agreed", false, Unit::number, 0}};
  const auto year = [](std::int64_t number) { return Number{.value = {number, 0}, .upper = {}, .mark = {}}; };
  Number about = people(40);
  about.qualifier = report::Qualifier::about;
  Number range = people(5);
  range.upper = numbers::Decimal{6, 0};
  table.rows = {
      {{"Spring", year(2017), about, "=1+1 stays text; see <b>minutes</b> at https://example.org/minutes"},
       false},
      {{"Autumn", year(2018), range, ""}, false}};
  table.sources = {1, 0};
  return table;
}

}  // namespace

report::Report small_report() {
  report::Report made;
  made.organisation = "Anyshire Council";
  made.title = "Meeting our equality duties - in brief";
  made.period = "2017/18";
  made.slug = "meeting-our-equality-duties";
  made.published = date(2018, 9, 28);
  made.next_update = date(2019, 9, 30);
  made.snapshot = date(2018, 3, 31);
  made.contact = {"Equality team", "equality@example.org", "01632 960 001", "County Hall, Anytown"};
  made.website = "https://example.org/equality";
  made.summary = "What an invented council did for equality in 2017/18.";
  made.about = {"Percentages are rounded to one place.", "Numbers below 10 are withheld."};
  made.keywords = {"equality", "workforce"};
  made.tables = {staff_by_ethnicity(), meetings()};
  made.figures = {
      {"workforce.minority.percent",
       "Share of staff who are minority ethnic",
       provisional(percent(138)),
       percent(135),
       {},
       "minority ethnic as a share of those who declared",
       {0}},
      {"workforce.not-stated.count",
       "Staff whose ethnicity is not stated",
       Shorthand{"c", {}},
       {},
       {},
       "count of staff, ethnicity not stated",
       {0}},
      {"forum.hubs", "Hubs opened", Shorthand{"x", "The service has not sent this figure"}, {}, {}, {}, {1}},
      {"facts.population", "People who live in Anyshire", people(1181000), {}, {}, {}, {2}},
      {"facts.budget",
       "Budget for the year",
       Number{.value = {250000000, 0}, .upper = {}, .unit = Unit::pounds, .mark = {}},
       {},
       {},
       {},
       {2}}};
  made.notes = {{"Those who did not state their ethnicity are left out of the shares."},
                {"Staff include those on fixed-term contracts."}};
  made.sources = {
      {"Staff records of Anyshire Council", "staff.csv", "31 March 2018", "Human resources", {}, {}},
      {"Minutes of the equality forum", "meetings.csv", {}, "Equality team", {}, {}},
      {"Facts about Anyshire", "facts.csv", "30 June 2017", {}, "Anyshire in numbers, 2017", {}}};
  made.gaps = {{"Hate crime indicators", "The file has not arrived", "Community safety", "14 September 2018"},
               {"Foreword", "There is no text", {}, {}}};
  made.shorthands = {"c", "x", "z", "p"};
  return made;
}

}  // namespace eqr::render
