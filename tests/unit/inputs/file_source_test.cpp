#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "digests/sha256.hpp"
#include "inputs/source.hpp"
#include "unit/inputs/temporary_folder.hpp"
#include "unit/tabular/fault_text.hpp"

namespace eqr::inputs {
namespace {

class FileSourceTest : public testing::Test {
 protected:
  [[nodiscard]] Snapshot fetched(const std::string& name, Limits limits = {}) const {
    return make_source(file_location(name, m_folder.path()), limits)->fetch();
  }
  [[nodiscard]] std::string fault_of(const std::string& name, Limits limits = {}) const {
    return tests::fault_text([&] { (void)fetched(name, limits); });
  }

  tests::TemporaryFolder m_folder;
};

TEST_F(FileSourceTest, AFileIsReadFromTheRunFolderAndKnownByItsHash) {
  m_folder.write("inputs/facts.csv", "id,label,value\n");
  const Snapshot snapshot = fetched("inputs/facts.csv");
  EXPECT_EQ(snapshot.name, "inputs/facts.csv");
  EXPECT_EQ(snapshot.bytes, "id,label,value\n");
  EXPECT_EQ(snapshot.size, 15U);
  EXPECT_EQ(snapshot.sha256, digests::sha256_of("id,label,value\n"));
  EXPECT_EQ(snapshot.fetched_at, "");
}

TEST_F(FileSourceTest, AnAbsoluteNameStandsForItself) {
  m_folder.write("facts.csv", "x");
  EXPECT_EQ(fetched((m_folder.path() / "facts.csv").string()).bytes, "x");
}

TEST_F(FileSourceTest, AnEmptyFileIsASnapshotOfNothing) {
  m_folder.write("facts.csv", "");
  EXPECT_EQ(fetched("facts.csv").size, 0U);
}

TEST_F(FileSourceTest, EachFetchReadsAnew) {
  m_folder.write("facts.csv", "one");
  const auto source = make_source(file_location("facts.csv", m_folder.path()));
  EXPECT_EQ(source->fetch().bytes, "one");
  m_folder.write("facts.csv", "two");
  EXPECT_EQ(source->fetch().bytes, "two");
}

TEST_F(FileSourceTest, AMissingFileIsToldWithTheNameThatWasProbablyMeant) {
  m_folder.write("inputs/facts.csv", "x");
  EXPECT_EQ(fault_of("inputs/fcats.csv"),
            "inputs/fcats.csv: there is no such file\nhint: did you mean \"inputs/facts.csv\"?");
  EXPECT_EQ(fault_of("inputs/Facts.CSV"),
            "inputs/Facts.CSV: there is no such file\n"
            "hint: did you mean \"inputs/facts.csv\"? capital and small letters differ");
  EXPECT_EQ(fault_of("inputs/apprentices.csv"),
            "inputs/apprentices.csv: there is no such file\n"
            "hint: names are relative to the folder of the run file");
  EXPECT_EQ(
      fault_of("input/facts.csv"),
      "input/facts.csv: there is no such file\n"
      "hint: the folder it should be in is not there either; names are relative to the run file's folder");
  EXPECT_EQ(
      fault_of("inputs/facts.csv/x"),
      "inputs/facts.csv/x: there is no such file\n"
      "hint: the folder it should be in is not there either; names are relative to the run file's folder");
}

TEST_F(FileSourceTest, AFolderIsNoFile) {
  m_folder.write("inputs/facts.csv", "x");
  EXPECT_EQ(fault_of("inputs"), "inputs: is a folder\nhint: name a file in it");
}

TEST_F(FileSourceTest, ANamedPipeAndADeviceAreRefusedWithoutWaiting) {
  ASSERT_EQ(mkfifo((m_folder.path() / "pipe.csv").c_str(), 0600), 0);
  EXPECT_EQ(fault_of("pipe.csv"),
            "pipe.csv: is not an ordinary file\nhint: name a file that holds the input");
  EXPECT_EQ(fault_of("/dev/zero"),
            "/dev/zero: is not an ordinary file\nhint: name a file that holds the input");
}

TEST_F(FileSourceTest, AFileThatMayNotBeReadIsToldAsSuch) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  m_folder.write("facts.csv", "x");
  std::filesystem::permissions(m_folder.path() / "facts.csv", std::filesystem::perms::none);
  EXPECT_EQ(fault_of("facts.csv"),
            "facts.csv: may not be read by this user\nhint: ask its owner for the right to read it");
}

TEST_F(FileSourceTest, AFileOverTheLimitIsRefusedAndNeverShortened) {
  m_folder.write("facts.csv", std::string(1025, 'x'));
  EXPECT_EQ(fetched("facts.csv", {30, 1025}).size, 1025U);
  EXPECT_EQ(fault_of("facts.csv", {30, 1024}),
            "facts.csv: is larger than 1 kB\nhint: check that it is the file that was meant");
}

TEST_F(FileSourceTest, ANameThatIsNoneIsTold) {
  EXPECT_EQ(fault_of(""), "a file without a name\nhint: write the name of the file");
  EXPECT_EQ(
      fault_of(std::string(300, 'x')),
      std::string(300, 'x') + ": has a name that is too long for this system\nhint: give it a shorter name");
}

}  // namespace
}  // namespace eqr::inputs
