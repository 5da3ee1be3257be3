#include "run/quality.hpp"

#include "numbers/exact.hpp"

namespace eqr::run {
namespace {

std::string number_of(std::uint64_t rows, std::uint64_t threshold, const std::string& one,
                      const std::string& many) {
  if (rows < threshold) return "fewer than " + std::to_string(threshold) + ' ' + many;
  const std::string number = numbers::to_text({static_cast<std::int64_t>(rows), 0});
  return number + ' ' + (rows == 1 ? one : many);
}

std::string sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text.ends_with('.') ? text : text + '.';
}

}  // namespace

std::vector<std::string> quality_statements(const Counted& counted, std::uint64_t threshold, bool is_draft) {
  std::vector<std::string> statements;
  for (const auto& [input, file, findings] : counted.findings) {
    for (const auto& [reason, people] : findings.excluded) {
      statements.push_back(sentence("Left out of the figures from " + file + ": " +
                                    number_of(people, threshold, "record", "records") + " (" + reason + ")"));
    }
    if (!is_draft) continue;
    for (const persons::RowFaults::Summary& fault : findings.treated_rows) {
      const std::string where = fault.heading.empty() ? file : file + ", column \"" + fault.heading + '"';
      // What was done stands before the advice, behind a semicolon.
      const std::string treatment = fault.hint.substr(0, fault.hint.find(';'));
      statements.push_back(sentence("Data quality, " + where + ": " +
                                    number_of(fault.rows, threshold, "row", "rows") + ": " + fault.message +
                                    "; " + treatment));
    }
    if (findings.unknown_people > 0) {
      statements.push_back(sentence(
          "Data quality, " + file + ": " + number_of(findings.unknown_people, threshold, "row", "rows") +
          " about people who are not in the records of people; counted as not stated"));
    }
    for (const std::string& note : findings.notes)
      statements.push_back(sentence("Data quality, " + file + ": " + note));
  }
  return statements;
}

}  // namespace eqr::run
