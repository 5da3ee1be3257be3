#include "render/package/zip_package.hpp"

#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/StreamCopier.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <sstream>
#include <utility>

namespace eqr::render::package {

std::vector<Part> unpacked(const std::string& package) {
  std::istringstream in(package);
  const Poco::Zip::ZipArchive archive(in);
  std::vector<Part> parts;
  for (auto header = archive.headerBegin(); header != archive.headerEnd(); ++header) {
    in.clear();
    Poco::Zip::ZipInputStream part(in, header->second);
    std::string content;
    Poco::StreamCopier::copyToString(part, content);
    parts.push_back({header->first, std::move(content)});
  }
  return parts;
}

std::string packed(const std::vector<Part>& parts) {
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

}  // namespace eqr::render::package
