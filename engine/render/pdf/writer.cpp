#include "render/pdf/writer.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "render/pdf/font_objects.hpp"
#include "render/pdf/image_objects.hpp"
#include "render/pdf/metadata.hpp"
#include "render/pdf/page_content.hpp"
#include "render/pdf/syntax.hpp"

namespace eqr::render::pdf {
namespace {

using Object = QPDFObjectHandle;

const char* name_of(TagType type) {
  constexpr std::array names = {
      "/Document", "/Sect", "/H1", "/H2", "/H3",     "/H4",    "/H5",        "/H6",      "/P",
      "/TOC",      "/TOCI", "/L",  "/LI", "/Lbl",    "/LBody", "/Table",     "/Caption", "/THead",
      "/TBody",    "/TR",   "/TH", "/TD", "/Figure", "/Link",  "/Reference", "/Note",    "/Span",
  };
  return names.at(static_cast<std::size_t>(type));
}

class Writing {
 public:
  Writing(Document document, const Fonts& fonts)
      : m_document(std::move(document)), m_fonts(fonts), m_uses(fonts.size()) {}

  std::string bytes() {
    m_pdf.emptyPDF();
    for (std::size_t i = 0; i < m_fonts.size(); ++i) m_font_objects.push_back(new_object());
    for (std::size_t i = 0; i < m_document.pages.size(); ++i) m_pages.push_back(new_object());
    for (std::size_t i = 0; i < m_document.tags.size(); ++i) m_tags.push_back(new_object());
    for (std::size_t i = 0; i < m_document.pages.size(); ++i) {
      write_page(i);
      m_document.pages[i] = {};
    }
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
      if (!m_uses[i].glyphs().empty()) write_font(m_pdf, m_font_objects[i], m_fonts.face(i), m_uses[i]);
    }
    write_tags();
    write_catalogue();
    m_document = {};
    return saved();
  }

 private:
  Object new_object() { return m_pdf.makeIndirectObject(Object::newDictionary()); }

  // ---- pages ----

  void write_page(std::size_t index) {
    const Page& page = m_document.pages[index];
    PageContent content(m_fonts, m_uses);
    Object owners = Object::newArray();
    m_numbers.emplace_back();
    for (const Sequence& sequence : page.sequences) {
      if (const auto* tag = std::get_if<TagId>(&sequence.owner)) {
        const int number = owners.getArrayNItems();
        m_numbers.back().push_back(number);
        content.add(std::string(name_of(m_document.tags[*tag].type)) + " <</MCID " + std::to_string(number) +
                    ">> BDC\n");
        owners.appendItem(m_tags[*tag]);
      } else {
        m_numbers.back().push_back(-1);
        content.add(std::string(artifact_begins(std::get<Artifact>(sequence.owner))));
      }
      for (const Drawn& drawn : sequence.drawn) content.add(drawn);
      content.add(std::string("EMC\n"));
    }
    Object made = m_pages[index];
    made.replaceKey("/Type", Object::newName("/Page"));
    made.replaceKey("/MediaBox",
                    Object::parse("[0 0 " + number(page_width) + " " + number(page_height) + "]"));
    made.replaceKey("/Tabs", Object::newName("/S"));
    made.replaceKey("/StructParents", Object::newInteger(static_cast<int>(m_parents.size())));
    m_parents.push_back(m_pdf.makeIndirectObject(owners));
    made.replaceKey("/Resources", resources(content));
    made.replaceKey("/Contents", Object::newStream(&m_pdf, content.operators()));
    write_annotations(made, page, index);
    m_pdf.addPage(made, false);
  }

  // Every font and picture under the same name on every page.
  Object resources(const PageContent& content) {
    Object fonts = Object::newDictionary(), images = Object::newDictionary();
    for (const std::size_t font : content.fonts())
      fonts.replaceKey("/F" + std::to_string(font), m_font_objects[font]);
    for (const std::size_t image : content.images())
      images.replaceKey("/I" + std::to_string(image), image_of(image));
    Object made = Object::newDictionary();
    made.replaceKey("/Font", fonts);
    if (!content.images().empty()) made.replaceKey("/XObject", images);
    return made;
  }

  Object image_of(std::size_t index) {
    const auto known = m_images.find(index);
    if (known != m_images.end()) return known->second;
    return m_images.emplace(index, image_object(m_pdf, m_document.images.at(index))).first->second;
  }

