#include "render/package/zip_package.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "render/package/memory_file.hpp"

namespace eqr::render::package {
namespace {

// Numbers without a pattern, so that they do not vanish when compressed.
std::string long_text(std::size_t bytes, unsigned seed) {
  std::string text;
  for (unsigned number = seed; text.size() < bytes; number = number * 1'664'525 + 1'013'904'223)
    text += std::to_string(number >> 8) + ' ';
  return text;
}

// So much that several threads pack it.
std::vector<Part> large_parts() {
  std::vector<Part> parts = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", true}};
  for (unsigned i = 0; i < 9; ++i)
    parts.push_back({"xl/sheet" + std::to_string(9 - i) + ".xml", long_text(500'000 + 100'000 * i, i)});
  parts.push_back({"empty.xml", ""});
  return parts;
}

std::map<std::string, std::string> by_name(const std::vector<Part>& parts) {
  std::map<std::string, std::string> contents;
  for (const Part& part : parts) contents[part.name] = part.content;
  return contents;
}

TEST(ZipPackage, large_parts_come_back_as_they_were_and_the_first_stays_first) {
  const std::vector<Part> parts = large_parts();
  const std::string package = packed(parts);
  EXPECT_EQ(by_name(unpacked(package)), by_name(parts));
  EXPECT_EQ(package.substr(30, 8), "mimetype");
  EXPECT_EQ(package.substr(38, 46), parts.front().content);
  EXPECT_LT(package.size(), 5'000'000U);
}

TEST(ZipPackage, the_same_parts_give_the_same_bytes) {
  EXPECT_EQ(packed(large_parts()), packed(large_parts()));
}

// Whoever reads strictly from the front finds every part in its place: a local header for each, in their
// order.
TEST(ZipPackage, parts_stand_in_their_order) {
  const std::string package = packed(large_parts());
  std::size_t at = 0;
  for (const Part& part : large_parts()) {
    at = package.find("PK\x03\x04", at);
    ASSERT_NE(at, std::string::npos) << part.name;
    EXPECT_EQ(package.substr(at + 30, part.name.size()), part.name);
    ++at;
  }
}

TEST(ZipPackage, what_is_cut_short_is_refused) {
  const std::string package = packed(large_parts());
  EXPECT_ANY_THROW((void)unpacked(package.substr(0, package.size() / 2)));
}

TEST(MemoryFile, keeps_what_is_written_to_its_path) {
  const MemoryFile file("first");
  EXPECT_EQ(file.bytes(), "first");
  std::ofstream(file.path(), std::ios::binary | std::ios::app) << " and " << long_text(3'000'000, 1);
  EXPECT_EQ(file.bytes(), "first and " + long_text(3'000'000, 1));
  std::ifstream again(file.path(), std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(again), {}), file.bytes());
}

}  // namespace
}  // namespace eqr::render::package
