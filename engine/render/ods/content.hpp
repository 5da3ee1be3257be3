// content.xml: the sheets, their tables and the styles they use.
#pragma once

#include <string>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::ods {

[[nodiscard]] std::string content(const spreadsheet::Book& book);

// A cell's text as paragraphs, a line each: blanks that stand side by side, at the beginning or the end are
// written as elements, since white space is otherwise one blank.
[[nodiscard]] std::string paragraphs(const std::string& text, const std::string& link);

}  // namespace eqr::render::ods
