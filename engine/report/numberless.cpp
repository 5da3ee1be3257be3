#include "report/numberless.hpp"

#include <algorithm>
#include <array>

#include "text/words.hpp"

namespace eqr::report {
namespace {

constexpr auto sizes = std::to_array<std::string_view>({
    // numbers
    "zero",
    "nought",
    "naught",
    "nil",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "dozen",
    "score",
    "pair",
    "couple",
    "trio",
    // their order, parts and multiples
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "twentieth",
    "hundredth",
    "thousandth",
    "half",
    "halve",
    "quarter",
    "once",
    "twice",
    "thrice",
    "single",
    "double",
    "triple",
    "treble",
    "both",
    "sole",
    "only",
    // few, many, all, none
    "no",
    "none",
    "nobody",
    "nothing",
    "few",
    "fewer",
    "fewest",
    "little",
    "less",
    "least",
    "small",
    "smaller",
    "smallest",
    "low",
    "lower",
    "lowest",
    "tiny",
    "handful",
    "several",
    "some",
    "many",
    "more",
    "most",
    "much",
    "large",
    "larger",
    "largest",
    "high",
    "higher",
    "highest",
    "big",
    "majority",
    "minority",
    "all",
    "every",
    "everybody",
    "everyone",
    "each",
    "whole",
    "entire",
    "increase",
    "decrease",
    "rise",
    "fall",
    "rose",
    "fell",
    "up",
    "down",
    "nearly",
    "almost",
    "hardly",
    "over",
    "under",
    "above",
    "below",
    // Welsh
    "dim",
    "un",
    "dau",
    "dwy",
    "tri",
    "tair",
    "pedwar",
    "pedair",
    "pump",
    "pum",
    "chwech",
    "chwe",
    "saith",
    "wyth",
    "naw",
    "deg",
    "deuddeg",
    "pymtheg",
    "ugain",
    "cant",
    "mil",
    "hanner",
    "chwarter",
    "traean",
    "neb",
    "ychydig",
    "rhai",
    "llawer",
    "pawb",
    "bach",
    "mawr",
});

bool is_size(std::string_view word) {
  const auto is_listed = [](std::string_view candidate) {
    return std::ranges::find(sizes, candidate) != sizes.end();
  };
  return is_listed(word) || (word.ends_with('s') && is_listed(word.substr(0, word.size() - 1)));
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// What holds a word together beside ASCII letters: letters of Latin with marks (U+00C0 to U+024F), which
// UTF-8 writes with these leads.
bool is_latin_lead(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC3 && byte <= 0xC9;
}

// Punctuation of running text, and the typographic apostrophe, quotation marks and dashes (U+2010 to U+201F).
std::size_t punctuation_at(std::string_view text) {
  if (std::string_view(" ,.;:'()-/!?&").find(text.front()) != std::string_view::npos) return 1;
  if (text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] >= '\x90' && text[2] <= '\x9F') return 3;
  return 0;
}

}  // namespace

std::optional<std::string> word_of_size(std::string_view words) {
  std::string word;
  const auto found = [&word] { return !word.empty() && is_size(text::folded(word)); };
  for (std::size_t i = 0; i < words.size();) {
    if (is_letter(words[i])) {
      word += words[i++];
    } else if (is_latin_lead(words[i]) && i + 1 < words.size()) {
      word += words.substr(i, 2);
      i += 2;
    } else if (const std::size_t length = punctuation_at(words.substr(i))) {
      if (found()) return word;
      word.clear();
      i += length;
    } else {
      // A digit, or a character that may be one.
      std::size_t end = i + 1;
      while (end < words.size() && words[end] != ' ') ++end;
      return std::string(words.substr(i, end - i));
    }
  }
  if (found()) return word;
  return std::nullopt;
}

}  // namespace eqr::report
