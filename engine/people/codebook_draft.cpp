#include "people/codebook_draft.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_set>

#include "problems/problem.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Problem;

std::string quoted(const std::string& text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string toml = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      toml += '\\';
      toml += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      toml += "\\u00";
      toml += digits[byte >> 4];
      toml += digits[byte & 0xF];
    } else {
      toml += c;
    }
  }
  return toml + '"';
}

// What stands in a comment must not end it.
std::string in_comment(const std::string& text) {
  const std::string escaped = quoted(text);
  return escaped.substr(1, escaped.size() - 2);
}

std::string counted(std::uint64_t number, const std::string& thing) {
  return std::to_string(number) + ' ' + thing + (number == 1 ? "" : "s");
}

// An id of small letters, digits and hyphens that is not in use.
std::string id_for(const std::string& normalised, std::set<std::string>& used) {
  std::string id;
  for (const char c : normalised) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain)
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty()) id = "group";
  std::string free = id;
  for (int i = 2; used.contains(free); ++i) free = id + '-' + std::to_string(i);
  used.insert(free);
  return free;
}

// ---- the parts of a draft ----

class Writer {
 public:
  Writer(const std::vector<SketchedColumn>& columns, const Codebook& shipped, const Guess& guess)
      : m_columns(columns), m_shipped(shipped), m_guess(guess) {}

  std::string write(const std::string& shipped_name, const std::string& file) {
    line("# Drafted from " + in_comment(file) +
         " by equality-report codebook. A program guessed: look at every line.");
    line("# Only values that at least ten rows share are written here.");
    line("extends = " + quoted(shipped_name));
    write_id();
    for (const Characteristic& characteristic : m_shipped.characteristics)
      write_characteristic(characteristic);
    write_grade();
    write_pay();
    write_in_post();
    write_left_over();
    return std::move(m_toml);
  }

 private:
  void line(const std::string& text) { m_toml += text + '\n'; }
  [[nodiscard]] const std::string& heading(std::size_t column) const { return m_columns[column].heading; }

  void write_id() {
    if (m_guess.id) return line("id = " + quoted(heading(*m_guess.id)));
    line("# No column tells every person apart: name the one that should.");
    line("id = \"which-column\"");
  }

  void write_characteristic(const Characteristic& characteristic) {
    const auto found = m_guess.characteristics.find(characteristic.id);
    const bool is_born = characteristic.id == "age-band" && m_guess.born;
    if (!is_born && found == m_guess.characteristics.end()) return m_not_found.push_back(characteristic.id);
    line("\n[characteristics." + characteristic.id + "]");
    if (is_born) return line("born = " + quoted(heading(*m_guess.born)));
    line("column = " + quoted(heading(found->second)));
    write_values(characteristic, m_columns[found->second].sketch);
  }

  // The values that the shipped codebook does not list.
  void write_values(const Characteristic& characteristic, const ColumnSketch& sketch) {
    std::unordered_set<std::string> known;
    std::vector<std::string> groups;
    for (const Leaf& leaf : characteristic.leaves) {
      groups.push_back(leaf.id);
      for (const std::string& value : leaf.values) known.insert(text::normalised(value));
    }
    std::vector<SharedValue> further;
    for (SharedValue& value : sketch.shared_values()) {
      if (!known.contains(value.normalised)) further.push_back(std::move(value));
    }
    if (!further.empty()) {
      line("[characteristics." + characteristic.id + ".values]");
      line("# Where does each of these belong? In the place of which-group-N write one of");
      for (const std::string& group : groups) line("#   " + group);
      line("# Values of one group go into one list.");
      int number = 0;
      for (const SharedValue& value : further) {
        line("which-group-" + std::to_string(++number) + " = [" + quoted(value.shown) + "]  # " +
             counted(value.rows, "row"));
      }
    }
    write_rare(sketch.rare_values(known));
  }

  void write_rare(const RareValues& rare) {
    if (rare.values == 0) return;
    line("# " + counted(rare.rows, "row") + (rare.rows == 1 ? " holds " : " hold ") +
         counted(rare.values, "other value") + (rare.values == 1 ? ", which" : ", each of which") +
         " too few rows share to be shown.");
  }

