#include "disclosure/publication.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "disclosure/intervals.hpp"
#include "disclosure/primary.hpp"

namespace eqr::disclosure {
namespace {

using tallies::CountSum;
using tallies::Key;

// What withholding a cell costs, in tenths: the more people, the more is lost; totals are worth more, and so
// is what percentages are taken of; nought is a finding.
constexpr double for_each_level = 3, for_nought = 6, for_each_share = 1, most_shares = 10;

// A percentage that came without its count stands for the count nearest to it.
std::int64_t nearest_count(const numbers::Decimal& percent, std::uint64_t base) {
  const std::int64_t nearest = numbers::rounded(numbers::exact(percent) * base / 100, 0).digits;
  return std::clamp<std::int64_t>(nearest, 0, static_cast<std::int64_t>(base));
}

class Building {
 public:
  Building(const Publication& publication, const Policy& policy)
      : m_publication(publication), m_policy(policy) {
    for (const tallies::Share& share : publication.shown.shares) ++m_shares_of[share.whole];
  }

  System finish() {
    for (const CountSum& sum : m_publication.shown.counts) {
      if (!sum.empty()) m_system.meanings[cell(sum)].is_shown = true;
    }
    for (const tallies::Relation& relation : m_publication.web.relations) relate(relation);
    for (const tallies::TableTotal& total : m_publication.shown.totals) relate(total.total, total.parts);
    for (const tallies::Share& share : m_publication.shown.shares) leave_remainder(share);
    leave_out_unkept();
    imagine_uncounted();
    for (const auto& [share, percent] : m_publication.earlier.shares) note_told(share, percent);
    for (std::size_t i = 0; i < m_system.meanings.size(); ++i) settle(i);
    withhold_primary(m_system, m_publication, m_policy);
    return std::move(m_system);
  }

 private:
  [[nodiscard]] std::optional<std::int64_t> truth_of(const Key& key) const {
    const auto found = m_publication.answers.counts.find(key);
    if (found == m_publication.answers.counts.end()) return told_earlier(key);
    if (const auto* count = std::get_if<tallies::Count>(&found->second))
      return static_cast<std::int64_t>(count->people);
    const auto* percentage = std::get_if<tallies::Percentage>(&found->second);
    if (percentage == nullptr) return told_earlier(key);
    if (percentage->base_people) return nearest_count(percentage->percent, *percentage->base_people);
    const auto base = percentage->base ? truth_of(*percentage->base) : std::nullopt;
    if (!base) return std::nullopt;
    return nearest_count(percentage->percent, static_cast<std::uint64_t>(*base));
  }

  // By a report that is out, of people whom this run has no records of.
  [[nodiscard]] std::optional<std::int64_t> told_earlier(const Key& key) const {
    const auto told = m_publication.earlier.published.find(tallies::just(key));
    if (told == m_publication.earlier.published.end()) return std::nullopt;
    return static_cast<std::int64_t>(told->second);
  }

  std::size_t cell(const CountSum& sum) {
    const auto [found, is_new] = m_system.cell_of.try_emplace(sum, m_system.joint.cells.size());
    const std::size_t index = found->second;
    if (!is_new) return index;
    JointCell made;
    made.status = Status::unshown;
    made.known = {0, everybody};
    System::Meaning meaning{sum, false, true, false, std::nullopt, false};
    const bool is_one = sum.size() == 1 && sum.begin()->second == 1;
    if (is_one) {
      const auto truth = truth_of(sum.begin()->first);
      meaning.is_known = truth.has_value();
      made.people = truth.value_or(0);
    }
    m_system.joint.cells.push_back(made);
    m_system.meanings.push_back(std::move(meaning));
    if (!is_one) define(index, sum);
    return index;
  }
  std::size_t cell(const Key& key) { return cell(tallies::just(key)); }

