#include "render/pdf/pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

#include "render/pdf/syntax.hpp"
#include "unit/render/workbook/small_report.hpp"

namespace eqr::render::pdf {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string made_of(const report::Report& report) {
  static const Fonts fonts(usual_fonts());
  return pdf(report, fonts);
}

report::Report report_with_text() {
  report::Report report = small_report();
  report::Section section;
  section.id = "workforce";
  section.heading = "Our workforce";
  report::Inline text, welsh, link;
  text.text = "Of all staff ";
  welsh.text = "mae croeso i chi";
  welsh.language = "cy";
  link.text = "the strategy";
  link.href = "https://example.org/strategy";
  section.blocks = {report::Paragraph{{text, welsh, link}}, report::TableBlock{0}, report::TableBlock{1}};
  report.sections = {section};
  report.charts = {{"chart", report::Chart::Kind::bars, "Staff by ethnicity", 0, 0, {1}, "As told."}};
  report.sections.front().blocks.emplace_back(report::ChartBlock{0});
  return report;
}

// One child need not stand in an array.
std::vector<QPDFObjectHandle> children(QPDFObjectHandle tag) {
  auto all = tag.getKey("/K");
  if (all.isArray()) return all.getArrayAsVector();
  return {all};
}

class Read {
 public:
  explicit Read(const std::string& bytes) : m_bytes(bytes) {
    m_pdf.processMemoryFile("test.pdf", m_bytes.data(), m_bytes.size());
  }
  QPDF& pdf() { return m_pdf; }

  // Tags of one type, in the order in which they are read.
  std::vector<QPDFObjectHandle> tags(const std::string& type) {
    std::vector<QPDFObjectHandle> found;
    walk(m_pdf.getRoot().getKey("/StructTreeRoot").getKey("/K"), [&](QPDFObjectHandle tag) {
      if (tag.getKey("/S").getName() == type) found.push_back(tag);
    });
    return found;
  }

 private:
  template <class Visit>
  static void walk(QPDFObjectHandle tag, const Visit& visit) {
    if (!tag.isDictionary() || !tag.hasKey("/S")) return;
    visit(tag);
    for (auto child : children(tag)) walk(child, visit);
  }

