#include "render/package/zip_package.hpp"

#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/StreamCopier.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/Keep.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <algorithm>
#include <future>
#include <numeric>
#include <span>
#include <sstream>
#include <utility>

namespace eqr::render::package {
namespace {

// One thread for so many bytes, whatever the machine has: the same parts give the same bytes everywhere.
constexpr std::size_t bytes_a_thread = 1'000'000;
constexpr std::size_t most_threads = 4;

std::size_t bytes_of(std::span<const Part> parts) {
  return std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                         [](std::size_t sum, const Part& part) { return sum + part.content.size(); });
}

std::size_t threads_for(std::size_t bytes) {
  return std::clamp<std::size_t>(bytes / bytes_a_thread, 1, most_threads);
}

// Neighbours together, with about as many bytes in each share.
std::vector<std::span<const Part>> shared_out(std::span<const Part> parts, std::size_t shares) {
  std::vector<std::span<const Part>> shared;
  const std::size_t all = bytes_of(parts);
  std::size_t first = 0, bytes = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    bytes += parts[i].content.size();
    if (bytes * shares < all * (shared.size() + 1) && i + 1 < parts.size()) continue;
    shared.push_back(parts.subspan(first, i + 1 - first));
    first = i + 1;
  }
  return shared;
}

std::string zipped(std::span<const Part> parts) {
  using Poco::Zip::ZipCommon;
  std::ostringstream out;
  Poco::Zip::Compress zip(out, true);
  const Poco::DateTime zip_epoch(1980, 1, 1);
  for (const Part& part : parts) {
    std::istringstream in(part.content);
    zip.addFile(in, zip_epoch, Poco::Path(part.name, Poco::Path::PATH_UNIX),
                part.is_stored ? ZipCommon::CM_STORE : ZipCommon::CM_DEFLATE, ZipCommon::CL_FAST);
  }
  zip.close();
  return out.str();
}

// Packages made of neighbouring parts, as one: their parts stay compressed as they are.
std::string joined(const std::vector<std::string>& packages,
                   const std::vector<std::span<const Part>>& parts) {
  std::ostringstream out;
  Poco::Zip::Compress zip(out, true);
  for (std::size_t i = 0; i < packages.size(); ++i) {
    std::istringstream in(packages[i]);
    const Poco::Zip::ZipArchive archive(in);
    for (const Part& part : parts[i]) {
      in.clear();
      Poco::Zip::Keep(archive.findHeader(part.name)->second).execute(zip, in);
    }
  }
  zip.close();
  return out.str();
}

}  // namespace

std::vector<Part> unpacked(const std::string& package) {
  std::istringstream in(package);
  const Poco::Zip::ZipArchive archive(in);
  std::vector<const Poco::Zip::ZipLocalFileHeader*> headers;
  std::size_t bytes = 0;
  for (auto header = archive.headerBegin(); header != archive.headerEnd(); ++header) {
    headers.push_back(&header->second);
    bytes += header->second.getUncompressedSize();
  }
  std::vector<Part> parts(headers.size());
  const std::size_t threads = threads_for(bytes);
  const auto unpack_every = [&](std::size_t first) {
    std::istringstream own(package);
    for (std::size_t i = first; i < headers.size(); i += threads) {
      own.clear();
      Poco::Zip::ZipInputStream part(own, *headers[i]);
      parts[i].name = headers[i]->getFileName();
      Poco::StreamCopier::copyToString(part, parts[i].content);
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t thread = 1; thread < threads; ++thread)
    others.push_back(std::async(std::launch::async, unpack_every, thread));
  unpack_every(0);
  for (auto& other : others) other.get();
  return parts;
}

std::string packed(const std::vector<Part>& parts) {
  const auto shares = shared_out(parts, threads_for(bytes_of(parts)));
  if (shares.size() < 2) return zipped(parts);
  std::vector<std::future<std::string>> others;
  for (std::size_t i = 1; i < shares.size(); ++i)
    others.push_back(std::async(std::launch::async, zipped, shares[i]));
  std::vector<std::string> packages = {zipped(shares.front())};
  for (auto& other : others) packages.push_back(other.get());
  return joined(packages, shares);
}

}  // namespace eqr::render::package
