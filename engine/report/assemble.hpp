// The report is put together: the template says which parts there are and in which order, narratives and
// themes fill them, figures are entered into the text, and what is missing is named in its place.
#pragma once

#include "measures/evaluate.hpp"
#include "report/material.hpp"
#include "report/model/report.hpp"
#include "report/template.hpp"

namespace eqr::report {

// Every placeholder must have been checked; one whose theme is missing is printed as [x].
[[nodiscard]] Report assemble(const Template& report_template, const Material& material,
                              const measures::Inputs& inputs, const measures::Evaluator& evaluator);

}  // namespace eqr::report
