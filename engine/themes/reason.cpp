#include "themes/reason.hpp"

#include <array>
#include <cstddef>

#include "text/words.hpp"

namespace eqr::themes {
namespace {

struct Wording {
  Reason reason;
  std::string_view word;
  std::string_view because;  // completes "This part is missing because …"
};

constexpr std::array<Wording, 15> wordings = {{
    {Reason::ok, "ok", ""},
    {Reason::theme_fault, "theme-fault", "its program met a fault of its own."},
    {Reason::unusable_input, "unusable-input",
     "its program could not use what it was given: an input or a setting is missing or wrong."},
    {Reason::bad_draft, "bad-draft", "what its program handed over does not hold together."},
    {Reason::crashed, "crashed", "its program stopped suddenly."},
    {Reason::timed_out, "timed-out", "its program did not finish in the time allowed."},
    {Reason::limit, "limit", "its program needed more memory, time or space than it is allowed."},
    {Reason::exited, "exited", "its program ended without handing over a result."},
    {Reason::load_failed, "load-failed", "its program could not be loaded."},
    {Reason::abi_mismatch, "abi-mismatch", "its program was made for another version of this software."},
    {Reason::untrusted, "untrusted", "its program is not one that this run may trust."},
    {Reason::duplicate_id, "duplicate-id", "two programs of the same name were found, and neither was used."},
    {Reason::bad_manifest, "bad-manifest", "the description that comes with its program cannot be used."},
    {Reason::not_found, "not-found", "its program is not installed."},
    {Reason::not_started, "not-started", "its program could not be started safely on this computer."},
}};

const Wording& wording(Reason reason) {
  return wordings.at(static_cast<std::size_t>(reason));
}

std::string escaped(unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  return {'\\', 'x', digits[byte >> 4U], digits[byte & 15U]};
}

// Length of the well-formed character that starts here, or 0.
std::size_t character_at(std::string_view words, std::size_t at) {
  for (std::size_t length = 1; length <= 4 && at + length <= words.size(); ++length) {
    if (text::is_utf8(words.substr(at, length))) return length;
  }
  return 0;
}

// C0, DEL, the C1 controls (which some terminals obey) and the marks that turn the direction of text.
bool is_control(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  if (character.size() == 3 && byte(0) == 0xE2) {
    const bool direction = byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE;
    const bool isolate = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
    return direction || isolate;
  }
  return false;
}

}  // namespace

std::string_view word(Reason reason) {
  return wording(reason).word;
}

std::string sentence(Reason reason) {
  const std::string_view because = wording(reason).because;
  return because.empty() ? std::string() : "This part is missing because " + std::string(because);
}

std::string printable(std::string_view words, std::size_t most, bool keep_lines) {
  std::string made;
  for (std::size_t at = 0; at < words.size();) {
    std::string piece;
    const std::size_t length = character_at(words, at);
    const std::string_view character = words.substr(at, length == 0 ? 1 : length);
    if (character == "\n") {
      piece = keep_lines ? "\n" : "\\n";
    } else if (length == 0 || (is_control(character) && character != "\t")) {
      for (const char byte : character) piece += escaped(static_cast<unsigned char>(byte));
    } else {
      piece = character;
    }
    if (made.size() + piece.size() > most) return made + " [cut]";
    made += piece;
    at += character.size();
  }
  return made;
}

}  // namespace eqr::themes
