#include "people/merging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/dimensions.hpp"
#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const char* const staff = R"(
id = "Number"
[in_post]
start = "Started"
leave = "Left"
[characteristics.ethnicity]
title = "Ethnicity"
column = "Origin"
groups = [ {id="asian", label="Asian", values=["A"]}, {id="black", label="Black", values=["B"]},
           {id="mixed", label="Mixed", values=["M"]}, {id="white", label="White", values=["W"]} ]
undeclared = [ {id="prefer-not-to-say", label="Prefer not to say", values=["PNTS"]} ]
aggregates = [ {id="minority", label="Minority ethnic", of=["asian", "black", "mixed"]} ]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [ {id="under-30", label="Under 30", to=29}, {id="30-59", label="30 to 59", from=30, to=59},
          {id="60-over", label="60 and over", from=60} ]
)";

std::vector<std::string> shown_groups(const Codebook& codebook, const std::string& column) {
  std::vector<std::string> labels;
  const eqr::PeopleInput shown = describe(codebook, true, false);
  for (const eqr::Group& group : shown.find(column)->groups) labels.push_back(group.label);
  return labels;
}

std::string objection(Codebook codebook, const Merging& merging) {
  const auto told = merge(codebook, merging);
  return told ? told->message + "; " + told->hint : "";
}

TEST(Merging, merged_groups_are_offered_as_one_where_the_first_of_them_stood) {
  Codebook codebook = book(staff);
  ASSERT_EQ(merge(codebook, {"ethnicity", {"mixed", "asian"}, "asian-or-mixed", "Asian or mixed"}),
            std::nullopt);
  EXPECT_THAT(shown_groups(codebook, "ethnicity"),
              ElementsAre("Asian or mixed", "Black", "White", "Prefer not to say", "Not stated"));
  const eqr::PeopleInput input = describe(codebook, true, false);
  const eqr::Characteristic& shown = *input.find("ethnicity");
  EXPECT_FALSE(shown.has("asian") || shown.has("mixed")) << "no theme can name them apart";
  EXPECT_TRUE(shown.has("minority")) << "which is of others as well";
}

TEST(Merging, keys_admit_the_groups_as_before_so_that_earlier_reports_can_be_set_against_them) {
  Codebook codebook = book(staff);
  ASSERT_EQ(merge(codebook, {"ethnicity", {"asian", "mixed"}, "asian-or-mixed", "Asian or mixed"}),
            std::nullopt);
  const auto columns = dimensions(codebook);
  const tallies::Dimension& ethnicity = columns.at("ethnicity");
  EXPECT_TRUE(ethnicity.leaves.contains("mixed"));
  const std::vector<std::string> together{"asian-or-mixed"};
  EXPECT_THAT(ethnicity.admitted(together).value(), UnorderedElementsAre("asian", "mixed"));
}

TEST(Merging, an_aggregate_can_stand_for_its_groups) {
  Codebook codebook = book(staff);
  ASSERT_EQ(merge(codebook, {"ethnicity", {"minority"}, "minority", ""}), std::nullopt);
  EXPECT_THAT(shown_groups(codebook, "ethnicity"),
              ElementsAre("Minority ethnic", "White", "Prefer not to say", "Not stated"));
  EXPECT_THAT(describe(codebook, true, false).find("ethnicity")->aggregates, IsEmpty());
}

TEST(Merging, bands_and_the_undeclared_can_be_merged_too) {
  Codebook codebook = book(staff);
  ASSERT_EQ(merge(codebook, {"age-band", {"30-59", "60-over"}, "30-over", "30 and over"}), std::nullopt);
  ASSERT_EQ(merge(codebook, {"ethnicity", {"prefer-not-to-say", "not-stated"}, "not-known", "Not known"}),
            std::nullopt);
  EXPECT_THAT(shown_groups(codebook, "age-band"), ElementsAre("Under 30", "30 and over", "Not stated"));
  EXPECT_THAT(describe(codebook, true, false).find("ethnicity")->undeclared_groups(),
              ElementsAre("not-known"));
}

TEST(Merging, what_cannot_be_merged_is_told_with_the_remedy) {
  const Codebook codebook = book(staff);
  EXPECT_EQ(objection(codebook, {"ethnicty", {"asian", "black"}, "a", "A"}),
            "the codebook has no characteristic \"ethnicty\"; did you mean \"ethnicity\"?");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "blak"}, "a", "A"}),
            "\"ethnicity\" has no group \"blak\"; did you mean \"black\"?");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "asian"}, "a", "A"}),
            "a merge needs two groups or more; name them: groups = [\"…\", \"…\"]");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "not-stated"}, "a", "A"}),
            "groups that people declared, and those who did not, cannot be told together; merge the ones or "
            "the others");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"minority", "white"}, "a", "A"}),
            "with all its groups merged, \"ethnicity\" tells nothing; leave a group apart, or leave the "
            "characteristic out "
            "of the themes' settings");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "black"}, "Asian", "A"}),
            "the id of merged groups is made of a-z, 0-9 and hyphens; such as \"mixed-or-other\"");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "black"}, "asian", "A"}),
            "\"asian\" is another group's id; give merged groups an id of their own");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "black"}, "minority", "A"}),
            "the aggregate \"minority\" is of other groups; name its groups, or give the merged ones an id "
            "of their own");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "black"}, "asian-or-black", ""}),
            "merged groups need a label; label = \"Mixed or other ethnic group\"");
  EXPECT_EQ(objection(codebook, {"movement", {"stayed", "started"}, "here", "Here"}),
            "the groups of \"movement\" follow from dates or from pay; merge groups that the codebook lists");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"mixed", "white"}, "mixed-or-white", "Mixed or white"}),
            "the aggregate \"minority\" is of some of these groups and of others, and would tell them apart; "
            "merge groups of "
            "one aggregate, or whole aggregates");
  EXPECT_EQ(objection(codebook, {"ethnicity", {"asian", "black"}, "asian-or-black", "white "}),
            "another group is called \"white \" already; give merged groups a label of their own");
  EXPECT_EQ(objection(codebook, {"age-band", {"under-30", "60-over"}, "young-or-old", "Young or old"}),
            "the bands are not next to each other; merge neighbouring bands");
  Codebook once = codebook;
  ASSERT_EQ(merge(once, {"ethnicity", {"asian", "black"}, "asian-or-black", "Asian or black"}), std::nullopt);
  EXPECT_EQ(objection(once, {"ethnicity", {"black", "mixed"}, "black-or-mixed", "Black or mixed"}),
            "\"black\" is in two merges; make one merge of the two");
}

TEST(Merging, what_is_looked_up_is_merged_where_it_is_looked_up) {
  Codebook people = book(staff), events = book(staff);
  events.characteristics = {{"ethnicity", "", {}, {}, LookedUp{}, false, {}}};
  EXPECT_EQ(objection(events, {"ethnicity", {"asian", "black"}, "a", "A"}),
            "\"ethnicity\" is looked up in another input; merge its groups there");
  ASSERT_EQ(merge(people, {"ethnicity", {"minority"}, "minority", ""}), std::nullopt);
  adopt_looked_up(events, people);
  EXPECT_THAT(shown_groups(events, "ethnicity"),
              ElementsAre("Minority ethnic", "White", "Prefer not to say", "Not stated"));
}

}  // namespace
}  // namespace eqr::persons::tests