  void write_grade() {
    if (!m_guess.grade) return;
    const ColumnSketch& sketch = m_columns[*m_guess.grade].sketch;
    line("\n[characteristics.grade]");
    line("title = \"Grade\"");
    line("column = " + quoted(heading(*m_guess.grade)));
    line("# Put neighbouring grades together: a group of fewer people than the threshold is not published.");
    line("groups = [");
    std::set<std::string> used = {"not-stated"};
    for (const SharedValue& value : sketch.shared_values()) {
      const std::string shown = quoted(value.shown);
      line("  { id = " + quoted(id_for(value.normalised, used)) + ", label = " + shown + ", values = [" +
           shown + "] },  # " + counted(value.rows, "row"));
    }
    line("]");
    write_rare(sketch.rare_values({}));
  }

  void write_pay() {
    if (!m_guess.hourly) return;
    if (!m_guess.characteristics.contains("sex")) {
      line("\n# " + quoted(heading(*m_guess.hourly)) +
           " looks like hourly pay; [pay] needs a column of sex too.");
      return;
    }
    line("\n[pay]");
    line("hourly = " + quoted(heading(*m_guess.hourly)));
    if (m_guess.full_pay) write_full_pay(m_columns[*m_guess.full_pay]);
  }

  void write_full_pay(const SketchedColumn& column) {
    std::string yes, no;
    const auto append = [](std::string& list, const std::string& value) {
      list += (list.empty() ? "" : ", ") + quoted(value);
    };
    std::unordered_set<std::string> placed;
    for (const SharedValue& value : column.sketch.shared_values()) {
      if (!means_yes(value.normalised) && !means_no(value.normalised)) continue;
      append(means_yes(value.normalised) ? yes : no, value.shown);
      placed.insert(value.normalised);
    }
    const std::string marks_no = no.empty() ? "" : ", no = [" + no + "]";
    line("full_pay = { column = " + quoted(column.heading) + ", values = [" + yes + "]" + marks_no + " }");
    write_rare(column.sketch.rare_values(placed));
  }

  void write_in_post() {
    if (!m_guess.start) return;
    const std::string start = "start = " + quoted(heading(*m_guess.start));
    if (!m_guess.leave) {
      line("\n# If there are people in the extract who have left, name the column of the date as well:");
      line("# [in_post]\n# " + start + "\n# leave = \"which-column\"");
      return;
    }
    line("\n[in_post]\n" + start);
    line("leave = " + quoted(heading(*m_guess.leave)));
  }

  void write_left_over() {
    if (!m_not_found.empty()) line("\n# Not found in the extract: " + text::list_and(m_not_found) + '.');
    std::set<std::size_t> used;
    for (const auto& [id, column] : m_guess.characteristics) used.insert(column);
    for (const auto& column : {m_guess.id, m_guess.born, m_guess.start, m_guess.leave, m_guess.hourly,
                               m_guess.full_pay, m_guess.grade}) {
      if (column) used.insert(*column);
    }
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      if (!used.contains(i)) unused.push_back(quoted(heading(i)));
    }
    // Where no heading is known, they may be a record after all.
    if (!unused.empty() && has_known_heading(m_columns))
      line("\n# Columns that are not used: " + text::list_and(unused) + '.');
  }

  const std::vector<SketchedColumn>& m_columns;
  const Codebook& m_shipped;
  const Guess& m_guess;
  std::vector<std::string> m_not_found;
  std::string m_toml;
};

}  // namespace

CodebookDraft::CodebookDraft(const std::vector<std::string>& header) {
  for (const std::string& heading : header) m_columns.push_back({heading, {}});
}

void CodebookDraft::add(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < m_columns.size(); ++i) m_columns[i].sketch.add(fields[i]);
}

std::string CodebookDraft::toml(const Codebook& shipped, const std::string& shipped_name,
                                const std::string& file) const {
  const auto refuse = [&](std::size_t at, const std::string& message, const std::string& hint) {
    throw Fault(Cost::nothing_written, Problem{{file, at, 0, {}}, message, hint});
  };
  if (m_columns.empty() || m_columns.front().sketch.rows() == 0)
    refuse(0, "has headings and no rows", "export it again, with the people in it");
  if (looks_like_a_record(m_columns))
    refuse(1, "looks like a record, not like headings", "put a row of headings above the first record");
  return Writer(m_columns, shipped, guess_columns(m_columns, shipped)).write(shipped_name, file);
}

}  // namespace eqr::persons
