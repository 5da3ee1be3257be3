#include "themes/job.hpp"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

namespace eqr::themes {
namespace {

constexpr std::array<std::pair<std::string_view, Frame::Kind>, 3> kinds = {
    {{"draft", Frame::Kind::draft},
     {"description", Frame::Kind::description},
     {"refusal", Frame::Kind::refusal}}};

}  // namespace

// The first line is the job as JSON, the rest the request: documents may be large and are not escaped twice.
std::string written(const Job& job) {
  const nlohmann::json line{{"mode", job.mode == Job::Mode::draft ? "draft" : "describe"},
                            {"nonce", job.nonce},
                            {"supervisor", job.supervisor},
                            {"id", job.id},
                            {"manifest", job.manifest},
                            {"memory", job.memory},
                            {"processor", job.processor},
                            {"largest_result", job.largest_result},
                            {"sandbox", job.sandbox}};
  return line.dump() + "\n" + job.request;
}

Job read_job(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  const nlohmann::json line = nlohmann::json::parse(bytes.substr(0, end));
  Job job;
  job.mode = line.at("mode") == "describe" ? Job::Mode::describe : Job::Mode::draft;
  line.at("nonce").get_to(job.nonce);
  line.at("supervisor").get_to(job.supervisor);
  line.at("id").get_to(job.id);
  line.at("manifest").get_to(job.manifest);
  line.at("memory").get_to(job.memory);
  line.at("processor").get_to(job.processor);
  line.at("largest_result").get_to(job.largest_result);
  line.at("sandbox").get_to(job.sandbox);
  if (end != std::string_view::npos) job.request = bytes.substr(end + 1);
  return job;
}

std::string frame_head(Frame::Kind kind, std::size_t length, std::string_view nonce) {
  std::string head = "eqr-frame 1 ";
  for (const auto& [name, value] : kinds) {
    if (value == kind) head += name;
  }
  return head + " " + std::to_string(length) + " " + std::string(nonce) + "\n";
}

std::string frame_tail(std::string_view nonce) {
  return "\nend " + std::string(nonce) + "\n";
}

std::optional<Frame> read_frame(std::string_view bytes, std::string_view nonce) {
  const std::size_t line_end = bytes.find('\n');
  const std::string tail = frame_tail(nonce);
  if (line_end == std::string_view::npos || bytes.size() < line_end + 1 + tail.size()) return std::nullopt;
  // What the head has to be follows from its kind and from where the bytes end, so it is made and compared.
  const std::size_t length = bytes.size() - line_end - 1 - tail.size();
  if (!bytes.ends_with(tail)) return std::nullopt;
  for (const auto& [name, kind] : kinds) {
    if (bytes.substr(0, line_end + 1) == frame_head(kind, length, nonce)) {
      return Frame{kind, std::string(bytes.substr(line_end + 1, length))};
    }
  }
  return std::nullopt;
}

}  // namespace eqr::themes
