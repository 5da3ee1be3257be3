#include "measures/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "measures/count_sum.hpp"
#include "measures/document_value.hpp"
#include "measures/likelihood.hpp"
#include "measures/paid.hpp"
#include "measures/pay_gap.hpp"
#include "measures/statutory.hpp"

namespace eqr::measures {
namespace {

using numbers::Exact;

constexpr double most_steps = 1e15;  // whole numbers that a double holds exactly

// One evaluation: the format of the printed value, the settings, and what was met on the way.
class Reading {
 public:
  Reading(const Inputs& available, const disclosure::ProtectedAnswers& answers, const Format& format,
          const nlohmann::json& settings)
      : m_inputs(available), m_answers(answers), m_format(format), m_settings(settings) {}

  Outcome value(const Expression& expression) {
    switch (expression.operation) {
      case Operation::count:
        return count(expression);
      case Operation::cell:
        return cell(expression);
      case Operation::rows:
        return rows(expression);
      case Operation::setting:
        return setting(expression);
      case Operation::mean_pay:
      case Operation::median_pay:
      case Operation::mean_bonus:
      case Operation::median_bonus:
        return average(expression, Duty::voluntary);
      case Operation::pay_quarter:
        inputs.insert(expression.population.input());
        return quarter_share(expression, m_format.places, m_inputs, m_answers);
      case Operation::gap:
        return gap_between(expression);
      case Operation::likelihood_low:
      case Operation::likelihood_high:
        return likelihood(expression);
      case Operation::percent_of:
        return percent_of(expression);
      case Operation::change:
        return change(expression);
      case Operation::ratio:
        return quotient(expression, 1);
      case Operation::per_100:
        return quotient(expression, 100);
      case Operation::sum:
      case Operation::difference:
        return sum(expression);
    }
    return not_supplied;
  }

  std::set<std::string> inputs;
  std::set<std::pair<std::string, std::size_t>> document_rows;
  bool base_not_stated = false;

 private:
  using Answer = disclosure::ProtectedAnswer;

  const Answer& answer(const Expression& count_of) {
    inputs.insert(count_of.population.input());
    return m_answers.count(key_of(count_of.population, m_inputs.dimensions));
  }

  static Outcome outcome(const Answer& answer) {
    if (const auto* known = std::get_if<tallies::Count>(&answer)) return Known{Exact(known->people)};
    if (const auto* less = std::get_if<disclosure::Difference>(&answer)) return Known{Exact(less->people)};
    if (const auto* reason = std::get_if<tallies::Unavailable>(&answer)) return Missing{"x", reason->reason};
    if (std::holds_alternative<disclosure::Low>(answer)) return low_figure;
    if (std::holds_alternative<disclosure::Withheld>(answer)) return withheld;
    return Missing{"x", "Published as a percentage only."};
  }

  Outcome count(const Expression& expression) { return outcome(answer(expression)); }

  Outcome cell(const Expression& expression) {
    inputs.insert(expression.input);
    document_rows.emplace(expression.input, expression.row);
    const Document& document = m_inputs.documents.at(expression.input).document;
    const auto read = number_at(document, expression.row, expression.column);
    if (const auto* blank = std::get_if<DocumentBlank>(&read)) {
      return blank->code == "x" ? not_supplied : Missing{blank->code, "As supplied."};
    }
    const auto& number = std::get<DocumentNumber>(read);
    if (is_protected_count(number)) {
      const Answer& safe = m_answers.count(document_key(expression, m_inputs));
      const auto* count = std::get_if<tallies::Count>(&safe);
      if (count == nullptr) return outcome(safe);
      // Rounded: what the document itself says is no longer what is told.
      if (numbers::exact(number.low) != Exact(count->people))
        return Known{Exact(count->people), {}, 0, number.qualifier, number.status};
    }
    Known known{numbers::exact(number.low), {}, {}, number.qualifier, number.status};
    if (number.high) known.upper = numbers::exact(*number.high);
    if (number.low.places < m_format.places) known.most_places = number.low.places;
    return known;
  }

