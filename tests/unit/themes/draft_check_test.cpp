// Does a draft hold together? One sound draft, and what is said when one thing in it is wrong.
#include "themes/draft_check.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "eqr/testing.hpp"

namespace {

using namespace eqr;
using themes::check_draft;
using Texts = std::vector<std::string>;

themes::Manifest manifest() {
  return themes::read_manifest(R"({
    "id": "veterans", "version": "1.0.0", "title": "T", "owner": "O", "summary": "S",
    "inputs": { "staff": { "title": "Staff", "kind": "people", "required": false },
                "applicants": { "title": "Applicants", "kind": "people", "required": false },
                "schools": { "title": "Schools", "kind": "figures", "required": false },
                "covenant": { "title": "Covenant", "kind": "table", "required": false,
                              "columns": { "area": {"type": "text"},
                                           "helped": {"type": "number", "counts": "people"} } } },
    "figures": ["staff.count", "sex.{group}.percent"],
    "settings": { "target": { "type": "integer", "default": 3, "title": "Target" },
                  "label": { "type": "text", "default": "x", "title": "Label" } } })",
                               "veterans/theme.json");
}

Context context() {
  Context made = eqr::testing::context("veterans");
  made.settings = {{"target", 3}, {"label", "x"}};
  made.people_inputs["staff"].characteristics = {
      eqr::testing::characteristic("sex", {"female", "male"}, {"not-stated"}),
      eqr::testing::characteristic("ethnicity", {"white", "asian"}, {}, {"minority"})};
  made.documents["covenant"] =
      eqr::testing::table("covenant", "area, helped:people\nHousing, 14\nHealth, 3\n");
  made.documents["schools"] =
      eqr::testing::figures("schools", "id, label, value\nadmissions, Admissions, 41\n");
  return made;
}

const Population staff = people("staff");

Draft sound() {
  Draft draft;
  draft.figures.push_back({"staff.count", "Staff", count(staff), count(staff.last_year()), whole_people, ""});
  draft.figures.push_back({"sex.female.percent", "Women",
                           percent_of(count(staff.where("sex", {"female"})), count(staff)), std::nullopt,
                           one_place_percent, ""});
  Table table("by-sex", "Staff by sex, 31 March 2020");
  table.text_column("group", "Sex")
      .number_column("people", "Staff", whole_people)
      .each_row({"staff", "sex", {"female", "male"}}, {RowLabel{}, count(staff.where_row("sex"))})
      .total_row({"All staff", count(staff)})
      .row({"Pledged", context().documents.at("covenant").cell(2, "helped")})
      .row({"Not asked", NotApplicable{}});
  draft.tables.push_back(table);
  draft.charts.push_back({"by-sex", Chart::Kind::bars, "Staff by sex", "by-sex", "group", {"people"}});
  draft.sections.push_back({"profile", "Profile", {"by-sex"}, {"by-sex"}});
  return draft;
}

Texts problems_after(const std::function<void(Draft&)>& change) {
  Draft draft = sound();
  change(draft);
  Texts texts;
  for (const auto& problem : check_draft(draft, manifest(), context())) {
    texts.push_back(eqr::problems::text(problem));
  }
  return texts;
}

Texts problems_of(const Expression& value) {
  return problems_after([&](Draft& draft) { draft.figures[0].value = value; });
}

Texts figure_problem(const std::string& words) {
  return {"theme \"veterans\": figures.staff.count: " + words};
}

TEST(DraftCheck, a_sound_draft_has_no_problems) {
  EXPECT_EQ(problems_after([](Draft&) {}), Texts{});
}

TEST(DraftCheck, an_empty_draft_has_no_problems) {
  EXPECT_TRUE(check_draft({}, manifest(), context()).empty());
}

// ---- figures ----

TEST(DraftCheck, a_figure_has_to_be_declared) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.figures[0].name = "staff.cont"; }),
            Texts{"theme \"veterans\": figures.staff.cont: theme.json declares no such figure\n"
                  "hint: did you mean \"staff.count\"?"});
}

TEST(DraftCheck, a_figure_is_there_once) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.figures.push_back(draft.figures[0]); }),
            figure_problem("the figure is there twice"));
}

