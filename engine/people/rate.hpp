// Hourly rates of pay, exact to a hundredth of a penny: no binary fraction comes between a payroll and a
// median.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

namespace eqr::persons {

// The rate that a trimmed cell holds ("12.5", "£1,012.5034"), in ten-thousandths of a pound, above nought and
// at most a million pounds; or what is wrong with it, for a message.
[[nodiscard]] std::variant<std::int64_t, std::string_view> rate_of(std::string_view cell);

}  // namespace eqr::persons
