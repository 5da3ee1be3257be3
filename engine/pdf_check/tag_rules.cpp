// Tags: that they are known ones, hold each other as they may, and say what they have to.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "pdf_check/rules.hpp"
#include "text/characters.hpp"

namespace eqr::pdf_check {
namespace {

void known_types(const Document& document, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    const Tag& tag = document.tags[i];
    if (tag.standard.empty() && !tag.maps_in_circle)
      findings.push_back(
          about(document, i, "\"" + tag.written + "\" is no standard tag and is mapped to none"));
  }
}

void no_circles(const Document& document, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    if (document.tags[i].maps_in_circle)
      findings.push_back(
          about(document, i, "the role map leads from \"" + document.tags[i].written + "\" back to itself"));
  }
}

void standard_types_stay(const Document& document, std::vector<Finding>& findings) {
  for (const auto& [from, to] : document.remapped)
    findings.push_back({{}, "", "the role map calls the standard tag \"" + from + "\" \"" + to + '"'});
}

void tags_know_their_parents(const Document& document, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    if (!document.tags[i].leads_up)
      findings.push_back(about(document, i, "its entry P does not lead to the tag that holds it"));
  }
}

// ---- which tag may hold which ----

using Types = std::set<std::string, std::less<>>;

std::string listed(const Types& types) {
  std::string list;
  for (const std::string& type : types) list += (list.empty() ? "" : ", ") + type;
  return list;
}

template <const char* holder>
void holds_only(const Document& document, const Types& allowed, std::vector<Finding>& findings) {
  for (const std::size_t i : tags_of(document, holder)) {
    for (const Tag::Child& child : document.tags[i].children) {
      const auto* below = std::get_if<std::size_t>(&child);
      if (below != nullptr && !allowed.contains(document.tags[*below].standard))
        findings.push_back(
            about(document, *below, std::string(holder) + " may hold " + listed(allowed) + " alone"));
    }
  }
}

template <const char* held>
void stands_only_in(const Document& document, const Types& allowed, std::vector<Finding>& findings) {
  for (const std::size_t i : tags_of(document, held)) {
    const auto& parent = document.tags[i].parent;
    if (!parent || !allowed.contains(document.tags[*parent].standard))
      findings.push_back(
          about(document, i, std::string(held) + " may stand in " + listed(allowed) + " alone"));
  }
}

constexpr char table[] = "Table", row[] = "TR", head[] = "THead", body[] = "TBody", foot[] = "TFoot",
               header[] = "TH", data[] = "TD", list[] = "L", item[] = "LI", list_body[] = "LBody",
               contents[] = "TOC", contents_item[] = "TOCI";

const Types row_alone = {"TR"}, rows_of = {"Table", "THead", "TBody", "TFoot"}, table_alone = {"Table"};

template <const char* held>
void rows_only(const Document& document, std::vector<Finding>& findings) {
  holds_only<held>(document, row_alone, findings);
}
template <const char* held>
void in_a_table(const Document& document, std::vector<Finding>& findings) {
  stands_only_in<held>(document, table_alone, findings);
}
template <const char* held>
void in_a_row(const Document& document, std::vector<Finding>& findings) {
  stands_only_in<held>(document, row_alone, findings);
}

// ---- what tags say ----

void figures_have_words(const Document& document, std::vector<Finding>& findings) {
  for (const std::size_t i : tags_of(document, "Figure")) {
    const Tag& tag = document.tags[i];
    if (text::says_nothing(tag.alternative) && text::says_nothing(tag.actual))
      findings.push_back(about(document, i, "the figure has no alternative text"));
  }
}

void formulas_have_words(const Document& document, std::vector<Finding>& findings) {
  for (const std::size_t i : tags_of(document, "Formula")) {
    if (!document.tags[i].has_alternative)
      findings.push_back(about(document, i, "the formula has no alternative text"));
  }
}

void figures_have_boxes(const Document& document, std::vector<Finding>& findings) {
  for (const std::size_t i : tags_of(document, "Figure")) {
    const auto& box = document.tags[i].box;
    if (!box || box->size() != 4 || (*box)[2] <= (*box)[0] || (*box)[3] <= (*box)[1])
      findings.push_back(about(document, i, "the figure does not say where it stands (BBox)"));
  }
}

std::optional<int> level_of(const std::string& type) {
  if (type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6') return type[1] - '0';
  return std::nullopt;
}

void heading_levels(const Document& document, std::vector<Finding>& findings) {
  int before = 0;
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    const auto level = level_of(document.tags[i].standard);
    if (!level) continue;
    if (before == 0 && *level != 1)
      findings.push_back(about(document, i, "the first heading is an H" + std::to_string(*level)));
    if (before != 0 && *level > before + 1)
      findings.push_back(
          about(document, i, "an H" + std::to_string(*level) + " follows an H" + std::to_string(before)));
    before = *level;
  }
}

void headings_of_one_kind(const Document& document, std::vector<Finding>& findings) {
  const std::vector<std::size_t> plain = tags_of(document, "H");
  const bool has_levels =
      std::ranges::any_of(document.tags, [](const Tag& tag) { return level_of(tag.standard).has_value(); });
  if (has_levels && !plain.empty())
    findings.push_back(about(document, plain.front(), "the document has both H and numbered headings"));
}

void one_heading_each(const Document& document, std::vector<Finding>& findings) {
  std::map<std::size_t, int> times;
  for (const std::size_t i : tags_of(document, "H")) {
    const auto& parent = document.tags[i].parent;
    if (parent && ++times[*parent] == 2)
      findings.push_back(about(document, i, "a second H stands in the same tag"));
  }
}