TEST(DraftCheck, a_name_in_capitals_is_not_the_name_of_a_figure) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.figures[0].name = "Staff.count"; }),
            Texts{"theme \"veterans\": figures: \"Staff.count\" is not the name of a figure\n"
                  "hint: use words of a-z, 0-9 and hyphens, joined by dots"});
}

// ---- people ----

TEST(DraftCheck, a_population_names_a_people_input) {
  EXPECT_EQ(problems_of(count(people("staf"))),
            figure_problem("there is no people input \"staf\"\nhint: did you mean \"staff\"?"));
}

TEST(DraftCheck, a_people_input_that_is_declared_but_not_bound_is_told_apart) {
  EXPECT_EQ(
      problems_of(count(people("applicants").where("sex", {"female"}))),
      figure_problem("the people input \"applicants\" is not bound in this run\n"
                     "hint: ask context.people(\"applicants\") whether it is there before counting it"));
}

TEST(DraftCheck, a_document_is_not_a_people_input) {
  EXPECT_EQ(problems_of(count(people("covenant"))),
            figure_problem("there is no people input \"covenant\"\nhint: one of: staff"));
}

TEST(DraftCheck, a_condition_names_a_known_column) {
  EXPECT_EQ(
      problems_of(count(staff.where("ethnicty", {"asian"}))),
      figure_problem("the input \"staff\" has no column \"ethnicty\"\nhint: did you mean \"ethnicity\"?"));
}

TEST(DraftCheck, a_condition_names_known_groups_leaf_or_aggregate) {
  EXPECT_EQ(problems_of(count(staff.where("ethnicity", {"minority"}))), Texts{});
  EXPECT_EQ(problems_of(count(staff.where("ethnicity", {"minorty"}))),
            figure_problem("\"ethnicity\" has no group \"minorty\"\nhint: did you mean \"minority\"?"));
}

TEST(DraftCheck, a_condition_lists_a_group) {
  EXPECT_EQ(problems_of(count(staff.where("sex", {}))),
            figure_problem("a condition on \"sex\" lists no group"));
}

TEST(DraftCheck, operands_are_looked_into) {
  EXPECT_EQ(problems_of(percent_of(count(staff.where("sex", {"women"})), count(staff))),
            figure_problem("\"sex\" has no group \"women\"\nhint: one of: female, male, not-stated"));
}

TEST(DraftCheck, last_year_of_a_figure_is_looked_into) {
  EXPECT_EQ(
      problems_after([](Draft& draft) { draft.figures[0].last_year = count(people("staf").last_year()); }),
      Texts{"theme \"veterans\": figures.staff.count last year: there is no people input \"staf\"\n"
            "hint: did you mean \"staff\"?"});
}

TEST(DraftCheck, where_row_stands_only_in_each_rows_of_its_column) {
  EXPECT_EQ(problems_of(count(staff.where_row("sex"))),
            figure_problem("where_row(\"sex\") stands outside an each() row of that column\n"
                           "hint: use where() and name the groups"));
  EXPECT_EQ(
      problems_after(
          [](Draft& draft) { draft.tables[0].rows[0].cells[1] = count(staff.where_row("ethnicity")); }),
      Texts{"theme \"veterans\": tables.by-sex row 1, column \"people\": where_row(\"ethnicity\") stands "
            "outside an each() row of that column\nhint: use where() and name the groups"});
}

TEST(DraftCheck, each_lists_known_groups_once) {
  EXPECT_EQ(problems_after([](Draft& draft) {
              draft.tables[0].rows[0].each->groups = {"female", "femal"};
            }),
            Texts{"theme \"veterans\": tables.by-sex row 1: \"sex\" has no group \"femal\"\n"
                  "hint: did you mean \"female\"?"});
  EXPECT_EQ(problems_after([](Draft& draft) {
              draft.tables[0].rows[0].each->groups = {"male", "male"};
            }),
            Texts{"theme \"veterans\": tables.by-sex row 1: each() lists a group of \"sex\" twice"});
}

