// The sections of the workforce theme that set shares of staff beside those of documents.
#include <gmock/gmock.h>

#include "workforce_drafts.hpp"

namespace eqr::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Rows = std::vector<std::map<std::string, std::string>>;

// ---- over the years ----

std::map<std::string, std::string> share_at(const std::string& date, const std::string& characteristic,
                                            const std::string& group, const std::string& percent) {
  return {{"date", date}, {"characteristic", characteristic}, {"group", group}, {"percent", percent}};
}

Context with_history(const Rows& rows, bool has_last_year = true) {
  PeopleInput input = records({sex(), ethnicity(), religion()});
  input.has_last_year = has_last_year;
  Context context = context_of(input);
  context.documents.emplace("history", table(theme, "history", rows));
  return context;
}

Rows two_years() {
  return {share_at("2016-03-31", "sex", "female", "66.0"), share_at("2015-03-31", "sex", "female", "65.5"),
          share_at("2015-03-31", "ethnicity", "minority", "11.9"),
          share_at("2016-03-31", "ethnicity", "minority", "12.4")};
}

TEST(WorkforceHistory, earlier_reports_come_first_and_the_years_of_records_last) {
  const Context context = with_history(two_years());
  const Draft draft = draft_of(context);
  const Table& history = table_in(draft, "history");

  EXPECT_EQ(history.title, "Share of all staff over the years, Sampleshire, 31 March 2018");
  EXPECT_THAT(column_ids(history), ElementsAre("date", "sex-female", "ethnicity-minority"));
  EXPECT_EQ(history.columns[1].header, "Women");
  ASSERT_EQ(history.rows.size(), 4U);
  EXPECT_EQ(text_in(history, 0, "date"), "31 March 2015");
  EXPECT_EQ(text_in(history, 3, "date"), "31 March 2018");
  const Document& document = context.documents.at("history");
  EXPECT_EQ(value_in(history, 0, "sex-female"), document.cell(2, "percent"));
  EXPECT_EQ(value_in(history, 1, "ethnicity-minority"), document.cell(4, "percent"));
  const Population women = staff.where("sex", {"female"});
  EXPECT_EQ(value_in(history, 2, "sex-female"), share(women.last_year(), staff.last_year()));
  EXPECT_EQ(value_in(history, 3, "sex-female"), share(women, staff));
}

TEST(WorkforceHistory, more_than_three_years_make_a_chart_of_lines) {
  const Draft draft = draft_of(with_history(two_years()));
  const auto chart = std::ranges::find(draft.charts, "history-chart", &Chart::id);

  ASSERT_NE(chart, draft.charts.end());
  EXPECT_EQ(chart->kind, Chart::Kind::line);
  EXPECT_EQ(chart->title, "Share of all staff over the years, 31 March 2015 to 31 March 2018");
  EXPECT_THAT(chart->value_columns, ElementsAre("sex-female", "ethnicity-minority"));
  const auto section = std::ranges::find(draft.sections, "history", &Section::id);
  ASSERT_NE(section, draft.sections.end());
  EXPECT_THAT(section->charts, ElementsAre("history-chart"));

  const Draft three_years = draft_of(with_history(two_years(), false));
  EXPECT_EQ(std::ranges::count(three_years.charts, "history-chart", &Chart::id), 0);
  EXPECT_EQ(table_in(three_years, "history").rows.size(), 3U);
}

TEST(WorkforceHistory, more_than_four_groups_have_a_chart_for_each_characteristic) {
  Rows rows;
  for (const char* date : {"2015-03-31", "2016-03-31"}) {
    for (const char* group : {"female", "male"}) rows.push_back(share_at(date, "sex", group, "50.0"));
    for (const char* group : {"no-religion", "christian", "hindu"})
      rows.push_back(share_at(date, "religion", group, "30.0"));
  }
  const Draft draft = draft_of(with_history(rows));

  const auto section = std::ranges::find(draft.sections, "history", &Section::id);
  ASSERT_NE(section, draft.sections.end());
  EXPECT_THAT(section->charts, ElementsAre("history-sex-chart", "history-religion-chart"));
}

