#include "themes/expression_check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "text/words.hpp"

namespace eqr::themes {
namespace {

template <typename Value>
std::vector<std::string> keys(const std::map<std::string, Value>& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

// A near guess, or what to do when there is nothing to guess from.
std::string hint_from(const std::string& word, const std::vector<std::string>& known,
                      const std::string& otherwise) {
  return known.empty() ? otherwise : text::suggestion(word, known);
}

}  // namespace

std::vector<ExpressionProblem> ExpressionChecker::check(const Expression& expression, const Each* each) {
  visit(expression, each);
  return std::exchange(m_found, {});
}

std::vector<ExpressionProblem> ExpressionChecker::check(const Each& each) {
  if (const Characteristic* found = characteristic(each.input, each.column)) {
    if (each.groups.empty()) wrong("each() lists no group of \"" + each.column + "\"");
    check_groups(*found, each.groups);
    const std::set<std::string> distinct(each.groups.begin(), each.groups.end());
    if (distinct.size() != each.groups.size()) {
      wrong("each() lists a group of \"" + each.column + "\" twice");
    }
  }
  return std::exchange(m_found, {});
}

void ExpressionChecker::visit(const Expression& expression, const Each* each) {
  m_checked += 1;
  switch (expression.operation) {
    case Operation::count:
    case Operation::mean_pay:
    case Operation::median_pay:
    case Operation::mean_bonus:
    case Operation::median_bonus:
      return visit(expression.population, each);
    case Operation::pay_quarter:
      return visit_quarter(expression, each);
    case Operation::cell:
      return visit_cell(expression);
    case Operation::rows:
      return visit_rows(expression);
    case Operation::setting:
      return visit_setting(expression.column);
    default:
      for (const Expression& operand : expression.operands) visit(operand, each);
  }
}

// ---- people ----

const Characteristic* ExpressionChecker::characteristic(const std::string& input, const std::string& column) {
  const PeopleInput* people_input = m_context.people(input);
  if (people_input == nullptr) {
    const Role* role = m_manifest.role(input);
    if (role != nullptr && role->kind == Role::Kind::people) {
      wrong("the people input \"" + input + "\" is not bound in this run",
            "ask context.people(\"" + input + "\") whether it is there before counting it");
    } else {
      wrong("there is no people input \"" + input + "\"",
            hint_from(input, keys(m_context.people_inputs), "no people input is bound in this run"));
    }
    return nullptr;
  }
  if (column.empty()) return nullptr;
  const Characteristic* found = people_input->find(column);
  if (found == nullptr) {
    std::vector<std::string> known;
    for (const Characteristic& entry : people_input->characteristics) known.push_back(entry.id);
    wrong("the input \"" + input + "\" has no column \"" + column + "\"",
          hint_from(column, known, "its codebook lists no columns"));
  }
  return found;
}

void ExpressionChecker::check_groups(const Characteristic& characteristic,
                                     const std::vector<std::string>& groups) {
  for (const std::string& group : groups) {
    if (characteristic.has(group)) continue;
    std::vector<std::string> known;
    for (const auto* list : {&characteristic.groups, &characteristic.aggregates}) {
      for (const Group& entry : *list) known.push_back(entry.id);
    }
    wrong("\"" + characteristic.id + "\" has no group \"" + group + "\"",
          hint_from(group, known, "its codebook lists no groups"));
  }
}

void ExpressionChecker::visit(const Population& who, const Each* each) {
  // The input first, and once, however many conditions there are.
  (void)characteristic(who.input(), {});
  if (m_context.people(who.input()) == nullptr) return;
  for (const Condition& condition : who.conditions()) visit_condition(who, condition, each);
}

void ExpressionChecker::visit_quarter(const Expression& quarter, const Each* each) {
  if (quarter.number < 1 || quarter.number > 4) wrong("a pay quarter is 1, 2, 3 or 4");
  visit(quarter.population, each);
  if (m_context.people(quarter.population.input()) == nullptr) return;
  const Characteristic* found = characteristic(quarter.population.input(), quarter.column);
  if (found == nullptr) return;
  if (quarter.groups.empty() || quarter.among.empty()) {
    wrong("a pay quarter by \"" + quarter.column + "\" lists no group",
          "name the groups whose share it is, and all the groups that are ranked together");
  }
  check_groups(*found, quarter.groups);
  check_groups(*found, quarter.among);
  for (const Condition& condition : quarter.population.conditions()) {
    if (condition.column != quarter.column) continue;
    wrong("a pay quarter by \"" + quarter.column + "\" of people chosen by \"" + quarter.column + "\"",
          "leave out where(): the groups that are ranked together say who is in it");
  }
}

void ExpressionChecker::visit_condition(const Population& who, const Condition& condition, const Each* each) {
  const Characteristic* found = characteristic(who.input(), condition.column);
  if (found == nullptr) return;
  if (!condition.of_row) {
    if (condition.groups.empty()) wrong("a condition on \"" + condition.column + "\" lists no group");
    check_groups(*found, condition.groups);
  } else if (each == nullptr || each->column != condition.column) {
    wrong("where_row(\"" + condition.column + "\") stands outside an each() row of that column",
          "use where() and name the groups");
  } else if (each->input != who.input()) {
    check_groups(*found, each->groups);
  }
}

// ---- documents and settings ----

const Document* ExpressionChecker::document(const std::string& input) {
  const Document* found = m_context.document(input);
  if (found == nullptr) {
    wrong("there is no document \"" + input + "\" in this run",
          hint_from(input, keys(m_context.documents), "no document is bound in this run"));
  }
  return found;
}

void ExpressionChecker::visit_cell(const Expression& cell) {
  const Document* from = document(cell.input);
  if (from == nullptr) return;
  if (cell.row == 0 || cell.row > from->row_count()) {
    wrong("the document \"" + cell.input + "\" has no row " + std::to_string(cell.row));
  }
  const auto column = std::ranges::find(from->columns(), cell.column, &DocumentColumn::id);
  const Role* role = m_manifest.role(cell.input);
  const bool figures = role != nullptr && role->kind == Role::Kind::figures;
  std::vector<std::string> numbers;
  for (const DocumentColumn& entry : from->columns()) {
    if (entry.is_number) numbers.push_back(entry.id);
  }
  if (column == from->columns().end()) {
    wrong("the document \"" + cell.input + "\" has no column \"" + cell.column + "\"",
          hint_from(cell.column, numbers, "it has no number columns"));
  } else if (figures ? cell.column != "value" && cell.column != "base" : !column->is_number) {
    wrong("the column \"" + cell.column + "\" of the document \"" + cell.input + "\" holds no numbers",
          figures ? "one of: value, base" : hint_from(cell.column, numbers, "it has no number columns"));
  }
}

void ExpressionChecker::visit_rows(const Expression& rows) {
  const Document* from = document(rows.input);
  if (from == nullptr) return;
  std::set<std::size_t> seen;
  for (const std::size_t row : rows.row_numbers) {
    if (row == 0 || row > from->row_count()) {
      wrong("the document \"" + rows.input + "\" has no row " + std::to_string(row));
    } else if (!seen.insert(row).second) {
      wrong("row " + std::to_string(row) + " of the document \"" + rows.input + "\" is counted twice");
    }
  }
}

void ExpressionChecker::visit_setting(const std::string& name) {
  const SettingSchema* found = m_manifest.setting(name);
  std::vector<std::string> numbers;
  for (const SettingSchema& schema : m_manifest.settings) {
    if (schema.is_number()) numbers.push_back(schema.name);
  }
  if (found == nullptr) {
    wrong("theme.json declares no setting \"" + name + "\"",
          hint_from(name, numbers, "it declares no numbers"));
  } else if (!found->is_number()) {
    wrong("the setting \"" + name + "\" is not a number", hint_from(name, numbers, "it declares no numbers"));
  }
}

}  // namespace eqr::themes
