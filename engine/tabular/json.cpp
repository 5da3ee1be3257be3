#include "tabular/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "tabular/foreign.hpp"
#include "tabular/headings.hpp"
#include "tabular/problem_list.hpp"
#include "text/words.hpp"

namespace eqr::tabular {
namespace {

using nlohmann::json;

// Empty cells cost memory too: a few objects with many keys among many with none would be a huge table of
// nothing. Beyond this many cells, one in twenty has to be written in the file.
constexpr std::size_t many_cells = 1'000'000;
constexpr std::size_t cells_for_each_key = 20;

// Where the parser stands: it reads through an iterator that counts, since its events carry no position.
struct Position {
  std::size_t line = 1;
  std::size_t character = 0;  // bytes of this line that have been read
};

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Position* position) : m_at(at), m_position(position) {}
  reference operator*() const { return *m_at; }
  CountingIterator& operator++() {
    ++m_position->character;
    if (*m_at == '\n') *m_position = {m_position->line + 1, 0};
    ++m_at;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
  bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

 private:
  const char* m_at;
  Position* m_position;
};

// Takes the parser's events, whose signatures are the parser's, and fills the table.
class TableBuilder : public nlohmann::json_sax<json> {
 public:
  TableBuilder(std::string file, const Position& position)
      : m_table{file, {}, {}}, m_problems(file), m_position(position) {}

  bool null() override { return value({}); }
  bool boolean(bool written) override { return value(written ? "true" : "false"); }
  bool number_integer(std::int64_t number) override { return value(std::to_string(number)); }
  bool number_unsigned(std::uint64_t number) override { return value(std::to_string(number)); }
  bool number_float(double, const std::string& written) override {
    // The parser hands on the decimal mark of the process's locale; JSON itself knows only the point.
    std::string with_point = written;
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    return value(std::move(with_point));
  }
  bool string(std::string& written) override { return value(std::move(written)); }
  bool binary(json::binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    ++m_depth;
    if (m_depth == 2) {
      m_in_entry = true;
      if (m_table.records.size() == most_rows) {
        add("the list has more than 1,048,576 entries", "leave out what is not needed, or use two files");
        return false;
      }
      if (is_mostly_empty()) return false;
      m_table.records.push_back({m_position.line, std::vector<std::string>(m_table.header.size())});
      m_filled.assign(m_table.header.size(), false);
      return true;
    }
    return m_depth == 1 ? no_list() : nested();
  }
  bool end_object() override { return closed(); }
  bool start_array(std::size_t) override {
    ++m_depth;
    if (m_depth == 2)
      add("an entry of the list is a list itself", "write each row as an object: {\"id\": …}");
    return m_depth > 2 ? nested() : true;
  }
  bool end_array() override { return closed(); }

  bool key(std::string& written) override {
    if (m_depth != 2 || !m_in_entry) return true;
    ++m_keys;
    const auto [entry, is_new] = m_columns.emplace(written, m_table.header.size());
    m_column = entry->second;
    if (is_new) {
      if (m_table.header.size() == most_columns) {
        add("the objects have more than 16,384 different keys", "give all objects the same keys");
        return false;
      }
      m_table.header.push_back(written);
      m_table.records.back().fields.emplace_back();
      m_filled.push_back(false);
    }
    if (m_filled[m_column]) add("a key stands twice in one object", "keep one of the two", shown_column());
    m_filled[m_column] = true;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    const Position at = m_position;
    m_problems.add({{m_table.file, at.line, at.character, {}},
                    "is not valid JSON from here on",
                    "look for a comma, a quotation mark or a bracket that is missing or too many"});
    return false;
  }

  [[nodiscard]] const ProblemList& problems() const { return m_problems; }

