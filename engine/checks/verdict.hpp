// What a check of a file against a list of rules comes to, for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace eqr::checks {

// What a standard or its guidance calls essential fails; what it recommends is a warning.
enum class Level { warning, fail };

struct Finding {
  std::vector<std::pair<std::string, std::string>> place;  // by name, for programs: "sheet", "cell", "page"
  std::string where;                                       // the same for people: "Workforce!B7"
  std::string message;                                     // what is wrong, without a full stop
};

struct Verdict {
  std::string_view rule;  // its id
  Level level = Level::fail;
  std::string_view what;    // has to be so
  std::string_view remedy;  // how to make it so
  std::string_view guidance;
  std::vector<Finding> findings;  // empty: it is kept

  [[nodiscard]] bool is_kept() const { return findings.empty(); }
};
using Verdicts = std::vector<Verdict>;

[[nodiscard]] bool has_failures(const Verdicts& verdicts);

// A line for each rule, PASS, WARNING or FAIL; below it where it is not kept, and how to mend it.
[[nodiscard]] std::string in_words(const Verdicts& verdicts);

// `format` names the shape and its version: "eqr.workbook-check/1".
[[nodiscard]] std::string in_json(const Verdicts& verdicts, std::string_view format, const std::string& file,
                                  std::string_view guidance);

// "38 of 40 rules kept, 1 warning, 1 failure"
[[nodiscard]] std::string summary(const Verdicts& verdicts);

}  // namespace eqr::checks