  std::string m_bytes;
  QPDF m_pdf;
};

TEST(Pdf, numbers_are_written_without_exponent_or_locale) {
  EXPECT_EQ(number(12.5), "12.5");
  EXPECT_EQ(number(-0.0004), "0");
  EXPECT_EQ(number(-1.0006), "-1.001");
  EXPECT_EQ(number(100), "100");
  EXPECT_EQ(number(1e300), "1000000000");
  EXPECT_EQ(utf16_hex("a\xC3\xA9\xF0\x9F\x98\x80"), "006100E9D83DDE00");
}

TEST(Pdf, the_same_report_gives_the_same_bytes) {
  EXPECT_EQ(made_of(report_with_text()), made_of(report_with_text()));
}

TEST(Pdf, the_catalogue_says_what_accessibility_needs) {
  Read read(made_of(report_with_text()));
  auto root = read.pdf().getRoot();
  EXPECT_EQ(root.getKey("/Lang").getUTF8Value(), "en-GB");
  EXPECT_TRUE(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
  EXPECT_TRUE(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
  const auto metadata = root.getKey("/Metadata").getStreamData();
  const std::string xmp(reinterpret_cast<const char*>(metadata->getBuffer()), metadata->getSize());
  EXPECT_THAT(xmp, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
  EXPECT_THAT(xmp, HasSubstr("Draft: Meeting our equality duties - in brief 2017/18, Anyshire Council"));
  EXPECT_EQ(read.pdf().getTrailer().getKey("/Info").getKey("/CreationDate").getStringValue(),
            "D:20180928000000Z");
  EXPECT_FALSE(read.pdf().anyWarnings());
}

TEST(Pdf, a_table_has_a_caption_and_header_cells_that_data_cells_name) {
  Read read(made_of(report_with_text()));
  auto tables = read.tags("/Table");
  ASSERT_GE(tables.size(), 2U);
  auto parts = children(tables.front());
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].getKey("/S").getName(), "/Caption");
  EXPECT_EQ(parts[1].getKey("/S").getName(), "/THead");
  EXPECT_EQ(parts[2].getKey("/S").getName(), "/TBody");
  std::set<std::string> ids;
  for (auto header : read.tags("/TH")) {
    EXPECT_TRUE(header.getKey("/A").hasKey("/Scope"));
    EXPECT_TRUE(ids.insert(header.getKey("/ID").getStringValue()).second);
  }
  const auto cells = read.tags("/TD");
  EXPECT_FALSE(cells.empty());
  for (auto cell : cells) {
    for (auto header : cell.getKey("/A").getKey("/Headers").aitems())
      EXPECT_TRUE(ids.contains(header.getStringValue()));
  }
}

// What all pages draw, as one text.
std::string drawn_on_pages(QPDF& file) {
  std::string content;
  for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
    Pl_Buffer buffer("page");
    page.pipeContents(&buffer);
    const auto bytes = buffer.getBufferSharedPointer();
    content.append(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  }
  return content;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST(Pdf, a_chart_of_lines_has_a_closed_shape_for_each_point_and_a_stroke_between_them) {
  report::Report report = report_with_text();
  const auto drawn_by = [&report](report::Chart::Kind kind) {
    report.charts[0].kind = kind;
    Read read(made_of(report));
    return drawn_on_pages(read.pdf());
  };
  const std::string bars = drawn_by(report::Chart::Kind::bars);
  const std::string lines = drawn_by(report::Chart::Kind::line);

  // White 1,035 and minority ethnic 165 are published, not stated is [c]: two circles of four curves each.
  EXPECT_EQ(count(bars, " c b\n"), 0U);
  EXPECT_EQ(count(lines, " c b\n"), 2U);
  EXPECT_EQ(count(lines, " c "), 8U);
}

TEST(Pdf, a_figure_has_words_a_link_its_contents_and_a_passage_its_language) {
  Read read(made_of(report_with_text()));
  ASSERT_EQ(read.tags("/Figure").size(), 1U);
  EXPECT_EQ(read.tags("/Figure").front().getKey("/Alt").getUTF8Value(), "As told.");
  EXPECT_TRUE(read.tags("/Figure").front().getKey("/A").hasKey("/BBox"));
  bool is_there = false;
  for (auto page : read.pdf().getAllPages()) {
    EXPECT_EQ(page.getKey("/Tabs").getName(), "/S");
    if (!page.hasKey("/Annots")) continue;
    for (auto annotation : page.getKey("/Annots").aitems()) {
      EXPECT_FALSE(annotation.getKey("/Contents").getUTF8Value().empty());
      if (!annotation.hasKey("/A")) continue;
      is_there = is_there ||
                 annotation.getKey("/A").getKey("/URI").getStringValue() == "https://example.org/strategy";
    }
  }
  EXPECT_TRUE(is_there);
  ASSERT_EQ(read.tags("/Span").size(), 1U);
  EXPECT_EQ(read.tags("/Span").front().getKey("/Lang").getUTF8Value(), "cy");
}

// Every sequence of marks on a page has one tag, and the tree of parents leads back to it.
TEST(Pdf, each_mark_is_tagged_once) {
  Read read(made_of(report_with_text()));
  std::map<std::pair<QPDFObjGen, int>, QPDFObjGen> owners;
  for (const char* type : {"/H1", "/H2", "/P", "/Lbl", "/LBody", "/Caption", "/TH", "/TD", "/Figure", "/Link",
                           "/Span", "/Note", "/Reference"}) {
    for (auto tag : read.tags(type)) {
      for (auto child : children(tag)) {
        const bool is_reference = child.isDictionary() && child.hasKey("/MCID");
        if (!child.isInteger() && !is_reference) continue;
        auto page = is_reference ? child.getKey("/Pg") : tag.getKey("/Pg");
        auto number = is_reference ? child.getKey("/MCID") : child;
        const auto at = std::pair(page.getObjGen(), static_cast<int>(number.getIntValue()));
        EXPECT_TRUE(owners.emplace(at, tag.getObjGen()).second) << "a sequence is in two tags";
      }
    }
  }
  auto numbers =
      read.pdf().getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums").getArrayAsVector();
  std::size_t sequences = 0;
  for (auto page : read.pdf().getAllPages()) {
    const auto key = static_cast<std::size_t>(page.getKey("/StructParents").getIntValue());
    const auto parents = numbers.at(2 * key + 1).getArrayAsVector();
    for (std::size_t i = 0; i < parents.size(); ++i, ++sequences)
      EXPECT_EQ(owners.at({page.getObjGen(), static_cast<int>(i)}), parents[i].getObjGen());
  }
  EXPECT_EQ(sequences, owners.size());
}

TEST(Pdf, addresses_are_written_in_ASCII_and_others_than_of_the_web_are_text) {
  report::Report report = report_with_text();
  report::Inline strategy, script;
  strategy.text = "strat\xC3\xA9gie";
  strategy.href = "HTTPS://example.org/caf\xC3\xA9";
  script.text = "a script";
  script.href = "javascript:alert(1)";
  report.sections = {{"s", "S", {}, {}, {}, {report::Paragraph{{strategy, script}}}, {}}};
  Read read(made_of(report));
  std::vector<std::string> addresses;
  for (auto page : read.pdf().getAllPages()) {
    if (!page.hasKey("/Annots")) continue;
    for (auto annotation : page.getKey("/Annots").aitems()) {
      if (annotation.hasKey("/A"))
        addresses.push_back(annotation.getKey("/A").getKey("/URI").getStringValue());
    }
  }
  EXPECT_THAT(addresses, testing::Contains("HTTPS://example.org/caf%C3%A9"));
  EXPECT_THAT(addresses, testing::Each(testing::Not(HasSubstr("javascript"))));
}

TEST(Pdf, tables_without_rows_or_columns_and_long_titles_are_no_trouble) {
  report::Report report = report_with_text();
  report.tables[0].rows.clear();
  report.tables[1].columns.clear();
  for (report::Row& row : report.tables[1].rows) row.cells.clear();
  for (int i = 0; i < 60; ++i) report.title += " and so on";
  Read read(made_of(report));
  EXPECT_FALSE(read.pdf().anyWarnings());
  EXPECT_EQ(read.tags("/THead").size(), read.tags("/Table").size());
}

// However far down the page it comes to stand.
TEST(Pdf, a_heading_stands_on_the_page_of_what_follows_it) {
  report::Inline text;
  text.text = "One line.";
  for (std::size_t lines = 20; lines < 50; ++lines) {
    report::Report report = report_with_text();
    report.charts.clear();
    report::Section before{"before", "Before", {}, {}, {}, {}, {}};
    before.blocks.assign(lines, report::Paragraph{{text}});
    report::Section after{"after", "After", {}, {}, {}, {}, {}};
    after.blocks = {report::Subheading{"Below", "below"}, report::Paragraph{{text}}};
    report.sections = {before, after};
    Read read(made_of(report));
    const auto page_of = [](QPDFObjectHandle tag) { return tag.getKey("/Pg").getObjGen(); };
    const auto section = read.tags("/Sect").at(1);
    std::vector<QPDFObjectHandle> parts = children(section);
    ASSERT_GE(parts.size(), 3U);
    EXPECT_EQ(page_of(parts[0]), page_of(parts[2])) << lines << " lines";
    EXPECT_EQ(page_of(parts[1]), page_of(parts[2])) << lines << " lines";
  }
}

TEST(Pdf, text_of_any_kind_is_text) {
  report::Report report = report_with_text();
  report.title = "<script>alert(1)</script> \xF0\x9F\x98\x80 \xE4\xB8\xAD \xE2\x80\xAEright";
  report.sections.front().heading = std::string(10'000, 'w');
  report::Inline link;
  link.text = "a link";
  link.href = "javascript:alert(1)";
  report.sections.front().blocks.emplace_back(report::Paragraph{{link}});
  const std::string bytes = made_of(report);
  Read read(bytes);
  EXPECT_FALSE(read.pdf().anyWarnings());
  EXPECT_EQ(bytes.find("javascript"), std::string::npos);
}

// A letter and marks for which there is no letter of its own are several shapes.
TEST(Pdf, each_shape_of_a_font_has_its_characters) {
  report::Report report = report_with_text();
  report.sections.front().heading = "q\xCC\xA3\xCC\x83 \xD9\x85\xD9\x8F\xD8\xAD\xD9\x8E\xD9\x85";
  Read read(made_of(report));
  std::map<QPDFObjGen, QPDFObjectHandle> fonts;
  for (auto page : read.pdf().getAllPages()) {
    for (auto font : page.getKey("/Resources").getKey("/Font").getDictAsMap())
      fonts.emplace(font.second.getObjGen(), font.second);
  }
  ASSERT_FALSE(fonts.empty());
  std::string all;
  for (auto& [id, font] : fonts) {
    const auto data = font.getKey("/ToUnicode").getStreamData();
    const std::string said(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const auto shapes = font.getKey("/DescendantFonts").getArrayItem(0).getKey("/W").getArrayNItems() / 2;
    EXPECT_EQ(count(said, "> <") - 1, static_cast<std::size_t>(shapes)) << "but for the range of codes";
    EXPECT_EQ(count(said, "<>"), 0U);
    all += said;
  }
  for (const char* mark : {"<0323>", "<0303>", "<064F>", "<064E>"}) EXPECT_THAT(all, HasSubstr(mark));
}

// The pages' pictures by name.
std::map<std::string, QPDFObjectHandle> pictures_of(QPDF& pdf) {
  std::map<std::string, QPDFObjectHandle> found;
  for (auto page : pdf.getAllPages()) {
    auto images = page.getKey("/Resources").getKey("/XObject");
    if (images.isDictionary()) found.merge(images.getDictAsMap());
  }
  return found;
}

report::Image drawing(std::string alternative) {
  const std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"800\" viewBox=\"0 0 1600 800\">"
      "<rect width=\"1600\" height=\"800\" fill=\"#123456\"></rect></svg>";
  return {"a.svg", report::Image::Kind::svg, svg, 1600, 800, std::move(alternative)};
}

TEST(Pdf, a_picture_is_a_figure_as_wide_as_the_page_allows_with_its_caption_behind_it) {
  report::Report report = report_with_text();
  report::Inline caption;
  caption.text = "The field at dawn";
  report.images = {drawing("A field")};
  report.sections.front().blocks = {report::ImageBlock{0, {caption}}};
  Read read(made_of(report));
  auto figures = read.tags("/Figure");
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures.front().getKey("/Alt").getUTF8Value(), "A field");
  auto box = figures.front().getKey("/A").getKey("/BBox");
  const auto at = [&](int i) { return box.getArrayItem(i).getNumericValue(); };
  // A4 without two margins of 54 points; half as high as wide.
  EXPECT_NEAR(at(2) - at(0), 595.28 - 108, 0.01);
  EXPECT_NEAR(at(3) - at(1), (595.28 - 108) / 2, 0.01);
  auto form = pictures_of(read.pdf()).at("/I0").getDict();
  EXPECT_EQ(form.getKey("/Subtype").getName(), "/Form");
  EXPECT_NEAR(form.getKey("/Matrix").getArrayItem(0).getNumericValue() * 1600, 1, 1e-5);
  EXPECT_NEAR(form.getKey("/Matrix").getArrayItem(3).getNumericValue() * 800, 1, 1e-5);
  EXPECT_FALSE(read.pdf().anyWarnings());
}

TEST(Pdf, a_decoration_is_no_figure) {
  report::Report report = report_with_text();
  report.images = {drawing("")};
  report.sections.front().blocks = {report::ImageBlock{0, {}}};
  Read read(made_of(report));
  EXPECT_TRUE(read.tags("/Figure").empty());
  EXPECT_EQ(pictures_of(read.pdf()).size(), 1U);
}

TEST(Pdf, the_logo_is_the_first_thing_that_is_read) {
  report::Report report = report_with_text();
  report.images = {drawing("Anyshire Council")};
  report.design.logo = 0;
  Read read(made_of(report));
  auto first = children(read.pdf().getRoot().getKey("/StructTreeRoot").getKey("/K")).front();
  EXPECT_EQ(first.getKey("/S").getName(), "/Figure");
  EXPECT_EQ(first.getKey("/Alt").getUTF8Value(), "Anyshire Council");
}

}  // namespace
}  // namespace eqr::render::pdf
