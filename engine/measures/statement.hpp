// From what a theme wrote to what can be asked and evaluated.
//
// A draft has patterns (rows for each group); a statement has none: every expression in it is closed, every
// row is there. Statements are made before any person's record is read.
#pragma once

#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "eqr/draft.hpp"
#include "eqr/theme.hpp"
#include "tallies/answers.hpp"
#include "tallies/dimensions.hpp"
#include "tallies/relations.hpp"
#include "tallies/shown.hpp"

namespace eqr::measures {

// A document as measures sees it.
struct DocumentInput {
  Document document;
  // One of its rows is one person (a register of cases), so that a number of rows is a count of people.
  bool rows_are_people = false;
  // The column that names the breakdown a row belongs to: the rows of each breakdown divide the same people.
  // Empty for none.
  std::string breakdowns = {};
  // Of a table of figures: which numbers of people (by id) are some of others.
  std::map<std::string, std::vector<std::string>> parts = {};
  // What the run file calls it. Themes that declare other columns for one input see other documents, and
  // what they count in it is the same all the same. Empty: the document's own name.
  std::string input = {};

  [[nodiscard]] const std::string& name() const { return input.empty() ? document.input() : input; }
};

// What expressions may refer to, by the run file's names of the inputs.
struct Inputs {
  std::map<std::string, PeopleInput> people;
  tallies::Dimensions dimensions;
  std::map<std::string, DocumentInput> documents;
};

// A theme's draft with its patterns written out. `settings` are the theme's own.
struct Statement {
  std::string theme;
  nlohmann::json settings = nlohmann::json::object();
  Draft draft;  // no row has `each`, no condition is `of_row`, no cell is a RowLabel
};

// Writes out each() rows. The draft must have been checked against the inputs.
[[nodiscard]] Statement written_out(std::string theme, nlohmann::json settings, const Draft& draft,
                                    const Inputs& inputs);

// The key of a population. Throws std::out_of_range for a column the input does not have.
[[nodiscard]] tallies::Key key_of(const Population& who, const tallies::Dimensions& dimensions);

// Numbers of rows of a register that a line of a table divides: each row is counted in one of the parts.
struct RegisterDivision {
  std::string input;
  std::set<std::size_t> rows;
  std::vector<tallies::Key> parts;
};

// Everything a set of statements asks.
struct Asked {
  tallies::Questions questions;      // of people and counted inputs
  tallies::Answers document_counts;  // counts of people that stand in documents, with their true values
  tallies::Shown shown;              // what the statements would print of people
  tallies::Web web;                  // how the counts hang together; see tie_together()
  std::vector<RegisterDivision> divisions;
  // Cells of documents that their supplier withheld: [c] in place of a count of people.
  std::set<tallies::Key> withheld_by_supplier;
  // Whose pay no statement asks for, and stands between means that are shown: the men's, between that of all
  // and the women's.
  std::map<tallies::Amount, std::set<tallies::Key>> pay_between;
  // Keys of distributions, and of counts, that stand behind measures published by law.
  std::set<tallies::Key> statutory_pay;
  std::set<tallies::Key> statutory_counts;
  std::set<tallies::Key> told_by_law;  // those of the counts that are parts of such a measure's whole
};
void ask(const Statement& statement, const Inputs& inputs, Asked& asked);

// Once all statements have asked: works out how their counts hang together, and asks for the counts in
// between that protection needs.
void tie_together(const Inputs& inputs, Asked& asked);

// The key of a count of people that stands in a document: of Operation::cell, or of Operation::rows where
// rows are people.
[[nodiscard]] tallies::Key document_key(const Expression& counted, const Inputs& inputs);

// The two keys behind a share of a pay quarter: the people of its groups, and the others it is among.
struct QuarterKeys {
  tallies::Key groups;
  tallies::Key others;
};
[[nodiscard]] QuarterKeys quarter_keys(const Expression& quarter, const tallies::Dimensions& dimensions);

// What mean_pay, median_pay, mean_bonus and median_bonus are averages of.
[[nodiscard]] tallies::Amount amount_of(Operation average);

}  // namespace eqr::measures
