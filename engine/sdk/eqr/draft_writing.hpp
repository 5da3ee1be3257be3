// A draft as JSON: what a plugin hands over. draft_json.hpp says what the format is.
#pragma once

#include <string>
#include <utility>

#include "eqr/draft_words.hpp"

namespace eqr {

inline constexpr std::string_view draft_format = "eqr.draft/1";

namespace detail {

[[nodiscard]] inline Json json_of(const Population& who) {
  Json conditions = Json::array();
  for (const Condition& condition : who.conditions()) {
    Json written{{"column", condition.column}};
    if (condition.of_row) {
      written["of-row"] = true;
    } else {
      written["groups"] = condition.groups;
    }
    conditions.push_back(std::move(written));
  }
  return {{"input", who.input()},
          {"snapshot", who.snapshot() == Snapshot::this_year ? "this" : "last"},
          {"where", std::move(conditions)}};
}

[[nodiscard]] inline Json json_of(const Expression& expression) {
  Json written{{"op", word_of(operation_words, expression.operation)}};
  switch (expression.operation) {
    case Operation::count:
    case Operation::mean_pay:
    case Operation::median_pay:
    case Operation::mean_bonus:
    case Operation::median_bonus:
      written["of"] = json_of(expression.population);
      break;
    case Operation::pay_quarter:
      written["of"] = json_of(expression.population);
      written["quarter"] = "q" + std::to_string(expression.number);
      written["column"] = expression.column;
      written["groups"] = expression.groups;
      written["among"] = expression.among;
      break;
    case Operation::cell:
      // Row numbers are places, written as text so that no bare number stands anywhere in a draft.
      written["input"] = expression.input;
      written["row"] = "r" + std::to_string(expression.row);
      written["column"] = expression.column;
      break;
    case Operation::rows: {
      written["input"] = expression.input;
      Json rows = Json::array();
      for (const std::size_t row : expression.row_numbers) rows.push_back("r" + std::to_string(row));
      written["rows"] = std::move(rows);
      break;
    }
    case Operation::setting:
      written["setting"] = expression.column;
      break;
    default: {
      Json operands = Json::array();
      for (const Expression& operand : expression.operands) operands.push_back(json_of(operand));
      written["operands"] = std::move(operands);
    }
  }
  return written;
}

[[nodiscard]] inline Json json_of(const Format& format) {
  return {{"unit", word_of(unit_words, format.unit)}, {"places", "p" + std::to_string(format.places)}};
}

[[nodiscard]] inline Json json_of(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return {{"text", *words}};
  if (const auto* expression = std::get_if<Expression>(&cell)) return {{"value", json_of(*expression)}};
  if (std::holds_alternative<RowLabel>(cell)) return {{"label", "of-row"}};
  return {{"shorthand", "z"}};
}

}  // namespace detail

[[nodiscard]] inline nlohmann::json to_json(const Draft& draft) {
  using detail::Json;
  Json figures = Json::array(), tables = Json::array(), charts = Json::array(), sections = Json::array();
  for (const Figure& figure : draft.figures) {
    Json written{{"name", figure.name},
                 {"title", figure.title},
                 {"value", detail::json_of(figure.value)},
                 {"format", detail::json_of(figure.format)},
                 {"note", figure.note}};
    if (figure.last_year) written["last-year"] = detail::json_of(*figure.last_year);
    figures.push_back(std::move(written));
  }
  for (const Table& table : draft.tables) {
    Json columns = Json::array(), rows = Json::array();
    for (const Column& column : table.columns) {
      const bool number = column.kind == Column::Kind::number;
      Json written{{"id", column.id}, {"header", column.header}, {"kind", number ? "number" : "text"}};
      if (number) written["format"] = detail::json_of(column.format);
      columns.push_back(std::move(written));
    }
    for (const Row& row : table.rows) {
      Json cells = Json::array();
      for (const Cell& cell : row.cells) cells.push_back(detail::json_of(cell));
      Json written{{"cells", std::move(cells)}};
      if (row.each) {
        written["each"] = {
            {"input", row.each->input}, {"column", row.each->column}, {"groups", row.each->groups}};
      }
      if (row.total) written["total"] = true;
      rows.push_back(std::move(written));
    }
    tables.push_back({{"id", table.id},
                      {"title", table.title},
                      {"columns", std::move(columns)},
                      {"rows", std::move(rows)},
                      {"notes", table.notes}});
  }
  for (const Chart& chart : draft.charts) {
    charts.push_back({{"id", chart.id},
                      {"kind", detail::word_of(detail::chart_words, chart.kind)},
                      {"title", chart.title},
                      {"table", chart.table},
                      {"label-column", chart.label_column},
                      {"value-columns", chart.value_columns}});
  }
  for (const Section& section : draft.sections) {
    sections.push_back({{"id", section.id},
                        {"heading", section.heading},
                        {"tables", section.tables},
                        {"charts", section.charts}});
  }
  return {{"format", draft_format},
          {"figures", std::move(figures)},
          {"tables", std::move(tables)},
          {"charts", std::move(charts)},
          {"sections", std::move(sections)}};
}

}  // namespace eqr
