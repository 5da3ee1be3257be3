#include "disclosure/primary.hpp"

#include <algorithm>

#include "disclosure/elimination.hpp"

namespace eqr::disclosure {
namespace {

using tallies::CountSum;
using tallies::Key;

class Primary {
 public:
  Primary(System& system, const Publication& publication, const Policy& policy)
      : m_system(system), m_publication(publication), m_policy(policy) {}

  void run() {
    for (std::size_t cell = 0; cell < m_system.meanings.size(); ++cell) {
      const System::Meaning& meaning = m_system.meanings[cell];
      if (!meaning.is_known) continue;
      if (is_few(m_system.joint.cells[cell].people)) withhold(cell, Reason::threshold);
      if (m_publication.earlier.withheld.contains(meaning.sum)) withhold(cell, Reason::year);
      if (meaning.sum.size() == 1 && m_publication.withheld_by_supplier.contains(meaning.sum.begin()->first))
        withhold(cell, Reason::supplier);
      if (is_named(meaning)) withhold(cell, Reason::by_hand);
    }
    for (const tallies::Relation& relation : m_publication.web.relations) look_at_groups(relation);
    leave_what_the_law_tells();
  }

 private:
  // What percentages required by law leave of their wholes, the law has published too: those who got no
  // bonus.
  void leave_what_the_law_tells() {
    if (m_publication.exempt.statutory_counts.empty()) return;
    Joint law = m_system.joint;
    for (JointCell& cell : law.cells) cell.status = Status::unshown;
    for (const Key& key : m_publication.exempt.statutory_counts) {
      const auto found = m_system.cell_of.find(tallies::just(key));
      if (found != m_system.cell_of.end()) law.cells[found->second].status = Status::published;
    }
    const Faced left = faced(law);
    const auto values = worked_out(left.attack);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]) m_system.joint.cells[left.cells[i]].is_protected = false;
    }
  }

  [[nodiscard]] bool is_few(std::int64_t people) const {
    return m_policy.is_too_small(static_cast<std::uint64_t>(people < 0 ? -people : people));
  }

  void withhold(std::size_t cell, Reason reason) {
    JointCell& at = m_system.joint.cells[cell];
    System::Meaning& meaning = m_system.meanings[cell];
    if (meaning.is_public || meaning.reason) return;
    if (at.status == Status::published) at.status = Status::withheld;
    meaning.reason = reason;
    at.is_protected = !m_publication.exempt.tells(meaning.sum) && !meaning.is_told_about;
  }

  [[nodiscard]] bool is_named(const System::Meaning& meaning) {
    if (meaning.sum.size() != 1) return false;
    bool is_it = false;
    for (std::size_t rule = 0; rule < m_policy.withhold.size(); ++rule) {
      if (!is_among(meaning.sum.begin()->first, m_policy.withhold[rule])) continue;
      is_it = true;
      if (meaning.is_shown) m_system.met.insert(rule);
    }
    return is_it;
  }
  [[nodiscard]] bool is_among(const Key& key, const Named& named) const {
    if (key.input != named.input) return false;
    return std::ranges::all_of(named.where, [&](const auto& condition) {
      const auto found = key.admits.find(condition.first);
      if (found == key.admits.end()) return false;
      const auto admitted =
          m_publication.dimensions.at(key.input).at(condition.first).admitted(condition.second);
      return admitted && std::ranges::includes(*admitted, found->second);
    });
  }

  void look_at_groups(const tallies::Relation& relation) {
    if (relation.total.admits.empty()) return;  // of everybody, no group is known to anybody
    for (const Key& part : relation.parts) {
      const auto differing = column_between(relation.total, part);
      if (!differing) continue;
      const auto total = m_system.cell_of.find(tallies::just(relation.total));
      const auto found = m_system.cell_of.find(tallies::just(part));
      if (!is_counted(total) || !is_counted(found)) continue;
      const std::int64_t all = m_system.joint.cells[total->second].people;
      const std::int64_t people = m_system.joint.cells[found->second].people;
      if (all == 0) continue;
      const bool tells_all = people == all && m_policy.sensitive.contains(*differing);
      const bool tells_none = people == 0 && m_policy.zeros.contains(*differing);
      if ((tells_all || tells_none) && tells_something(part, *differing))
        withhold(found->second, Reason::attribute);
    }
  }

  [[nodiscard]] bool is_counted(const std::map<CountSum, std::size_t>::iterator& found) const {
    return found != m_system.cell_of.end() && m_system.meanings[found->second].is_known;
  }

  // The column in which a part of a relation is narrower than its total.
  static std::optional<std::string> column_between(const Key& total, const Key& part) {
    for (const auto& [column, leaves] : part.admits) {
      const auto found = total.admits.find(column);
      if (found == total.admits.end() || found->second != leaves) return column;
    }
    return std::nullopt;
  }

  // To have declared, or not, tells nothing; nor does a group that those who have not declared are in as
  // well.
  [[nodiscard]] bool tells_something(const Key& part, const std::string& column) const {
    const tallies::Dimension& dimension = m_publication.dimensions.at(part.input).at(column);
    const std::set<std::string>& groups = part.admits.at(column);
    const auto is_undeclared = [&](const std::string& leaf) { return dimension.undeclared.contains(leaf); };
    return std::ranges::none_of(groups, is_undeclared) &&
           groups.size() + dimension.undeclared.size() < dimension.leaves.size();
  }

  System& m_system;
  const Publication& m_publication;
  const Policy& m_policy;
};

}  // namespace

void withhold_primary(System& system, const Publication& publication, const Policy& policy) {
  Primary(system, publication, policy).run();
}

}  // namespace eqr::disclosure
