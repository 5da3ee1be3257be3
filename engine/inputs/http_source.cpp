#include "inputs/http_source.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPBasicCredentials.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/URI.h>

#include <array>
#include <ctime>
#include <sstream>
#include <utility>

#include "digests/sha256.hpp"
#include "inputs/answer.hpp"
#include "inputs/connection.hpp"

namespace eqr::inputs {
namespace {

using Poco::Net::HTTPRequest;
using Poco::Net::HTTPResponse;

std::string request_text(const WebAddress& address) {
  HTTPRequest request(HTTPRequest::HTTP_GET, address.path_and_query, HTTPRequest::HTTP_1_1);
  request.setHost(address.host, address.port);
  request.set("Connection", "close");
  request.set("Accept", "text/csv, application/json, text/plain, */*;q=0.1");
  request.set("Accept-Encoding", "identity");
  request.set("User-Agent", "equality-report");
  if (!address.user.empty()) {
    Poco::Net::HTTPBasicCredentials(address.user, address.password).authenticate(request);
  }
  std::ostringstream written;
  request.write(written);
  return written.str();
}

// Where a redirect leads, absolute and without secrets.
std::string target(const std::string& from, const HTTPResponse& head) {
  try {
    Poco::URI uri(from);
    uri.resolve(head.get("Location", ""));
    return shown_url(uri.toString());
  } catch (const Poco::Exception&) {
    return shown_url("");
  }
}

std::string hint_for(int status) {
  if (status == 401 || status == 403)
    return "ask the owner of the address for access; http://name:password@host/… signs in with a password";
  if (status == 404 || status == 410) return "check the address: the table may have moved";
  if (status == 429 || status >= 500)
    return "try again later; if it happens again, tell the owner of the address";
  return "check the address, or save the table as a file and name that file";
}

void check_status(const Connection& connection, const std::string& url, const HTTPResponse& head) {
  const auto status = static_cast<int>(head.getStatus());
  if (status == 200) return;
  // The server's own words for the status are not repeated: they may be anything.
  const std::string reason = HTTPResponse::getReasonForStatus(head.getStatus());
  const std::string answered = "answered " + std::to_string(status) + (reason == "???" ? "" : " " + reason);
  if (status >= 300 && status < 400 && head.has("Location")) {
    connection.refuse(answered + ": it has moved to " + target(url, head),
                      "if that is the right place, write that address instead; redirects are not followed");
  }
  connection.refuse(answered, hint_for(status));
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> written{};
  const std::size_t length = std::strftime(written.data(), written.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {written.data(), length};
}

}  // namespace

HttpSource::HttpSource(Location location, const Limits& limits)
    : m_location(std::move(location)), m_address(read_url(m_location.url)), m_limits(limits) {}

Snapshot HttpSource::fetch() {
  Connection connection(m_address, m_location.name, m_limits.seconds);
  connection.send(request_text(m_address));
  const HTTPResponse head = read_head(connection);
  check_status(connection, m_location.url, head);
  Snapshot snapshot;
  snapshot.name = m_location.name;
  snapshot.bytes = read_content(connection, head, m_limits.bytes);
  snapshot.sha256 = digests::sha256_of(snapshot.bytes);
  snapshot.size = snapshot.bytes.size();
  snapshot.fetched_at = utc_now();
  return snapshot;
}

}  // namespace eqr::inputs
