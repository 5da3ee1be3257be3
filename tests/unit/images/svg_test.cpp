#include "images/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "images/image.hpp"
#include "problems/problem.hpp"

namespace eqr::images {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string svg(const std::string& inside, const std::string& attributes = "width=\"20\" height=\"10\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
         attributes + ">" + inside + "</svg>";
}

std::string cleaned(const std::string& inside) {
  return cleaned_svg(svg(inside)).bytes;
}

std::string refused(const std::string& bytes) {
  try {
    (void)cleaned_svg(bytes);
    return {};
  } catch (const problems::Fault& fault) {
    return problems::text(fault.problems().front());
  }
}

// What is between the tags of <svg>.
std::string inside(const std::string& whole) {
  const std::size_t begin = whole.find('>') + 1;
  return whole.substr(begin, whole.rfind("</svg>") - begin);
}

TEST(Svg, shapes_stay_as_they_are) {
  EXPECT_EQ(
      cleaned("<g fill=\"red\"><path d=\"M0 0h5\" stroke-width=\"2\"/></g><circle r=\"4\"/>"),
      "<svg height=\"10\" viewBox=\"0 0 20 10\" width=\"20\" xmlns=\"http://www.w3.org/2000/svg\">"
      "<g fill=\"red\"><path d=\"M0 0h5\" stroke-width=\"2\"></path></g><circle r=\"4\"></circle></svg>");
}

TEST(Svg, what_acts_or_tells_is_left_out) {
  const std::string made = cleaned(
      "<!-- by Jo Bloggs --><?php words ?><title>C:\\Users\\jo</title><desc>secret</desc>"
      "<metadata><rdf:RDF xmlns:rdf=\"urn:rdf\"><creator>Jo</creator></rdf:RDF></metadata>"
      "<script>alert(1)</script><script href=\"https://example.org/x.js\"/>"
      "<rect onload=\"alert(1)\" onclick=\"x()\" width=\"5\" data-name=\"Jo\" class=\"jo\" id=\"Jo-layer\"/>"
      "<sodipodi:namedview xmlns:sodipodi=\"urn:sodipodi\" path=\"/home/jo\"><rect/></sodipodi:namedview>"
      "<animate attributeName=\"x\" to=\"9\"/><a xlink:href=\"javascript:alert(1)\"><rect "
      "height=\"2\"/></a>");
  EXPECT_EQ(inside(made), "<rect id=\"p1\" width=\"5\"></rect><g><rect height=\"2\"></rect></g>");
}

TEST(Svg, what_is_inside_a_link_looks_as_it_did) {
  EXPECT_EQ(
      inside(cleaned("<a href=\"https://example.org/\" fill=\"red\" transform=\"scale(2)\"><rect/></a>")),
      "<g fill=\"red\" transform=\"scale(2)\"><rect></rect></g>");
  EXPECT_EQ(inside(cleaned("<text>Ask <a href=\"https://example.org/\">us</a></text>")),
            "<text>Ask <tspan>us</tspan></text>");
}

TEST(Svg, styles_become_attributes_and_the_more_exact_rule_wins) {
  const std::string made = inside(cleaned(
      "<style>@import url(https://example.org/x.css); @font-face { font-family: F; src: url(x) }"
      "/* words */ #q { fill: #00f } .a, .b { fill: #0f0; stroke: none !important } rect { fill: #f00 }"
      "</style><rect class=\"a\"/><rect id=\"q\" class=\"b\"/><rect style=\"fill:#fff;behavior:url(x)\"/>"));
  EXPECT_EQ(made,
            "<rect fill=\"#0f0\" stroke=\"none\"></rect><rect fill=\"#00f\" id=\"p1\" stroke=\"none\"></rect>"
            "<rect fill=\"#fff\"></rect>");
}

TEST(Svg, a_style_rule_that_would_be_lost_is_refused) {
  EXPECT_EQ(refused(svg("<style>g > path { fill: red }</style>")),
            "has a style rule that is not taken over: \"g > path\"\nhint: save it with styles as attributes "
            "of each "
            "shape (presentation attributes), or as PNG");
}

TEST(Svg, parts_are_named_by_numbers_and_found_again) {
  const std::string made = inside(cleaned(
      "<defs><linearGradient id=\"Sky by Jo\"><stop stop-color=\"red\"/></linearGradient>"
      "<linearGradient id=\"b\" xlink:href=\"#Sky by Jo\"/></defs><g id=\"c\"><rect fill=\"url(#b)\"/></g>"
      "<use xlink:href=\"#c\" x=\"2\"/>"));
  EXPECT_EQ(made,
            "<defs><linearGradient id=\"p1\"><stop stop-color=\"red\"></stop></linearGradient>"
            "<linearGradient href=\"#p1\" id=\"p2\"></linearGradient></defs>"
            "<g id=\"p3\"><rect fill=\"url(#p2)\"></rect></g><use href=\"#p3\" x=\"2\"></use>");
}

TEST(Svg, what_is_in_other_files_is_refused) {
  for (const char* part :
       {"<use href=\"https://example.org/x.svg#a\"/>", "<use xlink:href=\"file:///etc/passwd\"/>",
        "<rect fill=\"url(https://example.org/x)\"/>", "<rect style=\"fill:URL('//example.org#x')\"/>",
        "<rect clip-path=\"url(#none)\"/>", "<image href=\"data:image/png;base64,AAAA\"/>",
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
        "<filter id=\"f\"/><rect filter=\"url(#f)\"/>", "<pattern id=\"f\"/><rect fill=\"url(#f)\"/>"})
    EXPECT_THAT(refused(svg(part)), HasSubstr("not taken over")) << part;
}

TEST(Svg, of_several_ways_to_draw_the_first_that_is_plain_is_taken) {
  EXPECT_EQ(inside(cleaned("<switch opacity=\"0.5\"><foreignObject/><g><rect/></g><g/></switch>")),
            "<g opacity=\"0.5\"><g><rect></rect></g></g>");
}

TEST(Svg, names_are_those_of_parts_that_are_taken_over_each_once) {
  const std::string made = cleaned(
      "<metadata id=\"a\"/><script id=\"b\"><g id=\"c\"/></script><style id=\"d\"><g id=\"e\"/></style>"
      "<g id=\"f\"/><rect id=\"f\"/><use href=\"#f\"/>");
  EXPECT_EQ(inside(made), "<g id=\"p1\"></g><rect></rect><use href=\"#p1\"></use>");
  EXPECT_EQ(cleaned_svg(made).bytes, made);
  EXPECT_THAT(refused(svg("<metadata><g id=\"a\"/></metadata><use href=\"#a\"/>")),
              HasSubstr("not taken over"));
}

TEST(Svg, entities_are_refused_and_a_plain_document_type_is_passed_over) {
  const std::string bomb =
      "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>" + svg("<text>&b;</text>");
  EXPECT_THAT(refused(bomb), HasSubstr("declares or uses entities"));
  EXPECT_THAT(refused("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + svg("<text>&a;</text>")),
              HasSubstr("declares or uses entities"));
  EXPECT_EQ(refused("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                    "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" +
                    svg("<rect/>")),
            "");
}

TEST(Svg, parts_repeated_within_each_other_are_refused) {
  std::string doubling = "<g id=\"a0\"><rect/></g>";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "<use href=\"#a" + std::to_string(i - 1) + "\"/>";
    doubling += "<g id=\"a" + std::to_string(i) + "\">" + before + before + "</g>";
  }
  EXPECT_THAT(refused(svg(doubling)), HasSubstr("repeats its parts"));
  EXPECT_THAT(refused(svg("<g id=\"a\"><use href=\"#a\"/></g>")), HasSubstr("repeats its parts"));
  EXPECT_THAT(refused(svg("<clipPath id=\"a\"><rect clip-path=\"url(#a)\"/></clipPath>")),
              HasSubstr("repeats its parts"));
}

TEST(Svg, what_is_too_deep_or_has_too_many_parts_is_refused) {
  std::string deep, many;
  for (int i = 0; i < 100; ++i) deep += "<g>";
  for (int i = 0; i < 100; ++i) deep += "</g>";
  for (int i = 0; i < 25'000; ++i) many += "<g/>";
  EXPECT_THAT(refused(svg(deep)), HasSubstr("more parts"));
  EXPECT_THAT(refused(svg(many)), HasSubstr("more parts"));
}

// CSS Values 3: an inch is 96 pixels, 2.54 cm, 72 points, 6 picas.
TEST(Svg, sizes_are_told_in_pixels) {
  const auto width = [](const std::string& attributes) { return cleaned_svg(svg("", attributes)).width; };
  EXPECT_EQ(width("width=\"30px\" height=\"1\""), 30);
  EXPECT_DOUBLE_EQ(width("width=\"25.4mm\" height=\"10mm\""), 96);
  EXPECT_DOUBLE_EQ(width("width=\"72pt\" height=\"1in\""), 96);
  EXPECT_EQ(width("viewBox=\"0 0 40 30\""), 40);
  EXPECT_EQ(width("width=\"100%\" height=\"100%\" viewBox=\"0,0,40,30\""), 40);
  for (const char* none :
       {"", "width=\"100%\" height=\"100%\"", "width=\"0\" height=\"5\"", "width=\"nan\" height=\"5\"",
        "width=\"1e300\" height=\"5\"", "width=\"-5\" height=\"5\""})
    EXPECT_THAT(refused(svg("", none)), HasSubstr("does not say how large it is")) << none;
}

TEST(Svg, what_is_no_svg_is_refused) {
  EXPECT_THAT(refused("<html/>"), HasSubstr("is no SVG"));
  EXPECT_THAT(refused("<svg/>"), HasSubstr("is no SVG"));
  EXPECT_THAT(refused("<g xmlns=\"http://www.w3.org/2000/svg\"/>"), HasSubstr("is no SVG"));
  EXPECT_THAT(refused(svg("<rect>")), HasSubstr("is no sound SVG: its line 1"));
}

TEST(Svg, letters_are_as_large_as_can_be_drawn) {
  for (const char* size : {"1e9", "100000", "300%", "2em", "larger", "-1e9px"})
    EXPECT_EQ(refused(svg("<text font-size=\"" + std::string(size) + "\">a</text>")),
              "has a font-size that is not taken over: \"" + std::string(size) +
                  "\"\nhint: write it in pixels, up to 2,000, or save it as PNG");
  EXPECT_THAT(refused(svg("<text style=\"letter-spacing:1e30\">a</text>")), HasSubstr("letter-spacing"));
  EXPECT_EQ(inside(cleaned("<text font-size=\"2000\" letter-spacing=\"normal\">a</text>")),
            "<text font-size=\"2000\" letter-spacing=\"normal\">a</text>");
}

TEST(Svg, line_ends_within_a_look_are_blanks) {
  const std::string made = cleaned("<style>rect{fill:\n\turl/ red}</style><rect/>");
  EXPECT_EQ(cleaned_svg(made).bytes, made);
}

TEST(Svg, words_stay_words_and_are_counted) {
  const CleanedSvg read =
      cleaned_svg(svg("<text x=\"1\">Staff &amp; <tspan>councillors &lt;all&gt;</tspan></text>not"));
  EXPECT_EQ(inside(read.bytes), "<text x=\"1\">Staff &amp; <tspan>councillors &lt;all&gt;</tspan></text>");
  EXPECT_EQ(read.letters, 7U + 17U);
}

TEST(Svg, a_drawing_full_of_words_looks_like_text) {
  const std::string words(401, 'a');
  EXPECT_EQ(read_image("a.svg", svg("<text>" + words + "</text>")).looks, Looks::text);
  EXPECT_EQ(read_image("a.svg", svg("<text>A label</text>")).looks, Looks::picture);
}

TEST(Svg, a_drawing_becomes_a_page_of_pdf) {
  const CleanedSvg read =
      cleaned_svg(svg("<rect width=\"5\" height=\"5\" fill=\"#123456\"/><text y=\"9\">Hi</text>"));
  const std::string pdf = pdf_of(read.bytes, read.width, read.height);
  EXPECT_THAT(pdf, testing::StartsWith("%PDF-1."));
  EXPECT_THAT(pdf, Not(HasSubstr("/Subtype /Image")));  // shapes and letters, no pixels
}

}  // namespace
}  // namespace eqr::images
