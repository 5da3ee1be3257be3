// How PDF writes numbers, text, glyphs, and what is made of them (ISO 32000-1, 7.3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace eqr::render::pdf {

// "12.5": at most three places, no noughts at the end, no exponent, whatever the locale.
[[nodiscard]] std::string number(double value);

// "00E9", and a pair of surrogates beyond U+FFFF.
[[nodiscard]] std::string utf16_hex(std::string_view utf8);

// A glyph of a font whose codes have two bytes: "0044".
[[nodiscard]] std::string glyph_code(unsigned glyph);

// Text for people to read: "(Staff)", or UTF-16 where it is not ASCII alone (7.9.2.2).
[[nodiscard]] std::string text_string(std::string_view utf8);

// Bytes as they are: "(D:20180928)".
[[nodiscard]] std::string byte_string(std::string_view bytes);

// The number of an object of the file, by which others name it. 0 is none.
struct Reference {
  std::uint32_t number = 0;
};

// "12 0 R"
[[nodiscard]] std::string written(Reference reference);

// "<</Type /Page /Tabs /S>>", in the order in which entries are set.
class Dictionary {
 public:
  // `key` with its slash; `value` is an object as PDF writes it.
  Dictionary& set(std::string_view key, std::string_view value);
  Dictionary& set(std::string_view key, Reference value) { return set(key, written(value)); }
  [[nodiscard]] bool is_empty() const { return m_entries.empty(); }
  [[nodiscard]] std::string text() const { return "<<" + m_entries + ">>"; }

 private:
  std::string m_entries;
};

// "[1 0 R 2 0 R]"
class Array {
 public:
  Array& add(std::string_view value);
  Array& add(Reference value) { return add(written(value)); }
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] std::string text() const { return "[" + m_elements + "]"; }
  // The one element by itself, where PDF takes either.
  [[nodiscard]] std::string text_or_single() const { return m_size == 1 ? m_elements : text(); }

 private:
  std::string m_elements;
  std::size_t m_size = 0;
};

}  // namespace eqr::render::pdf
