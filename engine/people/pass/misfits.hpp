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

  // The mark and position of such a misfit. A column of names in place of codes fills the list: what comes
  // then counts as one more value.
  [[nodiscard]] Code code(Misfit misfit, std::string_view cell) {
    std::string key(1, static_cast<char>(misfit));
    if (misfit == Misfit::not_listed) key += text::normalised(cell);
    if (m_kinds.size() == most && !m_positions.contains(key)) key = {static_cast<char>(Misfit::not_listed)};
    const auto [known, is_new] = m_positions.try_emplace(std::move(key), m_kinds.size());
    if (is_new) {
      const bool with_value = misfit == Misfit::not_listed && m_kinds.size() < most;
      m_kinds.push_back({misfit, with_value ? std::string(text::trimmed(cell)) : std::string()});
    }
    return static_cast<Code>(misfit_mark | known->second);
  }
  [[nodiscard]] const Kind& kind(Code code) const { return m_kinds[code & code_part]; }

 private:
  static constexpr std::size_t most = code_part;

  std::vector<Kind> m_kinds;
  std::unordered_map<std::string, std::size_t> m_positions;
};

}  // namespace eqr::persons
