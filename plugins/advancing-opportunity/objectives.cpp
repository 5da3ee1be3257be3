#include "objectives.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "eqr/supplied_figures.hpp"

namespace eqr::advancing_opportunity {
namespace {

// A shorthand such as [x] is no number.
std::optional<double> number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

// +1 when higher is better, -1 when lower is, nought when nothing says so.
int better_side(const std::optional<double>& baseline, const std::optional<double>& target,
                const std::string& better) {
  if (better == "higher") return 1;
  if (better == "lower") return -1;
  if (!baseline || !target || *baseline == *target) return 0;
  return *target > *baseline ? 1 : -1;
}

// "Baseline: 31 March 2017. Target: 31 March 2020." One column, so that the table stays narrow enough to
// read.
std::string dates(const Document& objectives, std::size_t row) {
  std::string written;
  for (const auto& [word, column] :
       {std::pair("Baseline: ", "baseline_date"), std::pair("Target: ", "target_date"),
        std::pair("Latest: ", "latest_date")}) {
    const std::string date = written_date(objectives.text(row, column));
    if (!date.empty()) written += (written.empty() ? "" : " ") + std::string(word) + date + ".";
  }
  return stated(written);
}

void check(const Document& objectives) {
  std::set<std::string> seen;
  for (const std::size_t row : all_rows(objectives)) {
    const std::string place = "input \"" + objectives.input() + "\", row " + std::to_string(row) + ": ";
    const std::string& better = objectives.text(row, "better");
    if (!better.empty() && better != "higher" && better != "lower") {
      throw ThemeFault(place + "column \"better\" must read higher or lower, or be empty");
    }
    const std::string& id = objectives.text(row, "id");
    if (id.empty()) throw ThemeFault(place + "column \"id\" is empty; give each objective a short name");
    if (!seen.insert(id_from(id)).second) {
      throw ThemeFault(place + "column \"id\" repeats an earlier one; give each objective its own");
    }
  }
}

Table table_of(const Document& objectives, const SuppliedUnit& unit, const std::vector<std::size_t>& rows,
               const Context& context) {
  Table table("objectives-" + std::string(unit.id), "Equality objectives measured in " +
                                                        std::string(unit.title) + ", " +
                                                        context.organisation + ", " + context.period);
  int places = 0;
  for (const std::size_t row : rows) {
    for (const char* column : {"baseline", "target", "latest"}) {
      places = std::max(places, supplied_places(objectives.text(row, column)));
    }
  }
  const Format format{unit.unit, places};
  table.text_column("objective", "Objective")
      .text_column("measure", "Measure")
      .number_column("baseline", "Baseline", format)
      .number_column("target", "Target", format)
      .number_column("latest", "Latest", format)
      .text_column("direction", "Direction")
      .text_column("dates", "Dates");
  for (const std::size_t row : rows) {
    const auto text = [&](const char* column) { return objectives.text(row, column); };
    table.row({text("objective"), text("measure"), objectives.cell(row, "baseline"),
               objectives.cell(row, "target"), objectives.cell(row, "latest"),
               direction(text("baseline"), text("target"), text("latest"), text("better")),
               dates(objectives, row)});
    table.note("Source of \"" + text("measure") + "\": " + stated(text("source")) + ".");
  }
  return table;
}

}  // namespace

std::string direction(const std::string& baseline, const std::string& target, const std::string& latest,
                      const std::string& better) {
  const std::optional<double> from = number(baseline), aim = number(target), now = number(latest);
  if (!now) return "Not yet measured";
  const int side = better_side(from, aim, better);
  if (side != 0 && aim && (*now - *aim) * side >= 0) return "Target met";
  if (!from) return "No baseline";
  if (*now == *from) return "No change";
  if (side == 0) return "Direction not stated";
  return (*now - *from) * side > 0 ? "Improving" : "Getting worse";
}

void add_objectives(const Document& objectives, const Context& context, Draft& draft, Section& section) {
  check(objectives);
  std::vector<std::pair<const SuppliedUnit*, std::vector<std::size_t>>> by_unit;
  for (const std::size_t row : all_rows(objectives)) {
    const SuppliedUnit* unit = &supplied_unit(objectives, row);
    auto found =
        std::find_if(by_unit.begin(), by_unit.end(), [&](const auto& seen) { return seen.first == unit; });
    if (found == by_unit.end()) found = by_unit.insert(found, {unit, {}});
    found->second.push_back(row);

    for (const std::string column : {"baseline", "target", "latest"}) {
      draft.figures.push_back({"objectives." + id_from(objectives.text(row, "id")) + "." + column,
                               objectives.text(row, "measure") + ": " + column,
                               objectives.cell(row, column),
                               std::nullopt,
                               {unit->unit, supplied_places(objectives.text(row, column))},
                               ""});
    }
  }
  for (const auto& [unit, rows] : by_unit) {
    Table table = table_of(objectives, *unit, rows, context);
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  }
}

}  // namespace eqr::advancing_opportunity
