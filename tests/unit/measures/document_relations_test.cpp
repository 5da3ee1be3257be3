// What the shape of documents tells of their counts. Sums are done by hand.
#include "measures/document_relations.hpp"

#include <gtest/gtest.h>

#include "unit/measures/truth.hpp"

namespace eqr::measures {
namespace {

Inputs apprentices(const std::vector<std::vector<std::string>>& rows) {
  Inputs inputs;
  inputs.documents["profile"] = {Document("profile",
                                          {{"breakdown", false, Counts::people},
                                           {"group", false, Counts::people},
                                           {"apprentices", true, Counts::people}},
                                          rows),
                                 false,
                                 "breakdown",
                                 {},
                                 "profile"};
  return inputs;
}

Inputs cases(std::size_t rows, bool are_people = true) {
  Inputs inputs;
  std::vector<std::vector<std::string>> written;
  for (std::size_t row = 1; row <= rows; ++row) written.push_back({std::to_string(row)});
  inputs.documents["cases"] = {
      Document("cases", {{"case", false, Counts::people}}, std::move(written)), are_people, {}, {}, "cases"};
  return inputs;
}

// A table with these cells in its one column of numbers.
Table table_of(std::string id, std::vector<Expression> cells) {
  Table table(std::move(id), "A table");
  table.text_column("group", "Group").number_column("number", "Number", whole_people);
  for (std::size_t i = 0; i < cells.size(); ++i)
    table.row({"Group " + std::to_string(i), std::move(cells[i])});
  return table;
}

// What a report of these tables shows: the printed digits or the shorthand, by table.
std::vector<std::vector<std::string>> shown(const Inputs& inputs, std::vector<Table> tables,
                                            std::size_t columns = 1) {
  Statement statement{"theme", nlohmann::json::object(), {}};
  statement.draft.tables = std::move(tables);
  Asked asked;
  ask(statement, inputs, asked);
  tie_together(inputs, asked);
  const auto safe = disclosure::protect(
      {asked.document_counts, asked.shown, asked.web, inputs.dimensions, {}, {}, asked.withheld_by_supplier},
      {});
  std::vector<std::vector<std::string>> printed;
  for (const Table& table : statement.draft.tables) {
    printed.emplace_back();
    for (std::size_t cell = 0; cell < table.rows.size() * columns; ++cell) {
      const Row& row = table.rows[cell / columns];
      const auto outcome =
          Evaluator(inputs, safe.answers)
              .evaluate(std::get<Expression>(row.cells.at(1 + cell % columns)), whole_people, {})
              .outcome;
      const auto* missing = std::get_if<Missing>(&outcome);
      printed.back().push_back(missing != nullptr ? "[" + missing->code + "]"
                                                  : std::get<Known>(outcome).value.str());
    }
  }
  return printed;
}

std::vector<Expression> cells(const Inputs& inputs, std::vector<std::size_t> rows) {
  std::vector<Expression> made;
  for (const std::size_t row : rows)
    made.push_back(inputs.documents.at("profile").document.cell(row, "apprentices"));
  return made;
}

// 17 + 22 + 13 is 52, so whoever sees 27 and 18 of three ages knows the third: 7.
TEST(DocumentRelations, one_breakdown_tells_the_total_of_another) {
  const Inputs inputs = apprentices({{"Level", "Intermediate", "17"},
                                     {"Level", "Advanced", "22"},
                                     {"Level", "Higher", "13"},
                                     {"Age", "16 to 18", "7"},
                                     {"Age", "19 to 24", "18"},
                                     {"Age", "25 and over", "27"}});
  const auto printed =
      shown(inputs, {table_of("level", cells(inputs, {1, 2, 3})), table_of("age", cells(inputs, {4, 5, 6}))});
  EXPECT_EQ(printed[1][0], "[c]");
  const auto withheld = std::ranges::count(printed[0], "[c]") + std::ranges::count(printed[1], "[c]");
  EXPECT_EQ(withheld, 2) << "the seven and one other";
}

TEST(DocumentRelations, a_breakdown_stands_alone_where_the_other_has_a_gap) {
  const Inputs inputs = apprentices({{"Level", "Intermediate", "17"},
                                     {"Level", "Advanced", ""},
                                     {"Age", "16 to 18", "7"},
                                     {"Age", "19 and over", "45"}});
  EXPECT_EQ(shown(inputs, {table_of("level", cells(inputs, {1})), table_of("age", cells(inputs, {3, 4}))}),
            (std::vector<std::vector<std::string>>{{"17"}, {"[c]", "45"}}));
}

// Nobody can conclude 7 from 50 and 45: the file's own totals differ.
TEST(DocumentRelations, breakdowns_that_do_not_come_to_the_same_tell_nothing) {
  const Inputs inputs =
      apprentices({{"Level", "All", "50"}, {"Age", "16 to 18", "7"}, {"Age", "19 and over", "45"}});
  EXPECT_EQ(shown(inputs, {table_of("level", cells(inputs, {1})), table_of("age", cells(inputs, {2, 3}))}),
            (std::vector<std::vector<std::string>>{{"50"}, {"[c]", "45"}}));
}

// The file has a row that the report leaves out, and it is few: the other breakdown's total tells it.
TEST(DocumentRelations, a_row_that_no_table_shows_is_protected_too) {
  const Inputs inputs = apprentices({{"Level", "All", "52"},
                                     {"Age", "16 to 18", "7"},
                                     {"Age", "19 to 24", "18"},
                                     {"Age", "25 and over", "27"}});
  const auto printed =
      shown(inputs, {table_of("level", cells(inputs, {1})), table_of("age", cells(inputs, {3, 4}))});
  EXPECT_EQ(std::ranges::count(printed[0], "[c]") + std::ranges::count(printed[1], "[c]"), 1);
}

Inputs figures(const std::vector<std::pair<std::string, std::string>>& values,
               std::map<std::string, std::vector<std::string>> parts) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [id, value] : values) rows.push_back({id, value, "people", "people"});
  Inputs inputs;
  inputs.documents["abuse"] = {Document("abuse",
                                        {{"id", false, Counts::people},
                                         {"value", true, Counts::people},
                                         {"unit", false, Counts::people},
                                         {"counts", false, Counts::people}},
                                        rows),
                               false,
                               {},
                               std::move(parts),
                               "abuse"};
  return inputs;
}

