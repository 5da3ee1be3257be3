// Themes written with the SDK that let something out of draft(), and one that does not.
#include <stdexcept>
#include <thread>
#include <vector>

#include "eqr/theme.hpp"

namespace faulty {

using namespace eqr;

Draft sound() {
  Draft draft;
  draft.figures.push_back({"target", "Target", setting("target"), std::nullopt, whole_things, ""});
  return draft;
}

// With what a careless log or page would trip over.
Draft throws() {
  throw std::runtime_error("no such column <b>grade</b> \x1b[31m\nsecond line \xff");
}

Draft throws_an_int() {
  throw 42;
}

Draft throws_in_a_thread() {
  std::thread([] { throw std::runtime_error("thrown in a thread"); }).join();
  return sound();
}

Draft refuses_its_input() {
  throw ThemeFault("the register holds no meeting of the year");
}

Draft allocates_for_ever() {
  std::vector<std::vector<char>> pieces;
  constexpr std::size_t piece = std::size_t{8} << 20;
  for (;;) pieces.emplace_back(piece, 'x');
}

class Faulty final : public Theme {
 public:
  [[nodiscard]] Draft draft(const Context&) const override { return FAULT(); }
};

}  // namespace faulty

EQR_THEME(faulty::Faulty)
