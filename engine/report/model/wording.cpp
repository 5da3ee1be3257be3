#include "report/model/wording.hpp"

#include <algorithm>
#include <set>

#include "report/model/names.hpp"
#include "text/characters.hpp"

namespace eqr::report {
namespace {

bool starts_with_scheme(std::string_view href, std::string_view scheme) {
  if (href.size() <= scheme.size()) return false;
  return std::equal(scheme.begin(), scheme.end(), href.begin(), [](char wanted, char written) {
    return wanted == (written >= 'A' && written <= 'Z' ? static_cast<char>(written - 'A' + 'a') : written);
  });
}

void add_to_list(std::string& list, const std::string& item) {
  list += (list.empty() ? "" : "; ") + item;
}

}  // namespace

std::string full_title(const Report& report) {
  return report.period.empty() ? report.title : report.title + ' ' + report.period;
}

std::string printed(const Cell& cell, const Column& column) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* shorthand = std::get_if<Shorthand>(&cell)) return printed(*shorthand);
  const auto& number = std::get<Number>(cell);
  return printed(number, number.unit != column.unit);
}

std::string apart_in_words(const Number& one, const Number& other) {
  const numbers::Exact difference = numbers::exact(one.value) - numbers::exact(other.value);
  const int places = std::max(one.value.places, other.value.places);
  Number size{numbers::rounded(difference < 0 ? numbers::Exact(-difference) : difference, places),
              {},
              one.unit,
              {},
              {}};
  if (size.unit == Unit::percent) size.unit = Unit::percentage_points;
  return printed(size);
}

std::string change_in_words(const Number& now, const Number& before) {
  const numbers::Exact difference = numbers::exact(now.value) - numbers::exact(before.value);
  if (difference == 0) return "unchanged";
  return (difference > 0 ? "up " : "down ") + apart_in_words(now, before);
}

std::string shorthand_sentence(const Table& table) {
  std::vector<std::string> codes;
  const auto see = [&](const std::string& code) {
    if (!code.empty() && std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  };
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) {
      if (const auto* shorthand = std::get_if<Shorthand>(&cell)) see(shorthand->code);
      if (const auto* number = std::get_if<Number>(&cell)) see(number->mark);
    }
  }
  std::string meanings;
  for (const std::string& code : codes) {
    const std::string meaning = shorthand_meaning(code);
    if (!meaning.empty()) add_to_list(meanings, '[' + code + "] " + meaning);
  }
  return meanings.empty() ? meanings : "Shorthand in this table: " + meanings + '.';
}

std::string source_line(const Report& report, const std::vector<std::size_t>& sources) {
  std::set<std::string> named;
  std::string list;
  for (const std::size_t index : sources) {
    const Source& source = report.sources.at(index);
    const std::string text = source.as_at.empty() ? source.title : source.title + ", " + source.as_at;
    if (named.insert(text).second) add_to_list(list, text);
  }
  return list.empty() ? list : "Source: " + list;
}

std::string source_titles(const Report& report, const std::vector<std::size_t>& sources) {
  std::string list;
  for (const std::size_t index : sources) add_to_list(list, report.sources.at(index).title);
  return list;
}

std::string image_file_name(const Report& report, std::size_t index) {
  const Image::Kind kind = report.images.at(index).kind;
  const std::string ending = kind == Image::Kind::jpeg ? "jpg" : std::string(name_of(kind));
  return "picture-" + std::to_string(index + 1) + "." + ending;
}

bool says_case_study(std::string heading) {
  std::ranges::replace(heading, '-', ' ');
  std::ranges::transform(heading, heading.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return heading.find("case study") != std::string::npos;
}

bool may_be_followed(std::string_view href) {
  const bool is_broken = std::ranges::any_of(href, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
  });
  return !is_broken && (starts_with_scheme(href, "http://") || starts_with_scheme(href, "https://") ||
                        starts_with_scheme(href, "mailto:"));
}

bool is_right_to_left(const Inlines& text) {
  std::string whole;
  for (const Inline& each : text) whole += each.text;
  return text::is_right_to_left(whole);
}

}  // namespace eqr::report
