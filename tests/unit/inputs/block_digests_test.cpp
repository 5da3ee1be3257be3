// The digest of digests, whoever brings the bytes and when.
#include "inputs/block_digests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace eqr::inputs {
namespace {

std::string some_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  std::mt19937 random(20'180'331);
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

// By the definition, from digests of whole blocks.
std::string by_definition(std::string_view bytes) {
  digests::Sha256 whole;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), digest_block))) {
    digests::Sha256 block;
    block.add(bytes.substr(0, digest_block));
    whole.add(block.finish_bytes());
  }
  return whole.finish();
}

TEST(BlockDigests, ThreadsThatTakePiecesAsTheyComeAgreeWithOneAfterAnother) {
  constexpr std::size_t unit = std::size_t{1024} * 1024, piece = 100'000;
  const std::string bytes = some_bytes(2 * digest_block + 5 * unit + 17);
  const std::string expected = by_definition(bytes);
  for (const std::size_t threads : {1U, 2U, 5U}) {
    BlockDigests digests;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t at = next.fetch_add(unit); at < bytes.size(); at = next.fetch_add(unit)) {
        const std::string_view mine = std::string_view(bytes).substr(at, unit);
        for (std::size_t from = 0; from < mine.size(); from += piece) {
          digests.add(at + from, mine.substr(from, piece));
        }
      }
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
    EXPECT_EQ(digests.finish(), expected) << threads;
  }
}

TEST(BlockDigests, PiecesBackToFrontTwiceOrAcrossTwoBlocksMakeNoDifference) {
  const std::string bytes = some_bytes(digest_block + 3'000'000);
  const std::string expected = by_definition(bytes);
  const std::string_view all = bytes;
  BlockDigests backwards;
  for (std::size_t end = bytes.size(); end > 0;) {
    const std::size_t from = end - std::min<std::size_t>(end, 700'001);
    backwards.add(from, all.substr(from, end - from));
    backwards.add(from, all.substr(from, end - from));
    end = from;
  }
  EXPECT_EQ(backwards.finish(), expected);
  BlockDigests at_once;
  at_once.add(0, all);
  EXPECT_EQ(at_once.finish(), expected);
}

}  // namespace
}  // namespace eqr::inputs
