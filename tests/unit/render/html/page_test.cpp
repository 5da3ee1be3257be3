#include "render/html/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "html_reading.hpp"
#include "support/sample_report.hpp"
#include "template_parts.hpp"

namespace eqr::render::html {
namespace {

using report::Report;
using testing::HasSubstr;
using testing::Not;

std::string page_of(const Report& report) {
  return page(report, shipped_parts());
}

std::size_t times(const std::string& text, const std::string& wanted) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

Report with_section(std::vector<report::Block> blocks) {
  Report report = samples::one_paragraph();
  report.sections[0].blocks = std::move(blocks);
  return report;
}

TEST(Page, holds_its_promises_about_structure) {
  for (const bool draft : {true, false}) {
    Report report = samples::council_report();
    report.is_draft = draft;
    const auto tags = tags_of(page_of(report));
    expect_balanced(tags);
    expect_unique_ids(tags);
    expect_links_arrive(tags);
    expect_headings_without_gaps(tags);
  }
}

TEST(Page, of_the_same_report_has_the_same_bytes) {
  EXPECT_EQ(page_of(samples::council_report()), page_of(samples::council_report()));
}

TEST(Page, asks_for_nothing) {
  const std::string html = page_of(samples::council_report());
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<link")));
  EXPECT_THAT(html, Not(HasSubstr("@import")));
  EXPECT_THAT(html, Not(HasSubstr("url(")));
  EXPECT_THAT(html, Not(HasSubstr(" src=")));
  // Addresses stand in links alone: the council's website, one in the text, one already published source.
  EXPECT_EQ(times(html, "http"), times(html, "href=\"https://") + times(html, "http-equiv"));
}

TEST(Page, names_its_language_and_its_title) {
  const std::string html = page_of(samples::one_paragraph());
  EXPECT_THAT(html, HasSubstr("<html lang=\"en-GB\">"));
  EXPECT_THAT(html,
              HasSubstr("<title>Meeting our equality duties 2017/18, Wealdmere County Council</title>"));
  EXPECT_THAT(html, HasSubstr("<h1>Meeting our equality duties <span class=\"period\">2017/18</span></h1>"));
}

TEST(Page, of_a_draft_says_so_first_and_lists_what_is_missing_with_its_owner) {
  const std::string html = page_of(samples::council_report());
  EXPECT_THAT(html, HasSubstr("<title>Draft: Meeting our equality duties"));
  EXPECT_THAT(html, HasSubstr("<body class=\"draft\">"));
  EXPECT_THAT(
      html,
      HasSubstr("<h2 id=\"draft\">Draft: not for publication</h2>\n<p>2 things are still missing:</p>"));
  EXPECT_THAT(
      html,
      HasSubstr("<li id=\"gap-1\"><strong>Hate crime indicators</strong><span class=\"why\">The file "
                "hate-crime.csv has not arrived.</span><span class=\"who\">Owner: Community Protection. "
                "Due: 14 September 2018</span></li>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"gap\"><strong>Missing: Hate crime indicators.</strong>"));
  EXPECT_THAT(html, HasSubstr("@page { @top-left { content: \"DRAFT\"; }"));
}

TEST(Page, that_is_published_says_nothing_of_drafts_or_gaps) {
  Report report = samples::council_report();
  report.is_draft = false;
  const std::string html = page_of(report);
  EXPECT_THAT(html, HasSubstr("<body class=\"published\">"));
  EXPECT_THAT(html, Not(HasSubstr("Missing:")));
  EXPECT_THAT(html, Not(HasSubstr("DRAFT")));
  EXPECT_THAT(html, Not(HasSubstr("id=\"gap-1\"")));
}

TEST(Page, writes_tables_with_caption_scopes_and_a_source_line) {
  Report report = with_section({report::TableBlock{0}});
  report.tables = {
      {"staff.sex",
       "Staff by sex",
       {samples::text_column("g", "Sex"), samples::number_column("n", "2018 (%)", report::Unit::percent, 1)},
       {{{"Women", samples::percent("67.1")}, false}, {{"All", samples::percent("100.0")}, true}},
       {},
       {0}}};
  report.sources = {{"Staff records", "s.csv", "31 March 2018", {}, {}, {}}};
  EXPECT_THAT(
      page_of(report),
      HasSubstr(
          "<div class=\"table kept-whole\">\n<table id=\"staff.sex\" class=\"slim\">\n"
          "<caption><span class=\"caption\"><span id=\"staff.sex-title\"><span "
          "class=\"caption-number\">Table 1:</span> Staff by sex</span></span></caption>\n"
          "<thead>\n<tr><th scope=\"col\">Sex</th><th scope=\"col\" class=\"number\">2018 (%)</th></tr>\n"
          "</thead>\n<tbody>\n"
          "<tr><th scope=\"row\">Women</th><td class=\"number\">67.1</td></tr>\n"
          "<tr class=\"total\"><th scope=\"row\">All</th><td class=\"number\">100.0</td></tr>\n"
          "</tbody>\n</table>\n<p class=\"source\">Source: Staff records, 31 March 2018</p>\n</div>\n"));
}

TEST(Page, prints_the_unit_in_a_cell_whose_column_has_another) {
  Report report = with_section({report::TableBlock{0}});
  report.tables = {
      {"t",
       "Mixed",
       {samples::text_column("g", "What"), samples::number_column("n", "Value", report::Unit::number)},
       {{{"Share", samples::percent("4.0")}, false}},
       {},
       {}}};
  EXPECT_THAT(page_of(report), HasSubstr("<td class=\"number\">4.0%</td>"));
}

TEST(Page, lets_only_wide_tables_be_scrolled_and_reached_by_keyboard) {
  const std::string html = page_of(samples::council_report());
  EXPECT_THAT(html,
              HasSubstr("<div class=\"scroll\" role=\"region\" aria-labelledby=\"workforce.ethnicity-title\" "
                        "tabindex=\"0\">\n<table id=\"workforce.ethnicity\">"));
  EXPECT_THAT(html,
              HasSubstr("<div class=\"table kept-whole\">\n<table id=\"workforce.sex\" class=\"slim\">"));
}

TEST(Page, explains_the_shorthand_of_a_table_above_it) {
  EXPECT_THAT(page_of(samples::council_report()),
              HasSubstr("<span class=\"shorthand-line\">Shorthand in this table: [p] provisional; [x] not "
                        "available.</span></caption>"));
}

TEST(Page, leads_from_a_table_to_its_note_and_back) {
  const std::string html = page_of(samples::council_report());
  EXPECT_THAT(html,
              HasSubstr("<a class=\"note-mark\" id=\"note-2-from-1\" href=\"#note-2\">[note&nbsp;2]</a>"));
  EXPECT_THAT(html, HasSubstr("<li id=\"note-2\">Bands were the same in both years. <a class=\"back\" "
                              "href=\"#note-2-from-1\">Back to Table 4</a></li>"));
}

TEST(Page, keeps_the_author_s_words_in_a_link_to_a_note) {
  EXPECT_THAT(page_of(samples::council_report()),
              HasSubstr("<a id=\"note-1-from-1\" href=\"#note-1\">how staff are counted</a>"));
}

TEST(Page, puts_the_table_of_a_chart_right_after_it_unless_the_table_has_a_place_of_its_own) {
  const std::string html = page_of(samples::council_report());
  EXPECT_EQ(times(html, "<table id=\"workforce.sex\""), 1U);
  EXPECT_LT(html.find("id=\"chart.sex\""), html.find("<table id=\"workforce.sex\""));
  EXPECT_THAT(html, HasSubstr("<p class=\"source\">The same numbers are in <a "
                              "href=\"#workforce.ethnicity\">Table&nbsp;2</a>.</p>"));
}

TEST(Page, shows_a_table_once_and_then_refers_to_it) {
  Report report = with_section({report::TableBlock{0}, report::TableBlock{0}});
  report.tables = {{"t", "Staff", {samples::text_column("g", "Group")}, {{{"A"}, false}}, {}, {}}};
  const std::string html = page_of(report);
  EXPECT_EQ(times(html, "<table id=\"t\""), 1U);
  EXPECT_THAT(html, HasSubstr("<p class=\"see-table\">See <a href=\"#t\">Table&nbsp;1</a>: Staff.</p>"));
}

TEST(Page, shows_a_chart_once_and_then_refers_to_it) {
  Report report = samples::council_report();
  report.sections[0].blocks = {report::ChartBlock{0}};
  const std::string html = page_of(report);
  EXPECT_EQ(times(html, "id=\"chart.sex\""), 1U);
  EXPECT_THAT(
      html, HasSubstr("<p class=\"see-chart\">See <a href=\"#chart.sex\">Chart&nbsp;1</a>: Two thirds of our "
                      "staff are women.</p>"));
}

TEST(Page, draws_each_chart_for_wide_screens_and_for_phones_with_its_text_alternative) {
  const std::string html = page_of(samples::council_report());
  EXPECT_EQ(times(html, "<svg role=\"img\""), 12U);
  EXPECT_THAT(
      html, HasSubstr("<desc id=\"chart.sex-wide-desc\">Women 67.1% and Men 32.9%. Bar chart of 2018 (%) for "
                      "2 groups.</desc>"));
}

TEST(Page, sets_key_figures_and_outcomes_apart_under_the_heading) {
  const std::string html = page_of(samples::council_report());
  EXPECT_THAT(html,
              HasSubstr("<div class=\"outcomes\">\n<p class=\"label\">Outcome</p>\n<p>An organisation that "
                        "removes barriers before people meet them.</p>\n</div>"));
  EXPECT_THAT(html,
              HasSubstr("<div><dt>Women, as a share of staff</dt><dd class=\"value\" "
                        "data-figure=\"workforce.sex.female.percent\">67.1%</dd><dd class=\"last-year\">Last "
                        "year: 66.8%</dd></div>"));
  EXPECT_THAT(html, HasSubstr("data-figure=\"workforce.chief-officers.disabled\">[c]</dd><dd "
                              "class=\"last-year\">Withheld so that nobody can be identified.</dd>"));
}

TEST(Page, labels_a_case_study_whose_heading_does_not_say_so) {
  Report report = samples::one_paragraph();
  report.sections[0].kind = report::Section::Kind::case_study;
  EXPECT_THAT(page_of(report),
              HasSubstr("<section class=\"case-study\" aria-labelledby=\"foreword\">\n<p "
                        "class=\"label\">Case study</p>\n<h2 id=\"foreword\">Foreword</h2>"));
  report.sections[0].heading = "Case-study 2: scams";
  EXPECT_THAT(page_of(report), Not(HasSubstr("class=\"label\"")));
}

TEST(Page, marks_figures_languages_and_emphasis_in_prose) {
  const std::string html = page_of(samples::council_report());
  EXPECT_THAT(html,
              HasSubstr("<span class=\"figure\" data-figure=\"workforce.sex.female.percent\">67.1%</span>"));
  EXPECT_THAT(html, HasSubstr("<span lang=\"cy\">Cymraeg</span>"));
  EXPECT_THAT(html, HasSubstr("<strong>three themes</strong>"));
  EXPECT_THAT(html, HasSubstr("<em>every</em>"));
}

TEST(Page, lists_sections_and_its_own_parts_in_the_contents) {
  const std::string html = page_of(samples::council_report());
  EXPECT_THAT(
      html,
      HasSubstr("<li><a href=\"#advancing-opportunity\">Theme 2: advancing equality of opportunity</a>\n"
                "<ol>\n<li><a href=\"#veterans\">Caring for our veterans</a></li>\n</ol>\n</li>\n"));
  EXPECT_THAT(html, HasSubstr("<li><a href=\"#sources\">Sources</a></li>"));
}

TEST(Page, leaves_out_parts_that_have_nothing_to_say) {
  const std::string html = page_of(samples::one_paragraph());
  for (const char* heading :
       {"About this report", "Notes and definitions", "Shorthand", "Sources", "Contact"}) {
    EXPECT_THAT(html, Not(HasSubstr(std::string(heading) + "</h2>"))) << heading;
  }
}

TEST(Page, keeps_ids_apart_that_the_report_gives_twice) {
  Report report = samples::one_paragraph();
  report.sections.push_back(report.sections.front());
  report.sections.push_back(
      {"sources", "A section of that name", report::Section::Kind::ordinary, {}, {}, {}, {}});
  report.sources = {{"Staff records", {}, {}, {}, {}, {}}};
  const std::string html = page_of(report);
  expect_unique_ids(tags_of(html));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"foreword-2\">Foreword</h2>"));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"sources-2\">Sources</h2>"));
}

