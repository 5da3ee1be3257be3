// What units and qualifiers are called in files for programs: JSON and CSV.
#pragma once

#include <string_view>

#include "report/model/report.hpp"

namespace eqr::report {

[[nodiscard]] constexpr std::string_view name_of(Unit unit) {
  switch (unit) {
    case Unit::people:
      return "people";
    case Unit::things:
      return "things";
    case Unit::percent:
      return "percent";
    case Unit::percentage_points:
      return "percentage points";
    case Unit::ratio:
      return "ratio";
    case Unit::pounds:
      return "pounds";
    case Unit::number:
      return "number";
  }
  return "number";
}

[[nodiscard]] constexpr std::string_view name_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::none:
      return "";
    case Qualifier::about:
      return "about";
    case Qualifier::more_than:
      return "more than";
    case Qualifier::less_than:
      return "fewer than";
    case Qualifier::up_to:
      return "up to";
    case Qualifier::hundreds_of:
      return "hundreds of";
  }
  return "";
}

[[nodiscard]] constexpr std::string_view name_of(Image::Kind kind) {
  switch (kind) {
    case Image::Kind::png:
      return "png";
    case Image::Kind::jpeg:
      return "jpeg";
    case Image::Kind::svg:
      return "svg";
  }
  return "png";
}

// As HTTP and addresses of data: call it (RFC 6838).
[[nodiscard]] constexpr std::string_view media_type(Image::Kind kind) {
  switch (kind) {
    case Image::Kind::png:
      return "image/png";
    case Image::Kind::jpeg:
      return "image/jpeg";
    case Image::Kind::svg:
      return "image/svg+xml";
  }
  return "image/png";
}

}  // namespace eqr::report