TEST(DraftCheck, a_pay_quarter_is_one_of_four_and_asked_for_known_groups) {
  EXPECT_EQ(problems_of(pay_quarter(staff, 1, "female")), Texts{});
  EXPECT_EQ(problems_of(pay_quarter(staff, 5, "female")), figure_problem("a pay quarter is 1, 2, 3 or 4"));
  EXPECT_EQ(problems_of(pay_quarter(staff, 4, "women")),
            figure_problem("\"sex\" has no group \"women\"\nhint: one of: female, male, not-stated"));
  EXPECT_EQ(problems_of(pay_quarter(staff, 4, "ethnicity", {"minority"}, {"minority", "white"})), Texts{});
  EXPECT_EQ(
      problems_of(pay_quarter(staff, 4, "ethnicity", {"minority"}, {})),
      figure_problem("a pay quarter by \"ethnicity\" lists no group\nhint: name the groups whose share it "
                     "is, and all the groups that are ranked together"));
  EXPECT_EQ(
      problems_of(pay_quarter(staff.where("sex", {"male"}), 1, "female")),
      figure_problem("a pay quarter by \"sex\" of people chosen by \"sex\"\nhint: leave out where(): the "
                     "groups that are ranked together say who is in it"));
}

TEST(DraftCheck, the_groups_of_a_gap_are_looked_into) {
  EXPECT_EQ(problems_of(gap(mean_pay(staff.where("ethnicity", {"white"})),
                            median_bonus(staff.where("ethnicity", {"asien"})))),
            figure_problem("\"ethnicity\" has no group \"asien\"\nhint: did you mean \"asian\"?"));
  EXPECT_EQ(problems_of(likelihood_low(count(staff), count(staff), count(staff), count(people("staf")))),
            figure_problem("there is no people input \"staf\"\nhint: did you mean \"staff\"?"));
}

// ---- documents and settings ----

Expression cell(const std::string& input, std::size_t row, const std::string& column) {
  Expression made;
  made.operation = Operation::cell;
  made.input = input;
  made.row = row;
  made.column = column;
  return made;
}

TEST(DraftCheck, a_cell_is_there_and_holds_a_number) {
  EXPECT_EQ(problems_of(cell("covenant", 2, "helped")), Texts{});
  EXPECT_EQ(problems_of(cell("covenat", 2, "helped")),
            figure_problem("there is no document \"covenat\" in this run\nhint: did you mean \"covenant\"?"));
  EXPECT_EQ(problems_of(cell("covenant", 3, "helped")),
            figure_problem("the document \"covenant\" has no row 3"));
  EXPECT_EQ(problems_of(cell("covenant", 0, "helped")),
            figure_problem("the document \"covenant\" has no row 0"));
  EXPECT_EQ(
      problems_of(cell("covenant", 1, "helpd")),
      figure_problem("the document \"covenant\" has no column \"helpd\"\nhint: did you mean \"helped\"?"));
  EXPECT_EQ(problems_of(cell("covenant", 1, "area")),
            figure_problem("the column \"area\" of the document \"covenant\" holds no numbers\n"
                           "hint: one of: helped"));
}

TEST(DraftCheck, of_a_table_of_figures_value_and_base_are_numbers) {
  EXPECT_EQ(problems_of(cell("schools", 1, "value")), Texts{});
  EXPECT_EQ(problems_of(cell("schools", 1, "base")), Texts{});
  EXPECT_EQ(problems_of(cell("schools", 1, "label")),
            figure_problem("the column \"label\" of the document \"schools\" holds no numbers\n"
                           "hint: one of: value, base"));
}

TEST(DraftCheck, rows_are_there_and_counted_once) {
  const Document& covenant = context().documents.at("covenant");
  EXPECT_EQ(problems_of(covenant.count_rows({1, 2})), Texts{});
  EXPECT_EQ(problems_of(covenant.count_rows({})), Texts{});
  EXPECT_EQ(problems_of(covenant.count_rows({3})), figure_problem("the document \"covenant\" has no row 3"));
  EXPECT_EQ(problems_of(covenant.count_rows({1, 1})),
            figure_problem("row 1 of the document \"covenant\" is counted twice"));
}

TEST(DraftCheck, a_setting_is_declared_and_a_number) {
  EXPECT_EQ(problems_of(setting("target")), Texts{});
  EXPECT_EQ(problems_of(setting("targt")),
            figure_problem("theme.json declares no setting \"targt\"\nhint: did you mean \"target\"?"));
  EXPECT_EQ(problems_of(setting("label")),
            figure_problem("the setting \"label\" is not a number\nhint: one of: target"));
}

// ---- tables ----

TEST(DraftCheck, a_row_has_as_many_cells_as_the_table_has_columns) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.tables[0].rows[1].cells.pop_back(); }),
            Texts{"theme \"veterans\": tables.by-sex row 2: 1 cells, but the table has 2 columns"});
}

