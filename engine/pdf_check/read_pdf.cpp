#include "pdf_check/read_pdf.hpp"

#include <algorithm>
#include <exception>
#include <set>

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "pdf_check/content.hpp"
#include "pdf_check/metadata.hpp"
#include "pdf_check/tree.hpp"
#include "problems/problem.hpp"

namespace eqr::pdf_check {
namespace {

constexpr int deepest_bookmark = 50;

class Reader {
 public:
  Reader(QPDF& pdf, Document& document) : m_pdf(pdf), m_document(document) {}

  void read() {
    m_document.version = m_pdf.getPDFVersion();
    m_document.is_encrypted = m_pdf.isEncrypted();
    m_document.may_be_read_aloud = m_pdf.allowAccessibility();
    read_catalogue(m_pdf.getRoot());
    FontShelf fonts;
    std::size_t number = 0;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(m_pdf).getAllPages())
      read_page(page.getObjectHandle(), number++, fonts);
    read_tree(m_pdf, m_places, m_document);
    m_document.fonts = fonts.seen();
    read_bookmarks(entry(entry(m_pdf.getRoot(), "/Outlines"), "/First"), 1);
    for (const QPDFExc& warning : m_pdf.getWarnings())
      m_document.damages.push_back(warning.getMessageDetail());
  }

 private:
  void read_catalogue(Object root) {
    m_document.language = text_of(entry(root, "/Lang"));
    m_document.is_marked = is_true(entry(entry(root, "/MarkInfo"), "/Marked"));
    m_document.is_suspect = is_true(entry(entry(root, "/MarkInfo"), "/Suspects"));
    m_document.shows_title = is_true(entry(entry(root, "/ViewerPreferences"), "/DisplayDocTitle"));
    if (entry(root, "/Metadata").isStream())
      m_document.metadata = read_metadata(bytes_of(entry(root, "/Metadata")));
    m_document.has_dynamic_form = !entry(entry(root, "/AcroForm"), "/XFA").isNull();
    read_layers(entry(root, "/OCProperties"));
    for (Object object : m_pdf.getAllObjects()) read_object(object);
  }

  void read_layers(Object layers) {
    if (!layers.isDictionary()) return;
    std::vector<Object> configurations = {entry(layers, "/D")};
    Object others = entry(layers, "/Configs");
    if (others.isArray()) std::ranges::copy(others.getArrayAsVector(), std::back_inserter(configurations));
    for (Object one : configurations)
      m_document.has_unnamed_layers |= text_of(entry(one, "/Name")).empty() || !entry(one, "/AS").isNull();
  }

  void read_object(Object object) {
    if (name_of(entry(object, "/Subtype")) == "Form" && !entry(object, "/Ref").isNull())
      m_document.has_reference_objects = true;
    const bool is_attachment = entry(object, "/EF").isDictionary();
    if (is_attachment && (!entry(object, "/F").isString() || !entry(object, "/UF").isString()))
      m_document.has_unnamed_files = true;
  }

  void read_page(Object object, std::size_t number, FontShelf& fonts) {
    m_places.pages.emplace(object.getObjGen(), number);
    Page& page = m_document.pages.emplace_back();
    page.tabs = name_of(entry(object, "/Tabs"));
    const Object::Rectangle box = shown_of(object, number);
    page.height = box.ury - box.lly;
    read_content(object, number, fonts, page);
    Object annotations = entry(object, "/Annots");
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i)
      read_annotation(annotations.getArrayItem(i), number, box);
  }

  // What the page shows: its CropBox, else its MediaBox, which it has to have (ISO 32000-1, 7.7.3.3).
  Object::Rectangle shown_of(Object object, std::size_t number) {
    QPDFPageObjectHelper page(object);
    for (Object box : {page.getCropBox(), page.getMediaBox()}) {
      if (!box.isRectangle()) continue;
      const Object::Rectangle shown = box.getArrayAsRectangle();
      if (shown.urx > shown.llx && shown.ury > shown.lly) return shown;
    }
    m_document.damages.push_back("page " + std::to_string(number + 1) + " does not say how large it is");
    constexpr double most = 14'400;  // points, of any page (annex C)
    return {0, 0, most, most};
  }

  // ISO 32000-1, 12.5.3: hidden ones, those without a view and those outside the page say nothing to anybody.
  void read_annotation(Object object, std::size_t page, const Object::Rectangle& shown) {
    constexpr long long hidden = 2, no_view = 32;
    Annotation made;
    made.subtype = name_of(entry(object, "/Subtype"));
    made.contents = text_of(entry(object, "/Contents"));
    made.is_hidden = (integer_of(entry(object, "/F")).value_or(0) & (hidden | no_view)) != 0;
    made.parent_key = integer_of(entry(object, "/StructParent"));
    made.leads_somewhere = leads_somewhere(object);
    Object place = entry(object, "/Rect");
    if (place.isRectangle()) {
      const Object::Rectangle rectangle = Object(place).getArrayAsRectangle();
      made.is_outside = rectangle.urx <= shown.llx || rectangle.llx >= shown.urx ||
                        rectangle.ury <= shown.lly || rectangle.lly >= shown.ury;
    }
    std::vector<Annotation>& annotations = m_document.pages[page].annotations;
    if (object.isIndirect())
      m_places.annotations.emplace(object.getObjGen(), std::pair(page, annotations.size()));
    annotations.push_back(std::move(made));
  }

  // Neighbours, and what is below each. A list that leads into itself ends there.
  void read_bookmarks(Object bookmark, int level) {
    for (; bookmark.isDictionary(); bookmark = entry(bookmark, "/Next")) {
      if (!bookmark.isIndirect() || !m_bookmarks.insert(bookmark.getObjGen()).second) {
        m_document.damages.emplace_back("the list of bookmarks leads into itself, or has direct objects");
        return;
      }
      m_document.bookmarks.push_back({level, text_of(entry(bookmark, "/Title")), leads_somewhere(bookmark)});
      if (level < deepest_bookmark) read_bookmarks(entry(bookmark, "/First"), level + 1);
    }
  }

  // ISO 32000-1, 12.3.2 and 12.6: a place, or something to do.
  static bool leads_somewhere(Object object) {
    return !entry(object, "/Dest").isNull() || !name_of(entry(entry(object, "/A"), "/S")).empty();
  }

  QPDF& m_pdf;
  Document& m_document;
  Places m_places;
  std::set<QPDFObjGen> m_bookmarks;
};

[[noreturn]] void refuse(const std::string& name, const std::string& what, const std::string& hint) {
  throw problems::Fault(problems::Cost::nothing_written, problems::Problem{{name, 0, 0, ""}, what, hint});
}

}  // namespace

Document read_pdf(std::string_view bytes, const std::string& name) {
  if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos)
    refuse(name, "is not a PDF", "name a .pdf file");
  Document document;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile(name.c_str(), bytes.data(), bytes.size());
    Reader(pdf, document).read();
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password)
      refuse(name, "needs a password to be opened", "save it without one: so locked, it reaches nobody");
    refuse(name, "cannot be read as a PDF: " + error.getMessageDetail(),
           "make it anew, or save it with another program");
  } catch (const problems::Fault&) {
    throw;
  } catch (const std::exception& error) {
    refuse(name, std::string("cannot be read as a PDF: ") + error.what(),
           "make it anew, or save it with another program");
  }
  return document;
}

}  // namespace eqr::pdf_check
