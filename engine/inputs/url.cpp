#include "inputs/url.hpp"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>

#include "inputs/refusal.hpp"

namespace eqr::inputs {
namespace {

[[noreturn]] void refuse(const std::string& url, const std::string& message, const std::string& hint) {
  throw refusal(shown_url(url), message, hint);
}

bool is_host(const std::string& host) {
  return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '.' || c == ':' || c == '_';
  });
}

std::string without_brackets(const std::string& host) {
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  return bracketed ? host.substr(1, host.size() - 2) : host;
}

}  // namespace

WebAddress read_url(const std::string& url) {
  const std::string how = "write it as http://host/path";
  try {
    const Poco::URI uri(url);
    if (uri.getScheme() == "https")
      refuse(url, "https:// is not supported yet", "save the table as a file and name that file");
    if (uri.getScheme() != "http") refuse(url, "is not a web address that starts with http://", how);
    WebAddress address;
    address.host = without_brackets(uri.getHost());
    if (!is_host(address.host)) refuse(url, "is a web address without a proper host", how);
    address.port = uri.getPort();
    address.path_and_query = uri.getPathAndQuery();
    if (!address.path_and_query.starts_with('/')) address.path_and_query.insert(0, 1, '/');
    // Escapes are resolved after the split: a colon may stand escaped in a password.
    const std::string& who = uri.getUserInfo();
    const std::size_t colon = who.find(':');
    Poco::URI::decode(who.substr(0, colon), address.user);
    if (colon != std::string::npos) Poco::URI::decode(who.substr(colon + 1), address.password);
    return address;
  } catch (const Poco::Exception&) {
    refuse(url, "is not a web address", how);
  }
}

std::string shown_url(const std::string& url) {
  try {
    const Poco::URI uri(url);
    if (uri.getScheme().empty() || !is_host(without_brackets(uri.getHost()))) return "(not a web address)";
    Poco::URI shown;
    shown.setScheme(uri.getScheme());
    shown.setHost(uri.getHost());
    shown.setPort(uri.getPort());
    shown.setPath(uri.getPath());
    return shown.toString() + (uri.getRawQuery().empty() ? "" : "?…");
  } catch (const Poco::Exception&) {
    return "(not a web address)";
  }
}

}  // namespace eqr::inputs
