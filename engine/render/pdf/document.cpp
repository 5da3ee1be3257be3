#include "render/pdf/document.hpp"

#include <utility>

namespace eqr::render::pdf {

TagId Builder::open(TagType type, TagId parent) {
  const TagId id = m_document.tags.size();
  Tag& made = m_document.tags.emplace_back();
  made.type = type;
  made.parent = parent;
  m_document.tags[parent].children.emplace_back(id);
  return id;
}

void Builder::draw_on(std::size_t page, const Owner& owner, Drawn drawn) {
  std::vector<Sequence>& sequences = m_document.pages[page].sequences;
  if (sequences.empty() || sequences.back().owner != owner) {
    sequences.push_back({owner, {}});
    if (const auto* tag = std::get_if<TagId>(&owner))
      m_document.tags[*tag].children.emplace_back(Tag::OnPage{page, sequences.size() - 1});
  }
  sequences.back().drawn.push_back(std::move(drawn));
}

void Builder::annotate(Annotation annotation) {
  const std::size_t here = page();
  const TagId tag = annotation.tag;
  m_document.pages[here].annotations.push_back(std::move(annotation));
  m_document.tags[tag].children.emplace_back(
      Tag::AnnotationOnPage{here, m_document.pages[here].annotations.size() - 1});
}

}  // namespace eqr::render::pdf
