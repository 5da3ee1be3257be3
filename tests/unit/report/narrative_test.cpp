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
  EXPECT_EQ(problems_of("[x](javascript:alert(1))\n"),
            "text.md:1: a link that leads nowhere\nhint: link to https://…, mailto:… or #section, or drop "
            "the link\n");
  EXPECT_EQ(problems_of("### \xC2\xA0\xE2\x80\x8B\n"),
            "text.md:1: a heading without words\nhint: write what stands below it, or drop it\n");
  EXPECT_EQ(problems_of("Read [&nbsp;](https://example.org/)\n"),
            "text.md:1: a link without words\nhint: write where it leads between the square brackets\n");
  EXPECT_EQ(problems_of("### {{facts.population}}\n"), "");
  EXPECT_EQ(
      problems_of("a\x01 b\n"),
      "text.md:1: the line holds a control character\nhint: the file was probably saved in another encoding: "
      "save it as UTF-8, or type the text again\n");
  EXPECT_EQ(problems_of("&#xFFFE; x\n"),
            "text.md:1: the text holds a control character\nhint: leave it out\n");
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

// The first line of what is wrong; empty where the picture is taken.
std::string refused(std::string_view markdown) {
  const std::string told = problems_of(markdown);
  return told.substr(0, told.find('\n'));
}

TEST(Narrative, a_picture_stands_in_a_paragraph_of_its_own) {
  const auto reading = read(
      "Before.\n\n![A class at the\nnew *library*](images/class.jpg \"The class of {{facts.year}}\")\n\n"
      "![Decorative](<images/a line.svg>)\n");
  ASSERT_EQ(problems_of("![A class](a.png)"), "");
  const auto& blocks = reading.narrative.blocks;
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[1].kind, NarrativeBlock::Kind::image);
  EXPECT_EQ(blocks[1].image->file, "images/class.jpg");
  EXPECT_EQ(blocks[1].image->alternative, "A class at the new library");
  EXPECT_EQ(blocks[1].image->place, (problems::Place{"text.md", 3, 0, ""}));
  ASSERT_EQ(blocks[1].items[0].size(), 2U);
  EXPECT_EQ(blocks[1].items[0][1].placeholder->figure, "facts.year");
  EXPECT_TRUE(blocks[2].image->is_decorative);
  EXPECT_EQ(blocks[2].image->file, "images/a line.svg");
  EXPECT_EQ(blocks[2].image->alternative, "");
}

TEST(Narrative, a_picture_within_a_line_or_a_list_is_refused) {
  EXPECT_EQ(
      problems_of("See ![A class](a.png) here"),
      "text.md:1: a picture within a line of text\nhint: give it a paragraph of its own: a blank line before "
      "and after it\n");
  EXPECT_EQ(refused("- ![A class](a.png)"), "text.md:1: a picture within a line of text");
}

TEST(Narrative, an_alternative_text_says_what_the_picture_shows) {
  EXPECT_EQ(
      problems_of("\n![](images/class.jpg)\n"),
      "text.md:2: a picture without an alternative text\nhint: say in a sentence what it shows: ![A class at "
      "the new library](images/class.jpg); or ![decorative](images/class.jpg) where nothing is lost without "
      "it\n");
  for (const char* name :
       {"IMG_1234.jpg", "IMG_1234", "img-20180331", "class", "The class.PNG", "DSC00042"}) {
    EXPECT_EQ(refused("![" + std::string(name) + "](class.jpg)"),
              "text.md:1: the alternative text of \"class.jpg\" is the name of a file")
        << name;
  }
  for (const char* start : {"Image of a class", "A photo of a class", "Picture", "the graphic of a class"}) {
    EXPECT_EQ(refused("![" + std::string(start) + "](a.jpg)"),
              "text.md:1: the alternative text of \"a.jpg\" says that it is a picture, which readers are "
              "told anyway")
        << start;
  }
  EXPECT_EQ(refused("![" + std::string(150, 'a') + "](b.jpg)"), "");
  EXPECT_EQ(refused("![" + std::string(151, 'a') + "](b.jpg)"),
            "text.md:1: the alternative text of \"b.jpg\" has 151 characters");
  EXPECT_EQ(refused("![{{facts.population}} people](b.jpg)"),
            "text.md:1: the alternative text of \"b.jpg\" names a figure");
  EXPECT_EQ(refused("![decorative](b.jpg \"A caption\")"), "text.md:1: a decoration with a caption");
  EXPECT_EQ(refused("![Imagery of the county's 64 parishes](b.jpg)"), "");
}

TEST(Narrative, a_picture_lies_in_the_run_folder) {
  for (const char* away : {"../a.png", "/etc/a.png", "https://example.org/a.png", "file:///a.png",
                           "b/../../a.png", "data:image/png;base64,AAAA.png"}) {
    EXPECT_EQ(
        refused("![A class](" + std::string(away) + ")"),
        "text.md:1: the picture \"" + std::string(away) + "\" does not lie in the folder of the run file");
  }
  EXPECT_EQ(refused("![A class](a.gif)"), "text.md:1: \"a.gif\" is not called .png, .jpg or .svg");
  EXPECT_EQ(refused("![A class]()"), "text.md:1: a picture without a file");
}

}  // namespace
}  // namespace eqr::report
