// A codebook as it is written: each part with its place in the file, nothing merged and nothing resolved.
// Only codebook_file.cpp and codebook_written.cpp know this form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "numbers/exact.hpp"
#include "problems/problem.hpp"

namespace eqr::persons {

struct WrittenText {
  std::string value;
  problems::Place place;
};

struct WrittenGroup {
  WrittenText id;
  std::string label;
  std::vector<WrittenText> values;
  std::optional<int> from, to;  // of a band
};

struct WrittenAggregate {
  WrittenText id;
  std::string label;
  std::vector<WrittenText> of;
};

struct WrittenCharacteristic {
  WrittenText id;
  std::optional<WrittenText> title, column, born, since, within_period;
  std::optional<bool> fixed;
  bool looked_up = false;
  std::optional<std::vector<WrittenGroup>> groups, bands, undeclared;
  std::optional<std::vector<WrittenAggregate>> aggregates;
  std::vector<std::pair<WrittenText, std::vector<WrittenText>>> values;  // added, by group id
};

struct WrittenColumnValues {
  WrittenText column;
  std::vector<WrittenText> values;
};

struct WrittenPay {
  problems::Place place;
  std::optional<WrittenText> hourly, bonus, bonus_in_period, period;
  std::vector<WrittenText> ordinary, hours;
  std::optional<std::int64_t> bonus_days;
  std::optional<WrittenColumnValues> full_pay;
  std::vector<WrittenText> full_pay_no;  // empty: N and No
};

struct WrittenInPost {
  WrittenText start;
  std::optional<WrittenText> leave;
};

struct WrittenMainPost {
  WrittenText column;
  std::vector<WrittenText> values;  // empty: the column holds hours
};

struct WrittenHours {
  WrittenText column;
  numbers::Decimal most;
};

struct WrittenFinding {
  WrittenText name, treatment;
};

struct WrittenExclusion {
  WrittenColumnValues which;
  std::string reason;
};

struct WrittenBook {
  std::string file;
  bool readable = true;              // false: not TOML, nothing else here is of use
  std::vector<WrittenText> extends;  // shipped books, later ones over earlier ones
  std::optional<WrittenText> id, dated;
  std::optional<WrittenMainPost> main_post;
  std::optional<WrittenHours> hours;
  std::vector<WrittenFinding> findings;
  std::vector<WrittenCharacteristic> characteristics;  // in the order written
  std::optional<WrittenPay> pay;
  std::optional<WrittenInPost> in_post;
  std::optional<std::vector<WrittenExclusion>> exclusions;
};

// Adds to `problems` what is wrong with syntax, keys and types of value; the book then lacks those parts.
[[nodiscard]] WrittenBook read_written(std::string_view toml, const std::string& file,
                                       std::vector<problems::Problem>& problems);

}  // namespace eqr::persons
