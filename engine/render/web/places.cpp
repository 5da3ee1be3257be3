#include "render/web/places.hpp"

#include "render/markup/escape.hpp"

namespace eqr::render::web {

void Places::begin_chapter(const std::string& id) {
  m_file_of[id] = m_file;
  m_chapters.insert(id);
}

std::string Places::id_attribute(const std::string& id) {
  m_file_of[id] = m_file;
  return m_linked.contains(id) ? " id=\"" + markup::escaped(id) + '"' : std::string{};
}

std::string Places::address(const std::string& id) {
  m_linked.insert(id);
  const std::string& file = m_file_of[id];
  if (m_chapters.contains(id)) return file;
  return (file == m_file ? "" : file) + '#' + id;
}

std::string Places::authors_address(std::string_view id) {
  const auto target = m_anchors.target(id);
  if (!target) return {};
  const std::string written = address(*target);
  return m_file_of[*target].empty() ? std::string{} : written;
}

}  // namespace eqr::render::web
