// The sentences above a table, in the order in which the guidance wants them read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/spreadsheet/layout.hpp"
#include "report/model/report.hpp"

namespace eqr::render::spreadsheet {

inline constexpr const char* one_table = "This worksheet contains one table.";
inline constexpr const char* draft_line = "Draft, not for publication.";

// One line, whatever white space the text came with.
[[nodiscard]] std::string one_line(const std::string& text);

// Line ends as spreadsheets have them and no tabs, in a cell that may have several lines.
[[nodiscard]] std::string cell_text(const std::string& text);

// The shorthand that stands in a table or list, gathered as its cells are laid out.
class ShorthandSeen {
 public:
  void see(const report::Value& value);
  void see_text(const std::string& text);  // "[z]" in a column of text
  void see_code(const std::string& code, const std::string& reason = {});

  // In the report's order, those it does not list last.
  [[nodiscard]] std::vector<std::string> codes(const report::Report& report) const;

  // "Some shorthand is used in this table: [c] and [p].", a line with the meaning of each, then a line for
  // each different reason that a cell gives. Codes stand in the report's order. Throws std::runtime_error,
  // naming the subject, for a code that has no meaning.
  [[nodiscard]] std::vector<std::string> lines(const report::Report& report,
                                               const std::string& subject) const;

 private:
  struct Entry {
    std::string code;
    std::vector<std::string> reasons;
  };
  std::vector<Entry> m_entries;
};

// "[c] = confidential: withheld so that nobody can be identified."
[[nodiscard]] std::string meaning_sentence(const std::string& code, const std::string& subject);

// "[note 1][note 4]" for what is not yet in the text; `notes` holds indexes into Report::notes.
[[nodiscard]] std::string note_markers(std::vector<std::size_t> notes, const std::string& text);

// "Source: Staff records of …, as at 31 March 2018.", a line for each that says something else.
[[nodiscard]] std::vector<std::string> source_sentences(const report::Report& report,
                                                        const std::vector<std::size_t>& sources);

// "12 things" for people who read: "1 table", "2 tables".
[[nodiscard]] std::string counted(std::size_t count, const std::string& one, const std::string& several);

}  // namespace eqr::render::spreadsheet
