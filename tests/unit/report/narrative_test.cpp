#include "report/narrative.hpp"

#include <gtest/gtest.h>

namespace eqr::report {
namespace {

NarrativeReading read(std::string_view markdown) {
  return read_narrative("text", markdown, "text.md");
}

std::string problems_of(std::string_view markdown) {
  std::string told;
  const NarrativeReading reading = read(markdown);
  for (const auto* list : {&reading.problems, &reading.placeholder_problems}) {
    for (const problems::Problem& problem : *list) told += problems::text(problem) + "\n";
  }
  return told;
}

TEST(Narrative, ParagraphsListsHeadingsEmphasisAndLinksAreRead) {
  const auto reading =
      read("A *b* **c** [d](https://example.org).\n\n### Head\n\n- one\n- two\n\n1. first\n");
  ASSERT_TRUE(reading.problems.empty());
  const auto& blocks = reading.narrative.blocks;
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_EQ(blocks[0].items[0][1].style.text, "b");
  EXPECT_TRUE(blocks[0].items[0][1].style.emphasis);
  EXPECT_TRUE(blocks[0].items[0][3].style.strong);
  EXPECT_EQ(blocks[0].items[0][5].style.href, "https://example.org");
  EXPECT_EQ(blocks[1].kind, NarrativeBlock::Kind::subheading);
  EXPECT_EQ(blocks[2].items.size(), 2U);
  EXPECT_EQ(blocks[3].kind, NarrativeBlock::Kind::numbered);
}

TEST(Narrative, PlaceholdersAreFoundWithTheirPlacesAndFilters) {
  const auto reading =
      read("So {{facts.population}} people;\nnow **{{ workforce.ethnicity.minority.percent | from_to }}**.");
  ASSERT_TRUE(reading.problems.empty());
  const auto& found = reading.narrative.placeholders;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].figure, "facts.population");
  EXPECT_EQ(found[0].place, (problems::Place{"text.md", 1, 4, ""}));
  EXPECT_EQ(found[1].filter, Filter::from_to);
  EXPECT_EQ(found[1].place, (problems::Place{"text.md", 2, 7, ""}));
  const auto& runs = reading.narrative.blocks[0].items[0];
  // So | population | people; | (line end) | now | minority | .
  ASSERT_EQ(runs.size(), 7U);
  EXPECT_EQ(runs[1].placeholder->figure, "facts.population");
  EXPECT_TRUE(runs[5].style.strong);
  EXPECT_EQ(runs[5].placeholder->figure, "workforce.ethnicity.minority.percent");
}

TEST(Narrative, a_placeholder_may_have_words_for_a_figure_that_is_not_published) {
  const auto reading = read(
      "A {{a.b|else \"share that's not published\"}} and {{a.c | change | else  \"no*\" }} or "
      "{{a.d | from_to | else \"shares not published\" }}.");
  ASSERT_EQ(reading.narrative.placeholders.size(), 2U);  // the one in the middle is refused
  EXPECT_EQ(reading.narrative.placeholders[0].otherwise, "share that's not published");
  EXPECT_EQ(reading.narrative.placeholders[0].filter, Filter::none);
  EXPECT_EQ(reading.narrative.placeholders[1].otherwise, "shares not published");
  EXPECT_EQ(reading.narrative.placeholders[1].filter, Filter::from_to);
}

TEST(Narrative, WhatANarrativeMayNotHoldIsNamedWithItsLine) {
  EXPECT_EQ(problems_of("Fine.\n\n# Too high\n"),
            "text.md:3: a heading of level 1\nhint: narratives begin at ###: the headings above come from "
            "the template\n");
  EXPECT_EQ(problems_of("A <b>word</b>\n").substr(0, 19), "text.md:1: raw HTML");
  EXPECT_EQ(problems_of("<script>\n").substr(0, 19), "text.md:1: raw HTML");
  EXPECT_EQ(problems_of("![](a.png)\n"),
            "text.md:1: a image is not allowed in a narrative\nhint: use paragraphs, lists, ### headings, "
            "emphasis and links\n");
  EXPECT_EQ(problems_of("[x](javascript:alert(1))\n"),
            "text.md:1: a link that leads nowhere\nhint: link to https://…, mailto:… or #section, or drop "
            "the link\n");
  EXPECT_EQ(problems_of(" \n"), "text.md: the text is empty\nhint: write it, or drop it from the run file\n");
  EXPECT_EQ(problems_of("caf\xE9"), "text.md: the text is not in UTF-8\nhint: save it as UTF-8\n");
}

TEST(Narrative, ABrokenPlaceholderIsNamedWithItsPlace) {
  EXPECT_EQ(problems_of("So {{facts.population people"),
            "text.md:1:4: \"{{\" is not closed on its line\nhint: a placeholder is {{name}} on one line\n");
  EXPECT_EQ(problems_of("So facts.population}} people"),
            "text.md:1:20: \"}}\" without \"{{\" before it\nhint: a placeholder is {{name}} on one line\n");
  EXPECT_EQ(problems_of("{{a.b | from-to}}"),
            "text.md:1:1: unknown filter \"from-to\"\nhint: did you mean \"from_to\"?\n");
  EXPECT_EQ(problems_of("{{a.b | change else}}"),
            "text.md:1:1: unknown filter \"change else\"\nhint: one of: from_to, change, pence, else\n");
  EXPECT_EQ(problems_of("{{a.b | change | \"few\"}}"),
            "text.md:1:1: after the filter comes \"\"few\"\"\n"
            "hint: a placeholder is {{name}}, {{name | filter}} or {{name | filter | else \"words\"}}\n");
  EXPECT_EQ(problems_of("{{a.b | else}}"),
            "text.md:1:1: \"else\" without words\n"
            "hint: put them in straight quotes: else \"a number that is not published\"\n");
  EXPECT_EQ(problems_of("{{a.b | else \"*not* shown\"}}"),
            "text.md:1:1: the words of \"else\" are empty, or hold one of \" * _ [ ] < > ` \\ { } |\n"
            "hint: write plain words\n");
  EXPECT_EQ(
      problems_of("{{a.b | else \"fewer than 10\"}}"),
      "text.md:1:1: the words of \"else\" say how many: \"fewer\"\n"
      "hint: they stand for every figure that is not published, whatever its size and the reason: else \"a "
      "number that is not published\"\n");
  EXPECT_EQ(problems_of("{{ }}"),
            "text.md:1:1: a placeholder without a name\n"
            "hint: write {{theme.figure}}, such as {{facts.population}}\n");
  EXPECT_EQ(problems_of("[a](https://example.org/{{a.b}})"),
            "text.md:1:25: a placeholder that does not stand in running text\n"
            "hint: figures can be named in paragraphs, lists and headings only\n");
}

}  // namespace
}  // namespace eqr::report
