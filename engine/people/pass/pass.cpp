#include "people/pass/pass.hpp"

#include <algorithm>
#include <istream>
#include <thread>
#include <utility>

#include "tabular/csv_record.hpp"
#include "tabular/headings.hpp"

namespace eqr::persons {
namespace {

using tabular::BlockEdges;
using tabular::Blocks;
using tabular::count_of;

}  // namespace

Pass::Worker::Worker(const Layout& layout, const TablePlan& plan, char separator)
    : blocks(separator, layout.width),
      reader(layout),
      rows(layout.code_columns.size(), layout.amount_columns),
      joined(layout.code_columns.size(), layout.amount_columns),
      counting(layout, plan) {}

Pass::Pass(const Layout& layout, const TablePlan& plan, const tabular::CsvStart& start,
           const KeptPeople* lookup)
    : m_layout(layout),
      m_plan(plan),
      m_start(start),
      m_lookup(lookup),
      m_enlisting(layout),
      m_line(start.body_line) {
  m_workers.push_back(std::make_unique<Worker>(layout, plan, start.dialect.separator));
}

void Pass::read(Blocks& blocks, std::size_t threads) {
  const std::string_view sample = blocks.start().substr(0, 65'536);
  // A guess, which many blank lines must not make too small.
  m_line_length = std::max(
      {sample.size() / std::max<std::size_t>(count_of(sample, '\n'), 1), m_layout.width, std::size_t{16}});
  // Which of a person's posts has the most hours is known at the end, in one worker's own codes.
  if (m_layout.main_hours) threads = 1;
  while (m_workers.size() < threads) {
    m_workers.push_back(std::make_unique<Worker>(m_layout, m_plan, m_start.dialect.separator));
  }
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < m_workers.size(); ++i) {
    others.emplace_back([this, &blocks, i] { work(*m_workers[i], blocks); });
  }
  work(*m_workers.front(), blocks);
  for (std::thread& other : others) other.join();
  m_turns.rethrow();

  Worker& worker = *m_workers.front();
  worker.rows.clear();
  const auto add = [&](const tabular::Records& records) { worker.reader.add(records, worker.rows); };
  const std::string last = m_carried;
  if (!worker.blocks.read_last(last, add).sound) throw Unsound{m_line, last + '\n'};
  finish_rows(worker, worker.rows);
}

void Pass::work(Worker& worker, Blocks& blocks) {
  try {
    Blocks::Block block;
    while (blocks.next(block) && read_block(worker, blocks, block)) {
    }
  } catch (...) {
    m_turns.fail(std::current_exception());
  }
}

// False when another thread has failed.
bool Pass::read_block(Worker& worker, Blocks& blocks, Blocks::Block& block) {
  worker.rows.clear();
  worker.joined.clear();
  worker.rows.expect(block.size / m_line_length * 11 / 10);
  const auto add = [&](const tabular::Records& records) { worker.reader.add(records, worker.rows); };
  BlockEdges edges;
  const bool holds_header = block.offset < m_start.body || block.offset == 0;
  if (holds_header) {
    const std::size_t skip = std::min<std::size_t>(block.size, m_start.body - block.offset);
    edges = worker.blocks.read_behind({}, skip, blocks, block, add);
  } else {
    edges = worker.blocks.read(blocks, block, add);
  }
  look_up(worker.rows);
  if (!m_turns.wait_for(block.number)) return false;
  join(worker, blocks, block, std::move(edges));
  m_turns.done();
  worker.counting.count(worker.joined, worker.reader);
  worker.counting.count(worker.rows, worker.reader);
  return true;
}

// In turn: what was left over before the block and the block's first bytes become records.
void Pass::join(Worker& worker, Blocks& blocks, Blocks::Block& block, BlockEdges edges) {
  if (!edges.has_line_feed) {
    m_carried += edges.head;
    if (m_carried.size() > tabular::longest_record) give_up(blocks, block);
    return;
  }
  const auto add_joined = [&](const tabular::Records& records) { worker.reader.add(records, worker.joined); };
  const std::string joined = m_carried + edges.head;
  if (count_of(joined, '"') % 2 == 0) {
    if (!worker.blocks.read(std::string_view(joined), add_joined).sound || !edges.sound)
      give_up(blocks, block);
    look_up(worker.joined);
    m_enlisting.enlist(worker.joined, m_line, worker.counting);
    m_line += count_of(m_carried, '\n');
  } else {
    // The block began inside quotation marks: what was read of it is not so.
    worker.rows.clear();
    const auto add = [&](const tabular::Records& records) { worker.reader.add(records, worker.rows); };
    edges = worker.blocks.read_behind(m_carried, 0, blocks, block, add);
    if (!edges.sound) give_up(blocks, block);
    look_up(worker.rows);
  }
  // The first block tells how many rows the file is going to have.
  if (block.number == 0 && blocks.size() > block.size) {
    const std::uint64_t rows = worker.rows.size() * (blocks.size() / block.size + 1);
    m_enlisting.expect(static_cast<std::size_t>(std::min(rows, blocks.size() / m_line_length * 2)));
  }
  m_enlisting.enlist(worker.rows, m_line, worker.counting);
  m_line += edges.line_feeds;
  m_carried = std::move(edges.tail);
}

void Pass::give_up(Blocks& blocks, Blocks::Block& block) {
  const std::size_t skip = block.offset < m_start.body ? m_start.body - block.offset : 0;
  std::string text(block.size, '\0');
  blocks.read(block, 0, text.data(), block.size);
  throw Unsound{m_line, m_carried + text.substr(std::min(skip, text.size()))};
}

void Pass::finish_rows(Worker& worker, Rows& rows) {
  look_up(rows);
  m_enlisting.enlist(rows, m_line, worker.counting);
  worker.counting.count(rows, worker.reader);
  rows.clear();
}

void Pass::look_up(Rows& rows) const {
  if (m_layout.looked_up.empty()) return;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const IdSet::Person* person =
        m_lookup == nullptr ? nullptr : m_lookup->find({rows.id_low[row], rows.id_high[row]});
    if (person == nullptr) rows.marks[row] |= unknown_person;
    for (const auto& [characteristic, column] : m_layout.looked_up) {
      const std::vector<Code>* codes = m_lookup == nullptr ? nullptr : m_lookup->codes(characteristic);
      rows.codes(column)[row] = person == nullptr || codes == nullptr ? m_layout.code_columns[column].instead
                                                                      : (*codes)[person->place - 1];
    }
  }
}

