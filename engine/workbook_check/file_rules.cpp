// F: the file as a whole.
#include <algorithm>

#include "text/words.hpp"
#include "workbook_check/parts.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::workbook_check {
namespace {

constexpr std::size_t longest_file_name = 60;

void file_name(const Book& book, std::vector<Finding>& findings) {
  const std::string& name = book.file_name;
  const std::string stem = name.substr(0, name.find_last_of('.'));
  const bool is_plain = std::ranges::all_of(
      stem, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!is_plain || stem.empty() || stem.front() == '-' || stem.back() == '-')
    findings.push_back({"", {}, "the file name has other characters than a-z, 0-9 and dashes between words"});
  if (name.size() > longest_file_name)
    findings.push_back({"", {}, "the file name is longer than 60 characters"});
  for (const char* word : {"draft", "final"}) {
    if (text::folded(stem).find(word) != std::string::npos)
      findings.push_back({"", {}, std::string("the file name says \"") + word + '"'});
  }
}

void title_and_language(const Book& book, std::vector<Finding>& findings) {
  if (text::trimmed(book.title).empty())
    findings.push_back({"", {}, "the document has no title among its properties"});
  for (const char* dash : {"-", "_", "\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (book.title.find(dash) != std::string::npos) {
      findings.push_back({"", {}, "the document's title has dashes or underscores"});
      break;
    }
  }
  if (book.language.empty()) findings.push_back({"", {}, "the document does not say its language"});
}

void author_and_keywords(const Book& book, std::vector<Finding>& findings) {
  if (book.author.empty()) findings.push_back({"", {}, "the document does not say whose it is"});
  if (book.keywords.find(';') != std::string::npos)
    findings.push_back({"", {}, "the document's keywords are not separated by commas"});
}

void no_macros(const Book& book, std::vector<Finding>& findings) {
  if (book.has_macros) findings.push_back({"", {}, "the file holds macros"});
}

void no_formulas(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    const auto found = std::ranges::find_if(sheet.cells, [](const auto& c) { return c.second.has_formula; });
    if (found != sheet.cells.end())
      findings.push_back({sheet.name, found->first, "the cell holds a formula"});
  }
}

void where_it_opens(const Book& book, std::vector<Finding>& findings) {
  if (book.active_sheet != 0 && book.active_sheet < book.sheets.size())
    findings.push_back(
        {book.sheets[book.active_sheet].name, {}, "the workbook opens on this sheet and not on its first"});
  for (const Sheet& sheet : book.sheets) {
    if (sheet.is_chart) continue;
    if (sheet.cursor != Place{} || sheet.top_left != Place{})
      findings.push_back({sheet.name, sheet.cursor, "the sheet does not open with the cursor in A1"});
    if (sheet.zoom != 100)
      findings.push_back({sheet.name, {}, "the zoom is " + std::to_string(sheet.zoom) + "%"});
  }
}

void not_protected(const Book& book, std::vector<Finding>& findings) {
  if (book.is_protected) findings.push_back({"", {}, "the workbook is protected"});
  for (const Sheet& sheet : book.sheets) {
    if (sheet.is_protected) findings.push_back({sheet.name, {}, "the sheet is protected"});
  }
}

}  // namespace

std::vector<Rule> file_rules() {
  return {{"F2", Level::warning, "the file name is lower case with dashes, short, and no draft or version",
           "name the file like this: equality-report-2025.xlsx", file_name},
          {"F3", Level::fail, "the document has a title without dashes or underscores, and a language",
           "fill in the title in the document's properties; set the language of the whole document",
           title_and_language},
          {"F4", Level::warning, "the document says whose it is, and its keywords are separated by commas",
           "name the organisation as the author", author_and_keywords},
          {"F5", Level::fail, "there are no macros", "save the file as a workbook without macros", no_macros},
          {"F5b", Level::warning, "there are no formulas", "paste values in place of formulas", no_formulas},
          {"F6", Level::warning, "the workbook opens on its first sheet, each sheet in A1, at 100%",
           "go to A1 of every sheet, set the zoom to 100%, end on the first sheet and save", where_it_opens},
          {"F7", Level::warning, "nothing is protected", "take the protection off", not_protected}};
}

}  // namespace eqr::workbook_check
