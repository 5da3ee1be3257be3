#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "render/html/page.hpp"
#include "support/sample_report.hpp"
#include "template_parts.hpp"

namespace eqr::render::html {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> told(const PageParts& parts) {
  std::vector<std::string> texts;
  for (const auto& problem : check_parts(parts, "page.html", "report.css"))
    texts.push_back(problems::text(problem));
  return texts;
}

PageParts parts_with(const std::string& old_text, const std::string& new_text) {
  PageParts parts = shipped_parts();
  parts.skeleton.replace(parts.skeleton.find(old_text), old_text.size(), new_text);
  return parts;
}

TEST(CheckParts, finds_nothing_wrong_with_the_template_that_ships) {
  EXPECT_THAT(told(shipped_parts()), IsEmpty());
}

TEST(CheckParts, names_a_placeholder_that_is_missing) {
  EXPECT_THAT(
      told(parts_with("<!--contents-->", "")),
      ElementsAre("page.html: <!--contents--> is missing\nhint: put it where that part of the page belongs"));
}

TEST(CheckParts, names_a_placeholder_that_stands_twice) {
  EXPECT_THAT(
      told(parts_with("<!doctype html>", "<!--footer-->")),
      ElementsAre("page.html:35: <!--footer--> stands here a second time\nhint: keep it in one place"));
}

TEST(CheckParts, lists_the_placeholders_for_one_that_is_not_known) {
  EXPECT_THAT(
      told(parts_with("<!doctype html>", "<!--logo--><!-- a comment of one's own -->")),
      ElementsAre("page.html:1: <!--logo--> is not a placeholder\nhint: use one of: language, head, style, "
                  "body-class, header, title, contents, content, footer; a comment of your own needs blanks "
                  "around its words"));
}

TEST(CheckParts, refuses_whatever_would_run_or_ask_for_something) {
  PageParts parts =
      parts_with("<!doctype html>", "<SCRIPT>\n<img src=\"logo.png\"><img src=\"data:image/png;base64,AA\">");
  parts.style += "\n@import \"more.css\";";
  EXPECT_THAT(
      told(parts),
      ElementsAre(
          "page.html:1: \"<script\" may not be used: the page works without script\nhint: take it out",
          "page.html:2: \" src=\" points to another file: the page may not ask for one\nhint: put the "
          "picture into the address itself, as data:",
          "report.css:" + std::to_string(1 + std::ranges::count(parts.style, '\n')) +
              ": \"@import\" may not be used: the page may not ask for another file\nhint: take it out"));
}

TEST(Page, does_not_take_text_for_a_placeholder) {
  report::Report report = samples::one_paragraph();
  report.organisation = "<!--content-->";
  PageParts parts = shipped_parts();
  parts.style = "/* <!--content--> */";
  const std::string html = page(report, parts);
  EXPECT_NE(html.find("&lt;!--content--&gt;"), std::string::npos);
  EXPECT_NE(html.find("/* <!--content--> */"), std::string::npos);
}

}  // namespace
}  // namespace eqr::render::html
