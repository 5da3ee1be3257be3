// What jobs that write files have in common.
#pragma once

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace eqr::benchmarks {

inline void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file) throw std::runtime_error(path + " cannot be written");
}

inline double milliseconds_of(const std::function<void()>& job) {
  const auto start = std::chrono::steady_clock::now();
  job();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// What the process has used so far, by the names under which jobs tell it.
inline void tell_use(nlohmann::ordered_json& told) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto milliseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  told["cpu_ms"] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
  told["peak_kib"] = usage.ru_maxrss;
}

// Runs a job and prints what it tells as a line of JSON. Returns the exit code.
inline int ended(const std::function<nlohmann::ordered_json()>& job) {
  try {
    std::cout << job() << '\n';
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
  }
}

}  // namespace eqr::benchmarks