  // Objects read before a new key appeared lack its cell until here.
  [[nodiscard]] Table finish() {
    if (m_problems.empty() && m_table.records.empty())
      add_at({m_table.file, 0, 0, {}}, "the list is empty", "write one object for each row");
    if (m_problems.empty()) (void)is_mostly_empty();
    m_problems.add(heading_problems(m_table.header, {m_table.file, 0, 0, {}}));
    if (m_problems.empty()) {
      for (Record& record : m_table.records) record.fields.resize(m_table.header.size());
    }
    return std::move(m_table);
  }

 private:
  bool value(std::string written) {
    if (m_depth == 0) return no_list();
    if (m_depth == 1) {
      add("an entry of the list is not an object", "write each row as an object: {\"id\": …}");
    } else if (m_depth == 2 && m_in_entry) {
      if (written.find('\0') != std::string::npos)
        add("holds a zero character", "take it out", shown_column());
      m_table.records.back().fields[m_column] = std::move(written);
    }
    return true;
  }
  bool is_mostly_empty() {
    const std::size_t cells = m_table.header.size() * m_table.records.size();
    const bool too_many = cells > many_cells && cells / cells_for_each_key > m_keys;
    if (too_many)
      add("the objects have too few keys in common to make a table", "give all objects the same keys");
    return too_many;
  }
  bool nested() {
    if (m_depth == 3 && m_in_entry)
      add("holds a list or an object where a single value is wanted", "write one value for each key",
          shown_column());
    return true;
  }
  bool no_list() {
    add_at({m_table.file, 0, 0, {}}, "is JSON, but not a list", "put the rows into one list: [ {…}, {…} ]");
    return false;
  }
  bool closed() {
    if (--m_depth == 1) m_in_entry = false;
    return true;
  }

  [[nodiscard]] std::string shown_column() const {
    if (m_column >= m_table.header.size() || !is_plain(m_table.header[m_column])) return {};
    return m_table.header[m_column];
  }
  void add(const std::string& message, const std::string& hint, std::string column = {}) {
    add_at({m_table.file, m_position.line, 0, std::move(column)}, message, hint);
  }
  void add_at(problems::Place place, const std::string& message, const std::string& hint) {
    m_problems.add({std::move(place), message, hint});
  }

  Table m_table;
  ProblemList m_problems;
  const Position& m_position;
  std::map<std::string, std::size_t> m_columns;
  std::vector<bool> m_filled;  // of the object being read
  std::size_t m_column = 0;
  std::size_t m_keys = 0;   // in all objects so far
  std::size_t m_depth = 0;  // 1 in the list, 2 in an entry
  bool m_in_entry = false;  // that is an object
};

// The line of the first bytes that are not UTF-8; none if all are.
std::size_t line_of_bad_bytes(std::string_view bytes) {
  if (text::is_utf8(bytes)) return 0;
  for (std::size_t line = 1;; ++line) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos || !text::is_utf8(bytes.substr(0, end))) return line;
    bytes.remove_prefix(end + 1);
  }
}

}  // namespace

Table read_json(std::string_view bytes, const std::string& file) {
  const problems::Place whole{file, 0, 0, {}};
  std::vector<problems::Problem> early;
  if (auto foreign = foreign_file(bytes, file)) early.push_back(std::move(*foreign));
  if (early.empty() && text::trimmed(bytes).empty())
    early.push_back({whole, "is empty", "write one object for each row: [ {…}, {…} ]"});
  if (const std::size_t line = early.empty() ? line_of_bad_bytes(bytes) : 0; line > 0)
    early.push_back({{file, line, 0, {}}, "holds bytes that are not UTF-8 text", "save the file as UTF-8"});
  problems::throw_if_any(problems::Cost::nothing_written, std::move(early));

  Position position;
  TableBuilder builder(file, position);
  (void)json::sax_parse(CountingIterator(bytes.data(), &position),
                        CountingIterator(bytes.data() + bytes.size(), &position), &builder);
  Table table = builder.finish();
  problems::throw_if_any(problems::Cost::nothing_written, builder.problems().taken());
  return table;
}

}  // namespace eqr::tabular
