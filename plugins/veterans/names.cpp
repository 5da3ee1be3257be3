#include "names.hpp"

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

void add_notes(const Document& document, const std::vector<std::size_t>& rows, const std::string& label,
               Table& table) {
  if (rows.empty() || !document.has_column("note")) return;
  const std::string& first = document.text(rows.front(), "note");
  bool same = true;
  for (const std::size_t row : rows) same = same && document.text(row, "note") == first;
  for (const std::size_t row : rows) {
    const std::string& note = document.text(row, "note");
    if (!note.empty()) table.note(same ? note : document.text(row, label) + ": " + note);
    if (same) return;
  }
}

}  // namespace eqr::veterans
