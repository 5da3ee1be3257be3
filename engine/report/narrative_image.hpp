// A picture as a narrative names it: ![alternative text](images/photo.jpg "optional caption").
#pragma once

#include <string>
#include <vector>

#include "problems/problem.hpp"

namespace eqr::report {

struct NamedImage {
  std::string file;         // below the run folder, with forward slashes
  std::string alternative;  // empty where it is a decoration
  bool is_decorative = false;
  problems::Place place;
};

// `alternative` as written: the word `decorative` stands for a decoration.
[[nodiscard]] NamedImage named_image(std::string file, const std::string& alternative, problems::Place place);

// What is wrong with how a picture is named: its file lies elsewhere or is of another kind; its alternative
// text is none, is a file's name, says that it is a picture, or is longer than people can follow. Empty if
// all is well.
[[nodiscard]] std::vector<problems::Problem> naming_problems(const NamedImage& image, bool has_caption);

// What is wrong with a file's name alone: the logo has the same rules. Empty if all is well.
[[nodiscard]] std::vector<problems::Problem> file_name_problems(const std::string& file,
                                                                const problems::Place& place);

// The same for an alternative text.
[[nodiscard]] std::vector<problems::Problem> alternative_problems(const std::string& alternative,
                                                                  const std::string& file,
                                                                  const problems::Place& place);

}  // namespace eqr::report
