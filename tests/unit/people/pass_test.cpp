// The pass as a whole: wherever an extract is cut, by however many threads, in any dress.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/people/staff_extract.hpp"

namespace eqr::persons::tests {
namespace {

TEST(Pass, a_nasty_extract_is_counted_the_same_wherever_it_is_cut_and_by_however_many) {
  const std::string nasty =
      "\xEF\xBB\xBFNumber,Team,Gender,\"Born\r\n(date)\",Born\r\n"
      "1,\"Adults, Health and Care\",F,x,1990-01-01\r\n"
      "2,\"The \"\"Hub\"\"\nat County Hall\",\"M\",,\"01/02/1950\"\n"
      "\n\r\n"
      "\"3\",Caf\xC3\xA9,F,\"a\n\n\"\"b\"\"\n\",1990-01-01\r\n"
      "4,caf\xC3\xA9 , f ,,\n"
      "2,\"The \"\"Hub\"\"\nat County Hall\",\"M\",,1950-02-01\n"
      "5,,M,\"\",1950-02-01";
  const Codebook codebook = book(staff_book);
  const Key hub = staff({{"team", {"hub"}}}),
            young_women = staff({{"sex", {"female"}}, {"age-band", {"young"}}});
  const Questions questions{{staff(), women(), hub, young_women}, {}};
  for (std::size_t threads = 1; threads <= 3; ++threads) {
    for (std::size_t block = 1; block <= nasty.size() + 1; ++block) {
      const Answered found = answered(codebook, nasty, questions, this_year, {threads, nullptr, {}}, block);
      SCOPED_TRACE("blocks of " + std::to_string(block) + " bytes, threads: " + std::to_string(threads));
      ASSERT_EQ(count(found, staff()), 5U);
      ASSERT_EQ(count(found, women()), 3U);
      ASSERT_EQ(count(found, hub), 1U);
      ASSERT_EQ(count(found, young_women), 2U);
      ASSERT_EQ(found.findings.rows, 6U);
      ASSERT_EQ(found.findings.repeated, 1U);
      ASSERT_EQ(found.findings.blanks.at("Team"), 1U);
    }
  }
}

TEST(Pass, faults_have_the_same_lines_wherever_the_extract_is_cut) {
  std::string csv = "Number,Team,Gender,Born\n";
  for (int i = 1; i <= 12; ++i) {
    csv += std::to_string(i) + ",\"two\nlines\",F,\n";
    csv += std::to_string(i) + "b,Café,Z,\n";
  }
  const Codebook codebook = book(staff_book);
  const Questions questions{{women(), staff({{"team", {"cafe"}}})}, {}};
  const std::string expected = told([&] { (void)answered(codebook, csv, questions); });
  EXPECT_THAT(expected, testing::HasSubstr("staff.csv:2: column \"Team\""));
  EXPECT_THAT(expected, testing::HasSubstr("(12 rows: lines 4, 7, 10, 13, 16 and others)"));
  for (std::size_t block = 1; block < 60; ++block) {
    ASSERT_EQ(expected, told([&] {
                (void)answered(codebook, csv, questions, this_year, {3, nullptr, {}}, block);
              }));
  }
}

TEST(Pass, what_comes_through_a_pipe_and_is_broken_is_told_as_far_as_it_was_read) {
  support::MemoryBlocks blocks("Number,Team,Gender,Born\n1,Café,F,\n2,CANARY\"x,F,\n3,Café,F,\n", 40);
  blocks.only_once();
  const std::string message = told([&] {
    (void)answer(book(staff_book), this_year, blocks, {{women()}, {}}, {2, nullptr, {}});
  });
  EXPECT_EQ(message,
            "staff.csv:3: column \"Team\": holds a quotation mark although it does not begin with one\n"
            "hint: put the whole field in quotation marks and write those inside it twice");
}

TEST(Pass, semicolons_tabs_and_windows_1252_are_read_and_said) {
  const Codebook codebook = book(staff_book);
  const Key cafe = staff({{"team", {"cafe"}}});
  const Answered semicolons =
      answered(codebook, "Number;Team;Gender;Born\n1;Caf\xE9;F;\n2;\"Café\";M;\n", {{cafe}, {}});
  EXPECT_EQ(count(semicolons, cafe), 2U);
  EXPECT_EQ(semicolons.findings.notes,
            (std::vector<std::string>{"text that is not UTF-8 was read as Windows-1252",
                                      "fields are separated by semicolons"}));
  const Answered tabs = answered(codebook, "Number\tTeam\tGender\tBorn\n1\tCafé\tF\t\n", {{cafe}, {}});
  EXPECT_EQ(count(tabs, cafe), 1U);
  EXPECT_EQ(tabs.findings.notes, (std::vector<std::string>{"fields are separated by tabs"}));
}

}  // namespace
}  // namespace eqr::persons::tests
