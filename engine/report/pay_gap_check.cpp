#include "report/pay_gap_check.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "measures/gpg_validation.hpp"
#include "report/values.hpp"

namespace eqr::report {
namespace {

using measures::GpgFigures;
using problems::Problem;

// The printed figures of one theme.
class Printed {
 public:
  Printed(const measures::Statement& statement, const measures::Evaluator& evaluator)
      : m_statement(statement), m_evaluator(evaluator) {}

  [[nodiscard]] bool has(const std::string& name) const { return find(name) != nullptr; }

  [[nodiscard]] GpgFigures::Figure operator[](const std::string& name) const {
    const eqr::Figure* drafted = find(name);
    if (drafted == nullptr) return std::nullopt;
    const auto evaluated = m_evaluator.evaluate(drafted->value, drafted->format, m_statement.settings);
    const Value value = printed_value(evaluated, drafted->format.unit);
    const auto* number = std::get_if<Number>(&value);
    if (number != nullptr) return number->value;
    // A share that prints as [low] is nought to the service: all it takes is a number.
    if (std::get<Shorthand>(value).code == "low") return numbers::Decimal{0, evaluated.places};
    return std::nullopt;
  }

 private:
  [[nodiscard]] const eqr::Figure* find(const std::string& name) const {
    const auto& figures = m_statement.draft.figures;
    const auto found = std::ranges::find(figures, "pay-gap." + name, &eqr::Figure::name);
    return found == figures.end() ? nullptr : &*found;
  }

  const measures::Statement& m_statement;
  const measures::Evaluator& m_evaluator;
};

GpgFigures gpg_figures(const Printed& printed, int snapshot_year) {
  GpgFigures figures;
  figures.snapshot_year = snapshot_year;
  figures.mean_gap = printed["mean"];
  figures.median_gap = printed["median"];
  figures.mean_bonus_gap = printed["mean-bonus"];
  figures.median_bonus_gap = printed["median-bonus"];
  figures.women_bonus = printed["bonus-paid.women"];
  // Without the gaps the men's share alone would ask for them.
  if (printed.has("mean-bonus") || printed.has("median-bonus")) figures.men_bonus = printed["bonus-paid.men"];
  bool any_men = false;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string name = "quarter-" + std::to_string(i + 1);
    figures.women.at(i) = printed[name + ".women"];
    figures.men.at(i) = printed[name + ".men"];
    any_men = any_men || printed.has(name + ".men");
  }
  if (!any_men) figures.quarters = GpgFigures::Quarters::elsewhere;
  return figures;
}

}  // namespace

std::vector<Problem> pay_gap_problems(const std::vector<ThemeMaterial>& themes,
                                      const measures::Evaluator& evaluator, int snapshot_year) {
  std::vector<Problem> problems;
  for (const ThemeMaterial& theme : themes) {
    if (!theme.statement) continue;
    const Printed printed(*theme.statement, evaluator);
    for (measures::BrokenRule& rule : broken_rules(gpg_figures(printed, snapshot_year))) {
      problems.push_back({{"theme \"" + theme.id + "\"", 0, 0, ""},
                          "figures.pay-gap." + rule.figure + ": " + rule.message + " (" + rule.id + ")",
                          std::move(rule.hint)});
    }
  }
  return problems;
}

}  // namespace eqr::report
