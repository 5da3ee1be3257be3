#include "run/pictures.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "images/image.hpp"
#include "inputs/source.hpp"

namespace eqr::run {
namespace {

namespace fs = std::filesystem;
using problems::Problem;

bool lies_in(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  const fs::path whole_folder = fs::weakly_canonical(folder, error),
                 whole_file = fs::weakly_canonical(file, error);
  return !error && std::ranges::mismatch(whole_folder, whole_file).in1 == whole_folder.end();
}

Problem told(const std::string& file, const problems::Place& named_at, const Problem& problem) {
  return {named_at, "the picture \"" + file + "\": " + problem.message, problem.hint};
}

std::optional<Problem> finding_of(const std::string& file, const problems::Place& named_at,
                                  images::Looks looks) {
  const std::string subject = "the picture \"" + file + "\" seems to be of ";
  if (looks == images::Looks::table) {
    return Problem{named_at, subject + "a table, which nobody can hear, search or enlarge",
                   "bring its numbers in as an input, so that a theme makes a table of them"};
  }
  if (looks == images::Looks::text) {
    return Problem{named_at, subject + "text, which nobody can hear, search or enlarge",
                   "write the words into the narrative"};
  }
  return std::nullopt;
}

}  // namespace

ReceivedPicture receive_picture(const RunFile& run, const std::string& file,
                                const problems::Place& named_at) {
  ReceivedPicture received;
  try {
    const inputs::Location location = inputs::file_location(file, run.folder);
    if (!lies_in(run.folder.empty() ? "." : run.folder, location.path)) {
      received.problems.push_back(told(
          file, named_at, {{}, "leads out of the folder of the run file", "put the picture itself there"}));
      return received;
    }
    const inputs::Snapshot snapshot = inputs::make_source(location)->fetch();
    received.record = {"pictures", snapshot.name, snapshot.sha256, snapshot.size, ""};
    images::ReadImage read = images::read_image(file, snapshot.bytes);
    if (auto finding = finding_of(file, named_at, read.looks))
      received.findings.push_back(std::move(*finding));
    received.image = std::move(read.image);
  } catch (const problems::Fault& fault) {
    for (const Problem& problem : fault.problems())
      received.problems.push_back(told(file, named_at, problem));
  }
  return received;
}

}  // namespace eqr::run
