#include "tabular/xlsx_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "tabular/utf8_character.hpp"
#include "tabular/xlsx_faults.hpp"

namespace eqr::tabular {
namespace {

constexpr std::string_view xml_blanks = " \t\r\n";
constexpr std::size_t escape_length = 7;  // _x000D_
constexpr std::uint32_t replacement = 0xFFFD;

// The unit of UTF-16 that an escape at the start of `rest` names.
std::optional<std::uint32_t> escaped_unit(std::string_view rest) {
  if (rest.size() < escape_length || rest[0] != '_' || rest[1] != 'x' || rest[6] != '_') return std::nullopt;
  std::uint32_t unit = 0;
  const auto [end, error] = std::from_chars(rest.data() + 2, rest.data() + 6, unit, 16);
  if (error != std::errc{} || end != rest.data() + 6) return std::nullopt;
  return unit;
}

bool is_high(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// A character and how many bytes wrote it.
struct Escaped {
  std::uint32_t point;
  std::size_t length;
};

Escaped escaped_character(std::uint32_t unit, std::string_view after) {
  if (is_high(unit)) {
    const auto second = escaped_unit(after);
    if (second && is_low(*second))
      return {0x10000 + ((unit - 0xD800) << 10) + (*second - 0xDC00), 2 * escape_length};
  }
  const bool is_no_character = unit == 0 || is_high(unit) || is_low(unit) || unit >= 0xFFFE;
  return {is_no_character ? replacement : unit, escape_length};
}

}  // namespace

void append_cell_text(std::string& text, std::string_view written) {
  const auto is_special = [](char c) { return c == '_' || c == '\r' || c == '\n'; };
  bool after_return = false;
  for (std::size_t at = 0; at < written.size();) {
    const auto found =
        std::find_if(written.begin() + static_cast<std::ptrdiff_t>(at), written.end(), is_special);
    const auto special = static_cast<std::size_t>(found - written.begin());
    if (special > at) after_return = false;
    text.append(written.substr(at, special - at));
    at = special;
    if (at == written.size()) break;
    std::uint32_t point = static_cast<unsigned char>(written[at]);
    std::size_t length = 1;
    if (const auto unit = escaped_unit(written.substr(at))) {
      const Escaped escaped = escaped_character(*unit, written.substr(at + escape_length));
      point = escaped.point;
      length = escaped.length;
    }
    at += length;
    const bool is_second_of_break = point == '\n' && after_return;
    after_return = point == '\r';
    if (is_second_of_break) continue;
    append_utf8(text, point == '\r' || point == '\n' ? ' ' : point);
  }
}

// ---- one text ----

void TextCollector::clear() {
  m_written.clear();
  m_in_text = m_in_pronunciation = m_keep_blanks = false;
}

void TextCollector::element(std::string_view name, const Attributes& attributes) {
  if (name == "rPh") {
    m_in_pronunciation = true;
  } else if (name == "t" && !m_in_pronunciation) {
    m_in_text = true;
    m_keep_blanks = m_keep_blanks || attributes["xml:space"] == "preserve";
  }
}

void TextCollector::end(std::string_view name) {
  if (name == "rPh") m_in_pronunciation = false;
  if (name == "t") m_in_text = false;
}

std::string_view TextCollector::written() const {
  std::string_view text = m_written;
  if (m_keep_blanks) return text;
  const std::size_t first = text.find_first_not_of(xml_blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(xml_blanks) - first + 1);
}

// ---- the shared ones ----

class SharedTexts::Listener : public XmlListener {
 public:
  Listener(SharedTexts& texts, const std::string& file) : m_texts(texts), m_file(file) {}

  void element(std::string_view name, const Attributes& attributes, int depth) override {
    m_in_item = m_in_item || (depth == 2 && name == "si");
    if (m_in_item) m_text.element(name, attributes);
  }

  void end(std::string_view name, int depth) override {
    m_text.end(name);
    if (depth != 2 || !m_in_item) return;
    append_cell_text(m_texts.m_bytes, m_text.written());
    check_size(0);
    m_texts.m_ends.push_back(static_cast<std::uint32_t>(m_texts.m_bytes.size()));
    m_text.clear();
    m_in_item = false;
  }

  void text(std::string_view piece) override {
    if (!m_in_item) return;
    m_text.text(piece);
    check_size(m_text.bytes());
  }

 private:
  void check_size(std::size_t further) const {
    const std::uint64_t taken =
        m_texts.m_bytes.size() + further + m_texts.m_ends.size() * sizeof(std::uint32_t);
    if (taken > SharedTexts::most_bytes) {
      throw workbook_fault(
          m_file, "holds more than 1 GiB of different texts",
          "save the sheet as \"CSV UTF-8 (comma delimited)\", or leave out the columns of free text");
    }
  }

  SharedTexts& m_texts;
  const std::string& m_file;
  TextCollector m_text;
  bool m_in_item = false;
};

void SharedTexts::read(ZipPart part, const std::string& file) {
  Listener listener(*this, file);
  XmlReader(part, listener, file, "its list of shared texts", "sst").read_all();
}

}  // namespace eqr::tabular
