// A web server of one answer, on a free port of the loopback address, for as long as a test lasts.
#pragma once

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <utility>

namespace eqr::tests {

class SmallServer {
 public:
  // `answer` writes to the connection and returns; the server then closes it.
  using Answer = std::function<void(const SmallServer&, Poco::Net::StreamSocket&)>;

  explicit SmallServer(Answer answer) : m_answer(std::move(answer)), m_thread([this] { serve(); }) {}
  explicit SmallServer(std::string bytes)
      : SmallServer([bytes](const SmallServer&, Poco::Net::StreamSocket& socket) { send(socket, bytes); }) {}
  SmallServer(const SmallServer&) = delete;
  SmallServer& operator=(const SmallServer&) = delete;
  ~SmallServer() { stop(); }

  // Waits for the server's thread, so that what it saw may be looked at.
  void stop() {
    m_stopping = true;
    if (m_thread.joinable()) m_thread.join();
  }

  [[nodiscard]] std::string host() const { return m_listener.address().toString(); }
  [[nodiscard]] std::string url(const std::string& path = "/figures.csv") const {
    return "http://" + host() + path;
  }
  // The head of the request; only after stop().
  [[nodiscard]] const std::string& request() const { return m_request; }
  [[nodiscard]] bool stopping() const { return m_stopping; }

  static void send(Poco::Net::StreamSocket& socket, const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size())
      sent += static_cast<std::size_t>(
          socket.sendBytes(bytes.data() + sent, static_cast<int>(bytes.size() - sent)));
  }
  // A moment that ends early when the test is over.
  void pause(std::chrono::milliseconds time) const {
    const auto end = std::chrono::steady_clock::now() + time;
    while (!m_stopping && std::chrono::steady_clock::now() < end)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

 private:
  void serve() {
    try {
      for (int i = 0; i < 1'000 && !m_stopping; ++i) {
        if (!m_listener.poll(Poco::Timespan(0, 10'000), Poco::Net::Socket::SELECT_READ)) continue;
        Poco::Net::StreamSocket socket = m_listener.acceptConnection();
        socket.setReceiveTimeout(Poco::Timespan(2, 0));
        socket.setSendTimeout(Poco::Timespan(2, 0));
        char piece[4096];
        while (m_request.find("\r\n\r\n") == std::string::npos && m_request.size() < 65'536) {
          const int count = socket.receiveBytes(piece, sizeof piece);
          if (count <= 0) return;
          m_request.append(piece, static_cast<std::size_t>(count));
        }
        m_answer(*this, socket);
        return;
      }
    } catch (const Poco::Exception&) {
      // The client went away, as some tests want it to.
    }
  }

  Answer m_answer;
  std::atomic<bool> m_stopping = false;
  std::string m_request;
  Poco::Net::ServerSocket m_listener{Poco::Net::SocketAddress("127.0.0.1", 0)};
  std::thread m_thread;
};

}  // namespace eqr::tests
