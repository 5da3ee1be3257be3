#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "html_reading.hpp"
#include "render/html/evidence.hpp"
#include "render/html/landing.hpp"
#include "render/html/page.hpp"
#include "render/markup/escape.hpp"
#include "support/sample_report.hpp"
#include "template_parts.hpp"

namespace eqr::render::html {
namespace {

using report::Report;
using testing::HasSubstr;
using testing::Not;

const std::string nasty = "</style></title><script>alert(\"x\")</script><b onload='y'> & \" ' \\ <!--x-->";

// The sample with `text` in every place that takes text.
Report filled_with(const std::string& text) {
  Report report = samples::council_report();
  for (std::string* place : {&report.organisation, &report.title, &report.period, &report.language,
                             &report.website, &report.summary, &report.contact.name, &report.contact.email,
                             &report.contact.telephone, &report.contact.address}) {
    *place = text;
  }
  report.about = {text};
  report.keywords = {text};
  report.shorthands = {text, "c"};
  for (auto& note : report.notes) note.text = text;
  for (auto& source : report.sources) source = {text, text, text, text, text, text};
  for (auto& gap : report.gaps) gap = {text, text, text, text};
  for (auto& figure : report.figures) {
    figure.name = figure.title = figure.note = figure.lineage = text;
    figure.value = report::Shorthand{text, text};
  }
  for (auto& chart : report.charts) chart.id = chart.title = chart.text_alternative = text;
  for (auto& table : report.tables) {
    table.id = table.title = text;
    for (auto& column : table.columns) column.id = column.header = text;
    for (auto& row : table.rows) row.cells.assign(table.columns.size(), text);
    table.rows.push_back(
        {std::vector<report::Cell>(table.columns.size(), report::Shorthand{text, text}), false});
  }
  report::Section section{text, text, report::Section::Kind::case_study, {text, text}, {0}, {}, {}};
  section.blocks = {report::Paragraph{{report::Inline{text, true, true, text, text, text}}},
                    report::ListBlock{true, {{report::Inline{text, false, false, "#" + text, {}, {}}}}},
                    report::Subheading{text, text}, report::GapBlock{0}};
  for (std::size_t i = 0; i < report.charts.size(); ++i) section.blocks.emplace_back(report::ChartBlock{i});
  for (std::size_t i = 0; i < report.tables.size(); ++i) section.blocks.emplace_back(report::TableBlock{i});
  report.sections = {section};
  report.sections.front().sections = {section};
  return report;
}

TEST(Escaping, nasty_text_in_every_place_stays_text) {
  const std::string html = page(filled_with(nasty), shipped_parts());
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<b ")));
  EXPECT_THAT(html, Not(HasSubstr("<!--")));
  EXPECT_THAT(html, Not(HasSubstr("alert(\"")));
  const auto tags = tags_of(html);
  expect_balanced(tags);
  expect_unique_ids(tags);
  expect_links_arrive(tags);
  for (const Tag& tag : tags) EXPECT_FALSE(tag.attributes.contains("onload"));
}

TEST(Escaping, nasty_text_stays_text_in_the_pages_beside_the_report) {
  Report report = filled_with(nasty);
  report.sections[0].id = "accessibility";
  const std::string landing =
      landing_page(report, shipped_parts(), {{{nasty, nasty, nasty, {{nasty, nasty, 1}}}}, {}});
  const std::string evidence =
      evidence_page(report, shipped_parts(),
                    {{nasty, nasty, nasty, {{nasty, nasty, nasty, "https://example.org/" + nasty}}}});
  for (const std::string& html : {landing, evidence}) {
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<b ")));
    EXPECT_THAT(html, Not(HasSubstr("<!--")));
    const auto tags = tags_of(html);
    expect_balanced(tags);
    expect_unique_ids(tags);
    expect_links_arrive(tags);
  }
}

TEST(Escaping, nasty_text_makes_the_same_tags_as_harmless_text) {
  const auto names = [](const Report& report) {
    std::string all;
    for (const Tag& tag : tags_of(page(report, shipped_parts())))
      all += (tag.closing ? "/" : "") + tag.name + ' ';
    return all;
  };
  // Of the same length, so that the same tables are wide; charts are left out, for their labels wrap at
  // blanks.
  Report bad = filled_with(nasty);
  Report good = filled_with(std::string(nasty.size(), 'x'));
  for (Report* report : {&bad, &good}) {
    report->contact.email = "team@example.org";  // with blanks in it, it would be no link
    report->charts.clear();
    for (report::Section* section : {&report->sections[0], &report->sections[0].sections[0]}) {
      std::erase_if(section->blocks, [](const report::Block& block) {
        return std::holds_alternative<report::ChartBlock>(block);
      });
    }
  }
  EXPECT_EQ(names(bad), names(good));
}

TEST(Escaping, covers_the_characters_that_mean_something_and_those_html_forbids) {
  EXPECT_EQ(markup::escaped("a<b>&\"c'"), "a&lt;b&gt;&amp;&quot;c&#39;");
  EXPECT_EQ(markup::escaped(std::string_view("a\0b\x1F\x7F\tc\n", 8)), "a b  \tc\n");
  EXPECT_EQ(markup::escaped("x\xC2\x85y \xC2\xA3"), "x y \xC2\xA3");
  EXPECT_EQ(markup::escaped("Ynys M\xC3\xB4n"), "Ynys M\xC3\xB4n");
}

TEST(Escaping, of_the_running_text_of_printed_pages_cannot_leave_its_string) {
  Report report = samples::one_paragraph();
  report.organisation = "A\"; } } </style> \\";
  EXPECT_THAT(
      page(report, shipped_parts()),
      HasSubstr("@bottom-left { content: \"A\\22 ; } } \\3c /style\\3e  \\5c : Meeting our equality duties "
                "2017/18\"; }"));
}

}  // namespace
}  // namespace eqr::render::html
