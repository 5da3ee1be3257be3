// Blocks against RecordReader, which reads the same text one byte after another.
#include "tabular/csv_blocks.hpp"

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "support/memory_blocks.hpp"
#include "tabular/csv_record.hpp"

namespace eqr::tabular {
namespace {

struct Line {
  std::size_t number;
  std::vector<std::string> fields;
  bool operator==(const Line&) const = default;
};
struct Reading {
  bool sound = true;
  std::vector<Line> lines;
};

std::string unquoted(std::string field) {
  if (!field.starts_with('"')) return field;
  std::string text;
  for (std::size_t i = 1; i + 1 < field.size(); ++i) {
    if (field[i] == '"') ++i;
    text += field[i];
  }
  return text;
}

Reading one_after_another(const std::string& text, std::size_t columns, char separator) {
  std::istringstream stream(text);
  RecordReader reader(stream, "t.csv", {separator, true});
  reader.set_width(columns);
  Reading reading;
  Record record;
  while (reader.read(record)) {
    reading.sound = reading.sound && reader.faults().empty();
    reading.lines.push_back({record.line, record.fields});
  }
  return reading;
}

// The joining of blocks that the pass over an extract does, on one thread.
Reading in_blocks(const std::string& text, std::size_t columns, char separator, std::size_t block_size,
                  Instructions instructions) {
  support::MemoryBlocks blocks(text, block_size);
  BlockReader reader(separator, columns, instructions);
  Reading reading;
  std::vector<Line> lines;
  const auto keep = [&](const Records& records) {
    for (std::size_t record = 0; record < records.size(); ++record) {
      Line made{records.line(record), {}};
      for (std::size_t i = 0; i < columns; ++i)
        made.fields.push_back(unquoted(std::string(records.cell(record, i))));
      lines.push_back(made);
    }
  };
  std::string carried;
  std::size_t line = 1;
  const auto take = [&] {
    for (Line& each : lines) reading.lines.push_back({line + each.number, each.fields});
    lines.clear();
  };
  Blocks::Block block;
  while (blocks.next(block) && reading.sound) {
    BlockEdges edges = reader.read(blocks, block, keep);
    if (!edges.has_line_feed) {
      carried += edges.head;
      continue;
    }
    std::vector<Line> rest;
    rest.swap(lines);
    if (count_of(carried + edges.head, '"') % 2 == 0) {
      reading.sound = reader.read(carried + edges.head, keep).sound && edges.sound;
      take();
      line += count_of(carried, '\n');
      lines.swap(rest);
      take();
      line += edges.line_feeds;
    } else {
      edges = reader.read_behind(carried, 0, blocks, block, keep);
      reading.sound = edges.sound;
      take();
      line += edges.line_feeds;
    }
    carried = edges.tail;
  }
  if (reading.sound) {
    reading.sound = reader.read_last(carried, keep).sound;
    take();
  }
  return reading;
}

void expect_same_wherever_it_is_cut(const std::string& text, std::size_t columns, char separator = ',') {
  const Reading expected = one_after_another(text, columns, separator);
  for (const Instructions instructions : {Instructions::portable, Instructions::sse2, best_instructions()}) {
    for (std::size_t size = 1; size <= text.size() + 1; ++size) {
      const Reading found = in_blocks(text, columns, separator, size, instructions);
      ASSERT_EQ(found.sound, expected.sound) << "blocks of " << size << " bytes of " << text;
      if (!expected.sound) continue;
      ASSERT_EQ(found.lines, expected.lines) << "blocks of " << size << " bytes of " << text;
    }
  }
}

TEST(CsvBlocks, ANastyFileReadsTheSameWhereverItIsCut) {
  const std::string nasty =
      "1,Women,\"Adults, Health and Care\"\r\n"
      "2,\"The \"\"Hub\"\"\",\"two\nlines\"\n"
      "\n\r\n"
      "3,,\n"
      "\"4\",\"\",\"a\r\n\r\nb\"\"\nc\"\r\n"
      "5,\"\"\"\",\"\"\"quoted \"\"\"\n"
      "6,caf\xE9,x";
  expect_same_wherever_it_is_cut(nasty, 3);
  expect_same_wherever_it_is_cut(nasty + "\n", 3);
}

// More records than are given at once, in every mixture of lines that hold one, none, and a part of one.
TEST(CsvBlocks, BlankLinesAndLineBreaksAmongManyRecordsKeepTheirPlaces) {
  std::mt19937 random(31);
  for (const unsigned often : {2U, 40U, 300U}) {
    std::string text;
    for (int record = 0; record < 1'000; ++record) {
      text += std::to_string(record);
      text += random() % often == 0 ? ",\"two\nor\r\nthree\"" : ",x";
      text += random() % 2 == 0 ? ",\r\n" : ",\n";
      if (random() % often == 0) text += random() % 2 == 0 ? "\n" : "\r\n";
    }
    const Reading expected = one_after_another(text, 3, ',');
    ASSERT_EQ(expected.lines.size(), 1'000U);
    for (const std::size_t size : {501U, 4'096U, 1'000'000U}) {
      EXPECT_TRUE(in_blocks(text, 3, ',', size, best_instructions()).lines == expected.lines) << size;
    }
  }
}

TEST(CsvBlocks, SemicolonsAndTabsPartFieldsAsWell) {
  expect_same_wherever_it_is_cut("1;\"a;b\";c,d\n2;;\n", 3, ';');
  expect_same_wherever_it_is_cut("1\ta b\tc,d\n2\t\t\"\t\n\"\n", 3, '\t');
}

TEST(CsvBlocks, WhatIsNoSoundRecordIsSaidToBeNoneWhereverItIsCut) {
  for (const std::string fault : {"a,b\"c\n", "a,\"b\"c\n", "a,\"b\" ,c\n", "a\rb,c\n", "a\n", "a,b,c\n",
                                  "a,\"b\n", "a,b\r", "x\"\"y,b\n"}) {
    expect_same_wherever_it_is_cut("1,2\n" + fault + "3,4\n", 2);
    expect_same_wherever_it_is_cut("1,2\n" + fault, 2);
  }
}

// Letters that matter to the grammar, more often than not.
std::string random_text(std::mt19937& random) {
  static const std::string letters = "a,,\"\"\"\n\r\n x";
  std::string text;
  const std::size_t length = random() % 90;
  for (std::size_t i = 0; i < length; ++i) text += letters[random() % letters.size()];
  return text;
}

TEST(CsvBlocks, RandomTextIsJudgedAndReadLikeByteByByte) {
  std::mt19937 random(20'180'331);
  for (int round = 0; round < 1'500; ++round) {
    const std::string text = random_text(random);
    const std::size_t columns = 1 + random() % 3;
    const Reading expected = one_after_another(text, columns, ',');
    for (const Instructions instructions : {Instructions::portable, best_instructions()}) {
      const Reading found = in_blocks(text, columns, ',', 1 + random() % 40, instructions);
      ASSERT_EQ(found.sound, expected.sound) << text;
      if (!expected.sound) continue;
      ASSERT_EQ(found.lines, expected.lines) << text;
    }
  }
}

TEST(CsvBlocks, RecordsLongerThanAPieceAndABlockAreReadWhole) {
  const std::string wide(700'000, 'w'), quoted = '"' + std::string(600'000, '\n') + '"';
  const std::string text = "1," + wide + "\n2," + quoted + "\n3,x\n";
  const Reading expected = one_after_another(text, 2, ',');
  ASSERT_EQ(expected.lines.size(), 3U);
  EXPECT_EQ(expected.lines[2].number, 600'003U);
  for (const std::size_t size : {100'000U, 262'144U, 5'000'000U}) {
    const Reading found = in_blocks(text, 2, ',', size, best_instructions());
    EXPECT_TRUE(found.sound);
    EXPECT_TRUE(found.lines == expected.lines) << size;
  }
}

}  // namespace
}  // namespace eqr::tabular
