#include "render/pdf/writer.hpp"

#include <map>
#include <utility>

#include "render/pdf/file.hpp"
#include "render/pdf/font_objects.hpp"
#include "render/pdf/image_objects.hpp"
#include "render/pdf/metadata.hpp"
#include "render/pdf/outline_objects.hpp"
#include "render/pdf/page_content.hpp"
#include "render/pdf/placed.hpp"
#include "render/pdf/tag_objects.hpp"

namespace eqr::render::pdf {
namespace {

class Writing {
 public:
  Writing(Document document, const Fonts& fonts)
      : m_document(std::move(document)), m_fonts(fonts), m_uses(fonts.size()) {}

  std::string bytes() {
    m_placed.tags = m_file.reserve(m_document.tags.size());
    for (const Reference page : m_file.reserve(m_document.pages.size()))
      m_placed.pages.emplace_back().page = page;
    m_tree = m_file.reserve();
    for (std::size_t i = 0; i < m_document.pages.size(); ++i) {
      write_page(i);
      m_document.pages[i] = {};
    }
    write_page_tree();
    for (const auto& [index, font] : m_font_objects)
      write_font(m_file, font, m_fonts.face(index), m_uses[index]);
    const Reference catalogue = write_catalogue();
    const Reference information = write_information(m_file, m_document.properties);
    m_document = {};
    return m_file.finished(catalogue, information);
  }

 private:
  // ---- pages ----

  void write_page(std::size_t index) {
    const Page& page = m_document.pages[index];
    const PageContent content = content_of(page, m_placed.pages[index]);
    Dictionary made;
    made.set("/Type", "/Page").set("/Parent", m_tree).set("/Tabs", "/S");
    made.set("/MediaBox", "[0 0 " + number(page_width) + " " + number(page_height) + "]");
    made.set("/StructParents", std::to_string(m_placed.parents.size() - 1));
    made.set("/Resources", resources(content));
    made.set("/Contents", m_file.add_stream({}, content.operators()));
    if (!page.annotations.empty()) made.set("/Annots", annotations(page, m_placed.pages[index]));
    m_file.set(m_placed.pages[index].page, made.text());
  }

  // Notes whose each mark is.
  PageContent content_of(const Page& page, Placed::OnPage& placed) {
    PageContent content(m_fonts, m_uses);
    Array owners;
    for (const Sequence& sequence : page.sequences) {
      if (const auto* tag = std::get_if<TagId>(&sequence.owner)) {
        placed.marks.push_back(static_cast<int>(owners.size()));
        content.add(name_of(m_document.tags[*tag].type));
        content.add(" <</MCID " + std::to_string(owners.size()) + ">> BDC\n");
        owners.add(m_placed.tags[*tag]);
      } else {
        placed.marks.push_back(-1);
        content.add(artifact_begins(std::get<Artifact>(sequence.owner)));
      }
      for (const Drawn& drawn : sequence.drawn) content.add(drawn);
      content.add("EMC\n");
    }
    m_placed.parents.push_back(m_file.add(owners.text()));
    return content;
  }

  // Every font and picture has the same name on every page.
  std::string resources(const PageContent& content) {
    Dictionary fonts, images, made;
    for (const std::size_t font : content.fonts()) fonts.set("/F" + std::to_string(font), font_of(font));
    for (const std::size_t image : content.images())
      images.set("/I" + std::to_string(image), image_of(image));
    made.set("/Font", fonts.text());
    if (!images.is_empty()) made.set("/XObject", images.text());
    return made.text();
  }

  Reference font_of(std::size_t index) {
    const auto [font, is_new] = m_font_objects.try_emplace(index);
    if (is_new) font->second = m_file.reserve();
    return font->second;
  }

  Reference image_of(std::size_t index) {
    const auto [image, is_new] = m_images.try_emplace(index);
    if (is_new) image->second = image_object(m_file, m_document.images.at(index));
    return image->second;
  }

  std::string annotations(const Page& page, Placed::OnPage& placed) {
    Array all;
    for (const Annotation& annotation : page.annotations) {
      placed.annotations.push_back(m_file.add(link(annotation)));
      all.add(placed.annotations.back());
    }
    return all.text();
  }

  std::string link(const Annotation& annotation) {
    constexpr int printed = 4;
    Dictionary made;
    made.set("/Type", "/Annot").set("/Subtype", "/Link").set("/Border", "[0 0 0]");
    made.set("/F", std::to_string(printed));
    made.set("/Rect", corners(annotation.x, annotation.y, annotation.width, annotation.height));
    made.set("/Contents", text_string(annotation.words));
    if (annotation.target) {
      made.set("/Dest", destination(m_document, m_placed, *annotation.target));
    } else {
      Dictionary action;
      action.set("/S", "/URI").set("/URI", byte_string(annotation.address));
      made.set("/A", action.text());
    }
    made.set("/StructParent", std::to_string(m_placed.parents.size()));
    m_placed.parents.push_back(m_placed.tags[annotation.tag]);
    return made.text();
  }

  void write_page_tree() {
    Array pages;
    for (const Placed::OnPage& one : m_placed.pages) pages.add(one.page);
    Dictionary made;
    made.set("/Type", "/Pages").set("/Count", std::to_string(pages.size())).set("/Kids", pages.text());
    m_file.set(m_tree, made.text());
  }

  // ---- the whole ----

  Reference write_catalogue() {
    const Properties& properties = m_document.properties;
    Dictionary made;
    made.set("/Type", "/Catalog").set("/Pages", m_tree);
    made.set("/StructTreeRoot", write_tags(m_file, m_document, m_placed));
    made.set("/MarkInfo", "<</Marked true>>").set("/ViewerPreferences", "<</DisplayDocTitle true>>");
    made.set("/Lang", text_string(properties.language));
    made.set("/Metadata", write_metadata(m_file, properties));
    if (!m_document.bookmarks.empty()) {
      made.set("/Outlines", write_outline(m_file, m_document, m_placed));
      made.set("/PageMode", "/UseOutlines");
    }
    return m_file.add(made.text());
  }

  Document m_document;
  const Fonts& m_fonts;
  File m_file;
  Placed m_placed;
  Reference m_tree;  // of the pages
  std::vector<FontUse> m_uses;
  std::map<std::size_t, Reference> m_font_objects, m_images;  // by index, of those that pages show
};

}  // namespace

std::string written(Document document, const Fonts& fonts) {
  return Writing(std::move(document), fonts).bytes();
}

}  // namespace eqr::render::pdf
