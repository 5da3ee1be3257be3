#include "run/log_file.hpp"

#include <memory>

#include <spdlog/sinks/rotating_file_sink.h>

#include "problems/problem.hpp"

namespace eqr::run {

void log_to_file(spdlog::logger& log, const std::filesystem::path& private_folder) {
  constexpr std::size_t most_bytes = 1'000'000;
  constexpr std::size_t files = 5;
  try {
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>((private_folder / "run.log").string(),
                                                                       most_bytes, files);
    sink->set_level(spdlog::level::debug);
    sink->set_pattern("%Y-%m-%dT%H:%M:%S %l %v");
    log.sinks().push_back(std::move(sink));
  } catch (const spdlog::spdlog_ex&) {
    throw problems::Fault(problems::Cost::nothing_written,
                          problems::Problem{{"private/run.log", 0, 0, ""},
                                            "the log cannot be written",
                                            "make room, or choose another folder with --out"});
  }
}

}  // namespace eqr::run
