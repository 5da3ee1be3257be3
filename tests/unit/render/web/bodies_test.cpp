#include "render/web/bodies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page_check/rules.hpp"
#include "support/sample_report.hpp"

namespace eqr::render::web {
namespace {

using report::Report, report::Section;
using testing::HasSubstr;
using testing::Not;

const pdf::Fonts& fonts() {
  static const pdf::Fonts loaded(pdf::usual_fonts());
  return loaded;
}

// Two chapters, the first with a theme; a link from one to the other, and a table.
Report two_chapters() {
  Report report = samples::one_paragraph();
  report.sections.clear();
  Section theme{"theme-1", "Theme 1", Section::Kind::theme, {"We listen."}, {}, {}, {}};
  theme.blocks = {report::Subheading{"Staff", "staff"}, report::TableBlock{0}};
  Section first{"aims", "Aims", Section::Kind::ordinary, {}, {}, {}, {theme}};
  report::Inline link{"the staff table", false, false, "#staff", {}, {}};
  report::Inline welsh{"Cydraddoldeb \xC3\xA2", false, true, {}, "cy", {}};
  first.blocks = {report::Paragraph{{report::Inline{"See ", false, false, {}, {}, {}}, link}},
                  report::Paragraph{{welsh}}};
  report.sections = {first};
  report.tables = {
      {"staff",
       "Staff",
       {samples::text_column("sex", "Sex"), samples::number_column("n", "Number", report::Unit::people)},
       {{{std::string("Women"), samples::people("12")}, false},
        {{std::string("All"), samples::people("20")}, true}},
       {0},
       {}}};
  report.notes = {{"Counted on one day."}};
  return report;
}

TEST(Bodies, a_chapter_is_a_section_at_the_top_or_a_theme_below_it) {
  const auto files = bodies(two_chapters(), fonts());
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files.at("01-aims.html"),
            "<h2>Aims</h2>\n"
            "<p>See <a href=\"02-theme-1.html#staff\">the staff table</a></p>\n"
            "<p><span lang=\"cy\"><em>Cydraddoldeb &#226;</em></span></p>\n"
            "<ul>\n<li><a href=\"02-theme-1.html\">Theme 1</a></li>\n</ul>\n");
  EXPECT_EQ(files.at("02-theme-1.html"),
            "<h2>Theme 1</h2>\n"
            "<p><strong>Outcome</strong></p>\n<ul>\n<li>We listen.</li>\n</ul>\n"
            "<h3 id=\"staff\">Staff</h3>\n"
            "<table>\n<caption>Table 1: Staff <a href=\"03-notes.html#note-1\">[note 1]</a></caption>\n"
            "<thead>\n<tr><th scope=\"col\">Sex</th><th scope=\"col\">Number</th></tr>\n</thead>\n<tbody>\n"
            "<tr><th scope=\"row\">Women</th><td>12</td></tr>\n"
            "<tr><th scope=\"row\"><strong>All</strong></th><td><strong>20</strong></td></tr>\n"
            "</tbody>\n</table>\n");
  EXPECT_EQ(files.at("03-notes.html"),
            "<h2>Notes and definitions</h2>\n<ol>\n<li id=\"note-1\">Counted on one day.</li>\n</ol>\n");
}

TEST(Bodies, of_a_whole_report_hold_plain_elements_alone_and_keep_the_rules) {
  const auto files = bodies(samples::council_report(), fonts());
  std::set<std::string, std::less<>> names;
  for (const auto& [name, bytes] : files) names.insert(name);
  const std::set<std::string> plain = {"h2",      "h3",    "h4",    "h5",     "h6", "p",   "ul",
                                       "ol",      "li",    "a",     "strong", "em", "img", "table",
                                       "caption", "thead", "tbody", "tr",     "th", "td",  "span"};
  const std::set<std::string> kept = {"id", "href", "src", "alt", "width", "height", "scope", "lang"};
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".html")) continue;
    const page_check::Page page{name, true, page_check::tags_of(bytes), names};
    for (const page_check::Tag& tag : page.tags) {
      EXPECT_TRUE(plain.contains(tag.name)) << name << ": <" << tag.name << '>';
      for (const auto& [attribute, value] : tag.attributes)
        EXPECT_TRUE(kept.contains(attribute)) << attribute;
    }
    for (const checks::Verdict& verdict : page_check::check(page)) {
      for (const checks::Finding& finding : verdict.findings)
        ADD_FAILURE() << name << ": " << finding.where << ": " << finding.message;
    }
  }
}

TEST(Bodies, charts_are_pictures_whose_alternative_is_that_of_the_chart) {
  const Report report = samples::council_report();
  const auto files = bodies(report, fonts());
  std::string all;
  std::size_t pictures = 0;
  for (const auto& [name, bytes] : files) {
    if (name.ends_with(".html")) all += bytes;
    if (!name.ends_with(".png")) continue;
    ++pictures;
    EXPECT_THAT(bytes, testing::StartsWith("\x89PNG"));
    EXPECT_THAT(all, HasSubstr("src=\"" + name + "\"")) << name;
  }
  EXPECT_GT(pictures, 0U);
}

TEST(Bodies, every_link_of_an_id_has_a_place_and_no_other_id_is_written) {
  std::string all;
  for (const auto& [name, bytes] : bodies(samples::council_report(), fonts())) {
    if (name.ends_with(".html")) all += bytes;
  }
  for (std::size_t at = all.find(" id=\""); at != std::string::npos; at = all.find(" id=\"", at + 1)) {
    const std::string id = all.substr(at + 5, all.find('"', at + 5) - at - 5);
    EXPECT_THAT(all, HasSubstr('#' + id + '"')) << id;
  }
}

TEST(Bodies, nasty_text_stays_text) {
  const std::string nasty = "<script>alert(1)</script> \" ' & \x01 \xE2\x80\xAE \xF0\x9F\x98\x80";
  Report report = two_chapters();
  report.sections[0].heading = report.sections[0].sections[0].heading = nasty;
  report.sections[0].sections[0].outcomes = {nasty};
  report.sections[0].blocks = {
      report::Paragraph{{report::Inline{nasty, true, true, "javascript:alert(1)", nasty, nasty}}},
      report::ListBlock{true, {{report::Inline{nasty, false, false, {}, {}, {}}}}}};
  report.tables[0].title = report.tables[0].columns[0].header = nasty;
  report.tables[0].rows[0].cells[0] = nasty;
  report.notes[0].text = nasty;
  report.about = {nasty};
  report.sources = {{nasty, nasty, nasty, nasty, nasty, nasty}};
  report.figures = {{nasty, nasty, report::Shorthand{"c", nasty}, {}, nasty, nasty, {}}};
  for (const auto& [name, bytes] : bodies(report, fonts())) {
    EXPECT_THAT(bytes, Not(HasSubstr("<script"))) << name;
    EXPECT_THAT(bytes, Not(HasSubstr("javascript:"))) << name;
    EXPECT_TRUE(std::ranges::all_of(bytes, [](char c) { return c == '\n' || (c >= ' ' && c < 0x7F); }))
        << name;
  }
}

}  // namespace
}  // namespace eqr::render::web
