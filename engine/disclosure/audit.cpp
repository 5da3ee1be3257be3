#include "disclosure/audit.hpp"

#include <optional>
#include <stdexcept>

#include "disclosure/elimination.hpp"
#include "disclosure/intervals.hpp"
#include "disclosure/secondary.hpp"

namespace eqr::disclosure {
namespace {

// Intervals of larger parts are proven from near by: exact ones would take long, and prove no more.
constexpr std::size_t most_for_exact = 250;

Completion truth_of(const Part& part, const Faced& all) {
  Completion truth;
  for (const std::size_t unknown : part.unknowns) truth.push_back(all.people[unknown]);
  return truth;
}

// What a witness proves, if it is one.
std::optional<Interval> witnessed(const Joint& joint, const RelationsOfCells& relations, std::size_t cell,
                                  const Witnesses& witnesses) {
  const auto found = witnesses.find(cell);
  if (found == witnesses.end()) return std::nullopt;
  const auto& [lowest, highest] = found->second;
  if (!is_possible(lowest, joint, relations) || !is_possible(highest, joint, relations)) return std::nullopt;
  const std::int64_t people = joint.cells[cell].people;
  return Interval{people + change_of(cell, lowest), people + change_of(cell, highest), false};
}

}  // namespace

std::vector<Audited> audit(const Joint& joint, std::int64_t width, const Witnesses& witnesses) {
  const Faced all = faced(joint);
  const RelationsOfCells relations = relations_of_cells(joint);
  const Settled settled = settled_cells(joint, relations);
  const auto given_away = worked_out(all.attack);
  std::vector<Audited> audited;
  std::vector<std::size_t> place(joint.cells.size());
  for (std::size_t cell = 0; cell < joint.cells.size(); ++cell) {
    if (!joint.cells[cell].is_protected) continue;
    place[cell] = audited.size();
    audited.push_back({cell, {}, false});
  }
  for (const Part& part : parts_of(all.attack)) {
    std::optional<Reader> reader;
    if (part.unknowns.size() <= most_for_exact)
      reader.emplace(attack_of(part, all.attack), truth_of(part, all));
    for (std::size_t i = 0; i < part.unknowns.size(); ++i) {
      const std::size_t unknown = part.unknowns[i], cell = all.cells[unknown];
      if (!joint.cells[cell].is_protected) continue;
      Interval interval;
      if (reader) {
        interval = reader->read(i).interval;
      } else {
        const auto told = witnessed(joint, relations, cell, witnesses);
        interval = told && told->is_at_least(width) ? *told
                                                    : proven_interval(joint, relations, settled, cell, width);
      }
      const bool is_point = interval.high == interval.low;
      if (given_away[unknown] && !is_point) throw std::logic_error("two audits of one cell do not agree");
      audited[place[cell]] = {cell, interval, interval.is_at_least(width)};
    }
  }
  return audited;
}

}  // namespace eqr::disclosure
