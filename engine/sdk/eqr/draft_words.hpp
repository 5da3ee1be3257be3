// The words that stand for units, operations and kinds of chart in a draft's JSON.
#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "eqr/draft.hpp"

namespace eqr::detail {

using Json = nlohmann::json;

template <typename Enum>
struct Word {
  std::string_view word;
  Enum value;
};

inline constexpr std::array<Word<Unit>, 7> unit_words = {{{"people", Unit::people},
                                                          {"things", Unit::things},
                                                          {"percent", Unit::percent},
                                                          {"percentage-points", Unit::percentage_points},
                                                          {"ratio", Unit::ratio},
                                                          {"pounds", Unit::pounds},
                                                          {"number", Unit::number}}};

inline constexpr std::array<Word<Operation>, 18> operation_words = {
    {{"count", Operation::count},
     {"cell", Operation::cell},
     {"rows", Operation::rows},
     {"setting", Operation::setting},
     {"mean-pay", Operation::mean_pay},
     {"median-pay", Operation::median_pay},
     {"mean-bonus", Operation::mean_bonus},
     {"median-bonus", Operation::median_bonus},
     {"pay-quarter", Operation::pay_quarter},
     {"sum", Operation::sum},
     {"difference", Operation::difference},
     {"percent-of", Operation::percent_of},
     {"change", Operation::change},
     {"ratio", Operation::ratio},
     {"per-100", Operation::per_100},
     {"gap", Operation::gap},
     {"likelihood-low", Operation::likelihood_low},
     {"likelihood-high", Operation::likelihood_high}}};

// How many operands an operation over operands has; 0 stands for one or more.
[[nodiscard]] constexpr std::size_t operand_count(Operation operation) {
  if (operation == Operation::sum) return 0;
  const bool of_four = operation == Operation::likelihood_low || operation == Operation::likelihood_high;
  return of_four ? 4 : 2;
}

inline constexpr std::array<Word<Chart::Kind>, 5> chart_words = {{{"bars", Chart::Kind::bars},
                                                                  {"grouped-bars", Chart::Kind::grouped_bars},
                                                                  {"stacked-bars", Chart::Kind::stacked_bars},
                                                                  {"line", Chart::Kind::line},
                                                                  {"dot-range", Chart::Kind::dot_range}}};

template <typename Enum, std::size_t size>
[[nodiscard]] std::string word_of(const std::array<Word<Enum>, size>& words, Enum value) {
  for (const auto& entry : words) {
    if (entry.value == value) return std::string(entry.word);
  }
  throw std::logic_error("a value without a word");
}

}  // namespace eqr::detail