TEST(Page, follows_only_addresses_that_are_safe_and_ids_that_exist) {
  const auto link = [](std::string href) {
    return report::Inline{"words", false, false, std::move(href), {}, {}};
  };
  const std::string html = page_of(with_section(
      {report::Paragraph{{link("https://example.org/a?b=1&c=2")}},
       report::Paragraph{{link("MAILTO:a@example.org")}}, report::Paragraph{{link("#foreword")}},
       report::Paragraph{{link("#nowhere")}}, report::Paragraph{{link("javascript:alert(1)")}},
       report::Paragraph{{link("data:text/html,x")}}, report::Paragraph{{link("/etc/passwd")}},
       report::Paragraph{{link("https://a b")}}, report::Paragraph{{link("java\nscript:alert(1)")}}}));
  EXPECT_THAT(
      html,
      HasSubstr("<p><a href=\"https://example.org/a?b=1&amp;c=2\">words</a></p>\n"
                "<p><a href=\"MAILTO:a@example.org\">words</a></p>\n"
                "<p><a href=\"#foreword\">words</a></p>\n"
                "<p>words</p>\n<p>words</p>\n<p>words</p>\n<p>words</p>\n<p>words</p>\n<p>words</p>\n"));
}

TEST(Page, of_sections_seven_deep_stays_within_h6) {
  Report report = samples::one_paragraph();
  report::Section* section = &report.sections[0];
  for (int depth = 0; depth < 7; ++depth) {
    section->sections.push_back(
        {"s" + std::to_string(depth), "Deeper", report::Section::Kind::ordinary, {}, {}, {}, {}});
    section = &section->sections[0];
  }
  const auto tags = tags_of(page_of(report));
  expect_balanced(tags);
  expect_headings_without_gaps(tags);
  EXPECT_EQ(std::ranges::max(heading_levels(tags)), 6);
}

