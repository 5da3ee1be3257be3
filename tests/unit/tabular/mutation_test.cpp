// Damaged files: whatever happens to the bytes, a reader answers or refuses, and says nothing it read.
#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <sstream>
#include <string>
#include <string_view>

#include "problems/problem.hpp"
#include "tabular/csv.hpp"
#include "tabular/json.hpp"

namespace eqr::tabular {
namespace {

// Stands for a person's value: it must never be seen in a message.
constexpr std::string_view canary = "Quillfeather";

const std::string nasty_csv =
    "\xEF\xBB\xBFnumber,\"pay, yearly\",name,note\r\n"
    "1,\"10,000\",Quillfeather,\"a \"\"Quillfeather\"\"\r\nb\"\r\n"
    "\r\n"
    "2,,Quillfeather,\xC3\xA9\n"
    "\"3\",\"\",\"Quillfeather\",\n"
    "4,5,\"Quillfeather, O'\",\"\r\"\n"
    "5,6,Quillfeather,Quillfeather";

const std::string nasty_json =
    "[{\"number\": 1, \"name\": \"Quillfeather\", \"pay\": 13.60},\n"
    " {\"number\": 2, \"name\": \"Quillfeather \\u00e9 \\\"x\\\"\", \"pay\": null},\r\n"
    " {\"number\": 3, \"name\": \"Quillfeather\", \"note\": true}]";

// One to four small accidents: a byte changed, dropped, doubled or put in, a piece cut out or moved.
std::string damaged(std::string bytes, std::mt19937& chance) {
  static constexpr char marks[] = {'"',    ',',    '\n', '\r', '\0', ';', '\t',
                                   '\xFF', '\xC3', '{',  '}',  '[',  ']', ':'};
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(chance()) % limit; };
  for (std::size_t accidents = 1 + below(4); accidents > 0 && !bytes.empty(); --accidents) {
    const std::size_t at = below(bytes.size());
    switch (below(6)) {
      case 0:
        bytes[at] = marks[below(sizeof marks)];
        break;
      case 1:
        bytes.erase(at, 1);
        break;
      case 2:
        bytes.insert(at, 1, marks[below(sizeof marks)]);
        break;
      case 3:
        bytes.erase(at, 1 + below(30));
        break;
      case 4:
        bytes.resize(at);
        break;
      default:
        bytes.insert(below(bytes.size()), bytes.substr(at, 1 + below(30)));
    }
  }
  return bytes;
}

template <typename Reader>
void attack(const std::string& whole, Reader&& read) {
  std::mt19937 chance(20180331);
  int refused = 0;
  constexpr int rounds = 4'000;
  for (int round = 0; round < rounds; ++round) {
    const std::string bytes = damaged(whole, chance);
    try {
      const Table table = read(bytes);
      for (const Record& record : table.records) ASSERT_EQ(record.fields.size(), table.header.size());
    } catch (const problems::Fault& fault) {
      ++refused;
      const std::string told = fault.what();
      ASSERT_EQ(told.find(canary), std::string::npos) << "round " << round << ": " << told;
      ASSERT_FALSE(told.empty());
    }
  }
  // Both ways have to have been tried for the test to mean anything.
  EXPECT_GT(refused, rounds / 10);
  EXPECT_LT(refused, rounds);
}

TEST(DamagedFiles, ADamagedCsvFileIsReadOrRefusedWithoutAWordOfItsContent) {
  attack(nasty_csv, [](const std::string& bytes) { return read_csv(bytes, "staff.csv"); });
}

TEST(DamagedFiles, ADamagedJsonFileIsReadOrRefusedWithoutAWordOfItsContent) {
  attack(nasty_json, [](const std::string& bytes) { return read_json(bytes, "staff.json"); });
}

TEST(DamagedFiles, TheUndamagedFilesAreRead) {
  EXPECT_EQ(read_csv(nasty_csv, "staff.csv").records.size(), 5U);
  EXPECT_EQ(read_json(nasty_json, "staff.json").records.size(), 3U);
}

}  // namespace
}  // namespace eqr::tabular