std::vector<std::string> shown_figures(const Inputs& inputs) {
  const Document& document = inputs.documents.at("abuse").document;
  std::vector<Expression> made;
  for (std::size_t row = 1; row <= document.row_count(); ++row) made.push_back(document.cell(row, "value"));
  return shown(inputs, {table_of("figures", std::move(made))})[0];
}

// 1,240 people were referred and 1,237 of them supported: three were not.
TEST(DocumentRelations, figures_that_are_some_of_others_do_not_tell_the_few_left) {
  const std::vector<std::pair<std::string, std::string>> values = {{"referred", "1240"},
                                                                   {"supported", "1237"}};
  const auto told = shown_figures(figures(values, {{"referred", {"supported"}}}));
  EXPECT_EQ(std::ranges::count(told, "[c]"), 1);
  EXPECT_EQ(shown_figures(figures(values, {})), (std::vector<std::string>{"1240", "1237"}));
}

// 540 + 61 + 9 is 610, so whoever sees the others knows the nine; were it 620, some stand in no part.
TEST(DocumentRelations, figures_that_come_to_another_are_its_parts) {
  const std::map<std::string, std::vector<std::string>> parts = {{"all", {"race", "religion", "other"}}};
  const auto of = [](const char* all) {
    return std::vector<std::pair<std::string, std::string>>{
        {"all", all}, {"race", "540"}, {"religion", "61"}, {"other", "9"}};
  };
  const auto told = shown_figures(figures(of("610"), parts));
  EXPECT_EQ(told[3], "[c]");
  EXPECT_EQ(std::ranges::count(told, "[c]"), 2);
  EXPECT_EQ(shown_figures(figures(of("640"), parts)), (std::vector<std::string>{"640", "540", "61", "[c]"}));
}

// Two themes declare other columns of one file: what the one withholds, the other does not show.
TEST(DocumentRelations, themes_that_see_other_columns_of_an_input_count_the_same) {
  Inputs inputs = apprentices({{"Age", "16 to 18", "7"}, {"Age", "19 and over", "45"}});
  inputs.documents["profile [other.profile]"] = {
      Document("profile [other.profile]", {{"apprentices", true, Counts::people}}, {{"7"}, {"45"}}),
      false,
      {},
      {},
      "profile"};
  Statement statement{"theme", nlohmann::json::object(), {}};
  for (const auto& [name, input] : inputs.documents)
    statement.draft.tables.push_back(table_of("ages", {input.document.cell(1, "apprentices")}));
  Asked asked;
  ask(statement, inputs, asked);
  EXPECT_EQ(asked.document_counts.counts.size(), 1U);
}

// By level they are 52, and 40 or 27 of them are told by age.
TEST(DocumentRelations, what_the_supplier_withheld_is_not_told_by_another_breakdown) {
  for (const char* people : {"29", "16"}) {  // 12 are withheld, or 25
    const Inputs inputs = apprentices({{"Level", "Intermediate", "30"},
                                       {"Level", "Advanced", "22"},
                                       {"Age", "16 to 18", "[c]"},
                                       {"Age", "19 to 24", "11"},
                                       {"Age", "25 and over", people}});
    const auto printed =
        shown(inputs, {table_of("level", cells(inputs, {1, 2})), table_of("age", cells(inputs, {3, 4, 5}))});
    EXPECT_EQ(printed[1][0], "[c]");
    EXPECT_EQ(std::ranges::count(printed[0], "[c]") + std::ranges::count(printed[1], "[c]"), 2) << people;
  }
}

