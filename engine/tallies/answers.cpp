#include "tallies/answers.hpp"

#include <numeric>

namespace eqr::tallies {
namespace {

Tally tally_of(const Key& key, std::optional<Amount> amount) {
  Tally tally{key.input, key.snapshot, {}, amount};
  for (const auto& [column, groups] : key.admits) tally.by.push_back(column);
  return tally;
}

std::string what_is_asked(const Tally& tally) {
  if (!tally.amount) return "count of ";
  return *tally.amount == Amount::bonus ? "distribution of bonus pay of " : "distribution of hourly pay of ";
}

}  // namespace

void Questions::add(const Questions& other) {
  counts.insert(other.counts.begin(), other.counts.end());
  for (const auto& [amount, keys] : other.amounts) amounts[amount].insert(keys.begin(), keys.end());
}

std::vector<Tally> tallies_for(const Questions& questions) {
  std::set<Tally> wanted;
  for (const Key& key : questions.counts) wanted.insert(tally_of(key, std::nullopt));
  for (const auto& [amount, keys] : questions.amounts) {
    for (const Key& key : keys) wanted.insert(tally_of(key, amount));
  }
  return {wanted.begin(), wanted.end()};
}

std::uint64_t people_in(const Distribution& paid) {
  return std::accumulate(paid.begin(), paid.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& amount) { return sum + amount.second; });
}

std::string in_words(const Tally& tally) {
  std::string written = what_is_asked(tally);
  written += tally.input + (tally.snapshot == Snapshot::this_year ? ", this year" : ", last year");
  for (std::size_t i = 0; i < tally.by.size(); ++i) {
    written += (i == 0 ? ", by " : i + 1 == tally.by.size() ? " and " : ", ") + tally.by[i];
  }
  return written;
}

void Answers::add(Answers other) {
  counts.merge(other.counts);
  for (auto& [amount, answered] : other.amounts) amounts[amount].merge(answered);
}

}  // namespace eqr::tallies
