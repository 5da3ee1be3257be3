#include "problems/problem.hpp"

#include <gtest/gtest.h>

namespace eqr::problems {
namespace {

TEST(Problems, APlaceIsWrittenSoThatEditorsJumpToIt) {
  EXPECT_EQ(text(Place{"run.toml", 3, 9, {}}), "run.toml:3:9");
  EXPECT_EQ(text(Place{"staff.csv", 12, 0, "Sex"}), "staff.csv:12: column \"Sex\"");
  EXPECT_EQ(text(Place{"staff.csv", 0, 0, "Sex"}), "staff.csv: column \"Sex\"");
  EXPECT_EQ(text(Place{"staff.csv", 0, 0, {}}), "staff.csv");
  EXPECT_EQ(text(Place{{}, 0, 0, "slug"}), "column \"slug\"");
  EXPECT_EQ(text(Place{}), "");
}

TEST(Problems, ACharacterWithoutALineIsLeftOut) {
  EXPECT_EQ(text(Place{"run.toml", 0, 9, {}}), "run.toml");
}

TEST(Problems, WhatToDoStandsOnALineOfItsOwn) {
  EXPECT_EQ(text(Problem{{"run.toml", 3, 9, {}}, "there is no such theme", "did you mean \"veterans\"?"}),
            "run.toml:3:9: there is no such theme\nhint: did you mean \"veterans\"?");
  EXPECT_EQ(text(Problem{{"run.toml", 3, 0, "slug"}, "is empty", {}}),
            "run.toml:3: column \"slug\": is empty");
  EXPECT_EQ(text(Problem{{}, "the disk is full", {}}), "the disk is full");
}

TEST(Problems, AFaultTellsAllOfThemInTheirOrder) {
  const Fault fault(Cost::settings,
                    {{{"a.csv", 1, 0, {}}, "first", "do this"}, {{"a.csv", 2, 0, {}}, "second", {}}});
  EXPECT_STREQ(fault.what(), "a.csv:1: first\nhint: do this\na.csv:2: second");
  EXPECT_EQ(fault.cost(), Cost::settings);
  EXPECT_EQ(fault.problems().size(), 2U);
}

TEST(Problems, OnlyWhereThereAreProblemsIsAFaultThrown) {
  EXPECT_NO_THROW(throw_if_any(Cost::settings, {}));
  EXPECT_THROW(throw_if_any(Cost::nothing_written, {{{}, "wrong", {}}}), Fault);
}

}  // namespace
}  // namespace eqr::problems
