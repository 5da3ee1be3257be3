#include "run/progress.hpp"

#include <nlohmann/json.hpp>

namespace eqr::run {

void Progress::stage(const std::string& words) {
  finish();
  m_stage = words;
  m_began = std::chrono::steady_clock::now();
  switch (m_kind) {
    case Kind::terminal:
      m_out << "\r\033[K" << words << " …" << std::flush;
      break;
    case Kind::plain:
      m_out << words << '\n' << std::flush;
      break;
    case Kind::json:
      m_out << nlohmann::json{{"stage", words}}.dump() << '\n' << std::flush;
      break;
    case Kind::none:
      break;
  }
}

void Progress::finish() {
  if (m_stage.empty()) return;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_began;
  m_seconds.emplace_back(m_stage, took.count());
  if (m_kind == Kind::terminal) m_out << "\r\033[K" << std::flush;
  if (m_kind == Kind::json) {
    m_out << nlohmann::json{{"stage", m_stage}, {"seconds", took.count()}}.dump() << '\n' << std::flush;
  }
  m_stage.clear();
}

double Progress::seconds_of(const std::string& words) const {
  double seconds = 0;
  for (const auto& [stage, took] : m_seconds) seconds += stage == words ? took : 0;
  return seconds;
}

}  // namespace eqr::run
