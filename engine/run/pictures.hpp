// Files of pictures arrive: those of narratives, and the logo.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/model/report.hpp"
#include "run/receive.hpp"
#include "run/run_file.hpp"

namespace eqr::run {

struct ReceivedPicture {
  std::optional<report::Image> image;
  std::vector<problems::Problem> problems;  // why there is none, at the place where it is named
  std::vector<problems::Problem> findings;  // it is there, and of words that only some can read
  std::optional<ReceivedInput> record;      // of what could be read
};

// `file` is named from the run folder, and may not lead out of it, over a link either.
[[nodiscard]] ReceivedPicture receive_picture(const RunFile& run, const std::string& file,
                                              const problems::Place& named_at);

}  // namespace eqr::run
