// Text as people write it: UTF-8, white space, case, and the near guess for a misspelt name.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace eqr::text {

[[nodiscard]] bool is_utf8(std::string_view bytes);

// Without blanks, tabs, line ends and no-break spaces at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// Lower case for ASCII letters only; other characters stay as they are.
[[nodiscard]] std::string folded(std::string_view text);

// How values and headings are compared: trimmed, ASCII case folded, inner white space made one blank.
[[nodiscard]] std::string normalised(std::string_view text);

// The candidate that a typing slip away from `word` would be, or none (distance over a third of its length).
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

// "did you mean "x"?" for a near guess, otherwise "one of: a, b, c".
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> candidates);

// a, b and c
[[nodiscard]] std::string list_and(std::span<const std::string> items);

}  // namespace eqr::text
