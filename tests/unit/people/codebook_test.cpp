#include "people/codebook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/codebook_file.hpp"
#include "people/dimensions.hpp"
#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const char* const small = R"(
id = "Personnel number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
[characteristics.ethnicity]
title = "Ethnicity"
column = "Origin"
groups = [ {id="asian", label="Asian", values=["A"]}, {id="black", label="Black", values=["B"]}, {id="white", label="White", values=["W"]} ]
undeclared = [ {id="prefer-not-to-say", label="Prefer not to say", values=["PNTS"]} ]
aggregates = [ {id="minority", label="Minority ethnic", of=["asian", "black"]}, {id="anyone", label="Anyone", of=["minority", "white"]} ]
)";

std::vector<std::string> leaf_ids(const Characteristic& characteristic) {
  std::vector<std::string> ids;
  for (const Leaf& leaf : characteristic.leaves) ids.push_back(leaf.id);
  return ids;
}

TEST(Codebook, characteristics_keep_the_order_in_which_they_are_written) {
  const Codebook read = book(small);
  ASSERT_EQ(read.characteristics.size(), 2U);
  EXPECT_EQ(read.characteristics[0].id, "sex");
  EXPECT_EQ(read.characteristics[1].id, "ethnicity");
  EXPECT_EQ(read.id, "Personnel number");
  EXPECT_EQ(read.find("sex")->heading(), "Gender");
  EXPECT_EQ(read.find("age-band"), nullptr);
}

TEST(Codebook, blank_cells_go_to_not_stated_which_is_always_there_and_undeclared) {
  const Codebook read = book(small);
  for (const Characteristic& characteristic : read.characteristics) {
    const Leaf& leaf = characteristic.leaves.at(characteristic.leaf("not-stated").value());
    EXPECT_TRUE(leaf.undeclared);
    EXPECT_EQ(leaf.label, "Not stated");
    EXPECT_THAT(leaf.values, ElementsAre(""));
  }
  EXPECT_THAT(leaf_ids(*read.find("ethnicity")),
              ElementsAre("asian", "black", "white", "prefer-not-to-say", "not-stated"));
}

std::set<std::string> leaves(const Codebook& codebook, const std::string& column,
                             const std::vector<std::string>& groups) {
  return dimensions(codebook).at(column).admitted(groups).value();
}

TEST(Codebook, dimensions_hold_the_leaves_and_unions_that_keys_are_made_of) {
  const auto columns = dimensions(book(small));
  EXPECT_THAT(columns.at("sex").leaves, UnorderedElementsAre("female", "male", "not-stated"));
  const tallies::Dimension& ethnicity = columns.at("ethnicity");
  EXPECT_THAT(ethnicity.unions.at("minority"), UnorderedElementsAre("asian", "black"));
  const std::vector<std::string> typing_slip{"minorty"};
  EXPECT_THAT(leaves(book(small), "ethnicity", {"minority", "white"}),
              UnorderedElementsAre("asian", "black", "white"));
  EXPECT_EQ(ethnicity.admitted(typing_slip), std::nullopt);
}

TEST(Codebook, themes_are_told_groups_and_titles_and_whether_pay_is_there) {
  const eqr::PeopleInput shown = describe(book(small), true, false);
  EXPECT_TRUE(shown.has_last_year);
  EXPECT_FALSE(shown.has_pay);
  EXPECT_FALSE(shown.is_counted);
  EXPECT_EQ(shown.find("ethnicity")->title, "Ethnicity");
  EXPECT_THAT(shown.find("ethnicity")->declared_groups(), ElementsAre("asian", "black", "white"));
  EXPECT_THAT(shown.find("ethnicity")->undeclared_groups(), ElementsAre("prefer-not-to-say", "not-stated"));
  EXPECT_TRUE(shown.find("ethnicity")->has("minority"));

  const Codebook with_pay = book(std::string(small) + "[pay]\nhourly = \"Rate\"\n");
  EXPECT_TRUE(describe(with_pay, false, false).has_pay);
  EXPECT_FALSE(describe(with_pay, false, true).has_pay) << "counted figures hold nobody's pay";
}

TEST(Codebook, can_be_narrowed_to_what_counted_figures_are_published_by) {
  const Codebook narrow = narrowed_to(book(small), {"ethnicity"});
  ASSERT_EQ(narrow.characteristics.size(), 1U);
  EXPECT_EQ(narrow.characteristics[0].id, "ethnicity");
}

TEST(CodebookExtends, what_the_own_file_does_not_name_is_not_read_from_an_extract) {
  const Codebook read = book(R"(
extends = "gss-harmonised"
id = "Number"
[characteristics.sex]
column = "Gender"
)");
  ASSERT_EQ(read.characteristics.size(), 1U);
  EXPECT_EQ(read.characteristics[0].title, "Sex");
  EXPECT_EQ(read.characteristics[0].heading(), "Gender");
}

