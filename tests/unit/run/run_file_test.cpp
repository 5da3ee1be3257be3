#include "run/run_file.hpp"

#include <gtest/gtest.h>

namespace eqr::run {
namespace {

const std::string good = R"([report]
organisation = "Example Council"
title = "Equality report"
period = "2017/18"
slug = "equality-report"
snapshot = 2018-03-31
published = 2018-11-30

[inputs.staff]
kind = "people"
file = "staff.csv"
codebook = "codebook.toml"

[[themes]]
plugin = "workforce"
)";

std::string problems_of(const std::string& toml) {
  try {
    (void)parse_run_file(toml, "run.toml", ".");
  } catch (const problems::Fault& fault) {
    EXPECT_EQ(fault.cost(), problems::Cost::settings);
    return fault.what();
  }
  return "";
}

// The good file with one text replaced by another.
std::string with(const std::string& old, const std::string& fresh) {
  std::string toml = good;
  toml.replace(toml.find(old), old.size(), fresh);
  return toml;
}

TEST(RunFile, AGoodFileIsReadWithItsDefaults) {
  const RunFile run = parse_run_file(good, "run.toml", "somewhere");
  EXPECT_EQ(run.report.organisation, "Example Council");
  EXPECT_EQ(calendar::iso_text(run.report.snapshot), "2018-03-31");
  EXPECT_EQ(run.report.report_template, "progress-report");
  EXPECT_EQ(run.policy.threshold, 10U);
  EXPECT_EQ(run.inputs.at("staff").kind, InputKind::people);
  EXPECT_EQ(run.themes.at(0).id, "workforce");
}

TEST(RunFile, AFormatIsOfferedInASentenceOrByAnAddressAndNothingElseIsOffered) {
  const RunFile run = parse_run_file(
      good +
          "[accessibility]\nbraille = \"Ask us for it.\"\neasy_read = \"https://example.org/easy\"\n"
          "known_limits = [\"Some tables are wide.\"]\n",
      "run.toml", ".");
  ASSERT_EQ(run.accessibility.offers.size(), 2U);
  EXPECT_EQ(run.accessibility.offers[0].format, "Easy Read");
  EXPECT_EQ(run.accessibility.offers[0].href, "https://example.org/easy");
  EXPECT_EQ(run.accessibility.offers[1].format, "Braille");
  EXPECT_EQ(run.accessibility.offers[1].text, "Ask us for it.");
  EXPECT_EQ(run.accessibility.known_limits, std::vector<std::string>{"Some tables are wide."});
  EXPECT_TRUE(parse_run_file(good, "run.toml", ".").accessibility.offers.empty());
}

TEST(RunFile, AFormatThatIsNeitherSentenceNorAddressIsAProblemWithItsPlace) {
  EXPECT_EQ(problems_of(good + "[accessibility]\nbsl = \"javascript:alert(1)\"\n"),
            "run.toml:17:7: \"javascript:alert(1)\" is neither a sentence nor an address\n"
            "hint: bsl = \"Ask us for it.\", or where it is: https://…; leave the key out where nobody "
            "offers it");
}

TEST(RunFile, ALanguageHasTheFormOfATag) {
  const auto told = [](const std::string& language) {
    const std::string problems = problems_of("[report]\nlanguage = \"" + language + "\"\n");
    return problems.find("is not the tag of a language") != std::string::npos;
  };
  for (const char* tag : {"cy", "en-GB", "zh-Hans-CN", "es-419"}) EXPECT_FALSE(told(tag)) << tag;
  for (const char* tag : {"", "e", "English <&", "en_GB", "en-", "-en", "englishes-and-more", "e1"})
    EXPECT_TRUE(told(tag)) << tag;
}

TEST(RunFile, EveryProblemIsToldAtOnceWithItsPlace) {
  EXPECT_EQ(
      problems_of(R"([report]
organisation = 7
title = "T"
period = "P"
slug = "Not A Slug"
snapshot = "soon"
published = 2018-11-30
publishd = 2018-11-30

[inputs.staff]
kind = "peple"
file = "hr\\staff.csv"

[[themes]]
plugin = "workforce"
inputs = { staff = "staf" }
)"),
      "run.toml:2:16: \"organisation\" has to be text\n"
      "hint: organisation = \"…\"\n"
      "run.toml:5:8: \"Not A Slug\" has to be lower-case letters, digits and dashes, at most 60 of them\n"
      "hint: it becomes part of file names and links\n"
      "run.toml:6:12: \"snapshot\" has to be a date\n"
      "hint: year-month-day without quotes: snapshot = 2018-03-31\n"
      "run.toml:8:1: unknown key \"publishd\" in [report]\n"
      "hint: did you mean \"published\"?\n"
      "run.toml:11:8: \"kind\" cannot be \"peple\"\n"
      "hint: did you mean \"people\"?\n"
      "run.toml:12:8: \"file\" is written as a Windows path\n"
      "hint: name the file relative to the run file, with forward slashes: file = \"hr/staff.csv\"\n"
      "run.toml:14:1: role \"staff\" of theme \"workforce\" is bound to input \"staf\", which is not there\n"
      "hint: did you mean \"staff\"?");
}

TEST(RunFile, CurlyQuotesAreNamedAsWhatTheyAre) {
  const std::string told =
      problems_of(with("title = \"Equality report\"", "title = \u201CEquality report\u201D"));
  EXPECT_NE(told.find("run.toml:3:9: "), std::string::npos) << told;
  EXPECT_NE(
      told.find(
          "hint: the line has curly quotes, as a word processor makes them; type straight quotes: \"…\""),
      std::string::npos)
      << told;
}

TEST(RunFile, AWindowsPathInDoubleQuotesIsNamedAsWhatItIs) {
  const std::string told = problems_of(with("file = \"staff.csv\"", "file = \"C:\\Users\\hr\\staff.csv\""));
  EXPECT_NE(told.find("hint: in double quotes a backslash begins an escape; write paths with forward "
                      "slashes: \"hr/staff.csv\""),
            std::string::npos)
      << told;
}

TEST(RunFile, AFileInUtf16IsNamedAsWhatItIs) {
  EXPECT_EQ(problems_of(std::string("\xFF\xFE[\0r\0", 6)),
            "run.toml:1: the file is in UTF-16 (it begins with that byte order mark)\n"
            "hint: save it as UTF-8: in Notepad, Save as, Encoding: UTF-8");
}

TEST(RunFile, AByteOrderMarkAndWindowsLineEndsDoNoHarm) {
  std::string toml = "\xEF\xBB\xBF";
  for (const char c : good) toml += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(parse_run_file(toml, "run.toml", ".").report.title, "Equality report");
}

TEST(RunFile, AStrayCarriageReturnIsNamedAsWhatItIs) {
  const std::string told = problems_of(with("period = \"2017/18\"\n", "period = \"2017/18\"\r"));
  EXPECT_NE(told.find("hint: the line has a stray carriage return; save the file with LF or CRLF line ends"),
            std::string::npos)
      << told;
}

TEST(RunFile, TwoThemesMayUseOnePluginButNotOneId) {
  const RunFile run =
      parse_run_file(good + "[[themes]]\nplugin = \"workforce\"\nid = \"schools\"\n", "run.toml", ".");
  EXPECT_EQ(run.themes.at(1).id, "schools");
  EXPECT_EQ(
      problems_of(good + "[[themes]]\nplugin = \"workforce\"\n"),
      "run.toml:16:1: two themes have the id \"workforce\"\n"
      "hint: give one of them another: id = \"…\" (\"facts\" is taken by the organisation's own figures)");
}

TEST(RunFile, RecordsOfPeopleAreNotFetchedOverANetwork) {
  const std::string told = problems_of(with("file = \"staff.csv\"", "url = \"http://127.0.0.1/staff.csv\""));
  EXPECT_EQ(told,
            "run.toml:11:7: records of people are read from files only\n"
            "hint: name the extract with file = \"…\"");
}

TEST(RunFile, AFileThatIsNotThereIsToldWithoutAnythingElse) {
  try {
    (void)read_run_file("no-such-run.toml");
    FAIL() << "a missing run file was read";
  } catch (const problems::Fault& fault) {
    EXPECT_STREQ(fault.what(),
                 "no-such-run.toml: the run file cannot be opened\nhint: check the name; `equality-report "
                 "build RUN.toml`");
  }
}

TEST(RunFile, design_names_a_logo_and_colours) {
  const RunFile run =
      parse_run_file(good +
                         "[design]\nlogo = \"images/logo.svg\"\nlogo_alternative = \"Example Council\"\n"
                         "colour = \"#12436D\"\n",
                     "run.toml", ".");
  EXPECT_EQ(run.design.logo, "images/logo.svg");
  EXPECT_EQ(run.design.logo_alternative, "Example Council");
  ASSERT_TRUE(run.design.colour.has_value());
  EXPECT_EQ(run.design.colour->colour, 0x12436DU);
  EXPECT_FALSE(run.design.accent.has_value());
}

TEST(RunFile, what_is_wrong_with_a_design_is_told_at_its_key) {
  EXPECT_EQ(problems_of(good + "[design]\nlogo = \"../logo.png\"\ncolour = \"red\"\n"),
            "run.toml:17:8: the picture \"../logo.png\" does not lie in the folder of the run file\nhint: "
            "put it there "
            "and name it from there, with forward slashes: images/photo.jpg\n"
            "run.toml:17:8: a logo without an alternative text\nhint: add logo_alternative = \"…\": the "
            "organisation's "
            "name, as the logo has it\n"
            "run.toml:18:10: \"red\" is not a colour\nhint: six digits behind a number sign: #12436d");
}

}  // namespace
}  // namespace eqr::run
