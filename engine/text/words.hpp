// Text as people write it: UTF-8, white space, case, and the near guess for a misspelt name.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace eqr::text {

[[nodiscard]] bool is_utf8(std::string_view bytes);

// Text that was saved as Windows-1252 ("plain CSV" in Excel). The five bytes without a meaning become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

// Whether a worksheet and a page can hold it: no control characters but tab and line feed. C1 controls
// (U+0080 to U+009F) hardly ever are meant: they are what Windows-1252 becomes when it is read as Latin-1.
// U+FFFE and U+FFFF, which XML does not allow, are not printable either. `utf8` has to be UTF-8.
[[nodiscard]] bool is_printable(std::string_view utf8);

// What a problem says of text that is not printable.
inline constexpr std::string_view unprintable_message = "holds a control character";
inline constexpr std::string_view unprintable_hint =
    "the file was probably saved in another encoding: save it as UTF-8, or type the text again";

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
