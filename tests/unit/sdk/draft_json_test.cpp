// Reading a draft is strict: what is not a draft is refused with its place.
#include "eqr/draft_json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

std::string fault_in(const std::string& figures, const std::string& tables = "[]") {
  const std::string draft = R"({"format": "eqr.draft/1", "figures": )" + figures + R"(, "tables": )" +
                            tables + R"(, "charts": [], "sections": []})";
  try {
    (void)eqr::draft_from_json(nlohmann::json::parse(draft));
    return "";
  } catch (const eqr::DraftFault& fault) {
    return fault.what();
  }
}

std::string figure_of(const std::string& value) {
  return R"([{"name": "n", "title": "t", "note": "", "format": {"unit": "people", "places": "p0"}, "value": )" +
         value + "}]";
}

TEST(DraftJson, a_whole_figure_is_taken) {
  EXPECT_EQ(fault_in(figure_of(R"({"op": "cell", "input": "hubs", "row": "r2", "column": "people"})")), "");
}

TEST(DraftJson, a_bare_number_is_refused_wherever_it_stands) {
  EXPECT_EQ(fault_in(figure_of("12")),
            "figures[0].value: a bare number: every number of a draft is an expression, such as count() or a "
            "cell of a document");
  EXPECT_EQ(
      fault_in("[]", R"([{"id": "t", "title": "t", "notes": [],
                        "columns": [{"id": "c", "header": "c", "kind": "number",
                                     "format": {"unit": "people", "places": "p0"}}],
                        "rows": [{"cells": [{"value": 12}]}]}])"),
      "tables[0].rows[0].cells[0].value: a bare number: every number of a draft is an expression, such as "
      "count() or a cell of a document");
}

TEST(DraftJson, an_unknown_key_is_refused) {
  EXPECT_EQ(fault_in(figure_of(R"({"op": "setting", "setting": "target", "value": "3"})")),
            "figures[0].value: unknown key \"value\"");
}

TEST(DraftJson, an_unknown_operation_is_refused) {
  EXPECT_EQ(fault_in(figure_of(R"({"op": "average"})")), "figures[0].value.op: unknown word \"average\"");
}

TEST(DraftJson, expressions_nest_thirty_two_deep_and_no_deeper) {
  const auto nested = [](int depth) {
    std::string value = R"({"op": "setting", "setting": "target"})";
    for (int i = 0; i < depth; ++i) value = R"({"op": "sum", "operands": [)" + value + "]}";
    return figure_of(value);
  };
  EXPECT_EQ(fault_in(nested(32)), "");
  EXPECT_NE(fault_in(nested(33)).find("an expression nested more than 32 deep"), std::string::npos);
}

TEST(DraftJson, a_second_condition_on_one_column_is_refused) {
  EXPECT_EQ(fault_in(figure_of(R"({"op": "count", "of": {"input": "staff", "snapshot": "this", "where": [
                {"column": "sex", "groups": ["female"]}, {"column": "sex", "groups": ["male"]}]}})")),
            "figures[0].value.of.where[1]: a second condition on column \"sex\"");
}

TEST(DraftJson, every_measure_arrives_as_it_was_sent) {
  using namespace eqr;
  const Population staff = people("staff"), women = staff.where("sex", {"female"});
  const Expression all = count(staff), some = count(women);
  for (const Expression& sent :
       {mean_pay(women), median_pay(women), mean_bonus(women), median_bonus(staff.last_year()),
        mean_pay_gap(staff), median_bonus_gap(staff), pay_quarter(staff, 3, "male"),
        pay_quarter(women, 1, "ethnicity", {"minority"}, {"minority", "white"}),
        likelihood_low(some, all, some, all), likelihood_high(some, all, some, all)}) {
    Draft draft;
    draft.figures.push_back({"n", "t", sent, std::nullopt, one_place_percent, ""});
    EXPECT_EQ(draft_from_json(nlohmann::json::parse(to_json(draft).dump())).figures.at(0).value, sent);
  }
}

TEST(DraftJson, an_operation_has_as_many_operands_as_it_needs) {
  const std::string target = R"({"op": "setting", "setting": "target"})";
  const auto of_two = [&](const std::string& operation) {
    return figure_of(R"({"op": ")" + operation + R"(", "operands": [)" + target + ", " + target + "]}");
  };
  EXPECT_EQ(fault_in(of_two("gap")), "");
  EXPECT_EQ(fault_in(of_two("likelihood-low")), "figures[0].value.operands: four operands are expected");
  EXPECT_EQ(fault_in(figure_of(R"({"op": "gap", "operands": []})")),
            "figures[0].value.operands: two operands are expected");
}

TEST(DraftJson, another_format_is_refused) {
  try {
    (void)eqr::draft_from_json(nlohmann::json::parse(R"({"format": "eqr.draft/2"})"));
    FAIL() << "nothing was thrown";
  } catch (const eqr::DraftFault& fault) {
    EXPECT_STREQ(fault.what(), "format: \"eqr.draft/1\" is expected here");
  }
}

}  // namespace
