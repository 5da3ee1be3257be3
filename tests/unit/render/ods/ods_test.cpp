#include "render/ods/ods.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "render/ods/content.hpp"
#include "render/package/zip_package.hpp"
#include "unit/render/workbook/small_report.hpp"

namespace eqr::render {
namespace {

std::string part(const std::string& document, const std::string& name) {
  for (const package::Part& each : package::unpacked(document)) {
    if (each.name == name) return each.content;
  }
  throw std::runtime_error("no part " + name);
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// OpenDocument 1.3 part 2, 3.3: bytes 30 and 38 of the file.
TEST(OpenDocument, its_first_bytes_say_what_it_is) {
  const std::string document = open_document(small_report());
  EXPECT_EQ(document.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(document.substr(30, 8), "mimetype");
  EXPECT_EQ(document.substr(38, 46), "application/vnd.oasis.opendocument.spreadsheet");
}

TEST(OpenDocument, the_same_report_gives_the_same_bytes) {
  EXPECT_EQ(open_document(small_report()), open_document(small_report()));
}

TEST(OpenDocument, cells_hold_numbers_as_numbers_and_show_them_as_printed) {
  const std::string content = part(open_document(small_report()), "content.xml");
  EXPECT_NE(content.find("office:value=\"1200\"><text:p>1,200</text:p>"), std::string::npos);
  EXPECT_NE(content.find("office:value=\"-0.3\"><text:p>-0.3</text:p>"), std::string::npos);
  EXPECT_NE(content.find("office:value=\"2017\"><text:p>2017</text:p>"), std::string::npos);
  EXPECT_NE(content.find("office:value-type=\"string\"><text:p>[c]</text:p>"), std::string::npos);
}

TEST(OpenDocument, text_is_text) {
  const std::string content = part(open_document(small_report()), "content.xml");
  EXPECT_NE(content.find("<text:p>=1+1 stays text; see &lt;b&gt;minutes&lt;/b&gt; at "
                         "https://example.org/minutes</text:p>"),
            std::string::npos);
  EXPECT_EQ(content.find("table:formula"), std::string::npos);
}

TEST(OpenDocument, each_table_is_a_range_with_a_name_and_no_buttons) {
  const std::string content = part(open_document(small_report()), "content.xml");
  // Contents, notes, two tables, figures, facts, sources.
  EXPECT_EQ(count(content, "<table:database-range "), 7U);
  EXPECT_EQ(count(content, "table:display-filter-buttons=\"false\""), 7U);
  EXPECT_EQ(count(content, "<table:table "), 8U);
  EXPECT_EQ(count(content, "<table:table-header-rows>"), 7U);
}

TEST(OpenDocument, what_readers_are_told_of_it_stands_in_meta) {
  const std::string meta = part(open_document(small_report()), "meta.xml");
  EXPECT_NE(meta.find("<dc:title>Meeting our equality duties in brief: Anyshire Council, 2017/18</dc:title>"),
            std::string::npos);
  EXPECT_NE(meta.find("<dc:language>en-GB</dc:language>"), std::string::npos);
  EXPECT_NE(meta.find("<meta:keyword>equality</meta:keyword><meta:keyword>workforce</meta:keyword>"),
            std::string::npos);
  EXPECT_NE(meta.find("<dc:date>2018-09-28T00:00:00Z</dc:date>"), std::string::npos);
}

TEST(OpenDocument, the_language_is_that_of_the_report) {
  report::Report report = small_report();
  report.language = "cy";
  EXPECT_NE(part(open_document(report), "styles.xml").find(" fo:language=\"cy\"/>"), std::string::npos);
  report.language = "sr-Latn-RS";
  EXPECT_NE(part(open_document(report), "styles.xml")
                .find(" fo:language=\"sr\" fo:script=\"Latn\" fo:country=\"RS\"/>"),
            std::string::npos);
}

TEST(OpenDocument, what_no_spreadsheet_can_hold_is_refused_with_its_place) {
  report::Report report = small_report();
  report.tables[0].rows[1].cells[0] = std::string("a\x07");
  EXPECT_THROW((void)open_document(report), std::runtime_error);
}

// OpenDocument 1.3 part 3, 6.1.2 and 6.1.3: white space is collapsed, and written as elements where it
// counts.
TEST(Paragraphs, keep_blanks_that_count) {
  EXPECT_EQ(ods::paragraphs("a b", ""), "<text:p>a b</text:p>");
  EXPECT_EQ(ods::paragraphs("a   b", ""), "<text:p>a <text:s text:c=\"2\"/>b</text:p>");
  EXPECT_EQ(ods::paragraphs(" a ", ""), "<text:p><text:s text:c=\"1\"/>a<text:s text:c=\"1\"/></text:p>");
  EXPECT_EQ(ods::paragraphs("a\tb", ""), "<text:p>a<text:tab/>b</text:p>");
  EXPECT_EQ(ods::paragraphs("", ""), "<text:p></text:p>");
}

TEST(Paragraphs, are_one_for_each_line_and_links_lead_to_a_cell) {
  EXPECT_EQ(ods::paragraphs("a & b\n<c>", ""), "<text:p>a &amp; b</text:p><text:p>&lt;c&gt;</text:p>");
  EXPECT_EQ(ods::paragraphs("Notes", "#Notes"),
            "<text:p><text:a xlink:type=\"simple\" xlink:href=\"#Notes.A1\" "
            "text:style-name=\"Internet_20_link\">Notes</text:a></text:p>");
  EXPECT_EQ(ods::paragraphs("Site", "https://example.org/?a=1&b=2"),
            "<text:p><text:a xlink:type=\"simple\" xlink:href=\"https://example.org/?a=1&amp;b=2\" "
            "text:style-name=\"Internet_20_link\">Site</text:a></text:p>");
}

TEST(OpenDocument, a_chart_is_an_object_that_points_at_the_cells_of_its_table) {
  report::Report report = small_report();
  report.charts = {
      {"chart", report::Chart::Kind::grouped_bars, "Staff & <groups>", 0, 0, {1, 3}, "\"As\" told."}};
  const std::string document = open_document(report);
  const std::string content = part(document, "content.xml");
  EXPECT_NE(content.find("<draw:object xlink:href=\"./Object 1\""), std::string::npos);
  EXPECT_NE(content.find("<svg:title>Chart: Staff &amp; &lt;groups&gt;</svg:title><svg:desc>&quot;As&quot; "
                         "told.</svg:desc>"),
            std::string::npos);
  EXPECT_NE(part(document, "META-INF/manifest.xml").find("manifest:full-path=\"Object 1/content.xml\""),
            std::string::npos);
  const std::string object = part(document, "Object 1/content.xml");
  // The table's header is in row 11: White, minority ethnic and not stated follow it.
  EXPECT_NE(
      object.find("<chart:categories "
                  "table:cell-range-address=\"$Workforce_ethnicity.$A$12:$Workforce_ethnicity.$A$14\"/>"),
      std::string::npos);
  EXPECT_NE(object.find("chart:values-cell-range-address=\"$Workforce_ethnicity.$B$12:$Workforce_ethnicity.$"
                        "B$14\" chart:label-cell-address=\"$Workforce_ethnicity.$B$11\""),
            std::string::npos);
  EXPECT_NE(object.find(
                "chart:values-cell-range-address=\"$Workforce_ethnicity.$D$12:$Workforce_ethnicity.$D$14\""),
            std::string::npos);
  EXPECT_NE(object.find("office:value=\"-0.3\""), std::string::npos);
  EXPECT_NE(object.find("<text:p>[c]</text:p>"), std::string::npos);
  EXPECT_EQ(count(object, "chart:data-label-number=\"value\""), 2U);
  EXPECT_EQ(content.find("Object 2"), std::string::npos);
}

TEST(OpenDocument, lines_have_symbols_and_dots_have_nothing_between_them) {
  report::Report report = small_report();
  report.tables[0].rows.pop_back();  // "Not stated", which has words in place of numbers
  report.charts = {{"first", report::Chart::Kind::line, "Lines", 0, 0, {1, 3}, "As told."},
                   {"second", report::Chart::Kind::dot_range, "Dots", 0, 0, {1, 3}, "As told."}};
  const std::string document = open_document(report);
  const std::string lines = part(document, "Object 1/content.xml");
  EXPECT_EQ(count(lines, "chart:class=\"chart:line\""), 3U);  // the chart and its two series
  EXPECT_NE(lines.find("chart:vertical=\"false\""), std::string::npos);
  EXPECT_NE(lines.find("chart:symbol-name=\"circle\""), std::string::npos);
  EXPECT_NE(lines.find("chart:symbol-name=\"square\""), std::string::npos);
  EXPECT_NE(lines.find("draw:stroke=\"solid\" svg:stroke-width=\"2.25pt\""), std::string::npos);
  const std::string dots = part(document, "Object 2/content.xml");
  EXPECT_NE(dots.find("chart:symbol-name=\"diamond\""), std::string::npos);
  EXPECT_EQ(dots.find("draw:stroke=\"solid\" svg:stroke-width"), std::string::npos);
}

}  // namespace
}  // namespace eqr::render
