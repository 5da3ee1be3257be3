// Ids made from words that suppliers wrote.
#pragma once

#include <string>
#include <string_view>

namespace eqr::apprenticeships {

// Lower-case words joined by hyphens: "Health & care" gives "health-care". Letters and digits outside ASCII
// are left out; text without any other gives "unnamed".
[[nodiscard]] std::string id_of(std::string_view words);

// "Level" inside a sentence: "level".
[[nodiscard]] std::string in_sentence(std::string title);

}  // namespace eqr::apprenticeships