void headings_say_something(const Document& document, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    const bool is_heading = level_of(document.tags[i].standard) || document.tags[i].standard == "H";
    if (is_heading && text::says_nothing(text_of(document, i)))
      findings.push_back(about(document, i, "the heading has no text"));
  }
}

void notes_have_ids(const Document& document, std::vector<Finding>& findings) {
  for (const std::size_t i : tags_of(document, "Note")) {
    if (document.tags[i].id.empty()) findings.push_back(about(document, i, "the note has no ID"));
  }
}

void ids_are_unique(const Document& document, std::vector<Finding>& findings) {
  std::set<std::string> met;
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    const std::string& id = document.tags[i].id;
    if (!id.empty() && !met.insert(id).second)
      findings.push_back(about(document, i, "another tag has the ID \"" + id + '"'));
  }
}

void list_holds(const Document& document, std::vector<Finding>& findings) {
  holds_only<list>(document, {"L", "LI", "Caption"}, findings);
}
void item_holds(const Document& document, std::vector<Finding>& findings) {
  holds_only<item>(document, {"Lbl", "LBody"}, findings);
}
void item_stands(const Document& document, std::vector<Finding>& findings) {
  stands_only_in<item>(document, {"L"}, findings);
}
void body_stands(const Document& document, std::vector<Finding>& findings) {
  stands_only_in<list_body>(document, {"LI"}, findings);
}
void contents_hold(const Document& document, std::vector<Finding>& findings) {
  holds_only<contents>(document, {"TOC", "TOCI", "Caption"}, findings);
}
void contents_item_stands(const Document& document, std::vector<Finding>& findings) {
  stands_only_in<contents_item>(document, {"TOC"}, findings);
}
void table_holds(const Document& document, std::vector<Finding>& findings) {
  holds_only<table>(document, {"Caption", "TBody", "TFoot", "THead", "TR"}, findings);
}
void row_stands(const Document& document, std::vector<Finding>& findings) {
  stands_only_in<row>(document, rows_of, findings);
}
void row_holds(const Document& document, std::vector<Finding>& findings) {
  holds_only<row>(document, {"TD", "TH"}, findings);
}

constexpr std::string_view retag_table = "tag tables as Table > THead, TBody > TR > TH, TD",
                           retag_list = "tag lists as L > LI > Lbl, LBody",
                           retag_contents = "tag the contents as TOC > TOCI",
                           retag_heading =
                               "give each heading the level of its section, from H1 on, none left out";

}  // namespace

std::vector<Rule> tag_rules() {
  return {
      {"7.1-5", Level::fail, "tags are standard ones, or mapped to them",
       "map each to a standard tag in the role map", known_types},
      {"7.1-6", Level::fail, "the role map does not lead in circles", "map each to a standard tag",
       no_circles},
      {"7.1-7", Level::fail, "standard tags are what they are", "take them out of the role map",
       standard_types_stay},
      {"7.1-12", Level::fail, "each tag leads to the one that holds it", "write P in each",
       tags_know_their_parents},
      {"7.2-3", Level::fail, "tables hold rows and a caption", retag_table, table_holds},
      {"7.2-4", Level::fail, "rows stand in tables", retag_table, row_stands},
      {"7.2-5", Level::fail, "heads of tables stand in tables", retag_table, in_a_table<head>},
      {"7.2-6", Level::fail, "bodies of tables stand in tables", retag_table, in_a_table<body>},
      {"7.2-7", Level::fail, "feet of tables stand in tables", retag_table, in_a_table<foot>},
      {"7.2-8", Level::fail, "header cells stand in rows", retag_table, in_a_row<header>},
      {"7.2-9", Level::fail, "data cells stand in rows", retag_table, in_a_row<data>},
      {"7.2-10", Level::fail, "rows hold cells", retag_table, row_holds},
      {"7.2-36", Level::fail, "heads of tables hold rows", retag_table, rows_only<head>},
      {"7.2-37", Level::fail, "bodies of tables hold rows", retag_table, rows_only<body>},
      {"7.2-38", Level::fail, "feet of tables hold rows", retag_table, rows_only<foot>},
      {"7.2-17", Level::fail, "list items stand in lists", retag_list, item_stands},
      {"7.2-18", Level::fail, "bodies of list items stand in list items", retag_list, body_stands},
      {"7.2-19", Level::fail, "lists hold list items", retag_list, list_holds},
      {"7.2-20", Level::fail, "list items hold a label and a body", retag_list, item_holds},
      {"7.2-26", Level::fail, "entries of the contents stand in the contents", retag_contents,
       contents_item_stands},
      {"7.2-27", Level::fail, "the contents hold their entries", retag_contents, contents_hold},
      {"7.3-1", Level::fail, "figures have an alternative text",
       "say in Alt what the figure tells; what tells nothing is an artifact", figures_have_words},
      {"7.3-2", Level::warning, "figures say where they stand", "write BBox among their layout attributes",
       figures_have_boxes},
      {"7.7-1", Level::fail, "formulas have an alternative text", "say the formula in words in Alt",
       formulas_have_words},
      {"7.4.2-1", Level::fail, "headings begin at H1 and leave out no level", retag_heading, heading_levels},
      {"7.4.4-1", Level::fail, "a tag holds one H at most", "divide it, or number the headings",
       one_heading_each},
      {"7.4.4-3", Level::fail, "headings are all numbered, or none is", "number them all",
       headings_of_one_kind},
      {"read-3", Level::fail, "headings say something", "take the tag off, or write the heading",
       headings_say_something},
      {"7.9-1", Level::fail, "notes have an ID", "write ID in each Note", notes_have_ids},
      {"7.9-2", Level::fail, "IDs are unique", "change one of the two", ids_are_unique}};
}

}  // namespace eqr::pdf_check
