// The zip packages that office documents are. The same parts give the same bytes.
#pragma once

#include <string>
#include <vector>

namespace eqr::render::package {

struct Part {
  std::string name;  // "xl/styles.xml"
  std::string content;
  bool is_stored = false;  // not compressed
};

// Every part is dated 1 January 1980, the first day that zip knows.
[[nodiscard]] std::string packed(const std::vector<Part>& parts);

// The parts in the order of their names. Throws Poco exceptions for what is no zip package.
[[nodiscard]] std::vector<Part> unpacked(const std::string& package);

}  // namespace eqr::render::package
