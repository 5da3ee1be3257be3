// Expressions over protected answers and documents become values.
//
// Arithmetic is exact; each value is rounded once, where it is printed. A value computed from a withheld
// count is withheld; one that needs something nobody supplied is not available; a division by nought is not
// applicable. `change` works on its operands as they are printed, so that a reader's subtraction agrees.
// Measures of pay are in measures/paid, the one measure in floating point in measures/likelihood.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "disclosure/protect.hpp"
#include "measures/outcome.hpp"
#include "measures/statement.hpp"
#include "numbers/exact.hpp"

namespace eqr::measures {

// A value as it is printed, and where it came from.
struct Evaluated {
  Outcome outcome;
  int places = 0;                                      // digits after the point in print
  std::string lineage;                                 // the expression in words
  std::set<std::string> inputs;                        // names of the inputs it rests on
  std::set<std::pair<std::string, std::size_t>> rows;  // and which rows of documents
  bool base_not_stated = false;  // a published percentage whose source does not state its base
  // Changes and gaps are as close to nought as they are; a share that rounds to nought is a low figure.
  bool nought_is_an_answer = false;
};

class Evaluator {
 public:
  Evaluator(const Inputs& inputs, const disclosure::ProtectedAnswers& answers)
      : m_inputs(inputs), m_answers(answers) {}

  // `settings` are those of the theme the expression belongs to.
  [[nodiscard]] Evaluated evaluate(const Expression& expression, const Format& format,
                                   const nlohmann::json& settings) const;

 private:
  const Inputs& m_inputs;
  const disclosure::ProtectedAnswers& m_answers;
};

// "100 x (staff, this year, where ethnicity is minority) / (staff, this year)"
[[nodiscard]] std::string in_words(const Expression& expression);

}  // namespace eqr::measures
