#include "workbook_check/element.hpp"

#include <algorithm>

#include "problems/problem.hpp"
#include "tabular/xlsx_xml.hpp"

namespace eqr::workbook_check {
namespace {

constexpr std::size_t most_elements = 8'000'000;

bool is_called(std::string_view written, std::string_view wanted) {
  if (written == wanted) return true;
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return false;
  const std::size_t wanted_colon = wanted.find(':');
  const std::string_view local =
      wanted_colon == std::string_view::npos ? wanted : wanted.substr(wanted_colon + 1);
  return written.substr(colon + 1) == local;
}

// Builds the tree from what the reader tells.
class Growing final : public tabular::XmlListener {
 public:
  explicit Growing(const std::string& file) : m_file(file) {}

  void element(std::string_view name, const tabular::Attributes& attributes, int) override {
    if (++m_elements > most_elements) refuse_size(m_file);
    Element made;
    made.name = name;
    attributes.each([&](std::string_view key, std::string_view value) {
      made.attributes.emplace_back(std::string(key), std::string(value));
    });
    m_open.push_back(std::move(made));
  }
  void end(std::string_view, int) override {
    Element done = std::move(m_open.back());
    m_open.pop_back();
    if (m_open.empty()) {
      m_root = std::move(done);
    } else {
      m_open.back().children.push_back(std::move(done));
    }
  }
  void text(std::string_view piece) override {
    if (m_open.empty()) return;
    std::vector<Element>& children = m_open.back().children;
    if (children.empty() || !children.back().name.empty()) children.emplace_back();
    children.back().text.append(piece);
  }

  [[nodiscard]] Element root() { return std::move(m_root); }

 private:
  const std::string& m_file;
  std::vector<Element> m_open;
  Element m_root;
  std::size_t m_elements = 0;
};

void add_all(const Element& element, std::string_view wanted, std::vector<const Element*>& found) {
  for (const Element& child : element.children) {
    if (child.name == wanted) found.push_back(&child);
    add_all(child, wanted, found);
  }
}

void add_text(const Element& element, std::string& text) {
  text += element.text;
  for (const Element& child : element.children) add_text(child, text);
}

}  // namespace

std::string_view Element::operator[](std::string_view attribute) const {
  const auto found =
      std::ranges::find_if(attributes, [&](const auto& pair) { return is_called(pair.first, attribute); });
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

bool Element::has(std::string_view attribute) const {
  return std::ranges::any_of(attributes, [&](const auto& pair) { return is_called(pair.first, attribute); });
}

bool Element::is_set(std::string_view attribute) const {
  const std::string_view value = (*this)[attribute];
  return value == "1" || value == "true";
}

const Element& Element::child(std::string_view child_name) const {
  static const Element nothing;
  const auto found = std::ranges::find(children, child_name, &Element::name);
  return found == children.end() ? nothing : *found;
}

bool Element::has_child(std::string_view child_name) const {
  return std::ranges::find(children, child_name, &Element::name) != children.end();
}

std::vector<const Element*> Element::all(std::string_view wanted) const {
  std::vector<const Element*> found;
  add_all(*this, wanted, found);
  return found;
}

std::string Element::all_text() const {
  std::string all;
  add_text(*this, all);
  return all;
}

Element read_element(tabular::ZipPart part, const std::string& file, const std::string& what,
                     const std::string& root) {
  Growing growing(file);
  tabular::XmlReader reader(part, growing, file, what, root);
  reader.read_all();
  return growing.root();
}

void refuse_size(const std::string& file) {
  throw problems::Fault(
      problems::Cost::nothing_written,
      problems::Problem{{file, 0, 0, ""}, "is too large to be looked at", "look at a smaller workbook"});
}

Element read_part(const tabular::ZipArchive& archive, const std::string& name, const std::string& what,
                  const std::string& root) {
  auto found = archive.part(name);
  return found ? read_element(std::move(*found), archive.file(), what, root) : Element{};
}

}  // namespace eqr::workbook_check
