#include "page_check/rules.hpp"

#include <gtest/gtest.h>

namespace eqr::page_check {
namespace {

const std::string sound = R"(<!doctype html>
<html lang="en-GB"><head><title>Report</title><style>a > b { color: red }</style></head><body>
<a href="#main">Skip to main content</a>
<main id="main" tabindex="-1"><h1>Report</h1><h2 id="staff">Staff</h2><h3>Sex</h3><h2>Notes</h2>
<p>See <a href="#staff">staff</a>, <a href="other.html#x">another page</a>, <a href="https://example.org">that</a>.</p>
<img src="data:image/png;base64,AA==" alt=""><svg role="img" aria-labelledby="t"><title id="t">Bars</title></svg>
<div role="region" aria-labelledby="cap" tabindex="0"><table><caption id="cap">Staff</caption>
<tr><th scope="col">Sex</th><td>5</td></tr></table></div>
</main></body></html>)";

// The ids of the rules that find something, in order, with the line of the first finding: "H1:4".
std::string found_in(const std::string& html, bool is_body = false) {
  std::string found;
  for (const checks::Verdict& verdict :
       check({"page.html", is_body, tags_of(html), {"other.html", "images/a.png"}})) {
    if (verdict.is_kept()) continue;
    found += (found.empty() ? "" : " ") + std::string(verdict.rule) + ':' +
             verdict.findings.front().place.front().second;
  }
  return found;
}

std::string with(const std::string& old, const std::string& fresh) {
  std::string html = sound;
  html.replace(html.find(old), old.size(), fresh);
  return html;
}

TEST(PageRules, find_nothing_in_a_sound_page) {
  EXPECT_EQ(found_in(sound), "");
}

TEST(PageRules, each_fault_is_found_by_the_rule_about_it_at_its_line) {
  EXPECT_EQ(found_in(with(" lang=\"en-GB\"", "")), "P1:1");
  EXPECT_EQ(found_in(with("<title>Report</title>", "")), "P2:1");
  EXPECT_EQ(found_in(with("</main>", "</main><main></main>")), "P3:1");
  EXPECT_EQ(found_in(with("href=\"#main\"", "href=\"other.html\"")), "P4:3");
  EXPECT_EQ(found_in(with("id=\"cap\"", "id=\"staff\"")), "P5:7");
  EXPECT_EQ(found_in(with("role=\"region\" ", "")), "P6:7");
  EXPECT_EQ(found_in(with("<h3>Sex</h3>", "<h4>Sex</h4>")), "H1:4");
  EXPECT_EQ(found_in(with("<h2>Notes</h2>", "<h1>Notes</h1>")), "H1:4");
  EXPECT_EQ(found_in(with("<h3>Sex</h3>", "<h3> <b></b></h3>")), "H2:4");
  EXPECT_EQ(found_in(with("#staff\">", "#nowhere\">")), "L1:5");
  EXPECT_EQ(found_in(with("other.html#x", "absent.html")), "L1:5");
  EXPECT_EQ(found_in(with(">another page<", "><")), "L2:5");
  EXPECT_EQ(found_in(with(" alt=\"\"", "")), "I1:6");
  EXPECT_EQ(found_in(with(" aria-labelledby=\"t\"", "")), "I1:6");
  EXPECT_EQ(found_in(with("<caption id=\"cap\">Staff</caption>", "")), "T1:7");
  EXPECT_EQ(found_in(with(" scope=\"col\"", "")), "T2:8");
  EXPECT_EQ(found_in(with("<h1>", "<h1 onclick=\"x()\">")), "N1:4");
  EXPECT_EQ(found_in(with("</main>", "<script>if (1 < 2) x()</script></main>")), "N1:9");
  EXPECT_EQ(found_in(with("data:image/png;base64,AA==", "https://example.org/a.png")), "N2:6");
  EXPECT_EQ(found_in(with("a > b { color: red }", "@import 'x.css';")), "N2:2");
  EXPECT_EQ(found_in(with("color: red", "background: URL( 'https://example.org/a.png')")), "N2:2");
  EXPECT_EQ(found_in(with("<h1>", "<h1 style=\"background:url(//example.org/a.png)\">")), "N2:4");
  EXPECT_EQ(
      found_in(with(
          "</main>",
          "<svg role=\"img\" aria-label=\"A\"><image href=\"https://example.org/a\"></image></svg></main>")),
      "N2:9");
  EXPECT_EQ(found_in(with("</main>", "<form action=\"https://example.org/\"></form></main>")), "N2:9");
}

TEST(PageRules, what_lies_in_the_page_itself_is_no_request) {
  EXPECT_EQ(found_in(with("color: red", "background: url(\"data:image/png;base64,AA==\"); fill: url(#p)")),
            "");
}

TEST(PageRules, a_picture_gives_its_name_to_the_link_around_it) {
  EXPECT_EQ(found_in(with(">another page<", "><img src=\"data:,\" alt=\"Home\"><")), "");
  EXPECT_EQ(found_in(with(">another page<", "><img src=\"data:,\" alt=\"\xE2\x80\x8B\"><")), "L2:5");
  EXPECT_EQ(found_in(with(">another page<", ">\xC2\xA0<")), "L2:5");
}

TEST(PageRules, a_link_that_runs_script_leads_nowhere_however_it_is_written) {
  EXPECT_EQ(found_in(with("https://example.org", "JavaScript:alert(1)")), "L1:5 N1:5");
}

TEST(PageRules, a_body_begins_with_h2_and_its_pictures_stand_beside_it) {
  EXPECT_EQ(found_in("<h2>Staff</h2><p><img src=\"images/a.png\" alt=\"Bars\"></p>", true), "");
  EXPECT_EQ(found_in("<h3>Staff</h3>", true), "H1:1");
  EXPECT_EQ(found_in("<h1>Staff</h1>", true), "H1:1");
  EXPECT_EQ(found_in("<h2>Staff</h2>\n<img src=\"images/b.png\" alt=\"Bars\">", true), "N2:2");
}

TEST(PageRules, text_that_breaks_off_is_read_to_its_end) {
  for (const std::string html :
       {"<", "<a", "<a href", "<a href=", "<a href=\"x", "</", "<!--", "<style>", "<a / = >"})
    EXPECT_NO_THROW((void)tags_of(html)) << html;
}

}  // namespace
}  // namespace eqr::page_check
