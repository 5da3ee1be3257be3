#include "inputs/people_file.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "unit/inputs/temporary_folder.hpp"
#include "unit/tabular/fault_text.hpp"

namespace eqr::inputs {
namespace {

class PeopleFileTest : public testing::Test {
 protected:
  [[nodiscard]] Location location(const std::string& name) const {
    return file_location(name, m_folder.path());
  }

  tests::TemporaryFolder m_folder;
};

// All bytes, block after block, in pieces of so many.
std::string all_of(PeopleFile& file, std::size_t piece) {
  std::string all;
  tabular::Blocks::Block block;
  while (file.next(block)) {
    for (std::size_t from = 0; from < block.size; from += piece) {
      std::string some(std::min(piece, block.size - from), '\0');
      file.read(block, from, some.data(), some.size());
      all += some;
    }
  }
  return all;
}

// The hashes are Python's: hashlib.sha256 over the digests of blocks of 8 MiB.
TEST_F(PeopleFileTest, TheBlocksAreTheFileAndFinishTellsTheirHash) {
  const std::string bytes = "number,sex\n1,F\n";
  m_folder.write("staff.csv", bytes);
  PeopleFile file(location("staff.csv"));
  EXPECT_EQ(file.name(), "staff.csv");
  EXPECT_EQ(file.form(), "");
  EXPECT_EQ(file.start(), bytes);
  EXPECT_EQ(all_of(file, 4), bytes);
  const Received expected{"staff.csv", "d0f4fc8e2f142930c7c52778046b7db1cdb6acd223b05a1f267e4d65c36c6571",
                          15};
  EXPECT_EQ(file.finish(), expected);
}

std::string of_two_blocks_and_a_bit() {
  std::string bytes;
  for (int i = 0; i < 1 << 20; ++i) bytes += "0123456789abcde\n";
  return bytes + "end";
}
const std::string hash_of_two_blocks_and_a_bit =
    "9b5f1678e1e49fdcfa53cdc039b29dbb2178e169ac10d28bd199bced87f6902f";

TEST_F(PeopleFileTest, TheHashIsOfTheWholeFileInOrderEvenIfTheReaderStoppedEarlyOrReadABlockTwice) {
  const std::string bytes = of_two_blocks_and_a_bit();
  m_folder.write("staff.csv", bytes);
  PeopleFile early(location("staff.csv"));
  EXPECT_EQ(early.finish().sha256, hash_of_two_blocks_and_a_bit);

  PeopleFile twice(location("staff.csv"));
  tabular::Blocks::Block first, second;
  ASSERT_TRUE(twice.next(first));
  ASSERT_TRUE(twice.next(second));
  std::string piece(1'000'000, '\0');
  twice.read(second, 0, piece.data(), piece.size());
  for (std::size_t from = 0; from < second.size; from += 65'536)
    twice.read(second, from, piece.data(), 65'536);
  for (std::size_t from = 0; from < first.size; from += 65'536) twice.read(first, from, piece.data(), 65'536);
  EXPECT_EQ(twice.finish().sha256, hash_of_two_blocks_and_a_bit);
}

TEST_F(PeopleFileTest, APipeIsReadOnceAndHashedAlike) {
  const std::string bytes = of_two_blocks_and_a_bit();
  const std::filesystem::path pipe = m_folder.path() / "staff.pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  // Opened for both, so that neither end waits for the other to be opened.
  std::fstream held(pipe, std::ios::in | std::ios::out);
  std::thread writer([&] {
    std::ofstream(pipe, std::ios::binary) << bytes;
    held.close();
  });
  PeopleFile file(location("staff.pipe"));
  EXPECT_EQ(all_of(file, 100'000), bytes);
  writer.join();
  EXPECT_EQ(file.again(), nullptr);
  const Received received = file.finish();
  EXPECT_EQ(received.sha256, hash_of_two_blocks_and_a_bit);
  EXPECT_EQ(received.size, bytes.size());
}

TEST_F(PeopleFileTest, Utf16TextBecomesUtf8AndTheHashIsOfTheFileAsItWas) {
  const std::string bytes("\xFF\xFEn\0,\0s\0\n\0\xE9\0,\0\x46\0\n\0", 18);
  m_folder.write("staff.txt", bytes);
  PeopleFile file(location("staff.txt"));
  EXPECT_EQ(file.form(), "UTF-16");
  EXPECT_EQ(all_of(file, 3), "n,s\n\xC3\xA9,F\n");
  EXPECT_EQ(file.finish().sha256, "c41c46f6a6462d651f9fdb8be2dc9f7cc8fca6edac4103d8ea0464cd21b488d5");
}

TEST_F(PeopleFileTest, AFileThatGrowsWhileItIsReadIsRefused) {
  m_folder.write("staff.csv", "number,sex\n");
  PeopleFile file(location("staff.csv"));
  std::ofstream(m_folder.path() / "staff.csv", std::ios::app) << "1,F\n";
  EXPECT_EQ(tests::fault_text([&] { (void)file.finish(); }),
            "staff.csv: changed while it was being read\n"
            "hint: wait until the system that writes it has finished, then run again");
}

TEST_F(PeopleFileTest, AMissingFileIsToldBeforeAnythingIsRead) {
  m_folder.write("staff.csv", "x");
  EXPECT_EQ(tests::fault_text([&] { PeopleFile file(location("staf.csv")); }),
            "staf.csv: there is no such file\nhint: did you mean \"staff.csv\"?");
}

TEST_F(PeopleFileTest, PeopleAreNotReadFromAWebAddress) {
  EXPECT_EQ(
      tests::fault_text([] { PeopleFile file(url_location("http://figures.example/staff.csv?key=secret")); }),
      "http://figures.example/staff.csv?…: people cannot be read from a web address\n"
      "hint: save the extract where only the team can read it, and name that file");
}

}  // namespace
}  // namespace eqr::inputs
