#include "render/spreadsheet/note_markers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "unit/render/workbook/small_report.hpp"

namespace eqr::render::spreadsheet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string refusal(const report::Report& report) {
  try {
    check_note_markers(laid_out(report));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(NoteMarkers, are_numbers_in_brackets) {
  EXPECT_THAT(notes_marked_in("Staff [note 1][note 12] (%)"), ElementsAre("1", "12"));
  EXPECT_THAT(notes_marked_in("[note 1, 2] [note ] [note x] [note 3"), IsEmpty());
}

TEST(NoteMarkers, in_titles_headers_and_row_labels_have_their_note) {
  report::Report report = small_report();
  EXPECT_EQ(refusal(report), "accepted");
  report.tables[0].rows[1].cells[0] = std::string("White [note 2]");
  EXPECT_EQ(refusal(report), "accepted");
  report.tables[0].rows[1].cells[0] = std::string("White [note 3]");
  EXPECT_EQ(refusal(report),
            "workbook: table \"workforce.ethnicity\", cell A12: there is no note 3 among the notes: write "
            "the marker "
            "without brackets");
}

TEST(NoteMarkers, do_not_stand_in_cells_that_hold_data) {
  report::Report report = small_report();
  report.tables[1].rows[0].cells[3] = std::string("As in [note 1]");
  EXPECT_EQ(
      refusal(report),
      "workbook: table \"fostering-good-relations.calendar-of-meetings\", cell D9: a note marker stands in a "
      "cell that holds data: put it into the row's label, or write it without brackets");
}

TEST(NoteMarkers, there_is_one_for_each_note) {
  report::Report report = small_report();
  report.tables[0].notes = {1};
  EXPECT_EQ(refusal(report), "workbook: the notes, cell A6: no table has a marker of note 1");
}

}  // namespace
}  // namespace eqr::render::spreadsheet
