#include "render/pdf/outline_objects.hpp"

namespace eqr::render::pdf {
namespace {

// Each knows its neighbours; the first of all is the outline itself.
struct Entry {
  Reference self, parent, before, next, first_below, last_below;
  int count = 0;  // of all that show below it
};

std::string entry_object(const Entry& entry, const Bookmark& bookmark, const std::string& leads_to) {
  Dictionary made;
  made.set("/Title", text_string(bookmark.words)).set("/Dest", leads_to).set("/Parent", entry.parent);
  const auto set = [&](const char* key, Reference other) {
    if (other.number != 0) made.set(key, other);
  };
  set("/Prev", entry.before);
  set("/Next", entry.next);
  set("/First", entry.first_below);
  set("/Last", entry.last_below);
  if (entry.count > 0) made.set("/Count", std::to_string(entry.count));
  return made.text();
}

std::vector<Entry> entries_of(File& file, const std::vector<Bookmark>& bookmarks) {
  std::vector<Entry> entries(bookmarks.size() + 1);
  for (Entry& entry : entries) entry.self = file.reserve();
  std::vector<std::size_t> open = {0};  // the entry and all above it
  std::vector<std::size_t> last_below(entries.size(), 0);
  for (std::size_t i = 1; i < entries.size(); ++i) {
    while (open.size() > 1 && bookmarks[open.back() - 1].level >= bookmarks[i - 1].level) open.pop_back();
    Entry& parent = entries[open.back()];
    entries[i].parent = parent.self;
    if (const std::size_t before = last_below[open.back()]; before != 0) {
      entries[before].next = entries[i].self;
      entries[i].before = entries[before].self;
    } else {
      parent.first_below = entries[i].self;
    }
    parent.last_below = entries[i].self;
    last_below[open.back()] = i;
    for (const std::size_t above : open) ++entries[above].count;
    open.push_back(i);
  }
  return entries;
}

}  // namespace

Reference write_outline(File& file, const Document& document, const Placed& placed) {
  const std::vector<Entry> entries = entries_of(file, document.bookmarks);
  const Entry& top = entries.front();
  Dictionary made;
  made.set("/Type", "/Outlines").set("/First", top.first_below).set("/Last", top.last_below);
  file.set(top.self, made.set("/Count", std::to_string(top.count)).text());
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const Bookmark& bookmark = document.bookmarks[i - 1];
    file.set(entries[i].self,
             entry_object(entries[i], bookmark, destination(document, placed, bookmark.tag)));
  }
  return top.self;
}

}  // namespace eqr::render::pdf
