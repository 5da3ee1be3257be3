#include "registers.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "eqr/supplied_figures.hpp"

namespace eqr::eliminating_discrimination {
namespace {

constexpr std::array<std::string_view, 9> protected_characteristics = {"Age",
                                                                       "Disability",
                                                                       "Gender reassignment",
                                                                       "Marriage and civil partnership",
                                                                       "Pregnancy and maternity",
                                                                       "Race",
                                                                       "Religion or belief",
                                                                       "Sex",
                                                                       "Sexual orientation"};
constexpr std::string_view complete = "complete";
constexpr std::string_view cross_referenced = "yes";

std::string folded(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return lower;
}

// "Age; disability ;Sex" as its parts, trimmed, empty ones left out.
std::vector<std::string> parts(const std::string& list) {
  std::vector<std::string> found;
  std::size_t from = 0;
  while (from <= list.size()) {
    const std::size_t end = std::min(list.find(';', from), list.size());
    const std::size_t first = list.find_first_not_of(" \t", from);
    if (first < end) {
      const std::size_t last = list.find_last_not_of(" \t", end - 1);
      found.push_back(list.substr(first, last - first + 1));
    }
    from = end + 1;
  }
  return found;
}

void put(std::vector<RowGroup>& groups, const std::string& label, std::size_t row) {
  auto group = std::find_if(groups.begin(), groups.end(),
                            [&](const RowGroup& seen) { return folded(seen.label) == folded(label); });
  if (group == groups.end()) group = groups.insert(group, {label, {}});
  // A characteristic named twice in one row is one assessment.
  if (group->rows.empty() || group->rows.back() != row) group->rows.push_back(row);
}

void append_not_stated(std::vector<RowGroup>& groups, std::vector<std::size_t> rows) {
  if (!rows.empty()) groups.push_back({stated(""), std::move(rows)});
}

std::vector<std::size_t> rows_reading(const Document& document, std::string_view column,
                                      std::string_view value) {
  for (const RowGroup& group : by_value(document, column)) {
    if (folded(group.label) == value) return group.rows;
  }
  return {};
}

std::string title(std::string subject, const Context& context) {
  return std::move(subject) + ", " + context.organisation + ", " + context.period;
}

// A row for each group: how many rows of the document, and their share of all.
Table counted_table(std::string id, std::string table_title, std::string label_header,
                    std::string count_header, const Document& document, const std::vector<RowGroup>& groups) {
  Table table(std::move(id), std::move(table_title));
  table.text_column("group", std::move(label_header))
      .number_column("number", std::move(count_header), whole_things)
      .number_column("share", "Share of all", one_place_percent);
  const Expression all = document.count_rows(all_rows(document));
  for (const RowGroup& group : groups) {
    const Expression counted = document.count_rows(group.rows);
    table.row({group.label, counted, percent_of(counted, all)});
  }
  return table;
}

void put_in(Table table, Draft& draft, Section& section) {
  section.tables.push_back(table.id);
  draft.tables.push_back(std::move(table));
}

Table eqia_by_service(const Document& eqia_register, const Context& context) {
  Table table("eqia-by-service", title("Equality impact assessments by service", context));
  table.text_column("service", "Service")
      .number_column("assessments", "Assessments", whole_things)
      .number_column("complete", "Of which complete", whole_things);
  const std::vector<std::size_t> finished = rows_reading(eqia_register, "status", complete);
  for (const RowGroup& service : by_value(eqia_register, "service")) {
    std::vector<std::size_t> finished_here;
    std::set_intersection(service.rows.begin(), service.rows.end(), finished.begin(), finished.end(),
                          std::back_inserter(finished_here));
    table.row({service.label, eqia_register.count_rows(service.rows),
               eqia_register.count_rows(std::move(finished_here))});
  }
  table.total_row(
      {"All", eqia_register.count_rows(all_rows(eqia_register)), eqia_register.count_rows(finished)});
  return table;
}

Table eqia_list(const Document& eqia_register, const Context& context) {
  Table table("eqia-register", title("Register of equality impact assessments", context));
  table.text_column("assessment", "What was assessed")
      .text_column("service", "Service")
      .text_column("characteristics", "Characteristics affected")
      .text_column("status", "Status")
      .text_column("outcome", "Outcome")
      .text_column("source", "Source");
  for (const std::size_t row : all_rows(eqia_register)) {
    std::vector<Cell> cells;
    for (const char* column : {"assessment", "service", "characteristics", "status", "outcome", "source"}) {
      cells.emplace_back(stated(eqia_register.text(row, column)));
    }
    table.row(std::move(cells));
  }
  return table;
}

}  // namespace

std::vector<RowGroup> by_value(const Document& document, std::string_view column) {
  std::vector<RowGroup> groups;
  std::vector<std::size_t> empty;
  for (const std::size_t row : all_rows(document)) {
    const std::string& value = document.text(row, column);
    if (value.empty()) {
      empty.push_back(row);
    } else {
      put(groups, value, row);
    }
  }
  append_not_stated(groups, std::move(empty));
  return groups;
}

std::vector<RowGroup> by_characteristic(const Document& eqia_register) {
  std::vector<RowGroup> groups;
  // All nine are shown, so that a characteristic nobody looked at stands there with nought.
  for (const std::string_view name : protected_characteristics) groups.push_back({std::string(name), {}});
  std::vector<std::size_t> empty;
  for (const std::size_t row : all_rows(eqia_register)) {
    const std::vector<std::string> named = parts(eqia_register.text(row, "characteristics"));
    if (named.empty()) empty.push_back(row);
    for (const std::string& name : named) {
      if (folded(name) == "all") {
        for (const std::string_view each : protected_characteristics) put(groups, std::string(each), row);
      } else {
        put(groups, name, row);
      }
    }
  }
  append_not_stated(groups, std::move(empty));
  return groups;
}

void add_eqia(const Document& eqia_register, const Context& context, Draft& draft, Section& section) {
  const auto statuses = by_value(eqia_register, "status");
  const auto characteristics = by_characteristic(eqia_register);

  draft.figures.push_back({"eqia.assessments", "Equality impact assessments in the register",
                           eqia_register.count_rows(all_rows(eqia_register)), std::nullopt, whole_things,
                           ""});
  for (const RowGroup& status : statuses) {
    draft.figures.push_back({"eqia.status." + id_from(status.label),
                             "Equality impact assessments with the status: " + status.label,
                             eqia_register.count_rows(status.rows), std::nullopt, whole_things, ""});
  }
  for (const RowGroup& characteristic : characteristics) {
    draft.figures.push_back({"eqia.characteristic." + id_from(characteristic.label),
                             "Equality impact assessments that affect: " + characteristic.label,
                             eqia_register.count_rows(characteristic.rows), std::nullopt, whole_things, ""});
  }

  put_in(eqia_by_service(eqia_register, context), draft, section);
  put_in(counted_table("eqia-by-status", title("Equality impact assessments by status", context), "Status",
                       "Assessments", eqia_register, statuses),
         draft, section);
  Table affected = counted_table("eqia-by-characteristic",
                                 title("Equality impact assessments by characteristic affected", context),
                                 "Characteristic", "Assessments", eqia_register, characteristics);
  affected.note(
      "An assessment may affect several characteristics, so the numbers add up to more than the assessments "
      "in the register.");
  put_in(std::move(affected), draft, section);
  put_in(eqia_list(eqia_register, context), draft, section);

  draft.charts.push_back({"eqia-by-characteristic-chart",
                          Chart::Kind::bars,
                          title("Equality impact assessments by characteristic affected", context),
                          "eqia-by-characteristic",
                          "group",
                          {"number"}});
  section.charts.push_back("eqia-by-characteristic-chart");
}

void add_strategies(const Document& strategies, const Context& context, Draft& draft, Section& section) {
  const Expression total = strategies.count_rows(all_rows(strategies));
  const Expression referring =
      strategies.count_rows(rows_reading(strategies, "equality_policy", cross_referenced));
  draft.figures.push_back(
      {"strategies.total", "Corporate strategies listed", total, std::nullopt, whole_things, ""});
  draft.figures.push_back({"strategies.cross-referenced",
                           "Corporate strategies that refer to the equality policy", referring, std::nullopt,
                           whole_things, ""});
  draft.figures.push_back({"strategies.cross-referenced-percent",
                           "Share of corporate strategies that refer to the equality policy",
                           percent_of(referring, total), std::nullopt, one_place_percent, ""});

  put_in(counted_table("strategies-by-answer",
                       title("Corporate strategies by whether they refer to the equality policy", context),
                       "Refers to the equality policy", "Strategies", strategies,
                       by_value(strategies, "equality_policy")),
         draft, section);
  Table list("strategies", title("Corporate strategies and the equality policy", context));
  list.text_column("strategy", "Strategy")
      .text_column("period", "Period")
      .text_column("equality-policy", "Refers to the equality policy")
      .text_column("how", "How")
      .text_column("source", "Source");
  for (const std::size_t row : all_rows(strategies)) {
    std::vector<Cell> cells;
    for (const char* column : {"strategy", "period", "equality_policy", "how", "source"}) {
      cells.emplace_back(stated(strategies.text(row, column)));
    }
    list.row(std::move(cells));
  }
  put_in(std::move(list), draft, section);
}

}  // namespace eqr::eliminating_discrimination
