// Shuts a worker off before plugin code runs in it. Faults first: a theme that opens a socket, starts a
// program or writes a file is to be told no, on every machine alike. It is also a wall against malice, but
// not the only one: what may be loaded at all is decided by the catalogue.
#pragma once

#include <stdexcept>
#include <string>

namespace eqr::themes {

class SandboxFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Before the library is loaded, because its constructors run then. No sockets, no programs, no processes (but
// threads), no opening of files for writing, no changes to files, no signals to others. Where the kernel has
// Landlock, reading is confined to the system's libraries.
// Returns what is in force, for the record. Throws SandboxFault if the kernel refuses the filter.
[[nodiscard]] std::string seal_before_loading();

// After the library is loaded, before draft(): no opening of files at all.
void seal_before_drafting();

}  // namespace eqr::themes
