// Reading theme.json: what it says, and everything that is wrong with it in one look.
#include "themes/manifest.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace eqr::themes;

constexpr const char* veterans = R"({
  "id": "veterans",
  "version": "1.2.0",
  "title": "Caring for our veterans",
  "owner": "Invented covenant team",
  "summary": "What the council does for veterans.",
  "inputs": {
    "covenant": { "title": "Covenant pledges", "kind": "table", "required": true,
       "columns": { "area": {"type": "text"},
                    "people_helped": {"type": "number", "counts": "people"},
                    "score": {"type": "number", "counts": "none"},
                    "hubs": {"type": "number", "counts": "things", "optional": true} } },
    "schools": { "title": "Schools", "kind": "figures", "required": false, "ids": ["admissions"] },
    "staff": { "title": "Staff records", "kind": "people", "required": false }
  },
  "figures": ["pledges.{area}.count", "schools.admissions"],
  "settings": { "forum-target": { "type": "integer", "default": 3, "title": "Meetings aimed at" },
                "areas": { "type": "list", "default": ["housing"], "title": "Areas" } }
})";

std::vector<std::string> problems_in(const std::string& text) {
  std::vector<std::string> found;
  try {
    (void)read_manifest(text, "veterans/theme.json");
  } catch (const eqr::problems::Fault& fault) {
    EXPECT_EQ(fault.cost(), eqr::problems::Cost::settings);
    for (const auto& problem : fault.problems()) found.push_back(eqr::problems::text(problem));
  }
  return found;
}

std::string replaced(const std::string& old_part, const std::string& new_part) {
  std::string text = veterans;
  const std::size_t at = text.find(old_part);
  EXPECT_NE(at, std::string::npos) << old_part;
  return text.replace(at, old_part.size(), new_part);
}

TEST(Manifest, is_read_in_the_order_of_the_file) {
  const Manifest manifest = read_manifest(veterans, "veterans/theme.json");
  EXPECT_EQ(manifest.id, "veterans");
  EXPECT_EQ(manifest.version, "1.2.0");
  EXPECT_EQ(manifest.title, "Caring for our veterans");
  EXPECT_EQ(manifest.owner, "Invented covenant team");
  EXPECT_EQ(manifest.summary, "What the council does for veterans.");
  EXPECT_EQ(manifest.role_names(), (std::vector<std::string>{"covenant", "schools", "staff"}));
  EXPECT_EQ(manifest.text, veterans);

  const Role* covenant = manifest.role("covenant");
  ASSERT_NE(covenant, nullptr);
  EXPECT_EQ(covenant->kind, Role::Kind::table);
  EXPECT_TRUE(covenant->required);
  using Counting = RoleColumn::Counting;
  EXPECT_EQ(covenant->columns, (std::vector<RoleColumn>{{"area", false, Counting::people, false},
                                                        {"people_helped", true, Counting::people, false},
                                                        {"score", true, Counting::none, false},
                                                        {"hubs", true, Counting::things, true}}));
  EXPECT_EQ(manifest.role("schools")->ids, std::vector<std::string>{"admissions"});
  EXPECT_EQ(manifest.role("staff")->kind, Role::Kind::people);
  EXPECT_EQ(manifest.role("nobody"), nullptr);

  const SettingSchema* target = manifest.setting("forum-target");
  ASSERT_NE(target, nullptr);
  EXPECT_TRUE(target->is_number());
  EXPECT_EQ(target->default_value, 3);
}

TEST(Manifest, a_column_that_counts_nothing_is_protected_like_things) {
  const Manifest manifest = read_manifest(veterans, "veterans/theme.json");
  EXPECT_EQ(manifest.role("covenant")->columns[2].as_document_column(),
            (eqr::DocumentColumn{"score", true, eqr::Counts::things}));
}

TEST(Manifest, a_row_of_a_table_is_a_person_unless_it_says_otherwise) {
  EXPECT_TRUE(read_manifest(veterans, "veterans/theme.json").role("covenant")->rows_are_people);
  const std::string things = replaced(R"("kind": "table", )", R"("kind": "table", "rows": "things", )");
  EXPECT_FALSE(read_manifest(things, "veterans/theme.json").role("covenant")->rows_are_people);
}

