#include "pdf_check/metadata.hpp"

#include <expat.h>

#include <charconv>

#include "handles/handle.hpp"
#include "text/words.hpp"

namespace eqr::pdf_check {
namespace {

constexpr char between = ' ';  // of a namespace and a name, as expat gives them
constexpr std::string_view title = "http://purl.org/dc/elements/1.1/ title",
                           part = "http://www.aiim.org/pdfua/ns/id/ part";

// Text inside the title, whatever elements are around it, and the part.
struct Reading {
  Document::Metadata metadata;
  int in_title = 0;
  bool in_part = false;
  std::string part_text;
};

std::optional<int> number_in(std::string_view text) {
  text = text::trimmed(text);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void begin(void* user, const XML_Char* name, const XML_Char** attributes) {
  Reading& reading = *static_cast<Reading*>(user);
  for (; *attributes != nullptr; attributes += 2) {
    if (attributes[0] == part) reading.metadata.ua_part = number_in(attributes[1]);
    if (attributes[0] == title) reading.metadata.title = attributes[1];
  }
  if (reading.in_title > 0 || name == title) ++reading.in_title;
  reading.in_part = name == part;
}

void end(void* user, const XML_Char*) {
  Reading& reading = *static_cast<Reading*>(user);
  if (reading.in_title > 0) --reading.in_title;
  if (reading.in_part) reading.metadata.ua_part = number_in(reading.part_text);
  reading.in_part = false;
}

void text_found(void* user, const XML_Char* text, int size) {
  Reading& reading = *static_cast<Reading*>(user);
  if (reading.in_title > 0) reading.metadata.title.append(text, static_cast<std::size_t>(size));
  if (reading.in_part) reading.part_text.append(text, static_cast<std::size_t>(size));
}

}  // namespace

Document::Metadata read_metadata(std::string_view xmp) {
  const handles::Handle<XML_ParserStruct, XML_ParserFree> parser(XML_ParserCreateNS(nullptr, between));
  Reading reading;
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), begin, end);
  XML_SetCharacterDataHandler(parser.get(), text_found);
  reading.metadata.is_there = true;
  reading.metadata.is_sound =
      XML_Parse(parser.get(), xmp.data(), static_cast<int>(xmp.size()), 1) == XML_STATUS_OK;
  reading.metadata.title = text::trimmed(reading.metadata.title);
  return reading.metadata;
}

}  // namespace eqr::pdf_check
