// The thin program that plugins run in. No logic.
#include "themes/worker.hpp"

int main() {
  eqr::themes::work();
}
