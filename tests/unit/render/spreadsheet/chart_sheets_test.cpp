#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/layout.hpp"
#include "unit/render/workbook/small_report.hpp"

namespace eqr::render::spreadsheet {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

using Label = Plot::Label;

report::Report report_with(const report::Chart& chart) {
  report::Report report = small_report();
  report.charts = {chart};
  return report;
}

// White 1,035, minority ethnic 165, not stated [c].
report::Chart of_numbers() {
  return {
      "workforce.ethnicity-chart", report::Chart::Kind::bars, "Staff by ethnicity", 0, 0, {1}, "As told."};
}

std::vector<std::string> lines_of(const Sheet& sheet) {
  std::vector<std::string> lines;
  for (const Line& line : sheet.lines) lines.push_back(line.text);
  return lines;
}

TEST(ChartSheets, a_chart_has_a_sheet_at_the_end_which_leads_to_its_numbers) {
  const Book book = laid_out(report_with(of_numbers()));
  EXPECT_NO_THROW(check(book));
  const Sheet& sheet = book.sheets.back();
  EXPECT_EQ(sheet.name, "Workforce_ethnicity_chart");
  EXPECT_FALSE(sheet.table);
  EXPECT_THAT(lines_of(sheet),
              ElementsAre("Chart: Staff by ethnicity", "Draft, not for publication.",
                          "This worksheet contains one chart and no table.", "As told.",
                          "The numbers of the chart are on the worksheet Workforce_ethnicity",
                          "Without a bar: Not stated [c].",
                          "[c] = confidential: withheld so that nobody can be identified.",
                          "Source: Staff records of Anyshire Council, as at 31 March 2018.",
                          "Return to the table of contents"));
  EXPECT_EQ(sheet.lines[4].link, "#Workforce_ethnicity");
  const auto& listed = book.sheets[1].table->rows.back();
  EXPECT_EQ(std::get<Text>(listed.cells[0]).text, "Workforce_ethnicity_chart");
}

TEST(ChartSheets, it_points_at_rows_that_are_no_totals_and_at_what_stands_in_place_of_a_number) {
  const Plot plot = laid_out(report_with(of_numbers())).sheets.back().plot.value();
  EXPECT_EQ(plot.sheet, "Workforce_ethnicity");
  EXPECT_EQ(plot.rows, 3U);  // the total of 1,200 stands last
  ASSERT_EQ(plot.series.size(), 1U);
  EXPECT_EQ(plot.series[0].column, 1U);
  EXPECT_THAT(plot.series[0].labels, ElementsAre(Label::value, Label::value, Label::words));
  EXPECT_EQ(plot.alternative, "As told.");
  // 1,035 takes six lines of 200.
  EXPECT_EQ(plot.low, 0);
  EXPECT_EQ(plot.high, 1200);
  EXPECT_EQ(plot.step, 200);
}

TEST(ChartSheets, a_number_with_a_mark_is_text_in_its_cell_and_so_has_no_bar) {
  report::Chart chart = of_numbers();
  chart.value_columns = {2};
  const Sheet sheet = laid_out(report_with(chart)).sheets.back();
  EXPECT_THAT(sheet.plot->series[0].labels, ElementsAre(Label::value, Label::words, Label::words));
  EXPECT_THAT(lines_of(sheet), Contains("Without a bar: Minority ethnic 13.8 [p]; Not stated [c]."));
  // The page's chart has that bar, and its words say nothing of it.
  EXPECT_EQ(
      sheet.plot->alternative,
      "White 86.3%. Bar chart of Share of those who declared (%) for 3 groups. Given without a bar: Minority "
      "ethnic 13.8 [p]. 1 group is not shown.");
}

TEST(ChartSheets, bars_that_go_down_have_a_scale_that_does) {
  report::Chart chart = of_numbers();
  chart.value_columns = {3};
  const Plot plot = laid_out(report_with(chart)).sheets.back().plot.value();
  // -0.3 and a fifth more for its label; 0.3.
  EXPECT_DOUBLE_EQ(plot.low, -0.4);
  EXPECT_DOUBLE_EQ(plot.high, 0.3);
  EXPECT_NEAR(plot.step, 0.1, 1e-9);
  EXPECT_EQ(plot.places, 1);
}

TEST(ChartSheets, parts_of_a_stack_too_small_for_their_number_do_not_show_it) {
  report::Report report = small_report();
  const auto percent = [](std::int64_t tenths) {
    return report::Number{.value = {tenths, 1}, .upper = {}, .unit = report::Unit::percent, .mark = {}};
  };
  report.tables[0].columns = {{"group", "Quarter", false, report::Unit::number, 0},
                              {"women", "Women", true, report::Unit::percent, 1},
                              {"men", "Men", true, report::Unit::percent, 1}};
  report.tables[0].rows = {{{std::string("Lower"), percent(985), percent(15)}, false},
                           {{std::string("Upper"), percent(600), percent(400)}, false}};
  report.charts = {{"quarters", report::Chart::Kind::stacked_bars, "Pay quarters", 0, 0, {1, 2}, "As told."}};
  const Plot plot = laid_out(report).sheets.back().plot.value();
  EXPECT_TRUE(plot.is_stacked());
  EXPECT_EQ(plot.high, 100);
  EXPECT_EQ(plot.measure, "%");
  EXPECT_THAT(plot.series[0].labels, ElementsAre(Label::value, Label::value));
  EXPECT_THAT(plot.series[1].labels, ElementsAre(Label::none, Label::value));
}

report::Report report_of_years(report::Chart::Kind kind) {
  report::Report report = small_report();
  const auto percent = [](std::int64_t tenths) {
    return report::Number{.value = {tenths, 1}, .upper = {}, .unit = report::Unit::percent, .mark = {}};
  };
  report.tables[0].columns = {{"date", "Date", false, report::Unit::number, 0},
                              {"women", "Women", true, report::Unit::percent, 1},
                              {"disabled", "Disabled staff", true, report::Unit::percent, 1}};
  report.tables[0].rows = {{{std::string("2015"), percent(652), percent(61)}, false},
                           {{std::string("2016"), percent(660), percent(62)}, false},
                           {{std::string("2017"), percent(669), percent(60)}, false},
                           {{std::string("2018"), percent(671), percent(63)}, false}};
  report.charts = {{"years", kind, "Over the years", 0, 0, {1, 2}, "As told."}};
  return report;
}

TEST(ChartSheets, lines_differ_in_their_markers_and_have_numbers_at_their_ends) {
  const Plot plot = laid_out(report_of_years(report::Chart::Kind::line)).sheets.back().plot.value();
  EXPECT_EQ(plot.kind, Plot::Kind::lines);
  EXPECT_EQ(plot.low, 0);
  EXPECT_EQ(plot.high, 70);
  EXPECT_EQ(plot.series[0].marker, Plot::Marker::circle);
  EXPECT_EQ(plot.series[1].marker, Plot::Marker::square);
  EXPECT_THAT(plot.series[1].labels, ElementsAre(Label::value, Label::none, Label::none, Label::value));
}

TEST(ChartSheets, of_dots_the_second_is_a_diamond_and_all_have_numbers) {
  const Plot plot = laid_out(report_of_years(report::Chart::Kind::dot_range)).sheets.back().plot.value();
  EXPECT_EQ(plot.kind, Plot::Kind::dots);
  EXPECT_EQ(plot.series[0].marker, Plot::Marker::circle);
  EXPECT_EQ(plot.series[1].marker, Plot::Marker::diamond);
  EXPECT_THAT(plot.series[1].labels, ElementsAre(Label::value, Label::value, Label::value, Label::value));
}

TEST(ChartSheets, lines_and_dots_of_a_table_with_words_have_none_for_excel_would_put_them_at_nought) {
  for (const auto kind : {report::Chart::Kind::line, report::Chart::Kind::dot_range}) {
    report::Report report = report_of_years(kind);
    const std::size_t sheets = laid_out(report).sheets.size();
    report.tables[0].rows[1].cells[2] = report::Shorthand{"c", {}};
    EXPECT_EQ(laid_out(report).sheets.size(), sheets - 1);
  }
}

TEST(ChartSheets, without_words_of_its_own_a_chart_is_told_from_its_numbers) {
  report::Chart chart = of_numbers();
  chart.text_alternative.clear();
  const Plot plot = laid_out(report_with(chart)).sheets.back().plot.value();
  EXPECT_THAT(plot.alternative, HasSubstr("White 1,035 and Minority ethnic 165"));
}

TEST(ChartSheets, a_chart_without_a_number_or_of_more_series_than_colours_has_none) {
  report::Report report = report_with(of_numbers());
  const std::size_t sheets = laid_out(report).sheets.size();
  for (report::Row& row : report.tables[0].rows) row.cells[1] = report::Shorthand{"c", {}};
  EXPECT_EQ(laid_out(report).sheets.size(), sheets - 1);
  report = report_with(of_numbers());
  report.charts[0].value_columns = {1, 2, 3, 1, 2, 3, 1};
  EXPECT_EQ(laid_out(report).sheets.size(), sheets - 1);
  report = report_with(of_numbers());
  report.tables[0].rows.clear();
  EXPECT_EQ(laid_out(report).sheets.size(), sheets - 1);
}

TEST(ChartSheets, can_be_left_out) {
  const report::Report report = report_with(of_numbers());
  EXPECT_EQ(laid_out(report, {.charts = false}).sheets.size() + 1, laid_out(report).sheets.size());
}

TEST(ChartSheets, what_points_at_nothing_is_refused) {
  const Book book = laid_out(report_with(of_numbers()));
  const auto refused = [&](auto&& spoil) {
    Book spoiled = book;
    spoil(*spoiled.sheets.back().plot);
    try {
      check(spoiled);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  const std::string begin = "workbook: chart \"workforce.ethnicity-chart\"";
  EXPECT_EQ(refused([](Plot& plot) { plot.rows = 5; }),
            begin + ": the chart shows cells that its table does not have");
  EXPECT_EQ(refused([](Plot& plot) { plot.series[0].column = 4; }),
            begin + ": the chart shows cells that its table does not have");
  EXPECT_EQ(refused([](Plot& plot) { plot.sheet = "Cover"; }),
            begin + ": the chart's table is on no worksheet");
  EXPECT_EQ(refused([](Plot& plot) { plot.alternative = " "; }),
            begin + ": the chart has no alternative text");
  EXPECT_EQ(refused([](Plot& plot) { plot.alternative = "\xFF"; }),
            begin + ", alternative text: the text is not valid UTF-8");
  EXPECT_EQ(refused([](Plot& plot) { plot.high = plot.low; }), begin + ": the chart's scale has no length");
}

}  // namespace
}  // namespace eqr::render::spreadsheet
