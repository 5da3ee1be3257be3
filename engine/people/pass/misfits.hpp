// Cells that have no code: their values and why. A thread's own; a code names its misfit by position.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/pass/dictionary.hpp"
#include "people/placing.hpp"
#include "text/words.hpp"

namespace eqr::persons {

class Misfits {
 public:
  struct Kind {
    Misfit misfit = Misfit::not_listed;
    std::string value;  // trimmed; of values that are not listed only
  };

  // The mark and position of such a misfit. Long values, and what comes when a column of names in place of
  // codes has filled the list, count as one more value, which is never named.
  [[nodiscard]] Code code(Misfit misfit, std::string_view cell) {
    std::string key(1, static_cast<char>(misfit));
    const bool is_unlisted = misfit == Misfit::not_listed;
    if (is_unlisted && cell.size() > longest) return static_cast<Code>(misfit_mark | others);
    if (is_unlisted) key += text::normalised(cell);
    const auto known = m_positions.find(key);
    if (known != m_positions.end()) return static_cast<Code>(misfit_mark | known->second);
    if (m_kinds.size() == others) return static_cast<Code>(misfit_mark | others);
    m_positions.emplace(std::move(key), m_kinds.size());
    m_kinds.push_back({misfit, is_unlisted ? std::string(text::trimmed(cell)) : std::string()});
    return static_cast<Code>(misfit_mark | (m_kinds.size() - 1));
  }
  [[nodiscard]] const Kind& kind(Code code) const {
    static const Kind other;
    const std::size_t position = code & code_part;
    return position == others ? other : m_kinds[position];
  }

 private:
  static constexpr std::size_t others = code_part;  // the last position
  static constexpr std::size_t longest = 200;       // bytes of a value that is kept

  std::vector<Kind> m_kinds;
  std::unordered_map<std::string, std::size_t> m_positions;
};

}  // namespace eqr::persons
