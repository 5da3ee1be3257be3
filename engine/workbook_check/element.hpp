// A part of a spreadsheet's package as a tree of elements.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tabular/zip_archive.hpp"

namespace eqr::workbook_check {

// Names come without their prefix. Text between elements is a child without a name.
struct Element {
  std::string name;
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Element> children;

  // Empty when it is not there. A prefix that is given has to be there, whatever it reads: "r:id".
  [[nodiscard]] std::string_view operator[](std::string_view attribute) const;
  [[nodiscard]] bool has(std::string_view attribute) const;
  // Whether it says "1" or "true".
  [[nodiscard]] bool is_set(std::string_view attribute) const;

  // The first of that name; an empty element when there is none.
  [[nodiscard]] const Element& child(std::string_view child_name) const;
  [[nodiscard]] bool has_child(std::string_view child_name) const;
  // All below it of that name, at any depth, in the order of the document.
  [[nodiscard]] std::vector<const Element*> all(std::string_view wanted) const;
  [[nodiscard]] std::string all_text() const;
};

// The root of a part. Throws problems::Fault (nothing_written) for what is not sound XML, and for a part that
// is larger than any that a person could look at.
[[nodiscard]] Element read_element(tabular::ZipPart part, const std::string& file, const std::string& what,
                                   const std::string& root);

// A workbook that no person could look at.
[[noreturn]] void refuse_size(const std::string& file);

// Likewise by its name; an empty element when there is no such part.
[[nodiscard]] Element read_part(const tabular::ZipArchive& archive, const std::string& name,
                                const std::string& what, const std::string& root);

}  // namespace eqr::workbook_check
