#include "workbook_check/seen.hpp"

#include <gtest/gtest.h>

namespace eqr::workbook_check {
namespace {

TEST(Seen, cells_are_named_as_spreadsheets_name_them) {
  EXPECT_EQ(in_words({0, 0}), "A1");
  EXPECT_EQ(in_words({6, 25}), "Z7");
  EXPECT_EQ(in_words({9, 26}), "AA10");
  EXPECT_EQ(in_words({1'048'575, 16'383}), "XFD1048576");
  for (const Place place : {Place{0, 0}, Place{12, 701}, Place{3, 702}, Place{1'048'575, 16'383}})
    EXPECT_EQ(place_of(in_words(place)), place);
}

TEST(Seen, what_is_no_cell_is_none) {
  for (const char* written :
       {"", "A", "7", "A0", "7A", "A1B", "A-1", "XFE1", "A1048577", "AAAAAAAAAAAAAAAAAAA1"})
    EXPECT_EQ(place_of(written), std::nullopt) << written;
  EXPECT_EQ(place_of("$B$7"), (Place{6, 1}));
  EXPECT_EQ(place_of("b7"), (Place{6, 1}));
}

TEST(Seen, areas_are_read_either_way_round) {
  EXPECT_EQ(area_of("A1:B7"), (Area{{0, 0}, {6, 1}}));
  EXPECT_EQ(area_of("B7:A1"), (Area{{0, 0}, {6, 1}}));
  EXPECT_EQ(area_of("C3"), (Area{{2, 2}, {2, 2}}));
  EXPECT_EQ(area_of("A1:"), std::nullopt);
  EXPECT_TRUE((Area{{1, 0}, {4, 3}}.contains({4, 3})));
  EXPECT_FALSE((Area{{1, 0}, {4, 3}}.contains({0, 2})));
}

}  // namespace
}  // namespace eqr::workbook_check
