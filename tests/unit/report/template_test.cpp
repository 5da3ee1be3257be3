#include "report/template.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

namespace eqr::report {
namespace {

namespace fs = std::filesystem;

class TemplateTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "eqr-template-XXXXXX").string();
    m_top = ::mkdtemp(name.data());
    fs::create_directories(m_top / "templates" / "short");
    fs::create_directories(m_top / "run");
    write("templates/short/template.toml", "[[sections]]\nid = \"foreword\"\nnarratives = [\"foreword\"]\n");
    write("templates/short/wording.toml",
          "[headings]\nforeword = \"Foreword\"\n[texts]\nsummary = \"About {organisation} in {period}.\"\n");
  }
  void TearDown() override { fs::remove_all(m_top); }

  void write(const std::string& file, const std::string& text) const { std::ofstream(m_top / file) << text; }
  [[nodiscard]] Template read(const std::string& name = "short") const {
    return read_template(name, {m_top / "templates"}, m_top / "run");
  }
  [[nodiscard]] std::string problems_of(const std::string& name = "short") const {
    try {
      (void)read(name);
    } catch (const problems::Fault& fault) {
      return fault.what();
    }
    return "";
  }

  fs::path m_top;
};

TEST_F(TemplateTest, TheRunFoldersWordsOverrideTheTemplates) {
  EXPECT_EQ(read().wording.headings.at("foreword"), "Foreword");
  write("run/wording.toml",
        "[headings]\nforeword = \"Welcome\"\n[outcomes]\nforeword = [\"All is well.\"]\n");
  const Template own = read();
  EXPECT_EQ(own.wording.headings.at("foreword"), "Welcome");
  EXPECT_EQ(own.wording.outcomes.at("foreword").at(0), "All is well.");
  EXPECT_EQ(own.wording.texts.at("summary"), "About {organisation} in {period}.");
}

TEST_F(TemplateTest, AWordForASectionThatIsNotThereIsAProblemWithItsPlace) {
  write("run/wording.toml", "[headings]\nforword = \"Welcome\"\n[texts]\nsumary = \"x\"\n");
  EXPECT_EQ(problems_of(),
            "wording.toml:2:11: [headings] names a section \"forword\" that the template does not have\n"
            "hint: did you mean \"foreword\"?\n"
            "wording.toml:4:10: [texts] has no sentence \"sumary\"\n"
            "hint: did you mean \"summary\"?");
}

TEST_F(TemplateTest, ASectionWithoutAHeadingAndAPartThatIsNoneAreProblems) {
  write("templates/short/template.toml",
        "[[sections]]\nid = \"other\"\nparts = [\"workforce\"]\nkind = \"them\"\n");
  EXPECT_EQ(
      problems_of(),
      "short/template.toml:4:8: \"kind\" cannot be \"them\"\n"
      "hint: did you mean \"theme\"?\n"
      "short/template.toml:3:9: \"workforce\" is not a part of a theme\n"
      "hint: write \"theme:section\", such as \"workforce:profile\"\n"
      "short/wording.toml:2:12: [headings] names a section \"foreword\" that the template does not have\n"
      "hint: one of: other\n"
      "short/wording.toml: section \"other\" has no heading\n"
      "hint: add other = \"…\" to [headings]");
}

TEST_F(TemplateTest, AnUnknownTemplateListsThoseThereAre) {
  EXPECT_EQ(problems_of("shrt"), "there is no template \"shrt\"\nhint: did you mean \"short\"?");
}

TEST_F(TemplateTest, SentencesAreFilled) {
  EXPECT_EQ(filled("About {organisation} in {period}.", {{"organisation", "X"}, {"period", "2017/18"}}),
            "About X in 2017/18.");
}

}  // namespace
}  // namespace eqr::report
