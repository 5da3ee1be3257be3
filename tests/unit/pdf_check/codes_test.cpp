#include "pdf_check/codes.hpp"

#include <gtest/gtest.h>

namespace eqr::pdf_check {
namespace {

std::map<unsigned, std::string> read(const std::string& cmap) {
  QPDF pdf;
  pdf.emptyPDF();
  return unicode_map(Object::newStream(&pdf, cmap));
}

// ISO 32000-1, 9.10.3, the example: ranges, a range with a list, and ligatures.
TEST(UnicodeMap, the_example_of_the_standard_reads_as_it_says) {
  const auto map = read(
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
      "2 beginbfrange\n<0000> <005E> <0020>\n<005F> <0061> [<00660066> <00660069> "
      "<00660066006C>]\nendbfrange\n"
      "1 beginbfchar\n<3A51> <D840DC3E>\nendbfchar\n");
  EXPECT_EQ(map.at(0x0000), " ");
  EXPECT_EQ(map.at(0x0021), "A");
  EXPECT_EQ(map.at(0x005E), "~");
  EXPECT_EQ(map.at(0x005F), "ff");
  EXPECT_EQ(map.at(0x0060), "fi");
  EXPECT_EQ(map.at(0x0061), "ffl");
  EXPECT_EQ(map.at(0x3A51), "\xF0\xA0\x80\xBE");  // U+2003E
  EXPECT_EQ(map.size(), 95U + 3U + 1U);
}

TEST(UnicodeMap, a_range_carries_over_into_the_higher_byte) {
  EXPECT_EQ(read("1 beginbfrange <0001> <0002> <00FF> endbfrange").at(2), "\xC4\x80");  // U+0100
}

TEST(UnicodeMap, what_is_no_map_gives_nothing) {
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read("beginbfrange <00> <FFFFFFFF> <0041> endbfrange").empty());
  EXPECT_TRUE(read("beginbfrange <00").empty());
  EXPECT_TRUE(read("beginbfchar 1 2 endbfchar").empty());
}

// A font without a program: its widths are known by the file alone, and its letters by its encoding.
TEST(CodeReader, a_simple_font_of_a_latin_encoding_says_its_letters) {
  CodeReader reader(
      Object::parse("<< /Type /Font /Subtype /TrueType /BaseFont /Some /Encoding << /BaseEncoding "
                    "/WinAnsiEncoding /Differences [1 /uni0175] >> >>"),
      0);
  EXPECT_EQ(reader.read("caf\xE9 \x80\x01"), "caf\xC3\xA9 \xE2\x82\xAC\xC5\xB5");
  EXPECT_FALSE(reader.seen().is_embedded);
  EXPECT_EQ(reader.seen().without_unicode, 0U);
}

TEST(CodeReader, codes_of_two_bytes_are_read_in_pairs) {
  QPDF pdf;
  pdf.emptyPDF();
  Object font = Object::parse(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [ << /Subtype "
      "/CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >> ] >>");
  font.replaceKey("/ToUnicode", Object::newStream(&pdf, "1 beginbfchar <0102> <0041> endbfchar"));
  CodeReader reader(font, 3);
  EXPECT_EQ(reader.read(std::string("\1\2\1\3\1", 5)), "A");  // the last byte is alone
  EXPECT_EQ(reader.seen().without_unicode, 1U);
  EXPECT_EQ(reader.seen().shown, 2U);
  EXPECT_EQ(reader.seen().page, 3U);
}

}  // namespace
}  // namespace eqr::pdf_check
