// Protects the counts of a set of linked tables, and audits the outcome.
//
// usage: disclosure-job SYSTEM THRESHOLD
//
// SYSTEM is a text of whole numbers: how many cells and how many relations; for each cell its people and over
// how many characteristics it is a total; for each relation how many cells it has and which, the first being
// the sum of the others. Counts of 1 to THRESHOLD - 1 are protected. One line of JSON tells what came of it.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string>

#include "disclosure/audit.hpp"
#include "disclosure/secondary.hpp"

namespace eqr::disclosure {
namespace {

// What is lost with a published cell: large counts and totals are dear. A count of nobody is always
// published.
std::int64_t cost_of(std::int64_t people, std::int64_t totals) {
  const double of_people = std::log(1.0 + static_cast<double>(people));
  return std::llround(10.0 * (of_people + 0.1 + 3.0 * static_cast<double>(totals)));
}

Joint read_system(const std::string& path, std::int64_t threshold) {
  std::ifstream file(path);
  std::size_t cells = 0, relations = 0;
  file >> cells >> relations;
  Joint joint;
  for (std::size_t i = 0; i < cells && file; ++i) {
    JointCell cell;
    std::int64_t totals = 0;
    file >> cell.people >> totals;
    cell.is_protected = cell.people > 0 && cell.people < threshold;
    if (cell.is_protected) {
      cell.status = Status::withheld;
    } else if (cell.people > 0) {
      cell.cost = cost_of(cell.people, totals);
    }
    joint.cells.push_back(cell);
  }
  for (std::size_t i = 0; i < relations && file; ++i) {
    std::size_t size = 0;
    file >> size;
    Equation relation;
    for (std::size_t place = 0; place < size && file; ++place) {
      std::size_t cell = 0;
      file >> cell;
      relation.terms.push_back({cell, place == 0 ? -1 : 1});
    }
    joint.relations.push_back(std::move(relation));
  }
  if (!file) throw std::runtime_error(path + ": not the text of a whole system");
  return joint;
}

class Stopwatch {
 public:
  [[nodiscard]] double milliseconds() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
  }

 private:
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

nlohmann::ordered_json job(const std::string& path, std::int64_t threshold) {
  Joint joint = read_system(path, threshold);
  const std::int64_t width = threshold - 1;

  const Stopwatch choosing;
  const Secondary secondary = withhold_secondary(joint, width);
  const double chosen_in = choosing.milliseconds();

  const Stopwatch auditing;
  const std::vector<Audited> audited = audit(joint, width, secondary.witnesses);
  const double audited_in = auditing.milliseconds();

  const auto narrow = std::ranges::count_if(audited, [](const Audited& each) { return !each.is_wide; });
  const auto not_exact =
      std::ranges::count_if(audited, [](const Audited& each) { return !each.interval.is_exact; });
  return {{"cells", joint.cells.size()},
          {"relations", joint.relations.size()},
          {"protected", audited.size()},
          {"secondaries", secondary.withheld.size()},
          {"narrow", narrow},
          {"not_exact", not_exact},
          {"choosing_ms", chosen_in},
          {"audit_ms", audited_in}};
}

}  // namespace
}  // namespace eqr::disclosure

int main(int count, char** words) {
  const std::span arguments(words, static_cast<std::size_t>(count));
  const std::int64_t threshold = arguments.size() == 3 ? std::strtoll(arguments[2], nullptr, 10) : 0;
  if (threshold < 2) {
    std::fputs("usage: disclosure-job SYSTEM THRESHOLD\n", stderr);
    return 2;
  }
  try {
    std::cout << eqr::disclosure::job(arguments[1], threshold) << '\n';
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
  }
}
