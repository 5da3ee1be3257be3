#include "render/spreadsheet/sentences.hpp"

#include <algorithm>
#include <stdexcept>

#include "text/words.hpp"

namespace eqr::render::spreadsheet {
namespace {

std::string with_full_stop(std::string sentence) {
  if (!sentence.empty() && std::string_view(".!?").find(sentence.back()) == std::string_view::npos) {
    sentence += '.';
  }
  return sentence;
}

std::string source_words(const report::Source& source) {
  const std::string title = one_line(source.title);
  return source.as_at.empty() ? title : title + ", as at " + one_line(source.as_at);
}

}  // namespace

std::string one_line(const std::string& text) {
  std::string line;
  bool gap = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank && gap && !line.empty()) line += ' ';
    if (!is_blank) line += c;
    gap = is_blank;
  }
  return line;
}

std::string cell_text(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_return = text[i] == '\r';
    if (is_return && i + 1 < text.size() && text[i + 1] == '\n') continue;
    result += is_return ? '\n' : text[i] == '\t' ? ' ' : text[i];
  }
  return result;
}

void ShorthandSeen::see(const report::Value& value) {
  if (const auto* shorthand = std::get_if<report::Shorthand>(&value)) {
    see_code(shorthand->code, shorthand->reason);
    return;
  }
  // Several marks stand together as in "r][e", which prints as [r][e].
  std::string rest = std::get<report::Number>(value).mark;
  while (!rest.empty()) {
    const std::size_t join = rest.find("][");
    see_code(rest.substr(0, join));
    rest.erase(0, join == std::string::npos ? rest.size() : join + 2);
  }
}

void ShorthandSeen::see_text(const std::string& text) {
  if (text.size() < 3 || text.front() != '[' || text.back() != ']') return;
  const std::string code = text.substr(1, text.size() - 2);
  if (!report::shorthand_meaning(code).empty()) see_code(code);
}

void ShorthandSeen::see_code(const std::string& code, const std::string& reason) {
  auto entry = std::ranges::find(m_entries, code, &Entry::code);
  if (entry == m_entries.end()) entry = m_entries.insert(entry, Entry{code, {}});
  // That a figure is confidential needs no further reason, and one might say too much.
  if (reason.empty() || code == "c") return;
  const std::string sentence = with_full_stop(one_line(reason));
  if (std::ranges::find(entry->reasons, sentence) == entry->reasons.end()) {
    entry->reasons.push_back(sentence);
  }
}

std::vector<std::string> ShorthandSeen::codes(const report::Report& report) const {
  std::vector<std::string> codes;
  for (const Entry& entry : m_entries) codes.push_back(entry.code);
  std::ranges::stable_sort(codes, {}, [&](const std::string& code) {
    return std::ranges::find(report.shorthands, code) - report.shorthands.begin();
  });
  return codes;
}

std::vector<std::string> ShorthandSeen::lines(const report::Report& report,
                                              const std::string& subject) const {
  if (m_entries.empty()) return {};
  const std::vector<std::string> ordered = codes(report);
  std::vector<std::string> bracketed;
  for (const std::string& code : ordered) bracketed.push_back("[" + code + "]");
  std::vector<std::string> lines = {"Some shorthand is used in this table: " + text::list_and(bracketed) +
                                    "."};
  for (const std::string& code : ordered) lines.push_back(meaning_sentence(code, subject));
  for (const std::string& code : ordered) {
    for (const std::string& reason : std::ranges::find(m_entries, code, &Entry::code)->reasons) {
      lines.push_back("Reason for [" + code + "]: " + reason);
    }
  }
  return lines;
}

std::string meaning_sentence(const std::string& code, const std::string& subject) {
  const std::string meaning = report::shorthand_meaning(code);
  if (meaning.empty()) {
    throw std::runtime_error("workbook: " + subject + ": the shorthand [" + code + "] has no meaning");
  }
  return with_full_stop("[" + code + "] = " + meaning);
}

std::string note_markers(std::vector<std::size_t> notes, const std::string& text) {
  std::ranges::sort(notes);
  std::string markers;
  for (const std::size_t note : notes) {
    const std::string marker = "[note " + std::to_string(note + 1) + "]";
    if (text.find(marker) == std::string::npos && markers.find(marker) == std::string::npos) {
      markers += marker;
    }
  }
  return markers;
}

std::vector<std::string> source_sentences(const report::Report& report,
                                          const std::vector<std::size_t>& sources) {
  std::vector<std::string> sentences;
  for (const std::size_t source : sources) {
    const std::string sentence = with_full_stop("Source: " + source_words(report.sources.at(source)));
    if (std::ranges::find(sentences, sentence) == sentences.end()) sentences.push_back(sentence);
  }
  return sentences;
}

std::string counted(std::size_t count, const std::string& one, const std::string& several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

}  // namespace eqr::render::spreadsheet