  Outcome rows(const Expression& expression) {
    inputs.insert(expression.input);
    if (m_inputs.documents.at(expression.input).rows_are_people) {
      return outcome(m_answers.count(document_key(expression, m_inputs)));
    }
    return Known{Exact(expression.row_numbers.size())};
  }

  Outcome setting(const Expression& expression) const {
    const auto found = m_settings.find(expression.column);
    if (found == m_settings.end() || !found->is_number()) return not_supplied;
    const auto decimal = numbers::parse_decimal(found->dump());
    if (!decimal) return not_supplied;
    return Known{numbers::exact(*decimal)};
  }

  Outcome average(const Expression& expression, Duty duty) {
    inputs.insert(expression.population.input());
    return average_amount(expression, duty, m_inputs, m_answers);
  }

  // An operand of a gap: an average is looked into as far as the gap's own duty allows.
  Outcome side(const Expression& expression, Duty duty) {
    return is_average(expression.operation) ? average(expression, duty) : value(expression);
  }

  Outcome gap_between(const Expression& expression) {
    const Duty duty = is_statutory_gap(expression) ? Duty::statutory : Duty::voluntary;
    const Outcome reference = side(expression.operands[0], duty);
    Outcome compared = side(expression.operands[1], duty);
    // Men had bonuses and women none: what the government's service expects is a gap of 100.
    const auto* none = std::get_if<Missing>(&compared);
    if (none != nullptr && none->code == nobody.code && duty == Duty::statutory &&
        is_bonus(expression.operands[1].operation)) {
      compared = Known{Exact(0)};
    }
    if (const auto missing = worst({reference, compared})) return *missing;
    const auto found = gap(std::get<Known>(reference).value, std::get<Known>(compared).value);
    if (!found) return no_base;
    return Known{*found};
  }

  static bool is_bonus(Operation operation) {
    return operation == Operation::mean_bonus || operation == Operation::median_bonus;
  }
  static bool is_average(Operation operation) {
    return is_bonus(operation) || operation == Operation::mean_pay || operation == Operation::median_pay;
  }

  Outcome likelihood(const Expression& expression) {
    std::vector<Outcome> cells;
    for (const Expression& operand : expression.operands) cells.push_back(value(operand));
    if (const auto missing = worst(cells)) return *missing;
    const auto cell = [&](std::size_t i) { return std::get<Known>(cells[i]).value.convert_to<double>(); };
    const auto interval = likelihood_interval(cell(0), cell(1), cell(2), cell(3));
    if (!interval) return no_base;
    const double bound = expression.operation == Operation::likelihood_low ? interval->low : interval->high;
    // In steps as fine as the print, so that what follows is exact again.
    const double steps = std::round(bound * std::pow(10, m_format.places));
    if (steps > most_steps) return no_base;
    return Known{numbers::exact({static_cast<std::int64_t>(steps), m_format.places})};
  }

  // A percentage that was published as one is taken over as it stands, if it is of the base asked for.
  std::optional<Outcome> published_percentage(const Expression& part, const Expression& whole) {
    if (part.operation != Operation::count || whole.operation != Operation::count) return std::nullopt;
    const auto* published = std::get_if<tallies::Percentage>(&answer(part));
    if (published == nullptr) return std::nullopt;
    if (published->base && *published->base != key_of(whole.population, m_inputs.dimensions)) {
      return Missing{"x", "Published as a percentage of another base."};
    }
    // A percentage whose base its source does not state may stand only for "of all", and says so.
    if (!published->base && !whole.population.conditions().empty()) {
      return Missing{"x", "Published as a percentage whose base is not stated."};
    }
    base_not_stated = base_not_stated || !published->base;
    return Known{numbers::exact(published->percent), {}, published->percent.places, {}, {}};
  }

  Outcome percent_of(const Expression& expression) {
    if (const auto published = published_percentage(expression.operands[0], expression.operands[1]))
      return *published;
    if (is_statutory_proportion(expression)) return proportion(expression);
    const auto whole = count_sum(expression.operands[1], m_inputs);
    if (whole && m_answers.is_small_base(*whole)) {
      note_sources(expression);
      return withheld;
    }
    return quotient(expression, 100);
  }

