#include "render/pdf/placed.hpp"

#include "render/pdf/page_content.hpp"

namespace eqr::render::pdf {

std::string destination(const Document& document, const Placed& placed, TagId target) {
  const Tag::Box place = document.tags[target].place.value_or(Tag::Box{});
  Array made;
  made.add(placed.pages.at(place.page).page).add("/XYZ");
  made.add(number(place.x)).add(number(from_below(place.y))).add("null");
  return made.text();
}

}  // namespace eqr::render::pdf
