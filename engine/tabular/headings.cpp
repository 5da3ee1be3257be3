#include "tabular/headings.hpp"

#include <algorithm>
#include <map>
#include <set>

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

std::optional<problems::Problem> title_problem(const std::vector<std::string>& header,
                                               const problems::Place& place) {
  const auto empty = std::count(header.begin(), header.end(), std::string());
  if (header.size() < 2 || 2 * empty <= std::ssize(header)) return std::nullopt;
  return problems::Problem{place, "the first line does not look like headings",
                           "delete what stands above the headings: the first line names every column"};
}

std::optional<problems::Problem> separator_directive(std::string_view first_line, const std::string& file) {
  if (text::folded(first_line.substr(0, 4)) != "sep=") return std::nullopt;
  return problems::Problem{{file, 1, 0, {}},
                           "the first line sets a separator and is no header",
                           "delete this line; the fields are to be separated by commas"};
}

std::vector<std::string> names_for_messages(const std::vector<std::string>& header,
                                            const std::vector<std::string>& expected) {
  std::set<std::string> known;
  for (const std::string& heading : expected) known.insert(text::normalised(heading));
  std::vector<std::string> names;
  for (const std::string& heading : header) {
    names.push_back(is_plain(heading) && known.contains(text::normalised(heading)) ? heading : "");
  }
  return names;
}

}  // namespace eqr::tabular
