// What passes between the supervisor and a worker: a job in, one frame out.
//
// The worker is started with three descriptors: 3, its end of a private socket pair, for the frame; 4, a
// sealed memory file with the job; 5, a sealed memory file with the plugin's library, hashed by the
// supervisor from the very bytes that the worker maps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace eqr::themes {

inline constexpr int result_descriptor = 3;
inline constexpr int job_descriptor = 4;
inline constexpr int library_descriptor = 5;

// Exit codes of a worker that has not sent a frame.
inline constexpr int exit_not_by_hand = 64;
inline constexpr int exit_own_fault = 70;
inline constexpr int exit_frame_not_sent = 97;

struct Job {
  enum class Mode { draft, describe } mode = Mode::draft;
  std::string nonce;
  int supervisor = 0;                // its process id: a worker whose parent is another one leaves
  std::string id;                    // what the plugin has to call itself
  std::string manifest;              // theme.json as it stands on disk
  std::uint64_t memory = 0;          // bytes of address space; 0: no limit
  std::uint64_t processor = 0;       // seconds
  std::uint64_t largest_result = 0;  // bytes
  bool sandbox = true;
  std::string request;  // the context as JSON, for mode draft
};

[[nodiscard]] std::string written(const Job& job);
// Throws std::exception for anything that written() does not write.
[[nodiscard]] Job read_job(std::string_view bytes);

// A frame: a line "eqr-frame 1 <kind> <length> <nonce>", the payload, a line end, a line "end <nonce>".
struct Frame {
  enum class Kind {
    draft,        // the plugin's draft, as delivered
    description,  // {"id", "version", "sdk", "abi_major", "target_minor", "sealed"}
    refusal,      // {"reason", "detail", "sealed"}: why there is neither
  };
  Kind kind = Kind::refusal;
  std::string payload;
};

[[nodiscard]] std::string frame_head(Frame::Kind kind, std::size_t length, std::string_view nonce);
[[nodiscard]] std::string frame_tail(std::string_view nonce);

// The frame, if the bytes are exactly one whole frame with this nonce.
[[nodiscard]] std::optional<Frame> read_frame(std::string_view bytes, std::string_view nonce);

}  // namespace eqr::themes
