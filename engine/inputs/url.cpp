#include "inputs/url.hpp"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>

#include "problems/problem.hpp"

namespace eqr::inputs {
namespace {

[[noreturn]] void refuse(const std::string& url, const std::string& message, const std::string& hint) {
  throw problems::Fault(problems::Cost::nothing_written,
                        problems::Problem{{shown_url(url), 0, 0, {}}, message, hint});
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
  Poco::URI uri;
  try {
    uri = url;
  } catch (const Poco::Exception&) {
    refuse(url, "is not a web address", "write it as http://host/path");
  }
  if (uri.getScheme() == "https") {
    refuse(url, "https:// is not supported yet", "save the table as a file and name that file");
  }
  if (uri.getScheme() != "http")
    refuse(url, "is not a web address that starts with http://", "write it as http://host/path");
  WebAddress address;
  address.host = without_brackets(uri.getHost());
  if (!is_host(address.host))
    refuse(url, "is a web address without a proper host", "write it as http://host/path");
  address.port = uri.getPort();
  address.path_and_query = uri.getPathAndQuery();
  if (!address.path_and_query.starts_with('/')) address.path_and_query.insert(0, 1, '/');
  const std::string& who = uri.getUserInfo();
  const std::size_t colon = who.find(':');
  address.user = who.substr(0, colon);
  if (colon != std::string::npos) address.password = who.substr(colon + 1);
  return address;
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