TEST(DraftCheck, a_header_fits_above_its_column) {
  const auto headed = [](std::size_t length) {
    return problems_after(
        [&](Draft& draft) { draft.tables[0].columns[1].header = std::string(length, 'w'); });
  };
  EXPECT_EQ(headed(200), Texts{});
  EXPECT_EQ(
      headed(201),
      Texts{"theme \"veterans\": tables.by-sex column \"people\": the header is longer than 200 characters\n"
            "hint: shorten it, and say the rest in a note"});
}

TEST(DraftCheck, text_and_numbers_keep_to_their_columns) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.tables[0].rows[1].cells[1] = "12"; }),
            Texts{"theme \"veterans\": tables.by-sex row 2, column \"people\": text in a number column\n"
                  "hint: give an expression, or not-applicable, or make it a text column"});
  EXPECT_EQ(
      problems_after([](Draft& draft) { draft.tables[0].rows[1].cells[0] = count(staff); }),
      Texts{"theme \"veterans\": tables.by-sex row 2, column \"group\": an expression in a text column\n"
            "hint: make it a number column"});
}

TEST(DraftCheck, a_row_label_stands_in_the_text_column_of_an_each_row) {
  EXPECT_EQ(
      problems_after([](Draft& draft) { draft.tables[0].rows[1].cells[0] = RowLabel{}; }),
      Texts{"theme \"veterans\": tables.by-sex row 2, column \"group\": a row label outside an each() row"});
}

TEST(DraftCheck, ids_are_words_and_used_once) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.sections[0].id = "Profile"; }),
            Texts{"theme \"veterans\": sections: \"Profile\" is not an id\nhint: use a-z, 0-9 and hyphens"});
  EXPECT_EQ(problems_after([](Draft& draft) { draft.charts.push_back(draft.charts[0]); }),
            Texts{"theme \"veterans\": charts: the id \"by-sex\" is used twice"});
}

TEST(DraftCheck, a_table_without_rows_is_left_out_instead) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.tables[0].rows.clear(); }),
            Texts{"theme \"veterans\": tables.by-sex: the table has no rows\n"
                  "hint: leave the table out when there is nothing to show"});
}

TEST(DraftCheck, a_table_of_too_many_rows_is_refused) {
  EXPECT_EQ(problems_after([](Draft& draft) {
              draft.tables[0].rows.assign(10'001, Row{std::nullopt, {"x", NotApplicable{}}, false});
            }),
            Texts{"theme \"veterans\": tables.by-sex: the table has more than 10,000 rows"});
}

TEST(DraftCheck, of_endless_problems_the_first_hundred_are_told) {
  const Texts texts = problems_after([](Draft& draft) {
    draft.tables[0].rows.assign(5'000, Row{std::nullopt, {"x", setting("nothing")}, false});
  });
  EXPECT_LE(texts.size(), 101U);
}

// ---- charts and sections ----

TEST(DraftCheck, a_chart_names_a_table_and_columns_of_the_right_kind) {
  EXPECT_EQ(
      problems_after([](Draft& draft) { draft.charts[0].table = "by-sx"; }),
      Texts{
          "theme \"veterans\": charts.by-sex: there is no table \"by-sx\"\nhint: did you mean \"by-sex\"?"});
  EXPECT_EQ(problems_after([](Draft& draft) { draft.charts[0].value_columns = {"peple"}; }),
            Texts{"theme \"veterans\": charts.by-sex: the table \"by-sex\" has no column \"peple\"\n"
                  "hint: did you mean \"people\"?"});
  EXPECT_EQ(problems_after([](Draft& draft) { draft.charts[0].value_columns = {"group"}; }),
            Texts{"theme \"veterans\": charts.by-sex: the column \"group\" cannot be the values of a chart\n"
                  "hint: name a number column"});
  EXPECT_EQ(
      problems_after([](Draft& draft) { draft.charts[0].kind = Chart::Kind::grouped_bars; }),
      Texts{"theme \"veterans\": charts.by-sex: a chart of grouped or stacked bars has two to four value "
            "columns"});
}

TEST(DraftCheck, a_chart_of_lines_has_up_to_four_columns_and_more_than_three_points_in_time) {
  // Two groups, two rows more, and a total that is no point in time.
  EXPECT_EQ(problems_after([](Draft& draft) { draft.charts[0].kind = Chart::Kind::line; }), Texts{});
  EXPECT_EQ(
      problems_after([](Draft& draft) {
        draft.charts[0].kind = Chart::Kind::line;
        draft.tables[0].rows.pop_back();
      }),
      Texts{"theme \"veterans\": charts.by-sex: a chart of lines needs more than three rows that are no "
            "totals\nhint: each row is a point in time; show fewer as grouped bars"});
  EXPECT_EQ(problems_after([](Draft& draft) {
              draft.charts[0].kind = Chart::Kind::line;
              draft.charts[0].value_columns = {};
            }),
            Texts{"theme \"veterans\": charts.by-sex: a chart of lines has one to four value columns"});
}

TEST(DraftCheck, a_dot_range_has_two_columns) {
  EXPECT_EQ(
      problems_after([](Draft& draft) { draft.charts[0].kind = Chart::Kind::dot_range; }),
      Texts{"theme \"veterans\": charts.by-sex: a dot range has exactly two value columns: a value and what "
            "it is set against"});
}

TEST(DraftCheck, a_section_names_tables_and_charts) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.sections[0].tables = {"by-se"}; }),
            Texts{"theme \"veterans\": sections.profile: there is no table \"by-se\"\n"
                  "hint: did you mean \"by-sex\"?"});
}

