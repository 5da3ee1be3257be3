#include "people/codebook_resolve.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "text/words.hpp"

namespace eqr::persons {
namespace {

using problems::Place;
using problems::Problem;

constexpr std::string_view not_stated = "not-stated";

std::string in_quotes(std::string_view word) {
  return '"' + std::string(word) + '"';
}

// Ids stand in figure names ({{workforce.sex.female.percent}}), where a full stop would part them.
bool is_id(std::string_view word) {
  return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == word.npos;
}

class Resolver {
 public:
  Resolver(const WrittenCharacteristic& written, Use use, std::vector<Problem>& problems)
      : m_written(written), m_use(use), m_problems(problems) {}

  Characteristic resolve() {
    m_made.id = m_written.id.value;
    if (!is_id(m_made.id)) tell_bad_id(m_written.id);
    if (m_written.looked_up && m_use == Use::events) {
      choose_source();
      return std::move(m_made);  // title and groups are those of the people input: adopt_looked_up()
    }
    if (m_written.title) {
      m_made.title = m_written.title->value;
    } else {
      tell(m_written.id.place, "\"title\" is missing", "write title = \"…\": it is printed above the groups");
    }
    if (m_written.within_period) add_period_leaves();
    if (m_written.groups) add_leaves(*m_written.groups, false);
    if (m_written.bands) add_leaves(*m_written.bands, false);
    if (m_made.leaves.empty()) tell(m_written.id.place, "there are no groups", "add groups = [ … ]");
    if (m_written.undeclared) add_leaves(*m_written.undeclared, true);
    if (!m_written.within_period) add_not_stated();
    add_values();
    choose_source();
    check_values();
    for (const WrittenAggregate& aggregate : m_written.aggregates.value_or(std::vector<WrittenAggregate>{})) {
      add_aggregate(aggregate);
    }
    return std::move(m_made);
  }

 private:
  void tell(Place where, std::string message, std::string hint = {}) {
    m_problems.push_back({std::move(where),
                          "characteristic " + in_quotes(m_written.id.value) + ": " + message,
                          std::move(hint)});
  }
  void tell_bad_id(const WrittenText& id) {
    tell(id.place, in_quotes(id.value) + " is not an id", "use small letters, digits and hyphens only");
  }
  std::vector<std::string> leaf_ids() const {
    std::vector<std::string> ids;
    for (const Leaf& leaf : m_made.leaves) ids.push_back(leaf.id);
    return ids;
  }

  // Leaves and aggregates share one set of ids and one of labels: conditions and tables name both.
  void claim(const WrittenText& id, const std::string& label) {
    if (!is_id(id.value)) tell_bad_id(id);
    if (!m_ids.insert(id.value).second) tell(id.place, "the id " + in_quotes(id.value) + " is used twice");
    if (!m_labels.insert(text::normalised(label)).second) {
      tell(id.place, "the label " + in_quotes(label) + " is used twice");
    }
  }

  void add_leaves(const std::vector<WrittenGroup>& groups, bool undeclared) {
    for (const WrittenGroup& group : groups) {
      claim(group.id, group.label);
      if (!undeclared && group.id.value == not_stated) {
        tell(group.id.place, "\"not-stated\" cannot be a declared group", "list it under undeclared");
      }
      m_made.leaves.push_back({group.id.value, group.label, {}, undeclared});
      m_places.push_back(group.id.place);
      m_values.push_back(group.values);
    }
  }
  void add_period_leaves() {
    if (m_written.groups || m_written.bands) {
      tell(m_written.within_period->place, "\"within_period\" brings its groups with it",
           "leave out groups and bands");
    }
    for (const auto& [id, label] : {std::pair{"in-period", "In the period"}, std::pair{"before", "Before"},
                                    std::pair{"none", "Not at all, or later"}}) {
      m_ids.emplace(id);
      m_made.leaves.push_back({id, label, {}, false});
      m_places.push_back(m_written.id.place);
      m_values.emplace_back();
    }
  }
  void add_not_stated() {
    if (m_ids.contains(not_stated)) return;
    m_ids.emplace(not_stated);
    m_made.leaves.push_back({std::string(not_stated), "Not stated", {}, true});
    m_places.push_back(m_written.id.place);
    m_values.emplace_back();
  }

