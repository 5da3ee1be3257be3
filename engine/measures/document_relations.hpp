// How the counts of people in documents hang together, beyond what a table of the report adds up itself.
//
// Nothing but its shape says what a document's rows count. So a theme declares which column names the
// breakdown (Role::breakdowns): then the rows of each breakdown come to the same number of people, and one
// breakdown that is published whole tells the total of the others. It declares which figures are some of
// others (Role::parts). Rows of a register are known one by one: where a column or a row of a table counts
// some, others, and all of them, these add up.
#pragma once

#include "measures/statement.hpp"

namespace eqr::measures {

// Notes what the columns and rows of a table divide registers into.
void note_divisions(const Table& table, const Inputs& inputs, Asked& asked);

// Once all statements have asked: adds what the breakdowns of tables have in common, with the counts of rows
// that no theme shows and those that the supplier withheld; and how numbers of rows of registers add up.
void relate_documents(const Inputs& inputs, Asked& asked);

}  // namespace eqr::measures
