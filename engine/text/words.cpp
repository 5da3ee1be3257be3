#include "text/words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace eqr::text {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Damerau's distance: insert, delete, replace, or swap two neighbours, each counted as one slip.
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<std::uint8_t>(bytes[i]);
    const std::size_t length = lead < 0x80       ? 1
                               : lead >> 5 == 6  ? 2
                               : lead >> 4 == 14 ? 3
                               : lead >> 3 == 30 ? 4
                                                 : 0;
    if (length == 0 || i + length > bytes.size()) return false;
    std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<std::uint8_t>(bytes[i + k]);
      if (next >> 6 != 2) return false;
      point = point << 6 | (next & 0x3FU);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return false;
    i += length;
  }
  return true;
}

bool is_printable(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(utf8[i]);
    const bool is_control = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
    // In UTF-8 the byte C2 begins U+0080 to U+00BF and nothing else.
    const bool is_c1 = byte == 0xC2 && i + 1 < utf8.size() && static_cast<std::uint8_t>(utf8[i + 1]) < 0xA0;
    const std::string_view three = utf8.substr(i, 3);
    if (is_control || is_c1 || three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      break;
    }
  }
  return text;
}

std::string folded(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string normalised(std::string_view text) {
  std::string single;
  bool gap = false;
  const std::string lower = folded(trimmed(text));
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const bool wide = std::string_view(lower).substr(i).starts_with(no_break_space);
    if (wide || is_blank(lower[i])) {
      gap = true;
      if (wide) ++i;
      continue;
    }
    if (gap) single += ' ';
    gap = false;
    single += lower[i];
  }
  return single;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string wanted = normalised(word);
  std::optional<std::string> best;
  std::size_t fewest = wanted.size() / 3 + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = slips(wanted, normalised(candidate));
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
  if (candidates.empty()) return {};
  if (const auto guess = nearest(word, candidates)) return "did you mean \"" + *guess + "\"?";
  std::string written = "one of: ";
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(candidates.size(), most); ++i) {
    if (i > 0) written += ", ";
    written += candidates[i];
  }
  if (candidates.size() > most) written += " and " + std::to_string(candidates.size() - most) + " more";
  return written;
}

std::string list_and(std::span<const std::string> items) {
  std::string written;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) written += i + 1 == items.size() ? " and " : ", ";
    written += items[i];
  }
  return written;
}

}  // namespace eqr::text
