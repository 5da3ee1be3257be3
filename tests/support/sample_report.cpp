#include "support/sample_report.hpp"

#include <stdexcept>
#include <utility>

namespace eqr::samples {

using report::Cell;
using report::Chart;
using report::Column;
using report::Figure;
using report::Inline;
using report::Number;
using report::Paragraph;
using report::Report;
using report::Row;
using report::Section;
using report::Shorthand;
using report::Table;
using report::Unit;

Number number(std::string_view written, Unit unit) {
  const auto decimal = numbers::parse_decimal(written);
  if (!decimal) throw std::invalid_argument("not a number: " + std::string(written));
  return Number{*decimal, {}, unit, report::Qualifier::none, {}};
}

Number people(std::string_view written) {
  return number(written, Unit::people);
}

Number percent(std::string_view written) {
  return number(written, Unit::percent);
}

Number points(std::string_view written) {
  return number(written, Unit::percentage_points);
}

Shorthand confidential() {
  return {"c", "Withheld so that nobody can be identified."};
}

Column text_column(std::string id, std::string header) {
  return {std::move(id), std::move(header), false, Unit::number, 0};
}

Column number_column(std::string id, std::string header, Unit unit, int places) {
  return {std::move(id), std::move(header), true, unit, places};
}

Paragraph paragraph(std::string text) {
  return {{Inline{std::move(text), false, false, {}, {}, {}}}};
}

namespace {

Inline run(std::string text) {
  return Inline{std::move(text), false, false, {}, {}, {}};
}

Inline shown_figure(std::string text, std::string name) {
  return Inline{std::move(text), false, false, {}, {}, std::move(name)};
}

Inline link(std::string text, std::string href) {
  return Inline{std::move(text), false, false, std::move(href), {}, {}};
}

Table ethnicity() {
  Table table{"workforce.ethnicity",
              "Staff by ethnic group, Wealdmere County Council, 31 March 2017 and 31 March 2018",
              {text_column("group", "Ethnic group"), number_column("before", "2017 (number)", Unit::people),
               number_column("before-share", "2017 (%)", Unit::percent, 1),
               number_column("now", "2018 (number)", Unit::people),
               number_column("now-share", "2018 (%)", Unit::percent, 1),
               number_column("change", "Change (percentage points)", Unit::percentage_points, 1)},
              {},
              {0},
              {0}};
  table.rows = {
      {{"Asian or Asian British", people("380"), percent("5.0"), people("402"), percent("5.3"),
        points("0.3")},
       false},
      {{"Black, Black British, Caribbean or African", people("311"), percent("4.1"), people("318"),
        percent("4.2"), points("0.1")},
       false},
      {{"Mixed or multiple ethnic groups", confidential(), confidential(), confidential(), confidential(),
        confidential()},
       false},
      {{"Other ethnic group", confidential(), confidential(), confidential(), confidential(), confidential()},
       false},
      {{"White", people("6,650"), percent("87.1"), people("6,620"), percent("86.6"), points("-0.5")}, false},
      {{"All who stated a group", people("7,635"), percent("100.0"), people("7,645"), percent("100.0"),
        points("0.0")},
       true},
      {{"Not stated", people("462"), Shorthand{"z", "Shares are of those who stated a group."}, people("475"),
        Shorthand{"z", "Shares are of those who stated a group."},
        Shorthand{"z", "Shares are of those who stated a group."}},
       true},
  };
  return table;
}

Table sex() {
  return {"workforce.sex",
          "Staff by sex, Wealdmere County Council, 31 March 2018",
          {text_column("group", "Sex"), number_column("before", "2017 (%)", Unit::percent, 1),
           number_column("now", "2018 (%)", Unit::percent, 1)},
          {{{"Women", percent("66.8"), percent("67.1")}, false},
           {{"Men", percent("33.2"), percent("32.9")}, false}},
          {},
          {0}};
}

Table grades() {
  Table table{"workforce.grade",
              "Women and men in each grade band, Wealdmere County Council, 31 March 2018",
              {text_column("grade", "Grade band"), number_column("women", "Women (%)", Unit::percent, 1),
               number_column("men", "Men (%)", Unit::percent, 1)},
              {},
              {},
              {0}};
  table.rows = {{{"Grades 1 to 4", percent("78.4"), percent("21.6")}, false},
                {{"Grades 5 to 8", percent("69.0"), percent("31.0")}, false},
                {{"Grades 9 to 12", percent("61.3"), percent("38.7")}, false},
                {{"Senior managers", percent("52.5"), percent("47.5")}, false},
                {{"Chief officers", confidential(), confidential()}, false}};
  return table;
}

Table change() {
  Table table{"workforce.change",
              "Change in the share of staff in each age band, 2017 to 2018",
              {text_column("band", "Age"),
               number_column("change", "Change (percentage points)", Unit::percentage_points, 1)},
              {},
              {1},
              {0}};
  table.rows = {{{"Under 25", points("-0.3")}, false},
                {{"25 to 39", points("-0.6")}, false},
                {{"40 to 59", points("0.2")}, false},
                {{"60 and over", points("0.7")}, false}};
  return table;
}

Table objectives() {
  Table table{"advancing-opportunity.objectives",
              "Equality objectives for 2016 to 2020 and where they stand",
              {text_column("objective", "Objective"), text_column("measure", "How it is measured"),
               text_column("status", "Status"), text_column("owner", "Owner")},
              {},
              {},
              {1}};
  table.rows = {
      {{"People who use our website find what they need, whatever device or assistive technology they use",
        "Share of pages without accessibility faults; panel of 300 residents asked twice a year", "On track",
        "Digital team"},
       false},
      {{"Job applicants are treated fairly at each stage",
        "Relative likelihood of appointment after shortlisting, by ethnic group and disability", "Behind",
        "Human Resources"},
       false}};
  return table;
}

Table covenant() {
  Number schools = number("5", Unit::things);
  schools.upper = number("6").value;
  Number visitors = people("300");
  visitors.qualifier = report::Qualifier::about;
  Number enquiries = people("42");
  enquiries.mark = "p";
  return {"veterans.covenant",
          "Work for the armed forces community, 2017/18",
          {text_column("what", "Activity"), number_column("count", "Count", Unit::things)},
          {{{"Schools with a forces champion", schools}, false},
           {{"Visitors to the covenant fair", visitors}, false},
           {{"Housing enquiries answered", enquiries}, false},
           {{"Training days for reservists", Shorthand{"x", "The service did not supply it."}}, false}},
          {},
          {1}};
}

Table history() {
  Table table{"workforce.history",
              "Staff by group, Wealdmere County Council, 31 March 2013 to 31 March 2018",
              {text_column("when", "Date"), number_column("women", "Women (%)", Unit::percent, 1),
               number_column("minority", "Minority ethnic staff (%)", Unit::percent, 1),
               number_column("disabled", "Disabled staff (%)", Unit::percent, 1)},
              {},
              {},
              {0}};
  table.rows = {{{"31 March 2013", percent("65.2"), percent("11.8"), confidential()}, false},
                {{"31 March 2014", percent("65.9"), percent("12.1"), percent("5.2")}, false},
                {{"31 March 2015", percent("66.0"), percent("12.4"), percent("5.6")}, false},
                {{"31 March 2016", percent("66.4"), confidential(), confidential()}, false},
                {{"31 March 2017", percent("66.8"), percent("12.9"), percent("6.0")}, false},
                {{"31 March 2018", percent("67.1"), percent("13.4"), percent("6.3")}, false}};
  return table;
}

Table beside_population() {
  Table table{"workforce.population",
              "Staff and residents by ethnic group, Wealdmere County Council, 31 March 2018",
              {text_column("group", "Ethnic group"), number_column("staff", "Staff (%)", Unit::percent, 1),
               number_column("residents", "Residents, Census 2011 (%)", Unit::percent, 1)},
              {},
              {},
              {0, 1}};
  table.rows = {{{"Asian or Asian British", percent("5.3"), percent("6.5")}, false},
                {{"Black, Black British, Caribbean or African", percent("4.2"), percent("2.8")}, false},
                {{"Mixed or multiple ethnic groups", confidential(), percent("2.4")}, false},
                {{"Other ethnic group", confidential(), confidential()}, false},
                {{"White", percent("86.6"), percent("87.6")}, false}};
  return table;
}

Section theme_one() {
  Section theme{"eliminating-discrimination",
                "Theme 1: eliminating discrimination",
                Section::Kind::theme,
                {"An organisation whose staff reflect the people it serves.",
                 "An organisation that people trust to act on hate and abuse."},
                {0, 1, 2, 4},
                {},
                {}};
  Section workforce{"workforce", "Ensuring our workforce is equal", Section::Kind::ordinary, {}, {}, {}, {}};
  workforce.blocks = {
      Paragraph{{run("On 31 March 2018 we employed "), shown_figure("8,120", "workforce.all"),
                 run(" people. "), shown_figure("67.1%", "workforce.sex.female.percent"),
                 run(" are women. The share of staff from minority ethnic groups rose from "),
                 shown_figure("12.9% to 13.4%", "workforce.ethnicity.minority.percent"),
                 run(", of those who stated their group. See "), link("how staff are counted", "#note-1"),
                 run(" and the "), link("pay gap service", "https://example.org/pay-gap"), run(".")}},
      report::ChartBlock{0},
      report::Subheading{"Ethnic group", "ethnic-group"},
      report::TableBlock{1},
      report::ChartBlock{1},
      report::Subheading{"Grade", "grade"},
      paragraph("Women are the majority in every band for which figures can be shown."),
      report::ChartBlock{2},
      report::Subheading{"Age", "age"},
      report::ChartBlock{3},
      report::Subheading{"Over the years", "over-the-years"},
      report::ChartBlock{4},
      report::ChartBlock{5},
  };
  Section vulnerable{"vulnerable", "Protecting the most vulnerable", Section::Kind::ordinary, {}, {}, {}, {}};
  vulnerable.blocks = {
      paragraph("The county's partners met every quarter to share what they know about hate crime."),
      report::GapBlock{0},
  };
  Section case_study{
      "case-study-1", "Case study 1: one door for families", Section::Kind::case_study, {}, {}, {}, {}};
  case_study.blocks = {paragraph("Three separate services for parents became one. Parents helped to choose "
                                 "its name, opening hours and "
                                 "the languages in which it answers."),
                       report::ListBlock{false,
                                         {{run("One telephone number instead of eleven")},
                                          {run("Home visits for parents who cannot travel")},
                                          {run("Leaflets in "), Inline{"Polski", false, false, {}, "pl", {}},
                                           run(" and "), Inline{"Cymraeg", false, false, {}, "cy", {}}}}}};
  vulnerable.sections = {case_study};
  theme.sections = {workforce, vulnerable};
  return theme;
}

Section theme_two() {
  Section theme{
      "advancing-opportunity",
      "Theme 2: advancing equality of opportunity",
      Section::Kind::theme,
      {"An organisation that removes barriers before people meet them."},
      {3},
      {paragraph("Our objectives run to 2020. Each has an owner and a measure."), report::TableBlock{4}},
      {}};
  Section veterans{"veterans", "Caring for our veterans", Section::Kind::ordinary, {}, {}, {}, {}};
  veterans.blocks = {paragraph("The council signed the Armed Forces Covenant and reports on it every year."),
                     report::TableBlock{5}};
  theme.sections = {veterans};
  return theme;
}

std::vector<Figure> figures() {
  return {
      {"workforce.all", "Staff employed", people("8,120"), people("8,097"), {}, "count of staff, all", {0}},
      {"workforce.sex.female.percent",
       "Women, as a share of staff",
       percent("67.1"),
       percent("66.8"),
       {},
       "share of staff with sex = Women, of all who stated their sex",
       {0}},
      {"workforce.ethnicity.minority.percent",
       "Staff from minority ethnic groups, as a share of those who stated a group",
       percent("13.4"),
       percent("12.9"),
       "Of those who stated their group",
       "share of staff with ethnic group in (Asian, Black, Mixed, Other)",
       {0}},
      {"facts.population",
       "People who live in the county",
       people("1,043,000"),
       {},
       {},
       "facts.csv, row population",
       {1}},
      {"workforce.chief-officers.disabled",
       "Chief officers who are disabled",
       confidential(),
       {},
       {},
       "count of staff with grade = Chief officers and disability = Disabled",
       {0}},
  };
}

}  // namespace

Report one_paragraph() {
  Report report;
  report.organisation = "Wealdmere County Council";
  report.title = "Meeting our equality duties";
  report.period = "2017/18";
  report.slug = "equality-2018";
  report.published = calendar::parse_date("2019-03-30").value();
  report.snapshot = calendar::parse_date("2018-03-31").value();
  report.is_draft = false;
  report.sections = {{"foreword", "Foreword", Section::Kind::ordinary, {}, {}, {paragraph("Welcome.")}, {}}};
  return report;
}

Report council_report() {
  Report report = one_paragraph();
  report.is_draft = true;
  report.summary =
      "How Wealdmere County Council met the Public Sector Equality Duty in 2017/18. The council is invented, "
      "and so "
      "is every figure.";
  report.about = {
      "Percentages are rounded to one decimal place and may not add up to 100.",
      "Groups of fewer than 10 people are not shown; some larger ones are left out so that the small ones "
      "cannot be worked out.",
      "Shares are of those who stated the characteristic, unless it says otherwise."};
  report.keywords = {"equality", "workforce", "pay gap"};
  report.website = "https://www.wealdmere.example";
  report.next_update = calendar::parse_date("2020-03-30");
  report.contact = {"Equalities team", "equalities@wealdmere.example", "01632 960000",
                    "County Hall, Market Square, Wealdmere"};
  report.sections = {
      {"foreword",
       "Foreword",
       Section::Kind::ordinary,
       {},
       {},
       {paragraph(
            "Wealdmere is growing and changing. Since the last census the county has gained more people than "
            "live in its second town, and more of us than ever are over 85."),
        Paragraph{{run("This report says what we did about it. It has "),
                   Inline{"three themes", true, false, {}, {}, {}},
                   run(", one for each aim of the duty, and "), Inline{"every", false, true, {}, {}, {}},
                   run(" figure in it can be traced to where it came from: see "),
                   link("Sources", "#sources"), run(" or "),
                   link("write to us", "mailto:equalities@wealdmere.example"), run(".")}}},
       {}},
      theme_one(),
      theme_two()};
  report.tables = {sex(),        ethnicity(), grades(),  change(),
                   objectives(), covenant(),  history(), beside_population()};
  report.charts = {
      {"chart.sex", Chart::Kind::bars, "Two thirds of our staff are women", 0, 0, {2}, {}},
      {"chart.ethnicity",
       Chart::Kind::grouped_bars,
       "Staff by ethnic group, 2017 and 2018",
       1,
       0,
       {2, 4},
       {}},
      {"chart.grade", Chart::Kind::stacked_bars, "Fewer women in higher bands", 2, 0, {1, 2}, {}},
      {"chart.change", Chart::Kind::bars, "Our staff are growing older", 3, 0, {1}, {}},
      {"chart.history", Chart::Kind::line, "Staff by group over the years", 6, 0, {1, 2, 3}, {}},
      {"chart.population", Chart::Kind::dot_range, "Staff and residents by ethnic group", 7, 0, {1, 2}, {}}};
  report.figures = figures();
  report.notes = {
      {"Staff are counted once, in their main post, on the date shown. Agency workers and schools are left "
       "out."},
      {"Bands were the same in both years."}};
  report.sources = {{"Staff records of Wealdmere County Council",
                     "staff.csv",
                     "31 March 2018",
                     "Human Resources",
                     {},
                     "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
                    {"County profile", "facts.csv", "30 June 2017", "Research team",
                     "https://www.wealdmere.example/profile",
                     "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"}};
  report.gaps = {{"Hate crime indicators", "The file hate-crime.csv has not arrived.", "Community Protection",
                  "14 September 2018"},
                 {"Text on working in partnership", "The file working-in-partnership.md is empty.", {}, {}}};
  report.shorthands = {"c", "x", "z", "p"};
  return report;
}

}  // namespace eqr::samples
