#include "pdf_check/report_rules.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "pdf_check/grid.hpp"
#include "pdf_check/rules.hpp"
#include "text/characters.hpp"

namespace eqr::pdf_check {
namespace {

constexpr std::size_t telling = 80;  // bytes without blanks: so long a text does not stand twice by chance

// Lines break where there is room: blanks do not count, nor what is drawn by nothing.
std::string squeezed(std::string_view text) {
  std::string kept;
  text::for_each_character(text, [&](char32_t character, std::size_t begin, std::size_t end) {
    const bool is_blank = character <= 0x20 || character == 0xA0 || character == 0x202F ||
                          (character >= 0x2000 && character <= 0x200A);
    if (!is_blank && !text::is_invisible(character)) kept += text.substr(begin, end - begin);
  });
  return kept;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "\xE2\x80\xA6";
}

std::string quoted(const std::string& text) {
  return '"' + shortened(text) + '"';
}

// ---- tables ----

class Tables {
 public:
  Tables(const Document& document, const Expected& expected) : m_document(document) {
    for (const std::size_t table : tags_of(document, "Table")) m_seen.push_back(read(table));
    for (const Expected::Table& one : expected.tables) match(one);
    for (const Seen& left : m_seen) {
      const bool is_again =
          !left.is_matched && std::ranges::any_of(expected.tables, [&](const Expected::Table& one) {
            return is_called(left, one) && !differs(left, one);
          });
      if (is_again) m_twice.push_back(about(document, left.tag, "the table is read a second time"));
    }
  }

  std::vector<Finding> wrong() { return std::move(m_wrong); }
  std::vector<Finding> twice() { return std::move(m_twice); }

 private:
  struct Seen {
    std::size_t tag = 0;
    std::string caption;
    std::vector<std::vector<std::string>> rows;  // squeezed, the header first
    bool is_matched = false;
  };

  Seen read(std::size_t table) const {
    Seen seen{table, {}, {}};
    for (const Tag::Child& child : m_document.tags[table].children) {
      const auto* below = std::get_if<std::size_t>(&child);
      if (below != nullptr && m_document.tags[*below].standard == "Caption")
        seen.caption += squeezed(text_of(m_document, *below));
    }
    for (const GridCell& cell : grid_of(m_document, table).cells) {
      seen.rows.resize(std::max(seen.rows.size(), cell.row + 1));
      seen.rows[cell.row].push_back(squeezed(text_of(m_document, cell.tag)));
    }
    return seen;
  }

  static bool is_called(const Seen& seen, const Expected::Table& one) {
    return seen.caption.find(squeezed(one.title)) != std::string::npos;
  }

  // In what the first difference is; none where there is none.
  static std::optional<std::string> differs(const Seen& seen, const Expected::Table& one) {
    if (seen.rows.size() != one.rows.size() + 1)
      return "the table has " + std::to_string(seen.rows.empty() ? 0 : seen.rows.size() - 1) +
             " rows below its header; in the report " + std::to_string(one.rows.size());
    std::vector<std::string> headers;
    for (const std::string& header : one.headers) headers.push_back(squeezed(header));
    if (seen.rows.front() != headers) return "the headers are not those of the report";
    for (std::size_t row = 0; row < one.rows.size(); ++row) {
      const auto& cells = seen.rows[row + 1];
      if (cells.size() != one.rows[row].size())
        return "row " + std::to_string(row + 1) + " has " + std::to_string(cells.size()) +
               " cells; in the report " + std::to_string(one.rows[row].size());
      for (std::size_t column = 0; column < cells.size(); ++column) {
        const Expected::Cell& cell = one.rows[row][column];
        if (cells[column] != squeezed(cell.whole) && cells[column] != squeezed(cell.without_unit))
          return "row " + std::to_string(row + 1) + ", column " + std::to_string(column + 1) + " reads " +
                 quoted(cells[column]) + "; in the report it is " + quoted(cell.whole);
      }
    }
    return std::nullopt;
  }

