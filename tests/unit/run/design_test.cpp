#include "run/design.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eqr::run {
namespace {

using colours::contrast_ratio;
using testing::HasSubstr;

DesignSettings::Chosen chosen(colours::Colour colour) {
  return {colour, {"run.toml", 9, 1, ""}};
}

TEST(Design, without_choices_is_the_usual_one) {
  const Designed made = designed({});
  EXPECT_TRUE(made.design.has_usual_colours());
  EXPECT_TRUE(made.findings.empty());
}

TEST(Design, text_on_a_colour_is_white_or_black) {
  DesignSettings dark, bright;
  dark.colour = chosen(0x00703C);
  bright.colour = chosen(0xFFDD00);
  EXPECT_EQ(designed(dark).design.on_band, 0xFFFFFFU);
  EXPECT_EQ(designed(bright).design.on_band, 0x000000U);
  EXPECT_TRUE(designed(bright).findings.empty());
}

TEST(Design, of_a_pair_that_fails_the_colour_moves_that_has_to_move_less) {
  DesignSettings settings;
  // Pale grey on a light green: the grey would have to become nearly black, the green only dark.
  settings.colour = chosen(0x2E8B57);
  settings.text_colour = chosen(0xEEEEEE);
  const Designed made = designed(settings);
  EXPECT_EQ(made.design.on_band, 0xEEEEEEU);
  EXPECT_GE(contrast_ratio(made.design.band, made.design.on_band), 4.5);
  ASSERT_EQ(made.findings.size(), 1U);
  EXPECT_EQ(made.findings[0].place.line, 9U);
  // Black text that is a little too near a dark grey: neither black nor a lighter text is as near as the
  // grey.
  settings.colour = chosen(0x707070);
  settings.text_colour = chosen(0x000000);
  EXPECT_EQ(designed(settings).design.on_band, 0x000000U);
  EXPECT_THAT(designed(settings).findings[0].message, HasSubstr("text_colour #000000 on colour #707070"));
}

TEST(Design, accents_can_be_read_on_light_and_on_dark_grounds) {
  for (const colours::Colour accent : {0xFFDD00U, 0x12436DU, 0xFFFFFFU, 0x000000U, 0xD4351CU}) {
    DesignSettings settings;
    settings.accent = chosen(accent);
    const Designed made = designed(settings);
    for (const colours::Colour light : {0xFFFFFFU, 0xF3F5F7U, 0xF3F2F1U})
      EXPECT_GE(contrast_ratio(made.design.accent, light), 4.5) << colours::hex(accent);
    for (const colours::Colour dark : {0x15191EU, 0x1F252CU})
      EXPECT_GE(contrast_ratio(made.design.dark_accent, dark), 4.5) << colours::hex(accent);
    EXPECT_EQ(made.findings.empty(), made.design.accent == accent);
  }
}

TEST(Design, the_accent_follows_the_organisation_s_colour) {
  DesignSettings settings;
  settings.colour = chosen(0x00703C);
  EXPECT_EQ(designed(settings).design.accent, 0x00703CU);
  settings.colour = chosen(0xFFDD00);
  EXPECT_NE(designed(settings).design.accent, 0xFFDD00U);
  EXPECT_TRUE(designed(settings).findings.empty());  // nobody chose it
}

}  // namespace
}  // namespace eqr::run
