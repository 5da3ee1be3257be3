// What a pass reads of each record and where it puts it: a codebook and the questions, brought down to
// positions in the file and in Rows. Made once, then shared by all threads.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "calendar/date.hpp"
#include "people/codebook.hpp"
#include "people/occasion.hpp"
#include "people/pass/cells.hpp"
#include "people/pass/dictionary.hpp"
#include "people/placing.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

// The questions of one occasion, by what they need.
struct Needs {
  std::set<std::pair<std::string, tallies::Snapshot>> characteristics;
  std::set<tallies::Amount> amounts;
  std::set<std::string> kept;  // characteristics that events will look up
  bool presence = false;       // of rows at both snapshots
};

// One column of codes in Rows.
struct CodeColumn {
  std::string heading;
  const Characteristic* characteristic = nullptr;  // none: the marks of full pay
  Finding finding = Finding::unknown_values;       // what a misfit of it is
  Code instead = 0;                                // what misfits are counted as
  bool of_last = false;                            // made for the snapshot before
  std::shared_ptr<const Placing> placing;          // of a characteristic that is read off cells
};

// Where a column of codes comes from. All columns of one field that holds dates are made of one reading.
struct CodedField {
  std::size_t field = 0;
  std::size_t column = 0;
};
struct DatedField {
  std::size_t field = 0;
  std::vector<std::size_t> columns;
};

// How the rate of pay is had. Positions of fields.
struct RateFields {
  std::optional<std::size_t> hourly;
  std::vector<std::size_t> ordinary, hours;
  std::optional<std::size_t> bonus_in_period;
};

struct Layout {
  const Codebook* codebook = nullptr;
  Occasion occasion;
  std::size_t width = 0;          // fields of a record
  std::optional<std::size_t> id;  // fields; none where an event needs none
  std::optional<std::size_t> start, leave, event_date, main_mark, main_hours, checked_hours, full_pay, bonus;
  RateFields rate;
  std::vector<CodedField> coded;
  std::vector<DatedField> dated;
  std::vector<std::size_t> exclusions;  // one for each of the codebook's
  std::vector<std::size_t> used;        // every field above but the identifier, ascending

  std::vector<CodeColumn> code_columns;
  std::size_t amount_columns = 0;
  std::map<std::pair<std::string, tallies::Snapshot>, std::size_t>
      column_of;                                               // the codes of a characteristic
  std::vector<std::pair<std::string, std::size_t>> looked_up;  // columns to be filled from another input
  std::vector<std::pair<std::string, std::size_t>> kept;       // columns that events of others look up
  std::optional<std::size_t> full_pay_column, full_pay_leaf_column, movement_column, bonus_column,
      presence_column;                                                      // of codes
  std::optional<std::size_t> rate_amount, bonus_amount, main_hours_amount;  // of amounts

  DayNumber this_day = 0;  // the snapshot
  DayNumber last_day = 0;  // the one before; nought when there is none
};

// Throws problems::Fault (nothing_written) naming every column that the extract lacks.
[[nodiscard]] Layout layout_of(const Codebook& codebook, const Occasion& occasion, const Needs& needs,
                               const std::vector<std::string>& header);

// The headings that messages may repeat: those that stand in the codebook.
[[nodiscard]] std::vector<std::string> headings_of(const Codebook& codebook);

}  // namespace eqr::persons