TEST(WorkforceHistory, a_date_that_records_answer_for_is_not_taken_from_the_document) {
  Rows rows = two_years();
  rows.push_back(share_at("2017-03-31", "sex", "female", "66.9"));
  const Draft draft = draft_of(with_history(rows));

  EXPECT_EQ(table_in(draft, "history").rows.size(), 4U);
  EXPECT_EQ(value_in(table_in(draft, "history"), 2, "sex-female"),
            share(staff.where("sex", {"female"}).last_year(), staff.last_year()));
}

TEST(WorkforceHistory, faults_name_the_row_and_what_to_do) {
  const auto fault_after = [](std::map<std::string, std::string> row) {
    Rows rows = two_years();
    rows.push_back(std::move(row));
    return fault_of(with_history(rows));
  };
  EXPECT_EQ(
      fault_after(share_at("31.3.2014", "sex", "female", "65.0")),
      "input \"history\": row 5: \"31.3.2014\" is not a date; write year, month and day, such as 2014-03-31");
  EXPECT_EQ(fault_after(share_at("2018-04-01", "sex", "female", "65.0")),
            "input \"history\": row 5: 2018-04-01 is after the snapshot, 31 March 2018; leave the row out");
  EXPECT_EQ(fault_after(share_at("2016-03-31", "sex", "women", "65.0")),
            "input \"history\": row 5: the codebook of the staff input has no group \"women\" of \"sex\"; "
            "write ids "
            "of the codebook, such as sex and female");
  EXPECT_EQ(fault_after(share_at("2016-03-31", "sex", "female", "65.0")),
            "input \"history\": row 5: sex, female at 2016-03-31 is there twice; leave one row out");
  EXPECT_EQ(
      fault_after(share_at("2014-03-31", "sex", "female", "65.0")),
      "input \"history\": there is no row for ethnicity, minority at 2014-03-31; add it, with nothing in "
      "percent where the share is not known");
}

TEST(WorkforceHistory, a_document_without_rows_makes_no_section) {
  const Draft draft = draft_of(with_history({}));
  EXPECT_EQ(std::ranges::count(draft.sections, "history", &Section::id), 0);
}

// ---- beside the local population ----

Draft beside(const Rows& rows) {
  Context context = context_of(records({sex(), religion()}));
  context.documents.emplace("population", table(theme, "population", rows));
  return draft_of(context);
}

TEST(WorkforcePopulation, groups_that_both_have_stand_beside_each_other) {
  const Draft draft =
      beside({{{"characteristic", "Sex"}, {"group", "Women"}, {"percent", "51.0"}, {"source", "Census"}},
              {{"characteristic", "sex"}, {"group", "male"}, {"percent", "49.0"}, {"source", "Census"}},
              {{"characteristic", "Religion or belief"}, {"group", "Hindu"}, {"count", "300"}},
              {{"characteristic", "Religion or belief"}, {"group", "Jedi"}, {"count", "700"}},
              {{"characteristic", "Eye colour"}, {"group", "Blue"}, {"percent", "30.0"}}});
  const Table& population = table_in(draft, "population");

  ASSERT_EQ(population.rows.size(), 3U);
  EXPECT_EQ(text_in(population, 0, "group"), "Women");
  EXPECT_EQ(text_in(population, 1, "group"), "Men");
  EXPECT_EQ(text_in(population, 2, "group"), "Hindu");
  const Population declared = staff.where("sex", {"female", "male"});
  EXPECT_EQ(value_in(population, 0, "staff"), share(staff.where("sex", {"female"}), declared));
  EXPECT_EQ(value_in(population, 0, "difference"),
            change(value_in(population, 0, "staff"), value_in(population, 0, "population")));
  EXPECT_THAT(population.notes, testing::Contains("Population. Source: Census."));
  const auto chart = std::ranges::find(draft.charts, "population-chart", &Chart::id);
  ASSERT_NE(chart, draft.charts.end());
  EXPECT_EQ(chart->kind, Chart::Kind::dot_range);
  EXPECT_THAT(chart->value_columns, ElementsAre("staff", "population"));
}

TEST(WorkforcePopulation, where_no_group_is_in_both_there_is_no_section) {
  const Draft draft = beside({{{"characteristic", "Eye colour"}, {"group", "Blue"}, {"percent", "30.0"}}});
  EXPECT_EQ(std::ranges::count(draft.sections, "population", &Section::id), 0);
}

}  // namespace
}  // namespace eqr::tests
