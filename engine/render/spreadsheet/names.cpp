#include "render/spreadsheet/names.hpp"

#include "render/spreadsheet/guard.hpp"
#include "text/words.hpp"

namespace eqr::render::spreadsheet {
namespace {

// Every run of other characters becomes one underscore, with none at either end.
std::string words_of(std::string_view id) {
  std::string words;
  bool gap = false;
  for (const char c : id) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_kept && gap && !words.empty()) words += '_';
    if (is_kept) words += c;
    gap = !is_kept;
  }
  return words;
}

std::string capitalised(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words;
}

bool starts_with_letter(const std::string& words) {
  return !words.empty() && !(words.front() >= '0' && words.front() <= '9');
}

std::string cut_at_word(std::string words, std::size_t longest) {
  if (words.size() <= longest) return words;
  const std::size_t underscore = words.rfind('_', longest);
  words.resize(underscore == std::string::npos || underscore == 0 ? longest : underscore);
  return words;
}

std::string short_sheet_name(std::string_view id) {
  const std::string whole = words_of(id);
  if (whole.size() <= longest_sheet_name) return whole;
  const std::size_t point = id.find('.');
  if (point == std::string_view::npos) return cut_at_word(whole, longest_sheet_name);
  const std::string first = words_of(id.substr(0, point));
  const std::string rest = words_of(id.substr(point + 1));
  const std::string shorter = first.substr(0, first.find('_')) + "_" + rest;
  return shorter.size() <= longest_sheet_name ? shorter : cut_at_word(rest, longest_sheet_name);
}

// The name itself, or the name and the first number from 2 that makes it the only one.
std::string only(std::set<std::string>& taken, const std::string& name, std::size_t longest) {
  std::string candidate = name;
  for (int number = 2; !taken.insert(text::folded(candidate)).second; ++number) {
    const std::string ending = "_" + std::to_string(number);
    candidate = name.substr(0, longest - ending.size()) + ending;
  }
  return candidate;
}

}  // namespace

std::string Names::sheet(std::string_view id) {
  std::string name = capitalised(short_sheet_name(id));
  if (!starts_with_letter(name) || !is_sheet_name(name)) {
    name = cut_at_word(name.empty() ? "Table" : "Table_" + name, longest_sheet_name);
  }
  return only(m_sheets, name, longest_sheet_name);
}

void Names::reserve(std::string_view sheet_name) {
  m_sheets.insert(text::folded(sheet_name));
}

std::string Names::table(std::string_view id) {
  std::string name = words_of(id);
  if (!is_table_name(name)) name = "table_" + name;
  return only(m_tables, name.substr(0, longest_table_name), longest_table_name);
}

}  // namespace eqr::render::spreadsheet