// 52 less 24 are 28 in two groups: nobody can place either closely, so nothing else is withheld. Of 52 less
// 49 in two groups everybody could say that each has three at most.
TEST(DocumentRelations, several_that_the_supplier_withheld_have_what_is_left_between_them) {
  for (const auto& [told, withheld] : {std::pair("24", 2), std::pair("49", 3)}) {
    const Inputs inputs = apprentices({{"Level", "All", "52"},
                                       {"Age", "16 to 18", "[c]"},
                                       {"Age", "19 to 24", "[c]"},
                                       {"Age", "25 and over", told}});
    const auto printed =
        shown(inputs, {table_of("level", cells(inputs, {1})), table_of("age", cells(inputs, {2, 3, 4}))});
    EXPECT_EQ(std::ranges::count(printed[0], "[c]") + std::ranges::count(printed[1], "[c]"), withheld)
        << told;
  }
}

// 20 cases: of the first table three are open; the second shows all areas, 8 and 12.
TEST(DocumentRelations, a_register_divided_two_ways_is_one_register) {
  const Inputs inputs = cases(22);
  const Document& document = inputs.documents.at("cases").document;
  std::vector<std::size_t> open = {1, 2, 3}, closed, north, south;
  for (std::size_t row = 4; row <= 22; ++row) closed.push_back(row);
  for (std::size_t row = 1; row <= 22; ++row) (row % 2 == 0 ? north : south).push_back(row);
  const auto printed =
      shown(inputs, {table_of("state", {document.count_rows(open), document.count_rows(closed)}),
                     table_of("area", {document.count_rows(north), document.count_rows(south)})});
  EXPECT_EQ(printed[0][0], "[c]");
  EXPECT_EQ(std::ranges::count(printed[0], "[c]") + std::ranges::count(printed[1], "[c]"), 2);
}

// All 22 and the 19 that are closed tell that 3 are open, though no table says so.
TEST(DocumentRelations, what_rows_leave_of_a_register_is_protected) {
  const Inputs inputs = cases(22);
  const Document& document = inputs.documents.at("cases").document;
  std::vector<std::size_t> all, closed;
  for (std::size_t row = 1; row <= 22; ++row) all.push_back(row);
  for (std::size_t row = 4; row <= 22; ++row) closed.push_back(row);
  const auto printed = shown(inputs, {table_of("all", {document.count_rows(all)}),
                                      table_of("closed", {document.count_rows(closed)})});
  EXPECT_EQ(std::ranges::count(printed[0], "[c]") + std::ranges::count(printed[1], "[c]"), 1);
}

// 20 in the north: 17 closed, none put off, and so 3 open.
TEST(DocumentRelations, a_row_of_a_table_divides_a_register_too) {
  const Inputs inputs = cases(50);
  const Document& document = inputs.documents.at("cases").document;
  const auto rows = [](std::size_t from, std::size_t to) {
    std::vector<std::size_t> made;
    for (std::size_t row = from; row <= to; ++row) made.push_back(row);
    return made;
  };
  Table table("areas", "A table");
  table.text_column("area", "Area").number_column("open", "Open", whole_people);
  table.number_column("closed", "Closed", whole_people).number_column("put-off", "Put off", whole_people);
  table.number_column("all", "All", whole_people);
  table.row({"North", document.count_rows(rows(1, 3)), document.count_rows(rows(4, 20)),
             document.count_rows({}), document.count_rows(rows(1, 20))});
  const auto printed = shown(inputs, {table}, 4);
  EXPECT_EQ(printed[0][0], "[c]");
  EXPECT_EQ(printed[0][2], "0");
  EXPECT_EQ(std::ranges::count(printed[0], "[c]"), 2) << "the three and one other";
}

// Some cases stand in two groups: the groups do not add up to anything.
TEST(DocumentRelations, groups_that_overlap_divide_nothing) {
  const Inputs inputs = cases(40);
  const Document& document = inputs.documents.at("cases").document;
  std::vector<std::size_t> some, others;
  for (std::size_t row = 1; row <= 30; ++row) (row <= 20 ? some : others).push_back(row);
  others.push_back(20);
  EXPECT_EQ(shown(inputs, {table_of("groups", {document.count_rows(some), document.count_rows(others),
                                               document.count_rows({1, 2})})})[0],
            (std::vector<std::string>{"20", "11", "[c]"}));
}

TEST(DocumentRelations, rows_that_are_things_are_nobody) {
  const Inputs inputs = cases(22, false);
  const Document& document = inputs.documents.at("cases").document;
  EXPECT_EQ(shown(inputs, {table_of("few", {document.count_rows({1, 2}), document.count_rows({3})})}),
            (std::vector<std::vector<std::string>>{{"2", "1"}}));
}

}  // namespace
}  // namespace eqr::measures
