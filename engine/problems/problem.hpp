// What is wrong, where, and what to do about it: the words every fault reaches the user in.
//
// A problem names a place and never a person's value (a category that a codebook lists is not a
// person's value). Everything that can be found wrong in one look is collected and told at once.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace eqr::problems {

// A place in something the user can open. Empty parts are left out of the text.
struct Place {
  std::string file;           // as the user named it, never an absolute path of this machine
  std::size_t line = 0;       // from 1; 0 = the whole file
  std::size_t character = 0;  // from 1; 0 = the whole line
  std::string column;         // the column or key concerned, as the user wrote it

  bool operator==(const Place&) const = default;
};

struct Problem {
  Place place;
  std::string message;  // what is wrong, one sentence, no full stop at the end
  std::string hint;     // what to do; may be empty

  bool operator==(const Problem&) const = default;
};

// `file:line:character: column "x": message`, then `hint: …` on a line of its own where there is one.
[[nodiscard]] std::string text(const Problem& problem);
[[nodiscard]] std::string text(const Place& place);

// What a fault costs. The command line turns it into the exit code.
enum class Cost {
  nothing_written,  // exit 1: a people input, a refused --final, a held lock, a full disk
  settings,         // exit 2: run file, template, codebook, placeholder, usage
};

// The one exception for what a user can mend.
class Fault : public std::runtime_error {
 public:
  Fault(Cost cost, std::vector<Problem> problems);
  Fault(Cost cost, Problem problem);

  [[nodiscard]] Cost cost() const { return m_cost; }
  [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }

 private:
  Cost m_cost;
  std::vector<Problem> m_problems;
};

// Throws a Fault holding all of them, or returns if there are none.
void throw_if_any(Cost cost, std::vector<Problem> problems);

}  // namespace eqr::problems