TEST(CodebookExtends, added_values_win_over_inherited_ones) {
  const Codebook read = book(R"(
extends = "gss-harmonised"
id = "Number"
[characteristics.disability]
column = "Disabled?"
values = { disabled = ["D"], not-disabled = ["Y"] }
)");
  const Characteristic& disability = *read.find("disability");
  EXPECT_THAT(disability.leaves[0].values, testing::Contains("D"));
  EXPECT_THAT(disability.leaves[0].values, testing::Not(testing::Contains("Y")));
  EXPECT_THAT(disability.leaves[1].values, testing::Contains("Y"));
}

TEST(CodebookExtends, own_groups_replace_the_inherited_ones_and_their_aggregates) {
  const Codebook read = book(R"(
extends = "gss-harmonised"
id = "Number"
[characteristics.ethnicity]
column = "Origin"
groups = [ {id="minority", label="Minority ethnic", values=["1"]}, {id="white", label="White", values=["2"]} ]
)");
  EXPECT_THAT(leaf_ids(*read.find("ethnicity")),
              ElementsAre("minority", "white", "not-stated", "prefer-not-to-say"));
  EXPECT_THAT(read.find("ethnicity")->aggregates, IsEmpty());
}

TEST(CodebookExtends, a_column_of_bands_can_stand_in_place_of_birth_dates) {
  const Codebook read = book(R"(
extends = "gss-harmonised"
id = "Number"
[characteristics.age-band]
column = "Age group"
)");
  EXPECT_EQ(read.find("age-band")->source, Source(CodedColumn{"Age group"}));
}

TEST(GssHarmonised, has_the_groups_that_the_workforce_theme_asks_for) {
  const Codebook read = book("extends = \"gss-harmonised\"", Use::counted);
  const eqr::PeopleInput shown = describe(read, false, true);
  const std::vector<std::pair<std::string, std::vector<std::string>>> expected = {
      {"sex", {"female", "male"}},
      {"ethnicity", {"asian", "black", "mixed", "white", "other-ethnic", "minority"}},
      {"disability", {"disabled", "not-disabled"}},
      {"religion", {"no-religion", "christian", "other-religion"}},
      {"sexual-orientation", {"heterosexual", "non-heterosexual"}},
      {"caring", {"has-caring", "no-caring"}},
      {"age-band", {"under-25", "25-39", "40-59", "60-and-over"}},
      {"veteran", {"veteran", "not-veteran"}}};
  for (const auto& [characteristic, groups] : expected) {
    ASSERT_NE(shown.find(characteristic), nullptr) << characteristic;
    for (const std::string& group : groups) EXPECT_TRUE(shown.find(characteristic)->has(group)) << group;
    EXPECT_THAT(shown.find(characteristic)->undeclared_groups(), testing::Contains("not-stated"));
  }
}

TEST(GssHarmonised, has_the_19_ethnic_groups_of_the_2021_census_in_five_groups_that_leave_none_out) {
  const Codebook read = book("extends = \"gss-harmonised\"", Use::counted);
  const Characteristic& ethnicity = *read.find("ethnicity");
  EXPECT_EQ(ethnicity.declared().size(), 19U);
  // Asian 5, Black 3, Mixed 4, White 5, Other 2.
  EXPECT_EQ(leaves(read, "ethnicity", {"asian"}).size(), 5U);
  EXPECT_EQ(leaves(read, "ethnicity", {"black"}).size(), 3U);
  EXPECT_EQ(leaves(read, "ethnicity", {"mixed"}).size(), 4U);
  EXPECT_EQ(leaves(read, "ethnicity", {"white"}).size(), 5U);
  EXPECT_EQ(leaves(read, "ethnicity", {"other-ethnic"}).size(), 2U);
  EXPECT_EQ(leaves(read, "ethnicity", {"minority", "white"}), ethnicity.declared());
}

TEST(GssHarmonised, can_be_read_whole_from_an_extract) {
  const std::string toml = R"(
extends = "gss-harmonised"
id = "Number"
characteristics.sex.column = "a"
characteristics.ethnicity.column = "b"
characteristics.disability.column = "c"
characteristics.religion.column = "d"
characteristics.sexual-orientation.column = "e"
characteristics.caring.column = "f"
characteristics.age-band.born = "g"
characteristics.veteran.column = "h"
)";
  EXPECT_EQ(told([&] { EXPECT_EQ(book(toml).characteristics.size(), 8U); }), "");
}

}  // namespace
}  // namespace eqr::persons::tests
