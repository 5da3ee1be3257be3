// What the program's exit status says. Named once; the README and --help list them.
#pragma once

namespace eqr::cli {

enum class ExitCode {
  complete = 0,  // written, nothing required is missing; for checks: nothing found
  nothing_written =
      1,         // a people input, --final refused, the lock held, the disk full; checks: could not look
  settings = 2,  // usage, run file, template, codebook, placeholder
  draft = 3,     // written, something is missing; for checks: something found
  interrupted = 130,
};

}  // namespace eqr::cli