  // Values added by an extending file win over inherited ones: HR systems give one letter many meanings.
  void add_values() {
    for (const auto& [group, values] : m_written.values) {
      const auto leaf = m_made.leaf(group.value);
      if (!leaf) {
        if (group.value.starts_with("which-group-")) {  // of a draft (codebook_draft.hpp)
          tell(group.place, "values that nobody has placed yet",
               "write the id of a group in the place of " + in_quotes(group.value) +
                   "; the lines above it list them");
        } else {
          tell(group.place, "values for a group " + in_quotes(group.value) + " that there is not",
               text::suggestion(group.value, leaf_ids()));
        }
        continue;
      }
      for (const WrittenText& value : values) {
        for (std::vector<WrittenText>& others : m_values) {
          std::erase_if(others, [&](const WrittenText& other) {
            return other.place.file != value.place.file &&
                   text::normalised(other.value) == text::normalised(value.value);
          });
        }
        m_values[*leaf].push_back(value);
      }
    }
  }

  // The one key of the characteristic that says where it is read from.
  void choose_source() {
    const std::optional<WrittenText>& column = m_written.column;
    const int given = (column ? 1 : 0) + (m_written.born ? 1 : 0) + (m_written.since ? 1 : 0) +
                      (m_written.within_period ? 1 : 0) + (m_written.looked_up ? 1 : 0);
    if (given > 1) {
      tell(m_written.id.place,
           "has more than one of \"column\", \"born\", \"since\", \"within_period\" and \"looked_up\"",
           "keep \"column\" for a column of groups or bands, \"born\" for dates of birth, \"since\" for "
           "dates of starting");
    }
    m_made.fixed = m_written.fixed.value_or(false);
    if (column) {
      m_made.source = CodedColumn{column->value};
    } else if (m_written.born) {
      m_made.source = BirthDate{m_written.born->value, bands_for(*m_written.born, "born")};
    } else if (m_written.since) {
      m_made.source = ServiceStart{m_written.since->value, bands_for(*m_written.since, "since")};
    } else if (m_written.within_period) {
      m_made.source = DateInPeriod{m_written.within_period->value};
    } else if (m_written.looked_up) {
      m_made.source = LookedUp{};
      if (m_use != Use::events) {
        tell(m_written.id.place, "\"looked_up\" is for events",
             "name the column of this extract that holds it");
      }
    } else if (m_use != Use::counted) {
      tell(m_written.id.place, "\"column\" is missing",
           "name the heading of the column that holds it (or \"born\" for age bands)");
    } else if (m_written.bands) {
      (void)bands();
    }
  }

  std::vector<AgeBand> bands_for(const WrittenText& key, const std::string& name) {
    if (!m_written.bands) tell(key.place, '"' + name + "\" needs bands", "add bands = [ … ]");
    return bands();
  }

  std::vector<AgeBand> bands() {
    std::vector<std::pair<AgeBand, Place>> list;
    for (const WrittenGroup& band : m_written.bands.value_or(std::vector<WrittenGroup>{})) {
      list.push_back({{band.id.value, band.from, band.to}, band.id.place});
      if (band.from && band.to && *band.from > *band.to) {
        tell(band.id.place, "the band " + in_quotes(band.id.value) + " ends before it begins");
      }
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return a.first.from.value_or(-1) < b.first.from.value_or(-1);
    });
    for (std::size_t i = 1; i < list.size(); ++i)
      check_neighbours(list[i - 1].first, list[i].first, list[i].second);
    std::vector<AgeBand> ordered;
    for (auto& [band, place] : list) ordered.push_back(std::move(band));
    return ordered;
  }
  void check_neighbours(const AgeBand& lower, const AgeBand& upper, const Place& place) {
    const std::string both = "the bands " + in_quotes(lower.leaf) + " and " + in_quotes(upper.leaf);
    if (!upper.from || !lower.to || *upper.from <= *lower.to) {
      const int shared = upper.from.value_or(0);
      tell(place, both + " overlap: both hold the age " + std::to_string(shared));
    } else if (*upper.from > *lower.to + 1) {
      const std::string first = std::to_string(*lower.to + 1), last = std::to_string(*upper.from - 1);
      tell(place,
           both + " leave a gap: neither holds " +
               (first == last ? "the age " + first : "the ages " + first + " to " + last),
           "let the upper band begin at " + first);
    }
  }

