#include "people/columns.hpp"

#include <utility>

#include "problems/problem.hpp"
#include "text/words.hpp"

namespace eqr::persons {

using problems::Problem;

Columns::Columns(const std::vector<std::string>& header) : m_header(header) {
  for (std::size_t i = 0; i < header.size(); ++i) m_position.emplace(text::normalised(header[i]), i);
}

std::size_t Columns::find(const std::string& heading) {
  const auto found = m_position.find(text::normalised(heading));
  const bool is_there = found != m_position.end();
  if (m_asked.insert(text::normalised(heading)).second) {
    m_found += is_there ? 1U : 0U;
    if (!is_there) m_missing.push_back(heading);
  }
  return is_there ? found->second : 0;
}

void Columns::throw_if_missing(const std::string& file, const std::string& codebook) const {
  std::vector<Problem> told;
  for (const std::string& heading : m_missing) {
    told.push_back({{file, 1, 0, heading}, "the extract has no such column", hint(heading, codebook)});
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(told));
}

// Headings are not listed: a file without them has a person's record in their place.
std::string Columns::hint(const std::string& heading, const std::string& codebook) const {
  if (m_found == 0) return "the first line of the file has to hold the headings that the codebook names";
  if (const auto near = text::nearest(heading, m_header)) return "did you mean \"" + *near + "\"?";
  return "export it too, or mend the heading in the codebook " + codebook;
}

}  // namespace eqr::persons
