#include "numbers/exact.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>

namespace eqr::numbers {
namespace {

std::string rounded_text(const Exact& value, int places) {
  return to_text(rounded(value, places));
}

TEST(Numbers, HalvesAreRoundedAwayFromZero) {
  EXPECT_EQ(rounded_text(Exact(1, 20), 1), "0.1");
  EXPECT_EQ(rounded_text(Exact(-1, 20), 1), "-0.1");
  EXPECT_EQ(rounded_text(Exact(5, 2), 0), "3");
  EXPECT_EQ(rounded_text(Exact(-5, 2), 0), "-3");
  EXPECT_EQ(rounded_text(Exact(1, 2), 0), "1");
  EXPECT_EQ(rounded_text(Exact(49, 100), 0), "0");
}

// 0.15, 0.25, 0.35 and 2.675 have no exact binary form: doubles round some of them down.
TEST(Numbers, TheExactValueDecidesAndNotItsBinaryNeighbour) {
  EXPECT_EQ(rounded_text(Exact(15, 100), 1), "0.2");
  EXPECT_EQ(rounded_text(Exact(25, 100), 1), "0.3");
  EXPECT_EQ(rounded_text(Exact(35, 100), 1), "0.4");
  EXPECT_EQ(rounded_text(Exact(2675, 1000), 2), "2.68");
  EXPECT_EQ(rounded_text(Exact(1005, 1000), 2), "1.01");
}

TEST(Numbers, AThirdAndTwoThirdsOfAHundred) {
  EXPECT_EQ(rounded_text(Exact(100, 3), 1), "33.3");
  EXPECT_EQ(rounded_text(Exact(200, 3), 1), "66.7");
  EXPECT_EQ(rounded_text(Exact(200, 3), 9), "66.666666667");
}

TEST(Numbers, WhatIsRoundedToNothingHasNoSign) {
  EXPECT_EQ(rounded_text(Exact(-4, 100), 1), "0.0");
}

TEST(Numbers, PlacesAreFilledUp) {
  EXPECT_EQ(rounded_text(Exact(14), 1), "14.0");
  EXPECT_EQ(rounded_text(Exact(0), 2), "0.00");
}

TEST(Numbers, AResultOfMoreThanEighteenDigitsIsRefused) {
  EXPECT_EQ(rounded_text(Exact(999'999'999'999'999'999), 0), "999,999,999,999,999,999");
  EXPECT_THROW((void)rounded(Exact(1'000'000'000'000'000'000), 0), std::overflow_error);
  EXPECT_THROW((void)rounded(Exact(100'000'000'000'000'000), 1), std::overflow_error);
}

// A second implementation, in whole numbers: (2n + d) div 2d on sizes, with the sign put back.
TEST(Numbers, RoundingAgreesWithWholeNumberArithmetic) {
  std::mt19937_64 chance(20180331);
  for (int i = 0; i < 20'000; ++i) {
    const auto numerator = static_cast<std::int64_t>(chance() % 2'000'001) - 1'000'000;
    const auto denominator = static_cast<std::int64_t>(chance() % 1'000 + 1);
    const auto places = static_cast<int>(chance() % 4);
    std::int64_t scale = 1;
    for (int p = 0; p < places; ++p) scale *= 10;
    const std::int64_t size = (numerator < 0 ? -numerator : numerator) * scale;
    const std::int64_t whole = (2 * size + denominator) / (2 * denominator);
    Exact value = numerator;
    value /= denominator;
    EXPECT_EQ(rounded(value, places), (Decimal{numerator < 0 ? -whole : whole, places}))
        << numerator << '/' << denominator << " to " << places;
  }
}

TEST(Numbers, ANumberIsReadWithItsPlaces) {
  EXPECT_EQ(parse_decimal("1,181,000"), (Decimal{1'181'000, 0}));
  EXPECT_EQ(parse_decimal("-0.9"), (Decimal{-9, 1}));
  EXPECT_EQ(parse_decimal("13.60"), (Decimal{1360, 2}));
  EXPECT_EQ(parse_decimal("0"), (Decimal{0, 0}));
  EXPECT_EQ(parse_decimal("1,000.5"), (Decimal{10'005, 1}));
  EXPECT_EQ(parse_decimal("999999999999999999"), (Decimal{999'999'999'999'999'999, 0}));
  EXPECT_EQ(parse_decimal("0.000000001"), (Decimal{1, 9}));
}

TEST(Numbers, WhatIsNoPlainNumberIsNotRead) {
  for (const char* text : {"", "-", ".", ".5", "5.", "+5", "--5", " 5", "5 ", "1 000", "5%", "1e3", "0x1F",
                           "1.2.3", "nan", "inf",
                           "\xC2\xA3"
                           "5",
                           "1000000000000000000", "0.0000000001"}) {
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  }
}

TEST(Numbers, CommasStandOnlyBetweenGroupsOfThree) {
  for (const char* text :
       {"1,18", "1,1810", "11,81,000", ",181", "1,,000", "1181,000", "1,181,", "1,181.0,0", "-,181"}) {
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_decimal("-12,345"), (Decimal{-12'345, 0}));
}

TEST(Numbers, ANumberIsWrittenWithOrWithoutCommas) {
  EXPECT_EQ(to_text({1'181'000, 0}), "1,181,000");
  EXPECT_EQ(to_text({1'181'000, 0}, false), "1181000");
  EXPECT_EQ(to_text({999, 0}), "999");
  EXPECT_EQ(to_text({-1'000'5, 1}), "-1,000.5");
  EXPECT_EQ(to_text({-9, 1}), "-0.9");
  EXPECT_EQ(to_text({5, 3}), "0.005");
}

TEST(Numbers, WhatIsWrittenIsReadBackTheSame) {
  std::mt19937_64 chance(20180331);
  for (int i = 0; i < 10'000; ++i) {
    const Decimal decimal{static_cast<std::int64_t>(chance() % 2'000'000'001) - 1'000'000'000,
                          static_cast<int>(chance() % 10)};
    EXPECT_EQ(parse_decimal(to_text(decimal)), decimal);
    EXPECT_EQ(parse_decimal(to_text(decimal, false)), decimal);
  }
}

TEST(Numbers, ADecimalIsItsExactValueAndTheNearestDouble) {
  EXPECT_EQ(exact(Decimal{1360, 2}), Exact(68, 5));
  EXPECT_EQ(exact(Decimal{1360, 2}), exact(Decimal{136, 1}));
  EXPECT_EQ(exact(std::uint64_t{7}), Exact(7));
  EXPECT_EQ(to_double({136, 1}), 13.6);
  EXPECT_EQ(to_double({-9, 1}), -0.9);
  EXPECT_EQ(to_double({736, 1}), 73.6);
  EXPECT_EQ(to_double({123456789012345, 9}), 123456.789012345);
  EXPECT_EQ(to_double({999'999'999'999'999'999, 0}), 999999999999999999.0);
  EXPECT_EQ(to_double({-9'007'199'254'740'993, 3}), -9007199254740.993);
}

}  // namespace
}  // namespace eqr::numbers
