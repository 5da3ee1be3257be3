#include "run/evidence.hpp"

#include <gtest/gtest.h>

namespace eqr::run {
namespace {

const std::string sound =
    "<!doctype html><html lang=\"en\"><head><title>Report</title></head><body><a href=\"#main\">Skip</a>\n"
    "<main id=\"main\"><h1>Report</h1><p><a href=\"web/01-staff.html\">Staff</a></p></main></body></html>\n";

std::string problems_of(const Files& files) {
  try {
    (void)check_pages(files);
  } catch (const problems::Fault& fault) {
    EXPECT_EQ(fault.cost(), problems::Cost::nothing_written);
    return fault.what();
  }
  return "";
}

TEST(Evidence, pages_are_pages_and_chapters_are_bodies_whose_links_begin_in_their_folder) {
  const Files files = {{"report.html", sound},
                       {"report.pdf", "%PDF"},
                       {"web/01-staff.html", "<h2>Staff</h2>\n<p><a href=\"02-notes.html\">Notes</a></p>\n"},
                       {"web/02-notes.html", "<h2>Notes</h2>\n"}};
  EXPECT_EQ(problems_of(files), "");
  EXPECT_EQ(check_pages(files).size(), 3U);
}

TEST(Evidence, a_page_that_breaks_a_rule_is_told_with_its_line_and_the_remedy) {
  std::string faulty = sound;
  faulty.replace(faulty.find("<p>"), 3, "<h3>Staff</h3><p>");
  EXPECT_EQ(problems_of({{"report.html", faulty}}),
            "report.html:2: h3 follows h1 (rule H1)\n"
            "hint: one level deeper at a time\n"
            "report.html:2: the link \"web/01-staff.html\" leads nowhere (rule L1)\n"
            "hint: mend the address");
}

TEST(Evidence, tells_each_rule_once_with_its_outcome_over_all_files) {
  const checks::Verdict links{"L1", checks::Level::fail, "Links arrive.", "", "https://example.org/l1", {}};
  const checks::Verdict names{"F2", checks::Level::warning,        "the name is short", "",
                              "",   {{{}, "", "the name is long"}}};
  const auto parts =
      checked_parts({{"report.html", {links}}, {"web/01-staff.html", {links}}},
                    {{"report.xlsx", {names}}, {"report.pdf", {links}}, {"report.ods", {names}}});
  ASSERT_EQ(parts.size(), 3U);
  ASSERT_EQ(parts[0].checks.size(), 1U);
  EXPECT_EQ(parts[0].checks[0].outcome, "Kept in 2 files");
  EXPECT_EQ(parts[0].checks[0].reference, "https://example.org/l1");
  EXPECT_NE(parts[0].lead.find("report.html and 1 file in web/"), std::string::npos) << parts[0].lead;
  EXPECT_EQ(parts[1].checks[0].outcome, "Kept");
  EXPECT_NE(parts[1].lead.find("report.pdf"), std::string::npos) << parts[1].lead;
  ASSERT_EQ(parts[2].checks.size(), 1U);
  EXPECT_EQ(parts[2].checks[0].outcome, "Advice not followed: report.xlsx: the name is long, and 1 more");
}

}  // namespace
}  // namespace eqr::run
