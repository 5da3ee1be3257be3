#include <gtest/gtest.h>

#include "people/codebook_file.hpp"
#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

std::string fault(const std::string& toml, Use use = Use::people) {
  return told([&] { (void)book(toml, use); });
}

// A sound beginning; what follows is line 4 and later.
std::string sex_with(const std::string& lines) {
  return "id = \"Number\"\n[characteristics.sex]\ntitle = \"Sex\"\n" + lines;
}
const std::string women_and_men =
    "groups = [ {id=\"female\", label=\"Women\", values=[\"F\"]}, {id=\"male\", label=\"Men\", "
    "values=[\"M\"]} ]\n";

TEST(CodebookFaults, an_unknown_key_is_named_with_its_place_and_a_near_guess) {
  EXPECT_EQ(
      fault(sex_with("column = \"Gender\"\nundeclred = []\n" + women_and_men)),
      "hr.toml:5:1: characteristic \"sex\": unknown key \"undeclred\"\nhint: did you mean \"undeclared\"?");
}

TEST(CodebookFaults, everything_is_told_at_once) {
  EXPECT_EQ(fault("[characteristics.sex]\n" + women_and_men + "[pays]\n"),
            "hr.toml: \"id\" is missing\n"
            "hint: name the heading of the column that identifies a person: id = \"…\"\n"
            "hr.toml:1:18: characteristic \"sex\": \"title\" is missing\n"
            "hint: write title = \"…\": it is printed above the groups\n"
            "hr.toml:1:18: characteristic \"sex\": \"column\" is missing\n"
            "hint: name the heading of the column that holds it (or \"born\" for age bands)\n"
            "hr.toml:3:2: unknown key \"pays\"\nhint: did you mean \"pay\"?");
}

TEST(CodebookFaults, a_counted_input_needs_no_columns) {
  EXPECT_EQ(fault("[characteristics.sex]\ntitle = \"Sex\"\n" + women_and_men, Use::counted), "");
}

TEST(CodebookFaults, ids_labels_and_values_stand_for_one_group_only) {
  EXPECT_EQ(fault(sex_with("column = \"Gender\"\n"
                           "groups = [\n"
                           " {id=\"female\", label=\"Women\", values=[\"F\", \"f \"]},\n"
                           " {id=\"female\", label=\"women\", values=[\"F\"]},\n"
                           "]\n")),
            "hr.toml:6:44: characteristic \"sex\": the value \"f \" is listed twice\n"
            "hint: values are compared without regard to capitals and spaces\n"
            "hr.toml:7:6: characteristic \"sex\": the id \"female\" is used twice\n"
            "hr.toml:7:6: characteristic \"sex\": the label \"women\" is used twice\n"
            "hr.toml:7:39: characteristic \"sex\": the value \"F\" belongs to two groups, \"female\" and "
            "\"female\"");
}

TEST(CodebookFaults, a_group_without_values_cannot_be_found_in_an_extract) {
  EXPECT_EQ(fault(sex_with("column = \"Gender\"\ngroups = [ {id=\"female\", label=\"Women\"}, "
                           "{id=\"male\", label=\"Men\", values=[\"M\"]} ]\n")),
            "hr.toml:5:16: characteristic \"sex\": group \"female\" has no values\n"
            "hint: list what stands in the column: values = [\"…\"]");
}

TEST(CodebookFaults, blank_cells_are_never_a_declared_group) {
  EXPECT_EQ(
      fault(sex_with("column = \"Gender\"\ngroups = [ {id=\"female\", label=\"Women\", values=[\"F\"]}, "
                     "{id=\"male\", label=\"Men\", values=[\"\"]} ]\n")),
      "hr.toml:5:89: characteristic \"sex\": blank cells cannot belong to the declared group \"male\"\n"
      "hint: nobody who left a question blank has declared anything: list \"\" under undeclared");
}

std::string bands(const std::string& list) {
  return "id = \"Number\"\n[characteristics.age-band]\ntitle = \"Age\"\nborn = \"Born\"\nbands = [\n" + list +
         "]\n";
}

