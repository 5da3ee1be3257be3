#include "pdf_check/grid.hpp"

#include <gtest/gtest.h>

#include "documents.hpp"

namespace eqr::pdf_check {
namespace {

const Sketch cell{"TD", "1", {}};

TEST(Grid, rows_of_head_and_body_follow_each_other) {
  const Document document = document_of({"Table",
                                         "",
                                         {{"Caption", "Staff", {}},
                                          {"THead", "", {{"TR", "", {cell, cell}}}},
                                          {"TBody", "", {{"TR", "", {cell, cell}}}}}});
  const Grid grid = grid_of(document, 0);
  ASSERT_EQ(grid.cells.size(), 4U);
  EXPECT_EQ(grid.cells[3].row, 1U);
  EXPECT_EQ(grid.cells[3].column, 1U);
  EXPECT_EQ(grid.widths, (std::vector<std::size_t>{2, 2}));
  EXPECT_FALSE(grid.overlaps);
}

// a a b      The cell below a stands under b:
// a a c      a spans two rows and two columns.
TEST(Grid, a_cell_that_spans_rows_pushes_those_below_it_aside) {
  const Sketch wide{"TH", "a", {}, 2, 2};
  const Document document = document_of({"Table", "", {{"TR", "", {wide, cell}}, {"TR", "", {cell}}}});
  const Grid grid = grid_of(document, 0);
  ASSERT_EQ(grid.cells.size(), 3U);
  EXPECT_EQ(grid.cells[2].row, 1U);
  EXPECT_EQ(grid.cells[2].column, 2U);
  EXPECT_EQ(grid.widths, (std::vector<std::size_t>{3, 3}));
  EXPECT_FALSE(grid.overlaps);
}

// x y        y goes down a row, and z reaches across into it.
// z z
TEST(Grid, cells_that_reach_into_each_other_overlap) {
  const Sketch down{"TD", "y", {}, 2, 1}, across{"TD", "z", {}, 1, 2};
  EXPECT_TRUE(
      grid_of(document_of({"Table", "", {{"TR", "", {cell, down}}, {"TR", "", {across}}}}), 0).overlaps);
}

TEST(Grid, a_span_ends_with_the_table) {
  const Sketch down{"TD", "y", {}, 9, 1};
  EXPECT_EQ(grid_of(document_of({"Table", "", {{"TR", "", {cell, down}}}}), 0).widths,
            (std::vector<std::size_t>{2}));
}

}  // namespace
}  // namespace eqr::pdf_check
