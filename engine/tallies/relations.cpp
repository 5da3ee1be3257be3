#include "tallies/relations.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

namespace eqr::tallies {
namespace {

using Leaves = std::set<std::string>;

const std::string movement = "movement";
const Leaves in_post_last_year = {"stayed", "left"};

// Keys that differ in one column only: by the leaf groups they admit there.
using Line = std::map<Leaves, Key>;

Key without(Key key, const std::string& column) {
  key.admits.erase(column);
  return key;
}

class Weaving {
 public:
  Weaving(const std::set<Key>& keys, const Dimensions& dimensions) : m_given(keys), m_dimensions(dimensions) {
    for (const Key& key : keys) {
      if (!is_of_document(key) && dimensions.contains(key.input)) add(key);
    }
  }

  Web finish() {
    tie_years();
    std::map<std::tuple<Key, std::string>, Line> lines;
    for (const Key& key : m_all) {
      for (const auto& [column, leaves] : key.admits) lines[{without(key, column), column}][leaves] = key;
    }
    for (auto& [place, line] : lines) {
      const auto& [rest, column] = place;
      const Dimension& dimension = m_dimensions.at(rest.input).at(column);
      line[dimension.when_absent.empty() ? dimension.leaves : dimension.when_absent] = rest;
      weave(line, rest, column);
    }
    for (const Key& key : m_all) {
      if (!m_given.contains(key)) m_web.between.insert(key);
    }
    return std::move(m_web);
  }

 private:
  // With a key come those that have a column less.
  void add(const Key& key) {
    if (!m_all.insert(key).second) return;
    for (const auto& [column, leaves] : key.admits) add(without(key, column));
  }

  // Where the same people, but for the year, are asked for by movement.
  void tie_years() {
    std::set<Key> by_movement;
    std::vector<Key> earlier;
    for (const Key& key : m_all) {
      if (key.admits.contains(movement)) by_movement.insert(without(key, movement));
      if (key.snapshot == Snapshot::last_year) earlier.push_back(key);
    }
    for (const Key& key : earlier) {
      Key then = key;
      then.snapshot = Snapshot::this_year;
      if (!by_movement.contains(then)) continue;
      then.admits[movement] = in_post_last_year;
      add(then);
      m_web.relations.insert({key, {then}});
    }
  }

  void weave(const Line& line, const Key& rest, const std::string& column) {
    // Leaf groups that stand in the same sets are not told apart: together they are an atom.
    std::map<std::string, std::vector<bool>> sets_of_leaf;
    std::size_t index = 0;
    for (const auto& [leaves, key] : line) {
      for (const std::string& leaf : leaves) {
        auto& sets = sets_of_leaf[leaf];
        sets.resize(line.size());
        sets[index] = true;
      }
      ++index;
    }
    std::map<std::vector<bool>, Leaves> atoms;
    for (const auto& [leaf, sets] : sets_of_leaf) atoms[sets].insert(leaf);
    index = 0;
    for (const auto& [leaves, key] : line) {
      Relation relation{key, {}};
      for (const auto& [sets, atom] : atoms) {
        if (sets[index]) relation.parts.push_back(key_of_atom(line, rest, column, atom));
      }
      ++index;
      if (relation.parts.size() < 2) continue;
      std::ranges::sort(relation.parts);
      m_web.relations.insert(std::move(relation));
    }
  }

  Key key_of_atom(const Line& line, const Key& rest, const std::string& column, const Leaves& atom) {
    if (const auto found = line.find(atom); found != line.end()) return found->second;
    Key key = rest;
    key.admits[column] = atom;
    if (!m_given.contains(key)) m_web.between.insert(key);
    return key;
  }

  const std::set<Key>& m_given;
  const Dimensions& m_dimensions;
  std::set<Key> m_all;  // the given ones and those with a column less
  Web m_web;
};

}  // namespace

Web relations_among(const std::set<Key>& keys, const Dimensions& dimensions) {
  std::set<Key> all = keys;
  for (;;) {
    // What stands between keys stands in relations of its own.
    Web web = Weaving(all, dimensions).finish();
    if (web.between.empty()) {
      std::ranges::set_difference(all, keys, std::inserter(web.between, web.between.end()));
      return web;
    }
    all.merge(web.between);
  }
}

}  // namespace eqr::tallies
