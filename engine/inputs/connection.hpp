// One connection with one deadline for all of it: finding the host, connecting, sending, receiving. A
// time-out of single operations would not do: a server that sends a byte now and then never runs into it.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include <Poco/Net/StreamSocket.h>

#include "inputs/source.hpp"
#include "inputs/url.hpp"

namespace eqr::inputs {

class Connection {
 public:
  // Connects to the first of the host's addresses that answers. All its members throw problems::Fault.
  Connection(const WebAddress& address, std::string name, double seconds);

  void send(std::string_view bytes);

  // One more byte; -1 when the other side has closed.
  int next();
  // As many bytes as are there, at most `most`, at least one; empty when the other side has closed. Valid
  // until the next call.
  std::string_view some(std::size_t most);

  [[noreturn]] void refuse(const std::string& message, const std::string& hint) const;

 private:
  [[nodiscard]] std::chrono::microseconds time_left() const;
  void connect(const WebAddress& address);
  bool refill();
  [[noreturn]] void refuse_late() const;

  std::string m_name;
  double m_seconds;
  std::chrono::steady_clock::time_point m_deadline;
  Poco::Net::StreamSocket m_socket;
  std::string m_buffer;
  std::size_t m_at = 0;
  bool m_has_answered = false;
};

}  // namespace eqr::inputs
