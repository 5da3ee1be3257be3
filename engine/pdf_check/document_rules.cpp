// What the document as a whole has to say.
#include <string_view>

#include "pdf_check/rules.hpp"

namespace eqr::pdf_check {
namespace {

void whole_document(std::vector<Finding>& findings, bool is_kept, const std::string& message) {
  if (!is_kept) findings.push_back({{}, "", message});
}

void sound_file(const Document& document, std::vector<Finding>& findings) {
  for (const std::string& damage : document.damages)
    whole_document(findings, false, "the file is damaged: " + damage);
  whole_document(findings, !document.pages.empty(), "there is no page");
}

void version(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, document.version.starts_with("1."), "the file is PDF " + document.version);
}

void says_that_it_is_accessible(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, document.metadata.ua_part.has_value(),
                 "the metadata do not name PDF/UA (pdfuaid:part)");
  whole_document(findings, document.metadata.ua_part.value_or(1) == 1,
                 "the metadata name another part of PDF/UA than 1");
}

void marked(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, document.is_marked, "MarkInfo does not say that the file is tagged");
}

void no_suspects(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.is_suspect, "MarkInfo says that tags may be wrong");
}

void metadata(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, document.metadata.is_there, "there are no XMP metadata");
  whole_document(findings, !document.metadata.is_there || document.metadata.is_sound,
                 "the XMP metadata cannot be read");
}

void title(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.metadata.title.empty(), "the metadata have no title (dc:title)");
}

void shows_title(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, document.shows_title, "the window shows the file's name instead of the title");
}

void has_tree(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, document.has_tree && !document.tags.empty(), "there is no tree of tags");
}

void has_language(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.language.empty(), "the document does not say its language");
}

// Letters, then parts of letters and figures, each of one to eight.
bool is_language(std::string_view tag) {
  constexpr std::size_t longest_part = 8;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t length = 0;
  bool is_first = true;
  for (const char c : tag) {
    if (c == '-' && length > 0) {
      length = 0;
      is_first = false;
    } else if (++length > longest_part || !(is_letter(c) || (!is_first && c >= '0' && c <= '9'))) {
      return false;
    }
  }
  return length > 0;
}

// RFC 5646, in the short form that ISO 32000-1, 14.9.2.2 names.
void language_form(const Document& document, std::vector<Finding>& findings) {
  const auto look = [&](const std::string& language, std::optional<std::size_t> page,
                        const std::string& where) {
    if (!language.empty() && !is_language(language))
      findings.push_back({page, where, "\"" + language + "\" is no language tag"});
  };
  look(document.language, {}, "");
  for (std::size_t i = 0; i < document.tags.size(); ++i)
    look(document.tags[i].language, document.tags[i].page, path_of(document, i));
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const Content& content : document.pages[page].contents) look(content.language, page, "");
  }
}

void named_layers(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.has_unnamed_layers, "a set of layers has no name, or changes by itself");
}

void named_attachments(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.has_unnamed_files,
                 "an attached file does not have both names, F and UF");
}

void no_dynamic_form(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.has_dynamic_form, "the file holds a form of XFA");
}

void may_be_read_aloud(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.is_encrypted || document.may_be_read_aloud,
                 "the encryption keeps screen readers out");
}

void no_reference_objects(const Document& document, std::vector<Finding>& findings) {
  whole_document(findings, !document.has_reference_objects, "a form stands for pages of another file");
}

// WCAG 2.2, technique PDF2: so that nobody has to leaf through.
void bookmarks(const Document& document, std::vector<Finding>& findings) {
  constexpr std::size_t long_document = 20;
  whole_document(findings, document.pages.size() <= long_document || !document.bookmarks.empty(),
                 "there are " + std::to_string(document.pages.size()) + " pages and no bookmarks");
  for (const Bookmark& bookmark : document.bookmarks) {
    whole_document(findings, !bookmark.words.empty(), "a bookmark has no words");
    whole_document(findings, bookmark.leads_somewhere,
                   "the bookmark \"" + bookmark.words + "\" leads nowhere");
  }
}

}  // namespace

std::vector<Rule> document_rules() {
  return {
      {"6.1-1", Level::fail, "the file is PDF 1, of any version", "save it as PDF 1.7", version},
      {"6.1-2", Level::fail, "the file is whole",
       "make it anew: programs that read aloud may stop where it is damaged", sound_file},
      {"5-1", Level::fail, "the metadata say that the file is PDF/UA-1",
       "add pdfuaid:part 1 to the XMP metadata", says_that_it_is_accessible},
      {"6.2-1", Level::fail, "the file says that it is tagged", "set Marked in MarkInfo", marked},
      {"7.1-4", Level::fail, "no tag is said to be a guess",
       "check the tags, then take Suspects out of MarkInfo", no_suspects},
      {"7.1-8", Level::fail, "there are metadata in XMP", "add a stream of XMP metadata to the catalogue",
       metadata},
      {"7.1-9", Level::fail, "the metadata have a title", "add dc:title to the XMP metadata", title},
      {"7.1-10", Level::fail, "the window shows the title", "set DisplayDocTitle in ViewerPreferences",
       shows_title},
      {"7.1-11", Level::fail, "there is a tree of tags", "export the document as tagged PDF", has_tree},
      {"7.2-2", Level::fail, "the document says its language", "set Lang in the catalogue, such as en-GB",
       has_language},
      {"7.2-29", Level::fail, "languages are named by their tags", "write en-GB, cy, pl …", language_form},
      {"7.10-1", Level::fail, "sets of layers have names and stay as they are",
       "name them, and take AS out of them", named_layers},
      {"7.11-1", Level::fail, "attached files have their names in both forms", "give both F and UF",
       named_attachments},
      {"7.15-1", Level::fail, "there is no dynamic form", "save the form as an ordinary PDF form",
       no_dynamic_form},
      {"7.16-1", Level::fail, "screen readers are let in", "allow access for accessibility (bit 10 of P)",
       may_be_read_aloud},
      {"7.17-1", Level::warning, "a long document has bookmarks that lead somewhere",
       "make a bookmark of each heading", bookmarks},
      {"7.20-1", Level::fail, "no page comes from another file", "put the pages into this file",
       no_reference_objects}};
}

}  // namespace eqr::pdf_check
