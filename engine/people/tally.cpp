#include "people/tally.hpp"

#include <memory>
#include <sstream>
#include <utility>

#include "people/pass/pass.hpp"
#include "people/pass/plan.hpp"
#include "tabular/csv_start.hpp"

namespace eqr::persons {
namespace {

using tallies::Key;

// The text that a pass could not read, with words for why.
[[noreturn]] void refuse(const Unsound& unsound, const tabular::CsvStart& start, const std::string& file,
                         const std::vector<std::string>& headings) {
  // The block may end inside a record, of which nothing can be said.
  std::istringstream text(unsound.text.substr(0, unsound.text.rfind('\n') + 1));
  auto told = tabular::record_problems(text, start, static_cast<std::size_t>(unsound.line), file, headings);
  if (told.empty()) {
    told.push_back({{file, static_cast<std::size_t>(unsound.line), 0, {}},
                    "a record begins here that cannot be read to its end",
                    "look for a quotation mark that is not closed"});
  }
  throw problems::Fault(problems::Cost::nothing_written, std::move(told));
}

}  // namespace

std::uint64_t Findings::in_post() const {
  std::uint64_t people = counted;
  for (const auto& [reason, count] : excluded) people += count;
  return people;
}

Answered answer(const Codebook& codebook, const Occasion& occasion, tabular::Blocks& blocks,
                const tallies::Questions& questions, const Reading& reading) {
  Answered answered;
  const tabular::CsvStart start = tabular::read_csv_start(blocks.start(), occasion.file);
  const TablePlan plan = plan_tables(codebook, occasion, questions, reading.keep, answered.answers);
  const Layout layout = layout_of(codebook, occasion, plan.needs, start.header);
  const std::vector<std::string> headings = headings_of(codebook);

  auto pass = std::make_unique<Pass>(layout, plan, start, reading.lookup);
  try {
    pass->read(blocks, reading.threads);
  } catch (const Unsound& unsound) {
    const auto again = blocks.again();
    if (!again) refuse(unsound, start, occasion.file, headings);
    pass = std::make_unique<Pass>(layout, plan, start, reading.lookup);
    pass->read_slowly(*again, headings);
  }
  const Counting& counting = pass->finish();

  for (const auto& [key, table] : plan.counts) {
    const std::uint64_t people = counting.people(table, admitted_by(key, plan.tables[table], codebook));
    answered.answers.counts.emplace(key, tallies::Count{people});
  }
  for (const auto& [amount, keys] : plan.amounts) {
    for (const auto& [key, table] : keys) {
      answered.answers.amounts[amount].emplace(
          key, counting.amounts(table, admitted_by(key, plan.tables[table], codebook)));
    }
  }
  answered.findings = counting.findings();
  answered.findings.treated = counting.treated().problems();
  answered.findings.treated_rows = counting.treated().summaries();
  if (pass->converted())
    answered.findings.notes.emplace_back("text that is not UTF-8 was read as Windows-1252");
  if (start.dialect.separator == ';')
    answered.findings.notes.emplace_back("fields are separated by semicolons");
  if (start.dialect.separator == '\t') answered.findings.notes.emplace_back("fields are separated by tabs");
  answered.kept = pass->take_kept();
  return answered;
}

}  // namespace eqr::persons
