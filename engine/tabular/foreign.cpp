#include "tabular/foreign.hpp"

#include <array>

#include "text/words.hpp"

namespace eqr::tabular {
namespace {

struct Mark {
  std::string_view first_bytes;
  const char* message;
  const char* hint;
};

constexpr const char* save_as_utf8 = "save it as \"CSV UTF-8 (comma delimited)\"";
constexpr const char* web_page_hint =
    "open the address in a browser: it may ask to sign in, or link to the file itself";

constexpr std::array<Mark, 5> marks = {{
    {"\xFF\xFE", "is UTF-16 text, not UTF-8", save_as_utf8},
    {"\xFE\xFF", "is UTF-16 text, not UTF-8", save_as_utf8},
    {"PK\x03\x04", "is a workbook or another zipped file, not a text file",
     "open it in Excel and save the sheet as \"CSV UTF-8 (comma delimited)\""},
    {"\xD0\xCF\x11\xE0", "is an old Office file, not a text file",
     "open it in Excel and save the sheet as \"CSV UTF-8 (comma delimited)\""},
    {"%PDF", "is a PDF, not a text file", "ask its owner for the table behind it, as CSV"},
}};

}  // namespace

std::optional<problems::Problem> foreign_file(std::string_view start, const std::string& file) {
  const problems::Place place{file, 0, 0, {}};
  for (const Mark& mark : marks) {
    if (start.starts_with(mark.first_bytes)) return problems::Problem{place, mark.message, mark.hint};
  }
  const std::string opening = text::normalised(start.substr(0, 64));
  if (opening.starts_with("<!doctype") || opening.starts_with("<html") || opening.starts_with("<?xml")) {
    return problems::Problem{place, "is a web page or XML, not a table", web_page_hint};
  }
  return std::nullopt;
}

}  // namespace eqr::tabular
