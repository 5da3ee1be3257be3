// N: notes and links. X: how text looks.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "text/words.hpp"
#include "workbook_check/parts.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::workbook_check {
namespace {

constexpr double smallest_text = 12;
constexpr double least_contrast = 4.5;  // WCAG 2.2, 1.4.3

// Each cell that holds something.
void each_cell_of(const Book& book, auto&& use) {
  for (const Sheet& sheet : book.sheets) {
    for (const auto& [place, cell] : sheet.cells) {
      if (!is_blank(&cell)) use(sheet, place, cell);
    }
  }
}

// The first such cell of each sheet: how a sheet looks is told once.
void once_a_sheet(const Book& book, std::vector<Finding>& findings, const std::string& message,
                  auto&& is_so) {
  std::set<const Sheet*> told;
  each_cell_of(book, [&](const Sheet& sheet, Place place, const Cell& cell) {
    if (is_so(cell, book.looks[cell.look]) && told.insert(&sheet).second)
      findings.push_back({sheet.name, place, message});
  });
}

// "Women\xC2\xB9": a sign behind a word. Square metres are none.
bool ends_a_word(const std::string& text, std::size_t at) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return at >= 3 && is_letter(text[at - 1]) && is_letter(text[at - 2]) && is_letter(text[at - 3]);
}

// "note1", "Note 1", "note 1, 2"; but not "noted" or "note: provisional".
bool is_note_written_otherwise(const std::string& inside) {
  std::string rest = text::folded(inside);
  if (!rest.starts_with("note") || !notes_in("[" + inside + "]").empty()) return false;
  rest.erase(0, rest.starts_with("notes") ? 5 : 4);
  return !rest.empty() && std::ranges::all_of(rest, [](char c) {
    return (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '-' || c == '&';
  });
}

bool is_odd_marker(const std::string& text) {
  for (const char* sign : {"\xC2\xB9", "\xC2\xB2", "\xC2\xB3", "\xE2\x80\xA0", "\xE2\x80\xA1"}) {
    const std::size_t at = text.find(sign);  // superscript digits, daggers
    if (at != std::string::npos && ends_a_word(text, at)) return true;
  }
  if (text.ends_with('*')) return true;
  for (std::size_t at = text.find('['); at != std::string::npos; at = text.find('[', at + 1)) {
    const std::string inside = text.substr(at + 1, text.find(']', at) - at - 1);
    const bool is_number =  // a year is none
        !inside.empty() && inside.size() < 3 &&
        std::ranges::all_of(inside, [](char c) { return c >= '0' && c <= '9'; });
    if (is_number || is_note_written_otherwise(inside)) return true;
  }
  return false;
}

void no_superscript(const Book& book, std::vector<Finding>& findings) {
  each_cell_of(book, [&](const Sheet& sheet, Place place, const Cell& cell) {
    if (cell.kind == Cell::Kind::text && (cell.has_superscript || book.looks[cell.look].superscript))
      findings.push_back({sheet.name, place, "superscript stands in the cell"});
  });
}

// A grade may be called A*, and somebody may write [1]: only people can tell those from markers.
void marker_form(const Book& book, std::vector<Finding>& findings) {
  each_cell_of(book, [&](const Sheet& sheet, Place place, const Cell& cell) {
    if (cell.kind == Cell::Kind::text && is_odd_marker(cell.text))
      findings.push_back({sheet.name, place, "what looks like a note marker is not written as [note 1]"});
  });
}

void marker_places(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (is_notes(sheet)) continue;
    for (const Table& table : sheet.tables) {
      each_cell(sheet, table, [&](Place place, const Cell* cell) {
        if (cell == nullptr || notes_in(cell->text).empty()) return;
        const std::string before = cell->text.substr(0, cell->text.find("[note "));
        const bool is_beside_value = !shorthand_in(before).empty() ||
                                     std::ranges::any_of(before, [](char c) { return c >= '0' && c <= '9'; });
        if (place.column > table.area.first.column && is_beside_value)
          findings.push_back({sheet.name, place, "a note marker stands beside a value"});
      });
    }
  }
}

