#include "pdf_check/tree.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <qpdf/QPDFNumberTreeObjectHelper.hh>

namespace eqr::pdf_check {
namespace {

constexpr int deepest = 200;             // tags inside tags
constexpr std::size_t most = 2'000'000;  // tags of a document

constexpr std::array<std::string_view, 49> standard_types = {
    "Document", "Part",      "Art",     "Sect",  "Div",  "BlockQuote", "Caption", "TOC",       "TOCI",
    "Index",    "NonStruct", "Private", "P",     "H",    "H1",         "H2",      "H3",        "H4",
    "H5",       "H6",        "L",       "LI",    "Lbl",  "LBody",      "Table",   "TR",        "TH",
    "TD",       "THead",     "TBody",   "TFoot", "Span", "Quote",      "Note",    "Reference", "BibEntry",
    "Code",     "Link",      "Annot",   "Ruby",  "RB",   "RT",         "RP",      "Warichu",   "WT",
    "WP",       "Figure",    "Formula", "Form"};

class TreeReader {
 public:
  TreeReader(QPDF& pdf, const Places& places, Document& document)
      : m_places(places), m_document(document), m_root(entry(pdf.getRoot(), "/StructTreeRoot")) {}

  void read() {
    m_document.has_tree = m_root.isDictionary();
    if (!m_document.has_tree) return;
    read_roles();
    for (Object top : listed(entry(m_root, "/K"))) {
      if (top.isDictionary()) read_tag(top, m_root, std::nullopt, Object::newNull(), 0);
    }
    read_parents();
  }

 private:
  static std::vector<Object> listed(Object object) {
    if (object.isArray()) return object.getArrayAsVector();
    if (object.isNull()) return {};
    return {object};
  }

  // ---- roles ----

  void read_roles() {
    Object map = entry(m_root, "/RoleMap");
    if (!map.isDictionary()) return;
    for (const std::string& key : map.getKeys()) {
      const std::string from = key.substr(1), to = name_of(map.getKey(key));
      m_roles[from] = to;
      if (is_standard_type(from) && from != to) m_document.remapped.emplace_back(from, to);
    }
  }

  void set_type(Tag& tag) const {
    std::string type = tag.written;
    std::set<std::string> met;
    while (!is_standard_type(type)) {
      const auto next = m_roles.find(type);
      if (next == m_roles.end()) return;
      if (!met.insert(type).second) {
        tag.maps_in_circle = true;
        return;
      }
      type = next->second;
    }
    tag.standard = type;
  }

  // ---- tags ----

  void read_tag(Object object, Object holder, std::optional<std::size_t> parent, Object page, int depth) {
    if (depth > deepest || m_document.tags.size() >= most) return;
    if (object.isIndirect() && !m_seen.insert(object.getObjGen()).second) {
      if (parent) m_document.tags[*parent].children.emplace_back(Tag::Lost{});
      return;
    }
    const std::size_t index = m_document.tags.size();
    Tag& tag = m_document.tags.emplace_back();
    if (object.isIndirect()) m_numbers[object.getObjGen()] = index;
    tag.parent = parent;
    if (parent) {
      m_document.tags[*parent].children.emplace_back(index);
    } else {
      m_document.top.push_back(index);
    }
    tag.written = name_of(entry(object, "/S"));
    set_type(tag);
    tag.leads_up = holder.isIndirect() && entry(object, "/P").getObjGen() == holder.getObjGen();
    tag.alternative = text_of(entry(object, "/Alt"));
    tag.has_alternative = entry(object, "/Alt").isString() || entry(object, "/ActualText").isString();
    tag.actual = text_of(entry(object, "/ActualText"));
    tag.language = text_of(entry(object, "/Lang"));
    tag.id = text_of(entry(object, "/ID"));
    read_attributes(object, tag);
    if (entry(object, "/Pg").isDictionary()) page = entry(object, "/Pg");
    for (Object child : listed(entry(object, "/K"))) read_child(child, object, index, page, depth);
  }

  void read_child(Object child, Object holder, std::size_t index, Object page, int depth) {
    if (const auto id = integer_of(child)) return add_content(index, page, *id);
    const std::string type = name_of(entry(child, "/Type"));
    Object own_page = entry(child, "/Pg");
    if (type == "MCR") {
      const auto id = integer_of(entry(child, "/MCID"));
      return add_content(index, own_page.isDictionary() ? own_page : page, id.value_or(-1));
    }
    if (type == "OBJR") return add_annotation(index, entry(child, "/Obj"));
    if (child.isDictionary()) return read_tag(child, holder, index, page, depth + 1);
    m_document.tags[index].children.emplace_back(Tag::Lost{});
  }

