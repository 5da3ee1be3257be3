// A PDF as somebody meets it who has it read out: the tree of tags, what each page shows and whose it is, the
// fonts that say which letters the shapes are. What the rules look at.
//
// Pages count from 0 here and from 1 in what people are told.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace eqr::pdf_check {

// ---- what pages show ----

// A stretch of a page between two marks of what it belongs to (ISO 32000-1, 14.6).
struct Content {
  std::optional<int> id;  // of the marked content; none for an artifact and for what is not marked
  bool is_artifact = false;
  std::string text;                // UTF-8: by ActualText, else by what the font says of its shapes
  std::optional<double> baseline;  // of its first text, in points from the lower edge of the page
  std::size_t painted = 0;         // operators that leave a mark
  std::string language;            // of a property list; empty for none
};

struct Annotation {
  std::string subtype;  // "Link"
  std::string contents;
  bool is_hidden = false;
  bool is_outside = false;              // of what the page shows
  std::optional<std::size_t> tag;       // that holds it
  std::optional<long long> parent_key;  // StructParent
  bool leads_back = false;              // by it, through the tree of parents, to the tag
  bool leads_somewhere = false;         // of a link: it has a place or something to do
};

struct Page {
  std::vector<Content> contents;  // in the order in which they are drawn
  std::vector<Annotation> annotations;
  std::string tabs;  // "S": annotations are reached in the order of the tags
  double height = 0;
  std::size_t artifacts_in_tags = 0, tags_in_artifacts = 0, tags_in_tags = 0;  // nested marks
  std::size_t unbalanced = 0;  // marks that begin or end alone
};

// ---- the tree ----

struct Tag {
  struct OnPage {
    std::size_t page = 0;
    int id = 0;  // of marked content
  };
  struct AnnotationOnPage {
    std::size_t page = 0, annotation = 0;
  };
  struct Lost {};                                                           // points at nothing that is there
  using Child = std::variant<std::size_t, OnPage, AnnotationOnPage, Lost>;  // the first: an index of a tag

  std::string written;   // its type as the file has it: "Strong"
  std::string standard;  // what that is mapped to: "Span"; empty where it leads to no standard type
  bool maps_in_circle = false;
  std::optional<std::size_t> parent;  // none for the topmost
  bool leads_up = false;              // by P, to the tag that holds it
  std::vector<Child> children;
  std::string alternative, actual, language, id;
  bool has_alternative = false;
  std::string scope;                  // "Row", "Column", "Both"; empty for none
  std::vector<std::string> headers;   // ids
  std::size_t rows = 1, columns = 1;  // that it spans
  std::optional<std::vector<double>> box;
  std::optional<std::size_t> page;  // of its first content
};

// ---- fonts ----

struct Font {
  std::string name;
  std::string kind;      // "Type0", "TrueType", "Type1", "Type3"
  std::size_t page = 0;  // where it is met first
  bool is_embedded = false, has_unicode = false;
  bool is_system_sound = true;      // CIDSystemInfo of font and CMap agree
  bool has_glyph_map = true;        // CIDToGIDMap, where one is needed
  bool is_map_embedded = true;      // its CMap is a known one or in the file
  bool is_program_sound = true;     // the font program can be read
  std::size_t without_unicode = 0;  // shapes drawn that say no letter
  std::size_t bad_unicode = 0;      // … that say U+0000, U+FEFF or U+FFFE
  std::size_t not_defined = 0;      // … that are the font's sign for what it lacks
  std::size_t missing = 0;          // … that the font program does not have
  std::size_t wrong_widths = 0;     // … whose width in the file is not the font program's
  std::size_t shown = 0;
};

struct Bookmark {
  int level = 1;
  std::string words;
  bool leads_somewhere = true;
};

// ---- the whole ----

struct Document {
  std::string version;  // "1.7"
  bool is_encrypted = false, may_be_read_aloud = true;
  std::string language;
  bool is_marked = false, is_suspect = false, shows_title = false, has_tree = false;
  bool has_dynamic_form = false;  // XFA
  bool has_reference_objects = false;
  bool has_unnamed_files = false;   // attachments without F or UF
  bool has_unnamed_layers = false;  // optional content without a name, or that changes by itself

  struct Metadata {
    bool is_there = false, is_sound = false;
    std::string title;
    std::optional<int> ua_part;
  } metadata;

  std::vector<Page> pages;
  std::vector<Tag> tags;                                      // each after the one that holds it
  std::vector<std::size_t> top;                               // directly below the root
  std::vector<std::pair<std::string, std::string>> remapped;  // standard types that are called something else
  std::vector<Font> fonts;
  std::vector<Bookmark> bookmarks;
  std::vector<std::string> damages;  // of the file, as qpdf tells them
  // Marked content that pages have and the tree of parents leads elsewhere, by page.
  std::map<std::size_t, std::size_t> lost_parents;
};

// What a tag holds and everything below it, in the order in which it is read. Text that another stands for
// (ActualText of a tag) is replaced by it.
[[nodiscard]] std::string text_of(const Document& document, std::size_t tag);

// "Table > TBody > TR > TD", for people.
[[nodiscard]] std::string path_of(const Document& document, std::size_t tag);

// Tags of a standard type.
[[nodiscard]] std::vector<std::size_t> tags_of(const Document& document, std::string_view standard);

// The content with this id on the page; none where there is none, and where it is an artifact.
[[nodiscard]] const Content* content_of(const Document& document, const Tag::OnPage& place);

}  // namespace eqr::pdf_check