  void write_annotations(Object page, const Page& from, std::size_t index) {
    if (from.annotations.empty()) return;
    Object list = Object::newArray();
    for (const Annotation& annotation : from.annotations) {
      Object made = new_object();
      made.replaceKey("/Type", Object::newName("/Annot"));
      made.replaceKey("/Subtype", Object::newName("/Link"));
      made.replaceKey("/Border", Object::parse("[0 0 0]"));
      constexpr int printed = 4;
      made.replaceKey("/F", Object::newInteger(printed));
      made.replaceKey(
          "/Rect", Object::parse(corners(annotation.x, annotation.y, annotation.width, annotation.height)));
      made.replaceKey("/Contents", Object::newUnicodeString(annotation.words));
      if (annotation.target) {
        made.replaceKey("/Dest", destination(*annotation.target));
      } else {
        Object action = Object::newDictionary();
        action.replaceKey("/S", Object::newName("/URI"));
        action.replaceKey("/URI", Object::newString(annotation.address));
        made.replaceKey("/A", action);
      }
      made.replaceKey("/StructParent", Object::newInteger(static_cast<int>(m_parents.size())));
      m_parents.push_back(m_tags[annotation.tag]);
      m_annotations[{index, static_cast<std::size_t>(list.getArrayNItems())}] = made;
      list.appendItem(made);
    }
    page.replaceKey("/Annots", list);
  }

  [[nodiscard]] Object destination(TagId target) {
    const Tag& tag = m_document.tags[target];
    const Tag::Box place = tag.place.value_or(Tag::Box{});
    Object made = Object::newArray();
    made.appendItem(m_pages.at(place.page));
    made.appendItem(Object::newName("/XYZ"));
    made.appendItem(Object::parse(number(place.x)));
    made.appendItem(Object::parse(number(from_below(place.y))));
    made.appendItem(Object::newNull());
    return made;
  }

  // ---- tags ----

  void write_tags() {
    m_root = new_object();
    m_root.replaceKey("/Type", Object::newName("/StructTreeRoot"));
    m_root.replaceKey("/K", m_tags.front());
    std::map<std::string, Object> by_id;
    for (std::size_t i = 0; i < m_tags.size(); ++i) {
      const Tag& tag = m_document.tags[i];
      Object made = m_tags[i];
      made.replaceKey("/Type", Object::newName("/StructElem"));
      made.replaceKey("/S", Object::newName(name_of(tag.type)));
      made.replaceKey("/P", i == 0 ? m_root : m_tags[tag.parent]);
      write_children(made, tag);
      if (!tag.language.empty()) made.replaceKey("/Lang", Object::newUnicodeString(tag.language));
      if (!tag.alternative.empty()) made.replaceKey("/Alt", Object::newUnicodeString(tag.alternative));
      if (!tag.id.empty()) {
        made.replaceKey("/ID", Object::newString(tag.id));
        by_id.emplace(tag.id, made);
      }
      if (Object attributes = attributes_of(tag); !attributes.isNull()) made.replaceKey("/A", attributes);
    }
    Object numbers = Object::newArray();
    for (std::size_t i = 0; i < m_parents.size(); ++i) {
      numbers.appendItem(Object::newInteger(static_cast<int>(i)));
      numbers.appendItem(m_parents[i]);
    }
    Object parents = new_object();
    parents.replaceKey("/Nums", numbers);
    m_root.replaceKey("/ParentTree", parents);
    m_root.replaceKey("/ParentTreeNextKey", Object::newInteger(static_cast<int>(m_parents.size())));
    if (by_id.empty()) return;
    Object names = Object::newArray();
    for (const auto& [id, tag] : by_id) {
      names.appendItem(Object::newString(id));
      names.appendItem(tag);
    }
    Object ids = new_object();
    ids.replaceKey("/Names", names);
    m_root.replaceKey("/IDTree", ids);
  }

  // What lies on the first page is named by number alone, as that page is the tag's own.
  void write_children(Object made, const Tag& tag) {
    std::optional<std::size_t> own_page;
    Object children = Object::newArray();
    for (const Tag::Child& child : tag.children) {
      const auto* content = std::get_if<Tag::OnPage>(&child);
      if (content != nullptr && !own_page) {
        own_page = content->page;
        made.replaceKey("/Pg", m_pages[content->page]);
      }
      if (content != nullptr && content->page == *own_page) {
        children.appendItem(Object::newInteger(m_numbers[content->page][content->sequence]));
      } else {
        children.appendItem(std::visit([this](const auto& one) { return child_of(one); }, child));
      }
    }
    made.replaceKey("/K", children.getArrayNItems() == 1 ? children.getArrayItem(0) : children);
  }

