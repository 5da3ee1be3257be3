#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "digests/sha256.hpp"
#include "inputs/source.hpp"
#include "unit/inputs/small_server.hpp"
#include "unit/tabular/fault_text.hpp"

namespace eqr::inputs {
namespace {

using tests::SmallServer;
using namespace std::chrono_literals;

const Limits quick{2, 1024};

Snapshot fetched(const std::string& url, Limits limits = quick) {
  return make_source(url_location(url), limits)->fetch();
}

std::string fault_of(const std::string& url, Limits limits = quick) {
  return tests::fault_text([&] { (void)fetched(url, limits); });
}

std::string with_length(const std::string& body, std::size_t length) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + body;
}

const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

TEST(Http, AGoodAnswerIsASnapshot) {
  SmallServer server(with_length("id,label,value\n", 15));
  const Snapshot snapshot = fetched(server.url("/figures.csv?year=2018"));
  EXPECT_EQ(snapshot.name, server.url() + "?…");
  EXPECT_EQ(snapshot.bytes, "id,label,value\n");
  EXPECT_EQ(snapshot.size, 15U);
  EXPECT_EQ(snapshot.sha256, digests::sha256_of("id,label,value\n"));
  EXPECT_THAT(snapshot.fetched_at, testing::MatchesRegex("20..-..-..T..:..:..Z"));
  server.stop();
  EXPECT_THAT(server.request(), testing::StartsWith("GET /figures.csv?year=2018 HTTP/1.1\r\n"));
  EXPECT_THAT(server.request(), testing::HasSubstr("\r\nHost: " + server.host() + "\r\n"));
  EXPECT_THAT(server.request(), testing::HasSubstr("\r\nConnection: close\r\n"));
  EXPECT_THAT(server.request(), testing::HasSubstr("\r\nAccept-Encoding: identity\r\n"));
}

TEST(Http, ContentUpToTheLimitArrivesWhole) {
  const std::string body(1024, 'x');
  SmallServer server(with_length(body, 1024));
  EXPECT_EQ(fetched(server.url()).bytes, body);
}

TEST(Http, ContentInChunksIsPutTogether) {
  SmallServer server(chunked + "4;note=x\r\nid,l\r\nB\r\nabel,value\n\r\n0\r\nChecked: yes\r\n\r\n");
  EXPECT_EQ(fetched(server.url()).bytes, "id,label,value\n");
}

TEST(Http, AnInterimAnswerIsPassedOver) {
  SmallServer server("HTTP/1.1 102 Processing\r\n\r\n" + with_length("x", 1));
  EXPECT_EQ(fetched(server.url()).bytes, "x");
}

// "Aladdin" and "open sesame" are the example of RFC 7617.
TEST(Http, AUserNameAndPasswordOfTheAddressSignIn) {
  SmallServer server(with_length("x", 1));
  EXPECT_EQ(fetched("http://Aladdin:open%20sesame@" + server.host() + "/").name,
            "http://" + server.host() + "/");
  server.stop();
  EXPECT_THAT(server.request(),
              testing::HasSubstr("\r\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"));
}

TEST(Http, AnAnswerOfFailureIsToldWithWhatToDo) {
  const std::string hidden = "\r\nContent-Length: 6\r\n\r\nsecret";
  SmallServer missing("HTTP/1.1 404 Secret words" + hidden);
  EXPECT_EQ(fault_of(missing.url()),
            missing.url() + ": answered 404 Not Found\nhint: check the address: the table may have moved");
  SmallServer broken("HTTP/1.1 500 Oops" + hidden);
  EXPECT_EQ(fault_of(broken.url()),
            broken.url() +
                ": answered 500 Internal Server Error\n"
                "hint: try again later; if it happens again, tell the owner of the address");
  SmallServer closed("HTTP/1.1 401 No" + hidden);
  EXPECT_EQ(fault_of("http://ann:secret@" + closed.host() + "/?key=secret"),
            "http://" + closed.host() +
                "/?…: answered 401 Unauthorized\n"
                "hint: ask the owner of the address for access; http://name:password@host/… signs in with a "
                "password");
  SmallServer odd("HTTP/1.1 299 Odd" + hidden);
  EXPECT_EQ(
      fault_of(odd.url()),
      odd.url() + ": answered 299\nhint: check the address, or save the table as a file and name that file");
}

TEST(Http, ARedirectIsNotFollowedButToldWithoutItsSecrets) {
  SmallServer server(
      "HTTP/1.1 302 Found\r\nLocation: /new/figures.csv?key=secret\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(fault_of(server.url()),
            server.url() + ": answered 302 Found: it has moved to " + server.url("/new/figures.csv?…") +
                "\nhint: if that is the right place, write that address instead; redirects are not followed");
  SmallServer away("HTTP/1.1 301 Moved\r\nLocation: https://ann:secret@elsewhere.example/x\r\n\r\n");
  EXPECT_EQ(fault_of(away.url()),
            away.url() +
                ": answered 301 Moved Permanently: it has moved to https://elsewhere.example/x\n"
                "hint: if that is the right place, write that address instead; redirects are not followed");
}

TEST(Http, AConnectionThatClosesEarlyIsNotTakenForTheEnd) {
  SmallServer server(with_length("id,la", 1000));
  EXPECT_EQ(fault_of(server.url()), server.url() +
                                        ": the connection closed after 5 of 1000 bytes\n"
                                        "hint: try again; if it closes again, tell the owner of the address");
}

TEST(Http, ChunksThatStopBeforeTheLastAreNotTakenForTheEnd) {
  const std::string end =
      " of an unknown number of bytes\n"
      "hint: try again; if it closes again, tell the owner of the address";
  for (const char* body : {"5\r\nid,la\r\n", "5\r\nid,la", "5\r\nid,la\r\n3", "5\r\nid,la\r\n0\r\n"}) {
    SmallServer server(chunked + body);
    EXPECT_EQ(fault_of(server.url()), server.url() + ": the connection closed after 5" + end) << body;
  }
}

TEST(Http, ChunksThatAreFramedWronglyAreTold) {
  for (const char* body :
       {"zz\r\nid,la\r\n0\r\n\r\n", "2\r\nid,la\r\n0\r\n\r\n", "\r\n", "-1\r\nx\r\n0\r\n\r\n"}) {
    SmallServer server(chunked + body);
    EXPECT_EQ(
        fault_of(server.url()),
        server.url() + ": sent content that is framed wrongly (chunked)\nhint: tell the owner of the address")
        << body;
  }
}

TEST(Http, ContentOfUnstatedLengthIsRefused) {
  SmallServer server("HTTP/1.1 200 OK\r\n\r\nid,label,value\n");
  EXPECT_EQ(fault_of(server.url()),
            server.url() +
                ": does not say how long its content is, so it cannot be told whether all of it arrived\n"
                "hint: save the table as a file and name that file");
}

TEST(Http, CompressedContentIsRefused) {
  SmallServer server("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx");
  EXPECT_EQ(
      fault_of(server.url()),
      server.url() + ": sent compressed content that was not asked for\nhint: tell the owner of the address");
}

TEST(Http, ContentOverTheLimitIsRefusedBeforeItIsRead) {
  const std::string told =
      ": is larger than 1 kB\n"
      "hint: check that it is the table that was meant, or allow more with max_megabytes";
  SmallServer stated(with_length("", 1025));
  EXPECT_EQ(fault_of(stated.url()), stated.url() + told);
  SmallServer in_chunks(chunked + "400\r\n" + std::string(1024, 'x') + "\r\n1\r\nx\r\n0\r\n\r\n");
  EXPECT_EQ(fault_of(in_chunks.url()), in_chunks.url() + told);
  SmallServer absurd(chunked + "ffffffffffffffff\r\n");
  EXPECT_EQ(fault_of(absurd.url()), absurd.url() + told);
}

TEST(Http, ASilentServerIsGivenUp) {
  SmallServer server([](const SmallServer& self, Poco::Net::StreamSocket&) { self.pause(3s); });
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(fault_of(server.url(), {0.3, 1024}),
            server.url() +
                ": did not answer within 0.3 seconds\n"
                "hint: try again later, or allow more with timeout_seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1500ms);
}

TEST(Http, AServerThatSendsAByteNowAndThenIsGivenUpAtTheSameTime) {
  SmallServer server([](const SmallServer& self, Poco::Net::StreamSocket& socket) {
    SmallServer::send(socket, with_length("", 1000));
    for (int i = 0; i < 100 && !self.stopping(); ++i) {
      SmallServer::send(socket, "x");
      self.pause(30ms);
    }
  });
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(fault_of(server.url(), {0.3, 1024}),
            server.url() +
                ": had not sent everything after 0.3 seconds\n"
                "hint: try again later, or allow more with timeout_seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1500ms);
}

TEST(Http, AHeadThatDripsIsGivenUpToo) {
  SmallServer server([](const SmallServer& self, Poco::Net::StreamSocket& socket) {
    SmallServer::send(socket, "HTTP/1.1 200 OK\r\nX: ");
    for (int i = 0; i < 100 && !self.stopping(); ++i) {
      SmallServer::send(socket, "x");
      self.pause(30ms);
    }
  });
  EXPECT_EQ(fault_of(server.url(), {0.3, 1024}),
            server.url() +
                ": had not sent everything after 0.3 seconds\n"
                "hint: try again later, or allow more with timeout_seconds");
}

TEST(Http, AnEndlessHeadIsRefused) {
  SmallServer server([](const SmallServer&, Poco::Net::StreamSocket& socket) {
    SmallServer::send(socket, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 200; ++i) SmallServer::send(socket, "X: " + std::string(1000, 'x') + "\r\n");
  });
  EXPECT_EQ(fault_of(server.url()),
            server.url() + ": does not answer as a web server does\nhint: check host and port");
}

TEST(Http, WhatIsNoWebServerIsTold) {
  for (const char* greeting :
       {"SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 banana\r\n\r\n", "HTTP/1.1 200 OK\r\n"}) {
    SmallServer server{std::string(greeting)};
    EXPECT_EQ(fault_of(server.url()),
              server.url() + ": does not answer as a web server does\nhint: check host and port")
        << greeting;
  }
  SmallServer mute{std::string()};
  EXPECT_EQ(
      fault_of(mute.url()),
      mute.url() + ": closed the connection without an answer\nhint: check host and port, and try again");
}

TEST(Http, APortThatNobodyListensOnIsTold) {
  std::string url;
  {
    SmallServer gone{std::string()};
    url = gone.url();
  }
  EXPECT_EQ(
      fault_of(url),
      url + ": nothing answers at this address\nhint: check host and port, and that the service is running");
}

// RFC 2606 reserves .invalid; where no name server can be reached, the answer may take longer than the limit.
TEST(Http, AHostThatIsNotKnownIsTold) {
  EXPECT_THAT(fault_of("http://figures.invalid/x.csv"),
              testing::AnyOf("http://figures.invalid/x.csv: the host \"figures.invalid\" is not known\n"
                             "hint: check the address and the network",
                             "http://figures.invalid/x.csv: did not answer within 2 seconds\n"
                             "hint: try again later, or allow more with timeout_seconds"));
}

TEST(Http, NothingIsConnectedToBeforeFetch) {
  EXPECT_NO_THROW((void)make_source(url_location("http://figures.invalid/x.csv")));
  EXPECT_THROW((void)make_source(url_location("https://figures.invalid/x.csv")), problems::Fault);
}

}  // namespace
}  // namespace eqr::inputs
