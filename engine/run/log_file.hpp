// The log of a run, kept in private/: a few files that are written in turn and never grow without end.
#pragma once

#include <filesystem>

#include <spdlog/logger.h>

namespace eqr::run {

void log_to_file(spdlog::logger& log, const std::filesystem::path& private_folder);

}  // namespace eqr::run
