// Ids made from words that suppliers wrote.
#pragma once

#include <string>
#include <string_view>

namespace eqr::veterans {

// Lower-case words joined by hyphens: "Health & care" gives "health-care". Letters and digits outside ASCII
// are left out; text without any other gives "unnamed".
[[nodiscard]] std::string id_of(std::string_view words);

}  // namespace eqr::veterans
