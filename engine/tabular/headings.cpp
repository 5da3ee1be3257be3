#include "tabular/headings.hpp"

#include <map>

#include "text/words.hpp"

namespace eqr::tabular {

bool is_plain(std::string_view heading) {
  constexpr std::size_t longest = 60;
  return !heading.empty() && heading.size() <= longest && text::is_utf8(heading) &&
         text::is_printable(heading) && heading.find_first_of("\t\n\"") == heading.npos;
}

std::vector<problems::Problem> heading_problems(const std::vector<std::string>& header,
                                                const problems::Place& place) {
  std::vector<problems::Problem> found;
  std::map<std::string, std::size_t> first_with;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string heading = text::normalised(header[i]);
    if (heading.empty()) {
      found.push_back({place, "column " + number + " has no heading",
                       "give every column a heading, or delete the column if it is empty"});
      continue;
    }
    const auto [entry, is_new] = first_with.emplace(heading, i + 1);
    if (!is_new) {
      found.push_back(
          {place, "columns " + std::to_string(entry->second) + " and " + number + " have the same heading",
           "give every column a heading of its own; capitals and blanks make no difference"});
    }
  }
  return found;
}

}  // namespace eqr::tabular
