#include "tabular/csv_start.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tabular/foreign.hpp"
#include "tabular/headings.hpp"
#include "tabular/problem_list.hpp"
#include "text/words.hpp"

namespace eqr::tabular {
namespace {

problems::Fault fault(problems::Problem problem) {
  return {problems::Cost::nothing_written, std::move(problem)};
}

// Whichever parts the first line most often, outside quotation marks; a comma when nothing does.
char separator_of(std::string_view line) {
  constexpr std::array<char, 3> candidates = {',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < candidates.size() && !quoted; ++i) counts[i] += c == candidates[i] ? 1U : 0U;
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

}  // namespace

CsvStart read_csv_start(std::string_view bytes, const std::string& file) {
  ViewBuffer buffer(bytes);
  std::istream stream(&buffer);
  CsvStart start;
  start.dialect.any_bytes = true;
  std::string_view text = bytes;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const std::string_view first_line = text.substr(0, text.find_first_of("\r\n"));
  start.dialect.separator = separator_of(first_line);

  RecordReader records(stream, file, start.dialect);
  static_cast<void>(records.start());
  if (auto foreign = foreign_file(text, file)) throw fault(std::move(*foreign));
  Record record;
  if (!records.read(record)) throw fault({{file, 0, 0, {}}, "is empty", "the first line names the columns"});
  if (auto directive = separator_directive(first_line, file)) throw fault(std::move(*directive));
  if (!records.faults().empty()) throw problems::Fault(problems::Cost::nothing_written, records.faults());
  for (const std::string& heading : record.fields) {
    start.header.push_back(text::is_utf8(heading) ? std::string(text::trimmed(heading))
                                                  : text::from_windows_1252(text::trimmed(heading)));
  }
  const problems::Place place{file, record.line, 0, {}};
  if (auto title = title_problem(start.header, place)) throw fault(std::move(*title));
  problems::throw_if_any(problems::Cost::nothing_written, heading_problems(start.header, place));
  start.body = records.position();
  start.body_line = records.line();
  if (start.body == most_header_bytes) {
    throw fault(
        {place, "the header is longer than a million bytes", "check that this is a CSV file, with lines"});
  }
  return start;
}

std::vector<problems::Problem> record_problems(std::istream& bytes, const CsvStart& start,
                                               std::size_t first_line, const std::string& file,
                                               const std::vector<std::string>& expected) {
  RecordReader records(bytes, file, start.dialect);
  records.set_line(first_line);
  records.set_width(start.header.size());
  records.set_names(names_for_messages(start.header, expected));
  ProblemList problems(file);
  Record record;
  while (records.read(record)) problems.add(records.faults());
  return problems.taken();
}

}  // namespace eqr::tabular
