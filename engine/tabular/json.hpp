// A JSON list of flat objects as a table: `[{"area": "Watford", "people_helped": 1181}, …]`.
//
// Keys are headings in the order of their first appearance; a key that an object lacks is an empty cell, and
// so is null. A number is kept exactly as it is written, `13.60` and not 13.6; true and false become those
// words. An object's line is the one it begins in.
#pragma once

#include <string>
#include <string_view>

#include "tabular/table.hpp"

namespace eqr::tabular {

// Throws problems::Fault (nothing_written): not JSON (with line and character), not a list, an entry that is
// not an object, a list or an object inside an entry, a key twice in one object, nothing in the list.
// Messages never repeat a value.
[[nodiscard]] Table read_json(std::string_view bytes, const std::string& file);

}  // namespace eqr::tabular