TEST(CodebookFaults, bands_of_age_neither_overlap_nor_leave_gaps) {
  EXPECT_EQ(
      fault(bands(" {id=\"young\", label=\"Young\", to=24},\n"
                  " {id=\"middle\", label=\"Middle\", from=24, to=40},\n"
                  " {id=\"old\", label=\"Old\", from=42},\n")),
      "hr.toml:7:6: characteristic \"age-band\": the bands \"young\" and \"middle\" overlap: both hold the "
      "age 24\n"
      "hr.toml:8:6: characteristic \"age-band\": the bands \"middle\" and \"old\" leave a gap: neither holds "
      "the age 41\nhint: let the upper band begin at 41");
  EXPECT_EQ(
      fault(bands(" {id=\"old\", label=\"Old\", from=50},\n {id=\"young\", label=\"Young\", to=24},\n")),
      "hr.toml:6:6: characteristic \"age-band\": the bands \"young\" and \"old\" leave a gap: neither holds "
      "the ages 25 to 49\nhint: let the upper band begin at 25");
  EXPECT_EQ(fault(bands(" {id=\"back\", label=\"Back\", from=30, to=20},\n")),
            "hr.toml:6:6: characteristic \"age-band\": the band \"back\" ends before it begins");
}

TEST(CodebookFaults, aggregates_are_of_groups_that_are_there) {
  EXPECT_EQ(fault(sex_with("column = \"Gender\"\n" + women_and_men +
                           "aggregates = [ {id=\"both\", label=\"Both\", of=[\"femal\", \"male\"]} ]\n")),
            "hr.toml:6:46: characteristic \"sex\": aggregate \"both\" is of an unknown group \"femal\"\n"
            "hint: did you mean \"female\"?");
  EXPECT_EQ(fault(sex_with("column = \"Gender\"\n" + women_and_men +
                           "aggregates = [ {id=\"mix\", label=\"Mix\", of=[\"male\", \"not-stated\"]} ]\n")),
            "hr.toml:6:20: characteristic \"sex\": aggregate \"mix\" mixes declared and undeclared groups");
}

TEST(CodebookFaults, pay_compares_women_and_men_of_a_characteristic_that_is_there) {
  EXPECT_EQ(fault("id = \"Number\"\n[characteristics.gender]\ntitle = \"Sex\"\ncolumn = \"Gender\"\n" +
                  women_and_men + "[pay]\nhourly = \"Rate\"\n"),
            "hr.toml:6:1: [pay]: there is no characteristic \"sex\" with the groups \"female\" and \"male\"\n"
            "hint: the pay gap compares these two");
  EXPECT_EQ(
      fault(sex_with("column = \"Gender\"\n" + women_and_men + "[pay]\nfull_pay = { column = \"Full\" }\n")),
      "hr.toml:6:1: [pay]: \"hourly\" is missing\n"
      "hint: name the column of hourly rates, or those that they are worked out from\n"
      "hr.toml:7:12: [pay] full_pay: \"values\" is missing or empty\n"
      "hint: write values = [\"…\"] as they stand in the column");
}

TEST(CodebookFaults, a_mark_of_full_pay_means_yes_or_no) {
  EXPECT_EQ(fault(sex_with(
                "column = \"Gender\"\n" + women_and_men +
                "[pay]\nhourly = \"Rate\"\nfull_pay = { column = \"Full\", values = [\"Y\"], no = [\"N\", "
                "\"y \"] }\n")),
            "hr.toml:8:58: [pay] full_pay: the value \"y \" stands under \"values\" and under \"no\"\n"
            "hint: keep it under \"values\" if it means yes, under \"no\" if it means no");
}

