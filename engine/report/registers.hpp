// The registers of a report while it is put together: figures, tables, notes and sources, each entered once
// and numbered in order of first use.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "measures/evaluate.hpp"
#include "report/material.hpp"
#include "report/model/report.hpp"

namespace eqr::report {

class Registers {
 public:
  // `report` is the one being put together.
  Registers(const Material& material, const measures::Inputs& inputs, const measures::Evaluator& evaluator,
            Report& report);

  // The index of a figure in the report, entered at first use; none if no theme gave it.
  std::optional<std::size_t> figure(const std::string& name);
  // A table or chart of a statement ("workforce" and "ethnicity"); none if it is not there, or if a chart would
  // show no value at all.
  std::optional<std::size_t> table(const measures::Statement& statement, const std::string& id);
  std::optional<std::size_t> chart(const measures::Statement& statement, const std::string& id);

  // The short codes that occur in tables and figures entered so far, in the order of the guidance.
  [[nodiscard]] std::vector<std::string> shorthands() const;

 private:
  struct Named {
    const measures::Statement* statement;
    const eqr::Figure* figure;
  };

  Table made(const measures::Statement& statement, const eqr::Table& drafted);
  Cell cell(const measures::Statement& statement, const eqr::Cell& drafted, const eqr::Column& column,
            Table& table);
  std::size_t note(const std::string& text);
  std::size_t source(const Source& source);
  void add_sources(const measures::Evaluated& evaluated, std::vector<std::size_t>& sources);
  void met(const Value& value);

  const Material& m_material;
  const measures::Inputs& m_inputs;
  const measures::Evaluator& m_evaluator;
  Report& m_report;
  std::map<std::string, Named> m_known_figures;
  std::map<std::string, std::size_t> m_figures, m_tables, m_charts, m_notes;
  std::map<std::vector<std::string>, std::size_t> m_sources;
  std::set<std::string> m_codes;
};

}  // namespace eqr::report
