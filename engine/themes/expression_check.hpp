// Whether what an expression names is there: people inputs with their columns and groups, documents with
// their rows and columns, settings.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "eqr/theme.hpp"
#include "themes/manifest.hpp"

namespace eqr::themes {

struct ExpressionProblem {
  std::string message;
  std::string hint;
};

class ExpressionChecker {
 public:
  // Both are borrowed and have to outlive the checker.
  ExpressionChecker(const Manifest& manifest, const Context& context)
      : m_manifest(manifest), m_context(context) {}

  // `each` is that of the row the expression stands in; null outside each() rows.
  [[nodiscard]] std::vector<ExpressionProblem> check(const Expression& expression, const Each* each);
  [[nodiscard]] std::vector<ExpressionProblem> check(const Each& each);

  // How many expressions were checked so far, operands counted.
  [[nodiscard]] std::size_t checked() const { return m_checked; }

 private:
  void visit(const Expression& expression, const Each* each);
  void visit(const Population& who, const Each* each);
  void visit_quarter(const Expression& quarter, const Each* each);
  void visit_condition(const Population& who, const Condition& condition, const Each* each);
  void visit_cell(const Expression& cell);
  void visit_rows(const Expression& rows);
  void visit_setting(const std::string& name);
  void check_groups(const Characteristic& characteristic, const std::vector<std::string>& groups);
  [[nodiscard]] const Characteristic* characteristic(const std::string& input, const std::string& column);
  [[nodiscard]] const Document* document(const std::string& input);
  void wrong(std::string message, std::string hint = {}) {
    m_found.push_back({std::move(message), std::move(hint)});
  }

  const Manifest& m_manifest;
  const Context& m_context;
  std::vector<ExpressionProblem> m_found;
  std::size_t m_checked = 0;
};

}  // namespace eqr::themes
