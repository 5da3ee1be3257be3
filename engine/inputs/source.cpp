#include "inputs/source.hpp"

#include <utility>

#include "inputs/file_source.hpp"
#include "inputs/http_source.hpp"
#include "inputs/url.hpp"

namespace eqr::inputs {

Location file_location(const std::string& name, const std::filesystem::path& run_folder) {
  // An absolute name stands for itself: operator/ gives its right side then.
  return {Location::Kind::file, name, run_folder / name, {}};
}

Location url_location(const std::string& url) {
  return {Location::Kind::http, shown_url(url), {}, url};
}

std::unique_ptr<Source> make_source(const Location& location, const Limits& limits) {
  if (location.kind == Location::Kind::http) return std::make_unique<HttpSource>(location, limits);
  return std::make_unique<FileSource>(location, limits.bytes);
}

}  // namespace eqr::inputs
