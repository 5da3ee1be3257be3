// Whatever the values, each is looked into once and known again.
#include "people/pass/dictionary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace eqr::persons {
namespace {

// A cell inside a text, with 64 bytes on either side that change from one to the next.
class Cells {
 public:
  std::string_view cell(const std::string& text) {
    const char around = static_cast<char>('a' + m_count++ % 26);
    m_text = std::string(64, around) + text + std::string(64, around);
    return std::string_view(m_text).substr(64, text.size());
  }

 private:
  std::string m_text;
  std::size_t m_count = 0;
};

void expect_each_known_again(const std::vector<std::string>& values, std::size_t most_questions) {
  std::map<std::string, Code> codes;
  std::size_t questions = 0;
  Dictionary dictionary([&](std::string_view cell) {
    ++questions;
    return codes.try_emplace(std::string(cell), static_cast<Code>(codes.size() % code_part)).first->second;
  });
  Cells cells;
  for (int round = 0; round < 3; ++round) {
    for (const std::string& value : values) {
      const Code code = dictionary.code(cells.cell(value));
      ASSERT_EQ(code, codes.at(value)) << value;
    }
  }
  EXPECT_LE(questions, most_questions);
}

TEST(Dictionary, values_of_every_length_are_told_apart) {
  std::vector<std::string> values = {""};
  for (std::size_t length = 1; length < 200; ++length) {
    values.push_back(std::string(length, 'x'));
    values.push_back(std::string(length - 1, 'x') + 'y');
    values.push_back('y' + std::string(length - 1, 'x'));
  }
  values.erase(std::unique(values.begin(), values.end()), values.end());
  expect_each_known_again(values, values.size());
}

// The hash looks at the first and the last eight bytes: these differ elsewhere, so that all have
// one.
TEST(Dictionary, values_that_share_their_hash_are_told_apart) {
  std::vector<std::string> values;
  for (int i = 0; i < 600; ++i) {
    std::string value(64, '-');
    value.replace(12, 3, std::to_string(100 + i));
    values.push_back(value);
  }
  // 64 are remembered: to go through all the others each time would take longer than to ask.
  expect_each_known_again(values, 64 + 3 * (600 - 64));
}

TEST(Dictionary, a_column_of_names_does_not_fill_the_memory) {
  std::vector<std::string> values;
  for (int i = 0; i < 70'000; ++i) values.push_back("name " + std::to_string(i));
  // 65,536 are remembered; the others are asked for in each of three rounds.
  expect_each_known_again(values, 65'536 + 3 * (70'000 - 65'536));
}

// The same cells one by one and as a column of records, short and long ones among each other.
void expect_a_column_is_read_like_its_cells(tabular::Instructions instructions) {
  std::mt19937 random(7);
  for (const std::size_t longest : {9U, 33U, 34U, 65U, 66U, 300U}) {
    std::vector<std::string> values = {std::string(longest - 1, 'z')};
    for (int i = 0; i < 30; ++i) {
      values.emplace_back(random() % longest, static_cast<char>('a' + random() % 3));
    }
    std::string text(64, 'x');
    std::vector<std::uint32_t> ends = {63};
    std::vector<std::string> cells;
    for (int i = 0; i < 128; ++i) {
      cells.push_back(values[random() % values.size()]);
      for (const std::string& cell : {std::string("other"), cells.back()}) {
        text += cell;
        ends.push_back(static_cast<std::uint32_t>(text.size()));
        text += ',';
      }
    }
    text += std::string(64, 'x');
    std::vector<std::string> asked;
    Dictionary dictionary(
        [&](std::string_view cell) {
          asked.emplace_back(cell);
          return static_cast<Code>(asked.size());
        },
        instructions);
    const tabular::Records records(text.data(), ends.data() + 1, cells.size(), 2, 0);
    for (int round = 0; round < 2; ++round) {
      std::vector<Code> codes(cells.size());
      dictionary.codes(records, 1, codes.data());
      for (std::size_t i = 0; i < cells.size(); ++i) {
        ASSERT_EQ(asked.at(codes[i] - 1U), cells[i]);
        ASSERT_EQ(dictionary.code(records.cell(i, 1)), codes[i]);
      }
    }
    EXPECT_EQ(asked.size(), std::set<std::string>(cells.begin(), cells.end()).size());
  }
}

TEST(Dictionary, a_column_is_read_like_its_cells) {
  for (const tabular::Instructions instructions :
       {tabular::Instructions::portable, tabular::Instructions::sse2, tabular::best_instructions()}) {
    expect_a_column_is_read_like_its_cells(instructions);
  }
}

TEST(Dictionary, a_cell_is_meant_without_its_quotation_marks_and_in_utf8) {
  bool converted = false;
  EXPECT_EQ(meant("\"The \"\"Hub\"\"\"", converted), "The \"Hub\"");
  EXPECT_EQ(meant("plain", converted), "plain");
  EXPECT_EQ(meant("\"\"", converted), "");
  EXPECT_FALSE(converted);
  EXPECT_EQ(meant("caf\xE9 \x96 \x80", converted), "caf\xC3\xA9 \xE2\x80\x93 \xE2\x82\xAC");
  EXPECT_TRUE(converted);
}

}  // namespace
}  // namespace eqr::persons