  // A sum of several counts is what they come to.
  void define(std::size_t index, const CountSum& sum) {
    Equation equation{{{index, -1}}, 0};
    std::int64_t people = 0, least = 0, most = 0;
    bool is_known = true;
    for (const auto& [key, times] : sum) {
      const std::size_t part = cell(key);
      const JointCell& at = m_system.joint.cells[part];
      equation.terms.push_back({part, times});
      people += times * at.people;
      (times > 0 ? most : least) += times * everybody;
      is_known = is_known && m_system.meanings[part].is_known;
    }
    m_system.joint.cells[index].people = people;
    m_system.joint.cells[index].known = {least, most};
    m_system.meanings[index].is_known = is_known;
    m_system.joint.relations.push_back(std::move(equation));
  }

  void relate(const tallies::Relation& relation) {
    std::vector<std::size_t> parts;
    for (const Key& part : relation.parts) parts.push_back(cell(part));
    m_system.joint.relations.push_back(sum_of(cell(relation.total), parts));
  }

  void relate(const CountSum& total, const std::vector<CountSum>& parts) {
    std::vector<std::size_t> cells;
    for (const CountSum& part : parts) cells.push_back(cell(part));
    m_system.joint.relations.push_back(sum_of(cell(total), cells));
  }

  // What a percentage leaves of its whole, where the part is one and the keys do not already say so.
  void leave_remainder(const tallies::Share& share) {
    if (share.part == share.whole || is_line(share) || !is_part(share)) return;
    CountSum rest = share.whole;
    for (const auto& [key, times] : share.part) {
      const auto [found, is_new] = rest.try_emplace(key, 0);
      found->second -= times;
      if (found->second == 0) rest.erase(found);
    }
    const std::size_t part = cell(share.part), whole = cell(share.whole);
    const auto& meanings = m_system.meanings;
    if (!meanings[part].is_known || !meanings[whole].is_known || rest.empty()) return;
    if (m_system.joint.cells[whole].people < m_system.joint.cells[part].people) return;
    m_system.joint.cells[cell(rest)].known = {0, everybody};
  }

  // Whether everybody in the part is in the whole, once. Leavers are no part of an average of two headcounts.
  [[nodiscard]] bool is_part(const tallies::Share& share) const {
    const auto is_once = [](const auto& counted) { return counted.second == 1; };
    if (share.part.empty() || !std::ranges::all_of(share.part, is_once)) return false;
    if (share.whole.empty() || !std::ranges::all_of(share.whole, is_once)) return false;
    return std::ranges::all_of(share.part, [&](const auto& counted) {
      return std::ranges::any_of(share.whole,
                                 [&](const auto& in) { return is_within(counted.first, in.first); });
    });
  }
  [[nodiscard]] bool is_within(const Key& part, const Key& whole) const {
    if (part.input != whole.input || part.snapshot != whole.snapshot) return false;
    if (tallies::is_of_document(part) || tallies::is_of_document(whole)) return is_of_rows(part, whole);
    const auto& dimensions = m_publication.dimensions.at(part.input);
    const auto admitted = [&](const Key& key, const std::string& column) {
      const tallies::Dimension& dimension = dimensions.at(column);
      const auto found = key.admits.find(column);
      if (found != key.admits.end()) return found->second;
      return dimension.when_absent.empty() ? dimension.leaves : dimension.when_absent;
    };
    return std::ranges::all_of(dimensions, [&](const auto& dimension) {
      return std::ranges::includes(admitted(whole, dimension.first), admitted(part, dimension.first));
    });
  }
  // Rows of a register, or two numbers in one row of a table: the shortlisted are some who applied.
  static bool is_of_rows(const Key& part, const Key& whole) {
    if (!tallies::is_of_document(part) || !tallies::is_of_document(whole)) return false;
    const auto &rows = part.admits.at("@row"), &of = whole.admits.at("@row");
    const bool is_cell = part.admits.contains("@column");
    if (is_cell != whole.admits.contains("@column")) return false;
    return is_cell ? rows == of : std::ranges::includes(of, rows);
  }

