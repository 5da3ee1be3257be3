#include "images/svg_tree.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <new>
#include <optional>

#include "handles/handle.hpp"
#include "images/refusal.hpp"

namespace eqr::images {
namespace {

constexpr std::size_t most_depth = 64;
constexpr std::string_view svg_space = "http://www.w3.org/2000/svg|",
                           xlink_href = "http://www.w3.org/1999/xlink|href";

// Builds the tree from what expat tells. Exceptions may not pass through expat, which is C: they wait.
class Growing {
 public:
  explicit Growing(XML_Parser parser) : m_parser(parser) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &Growing::begin, &Growing::end);
    XML_SetCharacterDataHandler(parser, &Growing::text);
    XML_SetStartDoctypeDeclHandler(parser, &Growing::document_type);
    XML_SetSkippedEntityHandler(parser, &Growing::entity);
  }

  Node grown(std::string_view bytes) {
    const XML_Status status = XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), 1);
    if (m_thrown) std::rethrow_exception(m_thrown);
    if (status != XML_STATUS_OK)
      refuse("is no sound SVG: its line " + std::to_string(XML_GetCurrentLineNumber(m_parser)) +
                 " cannot be read as XML",
             "save it again from a drawing program, as plain SVG");
    return std::move(*m_root);
  }

 private:
  static Growing& of(void* user) { return *static_cast<Growing*>(user); }

  template <typename Work>
  void guarded(Work&& work) {
    if (m_thrown) return;
    try {
      work();
    } catch (...) {
      m_thrown = std::current_exception();
      XML_StopParser(m_parser, XML_FALSE);
    }
  }

  static void begin(void* user, const XML_Char* name, const XML_Char** attributes) {
    of(user).guarded([&] { of(user).open(name, attributes); });
  }
  static void end(void* user, const XML_Char*) {
    of(user).guarded([&] { of(user).close(); });
  }
  static void text(void* user, const XML_Char* piece, int length) {
    of(user).guarded([&] { of(user).add_text({piece, static_cast<std::size_t>(length)}); });
  }
  static void document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int has_internal) {
    if (has_internal != 0) of(user).guarded([] { refuse_entities(); });
  }
  static void entity(void* user, const XML_Char*, int) {
    of(user).guarded([] { refuse_entities(); });
  }
  [[noreturn]] static void refuse_entities() {
    refuse("declares or uses entities, by which a small file can be made to swell or to read others",
           "save it again from a drawing program, as plain SVG");
  }

  void open(std::string_view name, const XML_Char** attributes) {
    if (m_foreign > 0 || !name.starts_with(svg_space)) {
      if (!m_root)
        refuse("is no SVG: it does not begin with <svg xmlns=\"http://www.w3.org/2000/svg\">",
               "save it again from a drawing program, as plain SVG");
      ++m_foreign;
      return;
    }
    if (++m_elements > most_elements || m_open.size() >= most_depth)
      refuse("has more parts, or parts deeper within each other, than a drawing on a page needs",
             "simplify it, or save it as PNG");
    Node node;
    node.name = name.substr(svg_space.size());
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view own = attributes[0];
      if (own == xlink_href) {
        node.attributes.emplace_back("href", attributes[1]);
      } else if (own.find('|') == std::string_view::npos) {
        node.attributes.emplace_back(own, attributes[1]);
      }
    }
    m_open.push_back(std::move(node));
    if (!m_root) m_root.emplace();
  }

  void close() {
    if (m_foreign > 0) {
      --m_foreign;
      return;
    }
    Node node = std::move(m_open.back());
    m_open.pop_back();
    if (m_open.empty()) {
      m_root = std::move(node);
    } else {
      m_open.back().children.push_back(std::move(node));
    }
  }

  void add_text(std::string_view piece) {
    if (m_foreign > 0 || m_open.empty()) return;
    std::vector<Node>& children = m_open.back().children;
    if (children.empty() || !children.back().name.empty()) children.emplace_back();
    children.back().text += piece;
  }

  XML_Parser m_parser;
  std::exception_ptr m_thrown;
  std::optional<Node> m_root;  // complete once everything is closed
  std::vector<Node> m_open;
  std::size_t m_elements = 0;
  std::size_t m_foreign = 0;  // elements of other vocabularies that are open
};

}  // namespace

std::string_view Node::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(attributes, wanted, &std::pair<std::string, std::string>::first);
  return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
}

Node svg_tree(std::string_view bytes) {
  const handles::Handle<XML_ParserStruct, XML_ParserFree> parser(XML_ParserCreateNS(nullptr, '|'));
  if (!parser) throw std::bad_alloc();
  return Growing(parser.get()).grown(bytes);
}

}  // namespace eqr::images
