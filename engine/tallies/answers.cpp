#include "tallies/answers.hpp"

namespace eqr::tallies {
namespace {

Tally tally_of(const Key& key, bool pay) {
  Tally tally{key.input, key.snapshot, {}, pay};
  for (const auto& [column, groups] : key.admits) tally.by.push_back(column);
  return tally;
}

}  // namespace

void Questions::add(const Questions& other) {
  counts.insert(other.counts.begin(), other.counts.end());
  pay.insert(other.pay.begin(), other.pay.end());
}

std::vector<Tally> tallies_for(const Questions& questions) {
  std::set<Tally> wanted;
  for (const Key& key : questions.counts) wanted.insert(tally_of(key, false));
  for (const Key& key : questions.pay) wanted.insert(tally_of(key, true));
  return {wanted.begin(), wanted.end()};
}

std::string in_words(const Tally& tally) {
  std::string written = tally.pay ? "distribution of hourly pay of " : "count of ";
  written += tally.input + (tally.snapshot == Snapshot::this_year ? ", this year" : ", last year");
  for (std::size_t i = 0; i < tally.by.size(); ++i) {
    written += (i == 0 ? ", by " : i + 1 == tally.by.size() ? " and " : ", ") + tally.by[i];
  }
  return written;
}

void Answers::add(Answers other) {
  counts.merge(other.counts);
  pay.merge(other.pay);
}

}  // namespace eqr::tallies
