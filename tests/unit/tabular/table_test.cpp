#include "tabular/table.hpp"

#include <gtest/gtest.h>

namespace eqr::tabular {
namespace {

TEST(Table, AColumnIsFoundByItsHeadingWhateverCaseAndBlanks) {
  const Table table{"a.csv", {"Area", "People  helped"}, {}};
  EXPECT_EQ(table.column("people helped"), 1U);
  EXPECT_EQ(table.column(" AREA "), 0U);
  EXPECT_EQ(table.column("people"), std::nullopt);
}

}  // namespace
}  // namespace eqr::tabular
