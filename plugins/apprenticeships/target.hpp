// The target section: the measures of the Public Sector Apprenticeship Targets Regulations 2017 (SI
// 2017/513), worked out from the numbers of the return, which have the letters of the regulations as ids:
//
//   a  employees in England whose employment began in the period
//   b  apprentices who began work in the period and whose agreement also began then
//   c  employees in England at the end of the period        d  of those, apprentices
//   g  apprentices who worked for the body immediately before the period
//   h  employees in England on the day before the period
//   E = 100 b/a   F = 100 d/c   I = 100 b/h, the measure with a target, 2.3 per cent in a year
//
// Tables `target-counts` and `target-measures`; figures `target.a` to `target.i`, `target.percent` (what is
// aimed at), `target.difference`. Percentages have two places, as bodies publish them.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::apprenticeships {

void add_target(const Context& context, const Document& target, Draft& draft);

}  // namespace eqr::apprenticeships
