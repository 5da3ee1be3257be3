#include "tabular/table.hpp"

#include "text/words.hpp"

namespace eqr::tabular {

std::optional<std::size_t> Table::column(std::string_view heading) const {
  const std::string wanted = text::normalised(heading);
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (text::normalised(header[i]) == wanted) return i;
  }
  return std::nullopt;
}

}  // namespace eqr::tabular
