#include "people/merging.hpp"

#include <algorithm>

#include "tallies/dimensions.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

std::string in_quotes(const std::string& word) {
  return '"' + word + '"';
}

std::optional<Objection> objection_to(const Characteristic& characteristic) {
  if (has_written_groups(characteristic)) return std::nullopt;
  if (std::holds_alternative<LookedUp>(characteristic.source))
    return Objection{in_quotes(characteristic.id) + " is looked up in another input",
                     "merge its groups there"};
  return Objection{"the groups of " + in_quotes(characteristic.id) + " follow from dates or from pay",
                   "merge groups that the codebook lists"};
}

class Merge {
 public:
  Merge(Characteristic& characteristic, const Merging& merging)
      : m_characteristic(characteristic), m_merging(merging) {}

  std::optional<Objection> apply() {
    if (auto objection = gather()) return objection;
    if (auto objection = check_together()) return objection;
    if (auto objection = check_name()) return objection;
    m_characteristic.merged.push_back(std::move(m_made));
    return std::nullopt;
  }

 private:
  [[nodiscard]] const Aggregate* aggregate(const std::string& id) const {
    const auto found = std::ranges::find(m_characteristic.aggregates, id, &Aggregate::id);
    return found == m_characteristic.aggregates.end() ? nullptr : &*found;
  }

  std::optional<Objection> gather() {
    for (const std::string& group : m_merging.groups) {
      if (m_characteristic.leaf(group)) {
        m_made.leaves.insert(group);
      } else if (const Aggregate* several = aggregate(group)) {
        m_made.leaves.insert(several->leaves.begin(), several->leaves.end());
      } else {
        return Objection{in_quotes(m_characteristic.id) + " has no group " + in_quotes(group),
                         text::suggestion(group, ids())};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> known;
    for (const Leaf& leaf : m_characteristic.leaves) known.push_back(leaf.id);
    for (const Aggregate& several : m_characteristic.aggregates) known.push_back(several.id);
    return known;
  }

  [[nodiscard]] bool is_undeclared(const std::string& leaf) const {
    return m_characteristic.leaves[*m_characteristic.leaf(leaf)].undeclared;
  }

  [[nodiscard]] std::optional<Objection> check_together() const {
    if (m_made.leaves.size() < 2)
      return Objection{"a merge needs two groups or more", "name them: groups = [\"…\", \"…\"]"};
    for (const Aggregate& earlier : m_characteristic.merged) {
      for (const std::string& leaf : earlier.leaves) {
        if (m_made.leaves.contains(leaf))
          return Objection{in_quotes(leaf) + " is in two merges", "make one merge of the two"};
      }
    }
    const auto undeclared =
        std::ranges::count_if(m_made.leaves, [this](const std::string& leaf) { return is_undeclared(leaf); });
    if (undeclared != 0 && undeclared != static_cast<std::ptrdiff_t>(m_made.leaves.size())) {
      return Objection{"groups that people declared, and those who did not, cannot be told together",
                       "merge the ones or the others"};
    }
    if (has_bands(m_characteristic) && !are_neighbours())
      return Objection{"the bands are not next to each other", "merge neighbouring bands"};
    for (const Aggregate& several : m_characteristic.aggregates) {
      if (tallies::is_split(several.leaves, m_made.leaves)) {
        return Objection{"the aggregate " + in_quotes(several.id) +
                             " is of some of these groups and of others, and would tell them apart",
                         "merge groups of one aggregate, or whole aggregates"};
      }
    }
    const std::set<std::string> declared = m_characteristic.declared();
    if (std::ranges::includes(m_made.leaves, declared)) {
      return Objection{"with all its groups merged, " + in_quotes(m_characteristic.id) + " tells nothing",
                       "leave a group apart, or leave the characteristic out of the themes' settings"};
    }
    return std::nullopt;
  }

  // Whether the bands that are merged stand one after the other.
  [[nodiscard]] bool are_neighbours() const {
    const auto is_merged = [this](const Leaf& leaf) { return m_made.leaves.contains(leaf.id); };
    const auto first = std::ranges::find_if(m_characteristic.leaves, is_merged);
    const auto end = std::find_if_not(first, m_characteristic.leaves.end(), is_merged);
    return static_cast<std::size_t>(end - first) == m_made.leaves.size();
  }

  // One name for one set of people.
  std::optional<Objection> check_name() {
    m_made.id = m_merging.id;
    m_made.label = m_merging.label;
    const bool is_word = !m_made.id.empty() && std::ranges::all_of(m_made.id, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!is_word)
      return Objection{"the id of merged groups is made of a-z, 0-9 and hyphens",
                       "such as \"mixed-or-other\""};
    const auto is_it = [this](const Aggregate& earlier) { return earlier.id == m_made.id; };
    if (m_characteristic.leaf(m_made.id) || std::ranges::any_of(m_characteristic.merged, is_it))
      return Objection{in_quotes(m_made.id) + " is another group's id",
                       "give merged groups an id of their own"};
    if (const Aggregate* same = aggregate(m_made.id)) {
      if (same->leaves != m_made.leaves) {
        return Objection{"the aggregate " + in_quotes(m_made.id) + " is of other groups",
                         "name its groups, or give the merged ones an id of their own"};
      }
      if (m_made.label.empty()) m_made.label = same->label;
    }
    if (is_label_of_others())
      return Objection{"another group is called " + in_quotes(m_made.label) + " already",
                       "give merged groups a label of their own"};
    if (m_made.label.empty())
      return Objection{"merged groups need a label", "label = \"Mixed or other ethnic group\""};
    return std::nullopt;
  }

  [[nodiscard]] bool is_label_of_others() const {
    const auto is_it = [this](const auto& group) {
      return text::normalised(group.label) == text::normalised(m_made.label);
    };
    const auto is_other = [&](const Leaf& leaf) { return is_it(leaf) && !m_made.leaves.contains(leaf.id); };
    const auto is_other_aggregate = [&](const Aggregate& several) {
      return is_it(several) && several.leaves != m_made.leaves;
    };
    return std::ranges::any_of(m_characteristic.leaves, is_other) ||
           std::ranges::any_of(m_characteristic.aggregates, is_other_aggregate) ||
           std::ranges::any_of(m_characteristic.merged, is_it);
  }

  Characteristic& m_characteristic;
  const Merging& m_merging;
  Aggregate m_made;
};

}  // namespace

bool has_bands(const Characteristic& characteristic) {
  return std::holds_alternative<BirthDate>(characteristic.source) ||
         std::holds_alternative<ServiceStart>(characteristic.source);
}

bool has_written_groups(const Characteristic& characteristic) {
  return has_bands(characteristic) || std::holds_alternative<NoColumn>(characteristic.source) ||
         std::holds_alternative<CodedColumn>(characteristic.source);
}

std::optional<Objection> merge(Codebook& codebook, const Merging& merging) {
  const auto found = std::ranges::find(codebook.characteristics, merging.column, &Characteristic::id);
  if (found == codebook.characteristics.end()) {
    std::vector<std::string> known;
    for (const Characteristic& each : codebook.characteristics) known.push_back(each.id);
    return Objection{"the codebook has no characteristic " + in_quotes(merging.column),
                     text::suggestion(merging.column, known)};
  }
  if (auto objection = objection_to(*found)) return objection;
  return Merge(*found, merging).apply();
}

}  // namespace eqr::persons
