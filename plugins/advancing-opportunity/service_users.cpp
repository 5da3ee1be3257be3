#include "service_users.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eqr/supplied_breakdowns.hpp"
#include "eqr/supplied_figures.hpp"

namespace eqr::advancing_opportunity {
namespace {

// The shares of one group; either may be missing.
struct Shares {
  std::optional<Expression> users;
  std::optional<Expression> population;
};

Cell cell_or_not_applicable(const std::optional<Expression>& value) {
  if (value) return *value;
  return NotApplicable{};
}

// One characteristic, with the population's breakdown by it where there is one.
class Comparison {
 public:
  Comparison(const Document& users, const Breakdown& breakdown, const Document* population,
             const Breakdown* residents)
      : m_users(users), m_breakdown(breakdown), m_population(population), m_residents(residents) {}

  [[nodiscard]] Shares shares(const BreakdownGroup& group) const {
    Shares found{share_of(m_users, m_breakdown, group), std::nullopt};
    const BreakdownGroup* same = m_residents == nullptr ? nullptr : m_residents->find(group.label);
    if (group.declared && same != nullptr) found.population = share_of(*m_population, *m_residents, *same);
    return found;
  }

  [[nodiscard]] Table table(const Context& context) const;
  void add_figures(Draft& draft) const;

 private:
  [[nodiscard]] std::vector<std::string> groups_without_population() const;

  const Document& m_users;
  const Breakdown& m_breakdown;
  const Document* m_population;
  const Breakdown* m_residents;
};

Table Comparison::table(const Context& context) const {
  const bool counted = has_counts(m_users, m_breakdown);
  Table made("service-users-" + id_from(m_breakdown.characteristic),
             (m_residents != nullptr ? "Service users and the population: " : "Service users: ") +
                 m_breakdown.characteristic + ", " + context.organisation + ", " + context.period);
  made.text_column("group", "Group");
  if (counted) made.number_column("service-users", "Number of service users", whole_people);
  made.number_column("share", "Share of service users", one_place_percent);
  if (m_residents != nullptr) {
    made.number_column("population-share", "Share of the population", one_place_percent)
        .number_column("difference", "Service users less population", one_place_points);
  }
  for (const BreakdownGroup& group : m_breakdown.groups) {
    const Shares found = shares(group);
    std::vector<Cell> cells{group.label};
    if (counted) cells.emplace_back(number_of(m_users, group, "count"));
    cells.push_back(cell_or_not_applicable(found.users));
    if (m_residents != nullptr) {
      cells.push_back(cell_or_not_applicable(found.population));
      if (found.users && found.population) {
        cells.emplace_back(difference(*found.users, *found.population));
      } else {
        cells.emplace_back(NotApplicable{});
      }
    }
    made.row(std::move(cells));
  }
  made.note(
      "Shares are of those who declared. A plus means more of the service users than of the population.");
  for (const std::string& label : groups_without_population()) {
    made.note("The population figures have no group \"" + label + "\".");
  }
  for (std::string& note : source_notes(m_users, m_breakdown)) made.note("Service users. " + std::move(note));
  if (m_residents != nullptr) {
    for (std::string& note : source_notes(*m_population, *m_residents)) {
      made.note("Population. " + std::move(note));
    }
  }
  return made;
}

std::vector<std::string> Comparison::groups_without_population() const {
  std::vector<std::string> labels;
  for (const BreakdownGroup& group : m_breakdown.groups) {
    if (m_residents != nullptr && group.declared && m_residents->find(group.label) == nullptr) {
      labels.push_back(group.label);
    }
  }
  return labels;
}

void Comparison::add_figures(Draft& draft) const {
  for (const BreakdownGroup& group : m_breakdown.groups) {
    const Shares found = shares(group);
    const std::string name =
        "service-users." + id_from(m_breakdown.characteristic) + "." + id_from(group.label);
    const std::string who = m_breakdown.characteristic + ", " + group.label;
    if (found.users) {
      draft.figures.push_back({name + ".percent", "Share of service users: " + who, *found.users,
                               std::nullopt, one_place_percent, "Of those who declared."});
    }
    if (found.population) {
      draft.figures.push_back({name + ".population-percent", "Share of the population: " + who,
                               *found.population, std::nullopt, one_place_percent, ""});
    }
    if (found.users && found.population) {
      draft.figures.push_back(
          {name + ".difference", "Share of service users less share of population: " + who,
           difference(*found.users, *found.population), std::nullopt, one_place_points, ""});
    }
  }
}

}  // namespace

void add_service_users(const Document& service_users, const Document* population, const Context& context,
                       Draft& draft, Section& section) {
  const std::vector<Breakdown> residents =
      population == nullptr ? std::vector<Breakdown>{} : breakdowns(*population);
  const std::vector<Breakdown> users = breakdowns(service_users);
  for (const Breakdown& breakdown : users) {
    const Breakdown* of_area = find(residents, breakdown.characteristic);
    const Comparison comparison(service_users, breakdown, population, of_area);
    Table table = comparison.table(context);
    comparison.add_figures(draft);
    if (of_area != nullptr) {
      draft.charts.push_back({table.id + "-chart",
                              Chart::Kind::dot_range,
                              table.title,
                              table.id,
                              "group",
                              {"share", "population-share"}});
      section.charts.push_back(table.id + "-chart");
    }
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  }
}

}  // namespace eqr::advancing_opportunity
