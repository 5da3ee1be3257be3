#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "html_reading.hpp"
#include "render/html/evidence.hpp"
#include "render/html/landing.hpp"
#include "support/sample_report.hpp"
#include "template_parts.hpp"

namespace eqr::render::html {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Landing, sizes_are_in_words) {
  EXPECT_EQ(size_in_words(0), "0 bytes");
  EXPECT_EQ(size_in_words(999), "999 bytes");
  EXPECT_EQ(size_in_words(1'000), "1 KB");
  EXPECT_EQ(size_in_words(84'499), "84 KB");
  EXPECT_EQ(size_in_words(84'500), "85 KB");
  EXPECT_EQ(size_in_words(999'499), "999 KB");
  EXPECT_EQ(size_in_words(999'500), "1.0 MB");
  EXPECT_EQ(size_in_words(12'345'678), "12.3 MB");
}

TEST(Landing, each_link_says_what_it_leads_to_its_format_and_size) {
  report::Report report = samples::council_report();
  report.sections.push_back({"accessibility",
                             "Accessibility and other formats",
                             report::Section::Kind::ordinary,
                             {},
                             {},
                             {samples::paragraph("Ask us.")},
                             {}});
  const std::string html =
      landing_page(report, shipped_parts(),
                   {{{"formats", "Formats", "All the same.", {{"report.pdf", "Our duties", 84'000}}}},
                    {{"tables", "Tables", "", {{"tables/staff.csv", "Table 1: Staff", 492}}}}});
  EXPECT_THAT(html, HasSubstr("<a href=\"report.pdf\">Our duties (PDF, 84 KB)</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"tables/staff.csv\">Table 1: Staff (CSV, 492 bytes)</a>"));
  EXPECT_THAT(html, HasSubstr("<p>Ask us.</p>"));
  EXPECT_LT(html.find("report.pdf"), html.find("Ask us."));
  EXPECT_LT(html.find("Ask us."), html.find("staff.csv"));
  expect_balanced(tags_of(html));
  expect_links_arrive(tags_of(html));
}

TEST(Evidence, tells_what_was_checked_and_claims_nothing_of_what_people_have_to_check) {
  const std::string html = evidence_page(
      samples::council_report(), shipped_parts(),
      {{"pages", "Pages", "Two pages.", {{"H1", "Headings skip none.", "Kept", "https://example.org/h"}}}});
  EXPECT_THAT(html, HasSubstr("<tr><th scope=\"row\">H1</th><td class=\"long\">Headings skip none.</td>"
                              "<td class=\"long\">Kept</td><td><a href=\"https://example.org/h\">Guidance on "
                              "H1 (Pages)</a></td></tr>"));
  const std::string by_people = html.substr(html.find("Checks by people"));
  EXPECT_THAT(by_people, Not(HasSubstr("Kept")));
  EXPECT_THAT(by_people, HasSubstr("WCAG 2.2, 1.3.2 Meaningful sequence"));
  expect_balanced(tags_of(html));
  expect_unique_ids(tags_of(html));
}

}  // namespace
}  // namespace eqr::render::html
