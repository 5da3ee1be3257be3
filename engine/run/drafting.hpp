// Themes write their drafts, each in a worker of its own.
#pragma once

#include <string>
#include <vector>

#include "report/material.hpp"
#include "run/receive.hpp"
#include "run/setup.hpp"
#include "themes/supervisor.hpp"

namespace eqr::run {

struct Drafted {
  std::vector<report::ThemeMaterial> themes;   // in the order of the run file
  std::vector<themes::DraftOutcome> outcomes;  // likewise; for the run record
};

// Drafts come back bound to the run's inputs and with their patterns written out.
[[nodiscard]] Drafted write_drafts(const Setup& setup, const Received& received,
                                   const Installation& installation, unsigned at_once);

// Everything the drafts ask, each question once.
[[nodiscard]] measures::Asked questions_of(const Drafted& drafted, const Received& received,
                                           const disclosure::Earlier& earlier);

}  // namespace eqr::run
