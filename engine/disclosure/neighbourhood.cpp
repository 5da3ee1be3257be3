#include "disclosure/neighbourhood.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "disclosure/approximate.hpp"
#include "disclosure/intervals.hpp"

namespace eqr::disclosure {
namespace {

constexpr double hardly = 1e-6;
constexpr std::int64_t as_far_as_can_be = 1'000;  // dearer than all that moves with it
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::int64_t room_below(const JointCell& cell) {
  return cell.people - cell.known.least;
}
std::optional<std::int64_t> room_above(const JointCell& cell) {
  if (!cell.known.most) return std::nullopt;
  return *cell.known.most - cell.people;
}

}  // namespace

RelationsOfCells relations_of_cells(const Joint& joint) {
  RelationsOfCells relations(joint.cells.size());
  for (std::size_t i = 0; i < joint.relations.size(); ++i) {
    for (const Term& term : joint.relations[i].terms) relations[term.of].push_back(i);
  }
  return relations;
}

Settled settled_cells(const Joint& joint, const RelationsOfCells& relations_of) {
  Settled settled;
  for (const JointCell& cell : joint.cells) settled.push_back(cell.status == Status::published);
  std::vector<std::size_t> open, last;  // cells not settled in each relation; relations with one
  for (const Equation& relation : joint.relations) {
    open.push_back(static_cast<std::size_t>(
        std::ranges::count_if(relation.terms, [&](const Term& term) { return !settled[term.of]; })));
    if (open.back() == 1) last.push_back(open.size() - 1);
  }
  while (!last.empty()) {
    const std::vector<Term>& terms = joint.relations[last.back()].terms;
    last.pop_back();
    const auto only = std::ranges::find_if(terms, [&](const Term& term) { return !settled[term.of]; });
    if (only == terms.end()) continue;
    settled[only->of] = true;
    for (const std::size_t relation : relations_of[only->of]) {
      if (--open[relation] == 1) last.push_back(relation);
    }
  }
  return settled;
}

Neighbourhood::Neighbourhood(const Joint& joint, const RelationsOfCells& relations_of, const Settled& settled,
                             std::size_t cell)
    : m_joint(joint),
      m_relations_of(relations_of),
      m_settled(settled),
      m_cells{cell},
      m_has_cell(joint.cells.size()),
      m_has_relation(joint.relations.size()) {
  m_has_cell[cell] = true;
}

bool Neighbourhood::widen(std::int64_t dearest) {
  const std::size_t relations_before = m_relations.size();
  for (; m_seen_cells < m_cells.size(); ++m_seen_cells) {
    for (const std::size_t relation : m_relations_of[m_cells[m_seen_cells]]) {
      if (!m_has_relation[relation]) m_relations.push_back(relation);
      m_has_relation[relation] = true;
    }
  }
  for (std::size_t i = relations_before; i < m_relations.size(); ++i) {
    for (const Term& term : m_joint.relations[m_relations[i]].terms) {
      if (m_has_cell[term.of] || !can_move(term.of, dearest)) continue;
      m_has_cell[term.of] = true;
      m_cells.push_back(term.of);
    }
  }
  return m_relations.size() > relations_before;
}

bool Neighbourhood::can_move(std::size_t cell, std::int64_t dearest) const {
  if (dearest == unpublished_only) return !m_settled[cell];
  const JointCell& at = m_joint.cells[cell];
  return at.status != Status::published || (at.cost && *at.cost <= dearest);
}

bool Neighbourhood::is_inside(std::size_t cell) const {
  return std::ranges::all_of(m_relations_of[cell],
                             [this](std::size_t relation) { return m_has_relation[relation]; });
}

Faced Neighbourhood::faced() const {
  Faced near;
  std::vector<std::size_t> unknown_of(m_joint.cells.size(), none);
  for (const std::size_t cell : m_cells) {
    const JointCell& at = m_joint.cells[cell];
    if (cell != m_cells.front() && (at.status == Status::published || !is_inside(cell))) continue;
    unknown_of[cell] = near.cells.size();
    near.cells.push_back(cell);
    near.people.push_back(at.people);
    near.attack.unknowns.push_back(at.known);
  }
  for (const std::size_t relation : m_relations) {
    Equation equation{{}, m_joint.relations[relation].sum};
    for (const Term& term : m_joint.relations[relation].terms) {
      if (unknown_of[term.of] == none) {
        equation.sum -= term.times * m_joint.cells[term.of].people;
      } else {
        equation.terms.push_back({unknown_of[term.of], term.times});
      }
    }
    if (!equation.terms.empty()) near.attack.equations.push_back(std::move(equation));
  }
  return near;
}

Neighbourhood::Program Neighbourhood::program(const Unknown& centre) const {
  Program program;
  std::vector<std::size_t> first_move(m_joint.cells.size(), none);  // a published cell has two, side by side
  const auto add = [&](const Move& move, const Unknown& bounds) {
    if (first_move[move.cell] == none) first_move[move.cell] = program.moves.size();
    program.moves.push_back(move);
    program.attack.unknowns.push_back(bounds);
  };
  for (const std::size_t cell : m_cells) {
    const JointCell& at = m_joint.cells[cell];
    if (cell == m_cells.front()) {
      add({cell, 1, 0}, centre);
    } else if (!is_inside(cell)) {
      continue;
    } else if (at.status != Status::published) {
      add({cell, 1, 0}, {-room_below(at), room_above(at)});
    } else {
      add({cell, 1, *at.cost}, {0, room_above(at)});
      add({cell, -1, *at.cost}, {0, room_below(at)});
    }
  }
  for (const std::size_t relation : m_relations) {
    Equation equation;
    for (const Term& term : m_joint.relations[relation].terms) {
      for (std::size_t i = first_move[term.of]; i < program.moves.size() && program.moves[i].cell == term.of;
           ++i)
        equation.terms.push_back({i, term.times * program.moves[i].times});
    }
    if (!equation.terms.empty()) program.attack.equations.push_back(std::move(equation));
  }
  return program;
}

std::optional<Neighbourhood::Pattern> Neighbourhood::cheapest(std::int64_t by) const {
  const Program all = program({by, by});
  std::vector<std::int64_t> cost;
  for (const Move& move : all.moves) cost.push_back(move.cost);
  const auto point = cheapest_point(all.attack, cost);
  if (!point) return std::nullopt;
  return pattern(all, *point);
}

std::optional<Neighbourhood::Pattern> Neighbourhood::farthest(std::int64_t by, int turn) const {
  const Program all = program({std::min<std::int64_t>(by, 0), std::max<std::int64_t>(by, 0)});
  std::vector<std::int64_t> cost;
  std::minstd_rand random(static_cast<unsigned>(turn));
  while (cost.size() < all.moves.size()) {
    const auto little = static_cast<std::int64_t>(random() % 7) - 3;
    cost.push_back(turn == 0 ? 0 : little);
  }
  cost.front() = by > 0 ? -as_far_as_can_be : as_far_as_can_be;
  const auto point = whole_point(all.attack, cost);
  if (!point) return std::nullopt;
  Pattern found = pattern(all, *point);
  if (!found.is_completion || found.by == 0) return std::nullopt;
  return found;
}

Neighbourhood::Pattern Neighbourhood::pattern(const Program& all, const std::vector<double>& point) const {
  Pattern pattern;
  pattern.by = std::llround(point.front());
  std::vector<std::int64_t> moved;
  for (std::size_t i = 0; i < all.moves.size(); ++i) {
    moved.push_back(std::llround(point[i]));
    if (std::abs(point[i]) < hardly) continue;
    pattern.moved.push_back({all.moves[i].cell, all.moves[i].times * moved.back()});
    if (m_joint.cells[all.moves[i].cell].status == Status::published) {
      pattern.published.push_back(all.moves[i].cell);
    }
  }
  pattern.is_completion = is_completion(all.attack, moved);
  return pattern;
}

}  // namespace eqr::disclosure
