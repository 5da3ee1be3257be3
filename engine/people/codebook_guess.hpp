// Which column of an extract looks like what: by its values first, and by its heading where values cannot
// tell (a disability and a caring responsibility are both Y and N).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "people/codebook.hpp"
#include "people/column_sketch.hpp"

namespace eqr::persons {

struct SketchedColumn {
  std::string heading;
  ColumnSketch sketch;
};

// Positions of columns. No column is guessed twice.
struct Guess {
  std::optional<std::size_t> id, born, start, leave, hourly, full_pay, grade;
  std::map<std::string, std::size_t> characteristics;  // by id of the shipped codebook
};

// `shipped` gives the characteristics and the values that are known. The same columns give the same guess.
[[nodiscard]] Guess guess_columns(const std::vector<SketchedColumn>& columns, const Codebook& shipped);

// Whether the headings are a record: a date, a number, an address, or in two columns a value of the column
// itself. Such a file has no row of headings, and nothing of that row may be told.
[[nodiscard]] bool looks_like_a_record(const std::vector<SketchedColumn>& columns);

// Whether any heading is one of those that are looked for. Where none is, nobody can be sure that they are
// headings.
[[nodiscard]] bool has_known_heading(const std::vector<SketchedColumn>& columns);

// Yes and no as systems write them, normalised.
[[nodiscard]] bool means_yes(const std::string& normalised);
[[nodiscard]] bool means_no(const std::string& normalised);

}  // namespace eqr::persons