std::optional<Place> note_at(const Sheet& notes, const std::string& number) {
  for (const auto& [place, cell] : notes.cells) {
    if (place.column == 0 && cell.text.find("[note " + number + "]") != std::string::npos) return place;
  }
  return std::nullopt;
}

void notes_both_ways(const Book& book, std::vector<Finding>& findings) {
  std::map<std::string, std::pair<std::string, Place>> used;
  std::set<std::string> given;
  const Sheet* notes = nullptr;
  for (const Sheet& sheet : book.sheets) {
    if (is_notes(sheet)) {
      notes = &sheet;
      for (const auto& [place, cell] : sheet.cells) {
        if (place.column != 0) continue;
        for (std::string& number : notes_in(cell.text)) given.insert(std::move(number));
      }
      continue;
    }
    for (const auto& [place, cell] : sheet.cells) {
      for (const std::string& number : notes_in(cell.text)) used.try_emplace(number, sheet.name, place);
    }
  }
  for (const auto& [number, where] : used) {
    if (!given.contains(number))
      findings.push_back({where.first, where.second, "[note " + number + "] has no note"});
  }
  if (notes == nullptr) return;
  for (const Sheet& sheet : book.sheets) {
    bool has_markers = false, says_where = false;
    for (const auto& [place, cell] : sheet.cells) has_markers = has_markers || !notes_in(cell.text).empty();
    for (const auto& [place, cell] : lines(sheet)) {
      const bool is_title = place == Place{};
      says_where = says_where || (!is_title && text::folded(cell->text).find("notes") != std::string::npos);
    }
    if (&sheet != notes && has_markers && !says_where)
      findings.push_back({sheet.name, {}, "no line above the table says where the notes are"});
  }
  for (const std::string& number : given) {
    if (!used.contains(number))
      findings.push_back({notes->name, note_at(*notes, number), "no marker leads to [note " + number + "]"});
  }
}

bool is_bare_address(std::string_view text) {
  const std::string folded = text::folded(text::trimmed(text));
  const bool is_address =
      folded.starts_with("http://") || folded.starts_with("https://") || folded.starts_with("www.");
  return is_address && folded.find(' ') == std::string::npos;
}

bool says_nothing(std::string_view text) {
  const std::string words = text::normalised(text);
  constexpr std::array<std::string_view, 8> empty_words = {"click here", "here",      "link",     "this link",
                                                           "more",       "read more", "see here", "website"};
  return std::ranges::find(empty_words, words) != empty_words.end();
}

void links(const Book& book, std::vector<Finding>& findings) {
  std::map<std::string, std::string> target_of;
  each_cell_of(book, [&](const Sheet& sheet, Place place, const Cell& cell) {
    if (cell.link.empty()) return;
    if (is_bare_address(cell.text))
      findings.push_back({sheet.name, place, "the text of a link is its address"});
    if (says_nothing(cell.text))
      findings.push_back({sheet.name, place, "the text of a link does not say where it leads"});
    // Without an address of a cell, the link leads to a name or a table.
    const bool is_inside = cell.link.starts_with('#') && cell.link.find_first_of("!.") != std::string::npos;
    if (is_inside && std::ranges::find(book.sheets, sheet_in(cell.link), &Sheet::name) == book.sheets.end())
      findings.push_back({sheet.name, place, "a link leads to a sheet that is not there"});
    const auto [known, is_new] = target_of.try_emplace(text::normalised(cell.text), cell.link);
    if (!is_new && known->second != cell.link)
      findings.push_back({sheet.name, place, "the same words lead elsewhere in another cell"});
  });
}

void addresses(const Book& book, std::vector<Finding>& findings) {
  once_a_sheet(book, findings, "an address is written out, and is no link",
               [](const Cell& cell, const Look&) { return cell.link.empty() && is_bare_address(cell.text); });
}

