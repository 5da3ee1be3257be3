// What is wrong with one file, collected to be told at once, and bounded: a file with a million faulty lines
// has one cause, and twenty examples show it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "problems/problem.hpp"

namespace eqr::tabular {

class ProblemList {
 public:
  static constexpr std::size_t most = 20;

  explicit ProblemList(std::string file) : m_file(std::move(file)) {}

  void add(problems::Problem problem);
  void add(const std::vector<problems::Problem>& problems);
  [[nodiscard]] bool empty() const { return m_kept.empty(); }

  // The first twenty in the order they were added, then one that says how many were left out.
  [[nodiscard]] std::vector<problems::Problem> taken() const;

 private:
  std::string m_file;
  std::vector<problems::Problem> m_kept;
  std::size_t m_left_out = 0;
};

}  // namespace eqr::tabular