  void match(const Expected::Table& one) {
    Seen* like = nullptr;  // by its caption
    for (Seen& seen : m_seen) {
      if (seen.is_matched || !is_called(seen, one)) continue;
      if (!differs(seen, one)) {
        seen.is_matched = true;
        return;
      }
      if (like == nullptr) like = &seen;
    }
    if (like == nullptr) {
      m_wrong.push_back({{}, "", "the table " + quoted(one.title) + " is missing"});
    } else {
      like->is_matched = true;
      m_wrong.push_back(about(m_document, like->tag, quoted(one.title) + ": " + *differs(*like, one)));
    }
  }

  const Document& m_document;
  std::vector<Seen> m_seen;
  std::vector<Finding> m_wrong, m_twice;
};

// ---- words ----

std::string all_words(const Document& document) {
  std::string words;
  for (const std::size_t top : document.top) words += text_of(document, top);
  return squeezed(words);
}

std::vector<Finding> order_of_words(const std::string& read, const Expected& expected) {
  std::vector<Finding> findings;
  std::size_t at = 0;
  for (const std::string& words : expected.words) {
    const std::string wanted = squeezed(words);
    const std::size_t found = read.find(wanted, at);
    if (found != std::string::npos) {
      at = found + wanted.size();
      continue;
    }
    const bool is_anywhere = read.find(wanted) != std::string::npos;
    findings.push_back(
        {{}, "", quoted(words) + (is_anywhere ? " is read earlier than in the report" : " is not read")});
  }
  return findings;
}

// Paragraphs and items of lists that the report holds stand as often as there; others, such as a line that
// names sources, are put together by whoever writes the PDF.
std::vector<Finding> words_read_twice(const Document& document, const Expected& expected) {
  std::map<std::string, std::size_t> told;
  for (const std::string& text : expected.texts) ++told[squeezed(text)];
  std::map<std::string, std::vector<std::size_t>> seen;  // tags
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    const std::string& type = document.tags[i].standard;
    if (type != "P" && type != "LBody") continue;
    std::string text = squeezed(text_of(document, i));
    if (text.size() >= telling) seen[std::move(text)].push_back(i);
  }
  std::vector<Finding> findings;
  for (const auto& [text, tags] : seen) {
    const auto found = told.find(text);
    if (found != told.end() && tags.size() > found->second)
      findings.push_back(
          about(document, tags.back(), "the text is read " + std::to_string(tags.size()) + " times"));
  }
  return findings;
}

// Each chart's words belong to a figure, in the order of the report.
std::vector<Finding> words_of_figures(const Document& document, const Expected& expected) {
  std::vector<std::string> said;
  for (const std::size_t figure : tags_of(document, "Figure"))
    said.push_back(squeezed(document.tags[figure].alternative));
  std::vector<Finding> findings;
  auto at = said.begin();
  for (const std::string& words : expected.alternatives) {
    const auto found = std::find(at, said.end(), squeezed(words));
    if (found == said.end()) {
      findings.push_back({{}, "", "no figure says " + quoted(words)});
    } else {
      at = found + 1;
    }
  }
  return findings;
}

checks::Verdict verdict(std::string_view rule, std::string_view what, std::string_view remedy,
                        std::vector<Finding> findings) {
  checks::Verdict made{rule, checks::Level::fail, what, remedy, guidance_on("read-"), {}};
  for (Finding& finding : findings) made.findings.push_back(told(std::move(finding)));
  return made;
}

}  // namespace

checks::Verdicts check_against(const Document& document, const Expected& expected) {
  const std::string read = all_words(document);
  Tables tables(document, expected);
  std::vector<Finding> twice = tables.twice();
  std::ranges::move(words_read_twice(document, expected), std::back_inserter(twice));
  constexpr std::string_view anew = "make the PDF anew from the report";
  return {
      verdict("report-1", "tables read as in the report, cell by cell", anew, tables.wrong()),
      verdict("report-2", "text is read in the order of the report", anew, order_of_words(read, expected)),
      verdict("report-3", "nothing of the report is read twice", anew, std::move(twice)),
      verdict("report-4", "figures say what charts say in the report", anew,
              words_of_figures(document, expected))};
}

}  // namespace eqr::pdf_check
