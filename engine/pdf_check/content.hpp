// What a page draws, and which of it belongs to which mark.
#pragma once

#include <map>
#include <memory>

#include "pdf_check/codes.hpp"
#include "pdf_check/objects.hpp"
#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

// Fonts of a document, each read once.
class FontShelf {
 public:
  CodeReader& reader(Object font, std::size_t page);
  [[nodiscard]] std::vector<Font> seen() const;

 private:
  std::map<QPDFObjGen, std::unique_ptr<CodeReader>> m_known;
  std::vector<CodeReader*> m_order;
  std::vector<std::unique_ptr<CodeReader>> m_direct;  // fonts that are no objects of their own
};

// Fills the contents of the page and what is wrong with their marks.
void read_content(Object page_object, std::size_t number, FontShelf& fonts, Page& page);

}  // namespace eqr::pdf_check
