#include "render/spreadsheet/note_markers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "problems/problem.hpp"

#include "unit/render/workbook/small_report.hpp"

namespace eqr::render::spreadsheet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string refusal(const report::Report& report) {
  try {
    check_note_markers(laid_out(report));
  } catch (const problems::Fault& fault) {
    return fault.problems().front().message;
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
            "table \"workforce.ethnicity\", cell A12 of the spreadsheets: the text of an input reads as a "
            "marker of note 3, which is not there");
}

TEST(NoteMarkers, do_not_stand_in_cells_that_hold_data) {
  report::Report report = small_report();
  report.tables[1].rows[0].cells[3] = std::string("As in [note 1]");
  EXPECT_EQ(refusal(report),
            "table \"fostering-good-relations.calendar-of-meetings\", cell D9 of the spreadsheets: the text "
            "of an input reads as a note marker");
}

TEST(NoteMarkers, there_is_one_for_each_note) {
  report::Report report = small_report();
  report.tables[0].notes = {1};
  EXPECT_EQ(refusal(report), "the notes, cell A6 of the spreadsheets: no table has a marker of note 1");
}

}  // namespace
}  // namespace eqr::render::spreadsheet
