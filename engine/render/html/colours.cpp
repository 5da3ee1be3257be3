#include "colours/contrast.hpp"
#include "render/html/writing.hpp"

namespace eqr::render::html {
namespace {

std::string property(std::string_view name, colours::Colour colour) {
  return " --" + std::string(name) + ": " + colours::hex(colour) + ";";
}

}  // namespace

std::string own_colours(const report::Design& design) {
  if (design.has_usual_colours()) return {};
  const std::string band = property("band", design.band) + property("on-band", design.on_band);
  return ":root {" + band + property("accent", design.accent) +
         " }\n@media (prefers-color-scheme: dark) { :root {" + property("accent", design.dark_accent) +
         " } }\n@media print { :root {" + property("accent", design.accent) + " } }\n";
}

}  // namespace eqr::render::html
