// The draft as JSON (format "eqr.draft/1"), written by the plugin and read by the engine.
//
// Reading is strict: an unknown key, a wrong type, a missing part or a number where an expression belongs is
// a fault that names its place. A draft that holds a bare number is refused, whatever the number is about:
// even places are written as words ("r12" for row 12, "p1" for one digit after the point).
#pragma once

#include "eqr/draft_reading.hpp"
#include "eqr/draft_writing.hpp"
