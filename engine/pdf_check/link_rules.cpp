// Annotations: links and what else lies upon pages.
#include <algorithm>

#include "pdf_check/rules.hpp"
#include "text/characters.hpp"

namespace eqr::pdf_check {
namespace {

template <class Look>
void each_annotation(const Document& document, Look look) {
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const Annotation& annotation : document.pages[page].annotations) {
      if (!annotation.is_hidden && !annotation.is_outside) look(page, annotation);
    }
  }
}

const Tag* tag_of(const Document& document, const Annotation& annotation) {
  return annotation.tag ? &document.tags[*annotation.tag] : nullptr;
}

bool has_words(const Document& document, const Annotation& annotation) {
  const Tag* tag = tag_of(document, annotation);
  return !text::says_nothing(annotation.contents) ||
         (tag != nullptr && !text::says_nothing(tag->alternative));
}

void annotations_are_tagged(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    const bool has_tag_of_its_own =
        annotation.subtype == "Link" || annotation.subtype == "Widget" || annotation.subtype == "Popup";
    const Tag* tag = tag_of(document, annotation);
    if (!has_tag_of_its_own && (tag == nullptr || tag->standard != "Annot"))
      findings.push_back({page, "", "an annotation (" + annotation.subtype + ") stands in no Annot tag"});
  });
}

void annotations_have_words(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    const bool is_other =
        annotation.subtype != "Link" && annotation.subtype != "Popup" && annotation.subtype != "Widget";
    if (is_other && !has_words(document, annotation))
      findings.push_back({page, "", "an annotation (" + annotation.subtype + ") has no words"});
  });
}

void no_trap_networks(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    if (annotation.subtype == "TrapNet")
      findings.push_back({page, "", "the page has an annotation for printing presses (TrapNet)"});
  });
}

void tab_order(const Document& document, std::vector<Finding>& findings) {
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    const Page& one = document.pages[page];
    if (!one.annotations.empty() && one.tabs != "S")
      findings.push_back({page, "", "the tabulator key does not follow the order of the tags"});
  }
}

void fields_are_tagged(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    const Tag* tag = tag_of(document, annotation);
    if (annotation.subtype == "Widget" && (tag == nullptr || tag->standard != "Form"))
      findings.push_back({page, "", "a field of a form stands in no Form tag"});
  });
}

void links_are_tagged(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    const Tag* tag = tag_of(document, annotation);
    if (annotation.subtype == "Link" && (tag == nullptr || tag->standard != "Link"))
      findings.push_back({page, "", "a link stands in no Link tag"});
  });
}

void links_have_words(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    if (annotation.subtype == "Link" && !has_words(document, annotation))
      findings.push_back({page, "", "a link has no words of its own (Contents)"});
  });
}

// A Link that holds no annotation is read as a link and leads nowhere.
void link_tags_lead(const Document& document, std::vector<Finding>& findings) {
  for (const std::size_t i : tags_of(document, "Link")) {
    const bool leads = std::ranges::any_of(document.tags[i].children, [](const Tag::Child& child) {
      return std::holds_alternative<Tag::AnnotationOnPage>(child);
    });
    if (!leads) findings.push_back(about(document, i, "the Link holds no annotation"));
  }
}

void links_lead_back(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    if (annotation.tag && !annotation.leads_back)
      findings.push_back({page, "",
                          "an annotation (" + annotation.subtype +
                              ") does not lead back to its tag (StructParent and the tree of parents)"});
  });
}

void links_lead_somewhere(const Document& document, std::vector<Finding>& findings) {
  each_annotation(document, [&](std::size_t page, const Annotation& annotation) {
    if (annotation.subtype == "Link" && !annotation.leads_somewhere)
      findings.push_back({page, "", "a link leads nowhere: it has neither a place (Dest) nor an action (A)"});
  });
}

}  // namespace

std::vector<Rule> link_rules() {
  return {
      {"7.18.1-1", Level::fail, "annotations stand in tags", "put it into an Annot tag",
       annotations_are_tagged},
      {"7.18.1-2", Level::fail, "annotations have words", "write Contents, or Alt of its tag",
       annotations_have_words},
      {"7.18.2-1", Level::fail, "there are no annotations for printing presses", "take them out",
       no_trap_networks},
      {"7.18.3-1", Level::fail, "the tabulator key follows the tags", "set Tabs to S on each page",
       tab_order},
      {"7.18.4-1", Level::fail, "fields of forms stand in Form tags", "put each into one", fields_are_tagged},
      {"7.18.5-1", Level::fail, "links stand in Link tags", "put each into one", links_are_tagged},
      {"7.18.5-2", Level::fail, "links have words of their own", "write in Contents where the link leads",
       links_have_words},
      {"link-1", Level::fail, "Link tags hold a link", "put the annotation into the tag, or take the tag off",
       link_tags_lead},
      {"link-2", Level::fail, "annotations lead back to their tags",
       "write StructParent and the tree of parents", links_lead_back},
      {"link-3", Level::fail, "links lead somewhere", "write Dest or A, or take the link off",
       links_lead_somewhere}};
}

}  // namespace eqr::pdf_check
