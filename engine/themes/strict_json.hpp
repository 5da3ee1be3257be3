// JSON from outside the program, read without the parser's leniency: a key that stands twice in one object
// is refused (the parser would keep the last), and so is nesting deeper than anything of ours.
#pragma once

#include <cstddef>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace eqr::themes {

// `byte` counts from 1 to the place where reading stopped; 0 when there is none.
struct JsonFault : std::runtime_error {
  JsonFault(const std::string& message, std::size_t at) : std::runtime_error(message), byte(at) {}
  std::size_t byte;
};

// Deep enough for 32 nested expressions, each an object in a list, inside a cell of a table.
inline constexpr int deepest_json = 100;

// Json is nlohmann::json or nlohmann::ordered_json. Throws JsonFault.
template <typename Json>
[[nodiscard]] Json parse_strictly(std::string_view text) {
  std::vector<std::set<std::string>> keys_seen;
  const auto watch = [&](int depth, typename Json::parse_event_t event, Json& parsed) {
    using Event = typename Json::parse_event_t;
    if (depth > deepest_json) throw JsonFault("the JSON is nested more than 100 deep", 0);
    if (event == Event::object_start) keys_seen.emplace_back();
    if (event == Event::object_end) keys_seen.pop_back();
    if (event == Event::key && !keys_seen.back().insert(parsed.template get<std::string>()).second) {
      throw JsonFault(
          "the key \"" + parsed.template get<std::string>() + "\" stands twice in the same object", 0);
    }
    return true;
  };
  try {
    return Json::parse(text, watch);
  } catch (const typename Json::parse_error& fault) {
    throw JsonFault("this is not valid JSON from here on", fault.byte);
  }
}

}  // namespace eqr::themes
