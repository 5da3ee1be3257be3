// The rules of a codebook that bring characteristics of their own: pay and the dates of being in post. Only
// codebook_file.cpp calls this.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "people/codebook.hpp"
#include "people/codebook_written.hpp"
#include "problems/problem.hpp"

namespace eqr::persons {

// [pay] as it can be used; what keeps it from that is added to `problems`.
[[nodiscard]] std::optional<Pay> pay(const WrittenPay& written, const Codebook& book,
                                     std::vector<problems::Problem>& problems);

// `movement`, `full-pay` and `bonus`, where the rules of the book allow them and the book has none of its
// own.
void add_derived(Codebook& book);

[[nodiscard]] std::set<std::string> normalised_set(const std::vector<WrittenText>& values);

}  // namespace eqr::persons
