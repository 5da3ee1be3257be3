// Whether words say how many: those that stand in place of a withheld figure may not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eqr::report {

// The first word that tells a size: one with a digit (of any script that Unicode calls a number), an English
// number ("two", "third", "dozens"), or a word for few, many, all or none of something. None when there is
// none.
[[nodiscard]] std::optional<std::string> word_of_size(std::string_view words);

}  // namespace eqr::report
