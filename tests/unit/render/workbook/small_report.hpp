// A report of an invented council, small enough to check by eye: two tables, five figures, two notes.
#pragma once

#include "report/model/report.hpp"

namespace eqr::render {

[[nodiscard]] report::Report small_report();

}  // namespace eqr::render
