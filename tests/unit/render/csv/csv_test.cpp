#include "render/csv/csv.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "unit/render/workbook/small_report.hpp"

namespace eqr::render {
namespace {

// Written by hand from the tables of small_report().
TEST(Csv, a_row_is_one_observation) {
  const auto files = csv_files(small_report());
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files.at("workforce-ethnicity.csv"),
            "Ethnicity,Measure,Value,Unit,Shorthand,Reason\r\n"
            "All who declared,Number of staff,1200,people,,\r\n"
            "All who declared,Share of those who declared (%),100.0,percent,,\r\n"
            "All who declared,Change on the year,,percentage points,z,not applicable\r\n"
            "White,Number of staff,1035,people,,\r\n"
            "White,Share of those who declared (%),86.3,percent,,\r\n"
            "White,Change on the year,-0.3,percentage points,,\r\n"
            "Minority ethnic,Number of staff,165,people,,\r\n"
            "Minority ethnic,Share of those who declared (%),13.8,percent,p,provisional\r\n"
            "Minority ethnic,Change on the year,0.3,percentage points,,\r\n"
            "Not stated,Number of staff,,people,c,fewer than 10\r\n"
            "Not stated,Share of those who declared (%),,percent,c,confidential: withheld so that nobody can "
            "be identified\r\n"
            "Not stated,Change on the year,,percentage points,z,not applicable\r\n");
}

TEST(Csv, ranges_and_doubts_have_columns_of_their_own_and_no_text_is_a_formula) {
  EXPECT_EQ(
      csv_files(small_report()).at("fostering-good-relations-calendar-of-meetings.csv"),
      "Meeting,What was agreed,Measure,Value,Value to,Qualifier,Unit,Shorthand,Reason\r\n"
      "Spring,'=1+1 stays text; see <b>minutes</b> at https://example.org/minutes,Year,2017,,,number,,\r\n"
      "Spring,'=1+1 stays text; see <b>minutes</b> at https://example.org/minutes,People "
      "present,40,,about,people,,\r\n"
      "Autumn,,Year,2018,,,number,,\r\n"
      "Autumn,,People present,5,6,,people,,\r\n");
}

TEST(Csv, a_table_without_numbers_stays_as_it_is) {
  report::Report report = small_report();
  report.tables = {{"partners", "Partners", {{"name", "Name"}, {"role", "Role"}}, {}, {}, {}}};
  report.tables[0].rows = {{{"A, B and \"C\"", "host"}, false},
                           {{report::Shorthand{"x", ""}, "two\nlines"}, false}};
  EXPECT_EQ(csv_files(report).at("partners.csv"),
            "Name,Role\r\n\"A, B and \"\"C\"\"\",host\r\n[x],\"two\nlines\"\r\n");
}

TEST(Csv, no_two_columns_have_one_header) {
  report::Report report = small_report();
  report.tables = {{"a", "One", {{"measure", "Measure"}, {"value", "Number", true}}, {}, {}, {}}};
  EXPECT_EQ(csv_files(report).at("a.csv"), "Measure 2,Measure,Value,Unit,Shorthand,Reason\r\n");
}

TEST(Csv, files_have_names_of_their_own) {
  report::Report report = small_report();
  report.tables = {{"a.b", "One", {{"name", "Name"}}, {}, {}, {}},
                   {"a-b", "Two", {{"name", "Name"}}, {}, {}, {}}};
  const auto files = csv_files(report);
  EXPECT_TRUE(files.contains("a-b.csv") && files.contains("a-b-2.csv"));
}

TEST(Csv, a_report_without_tables_has_no_files) {
  report::Report report = small_report();
  report.tables.clear();
  EXPECT_TRUE(csv_files(report).empty());
}

TEST(Csv, metadata_say_what_each_column_holds) {
  const auto json = nlohmann::json::parse(csv_files(small_report()).at("csv-metadata.json"));
  EXPECT_EQ(json.at("@context"),
            nlohmann::json::parse(R"(["http://www.w3.org/ns/csvw", {"@language": "en-GB"}])"));
  EXPECT_EQ(json.at("dc:issued"), "2018-09-28");
  EXPECT_EQ(json.at("dc:type"), "Draft, not for publication");
  const auto& table = json.at("tables").at(0);
  EXPECT_EQ(table.at("url"), "workforce-ethnicity.csv");
  EXPECT_EQ(table.at("dc:title"), "Staff by ethnicity, Anyshire Council, 31 March 2018");
  EXPECT_EQ(table.at("rdfs:comment").at(0), "Staff include those on fixed-term contracts.");
  EXPECT_EQ(table.at("dc:source"), nlohmann::json::parse(R"(["Staff records of Anyshire Council"])"));
  std::vector<std::string> names, kinds;
  for (const auto& column : table.at("tableSchema").at("columns")) {
    names.push_back(column.at("name"));
    kinds.push_back(column.at("datatype"));
  }
  EXPECT_EQ(names, (std::vector<std::string>{"group", "measure", "value", "unit", "shorthand", "reason"}));
  EXPECT_EQ(kinds, (std::vector<std::string>{"string", "string", "decimal", "string", "string", "string"}));
}

TEST(CsvField, what_a_program_would_take_for_a_formula_is_text) {
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    EXPECT_EQ(csv_field(formula), "'" + std::string(formula)) << formula;
  EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_field("=\"a\",b"), "\"'=\"\"a\"\",b\"");
  EXPECT_EQ(csv_field("1-2"), "1-2");
}

TEST(CsvField, quotes_are_doubled_and_blanks_at_the_edge_kept) {
  EXPECT_EQ(csv_field("a \"b\""), "\"a \"\"b\"\"\"");
  EXPECT_EQ(csv_field("\""), "\"\"\"\"");
  EXPECT_EQ(csv_field(" a"), "\" a\"");
  EXPECT_EQ(csv_field(""), "");
}

}  // namespace
}  // namespace eqr::render