TEST(Page, with_an_index_that_is_not_there_is_refused) {
  EXPECT_THROW(static_cast<void>(page_of(with_section({report::TableBlock{3}}))), std::out_of_range);
}

// Whose bytes are the example of RFC 4648.
report::Image small_image(std::string alternative) {
  return {"images/a.png", report::Image::Kind::png, "foobar", 40.4, 30, std::move(alternative)};
}

TEST(Page, holds_its_pictures_within_itself_with_their_words) {
  Report report = with_section({report::ImageBlock{0, samples::paragraph("By the <river>").text}});
  report.images = {small_image("A \"class\" & more")};
  EXPECT_THAT(page_of(report),
              HasSubstr("<figure class=\"picture\"><img src=\"data:image/png;base64,Zm9vYmFy\" "
                        "alt=\"A &quot;class&quot; &amp; more\" width=\"40\" height=\"30\">"
                        "<figcaption>By the &lt;river&gt;</figcaption></figure>"));
  report.images = {small_image("")};
  EXPECT_THAT(page_of(report), HasSubstr("<div class=\"picture\"><img src=\"data:image/png;base64,Zm9vYmFy\" "
                                         "alt=\"\" width=\"40\" height=\"30\"></div>"));
}

TEST(Page, shows_the_logo_before_the_name_and_the_organisation_s_colours) {
  Report report = samples::one_paragraph();
  EXPECT_THAT(page_of(report), Not(HasSubstr(":root { --band")));
  report.images = {small_image("Anyshire")};
  report.design = {0, 0x112233, 0xFFFFFF, 0x0A0B0C, 0xD0E0F0};
  const std::string page = page_of(report);
  EXPECT_THAT(page,
              HasSubstr("<div class=\"brand\"><img class=\"logo\" src=\"data:image/png;base64,Zm9vYmFy\" "
                        "alt=\"Anyshire\" width=\"40\" height=\"30\"><p class=\"organisation\">"));
  EXPECT_THAT(page, HasSubstr(":root { --band: #112233; --on-band: #ffffff; --accent: #0a0b0c; }\n"
                              "@media (prefers-color-scheme: dark) { :root { --accent: #d0e0f0; } }\n"
                              "@media print { :root { --accent: #0a0b0c; } }"));
}

}  // namespace
}  // namespace eqr::render::html
