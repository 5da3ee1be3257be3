// Ids and notes made from words that suppliers wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::apprenticeships {

// Lower-case words joined by hyphens: "Health & care" gives "health-care". Letters and digits outside ASCII
// are left out; text without any other gives "unnamed".
[[nodiscard]] std::string id_of(std::string_view words);

// "Level" inside a sentence: "level".
[[nodiscard]] std::string in_sentence(std::string title);

// What suppliers noted beside rows, as notes of a table: each wording once, led by the `label` of its rows
// unless it is about all of them. Documents without the column add nothing.
void add_notes(const Document& document, const std::vector<std::size_t>& rows, const std::string& label,
               Table& table);

}  // namespace eqr::apprenticeships
