#include "render/pdf/tag_objects.hpp"

#include <array>
#include <map>
#include <optional>

#include "render/pdf/page_content.hpp"

namespace eqr::render::pdf {
namespace {

std::string child(const Placed& placed, TagId tag) {
  return written(placed.tags[tag]);
}

std::string child(const Placed& placed, const Tag::OnPage& content) {
  const Placed::OnPage& on = placed.pages[content.page];
  Dictionary made;
  made.set("/Type", "/MCR").set("/Pg", on.page).set("/MCID", std::to_string(on.marks[content.sequence]));
  return made.text();
}

std::string child(const Placed& placed, const Tag::AnnotationOnPage& annotation) {
  const Placed::OnPage& on = placed.pages[annotation.page];
  Dictionary made;
  made.set("/Type", "/OBJR").set("/Pg", on.page).set("/Obj", on.annotations.at(annotation.annotation));
  return made.text();
}

// What lies on the first page is named by number alone, as that page is the tag's own.
void set_children(Dictionary& made, const Placed& placed, const Tag& tag) {
  std::optional<std::size_t> own_page;
  Array children;
  for (const Tag::Child& one : tag.children) {
    const auto* content = std::get_if<Tag::OnPage>(&one);
    if (content != nullptr && !own_page) own_page = content->page;
    if (content != nullptr && content->page == *own_page) {
      children.add(std::to_string(placed.pages[content->page].marks[content->sequence]));
    } else {
      children.add(std::visit([&](const auto& it) { return child(placed, it); }, one));
    }
  }
  if (own_page) made.set("/Pg", placed.pages[*own_page].page);
  made.set("/K", children.text_or_single());
}

// A tag has attributes of one owner at most: a cell those of tables, a list its own, a figure those of
// layout.
Dictionary attributes_of(const Tag& tag) {
  Dictionary made;
  if (tag.scope != Scope::none || !tag.headers.empty()) made.set("/O", "/Table");
  if (tag.scope != Scope::none) made.set("/Scope", tag.scope == Scope::column ? "/Column" : "/Row");
  if (!tag.headers.empty()) {
    Array headers;
    for (const std::string& id : tag.headers) headers.add(byte_string(id));
    made.set("/Headers", headers.text());
  }
  if (tag.numbering != Numbering::none)
    made.set("/O", "/List").set("/ListNumbering", tag.numbering == Numbering::decimal ? "/Decimal" : "/Disc");
  if (tag.box)
    made.set("/O", "/Layout")
        .set("/Placement", "/Block")
        .set("/BBox", corners(tag.box->x, tag.box->y, tag.box->width, tag.box->height));
  return made;
}

std::string tag_object(const Placed& placed, const Tag& tag, Reference parent) {
  Dictionary made;
  made.set("/Type", "/StructElem").set("/S", name_of(tag.type)).set("/P", parent);
  set_children(made, placed, tag);
  if (!tag.language.empty()) made.set("/Lang", text_string(tag.language));
  if (!tag.alternative.empty()) made.set("/Alt", text_string(tag.alternative));
  if (!tag.id.empty()) made.set("/ID", byte_string(tag.id));
  if (const Dictionary attributes = attributes_of(tag); !attributes.is_empty())
    made.set("/A", attributes.text());
  return made.text();
}

// In the order of the numbers that pages and annotations have as their key (7.9.7).
std::string parent_tree(const Placed& placed) {
  Array numbers;
  for (std::size_t i = 0; i < placed.parents.size(); ++i)
    numbers.add(std::to_string(i)).add(placed.parents[i]);
  return Dictionary().set("/Nums", numbers.text()).text();
}

// In the order of the ids (7.9.6).
std::string id_tree(const std::map<std::string_view, Reference>& by_id) {
  Array names;
  for (const auto& [id, tag] : by_id) names.add(byte_string(id)).add(tag);
  return Dictionary().set("/Names", names.text()).text();
}

}  // namespace

const char* name_of(TagType type) {
  constexpr std::array names = {
      "/Document", "/Sect", "/H1", "/H2", "/H3",     "/H4",    "/H5",        "/H6",      "/P",
      "/TOC",      "/TOCI", "/L",  "/LI", "/Lbl",    "/LBody", "/Table",     "/Caption", "/THead",
      "/TBody",    "/TR",   "/TH", "/TD", "/Figure", "/Link",  "/Reference", "/Note",    "/Span",
  };
  return names.at(static_cast<std::size_t>(type));
}

Reference write_tags(File& file, const Document& document, const Placed& placed) {
  const Reference root = file.reserve();
  std::map<std::string_view, Reference> by_id;
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    const Tag& tag = document.tags[i];
    if (!tag.id.empty()) by_id.emplace(tag.id, placed.tags[i]);
    file.set(placed.tags[i], tag_object(placed, tag, i == 0 ? root : placed.tags[tag.parent]));
  }
  Dictionary made;
  made.set("/Type", "/StructTreeRoot").set("/K", placed.tags.front());
  made.set("/ParentTree", file.add(parent_tree(placed)));
  made.set("/ParentTreeNextKey", std::to_string(placed.parents.size()));
  if (!by_id.empty()) made.set("/IDTree", file.add(id_tree(by_id)));
  file.set(root, made.text());
  return root;
}

}  // namespace eqr::render::pdf
