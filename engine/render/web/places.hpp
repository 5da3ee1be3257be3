// In which file each thing stands, and which things links lead to.
//
// The bodies are written twice: the first time to learn both, the second time with links that arrive and with
// ids where they do.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "render/html/anchors.hpp"

namespace eqr::render::web {

class Places {
 public:
  explicit Places(const report::Report& report)
      : m_anchors(report, {"about", "notes", "figures", "sources"}) {}

  [[nodiscard]] const html::Anchors& anchors() const { return m_anchors; }
  void open(const std::string& file) { m_file = file; }

  // A chapter's own heading: a link to it names the file alone.
  void begin_chapter(const std::string& id);
  // ` id="…"` where some link leads to it, otherwise nothing.
  std::string id_attribute(const std::string& id);
  // What a link to the id says: "#id" in the same file, "03-theme-1.html#id" elsewhere.
  std::string address(const std::string& id);
  // Likewise, of what an author wrote after the "#"; empty where nothing has that id.
  std::string authors_address(std::string_view id);

 private:
  html::Anchors m_anchors;
  std::string m_file;
  std::map<std::string, std::string> m_file_of;
  std::set<std::string> m_chapters;  // ids that stand for a whole file
  std::set<std::string> m_linked;
};

}  // namespace eqr::render::web
