#include "run/design.hpp"

#include <string>
#include <utility>

#include "colours/contrast.hpp"

namespace eqr::run {
namespace {

using colours::Colour;
using problems::Problem;

constexpr Colour white = 0xFFFFFF, black = 0x000000;
// What accents stand on: the darkest of light grounds (key figures on paper), the lightest of dark ones.
constexpr Colour pale_ground = 0xF3F2F1, dark_ground = 0x1F252C;

std::string in_words(const std::string& name, Colour colour) {
  return name + " " + colours::hex(colour);
}

Problem finding(const problems::Place& place, const std::string& pair, double ratio,
                const std::string& mended, double mended_ratio) {
  return {place,
          pair + " has a contrast of " + colours::printed_ratio(ratio) + " to 1, and text needs 4.5 to 1",
          "the draft takes " + mended + ", which has " + colours::printed_ratio(mended_ratio) +
              " to 1; choose colours that are as far apart, a final report has to have them"};
}

Colour text_on(Colour band) {
  return colours::contrast_ratio(white, band) >= colours::least_contrast_of_text ? white : black;
}

// The colour that has to move less moves.
void mend_band(const DesignSettings& settings, Designed& made) {
  Colour& band = made.design.band;
  Colour& text = made.design.on_band;
  const double ratio = colours::contrast_ratio(band, text);
  if (ratio >= colours::least_contrast_of_text) return;
  const Colour other_band = colours::nearest_shade(band, text),
               other_text = colours::nearest_shade(text, band);
  const std::string pair = in_words("text_colour", text) + " on " + in_words("colour", band);
  const bool is_band_moved = colours::contrast_ratio(other_band, text) >= colours::least_contrast_of_text &&
                             colours::distance(band, other_band) <= colours::distance(text, other_text);
  (is_band_moved ? band : text) = is_band_moved ? other_band : other_text;
  const std::string mended = is_band_moved ? in_words("colour", band) : in_words("text_colour", text);
  made.findings.push_back(
      finding(settings.text_colour->place, pair, ratio, mended, colours::contrast_ratio(band, text)));
}

void choose_accent(const DesignSettings& settings, Designed& made) {
  if (!settings.accent && !settings.colour) return;
  const Colour wanted = settings.accent ? settings.accent->colour : settings.colour->colour;
  made.design.accent = colours::nearest_shade(wanted, pale_ground);
  made.design.dark_accent = colours::nearest_shade(wanted, dark_ground);
  if (!settings.accent || made.design.accent == wanted) return;
  made.findings.push_back(finding(
      settings.accent->place, in_words("accent", wanted) + " on " + in_words("the pale grey", pale_ground),
      colours::contrast_ratio(wanted, pale_ground), in_words("accent", made.design.accent),
      colours::contrast_ratio(made.design.accent, pale_ground)));
}

}  // namespace

Designed designed(const DesignSettings& settings) {
  Designed made;
  if (settings.colour) made.design.band = settings.colour->colour;
  made.design.on_band = settings.text_colour ? settings.text_colour->colour : text_on(made.design.band);
  if (settings.text_colour) mend_band(settings, made);
  choose_accent(settings, made);
  return made;
}

}  // namespace eqr::run
