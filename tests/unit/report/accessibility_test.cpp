#include "report/accessibility.hpp"

#include <gtest/gtest.h>

namespace eqr::report {
namespace {

std::string words_of(const Inlines& text) {
  std::string words;
  for (const Inline& run : text) words += run.href.empty() ? run.text : run.text + " <" + run.href + ">";
  return words;
}

// A line for each paragraph, heading and item of a list.
std::string words_of(const std::vector<Block>& blocks) {
  std::string words;
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) words += words_of(paragraph->text) + '\n';
    if (const auto* heading = std::get_if<Subheading>(&block)) words += "# " + heading->text + '\n';
    if (const auto* list = std::get_if<ListBlock>(&block)) {
      for (const Inlines& item : list->items) words += "- " + words_of(item) + '\n';
    }
  }
  return words;
}

TEST(Accessibility, says_whom_to_ask_what_is_offered_and_what_does_not_work) {
  Report report;
  report.contact = {"Policy Team", "policy@example.org", "01234 567890", ""};
  report.accessibility = {"Tell us what you need.",
                          {{"Braille", "Ask us for it.", ""}, {"Easy Read", "", "https://example.org/easy"}},
                          {"Some tables are wide.", "Links may lead to pages that do not work."}};
  EXPECT_EQ(words_of(accessibility_blocks(report)),
            "Tell us what you need.\n"
            "Contact: Policy Team, policy@example.org <mailto:policy@example.org>, 01234 567890.\n"
            "# Other formats\n"
            "- Braille: Ask us for it.\n"
            "- Easy Read <https://example.org/easy>\n"
            "# What we know does not work well yet\n"
            "- Some tables are wide.\n"
            "- Links may lead to pages that do not work.\n");
}

TEST(Accessibility, offers_nothing_that_nobody_offered_and_names_the_organisation_where_no_team_is_named) {
  Report report;
  report.organisation = "Example Council";
  report.website = "https://example.org";
  report.accessibility.known_limits = {"No limits are recorded."};
  EXPECT_EQ(words_of(accessibility_blocks(report)),
            "Contact: Example Council <https://example.org>.\n"
            "# What we know does not work well yet\n"
            "No limits are recorded.\n");
}

}  // namespace
}  // namespace eqr::report