TEST(CodebookFaults, what_is_printed_holds_no_control_characters) {
  const std::string hint =
      "\nhint: the file was probably saved in another encoding: save it as UTF-8, or type the text again";
  EXPECT_EQ(
      fault(
          "id = \"Number\"\n[characteristics.sex]\ntitle = \"People\xC2\x92s sex\"\ncolumn = \"Gender\"\n"
          "groups = [ {id=\"female\", label=\"Women\\u0007\", values=[\"F\"]}, {id=\"male\", label=\"Men\", "
          "values=[\"M\"]} ]\n"),
      "hr.toml:3:9: characteristic \"sex\": \"title\" holds a control character" + hint +
          "\nhr.toml:5:32: characteristic \"sex\": \"label\" holds a control character" + hint);
}

TEST(CodebookFaults, neither_the_identifier_nor_pay_can_be_published_by) {
  EXPECT_EQ(
      fault("id = \"Gender\"\n[characteristics.sex]\ntitle = \"Sex\"\ncolumn = \"gender\"\n" + women_and_men +
            "[pay]\nhourly = \"GENDER\"\n"),
      "hr.toml:4:10: characteristic \"sex\": the column identifies a person and cannot be published by\n"
      "hr.toml:4:10: characteristic \"sex\": the column holds pay and cannot be published by");
}

TEST(CodebookFaults, only_a_shipped_codebook_can_be_extended) {
  EXPECT_EQ(fault("extends = \"gss-harmonized\"\nid = \"Number\"\n"),
            "hr.toml:1:11: there is no shipped codebook \"gss-harmonized\"\nhint: did you mean "
            "\"gss-harmonised\"?");
  EXPECT_EQ(fault("extends = \"../codebooks/gss-harmonised\"\nid = \"Number\"\n").substr(0, 77),
            "hr.toml:1:11: there is no shipped codebook \"../codebooks/gss-harmonised\"\nhint");
}

TEST(CodebookFaults, values_cannot_be_added_to_a_group_that_is_not_there) {
  EXPECT_EQ(
      fault("extends = \"gss-harmonised\"\nid = \"Number\"\n[characteristics.sex]\ncolumn = \"Gender\"\n"
            "[characteristics.sex.values]\nfemail = [\"2\"]\n"),
      "hr.toml:6:1: characteristic \"sex\": values for a group \"femail\" that there is not\n"
      "hint: did you mean \"female\"?");
}

TEST(CodebookFaults, a_wrong_kind_of_value_is_told_in_words) {
  EXPECT_EQ(fault(sex_with("column = 3\ngroups = [ {id=\"female\", label=\"Women\", values=[2]} ]\n")),
            "hr.toml:2:18: characteristic \"sex\": \"column\" is missing\n"
            "hint: name the heading of the column that holds it (or \"born\" for age bands)\n"
            "hr.toml:4:10: characteristic \"sex\": \"column\" has to be a text in quotes\n"
            "hr.toml:5:48: characteristic \"sex\": \"values\" has to be a list of texts in quotes");
}

TEST(CodebookFaults, labels_and_titles_fit_above_a_column) {
  const auto labelled = [](std::size_t length) {
    return sex_with("column = \"Gender\"\ngroups = [ {id=\"female\", label=\"" + std::string(length, 'w') +
                    "\", values=[\"2\"]} ]\n");
  };
  EXPECT_EQ(fault(labelled(151)),
            "hr.toml:5:32: characteristic \"sex\": \"label\" has more than 150 characters\n"
            "hint: shorten it: it heads a column or a row of tables");
  EXPECT_EQ(fault(labelled(150)), "");
}

TEST(CodebookFaults, a_file_that_is_not_toml_is_told_with_line_and_character) {
  const std::string message = fault("id = \"Number\"\n[characteristics.sex\n");
  EXPECT_EQ(message.substr(0, 13), "hr.toml:2:21:") << message;
  EXPECT_EQ(fault("id = \"\xFF\""), "hr.toml: is not written in UTF-8\nhint: save the file as UTF-8");
}

TEST(CodebookFaults, a_codebook_without_characteristics_answers_nothing) {
  EXPECT_EQ(fault("id = \"Number\"\n"), "hr.toml: the codebook describes no characteristics");
}

}  // namespace
}  // namespace eqr::persons::tests
