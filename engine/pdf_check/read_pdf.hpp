// Reads a PDF for the rules.
#pragma once

#include <string>
#include <string_view>

#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

// Throws problems::Fault (nothing_written) for what is no PDF, or needs a password. `name` is how the user
// knows the file.
[[nodiscard]] Document read_pdf(std::string_view bytes, const std::string& name);

}  // namespace eqr::pdf_check