TEST(Manifest, a_pattern_stands_for_one_word_in_each_of_its_places) {
  const Manifest manifest = read_manifest(veterans, "veterans/theme.json");
  EXPECT_TRUE(manifest.matches("pledges.housing.count"));
  EXPECT_TRUE(manifest.matches("pledges.health-and-care.count"));
  EXPECT_TRUE(manifest.matches("schools.admissions"));
  EXPECT_FALSE(manifest.matches("pledges.count"));
  EXPECT_FALSE(manifest.matches("pledges.housing.extra.count"));
  EXPECT_FALSE(manifest.matches("pledges.Housing.count"));
  EXPECT_FALSE(manifest.matches("pledges..count"));
  EXPECT_FALSE(manifest.matches("schools.admissions.total"));
  EXPECT_FALSE(manifest.matches(""));
}

TEST(Manifest, words_and_names_of_figures_are_told_from_other_text) {
  EXPECT_TRUE(is_word("forum-target"));
  EXPECT_FALSE(is_word("Forum"));
  EXPECT_FALSE(is_word(""));
  EXPECT_TRUE(is_figure_name("ethnicity.minority.percent"));
  EXPECT_FALSE(is_figure_name("ethnicity..percent"));
  EXPECT_FALSE(is_figure_name("ethnicity."));
  EXPECT_FALSE(is_figure_name(".ethnicity"));
}

TEST(Manifest, text_that_is_not_json_is_told_with_line_and_character) {
  EXPECT_EQ(problems_in("{\n  \"id\": \"veterans\",,\n}"),
            std::vector<std::string>{
                "veterans/theme.json:2:20: this is not valid JSON from here on\n"
                "hint: look for a missing or surplus comma, quotation mark or bracket just before"});
}

TEST(Manifest, a_doubled_key_is_refused) {
  EXPECT_EQ(problems_in(R"({"id": "veterans", "id": "other"})"),
            std::vector<std::string>{"veterans/theme.json: the key \"id\" stands twice in the same object"});
}

TEST(Manifest, an_empty_object_lacks_everything_and_says_so_at_once) {
  EXPECT_EQ(
      problems_in("{}"),
      (std::vector<std::string>{
          "veterans/theme.json: \"id\" is missing", "veterans/theme.json: \"version\" is missing",
          "veterans/theme.json: \"title\" is missing", "veterans/theme.json: \"owner\" is missing",
          "veterans/theme.json: \"summary\" is missing", "veterans/theme.json: \"inputs\" is missing",
          "veterans/theme.json: \"figures\" is missing", "veterans/theme.json: \"settings\" is missing"}));
}

TEST(Manifest, a_list_in_place_of_an_object_is_refused) {
  EXPECT_EQ(problems_in("[]"),
            std::vector<std::string>{"veterans/theme.json: an object, { … }, is expected here"});
}

struct Slip {
  const char* name;
  const char* old_part;
  const char* new_part;
  const char* problem;
};

class ManifestSlip : public ::testing::TestWithParam<Slip> {};

TEST_P(ManifestSlip, is_told_with_its_place_and_a_hint) {
  const Slip& slip = GetParam();
  EXPECT_EQ(problems_in(replaced(slip.old_part, slip.new_part)), std::vector<std::string>{slip.problem});
}

