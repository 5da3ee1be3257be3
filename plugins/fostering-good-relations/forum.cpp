#include "forum.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "eqr/supplied_figures.hpp"

namespace eqr::fostering_good_relations {
namespace {

// id_from() makes "Held" and "held" the same word.
std::vector<std::size_t> rows_reading(const Document& document, const char* column, const char* word) {
  std::vector<std::size_t> rows;
  for (const std::size_t row : all_rows(document)) {
    if (id_from(document.text(row, column)) == word) rows.push_back(row);
  }
  return rows;
}

std::string title(std::string subject, const Context& context) {
  return std::move(subject) + ", " + context.organisation + ", " + context.period;
}

void put_in(Table table, Draft& draft, Section& section) {
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));
}

bool any_stated(const Document& document, const char* column) {
  const std::vector<std::size_t> rows = all_rows(document);
  return std::any_of(rows.begin(), rows.end(),
                     [&](std::size_t row) { return !document.text(row, column).empty(); });
}

Table meetings(const Document& forum, const Context& context) {
  const bool has_attendance = any_stated(forum, "attendance");
  Table table("forum-meetings", title("Equality forum meetings", context));
  table.text_column("date", "Date").text_column("topic", "Topic").text_column("status", "Status");
  if (has_attendance) table.number_column("attendance", "People who attended", whole_people);
  table.text_column("source", "Source");
  for (const std::size_t row : all_rows(forum)) {
    std::vector<Cell> cells{stated(written_date(forum.text(row, "date"))), stated(forum.text(row, "topic")),
                            stated(forum.text(row, "status"))};
    // Nobody attends a meeting that was not held.
    if (has_attendance && id_from(forum.text(row, "status")) == "held") {
      cells.emplace_back(forum.cell(row, "attendance"));
    } else if (has_attendance) {
      cells.emplace_back(NotApplicable{});
    }
    cells.emplace_back(stated(forum.text(row, "source")));
    table.row(std::move(cells));
  }
  return table;
}

}  // namespace

void add_forum(const Document& forum, const Context& context, Draft& draft, Section& section) {
  const Expression held = forum.count_rows(rows_reading(forum, "status", "held"));
  const Expression target = setting("forum-target");
  draft.figures.push_back(
      {"forum.held", "Equality forum meetings held", held, std::nullopt, whole_things, ""});
  draft.figures.push_back(
      {"forum.target", "Equality forum meetings aimed at in a year", target, std::nullopt, whole_things, ""});
  draft.figures.push_back({"forum.difference", "Equality forum meetings held, less the target",
                           difference(held, target), std::nullopt, whole_things, ""});

  Table against("forum-target", title("Equality forum meetings against the target for a year", context));
  against.text_column("measure", "Measure")
      .number_column("held", "Held", whole_things)
      .number_column("target", "Target", whole_things)
      .number_column("difference", "Held less target", whole_things)
      .row({"Meetings of the equality forum", held, target, difference(held, target)})
      .note("The target is a minimum: nought or more in the last column means that it was met.");
  put_in(std::move(against), draft, section);
  put_in(meetings(forum, context), draft, section);
}

void add_communities(const Document& communities, const Document* activities, const Context& context,
                     Draft& draft, Section& section) {
  const Expression reached = communities.count_rows(all_rows(communities));
  const Expression reached_first = communities.count_rows(rows_reading(communities, "new", "yes"));
  draft.figures.push_back(
      {"communities.reached", "Communities reached", reached, std::nullopt, whole_things, ""});
  draft.figures.push_back({"communities.new", "Communities reached for the first time", reached_first,
                           std::nullopt, whole_things, ""});

  const auto aim = activities == nullptr ? std::nullopt : activities->find("communities-aim");
  Table against("communities-aim",
                title(aim ? "Communities reached against the aim" : "Communities reached", context));
  against.text_column("measure", "Measure")
      .number_column("reached", "Reached", whole_things)
      .number_column("new", "Of which new", whole_things);
  std::vector<Cell> cells{"Communities", reached, reached_first};
  if (aim) {
    against.number_column("aim", "New communities aimed at", whole_things);
    cells.emplace_back(activities->cell(*aim, "value"));
    if (const std::string note = supplied_note(*activities, *aim); !note.empty()) against.note(note);
    if (const std::string& source = activities->text(*aim, "source"); !source.empty()) {
      against.note("Source of the aim: " + source + ".");
    }
  }
  against.row(std::move(cells));
  put_in(std::move(against), draft, section);

  Table list("communities", title("Communities reached: list", context));
  list.text_column("community", "Community")
      .text_column("new", "Reached for the first time")
      .text_column("how", "How")
      .text_column("source", "Source");
  for (const std::size_t row : all_rows(communities)) {
    std::vector<Cell> words;
    for (const char* column : {"community", "new", "how", "source"}) {
      words.emplace_back(stated(communities.text(row, column)));
    }
    list.row(std::move(words));
  }
  put_in(std::move(list), draft, section);
}

}  // namespace eqr::fostering_good_relations
