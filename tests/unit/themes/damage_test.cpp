// Damaged libraries: bytes changed at random and files cut short, as a bad copy leaves them. Nearly anything
// may come of it, in the loader or in the plugin, but only in the worker. The seed is fixed, so that a
// failure can be had again.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <random>
#include <sstream>

#include "themes/faulty_themes.hpp"

namespace {

using namespace eqr::themes;
namespace fs = std::filesystem;

class DamageTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "eqr-damage-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    m_scratch = pattern;
    const fs::path from = eqr::themes::testing::faulty_folder().path / "starts-a-thread";
    fs::copy(from, m_scratch / "starts-a-thread");
    std::ifstream library(m_scratch / "starts-a-thread/starts-a-thread.eqr.so", std::ios::binary);
    std::ostringstream bytes;
    bytes << library.rdbuf();
    m_whole = bytes.str();
    ASSERT_GT(m_whole.size(), 10'000U);
  }
  void TearDown() override { fs::remove_all(m_scratch); }

  // A request for the plugin with these bytes as its library. The plugin is read, checked and started as any.
  void run_with(const std::vector<std::string>& libraries) {
    std::vector<DraftRequest> requests;
    for (std::size_t i = 0; i < libraries.size(); ++i) {
      const fs::path folder = m_scratch / std::to_string(i);
      fs::create_directory(folder);
      fs::copy(m_scratch / "starts-a-thread", folder / "starts-a-thread", fs::copy_options::recursive);
      std::ofstream(folder / "starts-a-thread/starts-a-thread.eqr.so", std::ios::binary) << libraries[i];
      DraftRequest request = eqr::themes::testing::request_for("starts-a-thread", std::chrono::seconds(2));
      request.plugin = read_catalogue({{folder, "damaged", false}}).look_up("starts-a-thread");
      ASSERT_TRUE(request.plugin.usable());
      requests.push_back(std::move(request));
    }
    for (const DraftOutcome& outcome : write_drafts(requests, eqr::themes::testing::options())) {
      EXPECT_EQ(outcome.ok(), outcome.draft.has_value());
      EXPECT_EQ(outcome.ok(), outcome.sentence.empty());
    }
  }

  fs::path m_scratch;
  std::string m_whole;
};

TEST_F(DamageTest, changed_bytes_harm_nobody_but_the_worker) {
  std::mt19937 random(20'200'331);
  std::vector<std::string> libraries;
  for (int i = 0; i < 60; ++i) {
    std::string library = m_whole;
    for (auto changes = random() % 64 + 1; changes > 0; --changes) {
      library[random() % library.size()] = static_cast<char>(random() % 256);
    }
    libraries.push_back(std::move(library));
  }
  run_with(libraries);
}

TEST_F(DamageTest, a_file_cut_short_harms_nobody_but_the_worker) {
  std::vector<std::string> libraries = {""};
  for (std::size_t length = 1; length < m_whole.size(); length *= 2)
    libraries.push_back(m_whole.substr(0, length));
  run_with(libraries);
}

}  // namespace
