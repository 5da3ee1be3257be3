// How the counts of people in documents hang together, beyond what a table of the report adds up itself.
//
// Nothing but its shape says what a document's rows count. So a theme declares which column names the
// breakdown (Role::breakdowns): then the rows of each breakdown come to the same number of people, and one
// breakdown that is published whole tells the total of the others. Rows of a register are known one by one:
// those counted and the rest are all of them.
#pragma once

#include "measures/statement.hpp"

namespace eqr::measures {

// Adds what the columns of a table divide a register into: rows, each counted once.
void show_divisions(const Table& table, const Inputs& inputs, Asked& asked);

// Once all statements have asked: adds what the breakdowns of tables have in common, with the counts of rows
// that no theme shows, and what rows of registers leave of all.
void relate_documents(const Inputs& inputs, Asked& asked);

}  // namespace eqr::measures
