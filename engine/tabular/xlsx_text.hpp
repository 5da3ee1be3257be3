// The texts of a workbook: how a cell writes them, and the list that cells share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/xlsx_xml.hpp"

namespace eqr::tabular {

// Appends text as a cell's XML writes it: `_x000D_` is the character of that number in UTF-16 (ECMA-376 part
// 1, 22.9.2.19) and `_x005F_` an underscore that begins no such escape. A line break becomes one blank, so
// that a row stays a line; a character that no text can hold becomes U+FFFD.
void append_cell_text(std::string& text, std::string_view written);

// Collects the text of one <si> or <is> from its XML: the runs of a rich text joined, without the
// pronunciation (<rPh>) that East Asian editions keep beside them.
class TextCollector {
 public:
  void clear();
  void element(std::string_view name, const Attributes& attributes);
  void end(std::string_view name);
  void text(std::string_view piece) {
    if (m_in_text) m_written.append(piece);
  }
  [[nodiscard]] std::size_t bytes() const { return m_written.size(); }
  // As written, and trimmed of what indents the XML unless the workbook asks for it to be kept.
  [[nodiscard]] std::string_view written() const;

 private:
  std::string m_written;
  bool m_in_text = false;
  bool m_in_pronunciation = false;
  bool m_keep_blanks = false;
};

// The shared strings of a workbook, one after another in one piece of memory.
class SharedTexts {
 public:
  // With what is needed to find them again.
  static constexpr std::uint64_t most_bytes = 1024ULL * 1024 * 1024;

  // Throws problems::Fault (nothing_written) for damage, and for more than most_bytes.
  void read(ZipPart part, const std::string& file);

  [[nodiscard]] std::size_t size() const { return m_ends.size(); }
  // None for an index that the list does not have.
  [[nodiscard]] std::optional<std::string_view> operator[](std::size_t index) const {
    if (index >= m_ends.size()) return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_bytes).substr(begin, m_ends[index] - begin);
  }

 private:
  class Listener;
  std::string m_bytes;
  std::vector<std::uint32_t> m_ends;
};

}  // namespace eqr::tabular
