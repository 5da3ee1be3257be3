// A pass over an extract: workers that read and count blocks, and what they do in turn.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "people/kept_people.hpp"
#include "people/pass/counting.hpp"
#include "people/pass/enlisting.hpp"
#include "people/pass/layout.hpp"
#include "people/pass/row_reader.hpp"
#include "people/pass/turns.hpp"
#include "tabular/csv_blocks.hpp"
#include "tabular/csv_start.hpp"

namespace eqr::persons {

// The text is no sound CSV from here on. What is wrong is for RecordReader to say.
struct Unsound {
  std::uint64_t line;  // in which the text begins
  std::string text;    // from the start of a record to the end of its block or of the file
};

class Pass {
 public:
  // All but `start` must outlive the pass.
  Pass(const Layout& layout, const TablePlan& plan, const tabular::CsvStart& start, const KeptPeople* lookup);

  // Reads all blocks, with so many threads. Throws Unsound, and what the blocks throw.
  void read(tabular::Blocks& blocks, std::size_t threads);
  // Reads records one after another, passing over those that cannot be read: they are told. For a file that
  // read() found to be unsound, by a fresh pass.
  void read_slowly(std::istream& bytes, const std::vector<std::string>& expected);

  // Everything, once reading has ended. Throws problems::Fault (nothing_written).
  [[nodiscard]] const Counting& finish();
  [[nodiscard]] bool converted() const;
  [[nodiscard]] KeptPeople take_kept() { return std::move(m_enlisting.kept()); }

 private:
  // One thread's: its reader remembers what values mean, its counting what it has counted.
  struct Worker {
    Worker(const Layout& layout, const TablePlan& plan, char separator);
    tabular::BlockReader blocks;
    RowReader reader;
    Rows rows, joined;
    Counting counting;
  };

  void work(Worker& worker, tabular::Blocks& blocks);
  bool read_block(Worker& worker, tabular::Blocks& blocks, tabular::Blocks::Block& block);
  void join(Worker& worker, tabular::Blocks& blocks, tabular::Blocks::Block& block,
            tabular::BlockEdges edges);
  void finish_rows(Worker& worker, Rows& rows);
  void look_up(Rows& rows) const;
  [[noreturn]] void give_up(tabular::Blocks& blocks, tabular::Blocks::Block& block);

  const Layout& m_layout;
  const TablePlan& m_plan;
  tabular::CsvStart m_start;
  const KeptPeople* m_lookup;
  Enlisting m_enlisting;
  Turns m_turns;
  std::vector<std::unique_ptr<Worker>> m_workers;

  // Known to whose turn it is: the bytes behind the last whole record, and their line.
  std::string m_carried;
  std::uint64_t m_line;

  std::size_t m_line_length = 16;  // bytes, about
};

}  // namespace eqr::persons
