// Why a theme is missing: one word for records, one plain sentence for the reader of the report.
//
// The sentence never holds a word of the plugin's own. What the plugin said (an exception's text, its
// standard error) is kept apart as private detail, cut and escaped.
#pragma once

#include <string>
#include <string_view>

namespace eqr::themes {

enum class Reason {
  ok,
  theme_fault,     // draft() threw, or told of a fault of its own
  unusable_input,  // draft() says that an input or a setting does not allow it to go on (ThemeFault)
  bad_draft,       // what was handed over is not JSON, not a draft, or does not hold together
  crashed,         // ended by a signal of its own making
  timed_out,       // ended by us at its deadline
  limit,           // memory, processor time, file size, or a result over the limit
  exited,          // left without one complete result; also the state before anything is known
  load_failed,     // not a library, a symbol missing, no entry symbol
  abi_mismatch,    // built for another version of the plugin boundary
  untrusted,  // ownership, permissions, a symbolic link, a hash, or an identity that is not the declared one
  duplicate_id,  // two plugins carry the id; both are refused
  bad_manifest,  // theme.json cannot be read
  not_found,     // no such plugin in any folder
  not_started,   // the worker could not be started, or could not be sealed off
};

// "timed-out": for the run record and for tests.
[[nodiscard]] std::string_view word(Reason reason);

// "This part is missing because its program did not finish in the time allowed." Empty for ok.
[[nodiscard]] std::string sentence(Reason reason);

// A plugin's own words made fit for a private file or a terminal: control characters and bytes that are not
// UTF-8 are written \xNN, and what is longer than `most` bytes is cut there and ends in " [cut]". Line ends
// stay when `keep_lines` is set and are written \n otherwise.
[[nodiscard]] std::string printable(std::string_view words, std::size_t most, bool keep_lines = false);

}  // namespace eqr::themes