  // One group of one column: a relation among keys has its remainder.
  static bool is_line(const tallies::Share& share) {
    if (share.part.size() != 1 || share.whole.size() != 1) return false;
    const Key &part = share.part.begin()->first, &whole = share.whole.begin()->first;
    if (tallies::is_of_document(part) || part.input != whole.input || part.snapshot != whole.snapshot)
      return false;
    Key narrower = part;
    std::size_t more = 0;
    for (const auto& [column, leaves] : part.admits) {
      const auto found = whole.admits.find(column);
      if (found != whole.admits.end() && found->second == leaves) continue;
      if (found != whole.admits.end()) return false;
      narrower.admits.erase(column);
      ++more;
    }
    return more == 1 && narrower == whole;
  }

  // Figures that were counted elsewhere may not add up, and people change their groups from year to year:
  // nobody can conclude anything from a relation that is not so.
  void leave_out_unkept() {
    std::erase_if(m_system.joint.relations, [this](const Equation& relation) {
      std::int64_t sum = 0;
      for (const Term& term : relation.terms) {
        if (!m_system.meanings[term.of].is_known) return false;
        sum += term.times * m_system.joint.cells[term.of].people;
      }
      if (sum == relation.sum) return false;
      note_unkept(relation);
      return true;
    });
  }

  void note_unkept(const Equation& relation) {
    const auto total = std::ranges::find_if(relation.terms, [](const Term& term) { return term.times < 0; });
    if (total != relation.terms.end())
      m_system.unkept.insert(tallies::in_words(m_system.meanings[total->of].sum));
  }

  // Cells that nobody counted get numbers that are possible, so that the whole is a completion.
  void imagine_uncounted() {
    Joint uncounted = m_system.joint;
    for (std::size_t i = 0; i < uncounted.cells.size(); ++i) {
      uncounted.cells[i].status = m_system.meanings[i].is_known ? Status::published : Status::unshown;
    }
    const Faced all = faced(uncounted);
    for (const Part& part : parts_of(all.attack)) {
      Reader reader(attack_of(part, all.attack));
      if (reader.is_contradictory()) {
        forget(part, all);
        continue;
      }
      const Completion possible = reader.read(0).lowest;
      for (std::size_t i = 0; i < possible.size(); ++i) {
        m_system.joint.cells[all.cells[part.unknowns[i]]].people = possible[i];
      }
    }
  }

  // Relations of cells that no numbers fit are left out.
  void forget(const Part& part, const Faced& all) {
    std::set<std::size_t> cells;
    for (const std::size_t unknown : part.unknowns) cells.insert(all.cells[unknown]);
    std::erase_if(m_system.joint.relations, [&](const Equation& relation) {
      const bool is_of_them =
          std::ranges::any_of(relation.terms, [&](const Term& term) { return cells.contains(term.of); });
      if (is_of_them) note_unkept(relation);
      return is_of_them;
    });
  }

  // Where a percentage that is out is that of the counts as they are, it tells both. A small one is not told
  // by it: the report that is out withheld it.
  void note_told(const tallies::Share& share, const numbers::Decimal& told) {
    const auto part = m_system.cell_of.find(share.part), whole = m_system.cell_of.find(share.whole);
    if (part == m_system.cell_of.end() || whole == m_system.cell_of.end()) return;
    for (const std::size_t cell : {part->second, whole->second}) {
      const std::int64_t people = m_system.joint.cells[cell].people;
      if (!m_system.meanings[cell].is_known || people < 0 ||
          m_policy.is_too_small(static_cast<std::uint64_t>(people)))
        return;
    }
    const std::int64_t of = m_system.joint.cells[whole->second].people;
    if (of == 0) return;
    const auto percent =
        numbers::rounded(numbers::Exact(m_system.joint.cells[part->second].people) * 100 / of, told.places);
    if (percent == told) m_told_by_shares.insert({part->second, whole->second});
  }

