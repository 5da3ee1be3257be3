// A theme compiles with nothing but the SDK's include root. Defining ENGINE_HEADER adds a header of the
// engine, which must not be found.
#include "eqr/theme.hpp"

#ifdef ENGINE_HEADER
#include ENGINE_HEADER
#endif

namespace {

class Sample final : public eqr::Theme {
 public:
  [[nodiscard]] eqr::Draft draft(const eqr::Context&) const override { return {}; }
};

}  // namespace

EQR_THEME(Sample)
