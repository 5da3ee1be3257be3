// What is wrong in the rows of an extract, gathered by column and kind: a fault of a thousand rows is one
// problem that names the first few lines. No value is kept here except one that many people share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "problems/problem.hpp"
#include "tabular/problem_list.hpp"

namespace eqr::persons {

// How many rows, and which come first.
struct SomeRows {
  static constexpr std::size_t most_lines = 5;

  std::uint64_t count = 0;
  std::vector<std::size_t> lines;  // the first five

  void add(std::size_t line);
  void add(const SomeRows& others);
  // Nothing for one row; " (12 rows: lines 3, 4, 7, 9, 15 and others)".
  [[nodiscard]] std::string in_words() const;
};

class RowFaults {
 public:
  explicit RowFaults(const std::string& file) : m_file(file), m_broken(file) {}

  void add(std::string_view heading, std::string_view message, std::string_view hint, std::size_t line);
  // A value that the codebook does not list. It is named once ten people share it, and then only if it is
  // short and plain.
  void add_unlisted(const std::string& heading, std::string_view hint, std::string_view value,
                    std::size_t line);
  void add(problems::Problem problem);
  // What another thread found in other rows of the same file.
  void add(const RowFaults& other);
  // SomeRows that cannot be read at all.
  void add_broken(const std::vector<problems::Problem>& problems);

  // The same without lines and values: how many rows have which fault.
  struct Summary {
    std::string heading, message, hint;
    std::uint64_t rows = 0;
    bool operator==(const Summary&) const = default;
  };
  [[nodiscard]] std::vector<Summary> summaries() const;

  // Broken rows first, then the others in the order of the file.
  [[nodiscard]] std::vector<problems::Problem> problems() const;

 private:
  struct Fault {
    std::string hint;
    SomeRows rows;
  };
  struct Unlisted {
    std::string hint;
    struct Value {
      std::string shown;
      SomeRows rows;
    };
    std::map<std::string, Value> values;  // by normalised value
  };
  [[nodiscard]] std::vector<problems::Problem> problems_of(const std::string& heading,
                                                           const Unlisted& unlisted) const;

  std::string m_file;
  std::map<std::pair<std::string, std::string>, Fault, std::less<>> m_faults;  // by heading and message
  std::map<std::string, Unlisted> m_unlisted;                                  // by heading
  std::vector<problems::Problem> m_problems;
  tabular::ProblemList m_broken;
};

}  // namespace eqr::persons
