#include "pdf_check/report_rules.hpp"

#include <gtest/gtest.h>

#include "documents.hpp"
#include "problems/problem.hpp"

namespace eqr::pdf_check {
namespace {

const std::string sentence =
    "More than half of those who work for us have done so for five years or longer, and most of them full "
    "time.";

Sketch table(const std::string& women, const std::string& men) {
  return {"Table",
          "",
          {{"Caption", "Table 1: Staff by sex", {}},
           {"THead", "", {{"TR", "", {{"TH", "Sex", {}}, {"TH", "Share (%)", {}}}}}},
           {"TBody",
            "",
            {{"TR", "", {{"TH", "Women", {}}, {"TD", women, {}}}},
             {"TR", "", {{"TH", "Men", {}}, {"TD", men, {}}}}}}}};
}

Document whole(std::vector<Sketch> below) {
  return document_of({"Document", "", std::move(below)});
}

Expected expected() {
  Expected told;
  told.words = {"Workforce", sentence, "Staff by sex", "What comes next"};
  told.tables = {{"Staff by sex",
                  {"Sex", "Share (%)"},
                  {{{"Women", "Women"}, {"67.1%", "67.1"}}, {{"Men", "Men"}, {"[c]", "[c]"}}}}};
  told.texts = told.words;
  return told;
}

std::string broken(const Document& document, const Expected& told) {
  std::string ids;
  for (const checks::Verdict& verdict : check_against(document, told)) {
    if (!verdict.is_kept()) ids += std::string(verdict.rule) + ": " + verdict.findings.front().message + '\n';
  }
  return ids;
}

const Sketch heading{"H2", "Workforce", {}}, paragraph{"P", sentence, {}}, last{"H2", "What comes next", {}};

TEST(ReportRules, the_same_words_in_the_same_order_are_fine) {
  EXPECT_EQ(broken(whole({heading, paragraph, table("67.1", "[c]"), last}), expected()), "");
  // Lines break, and a number may carry its unit.
  Sketch broken_line = paragraph;
  broken_line.says.replace(broken_line.says.find(' '), 1, "\n");
  EXPECT_EQ(broken(whole({heading, broken_line, table("67.1%", "[c]"), last}), expected()), "");
}

TEST(ReportRules, a_cell_that_reads_otherwise_is_told_by_row_and_column) {
  EXPECT_EQ(broken(whole({heading, paragraph, table("61.7", "[c]"), last}), expected()),
            "report-1: \"Staff by sex\": row 1, column 2 reads \"61.7\"; in the report it is \"67.1%\"\n");
}

TEST(ReportRules, a_table_that_is_missing_or_there_twice_is_told) {
  EXPECT_EQ(broken(whole({heading, paragraph, {"P", "Staff by sex", {}}, last}), expected()),
            "report-1: the table \"Staff by sex\" is missing\n");
  EXPECT_EQ(broken(whole({heading, paragraph, table("67.1", "[c]"), table("67.1", "[c]"), last}), expected()),
            "report-3: the table is read a second time\n");
}

TEST(ReportRules, another_order_is_told) {
  EXPECT_EQ(broken(whole({paragraph, heading, table("67.1", "[c]"), last}), expected()),
            "report-2: \"More than half of those who work for us have done so for fiv\xE2\x80\xA6\" is read "
            "earlier than in the report\n");
}

TEST(ReportRules, a_paragraph_that_is_read_twice_is_told) {
  EXPECT_NE(
      broken(whole({heading, paragraph, table("67.1", "[c]"), last, paragraph}), expected()).find("report-3"),
      std::string::npos);
  // Where the report has it twice, it may be read twice.
  Expected twice = expected();
  twice.texts.push_back(sentence);
  EXPECT_EQ(broken(whole({heading, paragraph, table("67.1", "[c]"), last, paragraph}), twice), "");
}

TEST(ReportRules, what_is_no_report_is_refused) {
  for (const char* json : {"", "[]", "{\"title\": 1}", "{\"tables\": []}"})
    EXPECT_THROW((void)expected_of(json, "report.json"), problems::Fault) << json;
}

}  // namespace
}  // namespace eqr::pdf_check
