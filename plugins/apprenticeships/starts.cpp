#include "starts.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eqr/supplied_rows.hpp"

namespace eqr::apprenticeships {
namespace {

using Value = std::optional<Expression>;

Value figure_row(const Document& starts, const std::string& id) {
  const auto row = starts.find(id);
  if (!row) return std::nullopt;
  return starts.cell(*row, "value");
}

void add_numbers(const Context& context, const Document& starts, Section& section, Draft& draft) {
  Table table("starts", "Apprentices, " + context.organisation + ", " + context.period);
  table.text_column("measure", "Measure").number_column("apprentices", "Apprentices", whole_people);
  const auto add = [&](const std::string& name, const std::string& title, const Expression& value) {
    table.row({title, value});
    draft.figures.push_back({"starts." + name, title, value, std::nullopt, whole_people, {}});
  };
  std::vector<std::size_t> shown;
  for (const std::string id : {"enrolled", "newly-recruited", "in-pipeline"}) {
    const auto row = starts.find(id);
    if (!row) continue;
    shown.push_back(*row);
    add(id, starts.text(*row, "label"), starts.cell(*row, "value"));
  }
  const Value enrolled = figure_row(starts, "enrolled");
  const Value recruited = figure_row(starts, "newly-recruited");
  if (enrolled && recruited) {
    add("existing-staff", "Existing staff among the apprentices enrolled", difference(*enrolled, *recruited));
    draft.figures.push_back({"starts.newly-recruited.percent",
                             "Newly recruited, share of apprentices enrolled",
                             percent_of(*recruited, *enrolled),
                             std::nullopt,
                             one_place_percent,
                             {}});
  }
  if (table.rows.empty()) return;
  add_notes(starts, shown, "label", table);
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));
}

// The share as supplied, or worked out from a number of people; supplied comes first, since it was published.
Value minority_share(const Document& starts) {
  if (Value supplied = figure_row(starts, "minority-percent")) return supplied;
  const Value people = figure_row(starts, "minority");
  const Value enrolled = figure_row(starts, "enrolled");
  if (!people || !enrolled) return std::nullopt;
  return percent_of(*people, *enrolled);
}

void add_aim(const Context& context, const Document& starts, Section& section, Draft& draft) {
  const Value supplied_aim = figure_row(starts, "minority-aim");
  const Expression aim = supplied_aim ? *supplied_aim : setting("minority-aim");
  draft.figures.push_back({"minority.aim",
                           "Share of apprentices from minority ethnic groups aimed at",
                           aim,
                           std::nullopt,
                           one_place_percent,
                           {}});
  const Value share = minority_share(starts);
  if (!share) return;
  draft.figures.push_back({"minority.percent",
                           "Share of apprentices from minority ethnic groups",
                           *share,
                           std::nullopt,
                           one_place_percent,
                           {}});
  draft.figures.push_back({"minority.difference",
                           "Share of apprentices from minority ethnic groups, compared with the aim",
                           change(*share, aim),
                           std::nullopt,
                           one_place_points,
                           {}});
  Table table("minority", "Apprentices from minority ethnic groups compared with the aim, " +
                              context.organisation + ", " + context.period);
  table.text_column("group", "Group")
      .number_column("percent", "Share of apprentices", one_place_percent)
      .number_column("aim", "Aim", one_place_percent)
      .number_column("difference", "Difference from the aim", one_place_points)
      .row({"Minority ethnic groups", *share, aim, change(*share, aim)})
      .note("The difference is between the percentages as they are printed.");
  std::vector<std::size_t> rows;
  for (const char* id : {"minority-percent", "minority-aim"}) {
    if (const auto row = starts.find(id)) rows.push_back(*row);
  }
  add_notes(starts, rows, "label", table);
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));
}

}  // namespace

void add_starts(const Context& context, const Document& starts, Draft& draft) {
  Section section{"starts", "Apprenticeship starts", {}, {}};
  add_numbers(context, starts, section, draft);
  add_aim(context, starts, section, draft);
  if (!section.tables.empty()) draft.sections.push_back(std::move(section));
}

}  // namespace eqr::apprenticeships
