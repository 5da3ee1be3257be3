#include "pdf_check/metadata.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eqr::pdf_check {
namespace {

std::string packet(const std::string& inside) {
  return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:ua=\"http://www.aiim.org/pdfua/ns/id/\">" +
         inside + "</rdf:RDF></x:xmpmeta>";
}

TEST(Metadata, a_title_in_a_list_of_languages_is_found) {
  const auto found =
      read_metadata(packet("<rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Our "
                           "report</rdf:li></rdf:Alt></dc:title>"
                           "<ua:part>1</ua:part></rdf:Description>"));
  EXPECT_TRUE(found.is_sound);
  EXPECT_EQ(found.title, "Our report");
  EXPECT_EQ(found.ua_part, 1);
}

TEST(Metadata, properties_may_be_attributes) {
  const auto found = read_metadata(packet("<rdf:Description ua:part=\"2\" dc:title=\"Our report\"/>"));
  EXPECT_EQ(found.title, "Our report");
  EXPECT_EQ(found.ua_part, 2);
}

TEST(Metadata, the_same_names_of_other_namespaces_are_others) {
  const auto found = read_metadata(packet(
      "<rdf:Description xmlns:o=\"urn:other\"><o:title>Other</o:title><o:part>1</o:part></rdf:Description>"));
  EXPECT_TRUE(found.title.empty());
  EXPECT_FALSE(found.ua_part);
}

TEST(Metadata, a_part_in_words_is_none) {
  EXPECT_FALSE(read_metadata(packet("<rdf:Description ua:part=\"one\"/>")).ua_part);
}

TEST(Metadata, what_is_no_xml_is_told) {
  EXPECT_FALSE(read_metadata("<x:xmpmeta").is_sound);
  EXPECT_FALSE(read_metadata("").is_sound);
}

}  // namespace
}  // namespace eqr::pdf_check