  void check_values() {
    std::map<std::string, std::size_t> owner;
    for (std::size_t i = 0; i < m_made.leaves.size(); ++i) {
      for (const WrittenText& value : m_values[i]) claim_value(value, i, owner);
    }
    const bool read_as_codes = std::holds_alternative<CodedColumn>(m_made.source);
    for (std::size_t i = 0; i < m_made.leaves.size(); ++i) {
      const Leaf& leaf = m_made.leaves[i];
      if (read_as_codes && m_values[i].empty() && leaf.id != not_stated) {
        tell(m_places[i], "group " + in_quotes(leaf.id) + " has no values",
             "list what stands in the column: values = [\"…\"]");
      }
    }
    const auto unanswered = m_made.leaf(not_stated);
    if (!owner.contains("") && unanswered) m_made.leaves[*unanswered].values.emplace_back();
  }
  void claim_value(const WrittenText& value, std::size_t leaf, std::map<std::string, std::size_t>& owner) {
    const std::string compared = text::normalised(value.value);
    if (compared.empty() && !m_made.leaves[leaf].undeclared) {
      tell(value.place,
           "blank cells cannot belong to the declared group " + in_quotes(m_made.leaves[leaf].id),
           "nobody who left a question blank has declared anything: list \"\" under undeclared");
    }
    const auto [first, is_new] = owner.emplace(compared, leaf);
    if (is_new) {
      m_made.leaves[leaf].values.push_back(value.value);
    } else if (first->second != leaf) {
      tell(value.place, "the value " + in_quotes(value.value) + " belongs to two groups, " +
                            in_quotes(m_made.leaves[first->second].id) + " and " +
                            in_quotes(m_made.leaves[leaf].id));
    } else {
      tell(value.place, "the value " + in_quotes(value.value) + " is listed twice",
           "values are compared without regard to capitals and spaces");
    }
  }

  void add_aggregate(const WrittenAggregate& written) {
    claim(written.id, written.label);
    Aggregate aggregate{written.id.value, written.label, {}};
    for (const WrittenText& part : written.of) {
      const auto earlier = std::find_if(m_made.aggregates.begin(), m_made.aggregates.end(),
                                        [&](const Aggregate& other) { return other.id == part.value; });
      if (m_made.leaf(part.value)) {
        aggregate.leaves.insert(part.value);
      } else if (earlier != m_made.aggregates.end()) {
        aggregate.leaves.insert(earlier->leaves.begin(), earlier->leaves.end());
      } else {
        tell(part.place,
             "aggregate " + in_quotes(written.id.value) + " is of an unknown group " + in_quotes(part.value),
             text::suggestion(part.value, leaf_ids()));
        return;
      }
    }
    if (aggregate.leaves.empty()) {
      tell(written.id.place, "aggregate " + in_quotes(aggregate.id) + " holds no groups");
      return;
    }
    const auto is_undeclared = [&](const std::string& id) {
      return m_made.leaves[*m_made.leaf(id)].undeclared;
    };
    const auto undeclared = std::count_if(aggregate.leaves.begin(), aggregate.leaves.end(), is_undeclared);
    if (undeclared != 0 && undeclared != std::ssize(aggregate.leaves)) {
      tell(written.id.place,
           "aggregate " + in_quotes(aggregate.id) + " mixes declared and undeclared groups");
    }
    m_made.aggregates.push_back(std::move(aggregate));
  }

  const WrittenCharacteristic& m_written;
  Use m_use;
  std::vector<Problem>& m_problems;
  Characteristic m_made;
  std::vector<Place> m_places;                     // of the leaves
  std::vector<std::vector<WrittenText>> m_values;  // of the leaves
  std::set<std::string, std::less<>> m_ids, m_labels;
};

}  // namespace

Characteristic resolved(const WrittenCharacteristic& written, Use use, std::vector<Problem>& problems) {
  return Resolver(written, use, problems).resolve();
}

}  // namespace eqr::persons
