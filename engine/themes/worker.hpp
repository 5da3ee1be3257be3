// The worker: one process, one plugin, one answer. See job.hpp for what goes in and out.
#pragma once

namespace eqr::themes {

// Reads the job, seals the process off, loads the library, calls it once, sends the frame and leaves by
// _exit: 0 when a frame was sent, whatever it says.
[[noreturn]] void work();

}  // namespace eqr::themes
