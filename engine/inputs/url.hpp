// A web address taken to pieces, and how it may be shown.
#pragma once

#include <cstdint>
#include <string>

namespace eqr::inputs {

struct WebAddress {
  std::string host;  // a name or a number; IPv6 without its brackets
  std::uint16_t port = 80;
  std::string path_and_query;  // never empty, escaped for a request line
  std::string user;            // empty for none
  std::string password;
};

// Throws problems::Fault when it is not an http:// address with a host.
[[nodiscard]] WebAddress read_url(const std::string& url);

// Without user name, password, query and fragment, which may hold secrets: http://figures.example/staff?…
// Anything that is not a web address is shown as "(not a web address)".
[[nodiscard]] std::string shown_url(const std::string& url);

}  // namespace eqr::inputs
