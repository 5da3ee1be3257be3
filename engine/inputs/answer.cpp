#include "inputs/answer.hpp"

#include <Poco/Exception.h>

#include <charconv>
#include <optional>
#include <sstream>
#include <string_view>
#include <system_error>

#include "inputs/sizes.hpp"
#include "text/words.hpp"

namespace eqr::inputs {
namespace {

constexpr const char* ask_owner = "tell the owner of the address";

std::optional<std::uint64_t> number_of(std::string_view digits, int radix) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, radix);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

[[noreturn]] void refuse_not_http(const Connection& connection) {
  connection.refuse("does not answer as a web server does", "check host and port");
}

[[noreturn]] void refuse_short(const Connection& connection, std::size_t received, const std::string& of) {
  connection.refuse("the connection closed after " + std::to_string(received) + of + " bytes",
                    std::string("try again; if it closes again, ") + ask_owner);
}

[[noreturn]] void refuse_chunks(const Connection& connection) {
  connection.refuse("sent content that is framed wrongly (chunked)", ask_owner);
}

[[noreturn]] void refuse_size(const Connection& connection, std::uint64_t most) {
  connection.refuse("is larger than " + size_text(most),
                    "check that it is the table that was meant, or allow more with max_megabytes");
}

// A line without its end; none when the connection closes or the line is absurdly long.
std::optional<std::string> read_line(Connection& connection, std::size_t longest) {
  std::string line;
  for (;;) {
    const int c = connection.next();
    if (c < 0) return std::nullopt;
    if (c == '\n') break;
    if (line.size() == longest) return std::nullopt;
    line += static_cast<char>(c);
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

// Appends `count` bytes; false if the connection closes before.
bool read_bytes(Connection& connection, std::uint64_t count, std::string& content) {
  while (count > 0) {
    const std::string_view piece = connection.some(count);
    if (piece.empty()) return false;
    content += piece;
    count -= piece.size();
  }
  return true;
}

std::string read_chunks(Connection& connection, std::uint64_t most) {
  constexpr std::size_t longest_line = 4096;
  std::string content;
  for (;;) {
    const auto line = read_line(connection, longest_line);
    if (!line) refuse_short(connection, content.size(), " of an unknown number of");
    const auto size = number_of(text::trimmed(std::string_view(*line).substr(0, line->find(';'))), 16);
    if (!size) refuse_chunks(connection);
    if (*size == 0) break;
    if (*size > most - content.size()) refuse_size(connection, most);
    if (!read_bytes(connection, *size, content))
      refuse_short(connection, content.size(), " of an unknown number of");
    const auto end = read_line(connection, longest_line);
    if (!end) refuse_short(connection, content.size(), " of an unknown number of");
    if (!end->empty()) refuse_chunks(connection);
  }
  // Trailer fields say nothing about the content, but their end is the end of the answer.
  constexpr int most_trailers = 100;
  for (int i = 0; i < most_trailers; ++i) {
    const auto line = read_line(connection, longest_line);
    if (!line) refuse_short(connection, content.size(), " of an unknown number of");
    if (line->empty()) return content;
  }
  refuse_chunks(connection);
}

}  // namespace

Poco::Net::HTTPResponse read_head(Connection& connection) {
  constexpr std::size_t longest_head = 64 * std::size_t{1024};
  constexpr int most_answers = 5;
  for (int i = 0; i < most_answers; ++i) {
    std::string head;
    for (;;) {
      const auto line = read_line(connection, longest_head);
      if (!line && head.empty() && i == 0)
        connection.refuse("closed the connection without an answer", "check host and port, and try again");
      if (!line || head.size() + line->size() > longest_head) refuse_not_http(connection);
      head += *line + "\r\n";
      if (line->empty()) break;
    }
    if (!head.starts_with("HTTP/1.")) refuse_not_http(connection);
    Poco::Net::HTTPResponse response;
    try {
      std::istringstream stream(head);
      response.read(stream);
    } catch (const Poco::Exception&) {
      refuse_not_http(connection);
    }
    const int status = static_cast<int>(response.getStatus());
    if (status < 100 || status > 599) refuse_not_http(connection);
    if (status >= 200) return response;
  }
  refuse_not_http(connection);
}

std::string read_content(Connection& connection, const Poco::Net::HTTPResponse& head, std::uint64_t most) {
  const std::string coding = text::normalised(head.get("Content-Encoding", "identity"));
  if (coding != "identity") connection.refuse("sent compressed content that was not asked for", ask_owner);
  const std::string transfer = text::normalised(head.get("Transfer-Encoding", ""));
  if (transfer == "chunked") return read_chunks(connection, most);
  if (!transfer.empty() || !head.has("Content-Length")) {
    connection.refuse("does not say how long its content is, so it cannot be told whether all of it arrived",
                      "save the table as a file and name that file");
  }
  const std::string stated = head.get("Content-Length");
  const auto length = number_of(text::trimmed(stated), 10);
  if (!length) refuse_not_http(connection);
  if (*length > most) refuse_size(connection, most);
  std::string content;
  if (!read_bytes(connection, *length, content))
    refuse_short(connection, content.size(), " of " + std::to_string(*length));
  return content;
}

}  // namespace eqr::inputs
