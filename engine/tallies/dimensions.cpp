#include "tallies/dimensions.hpp"

#include <algorithm>
#include <iterator>

namespace eqr::tallies {

std::optional<std::set<std::string>> Dimension::admitted(std::span<const std::string> groups) const {
  std::set<std::string> found;
  for (const std::string& group : groups) {
    if (leaves.contains(group)) {
      found.insert(group);
    } else if (const auto merged = unions.find(group); merged != unions.end()) {
      found.insert(merged->second.begin(), merged->second.end());
    } else {
      return std::nullopt;
    }
  }
  return found;
}

bool is_split(const std::set<std::string>& groups, const std::set<std::string>& together) {
  const auto in_both = static_cast<std::size_t>(
      std::ranges::count_if(groups, [&](const std::string& group) { return together.contains(group); }));
  return in_both > 0 && in_both < groups.size() && in_both < together.size();
}

void narrow(Key& key, const std::string& column, const Dimension& dimension, std::set<std::string> admitted) {
  if (const auto earlier = key.admits.find(column); earlier != key.admits.end()) {
    std::set<std::string> both;
    std::ranges::set_intersection(earlier->second, admitted, std::inserter(both, both.end()));
    admitted = std::move(both);
  }
  if (admitted == (dimension.when_absent.empty() ? dimension.leaves : dimension.when_absent)) {
    key.admits.erase(column);
  } else {
    key.admits[column] = std::move(admitted);
  }
}

}  // namespace eqr::tallies
