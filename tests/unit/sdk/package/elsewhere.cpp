#include "eqr/theme.hpp"

namespace {

class Elsewhere final : public eqr::Theme {
 public:
  [[nodiscard]] eqr::Draft draft(const eqr::Context&) const override {
    eqr::Draft draft;
    draft.figures.push_back({"meetings.target", "Meetings aimed at", eqr::setting("target"), std::nullopt,
                             eqr::whole_things, ""});
    return draft;
  }
};

}  // namespace

EQR_THEME(Elsewhere)
