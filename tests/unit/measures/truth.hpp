// For tests of measures: invented staff whose true counts and amounts a test states, and what is printed of
// them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "eqr/measures.hpp"
#include "measures/evaluate.hpp"

namespace eqr::measures::tests {

using disclosure::Policy;
using tallies::Amount;
using tallies::Answers;
using tallies::Count;
using tallies::Distribution;
using tallies::Key;
using tallies::Percentage;
using tallies::Unavailable;

// Staff by sex and ethnicity, and a table of figures.
inline Inputs some_inputs() {
  Inputs inputs;
  inputs.people["staff"] = PeopleInput{};
  inputs.dimensions["staff"]["sex"] = {{"female", "male", "not-stated"}, {}};
  inputs.dimensions["staff"]["bonus"] = {{"received", "not-received"}, {}};
  inputs.dimensions["staff"]["movement"] = {
      {"stayed", "started", "left", "started-and-left"}, {}, {"stayed", "started"}};
  inputs.dimensions["staff"]["apprentice"] = {{"apprentice", "not-apprentice"}, {}};
  inputs.dimensions["staff"]["apprentice-start"] = {{"in-period", "before", "none"}, {}};
  inputs.dimensions["staff"]["ethnicity"] = {{"white", "asian", "black", "not-stated"},
                                             {{"minority", {"asian", "black"}}}};
  const std::vector<DocumentColumn> columns = {
      {"id", false, Counts::people},     {"label", false, Counts::people},
      {"value", true, Counts::people},   {"unit", false, Counts::people},
      {"counts", false, Counts::people}, {"qualifier", false, Counts::people},
      {"status", false, Counts::people}};
  inputs.documents["figures"] = {
      Document("figures", columns,
               {{"panel", "Panel", "500", "people", "people", "about", ""},
                {"hubs", "Hubs", "3", "things", "things", "", ""},
                {"cases", "Cases", "3", "people", "people", "", ""},
                {"aim", "Aim", "5 to 6", "things", "things", "", "target"},
                {"later", "Later", "", "people", "people", "", ""},
                {"level", "Level", "13.60", "percent", "things", "", "provisional"}}),
      false};
  return inputs;
}

// Evaluates one expression after asking it, with these counts as the truth.
class Truth {
 public:
  Truth& people(std::uint64_t number, Population who) {
    m_answers.counts[key_of(who, m_inputs.dimensions)] = Count{number};
    return *this;
  }
  Truth& answer(tallies::Answer answer, Population who) {
    m_answers.counts[key_of(who, m_inputs.dimensions)] = std::move(answer);
    return *this;
  }

  // The figures of these inputs are public already.
  Truth& published(std::set<std::string> inputs) {
    m_published = std::move(inputs);
    return *this;
  }

  // Amounts are in pounds.
  Truth& paid(Amount amount, Population who,
              const std::vector<std::pair<std::int64_t, std::uint64_t>>& pounds) {
    Distribution distribution;
    for (const auto& [each, people] : pounds) distribution.emplace_back(each * 10'000, people);
    m_answers.amounts[amount][key_of(who, m_inputs.dimensions)] = std::move(distribution);
    return *this;
  }

  [[nodiscard]] Evaluated of(const Expression& expression, Format format = one_place_percent) {
    Statement statement{"theme", nlohmann::json{{"target", 3}, {"share", 2.3}}, {}};
    statement.draft.figures.push_back({"f", "F", expression, std::nullopt, format, ""});
    Asked asked;
    ask(statement, m_inputs, asked);
    tie_together(m_inputs, asked);
    Answers all = m_answers;
    for (const Key& key : asked.questions.counts) all.counts.try_emplace(key, Count{0});
    for (const auto& [amount, keys] : asked.questions.amounts) {
      for (const Key& key : keys) all.amounts[amount].try_emplace(key, Distribution{});
    }
    all.add(asked.document_counts);
    const auto safe =
        disclosure::protect({std::move(all),
                             asked.shown,
                             asked.web,
                             m_inputs.dimensions,
                             {asked.statutory_pay, m_published, asked.statutory_counts, asked.told_by_law},
                             {},
                             asked.withheld_by_supplier, asked.pay_between},
                            m_policy);
    return Evaluator(m_inputs, safe.answers).evaluate(expression, format, statement.settings);
  }

  // The printed digits, or the shorthand.
  [[nodiscard]] std::string printed(const Expression& expression, Format format = one_place_percent) {
    const Evaluated evaluated = of(expression, format);
    if (const auto* missing = std::get_if<Missing>(&evaluated.outcome)) return "[" + missing->code + "]";
    return numbers::to_text(numbers::rounded(std::get<Known>(evaluated.outcome).value, evaluated.places));
  }

  Truth& under(Policy policy) {
    m_policy = std::move(policy);
    return *this;
  }

 private:
  Policy m_policy;  // counts of 1 to 9, and pay of fewer than ten people, are withheld
  Inputs m_inputs = some_inputs();
  std::set<std::string> m_published;
  Answers m_answers;
};

inline const Population staff = people("staff");
inline const Population minority = staff.where("ethnicity", {"minority"});

}  // namespace eqr::measures::tests