  // A percentage that the law asks for is worked out from the counts as they are.
  Outcome proportion(const Expression& expression) {
    inputs.insert(expression.operands[0].population.input());
    const auto counted = [this](const Expression& count_of) {
      return outcome(m_answers.statutory_count(key_of(count_of.population, m_inputs.dimensions)));
    };
    return quotient(counted(expression.operands[0]), counted(expression.operands[1]), 100);
  }

  Outcome quotient(const Expression& expression, int times) {
    return quotient(value(expression.operands[0]), value(expression.operands[1]), times);
  }

  static Outcome quotient(const Outcome& first, const Outcome& second, int times) {
    if (const auto missing = worst({first, second})) return *missing;
    const auto& divisor = std::get<Known>(second);
    if (divisor.value == 0) return no_base;
    return Known{Exact(std::get<Known>(first).value * times / divisor.value)};
  }

  Outcome change(const Expression& expression) {
    const Outcome now = value(expression.operands[0]);
    const Outcome before = value(expression.operands[1]);
    if (const auto missing = worst({now, before})) return *missing;
    const int places = std::min(places_of(std::get<Known>(now)), places_of(std::get<Known>(before)));
    const auto printed = [places](const Outcome& value_of) {
      return numbers::exact(numbers::rounded(std::get<Known>(value_of).value, places));
    };
    return Known{Exact(printed(now) - printed(before)), {}, places, {}, {}};
  }

  Outcome sum(const Expression& expression) {
    // A sum of counts is a number of people as well, and protected as one: its counts need not be published.
    if (const auto people = count_sum(expression, m_inputs)) {
      note_sources(expression);
      return outcome(m_answers.count(*people));
    }
    std::vector<Outcome> values;
    for (const Expression& operand : expression.operands) values.push_back(value(operand));
    if (const auto missing = worst(values)) return *missing;
    Exact total = std::get<Known>(values.front()).value;
    for (std::size_t i = 1; i < values.size(); ++i) {
      const Exact& next = std::get<Known>(values[i]).value;
      total = expression.operation == Operation::sum ? Exact(total + next) : Exact(total - next);
    }
    return Known{total};
  }

  void note_sources(const Expression& expression) {
    if (expression.operation == Operation::count) inputs.insert(expression.population.input());
    if (!expression.input.empty()) inputs.insert(expression.input);
    if (expression.operation == Operation::cell) document_rows.emplace(expression.input, expression.row);
    for (const Expression& operand : expression.operands) note_sources(operand);
  }

  [[nodiscard]] int places_of(const Known& known) const {
    return std::min(m_format.places, known.most_places.value_or(m_format.places));
  }

  // What a result is when an operand is missing: withheld beats not available beats low beats not applicable.
  static std::optional<Missing> worst(const std::vector<Outcome>& operands) {
    std::optional<Missing> found;
    const auto rank = [](const Missing& missing) {
      return missing.code == "c" ? 3 : missing.code == "x" ? 2 : missing.code == "low" ? 1 : 0;
    };
    for (const Outcome& operand : operands) {
      const auto* missing = std::get_if<Missing>(&operand);
      if (missing != nullptr && (!found || rank(*missing) > rank(*found))) found = *missing;
    }
    return found;
  }

  const Inputs& m_inputs;
  const disclosure::ProtectedAnswers& m_answers;
  const Format& m_format;
  const nlohmann::json& m_settings;
};

}  // namespace

Evaluated Evaluator::evaluate(const Expression& expression, const Format& format,
                              const nlohmann::json& settings) const {
  Reading reading(m_inputs, m_answers, format, settings);
  Evaluated evaluated;
  evaluated.outcome = reading.value(expression);
  evaluated.places = format.places;
  evaluated.nought_is_an_answer =
      expression.operation == Operation::gap || expression.operation == Operation::change;
  if (const auto* known = std::get_if<Known>(&evaluated.outcome); known != nullptr && known->most_places) {
    evaluated.places = std::min(format.places, *known->most_places);
  }
  evaluated.lineage = in_words(expression);
  evaluated.inputs = std::move(reading.inputs);
  evaluated.rows = std::move(reading.document_rows);
  evaluated.base_not_stated = reading.base_not_stated;
  return evaluated;
}

}  // namespace eqr::measures
