#include "disclosure/secondary.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "disclosure/intervals.hpp"
#include "disclosure/neighbourhood.hpp"

namespace eqr::disclosure {
namespace {

// Exact proofs are looked for among fewer cells than these, and others among somewhat more; what needs more
// is taken for too narrow.
constexpr std::size_t most_near = 300;
// So many points of a linear program are looked at, each for other costs, to find one that is whole.
constexpr int most_turns = 6;
// Each pattern should widen an interval by what it lacks; where whole numbers are in the way, another one
// may.
constexpr int most_patterns = 8;
// Patterns are looked for among cells that cost little first, then among those that cost twice as much, and
// among so many of them: most need no others.
constexpr std::int64_t little = 30;
constexpr std::size_t most_of_little = 1'000;
constexpr std::int64_t any_cost = INT64_MAX;

// What is known of a protected cell: how low and how high it can be, by completions. As long as the cells
// that these move stay unpublished, it holds.
struct Proof {
  std::int64_t low, high;
  Witness witness;

  // Nothing but how many there are.
  explicit Proof(std::int64_t people) : low(people), high(people) {}

  [[nodiscard]] bool is_wide(std::int64_t width) const { return high - low >= width; }
  [[nodiscard]] bool moves(std::size_t cell) const {
    return std::ranges::any_of(witness.lowest,
                               [cell](const Change& change) { return change.cell == cell; }) ||
           std::ranges::any_of(witness.highest, [cell](const Change& change) { return change.cell == cell; });
  }
  // A completion with so many people in the cell.
  void add(std::int64_t people, const std::vector<Change>& completion) {
    if (people < low) witness.lowest = completion;
    if (people > high) witness.highest = completion;
    low = std::min(low, people);
    high = std::max(high, people);
  }
};

void prove_within(const Faced& faced, std::int64_t width, Proof& proof) {
  // No further than is needed: where nothing bounds the cell, a completion so far away is proof enough.
  Attack attack = faced.attack;
  Unknown& centre = attack.unknowns.front();
  centre.least = std::max(centre.least, faced.people.front() - width);
  centre.most = std::min(centre.most.value_or(INT64_MAX), faced.people.front() + width);
  Reader reader(std::move(attack), faced.people);
  const Reading reading = reader.read(0, width);
  const auto add = [&](const Completion& completion) {
    std::vector<Change> moved;
    for (std::size_t i = 0; i < faced.cells.size(); ++i) {
      if (completion[i] != faced.people[i])
        moved.push_back({faced.cells[i], completion[i] - faced.people[i]});
    }
    proof.add(completion.front(), moved);
  };
  add(reading.lowest);
  add(reading.highest);
}

// Completions that move much of what is unpublished, among many cells: points of linear programs in floating
// point that turn out to be whole.
void look_among(const Neighbourhood& many, const JointCell& at, std::int64_t width, int turns, Proof& proof) {
  const auto look = [&](std::int64_t to, int turn) {
    if (to < at.known.least) to = at.known.least;
    if (at.known.most && to > *at.known.most) to = *at.known.most;
    const auto found = to == at.people ? std::nullopt : many.farthest(to - at.people, turn);
    if (!found) return;
    proof.add(at.people + found->by, found->moved);
  };
  for (int turn = 0; turn < turns && !proof.is_wide(width); ++turn) {
    look(proof.low + width, turn);
    if (!proof.is_wide(width)) look(proof.high - width, turn);
  }
}

// Looks further and further around a cell.
void look_around(Neighbourhood near, const JointCell& at, std::int64_t width, Proof& proof) {
  near.widen(Neighbourhood::unpublished_only);
  near.widen(Neighbourhood::unpublished_only);
  do {
    const Faced around = near.faced();
    if (around.cells.size() >= most_near) {
      look_among(near, at, width, 1, proof);
      break;
    }
    prove_within(around, width, proof);
  } while (!proof.is_wide(width) && near.size() < most_near && near.widen(Neighbourhood::unpublished_only));
}

class Withholding {
 public:
  Withholding(Joint& joint, std::int64_t width)
      : m_joint(joint), m_width(width), m_relations_of(relations_of_cells(joint)) {}

  Secondary run() {
    std::vector<std::size_t> narrow;
    for (std::size_t cell = 0; cell < m_joint.cells.size(); ++cell) {
      if (m_joint.cells[cell].is_protected) m_proofs.emplace(cell, m_joint.cells[cell].people);
    }
    for (const auto& [cell, proof] : m_proofs) {
      if (!prove(cell)) narrow.push_back(cell);
    }
    for (const std::size_t cell : narrow) protect(cell);
    publish_again();
    std::ranges::sort(m_withheld);
    Secondary made{std::move(m_withheld), {}};
    for (auto& [cell, proof] : m_proofs) made.witnesses.emplace(cell, std::move(proof.witness));
    return made;
  }

