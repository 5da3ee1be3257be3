// Which extract is read, and for what.
#pragma once

#include <optional>
#include <string>

#include "calendar/date.hpp"
#include "tallies/key.hpp"

namespace eqr::persons {

// What an extract holds a row for.
enum class RowsAre { people, posts, events };

// Which extract this is, and which questions it is to answer.
struct Occasion {
  std::string input;  // the input's name in keys
  tallies::Snapshot snapshot = tallies::Snapshot::this_year;
  calendar::Date snapshot_date;
  std::string file;                           // the name used in messages
  std::optional<calendar::Date> before = {};  // the snapshot before: the period begins on the day after
  bool answers_before = false;                // also questions about that snapshot, from dates
  RowsAre rows = RowsAre::people;
  bool once_each = false;  // events: a person with several counts once, by the first
};

}  // namespace eqr::persons
