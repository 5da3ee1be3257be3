#include "pay_gap.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eqr/measures.hpp"

namespace eqr::workforce {
namespace {

using Value = std::optional<Expression>;

struct Measure {
  std::string name;   // of the figure, after "pay-gap."
  std::string title;  // in the table
  Value value;
  Value last_year;
};

constexpr std::array<const char*, 4> quarter_titles = {"Lower", "Lower middle", "Upper middle", "Upper"};

Value figure_row(const Document* supplied, const std::string& id) {
  if (supplied == nullptr) return std::nullopt;
  const auto row = supplied->find(id);
  if (!row) return std::nullopt;
  return supplied->cell(*row, "value");
}

std::vector<Measure> measures(const PeopleInput* staff, const Document* supplied) {
  std::vector<Measure> found = {
      {"mean", "Mean gender gap in hourly pay", figure_row(supplied, "mean-gap"),
       figure_row(supplied, "mean-gap-last-year")},
      {"median", "Median gender gap in hourly pay", figure_row(supplied, "median-gap"),
       figure_row(supplied, "median-gap-last-year")},
      {"mean-bonus", "Mean gender gap in bonus pay", figure_row(supplied, "mean-bonus-gap"), {}},
      {"median-bonus", "Median gender gap in bonus pay", figure_row(supplied, "median-bonus-gap"), {}},
      {"bonus-paid.women", "Women who were paid a bonus", figure_row(supplied, "women-bonus"), {}},
      {"bonus-paid.men", "Men who were paid a bonus", figure_row(supplied, "men-bonus"), {}}};
  if (staff != nullptr) {
    const Population everyone = people("staff");
    found[0].value = mean_pay_gap(everyone);
    found[1].value = median_pay_gap(everyone);
    found[0].last_year = staff->has_last_year ? Value(mean_pay_gap(everyone.last_year())) : std::nullopt;
    found[1].last_year = staff->has_last_year ? Value(median_pay_gap(everyone.last_year())) : std::nullopt;
    if (staff->has_bonus && staff->find("bonus") != nullptr) {
      const auto set = [&](Measure& measure, const auto& of) {
        measure.value = of(everyone);
        measure.last_year = staff->has_last_year ? Value(of(everyone.last_year())) : std::nullopt;
      };
      set(found[2], [](const Population& who) { return mean_bonus_gap(who); });
      set(found[3], [](const Population& who) { return median_bonus_gap(who); });
      set(found[4], [](const Population& who) { return bonus_proportion(who, "female"); });
      set(found[5], [](const Population& who) { return bonus_proportion(who, "male"); });
    }
  }
  std::erase_if(found, [](const Measure& measure) { return !measure.value; });
  return found;
}

void add_measures(const Context& context, const std::vector<Measure>& found, Section& section, Draft& draft) {
  if (found.empty()) return;
  bool compares = false;
  for (const Measure& measure : found) compares = compares || measure.last_year;
  Table table("pay-gap", "Gender pay gap, " + context.organisation + ", " + context.snapshot);
  table.text_column("measure", "Measure").number_column("percent", "Percentage", one_place_percent);
  if (compares) {
    table.number_column("last-year-percent", "Percentage a year earlier", one_place_percent)
        .number_column("change", "Change", one_place_points);
  }
  for (const Measure& measure : found) {
    std::vector<Cell> cells = {measure.title, *measure.value};
    if (compares) {
      cells.push_back(measure.last_year ? Cell(*measure.last_year) : Cell(NotApplicable{}));
      cells.push_back(measure.last_year ? Cell(change(*measure.value, *measure.last_year))
                                        : Cell(NotApplicable{}));
    }
    table.row(std::move(cells));
    draft.figures.push_back({"pay-gap." + measure.name, measure.title, *measure.value, measure.last_year,
                             one_place_percent,
                             measure.name.starts_with("bonus-paid")
                                 ? "Percentage of all women, or men, whether on full pay or not."
                                 : "Positive when women are paid less than men."});
  }
  table.note(
      "A gap is the difference between men's and women's pay as a percentage of men's pay: above nought, "
      "women are paid less; below nought, women are paid more.");
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));
}

Value share_in_quarter(const PeopleInput* staff, const Document* supplied, int quarter, bool women) {
  if (staff != nullptr) return pay_quarter(people("staff"), quarter, women ? "female" : "male");
  return figure_row(supplied, (women ? "women-q" : "men-q") + std::to_string(quarter));
}

void add_quarters(const Context& context, const PeopleInput* staff, const Document* supplied,
                  Section& section, Draft& draft) {
  // The regulations ask for all four; a part of them would mislead.
  bool has_women = true, has_men = true;
  for (int quarter = 1; quarter <= 4; ++quarter) {
    has_women = has_women && share_in_quarter(staff, supplied, quarter, true);
    has_men = has_men && share_in_quarter(staff, supplied, quarter, false);
  }
  if (!has_women) return;
  Table table("pay-quarters",
              "Women and men in each pay quarter, " + context.organisation + ", " + context.snapshot);
  table.text_column("quarter", "Pay quarter").number_column("women", "Women", one_place_percent);
  if (has_men) table.number_column("men", "Men", one_place_percent);
  for (int quarter = 1; quarter <= 4; ++quarter) {
    const std::string title = quarter_titles.at(static_cast<std::size_t>(quarter - 1));
    const std::string name = "pay-gap.quarter-" + std::to_string(quarter);
    const Expression women = *share_in_quarter(staff, supplied, quarter, true);
    std::vector<Cell> cells = {title, women};
    draft.figures.push_back({name + ".women",
                             "Women in the " + in_sentence(title) + " pay quarter",
                             women,
                             std::nullopt,
                             one_place_percent,
                             {}});
    if (has_men) {
      const Expression men = *share_in_quarter(staff, supplied, quarter, false);
      cells.emplace_back(men);
      draft.figures.push_back({name + ".men",
                               "Men in the " + in_sentence(title) + " pay quarter",
                               men,
                               std::nullopt,
                               one_place_percent,
                               {}});
    }
    table.row(std::move(cells));
  }
  table.note(
      "Staff on full pay in order of hourly pay, in four quarters of as near as can be the same size.");
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));
  if (!has_men) return;
  draft.charts.push_back({"pay-quarters-chart",
                          Chart::Kind::stacked_bars,
                          "Women and men in each pay quarter, " + context.snapshot,
                          "pay-quarters",
                          "quarter",
                          {"women", "men"}});
  section.charts.emplace_back("pay-quarters-chart");
}

}  // namespace

void add_pay_gap(const Context& context, const PeopleInput* staff, const Document* supplied, Draft& draft) {
  // Counted figures about staff hold no distribution of pay; records without sex have no women and men.
  const Characteristic* sex = staff == nullptr ? nullptr : staff->find("sex");
  const bool from_records =
      sex != nullptr && sex->has("female") && sex->has("male") && staff->has_pay && !staff->is_counted;
  const PeopleInput* with_pay = from_records ? staff : nullptr;
  Section section{"pay-gap", "Gender pay gap", {}, {}};
  add_measures(context, measures(with_pay, supplied), section, draft);
  add_quarters(context, with_pay, supplied, section, draft);
  if (!section.tables.empty()) draft.sections.push_back(std::move(section));
}

}  // namespace eqr::workforce
