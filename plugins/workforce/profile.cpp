#include "profile.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace eqr::workforce {
namespace {

constexpr std::array<std::string_view, 8> usual = {"sex",        "age-band",         "ethnicity",
                                                   "disability", "religion",         "sexual-orientation",
                                                   "caring",     "length-of-service"};

bool has_undeclared(const Characteristic& characteristic) {
  return !characteristic.undeclared_groups().empty();
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Builds the rows of one characteristic's table, so that every row has the same columns.
class Profile {
 public:
  Profile(const Staff& staff, const Characteristic& characteristic, std::string id, const std::string& what)
      : m_staff(staff),
        m_characteristic(characteristic),
        m_table(std::move(id), staff.title_of_comparison(what)) {
    m_table.text_column("group", characteristic.title)
        .number_column("headcount", "Headcount", whole_people)
        .number_column("percent", "Share of all staff", one_place_percent);
    m_table.note("Percentages of all staff include staff who have not stated an answer.");
    if (has_undeclared(characteristic)) {
      m_table.number_column("percent-of-declared", "Share of those who declared", one_place_percent);
      m_table.note("Percentages of those who declared leave out staff whose answer is not known.");
    }
    if (staff.has_last_year()) {
      m_table
          .number_column("last-year-percent", "Share of all staff, " + staff.last_date(), one_place_percent)
          .number_column("change", "Change in share of all staff", one_place_points);
      m_table.note("Changes are between the percentages as they are printed.");
    }
  }

  void leaf_groups(const std::vector<std::string>& groups, bool declared) {
    if (groups.empty()) return;
    m_table.each_row({m_staff.everyone().input(), m_characteristic.id, groups},
                     cells(RowLabel{}, to_row(m_characteristic.id), declared));
  }
  void group(const Group& group) { m_table.row(cells(group.label, to(group), !group.undeclared)); }
  void union_of_groups(const Group& group) {
    m_table.total_row(cells(group.label, to(group), !group.undeclared));
  }
  void totals() {
    if (has_undeclared(m_characteristic)) {
      m_table.total_row(cells("All who declared",
                              to_groups(m_characteristic.id, m_characteristic.declared_groups()), true));
    }
    m_table.total_row(cells(
        "All staff", [](const Population& everyone) { return everyone; }, false));
  }
  [[nodiscard]] Table table() && { return std::move(m_table); }

 private:
  [[nodiscard]] Narrowing to(const Group& group) const { return to_groups(m_characteristic.id, {group.id}); }

  [[nodiscard]] std::vector<Cell> cells(Cell label, const Narrowing& narrowed, bool declared) const {
    const Population everyone = m_staff.everyone();
    const Expression share = share_of_all(everyone, narrowed);
    std::vector<Cell> made = {std::move(label), count(narrowed(everyone)), share};
    if (has_undeclared(m_characteristic)) {
      made.push_back(declared ? Cell(share_of_declared(everyone, m_characteristic, narrowed))
                              : Cell(NotApplicable{}));
    }
    if (m_staff.has_last_year()) {
      const Expression last_share = share_of_all(everyone.last_year(), narrowed);
      made.emplace_back(last_share);
      made.emplace_back(change(share, last_share));
    }
    return made;
  }

  const Staff& m_staff;
  const Characteristic& m_characteristic;
  Table m_table;
};

// Broad groups are a reading of the list only if all of them are there and at least one is a union: where
// the list itself is the broad one, a second table would repeat the first.
bool shows_broad_groups(const Characteristic& characteristic, const std::vector<std::string>& broad) {
  const auto& unions = characteristic.aggregates;
  return characteristic.id == "ethnicity" && !broad.empty() &&
         std::all_of(broad.begin(), broad.end(), [&](const auto& id) { return characteristic.has(id); }) &&
         std::any_of(unions.begin(), unions.end(), [&](const Group& g) { return contains(broad, g.id); });
}

Table broad_table(const Staff& staff, const Characteristic& characteristic,
                  const std::vector<std::string>& broad) {
  Profile profile(staff, characteristic, characteristic.id, "Staff by broad ethnic group");
  for (const std::string& id : broad) profile.group(*characteristic.find(id));
  profile.leaf_groups(characteristic.undeclared_groups(), false);
  for (const Group& group : characteristic.aggregates) {
    if (!contains(broad, group.id)) profile.union_of_groups(group);
  }
  profile.totals();
  return std::move(profile).table();
}

Table detailed_table(const Staff& staff, const Characteristic& characteristic) {
  Profile profile(staff, characteristic, characteristic.id + "-detailed", "Staff by detailed ethnic group");
  profile.leaf_groups(characteristic.declared_groups(), true);
  profile.leaf_groups(characteristic.undeclared_groups(), false);
  profile.totals();
  return std::move(profile).table();
}

Table leaf_table(const Staff& staff, const Characteristic& characteristic) {
  Profile profile(staff, characteristic, characteristic.id, "Staff by " + in_sentence(characteristic.title));
  profile.leaf_groups(characteristic.declared_groups(), true);
  profile.leaf_groups(characteristic.undeclared_groups(), false);
  for (const Group& group : characteristic.aggregates) profile.union_of_groups(group);
  profile.totals();
  return std::move(profile).table();
}

// Two bars a group where last year is there and the question is what moved; two groups make no chart.
void add_chart(const Staff& staff, const Characteristic& characteristic, const Table& table, Draft& draft) {
  if (characteristic.declared_groups().size() < 3) return;
  const bool compares =
      staff.has_last_year() && (characteristic.id == "ethnicity" || characteristic.id == "age-band");
  Chart chart{table.id + "-chart",
              compares ? Chart::Kind::grouped_bars : Chart::Kind::bars,
              "Share of all staff by " + in_sentence(characteristic.title) + ", " + staff.date(),
              table.id,
              "group",
              {"percent"}};
  if (compares) {
    chart.title += " and " + staff.last_date();
    chart.value_columns.emplace_back("last-year-percent");
  }
  draft.charts.push_back(std::move(chart));
}

void add_figures(const Staff& staff, const Characteristic& characteristic, Draft& draft) {
  const Population everyone = staff.everyone();
  for (const auto* list : {&characteristic.groups, &characteristic.aggregates}) {
    for (const Group& group : *list) {
      const std::string name = characteristic.id + "." + group.id;
      const std::string what = characteristic.title + ": " + group.label;
      const Narrowing narrowed = to_groups(characteristic.id, {group.id});
      draft.figures.push_back(count_figure(staff, name + ".count", what + ", number of staff", narrowed));
      draft.figures.push_back(
          share_figure(staff, name + ".percent", what + ", share of all staff", narrowed));
      if (group.undeclared) continue;
      Figure declared{name + ".percent-of-declared",
                      what + ", share of staff who declared",
                      share_of_declared(everyone, characteristic, narrowed),
                      std::nullopt,
                      one_place_percent,
                      "Percentage of staff whose answer is known."};
      if (staff.has_last_year()) {
        declared.last_year = share_of_declared(everyone.last_year(), characteristic, narrowed);
      }
      draft.figures.push_back(std::move(declared));
    }
  }
  if (!has_undeclared(characteristic)) return;
  draft.figures.push_back(share_figure(staff, characteristic.id + ".declaration-rate",
                                       characteristic.title + ": share of staff whose answer is known",
                                       to_groups(characteristic.id, characteristic.declared_groups())));
}

Table declaration_table(const Staff& staff, const std::vector<const Characteristic*>& asked) {
  Table table("declaration", staff.title_of_comparison("Staff whose answer is known, by characteristic"));
  table.text_column("characteristic", "Characteristic")
      .number_column("declared", "Staff who declared", whole_people)
      .number_column("headcount", "All staff", whole_people)
      .number_column("rate", "Declaration rate", one_place_percent);
  if (staff.has_last_year()) {
    table.number_column("last-year-rate", "Declaration rate, " + staff.last_date(), one_place_percent)
        .number_column("change", "Change in declaration rate", one_place_points);
  }
  table.note("Staff who prefer not to say, and staff with no answer on record, have not declared.");
  const Population everyone = staff.everyone();
  for (const Characteristic* characteristic : asked) {
    const Narrowing declared = to_groups(characteristic->id, characteristic->declared_groups());
    const Expression rate = share_of_all(everyone, declared);
    std::vector<Cell> cells = {characteristic->title, count(declared(everyone)), count(everyone), rate};
    if (staff.has_last_year()) {
      const Expression last_rate = share_of_all(everyone.last_year(), declared);
      cells.emplace_back(last_rate);
      cells.emplace_back(change(rate, last_rate));
    }
    table.row(std::move(cells));
  }
  return table;
}

// The usual characteristics may be missing from a codebook; a name that nobody knows is a slip of the pen.
std::vector<const Characteristic*> chosen(const PeopleInput& input, const std::vector<std::string>& ids) {
  std::vector<const Characteristic*> found;
  for (const std::string& id : ids) {
    if (const Characteristic* characteristic = input.find(id)) {
      found.push_back(characteristic);
    } else if (std::find(usual.begin(), usual.end(), id) == usual.end()) {
      std::string known;
      for (const Characteristic& candidate : input.characteristics) {
        known += (known.empty() ? "" : ", ") + candidate.id;
      }
      throw ThemeFault(
          "setting \"characteristics\": the codebook of the staff input has no characteristic \"" + id +
          "\"; it has " + (known.empty() ? "none" : known));
    }
  }
  return found;
}

}  // namespace

void add_profile(const Staff& staff, const ProfileChoice& choice, Draft& draft) {
  const auto characteristics = chosen(staff.input(), choice.characteristics);
  draft.figures.push_back(count_figure(staff, "headcount", "Number of staff",
                                       [](const Population& everyone) { return everyone; }));
  Section section{"profile", "Workforce profile", {}, {}};
  std::vector<const Characteristic*> voluntary;
  const std::size_t charts_before = draft.charts.size();
  const auto add_table = [&](Table table) {
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  };
  for (const Characteristic* characteristic : characteristics) {
    const bool broad = shows_broad_groups(*characteristic, choice.broad_ethnic_groups);
    add_table(broad ? broad_table(staff, *characteristic, choice.broad_ethnic_groups)
                    : leaf_table(staff, *characteristic));
    add_chart(staff, *characteristic, draft.tables.back(), draft);
    if (broad) add_table(detailed_table(staff, *characteristic));
    add_figures(staff, *characteristic, draft);
    if (has_undeclared(*characteristic)) voluntary.push_back(characteristic);
  }
  if (!voluntary.empty()) {
    add_table(declaration_table(staff, voluntary));
    if (voluntary.size() >= 3) {
      draft.charts.push_back({"declaration-chart",
                              Chart::Kind::bars,
                              "Share of staff whose answer is known, by characteristic, " + staff.date(),
                              "declaration",
                              "characteristic",
                              {"rate"}});
    }
  }
  for (std::size_t i = charts_before; i < draft.charts.size(); ++i) {
    section.charts.push_back(draft.charts[i].id);
  }
  if (!section.tables.empty()) draft.sections.push_back(std::move(section));
}

}  // namespace eqr::workforce
