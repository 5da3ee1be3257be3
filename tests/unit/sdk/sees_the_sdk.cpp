// The SDK's include root alone: its own headers are there. ENGINE_HEADER names a header of the engine, which
// must not be.
#include "eqr/document.hpp"

#ifdef ENGINE_HEADER
#include ENGINE_HEADER
#endif
