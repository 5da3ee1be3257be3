// The section of shares over the years: those of earlier reports, and this one's.
//
// Table `history`: a row for each snapshot, the earliest first, and a column `<characteristic>-<group>` for
// each group of the document: percent of all staff. Earlier years are as they were published; those that
// records answer for, this year and last, are worked out from them, so that they are the same as in the
// profile. Chart `history-chart`, of lines, where there are more than three years and up to four groups; of
// more groups a chart `history-<characteristic>-chart` for each characteristic of up to four.
#pragma once

#include "eqr/theme.hpp"
#include "shares.hpp"

namespace eqr::workforce {

// Throws ThemeFault, naming the row, for a date that is none or after the snapshot, a group that the codebook
// lacks, a share given twice, and a share of an earlier year that is not given.
void add_history(const Staff& staff, const Document& history, Draft& draft);

}  // namespace eqr::workforce
