#include "inputs/url.hpp"

#include <gtest/gtest.h>

#include "unit/tabular/fault_text.hpp"

namespace eqr::inputs {
namespace {

std::string fault_of(const std::string& url) {
  return tests::fault_text([&] { (void)read_url(url); });
}

TEST(Url, AWebAddressIsTakenToPieces) {
  const WebAddress address = read_url("http://ann:p%40s%3As@figures.example:8080/a%20b/c.csv?year=2018#top");
  EXPECT_EQ(address.host, "figures.example");
  EXPECT_EQ(address.port, 8080);
  EXPECT_EQ(address.path_and_query, "/a%20b/c.csv?year=2018");
  EXPECT_EQ(address.user, "ann");
  EXPECT_EQ(address.password, "p@s:s");
}

TEST(Url, PortPathAndUserHaveDefaults) {
  const WebAddress address = read_url("HTTP://figures.example");
  EXPECT_EQ(address.host, "figures.example");
  EXPECT_EQ(address.port, 80);
  EXPECT_EQ(address.path_and_query, "/");
  EXPECT_EQ(address.user, "");
  EXPECT_EQ(read_url("http://[::1]:81/x").host, "::1");
}

TEST(Url, LineEndsCannotReachTheRequest) {
  EXPECT_EQ(read_url("http://figures.example/a%0d%0aX:%20y").path_and_query, "/a%0D%0AX:%20y");
  EXPECT_EQ(fault_of("http://figures.example\r\nX: y/"),
            "(not a web address): is not a web address\nhint: write it as http://host/path");
  EXPECT_EQ(
      fault_of("http://figures.exa mple/"),
      "(not a web address): is a web address without a proper host\nhint: write it as http://host/path");
  EXPECT_EQ(fault_of("http://ann:%zz@figures.example/"),
            "http://figures.example/: is not a web address\nhint: write it as http://host/path");
}

TEST(Url, SecretsAreNotShown) {
  EXPECT_EQ(shown_url("http://ann:secret@figures.example/staff.csv?key=secret#secret"),
            "http://figures.example/staff.csv?…");
  EXPECT_EQ(shown_url("http://figures.example:8080/staff.csv"), "http://figures.example:8080/staff.csv");
  EXPECT_EQ(shown_url("ann:secret@figures.example"), "(not a web address)");
}

TEST(Url, WhatCannotBeFetchedIsTold) {
  EXPECT_EQ(fault_of("https://figures.example/staff.csv?key=secret"),
            "https://figures.example/staff.csv?…: https:// is not supported yet\n"
            "hint: save the table as a file and name that file");
  EXPECT_EQ(fault_of("ftp://figures.example/staff.csv"),
            "ftp://figures.example/staff.csv: is not a web address that starts with http://\n"
            "hint: write it as http://host/path");
  EXPECT_EQ(fault_of("staff.csv"),
            "(not a web address): is not a web address that starts with http://\n"
            "hint: write it as http://host/path");
  EXPECT_EQ(
      fault_of("http:///staff.csv"),
      "(not a web address): is a web address without a proper host\nhint: write it as http://host/path");
  EXPECT_EQ(fault_of("http://figures.example:99999999/"),
            "(not a web address): is not a web address\nhint: write it as http://host/path");
}

}  // namespace
}  // namespace eqr::inputs
