#include "tabular/utf16_source.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace eqr::tabular {
namespace {

// Hands out at most `step` bytes at a time, as a slow disk does.
class Pieces : public ByteSource {
 public:
  Pieces(std::string bytes, std::size_t step) : m_bytes(std::move(bytes)), m_step(step) {}
  std::size_t read(char* into, std::size_t most) override {
    const std::size_t count = std::min({most, m_step, m_bytes.size() - m_at});
    m_bytes.copy(into, count, m_at);
    m_at += count;
    return count;
  }

 private:
  std::string m_bytes;
  std::size_t m_step;
  std::size_t m_at = 0;
};

struct Whole {
  std::string text;
  std::uint64_t replaced;
  bool operator==(const Whole&) const = default;
};

Whole converted(std::string_view bytes, std::size_t step = 1000, std::size_t most = 3) {
  Pieces pieces{std::string(bytes), step};
  Utf16Source source(pieces);
  Whole whole{};
  std::string buffer(most, '\0');
  while (const std::size_t count = source.read(buffer.data(), buffer.size()))
    whole.text.append(buffer, 0, count);
  EXPECT_EQ(source.read(buffer.data(), buffer.size()), 0U);
  whole.replaced = source.replaced();
  return whole;
}

using namespace std::string_view_literals;

// "a,£ Zoë €, U+1F600" and the ends of the ranges of one to four bytes, by the tables of RFC 3629 and RFC
// 2781.
constexpr std::string_view little =
    "\xFF\xFE"
    "a\0,\0\xA3\0\xEB\0\xAC\x20\x3D\xD8\x00\xDE\x7F\0\x80\0\xFF\x07\x00\x08\xFD\xFF\xFF\xDB\xFD\xDF\n\0"sv;
constexpr std::string_view big =
    "\xFE\xFF"
    "\0a\0,\0\xA3\0\xEB\x20\xAC\xD8\x3D\xDE\x00\0\x7F\0\x80\x07\xFF\x08\x00\xFF\xFD\xDB\xFF\xDF\xFD\0\n"sv;
const std::string in_utf8 =
    "a,"
    "\xC2\xA3\xC3\xAB\xE2\x82\xAC\xF0\x9F\x98\x80\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBD\xF4\x8F\xBF\xBD"
    "\n";

TEST(Utf16, BothOrdersOfBytesBecomeTheSameUtf8) {
  EXPECT_EQ(converted(little), (Whole{in_utf8, 0}));
  EXPECT_EQ(converted(big), (Whole{in_utf8, 0}));
}

TEST(Utf16, WithoutAMarkItIsLittleEndian) {
  EXPECT_EQ(converted(little.substr(2)), (Whole{in_utf8, 0}));
}

TEST(Utf16, PiecesOfAnySizeGiveTheSame) {
  for (std::size_t step = 1; step < 8; ++step) {
    EXPECT_EQ(converted(little, step, 1), (Whole{in_utf8, 0})) << step;
    EXPECT_EQ(converted(big, step, 64), (Whole{in_utf8, 0})) << step;
  }
}

TEST(Utf16, HalfAPairAndAnOddByteAreReplacedAndCounted) {
  const std::string mark = "\xEF\xBF\xBD";
  EXPECT_EQ(converted("\xFF\xFE\x3D\xD8x\0"sv), (Whole{mark + "x", 1}));
  EXPECT_EQ(converted("\xFF\xFE\x00\xDEx\0"sv), (Whole{mark + "x", 1}));
  EXPECT_EQ(converted("\xFF\xFE\x3D\xD8\x3D\xD8\x00\xDE"sv), (Whole{mark + "\xF0\x9F\x98\x80", 1}));
  EXPECT_EQ(converted("\xFF\xFE\x3D\xD8"sv), (Whole{mark, 1}));
  EXPECT_EQ(converted("\xFF\xFEx\0y"sv), (Whole{"x" + mark, 1}));
  EXPECT_EQ(converted("\xFF\xFE\x3D\xD8y"sv), (Whole{mark + mark, 2}));
}

TEST(Utf16, OnlyTheFirstMarkIsDropped) {
  EXPECT_EQ(converted("\xFF\xFE\xFF\xFEx\0"sv), (Whole{"\xEF\xBB\xBFx", 0}));
  EXPECT_EQ(converted(""), (Whole{"", 0}));
  EXPECT_EQ(converted("\xFF\xFE"), (Whole{"", 0}));
}

TEST(Utf16, AFileIsKnownByItsMark) {
  EXPECT_TRUE(is_utf16(little));
  EXPECT_TRUE(is_utf16(big));
  EXPECT_FALSE(
      is_utf16("\xEF\xBB\xBF"
               "a,b"));
  EXPECT_FALSE(is_utf16(""));
}

}  // namespace
}  // namespace eqr::tabular
