#include "apprenticeships/names.hpp"

namespace eqr::apprenticeships {

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

std::string in_sentence(std::string title) {
  if (!title.empty() && title.front() >= 'A' && title.front() <= 'Z') {
    title.front() = static_cast<char>(title.front() - 'A' + 'a');
  }
  return title;
}

}  // namespace eqr::apprenticeships
