#include "fostering_good_relations.hpp"

#include <string>
#include <utility>
#include <vector>

#include "forum.hpp"
#include "eqr/supplied_figures.hpp"

namespace eqr::fostering_good_relations {
namespace {

// The aim stands in the section on the forum, beside the communities that were reached.
std::vector<std::size_t> rows_without_aim(const Document& activities) {
  std::vector<std::size_t> rows = all_rows(activities);
  std::erase_if(rows, [&](std::size_t row) { return activities.text(row, "id") == "communities-aim"; });
  return rows;
}

void add_partnerships(const Document& activities, const Context& context, Draft& draft, Section& section) {
  add_supplied_figures(activities, "activities", draft);
  add_supplied_tables(activities, rows_without_aim(activities), "activities", "Work with partners", context,
                      draft, section);
}

void add_calendar(const Document& calendar, const Context& context, Draft& draft, Section& section) {
  draft.figures.push_back({"calendar.events", "Entries in the equality calendar",
                           calendar.count_rows(all_rows(calendar)), std::nullopt, whole_things, ""});
  Table table("calendar", "Equality calendar, " + context.organisation + ", " + context.period);
  table.text_column("date", "Date")
      .text_column("event", "Event")
      .text_column("theme", "Who or what it is about")
      .text_column("note", "Note")
      .text_column("source", "Source");
  for (const std::size_t row : all_rows(calendar)) {
    table.row({stated(written_date(calendar.text(row, "date"))), stated(calendar.text(row, "event")),
               stated(calendar.text(row, "theme")), stated(calendar.text(row, "note")),
               stated(calendar.text(row, "source"))});
  }
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));
}

}  // namespace

Draft FosteringGoodRelations::draft(const Context& context) const {
  Draft draft;
  const Document* activities = context.document("activities");

  // A table without rows says nothing: it is left out, and its figures are not available.
  Section forum{"forum", "Forum and communities", {}, {}};
  if (const Document* meetings = context.document("forum"); meetings && meetings->row_count() > 0) {
    add_forum(*meetings, context, draft, forum);
  }
  if (const Document* reached = context.document("communities"); reached && reached->row_count() > 0) {
    add_communities(*reached, activities, context, draft, forum);
  }
  Section partnerships{"partnerships", "Work with partners", {}, {}};
  if (activities != nullptr) add_partnerships(*activities, context, draft, partnerships);

  Section early_help{"early-help", "Early help for families", {}, {}};
  if (const Document* families = context.document("early-help")) {
    add_supplied_figures(*families, "early-help", draft);
    add_supplied_tables(*families, all_rows(*families), "early-help", "Early help for families", context,
                        draft, early_help);
  }
  Section calendar{"calendar", "Equality calendar", {}, {}};
  if (const Document* events = context.document("calendar"); events && events->row_count() > 0) {
    add_calendar(*events, context, draft, calendar);
  }

  for (Section* section : {&forum, &partnerships, &early_help, &calendar}) {
    if (!section->tables.empty()) draft.sections.push_back(std::move(*section));
  }
  return draft;
}

}  // namespace eqr::fostering_good_relations

EQR_THEME(eqr::fostering_good_relations::FosteringGoodRelations)