void Pass::read_slowly(std::istream& bytes, const std::vector<std::string>& expected) {
  tabular::RecordReader records(bytes, m_layout.occasion.file, m_start.dialect);
  static_cast<void>(records.start());
  tabular::Record record;
  static_cast<void>(records.read(record));  // the header
  records.set_width(m_layout.width);
  records.set_names(tabular::names_for_messages(m_start.header, expected));
  Worker& worker = *m_workers.front();
  const char separator = m_start.dialect.separator;
  while (records.read(record)) {
    if (!records.faults().empty()) {
      worker.counting.fatal().add_broken(records.faults());
      continue;
    }
    std::string line;
    for (const std::string& field : record.fields) {
      line += line.empty() ? "\"" : std::string(1, separator) + '"';
      for (const char c : field) line += c == '"' ? "\"\"" : std::string(1, c);
      line += '"';
    }
    line += '\n';
    m_line = record.line;
    const auto add = [&](const tabular::Records& one) { worker.reader.add(one, worker.rows); };
    worker.rows.clear();
    static_cast<void>(worker.blocks.read(std::string_view(line), add));
    finish_rows(worker, worker.rows);
  }
}

const Counting& Pass::finish() {
  Worker& first = *m_workers.front();
  if (Rows* rest = m_enlisting.finish(first.counting)) first.counting.count(*rest, first.reader);
  for (std::size_t i = 1; i < m_workers.size(); ++i) first.counting.add(std::move(m_workers[i]->counting));
  Counting& counting = first.counting;
  std::vector<problems::Problem> told = counting.fatal().problems();
  const auto& last = counting.last_problems();
  told.insert(told.end(), last.begin(), last.end());
  const Findings& findings = counting.findings();
  const std::string& file = m_layout.occasion.file;
  const bool events = m_layout.occasion.rows == RowsAre::events;
  if (told.empty() && findings.rows == 0 && !events) {
    told.push_back({{file, 0, 0, {}}, "the extract holds no people", "export it again"});
  } else if (told.empty() && findings.counted == 0 && !events) {
    told.push_back(
        {{file, 0, 0, {}},
         "nobody is left to count: " + std::to_string(findings.not_in_post) + " of " +
             std::to_string(findings.rows) + " rows are not in post on " +
             calendar::long_text(m_layout.occasion.snapshot_date) +
             (findings.in_post() > 0 ? ", and the others are excluded" : ""),
         "check the snapshot date of the run file, and [in_post] and [[exclude]] of the codebook " +
             m_layout.codebook->file});
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(told));
  return counting;
}

bool Pass::converted() const {
  return std::ranges::any_of(m_workers, [](const auto& worker) { return worker->reader.converted(); });
}

}  // namespace eqr::persons
