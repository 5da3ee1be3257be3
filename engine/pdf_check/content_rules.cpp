// What stands on pages and how tags hold it.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "pdf_check/rules.hpp"
#include "text/words.hpp"

namespace eqr::pdf_check {
namespace {

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

// Says on how many places of each page something is wrong.
void per_page(const Document& document, std::vector<Finding>& findings, std::size_t Page::*count,
              const std::string& one, const std::string& many) {
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    const std::size_t wrong = document.pages[page].*count;
    if (wrong > 0) findings.push_back({page, "", counted(wrong, one, many)});
  }
}

void no_artifact_in_tag(const Document& document, std::vector<Finding>& findings) {
  per_page(document, findings, &Page::artifacts_in_tags, "artifact is marked inside tagged content",
           "artifacts are marked inside tagged content");
}

void no_tag_in_artifact(const Document& document, std::vector<Finding>& findings) {
  per_page(document, findings, &Page::tags_in_artifacts, "piece of tagged content is inside an artifact",
           "pieces of tagged content are inside artifacts");
}

void everything_is_marked(const Document& document, std::vector<Finding>& findings) {
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    std::size_t wrong = 0;
    for (const Content& content : document.pages[page].contents)
      wrong += content.id || content.is_artifact ? 0 : content.painted;
    if (wrong > 0)
      findings.push_back({page, "",
                          counted(wrong, "thing is drawn that is", "things are drawn that are") +
                              " neither tagged nor an artifact"});
  }
}

void marks_are_balanced(const Document& document, std::vector<Finding>& findings) {
  per_page(document, findings, &Page::unbalanced, "mark begins or ends alone", "marks begin or end alone");
  per_page(document, findings, &Page::tags_in_tags, "piece of tagged content is inside another",
           "pieces of tagged content are inside others");
}

using Place = std::pair<std::size_t, int>;  // page and id

std::map<Place, std::vector<std::size_t>> holders(const Document& document) {
  std::map<Place, std::vector<std::size_t>> found;
  for (std::size_t tag = 0; tag < document.tags.size(); ++tag) {
    for (const Tag::Child& child : document.tags[tag].children) {
      if (const auto* place = std::get_if<Tag::OnPage>(&child))
        found[{place->page, place->id}].push_back(tag);
    }
  }
  return found;
}

// Tagged content that no tag holds is read by nobody.
void tagged_content_is_in_the_tree(const Document& document, std::vector<Finding>& findings) {
  const auto held = holders(document);
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    std::size_t lost = 0;
    for (const Content& content : document.pages[page].contents)
      lost += content.id && content.painted > 0 && !held.contains({page, *content.id}) ? 1U : 0U;
    if (lost > 0)
      findings.push_back({page, "",
                          counted(lost, "piece of content is", "pieces of content are") +
                              " marked as tagged and held by no tag"});
  }
}

void tags_lead_somewhere(const Document& document, std::vector<Finding>& findings) {
  for (std::size_t tag = 0; tag < document.tags.size(); ++tag) {
    for (const Tag::Child& child : document.tags[tag].children) {
      const auto* place = std::get_if<Tag::OnPage>(&child);
      if (std::holds_alternative<Tag::Lost>(child) ||
          (place != nullptr && content_of(document, *place) == nullptr))
        findings.push_back(about(document, tag, "the tag holds something that is not there"));
    }
  }
}

void nothing_is_held_twice(const Document& document, std::vector<Finding>& findings) {
  for (const auto& [place, tags] : holders(document)) {
    if (tags.size() > 1)
      findings.push_back({place.first, path_of(document, tags.back()),
                          "the same content is held, and read, " + std::to_string(tags.size()) + " times"});
  }
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    std::map<int, int> times;
    for (const Content& content : document.pages[page].contents) {
      if (content.id && ++times[*content.id] == 2)
        findings.push_back(
            {page, "", "two pieces of content have the number " + std::to_string(*content.id)});
    }
  }
}

void pages_lead_back(const Document& document, std::vector<Finding>& findings) {
  for (const auto& [page, lost] : document.lost_parents)
    findings.push_back({page, "",
                        "the tree of parents does not lead back from " + counted(lost, "piece", "pieces") +
                            " of content to the tag that holds it"});
}

// What stands at the same height of many pages, near an edge, is the page's own: it would be read on every
// one.
using Height = std::pair<std::string, long>;  // a text, and where its baseline is

std::optional<Height> near_an_edge(const Page& page, const Content& content) {
  constexpr double near = 60;  // points
  if (!content.baseline || text::trimmed(content.text).empty()) return std::nullopt;
  if (*content.baseline > near && *content.baseline < page.height - near) return std::nullopt;
  std::string text;  // "Page 3 of 9" is the same on each page
  for (const char c : content.text) text += c >= '0' && c <= '9' ? '0' : c;
  return Height{text, std::lround(*content.baseline)};
}

void no_running_text_in_the_tree(const Document& document, std::vector<Finding>& findings) {
  constexpr std::size_t least_pages = 3, most_apart = 3;
  std::map<Height, std::set<std::size_t>> pages;
  for (const auto& [place, tags] : holders(document)) {
    const Content* content = content_of(document, {place.first, place.second});
    if (content == nullptr) continue;
    if (const auto height = near_an_edge(document.pages[place.first], *content))
      pages[*height].insert(place.first);
  }
  for (const auto& [what, where] : pages) {
    const std::size_t reach = *where.rbegin() - *where.begin() + 1;
    if (where.size() < least_pages || reach > most_apart * where.size()) continue;
    findings.push_back(
        {*where.begin(), "",
         "a running header or footer is read as text on " + std::to_string(where.size()) + " pages"});
  }
}

}  // namespace

std::vector<Rule> content_rules() {
  return {
      {"7.1-1", Level::fail, "no artifact stands inside tagged content",
       "close the tag before the artifact begins", no_artifact_in_tag},
      {"7.1-2", Level::fail, "no tagged content stands inside an artifact",
       "close the artifact before the tag begins", no_tag_in_artifact},
      {"7.1-3", Level::fail, "everything that is drawn is tagged, or is an artifact",
       "tag it, or mark it as an artifact where it says nothing", everything_is_marked},
      {"mark-1", Level::fail, "marks of content begin and end in pairs, and none in another",
       "end each piece of marked content before the next begins", marks_are_balanced},
      {"mark-2", Level::fail, "tagged content is held by a tag", "put it where it is to be read",
       tagged_content_is_in_the_tree},
      {"mark-3", Level::fail, "tags hold what is there", "take out what leads nowhere", tags_lead_somewhere},
      {"read-1", Level::fail, "nothing is read twice", "let each piece of content be held by one tag",
       nothing_is_held_twice},
      {"read-2", Level::fail, "what runs along on every page is not read",
       "mark headers, footers and page numbers as artifacts", no_running_text_in_the_tree},
      {"mark-4", Level::fail, "pages lead back to the tags", "write the tree of parents anew",
       pages_lead_back}};
}

}  // namespace eqr::pdf_check