  Object child_of(TagId tag) { return m_tags[tag]; }
  Object child_of(const Tag::OnPage& content) {
    Object made = Object::newDictionary();
    made.replaceKey("/Type", Object::newName("/MCR"));
    made.replaceKey("/Pg", m_pages[content.page]);
    made.replaceKey("/MCID", Object::newInteger(m_numbers[content.page][content.sequence]));
    return made;
  }
  Object child_of(const Tag::AnnotationOnPage& annotation) {
    Object made = Object::newDictionary();
    made.replaceKey("/Type", Object::newName("/OBJR"));
    made.replaceKey("/Pg", m_pages[annotation.page]);
    made.replaceKey("/Obj", m_annotations.at({annotation.page, annotation.annotation}));
    return made;
  }

  static Object attributes_of(const Tag& tag) {
    Object made = Object::newDictionary();
    const auto owned_by = [&](const char* owner) { made.replaceKey("/O", Object::newName(owner)); };
    if (tag.scope != Scope::none) {
      owned_by("/Table");
      made.replaceKey("/Scope", Object::newName(tag.scope == Scope::column ? "/Column" : "/Row"));
    }
    if (!tag.headers.empty()) {
      owned_by("/Table");
      Object headers = Object::newArray();
      for (const std::string& id : tag.headers) headers.appendItem(Object::newString(id));
      made.replaceKey("/Headers", headers);
    }
    if (tag.numbering != Numbering::none) {
      owned_by("/List");
      made.replaceKey("/ListNumbering",
                      Object::newName(tag.numbering == Numbering::decimal ? "/Decimal" : "/Disc"));
    }
    if (tag.box) {
      owned_by("/Layout");
      made.replaceKey("/Placement", Object::newName("/Block"));
      made.replaceKey("/BBox",
                      Object::parse(corners(tag.box->x, tag.box->y, tag.box->width, tag.box->height)));
    }
    return made.getKeys().empty() ? Object::newNull() : made;
  }

  // ---- the whole ----

  void write_catalogue() {
    Object root = m_pdf.getRoot();
    const Properties& properties = m_document.properties;
    root.replaceKey("/StructTreeRoot", m_root);
    root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
    root.replaceKey("/Lang", Object::newUnicodeString(properties.language));
    root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
    if (!m_document.bookmarks.empty()) {
      root.replaceKey("/Outlines", outline());
      root.replaceKey("/PageMode", Object::newName("/UseOutlines"));
    }
    write_metadata(m_pdf, properties);
  }

  Object outline() {
    Object top = new_object();
    top.replaceKey("/Type", Object::newName("/Outlines"));
    std::vector<std::pair<int, Object>> open = {{0, top}};
    for (const Bookmark& bookmark : m_document.bookmarks) {
      Object made = new_object();
      made.replaceKey("/Title", Object::newUnicodeString(bookmark.words));
      made.replaceKey("/Dest", destination(bookmark.tag));
      while (open.size() > 1 && open.back().first >= bookmark.level) open.pop_back();
      Object parent = open.back().second;
      made.replaceKey("/Parent", parent);
      if (parent.hasKey("/Last")) {
        Object before = parent.getKey("/Last");
        before.replaceKey("/Next", made);
        made.replaceKey("/Prev", before);
      } else {
        parent.replaceKey("/First", made);
      }
      parent.replaceKey("/Last", made);
      // Open ones count what shows below them.
      for (auto& [level, above] : open)
        above.replaceKey(
            "/Count",
            Object::newInteger(1 + (above.hasKey("/Count") ? above.getKey("/Count").getIntValue() : 0)));
      open.emplace_back(bookmark.level, made);
    }
    return top;
  }

  std::string saved() {
    QPDFWriter writer(m_pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  Document m_document;
  const Fonts& m_fonts;
  QPDF m_pdf;
  std::vector<FontUse> m_uses;
  std::vector<Object> m_font_objects, m_pages, m_tags;
  std::map<std::size_t, Object> m_images;
  std::vector<std::vector<int>> m_numbers;  // of each page's sequences: the MCID, -1 for an artifact
  std::vector<Object> m_parents;            // the parent tree
  std::map<std::pair<std::size_t, std::size_t>, Object> m_annotations;
  Object m_root;
};

}  // namespace

std::string written(Document document, const Fonts& fonts) {
  return Writing(std::move(document), fonts).bytes();
}

}  // namespace eqr::render::pdf
