#include "inputs/connection.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HostEntry.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Timespan.h>

#include <algorithm>
#include <exception>
#include <future>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "inputs/refusal.hpp"
#include "inputs/sizes.hpp"

namespace eqr::inputs {
namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;
using Addresses = std::vector<Poco::Net::IPAddress>;

constexpr double longest_wait = 24.0 * 60 * 60;

Poco::Timespan timespan(microseconds time) {
  return {static_cast<Poco::Timespan::TimeDiff>(time.count())};
}

// The system's resolver cannot be told to hurry, so it runs on a thread that may outlive the wait.
Addresses addresses_of(const std::string& host, microseconds patience, bool& in_time) {
  Poco::Net::IPAddress number;
  in_time = true;
  if (Poco::Net::IPAddress::tryParse(host, number)) return {number};
  const auto answer = std::make_shared<std::promise<Addresses>>();
  std::future<Addresses> found = answer->get_future();
  std::thread([answer, host] {
    try {
      answer->set_value(Poco::Net::DNS::hostByName(host).addresses());
    } catch (...) {
      answer->set_exception(std::current_exception());
    }
  }).detach();
  in_time = found.wait_for(patience) == std::future_status::ready;
  return in_time ? found.get() : Addresses{};
}

}  // namespace

Connection::Connection(const WebAddress& address, std::string name, double seconds)
    : m_name(std::move(name)),
      m_seconds(std::clamp(seconds, 0.0, longest_wait)),
      m_deadline(steady_clock::now() + microseconds(static_cast<microseconds::rep>(m_seconds * 1'000'000))) {
  connect(address);
}

void Connection::connect(const WebAddress& address) {
  Addresses candidates;
  try {
    bool in_time = false;
    candidates = addresses_of(address.host, time_left(), in_time);
    if (!in_time) refuse_late();
  } catch (const Poco::Exception&) {
  }
  if (candidates.empty())
    refuse("the host \"" + address.host + "\" is not known", "check the address and the network");

  bool refused = false;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    try {
      // Each address has its share of the time: one that swallows packets must not use up that of the others.
      const auto share = time_left() / static_cast<microseconds::rep>(candidates.size() - i);
      m_socket = Poco::Net::StreamSocket();
      m_socket.connect(Poco::Net::SocketAddress(candidates[i], address.port), timespan(share));
      return;
    } catch (const Poco::TimeoutException&) {
    } catch (const Poco::Exception&) {
      refused = true;
    }
  }
  if (!refused) refuse_late();
  refuse("nothing answers at this address", "check host and port, and that the service is running");
}

void Connection::send(std::string_view bytes) {
  try {
    while (!bytes.empty()) {
      if (!m_socket.poll(timespan(time_left()), Poco::Net::Socket::SELECT_WRITE)) refuse_late();
      const int sent = m_socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
      bytes.remove_prefix(static_cast<std::size_t>(std::max(sent, 0)));
    }
  } catch (const Poco::Exception&) {
    refuse("the connection broke off", "try again; if it breaks off again, tell the owner of the address");
  }
}

bool Connection::refill() {
  m_at = 0;
  m_buffer.resize(64 * std::size_t{1024});
  try {
    // poll() says yes to what is there already even when no time is left, hence the look at the clock.
    if (time_left() == microseconds::zero() ||
        !m_socket.poll(timespan(time_left()), Poco::Net::Socket::SELECT_READ)) {
      refuse_late();
    }
    const int count = m_socket.receiveBytes(m_buffer.data(), static_cast<int>(m_buffer.size()));
    m_buffer.resize(static_cast<std::size_t>(std::max(count, 0)));
  } catch (const Poco::Exception&) {
    m_buffer.clear();  // reset by the other side: for the reader the same as closed
  }
  m_has_answered = m_has_answered || !m_buffer.empty();
  return !m_buffer.empty();
}

int Connection::next() {
  if (m_at == m_buffer.size() && !refill()) return -1;
  return static_cast<unsigned char>(m_buffer[m_at++]);
}

std::string_view Connection::some(std::size_t most) {
  if (m_at == m_buffer.size() && !refill()) return {};
  const std::string_view piece = std::string_view(m_buffer).substr(m_at, most);
  m_at += piece.size();
  return piece;
}

microseconds Connection::time_left() const {
  const auto left = std::chrono::duration_cast<microseconds>(m_deadline - steady_clock::now());
  return std::max(left, microseconds::zero());
}

void Connection::refuse(const std::string& message, const std::string& hint) const {
  throw refusal(m_name, message, hint);
}

void Connection::refuse_late() const {
  const std::string time = seconds_text(m_seconds);
  refuse(m_has_answered ? "had not sent everything after " + time : "did not answer within " + time,
         "try again later, or allow more with timeout_seconds");
}

}  // namespace eqr::inputs
