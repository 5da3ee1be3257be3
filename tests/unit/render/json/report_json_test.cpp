#include "render/json/report_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/sample_report.hpp"

namespace eqr::render::json {
namespace {

using Json = nlohmann::json;
using report::Report;

Json parsed(const Report& report) {
  return Json::parse(report_json(report));
}

// Runs validate.py on the text; gives its exit code.
int validated(const std::string& name, const std::string& text) {
  const std::filesystem::path folder = std::filesystem::path(EQR_BUILD_FOLDER) / "report-json" / name;
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "report.json") << text;
  std::ofstream(folder / "report.schema.json") << report_schema();
  const std::string command =
      "/usr/bin/python3 '" EQR_SOURCE_FOLDER "/tests/unit/render/json/validate.py' '" +
      (folder / "report.schema.json").string() + "' '" + (folder / "report.json").string() + "'";
  return WEXITSTATUS(std::system(command.c_str()));
}

TEST(ReportJson, of_a_whole_report_follows_its_schema) {
  Report report = samples::council_report();
  const int draft = validated("draft", report_json(report));
  if (draft == 77) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(draft, 0);
  report.is_draft = false;
  EXPECT_EQ(validated("published", report_json(report)), 0);
  EXPECT_EQ(validated("smallest", report_json(samples::one_paragraph())), 0);
}

TEST(ReportJson, with_a_key_or_a_cell_of_another_kind_does_not_follow_the_schema) {
  Json json = parsed(samples::council_report());
  json["tables"][0]["rows"][0]["cells"][1] = {{"value", "67.1"}, {"printed", "67.1%"}, {"unit", "percent"}};
  const int wrong_cell = validated("wrong-cell", json.dump());
  if (wrong_cell == 77) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(wrong_cell, 1);
  Json more = parsed(samples::council_report());
  more["people"] = Json::array();
  EXPECT_EQ(validated("wrong-key", more.dump()), 1);
}

TEST(ReportJson, writes_cells_with_value_unit_and_print) {
  const Json json = parsed(samples::council_report());
  const Json& table = json["tables"][1];
  EXPECT_EQ(table["id"], "workforce.ethnicity");
  EXPECT_EQ(table["rows"][4]["cells"][0], Json({{"text", "White"}}));
  EXPECT_EQ(table["rows"][4]["cells"][1],
            Json({{"value", 6650}, {"places", 0}, {"unit", "people"}, {"printed", "6,650"}}));
  EXPECT_EQ(table["rows"][4]["cells"][5], Json({{"value", -0.5},
                                                {"places", 1},
                                                {"unit", "percentage points"},
                                                {"printed",
                                                 "\xE2\x88\x92"
                                                 "0.5 percentage points"}}));
  EXPECT_EQ(table["rows"][2]["cells"][1],
            Json({{"shorthand", "c"}, {"reason", "Withheld so that nobody can be identified."}}));
  EXPECT_EQ(table["rows"][5]["total"], true);
}

TEST(ReportJson, writes_ranges_qualifiers_and_marks) {
  const Json rows = parsed(samples::council_report())["tables"][5]["rows"];
  EXPECT_EQ(rows[0]["cells"][1],
            Json({{"value", 5}, {"places", 0}, {"upper", 6}, {"unit", "things"}, {"printed", "5 to 6"}}));
  EXPECT_EQ(rows[1]["cells"][1]["qualifier"], "about");
  EXPECT_EQ(rows[2]["cells"][1]["mark"], "p");
}

TEST(ReportJson, keeps_the_lineage_of_figures_and_the_hashes_of_sources) {
  const Json json = parsed(samples::council_report());
  EXPECT_EQ(json["figures"][1]["name"], "workforce.sex.female.percent");
  EXPECT_EQ(json["figures"][1]["lineage"], "share of staff with sex = Women, of all who stated their sex");
  EXPECT_EQ(json["figures"][1]["last_year"]["printed"], "66.8%");
  EXPECT_EQ(json["figures"][1]["sources"], Json({1}));
  EXPECT_EQ(json["sources"][0]["sha256"], "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
}

TEST(ReportJson, lists_gaps_in_drafts_only) {
  Report report = samples::council_report();
  const Json draft = parsed(report);
  EXPECT_EQ(draft["status"], "draft");
  EXPECT_EQ(draft["gaps"][0]["owner"], "Community Protection");
  report.is_draft = false;
  const Json published = parsed(report);
  EXPECT_EQ(published["status"], "published");
  EXPECT_TRUE(published["gaps"].empty());
  EXPECT_EQ(report_json(report).find("\"gap\""), std::string::npos);
}

TEST(ReportJson, of_the_same_report_has_the_same_bytes_and_ends_with_a_line_end) {
  const std::string text = report_json(samples::council_report());
  EXPECT_EQ(text, report_json(samples::council_report()));
  EXPECT_TRUE(text.ends_with("}\n"));
  EXPECT_TRUE(text.starts_with("{\n  \"format\": \"eqr.report/1\",\n  \"status\": \"draft\",\n"));
}

TEST(ReportJson, survives_bytes_that_are_no_text) {
  Report report = samples::one_paragraph();
  report.summary = "broken \xFF";
  EXPECT_EQ(parsed(report)["summary"], "broken \xEF\xBF\xBD");
}

TEST(ReportJson, lists_pictures_without_their_bytes) {
  Report report = samples::one_paragraph();
  report.images = {{"images/a.svg", report::Image::Kind::svg, "abc", 40.5, 30, "A class"}};
  report.design.logo = 0;
  report.sections[0].blocks.emplace_back(report::ImageBlock{0, samples::paragraph("Now").text});
  const Json json = parsed(report);
  // The hash of "abc" is the example of FIPS 180-4.
  EXPECT_EQ(json["images"],
            Json::array({{{"number", 1},
                          {"file", "images/a.svg"},
                          {"kind", "svg"},
                          {"bytes", 3},
                          {"width", 40.5},
                          {"height", 30.0},
                          {"alternative", "A class"},
                          {"sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}}));
  EXPECT_EQ(json["design"]["logo"], 1);
  EXPECT_EQ(json["design"]["band"], "#12436d");
  const int followed = validated("pictures", report_json(report));
  if (followed == 77) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(followed, 0);
}

}  // namespace
}  // namespace eqr::render::json
