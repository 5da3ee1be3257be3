#include "inputs/people_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "inputs/sha256.hpp"
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

TEST_F(PeopleFileTest, TheStreamGivesTheBytesAndFinishTheirHash) {
  const std::string bytes = std::string(700'000, 'x') + "end";
  m_folder.write("staff.csv", bytes);
  PeopleFile file(location("staff.csv"));
  EXPECT_EQ(file.name(), "staff.csv");
  std::ostringstream read;
  read << file.stream().rdbuf();
  EXPECT_EQ(read.str(), bytes);
  const Received expected{"staff.csv", sha256_of(bytes), bytes.size()};
  EXPECT_EQ(file.finish(), expected);
  EXPECT_EQ(file.finish(), expected);
}

TEST_F(PeopleFileTest, TheHashIsOfTheWholeFileEvenIfTheReaderStoppedEarly) {
  const std::string bytes(700'000, 'x');
  m_folder.write("staff.csv", bytes);
  PeopleFile file(location("staff.csv"));
  EXPECT_EQ(file.stream().get(), 'x');
  EXPECT_EQ(file.finish().sha256, sha256_of(bytes));
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