 private:
  // Whether a protected cell's interval is proven to be wide enough, by what is known or can be found.
  bool prove(std::size_t cell) {
    Proof& proof = m_proofs.at(cell);
    if (proof.is_wide(m_width) || settled()[cell]) return proof.is_wide(m_width);
    look_around({m_joint, m_relations_of, settled(), cell}, m_joint.cells[cell], m_width, proof);
    share(proof.witness.lowest);
    share(proof.witness.highest);
    return proof.is_wide(m_width);
  }

  // What proves one cell moves others, and proves as much of them.
  void share(const std::vector<Change>& completion) {
    for (const Change& change : completion) {
      const auto found = m_proofs.find(change.cell);
      if (found == m_proofs.end() || found->second.is_wide(m_width)) continue;
      found->second.add(m_joint.cells[change.cell].people + change.by, completion);
    }
  }

  const Settled& settled() {
    if (!m_settled) m_settled = settled_cells(m_joint, m_relations_of);
    return *m_settled;
  }
  void set_status(std::size_t cell, Status status) {
    m_joint.cells[cell].status = status;
    m_settled.reset();
  }

  void protect(std::size_t cell) {
    for (int tried = 0; tried < most_patterns && !prove(cell); ++tried) {
      const Proof& so_far = m_proofs.at(cell);
      const std::int64_t lacking = m_width - (so_far.high - so_far.low);
      // As far as it lacks in one direction; where bounds are in the way, part of it, and the rest in the
      // next pattern.
      std::optional<Neighbourhood::Pattern> pattern;
      for (std::int64_t step = lacking; step > 0 && !pattern; --step)
        pattern = cheapest_pattern(cell, so_far.low - step, so_far.high + step);
      if (!pattern) return;
      for (const std::size_t chosen : pattern->published) withhold(chosen);
      if (pattern->is_completion) share(pattern->moved);  // as its cells are withheld by now
    }
  }

  void withhold(std::size_t cell) {
    if (m_joint.cells[cell].status != Status::published) return;
    set_status(cell, Status::withheld);
    m_withheld.push_back(cell);
  }

  // What would have to be withheld for the cell to be as high or, where it cannot be, as low as this.
  [[nodiscard]] std::optional<Neighbourhood::Pattern> cheapest_pattern(std::size_t cell, std::int64_t low,
                                                                       std::int64_t high) {
    const JointCell& at = m_joint.cells[cell];
    for (const std::int64_t dearest : {little, 2 * little, any_cost}) {
      Neighbourhood near(m_joint, m_relations_of, settled(), cell);
      near.widen(dearest);
      for (bool grew = true; grew && (dearest == any_cost || near.size() < most_of_little);) {
        grew = near.widen(dearest);
        std::optional<Neighbourhood::Pattern> found;
        if (!at.known.most || high <= *at.known.most) found = near.cheapest(high - at.people);
        if (!found && low >= at.known.least) found = near.cheapest(low - at.people);
        if (found) return found;
      }
    }
    return std::nullopt;
  }

  void publish_again() {
    std::vector<std::size_t> dearest = m_withheld;
    std::ranges::stable_sort(dearest, std::ranges::greater{},
                             [this](std::size_t cell) { return *m_joint.cells[cell].cost; });
    for (const std::size_t cell : dearest) {
      if (can_be_published(cell)) std::erase(m_withheld, cell);
    }
  }

  bool can_be_published(std::size_t cell) {
    set_status(cell, Status::published);
    std::map<std::size_t, Proof> shaken;
    for (auto& [of, proof] : m_proofs) {
      if (proof.moves(cell)) shaken.emplace(of, std::exchange(proof, Proof(m_joint.cells[of].people)));
    }
    for (const auto& [of, proof] : shaken) {
      if (prove(of) || !proof.is_wide(m_width)) continue;
      set_status(cell, Status::withheld);
      for (const auto& [again, old] : shaken) m_proofs.at(again) = old;
      return false;
    }
    return true;
  }

  Joint& m_joint;
  std::int64_t m_width;
  RelationsOfCells m_relations_of;
  std::optional<Settled> m_settled;  // as long as no cell is withheld or published
  std::vector<std::size_t> m_withheld;
  std::map<std::size_t, Proof> m_proofs;  // of protected cells
};

}  // namespace

Secondary withhold_secondary(Joint& joint, std::int64_t width) {
  return Withholding(joint, width).run();
}

Interval proven_interval(const Joint& joint, const RelationsOfCells& relations_of, const Settled& settled,
                         std::size_t cell, std::int64_t width) {
  const JointCell& at = joint.cells[cell];
  Proof proof(at.people);
  if (settled[cell]) return {at.people, at.people, true};
  look_around({joint, relations_of, settled, cell}, at, width, proof);
  if (!proof.is_wide(width)) {
    Neighbourhood all(joint, relations_of, settled, cell);
    while (all.widen(Neighbourhood::unpublished_only)) {
    }
    look_among(all, at, width, most_turns, proof);
  }
  return {proof.low, proof.high, false};
}

}  // namespace eqr::disclosure
