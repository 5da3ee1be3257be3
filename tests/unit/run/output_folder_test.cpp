#include "run/output_folder.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>

#include "problems/problem.hpp"

namespace eqr::run {
namespace {

namespace fs = std::filesystem;

class OutputFolderTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "eqr-output-XXXXXX").string();
    m_top = ::mkdtemp(name.data());
  }
  void TearDown() override { fs::remove_all(m_top); }

  [[nodiscard]] fs::path out() const { return m_top / "out"; }
  [[nodiscard]] static std::string text(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }
  [[nodiscard]] std::string refusal(const std::string& slug = "report",
                                    Edition edition = Edition::draft) const {
    try {
      OutputFolder(out(), "out", slug, edition);
    } catch (const problems::Fault& fault) {
      EXPECT_EQ(fault.cost(), problems::Cost::nothing_written);
      return fault.what();
    }
    return "";
  }

  fs::path m_top;
};

TEST_F(OutputFolderTest, FilesAreSwappedInWholeAndOldOnesGo) {
  OutputFolder(out(), "out", "report", Edition::draft).publish({{"a.txt", "1"}, {"b.txt", "2"}}, {});
  OutputFolder(out(), "out", "report", Edition::draft).publish({{"a.txt", "3"}}, {{"run-record.json", "{}"}});
  EXPECT_EQ(text(out() / "draft" / "a.txt"), "3");
  EXPECT_FALSE(fs::exists(out() / "draft" / "b.txt"));
  EXPECT_EQ(text(out() / "private" / "run-record.json"), "{}");
  EXPECT_FALSE(fs::exists(out() / ".draft.new"));
}

TEST_F(OutputFolderTest, ThePrivateFolderIsTheOwnersAlone) {
  OutputFolder(out(), "out", "report", Edition::draft).publish({}, {{"run-record.json", "{}"}});
  EXPECT_EQ(fs::status(out() / "private").permissions() & fs::perms::all, fs::perms::owner_all);
  EXPECT_EQ(fs::status(out() / "private" / "run-record.json").permissions() & fs::perms::all,
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(OutputFolderTest, AFolderThatThisProgramDidNotMakeIsRefusedAndLeftAlone) {
  fs::create_directories(out() / "draft");
  std::ofstream(out() / "draft" / "mine.txt") << "mine";
  EXPECT_EQ(refusal(),
            "out/draft: is not a folder that this program made\n"
            "hint: move it away, or choose another folder with --out");
  EXPECT_EQ(text(out() / "draft" / "mine.txt"), "mine");
}

TEST_F(OutputFolderTest, TheFolderOfAnotherReportIsRefused) {
  OutputFolder(out(), "out", "first", Edition::draft).publish({{"a.txt", "1"}}, {});
  EXPECT_EQ(refusal("second"),
            "out/draft: holds another report\nhint: choose a folder of its own for this one with --out");
}

TEST_F(OutputFolderTest, ADraftNeverTouchesWhatIsPublished) {
  OutputFolder(out(), "out", "report", Edition::published).publish({{"a.txt", "final"}}, {});
  OutputFolder(out(), "out", "report", Edition::draft).publish({{"a.txt", "draft"}}, {});
  EXPECT_EQ(text(out() / "published" / "a.txt"), "final");
}

TEST_F(OutputFolderTest, ASecondRunIntoTheSameFolderIsRefusedWhileTheFirstIsWriting) {
  const OutputFolder first(out(), "out", "report", Edition::draft);
  EXPECT_EQ(
      refusal(),
      "out: another run is writing here\nhint: wait for it to end, or choose another folder with --out");
}

TEST_F(OutputFolderTest, NothingIsLostWhenTheDiskTakesNoMore) {
  OutputFolder(out(), "out", "report", Edition::draft).publish({{"a.txt", "old"}}, {});
  OutputFolder folder(out(), "out", "report", Edition::draft);
  // A file name that no disk takes stands for a disk that takes no more.
  EXPECT_THROW(folder.publish({{"a.txt", "new"}, {std::string(300, 'n'), "x"}}, {}), problems::Fault);
  EXPECT_EQ(text(out() / "draft" / "a.txt"), "old");
  EXPECT_FALSE(fs::exists(out() / ".draft.new"));
}

TEST_F(OutputFolderTest, TheWorkFolderIsPrivateAndGoneAfterwards) {
  fs::path work;
  {
    const OutputFolder folder(out(), "out", "report", Edition::draft);
    work = folder.work_folder();
    EXPECT_EQ(fs::status(work).permissions() & fs::perms::all, fs::perms::owner_all);
  }
  EXPECT_FALSE(fs::exists(work));
}

}  // namespace
}  // namespace eqr::run