  // A rounded count that is out cannot be protected any more closely than it has been told.
  void keep_within(JointCell& at, System::Meaning& meaning) const {
    const auto found = m_publication.earlier.within.find(meaning.sum);
    if (found == m_publication.earlier.within.end()) return;
    const auto& [least, most] = found->second;
    if (at.people < least || (most && at.people > *most)) return;  // it has changed since
    at.known.least = std::max(at.known.least, least);
    at.known.most = std::min(at.known.most.value_or(everybody), most.value_or(everybody));
    meaning.is_told_about = true;
  }

  [[nodiscard]] bool is_public_already(const CountSum& sum) const {
    return std::ranges::all_of(sum, [this](const auto& counted) {
      return m_publication.exempt.published_inputs.contains(counted.first.input);
    });
  }

  // Whether a cell is to be published, and what it would cost not to.
  void settle(std::size_t index) {
    JointCell& at = m_system.joint.cells[index];
    System::Meaning& meaning = m_system.meanings[index];
    if (!meaning.is_known) return;
    const auto earlier = m_publication.earlier.published.find(meaning.sum);
    const bool is_out = earlier != m_publication.earlier.published.end() &&
                        static_cast<std::int64_t>(earlier->second) == at.people;
    if (is_out || m_told_by_shares.contains(index) || is_public_already(meaning.sum)) {
      meaning.is_public = true;
      at.status = Status::published;
      return;
    }
    keep_within(at, meaning);
    const bool is_told_by_law = m_publication.exempt.tells(meaning.sum);
    if (is_told_by_law) at.known = {at.people, at.people};
    if (!meaning.is_shown) return;
    at.status = Status::published;
    if (!is_headline(meaning.sum) && !is_told_by_law) at.cost = cost_of(index);
  }

  // How many people there are in all is never withheld for the sake of others.
  static bool is_headline(const CountSum& sum) {
    return sum.size() == 1 && sum.begin()->first.admits.empty();
  }

  static CountSum a_year_before(const CountSum& sum) {
    CountSum before;
    for (const auto& [key, times] : sum) {
      Key then = key;
      then.snapshot = tallies::Snapshot::last_year;
      before.emplace(std::move(then), times);
    }
    return before;
  }

  [[nodiscard]] std::int64_t cost_of(std::size_t index) const {
    const CountSum& sum = m_system.meanings[index].sum;
    const auto people = static_cast<double>(std::max<std::int64_t>(m_system.joint.cells[index].people, 0));
    const Key& key = sum.begin()->first;
    const bool is_total = sum.size() > 1 || (!tallies::is_of_document(key) && key.admits.size() < 2);
    double cost = std::log1p(people) + 0.1;
    if (is_total) cost += for_each_level;
    if (people == 0) cost += for_nought;
    const auto shares = m_shares_of.find(sum);
    if (shares != m_shares_of.end()) cost += for_each_share * std::min<double>(shares->second, most_shares);
    if (m_policy.keep_pattern && m_publication.earlier.withheld.contains(a_year_before(sum))) cost /= 2;
    return std::max<std::int64_t>(1, std::llround(10 * cost));
  }

  const Publication& m_publication;
  const Policy& m_policy;
  std::map<CountSum, unsigned> m_shares_of;  // how many percentages are of it
  std::set<std::size_t> m_told_by_shares;    // cells
  System m_system;
};

}  // namespace

std::string in_words(Reason reason) {
  switch (reason) {
    case Reason::threshold:
      return "threshold";
    case Reason::attribute:
      return "attribute";
    case Reason::by_hand:
      return "by hand";
    case Reason::supplier:
      return "supplier";
    case Reason::pay_group:
      return "pay group";
    case Reason::dominance:
      return "dominance";
    case Reason::complement:
      return "complement";
    case Reason::secondary:
      return "secondary";
    case Reason::linked:
      return "linked";
    case Reason::year:
      return "year";
  }
  return "";
}

System system_of(const Publication& publication, const Policy& policy) {
  return Building(publication, policy).finish();
}

}  // namespace eqr::disclosure
