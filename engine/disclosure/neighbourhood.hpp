// The relations around one cell of a joint system, as far as needed: how the cell could differ from the truth
// when everything further away stays as it is. What is found here holds in the whole system as well, for it
// changes nothing outside; and most cells need not look far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/joint.hpp"

namespace eqr::disclosure {

// For each cell the relations it stands in.
using RelationsOfCells = std::vector<std::vector<std::size_t>>;
[[nodiscard]] RelationsOfCells relations_of_cells(const Joint& joint);

// Whether each cell is settled by subtraction alone: published, or the only cell of a relation that is not
// settled. No completion changes those.
using Settled = std::vector<bool>;
[[nodiscard]] Settled settled_cells(const Joint& joint, const RelationsOfCells& relations_of);

// A cell that is another number of people than in truth.
struct Change {
  std::size_t cell = 0;
  std::int64_t by = 0;
};

class Neighbourhood {
 public:
  Neighbourhood(const Joint& joint, const RelationsOfCells& relations_of, const Settled& settled,
                std::size_t cell);

  // One step further from the cell, through cells that are not settled or, where published ones may move,
  // through all that are not published and those that cost no more than `dearest` to withhold. False when
  // that reaches nothing new.
  static constexpr std::int64_t unpublished_only = -1;
  bool widen(std::int64_t dearest);

  [[nodiscard]] std::size_t size() const { return m_cells.size(); }

  // What a reader faces who knows everything outside. The cell is unknown number 0.
  [[nodiscard]] Faced faced() const;

  struct Pattern {
    std::int64_t by = 0;                 // of the centre
    std::vector<std::size_t> published;  // cells that would have to be withheld
    std::vector<Change> moved;           // all cells that change, the centre among them
    // With the published cells of the pattern withheld, the pattern is a completion: whole numbers that keep
    // to every relation. Else it merely suggests one.
    bool is_completion = false;
  };
  // The cheapest way found for the cell to move by so much with no published cell moving but those of the
  // pattern; none if there is none this near. Cheapest by the sum of cost x distance moved, a linear stand-in
  // for the number of cells.
  [[nodiscard]] std::optional<Pattern> cheapest(std::int64_t by) const;

  // A completion in which the cell moves as far towards `by` as one is found; none if it cannot move. Only
  // for neighbourhoods of unpublished cells. With another `turn`, the distances that cells move cost a
  // little, each turn otherwise: another completion may come out.
  [[nodiscard]] std::optional<Pattern> farthest(std::int64_t by, int turn) const;

 private:
  // A column of the linear program: a cell that moves, at a cost for each person.
  struct Move {
    std::size_t cell = 0;
    std::int64_t times = 1;  // -1 for a published cell that goes down
    std::int64_t cost = 0;
  };
  struct Program {
    std::vector<Move> moves;
    Attack attack;  // how far each goes
  };

  [[nodiscard]] bool can_move(std::size_t cell, std::int64_t dearest) const;
  [[nodiscard]] bool is_inside(std::size_t cell) const;
  [[nodiscard]] Program program(const Unknown& centre) const;
  [[nodiscard]] Pattern pattern(const Program& all, const std::vector<double>& point) const;

  const Joint& m_joint;
  const RelationsOfCells& m_relations_of;
  const Settled& m_settled;
  std::vector<std::size_t> m_cells;  // the centre first
  std::vector<std::size_t> m_relations;
  std::vector<bool> m_has_cell, m_has_relation;
  std::size_t m_seen_cells = 0;  // whose relations are all in
};

}  // namespace eqr::disclosure