INSTANTIATE_TEST_SUITE_P(
    Each, ManifestSlip,
    ::testing::Values(
        Slip{"unknown_kind", R"("kind": "figures")", R"("kind": "figurs")",
             "veterans/theme.json: inputs.schools.kind: \"figurs\" is not a kind of input\n"
             "hint: did you mean \"figures\"?"},
        Slip{"unknown_counts", R"("counts": "things")", R"("counts": "objects")",
             "veterans/theme.json: inputs.covenant.columns.hubs.counts: \"objects\" is not something that a "
             "column counts\nhint: one of: people, things, published, none"},
        Slip{"number_without_counts", R"("type": "number", "counts": "people")", R"("type": "number")",
             "veterans/theme.json: inputs.covenant.columns.people_helped: \"counts\" is missing"},
        Slip{"text_that_counts", R"("area": {"type": "text"})",
             R"("area": {"type": "text", "counts": "people"})",
             "veterans/theme.json: inputs.covenant.columns.area: a text column counts nothing\n"
             "hint: leave \"counts\" out, or make it a number column"},
        Slip{"unknown_key", R"("optional": true)", R"("optionl": true)",
             "veterans/theme.json: inputs.covenant.columns.hubs: unknown key \"optionl\"\n"
             "hint: did you mean \"optional\"?"},
        Slip{"required_in_words", R"("required": true)", R"("required": "yes")",
             "veterans/theme.json: inputs.covenant.required: true or false is expected here"},
        Slip{"columns_of_people", R"("kind": "people", )", R"("kind": "people", "columns": {}, )",
             "veterans/theme.json: inputs.staff: only an input of the kind \"table\" declares columns"},
        Slip{"rows_of_figures", R"("kind": "figures", )", R"("kind": "figures", "rows": "things", )",
             "veterans/theme.json: inputs.schools: only an input of the kind \"table\" says what its rows "
             "are"},
        Slip{"parts_of_a_table", R"("kind": "table", )", R"("kind": "table", "parts": {}, )",
             "veterans/theme.json: inputs.covenant: only an input of the kind \"figures\" says which are "
             "parts of "
             "others"},
        Slip{"breakdowns_by_a_number", R"("kind": "table", )", R"("kind": "table", "breakdowns": "hubs", )",
             "veterans/theme.json: inputs.covenant.breakdowns: \"hubs\" is no text column of this input\n"
             "hint: name the column that says by what a row's people are broken down"},
        Slip{"rows_of_a_third_kind", R"("kind": "table", )", R"("kind": "table", "rows": "meetings", )",
             "veterans/theme.json: inputs.covenant.rows: \"meetings\" is not something that a row is\n"
             "hint: one of: people, things"},
        Slip{"version_of_two_numbers", "1.2.0", "1.2",
             "veterans/theme.json: version: a version reads like 1.0.0: three whole numbers with dots "
             "between"},
        Slip{
            "pattern_with_capitals", "pledges.{area}.count", "pledges.{Area}.count",
            "veterans/theme.json: figures: \"pledges.{Area}.count\" is neither the name nor the pattern of a "
            "figure\nhint: write words of a-z, 0-9 and hyphens joined by dots; {word} stands for any one "
            "word"},
        Slip{"half_a_placeholder", "pledges.{area}.count", "pledges.{area.count",
             "veterans/theme.json: figures: \"pledges.{area.count\" is neither the name nor the pattern of a "
             "figure\nhint: write words of a-z, 0-9 and hyphens joined by dots; {word} stands for any one "
             "word"},
        Slip{"figure_listed_twice", R"("schools.admissions")",
             R"("schools.admissions", "schools.admissions")",
             "veterans/theme.json: figures: \"schools.admissions\" is listed twice"},
        Slip{"default_of_another_type", R"("default": 3)", R"("default": "3")",
             "veterans/theme.json: settings.forum-target.default: a whole number is expected here"},
        Slip{"setting_without_default", R"("default": 3, )", "",
             "veterans/theme.json: settings.forum-target: \"default\" is missing"},
        Slip{"unknown_type_of_setting", R"("type": "integer")", R"("type": "whole")",
             "veterans/theme.json: settings.forum-target.type: \"whole\" is not a type of setting\n"
             "hint: one of: integer, number, text, boolean, list"}),
    [](const auto& tested) { return tested.param.name; });

TEST(ManifestProblems, are_all_found_at_once) {
  std::string text = replaced(R"("kind": "people")", R"("kind": "peple")");
  text.replace(text.find("1.2.0"), 5, "one");
  EXPECT_EQ(problems_in(text).size(), 2U);
}

// ---- settings of a run file ----

std::vector<std::string> found_in_settings(const nlohmann::json& given, nlohmann::json* complete = nullptr) {
  std::vector<eqr::problems::Problem> found;
  const Manifest manifest = read_manifest(veterans, "veterans/theme.json");
  const auto place = [](const std::string&) { return eqr::problems::Place{"run.toml", 12, 3, {}}; };
  const nlohmann::json made = complete_settings(manifest, given, place, found);
  if (complete != nullptr) *complete = made;
  std::vector<std::string> texts;
  for (const auto& problem : found) texts.push_back(eqr::problems::text(problem));
  return texts;
}

TEST(Settings, take_their_defaults_unless_the_run_file_gives_them) {
  nlohmann::json complete;
  EXPECT_TRUE(found_in_settings({{"forum-target", 4}}, &complete).empty());
  EXPECT_EQ(complete, (nlohmann::json{{"forum-target", 4}, {"areas", {"housing"}}}));
}

TEST(Settings, of_a_name_nobody_declared_are_told_with_a_near_guess) {
  EXPECT_EQ(found_in_settings({{"forum-targt", 4}}),
            std::vector<std::string>{"run.toml:12:3: the theme \"veterans\" has no setting \"forum-targt\"\n"
                                     "hint: did you mean \"forum-target\"?"});
}

TEST(Settings, of_another_type_are_told_with_the_default_and_take_it) {
  nlohmann::json complete;
  EXPECT_EQ(
      found_in_settings({{"forum-target", 3.5}}, &complete),
      std::vector<std::string>{
          "run.toml:12:3: the setting \"forum-target\" of the theme \"veterans\" has to be a whole number\n"
          "hint: its default is 3"});
  EXPECT_EQ(complete.at("forum-target"), 3);
}

}  // namespace