// In OpenDocument the text of a link has a style of its own, which programs draw as they like.
void links_are_underlined(const Book& book, std::vector<Finding>& findings) {
  if (book.format != Book::Format::xlsx) return;
  once_a_sheet(book, findings, "a link is not underlined",
               [](const Cell& cell, const Look& look) { return !cell.link.empty() && !look.underlined; });
}

bool is_sans_serif(const std::string& font) {
  constexpr std::array<std::string_view, 12> known = {
      "arial",    "calibri",   "helvetica",       "verdana",   "tahoma",       "aptos",
      "segoe ui", "open sans", "liberation sans", "gill sans", "trebuchet ms", "lato"};
  const std::string folded = text::folded(font);
  return font.empty() ||
         std::ranges::any_of(known, [&](std::string_view name) { return folded.starts_with(name); });
}

void font(const Book& book, std::vector<Finding>& findings) {
  once_a_sheet(book, findings, "text is smaller than 12 points",
               [](const Cell&, const Look& look) { return look.points > 0 && look.points < smallest_text; });
  once_a_sheet(book, findings, "text is in a font with serifs, or an unusual one",
               [](const Cell&, const Look& look) { return !is_sans_serif(look.font); });
}

void plain_text(const Book& book, std::vector<Finding>& findings) {
  once_a_sheet(book, findings, "text is in italics",
               [](const Cell&, const Look& look) { return look.italic; });
  once_a_sheet(book, findings, "text is crossed out",
               [](const Cell&, const Look& look) { return look.struck_out; });
  once_a_sheet(book, findings, "text is at an angle",
               [](const Cell&, const Look& look) { return look.turned; });
  once_a_sheet(book, findings, "text that is no link is underlined",
               [](const Cell& cell, const Look& look) { return look.underlined && cell.link.empty(); });
  once_a_sheet(book, findings, "cells have borders",
               [](const Cell&, const Look& look) { return look.bordered; });
}

void no_fill(const Book& book, std::vector<Finding>& findings) {
  once_a_sheet(book, findings, "cells have a fill",
               [](const Cell&, const Look& look) { return look.filled; });
}

// WCAG 2.2, relative luminance.
double luminance(std::uint32_t colour) {
  const auto part = [&](unsigned shift) {
    const double value = (colour >> shift & 0xFFu) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

void contrast(const Book& book, std::vector<Finding>& findings) {
  once_a_sheet(book, findings, "the text's colour hardly contrasts with white",
               [](const Cell&, const Look& look) {
                 return look.colour && 1.05 / (luminance(*look.colour) + 0.05) < least_contrast;
               });
}

}  // namespace

std::vector<Rule> text_rules() {
  return {{"N1", Level::fail, "nothing is in superscript", "write note markers as [note 1]", no_superscript},
          {"N1b", Level::warning, "note markers are written [note 1], one in each pair of brackets",
           "write [note 1][note 2], without symbols; leave as it is what is no marker", marker_form},
          {"N2", Level::warning, "note markers do not stand beside values",
           "put the marker into the header or the row label", marker_places},
          {"N3", Level::warning, "every marker has its note, and every note a marker",
           "add the note to the sheet Notes, or take it out", notes_both_ways},
          {"N4", Level::fail, "links have words of their own that say where they lead",
           "write what is found there: Staff survey 2025 results", links},
          {"N4b", Level::warning, "links are underlined", "give the cell the style Hyperlink",
           links_are_underlined},
          {"N4c", Level::warning, "no addresses are written out", "make them links with words of their own",
           addresses},
          {"X1", Level::warning, "text is sans-serif, 12 points or more", "use Arial 12", font},
          {"X2", Level::warning, "no italics, borders, angles or underlined text that is no link",
           "take the formatting off", plain_text},
          {"X3", Level::warning, "cells have no fill", "set the fill to none", no_fill},
          {"X4", Level::fail, "text contrasts with its background", "set the font colour to automatic",
           contrast}};
}

}  // namespace eqr::workbook_check
