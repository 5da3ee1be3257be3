// Loads a plugin's library and reads its descriptor. Only in a worker: constructors of the library run before
// anything of it can be checked, and a damaged library can end the process inside the loader.
#pragma once

#include <string>

#include "eqr/plugin.h"
#include "themes/reason.hpp"

namespace eqr::themes {

struct Loaded {
  const eqr_plugin* plugin = nullptr;  // null: it may not be used, and why
  Reason reason = Reason::load_failed;
  std::string detail;  // may hold bytes of a damaged file: make it printable before showing it
};

// Loads the library from this path, which is never unloaded again. The descriptor comes back only if it is
// whole and of a version that this program speaks.
[[nodiscard]] Loaded load_plugin(const std::string& path);

}  // namespace eqr::themes
