#include "veterans/names.hpp"

namespace eqr::veterans {

std::string id_of(std::string_view words) {
  std::string id;
  bool gap = false;
  for (const char letter : words) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    const bool kept = upper || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (!kept) {
      gap = !id.empty();
      continue;
    }
    if (gap) id += '-';
    gap = false;
    id += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return id.empty() ? "unnamed" : id;
}

}  // namespace eqr::veterans
