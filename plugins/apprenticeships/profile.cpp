#include "profile.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "eqr/supplied_rows.hpp"

namespace eqr::apprenticeships {
namespace {

// "Level" inside a sentence: "level".
std::string in_sentence(std::string title) {
  if (!title.empty() && title.front() >= 'A' && title.front() <= 'Z') {
    title.front() = static_cast<char>(title.front() - 'A' + 'a');
  }
  return title;
}

constexpr const char* number = "apprentices";

void refuse_unclear_rows(const Document& profile) {
  std::map<std::string, std::size_t> seen;
  std::map<std::string, std::string> breakdowns;
  for (std::size_t row = 1; row <= profile.row_count(); ++row) {
    const std::string place = "input \"profile\", row " + std::to_string(row) + ": ";
    for (const char* column : {"breakdown", "group"}) {
      if (profile.text(row, column).empty()) {
        throw ThemeFault(place + "column \"" + column + "\" is empty; every number needs one");
      }
    }
    const std::string& breakdown = profile.text(row, "breakdown");
    const auto [spelt, is_new] = breakdowns.emplace(id_from(breakdown), breakdown);
    if (!is_new && spelt->second != breakdown) {
      throw ThemeFault(place + "column \"breakdown\" says \"" + breakdown + "\" and elsewhere \"" +
                       spelt->second + "\"; write it one way");
    }
    const auto [earlier, is_first] =
        seen.emplace(id_from(breakdown) + "." + id_from(profile.text(row, "group")), row);
    if (!is_first) {
      throw ThemeFault(place + "the same breakdown and group as in row " + std::to_string(earlier->second) +
                       "; leave one of the two out");
    }
  }
}

}  // namespace

void add_profile(const Context& context, const Document& profile, Draft& draft) {
  if (profile.row_count() == 0) return;
  refuse_unclear_rows(profile);
  Section section{"profile", "Who our apprentices are", {}, {}};
  for (const std::string& breakdown : profile.distinct("breakdown")) {
    const std::string id = id_from(breakdown);
    Table table("profile-" + id, "Apprentices by " + in_sentence(breakdown) + ", " + context.organisation +
                                     ", " + context.period);
    table.text_column("group", breakdown)
        .number_column("apprentices", "Apprentices", whole_people)
        .number_column("percent", "Share of apprentices", one_place_percent);
    std::vector<Expression> all;
    const std::vector<std::size_t> rows = profile.rows_where("breakdown", breakdown);
    for (const std::size_t row : rows) all.push_back(profile.cell(row, number));
    for (const std::size_t row : rows) {
      const std::string& group = profile.text(row, "group");
      const Expression apprentices = profile.cell(row, number);
      const Expression share = percent_of(apprentices, sum(all));
      table.row({group, apprentices, share});
      const std::string name = "profile." + id + "." + id_from(group);
      draft.figures.push_back({name + ".count",
                               breakdown + ": " + group + ", number of apprentices",
                               apprentices,
                               std::nullopt,
                               whole_people,
                               {}});
      draft.figures.push_back({name + ".percent",
                               breakdown + ": " + group + ", share of apprentices",
                               share,
                               std::nullopt,
                               one_place_percent,
                               {}});
    }
    table.total_row({"All apprentices", sum(all), percent_of(sum(all), sum(all))});
    add_notes(profile, rows, "group", table);
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  }
  draft.sections.push_back(std::move(section));
}

}  // namespace eqr::apprenticeships
