#include "names.hpp"

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

void add_notes(const Document& document, const std::vector<std::size_t>& rows, const std::string& label,
               Table& table) {
  if (!document.has_column("note")) return;
  for (const std::string& note : document.distinct("note")) {
    std::string labels;
    std::size_t noted = 0;
    for (const std::size_t row : rows) {
      if (document.text(row, "note") != note) continue;
      labels += (labels.empty() ? "" : "; ") + document.text(row, label);
      ++noted;
    }
    if (noted > 0) table.note(noted == rows.size() ? note : labels + ": " + note);
  }
}

}  // namespace eqr::apprenticeships