  void add_content(std::size_t index, Object page, long long id) {
    Tag& tag = m_document.tags[index];
    const auto found = m_places.pages.find(page.isDictionary() ? page.getObjGen() : QPDFObjGen());
    if (found == m_places.pages.end() || id < 0) {
      tag.children.emplace_back(Tag::Lost{});
      return;
    }
    if (!tag.page) tag.page = found->second;
    tag.children.emplace_back(Tag::OnPage{found->second, static_cast<int>(id)});
    m_holders[{found->second, static_cast<int>(id)}] = index;
  }

  void add_annotation(std::size_t index, Object annotation) {
    Tag& tag = m_document.tags[index];
    const auto found =
        m_places.annotations.find(annotation.isDictionary() ? annotation.getObjGen() : QPDFObjGen());
    if (found == m_places.annotations.end()) {
      tag.children.emplace_back(Tag::Lost{});
      return;
    }
    const auto [page, at] = found->second;
    if (!tag.page) tag.page = page;
    tag.children.emplace_back(Tag::AnnotationOnPage{page, at});
    m_document.pages[page].annotations[at].tag = index;
  }

  // ---- attributes ----

  void read_attributes(Object object, Tag& tag) const {
    for (Object one : listed(entry(object, "/A"))) read_attribute(one, tag);
    Object classes = entry(m_root, "/ClassMap");
    for (Object one : listed(entry(object, "/C"))) {
      if (!one.isName()) continue;
      for (Object each : listed(entry(classes, one.getName()))) read_attribute(each, tag);
    }
  }

  static void read_attribute(Object attribute, Tag& tag) {
    if (const std::string scope = name_of(entry(attribute, "/Scope")); !scope.empty()) tag.scope = scope;
    for (Object header : listed(entry(attribute, "/Headers"))) tag.headers.push_back(text_of(header));
    tag.rows = spanned(attribute, "/RowSpan", tag.rows);
    tag.columns = spanned(attribute, "/ColSpan", tag.columns);
    Object box = entry(attribute, "/BBox");
    if (!box.isArray()) return;
    tag.box.emplace();
    for (Object number : box.getArrayAsVector())
      tag.box->push_back(number.isNumber() ? number.getNumericValue() : 0);
  }

  static std::size_t spanned(Object attribute, const char* key, std::size_t otherwise) {
    constexpr long long most_spanned = 10'000;
    const auto span = integer_of(entry(attribute, key));
    return span ? static_cast<std::size_t>(std::clamp(*span, 1LL, most_spanned)) : otherwise;
  }

  // ---- the tree of parents ----

  // ISO 32000-1, 14.7.4.4: from a page's content back to its tag, which is how readers find their way.
  void read_parents() {
    Object tree = entry(m_root, "/ParentTree");
    std::map<long long, Object> parents;
    if (tree.isDictionary()) {
      QPDFNumberTreeObjectHelper numbers(tree, *tree.getOwningQPDF());
      for (const auto& [key, value] : numbers) parents.emplace(key, value);
    }
    for (Page& page : m_document.pages) {
      for (Annotation& annotation : page.annotations) {
        const auto found = annotation.parent_key ? parents.find(*annotation.parent_key) : parents.end();
        annotation.leads_back =
            annotation.tag && found != parents.end() && number_of(found->second) == annotation.tag;
      }
    }
    for (const auto& [object, page] : m_places.pages) {
      const auto key = integer_of(entry(tree.isDictionary() ? page_object(object) : tree, "/StructParents"));
      const auto found = key ? parents.find(*key) : parents.end();
      for (const Content& content : m_document.pages[page].contents) {
        if (!content.id) continue;
        const auto holder = m_holders.find({page, *content.id});
        if (holder == m_holders.end()) continue;  // told by a rule of its own
        const bool leads_back = found != parents.end() && found->second.isArray() &&
                                *content.id < found->second.getArrayNItems() &&
                                number_of(found->second.getArrayItem(*content.id)) == holder->second;
        if (!leads_back) ++m_document.lost_parents[page];
      }
    }
  }

  [[nodiscard]] Object page_object(QPDFObjGen number) const {
    return m_root.getOwningQPDF()->getObjectByObjGen(number);
  }
  [[nodiscard]] std::optional<std::size_t> number_of(Object tag) const {
    const auto found = m_numbers.find(tag.getObjGen());
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
  }

  const Places& m_places;
  Document& m_document;
  Object m_root;
  std::map<std::string, std::string> m_roles;
  std::set<QPDFObjGen> m_seen;
  std::map<QPDFObjGen, std::size_t> m_numbers;                   // of tags
  std::map<std::pair<std::size_t, int>, std::size_t> m_holders;  // of content, by page and id
};

}  // namespace

bool is_standard_type(std::string_view type) {
  return std::ranges::find(standard_types, type) != standard_types.end();
}

void read_tree(QPDF& pdf, const Places& places, Document& document) {
  TreeReader(pdf, places, document).read();
}

}  // namespace eqr::pdf_check