// ---- text ----

TEST(DraftCheck, titles_are_not_empty) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.tables[0].title = " "; }),
            Texts{"theme \"veterans\": tables.by-sex title: the text is empty\n"
                  "hint: readers who cannot see the page depend on it"});
}

TEST(DraftCheck, text_is_utf8_without_control_characters) {
  EXPECT_EQ(problems_after([](Draft& draft) { draft.figures[0].title = "a\xff"; }),
            Texts{"theme \"veterans\": figures.staff.count title: the text is not valid UTF-8"});
  EXPECT_EQ(problems_after([](Draft& draft) { draft.figures[0].title = "a\x1b[31m"; }),
            Texts{"theme \"veterans\": figures.staff.count title: the text holds a control character\n"
                  "hint: leave it out; only line ends and tabs may stand"});
}

// A spreadsheet cell holds 32,767 UTF-16 units: a character beyond the first plane takes two of them.
TEST(DraftCheck, text_fits_into_a_spreadsheet_cell) {
  const auto with_text = [](const std::string& text) {
    return problems_after([&](Draft& draft) { draft.tables[0].rows[1].cells[0] = text; });
  };
  EXPECT_EQ(with_text(std::string(32'767, 'x')), Texts{});
  const Texts too_long = {
      "theme \"veterans\": tables.by-sex row 2, column \"group\": the text is longer than 32,767 characters, "
      "the "
      "most a spreadsheet cell holds\nhint: shorten it, or split it over several rows"};
  EXPECT_EQ(with_text(std::string(32'768, 'x')), too_long);
  std::string pairs;
  for (int i = 0; i < 16'384; ++i) pairs += "\xF0\x9F\x8C\xB3";
  EXPECT_EQ(with_text(pairs), too_long);
}

// ---- binding ----

TEST(Bind, replaces_roles_by_the_inputs_of_the_run_wherever_they_stand) {
  Draft draft = sound();
  draft.figures[0].value =
      sum({count(staff.where("sex", {"female"}).last_year()), cell("covenant", 1, "helped")});
  const Draft bound = themes::bind(draft, {{"staff", "hr-extract"}, {"covenant", "pledges-2020"}});
  const Population extract = people("hr-extract");
  EXPECT_EQ(bound.figures[0].value,
            sum({count(extract.where("sex", {"female"}).last_year()), cell("pledges-2020", 1, "helped")}));
  EXPECT_EQ(bound.figures[0].last_year, count(extract.last_year()));
  EXPECT_EQ(bound.tables[0].rows[0].each->input, "hr-extract");
  EXPECT_EQ(eqr::testing::expression_of(bound.tables[0].rows[0].cells[1]), count(extract.where_row("sex")));
}

TEST(Bind, lets_unknown_roles_and_everything_else_stand) {
  EXPECT_EQ(to_json(themes::bind(sound(), {{"nobody", "x"}})), to_json(sound()));
}

}  // namespace
