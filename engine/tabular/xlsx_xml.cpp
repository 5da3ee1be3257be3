#include "tabular/xlsx_xml.hpp"

#include <expat.h>

#include <new>
#include <utility>

#include "tabular/xlsx_faults.hpp"

namespace eqr::tabular {
namespace {

constexpr int piece_size = 64 * 1024;
constexpr int most_depth = 64;  // a sheet needs about ten
// Of one tag: longer ones make expat slow, and nothing that a spreadsheet program writes comes near.
constexpr std::uint64_t most_tag = 1024 * 1024;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  const bool prefixed = name.find(':') != std::string_view::npos;
  for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2) {
    const std::string_view own = pair[0];
    const bool same =
        prefixed ? own.find(':') != std::string_view::npos && without_prefix(own) == without_prefix(name)
                 : own == name;
    if (same) return pair[1];
  }
  return {};
}

// ---- called by expat ----

struct XmlReader::Calls {
  static XmlReader& reader(void* user) { return *static_cast<XmlReader*>(user); }

  template <typename Work>
  static void guarded(XmlReader& self, Work&& work) {
    if (self.m_thrown) return;
    try {
      work();
    } catch (...) {
      self.m_thrown = std::current_exception();
      self.stop();
    }
  }

  static void element(void* user, const XML_Char* name, const XML_Char** attributes) {
    XmlReader& self = reader(user);
    guarded(self, [&] {
      const std::string_view own = without_prefix(name);
      if (++self.m_depth > most_depth) self.refuse_damaged();
      if (self.m_depth == 1 && own != self.m_root) self.refuse_damaged();
      self.m_listener.element(own, Attributes(attributes), self.m_depth);
    });
  }

  static void end(void* user, const XML_Char* name) {
    XmlReader& self = reader(user);
    guarded(self, [&] { self.m_listener.end(without_prefix(name), self.m_depth--); });
  }

  static void text(void* user, const XML_Char* piece, int length) {
    XmlReader& self = reader(user);
    guarded(self, [&] { self.m_listener.text({piece, static_cast<std::size_t>(length)}); });
  }

  static void document_type(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/,
                            const XML_Char* /*open*/, int /*has_internal*/) {
    XmlReader& self = reader(user);
    guarded(self, [&] {
      throw workbook_fault(self.m_file,
                           self.m_what + " declares a document type, which no spreadsheet program writes",
                           "ask who made the file; do not open it before you know");
    });
  }
};

// ---- the reader ----

XmlReader::XmlReader(ZipPart& part, XmlListener& listener, std::string file, std::string what,
                     std::string root)
    : m_part(part),
      m_listener(listener),
      m_file(std::move(file)),
      m_what(std::move(what)),
      m_root(std::move(root)),
      m_parser(XML_ParserCreate(nullptr)) {
  if (m_parser == nullptr) throw std::bad_alloc();
  XML_SetUserData(m_parser, this);
  XML_SetElementHandler(m_parser, &Calls::element, &Calls::end);
  XML_SetCharacterDataHandler(m_parser, &Calls::text);
  XML_SetStartDoctypeDeclHandler(m_parser, &Calls::document_type);
}

XmlReader::~XmlReader() {
  XML_ParserFree(m_parser);
}

void XmlReader::refuse_damaged() const {
  throw workbook_fault(m_file, "is damaged: " + m_what + " cannot be read as XML");
}

void XmlReader::stop() {
  XML_StopParser(m_parser, XML_FALSE);
}

void XmlReader::pause() {
  // Not inside an empty element: expat cannot be paused twice.
  XML_ParsingStatus status;
  XML_GetParsingStatus(m_parser, &status);
  if (status.parsing == XML_PARSING) XML_StopParser(m_parser, XML_TRUE);
}

void XmlReader::parse_piece() {
  XML_Status status = XML_STATUS_OK;
  if (m_paused) {
    status = XML_ResumeParser(m_parser);
  } else {
    void* const buffer = XML_GetBuffer(m_parser, piece_size);
    if (buffer == nullptr) throw std::bad_alloc();
    const std::size_t count = m_part.read(static_cast<char*>(buffer), piece_size);
    m_fed += count;
    m_at_end = count == 0;
    status = XML_ParseBuffer(m_parser, static_cast<int>(count), m_at_end ? 1 : 0);
  }
  if (m_thrown) std::rethrow_exception(std::exchange(m_thrown, nullptr));
  m_paused = status == XML_STATUS_SUSPENDED;
  if (status == XML_STATUS_ERROR) refuse_damaged();
}

bool XmlReader::more() {
  if (m_at_end && !m_paused) return false;
  parse_piece();
  const XML_Index told = XML_GetCurrentByteIndex(m_parser);
  const std::uint64_t passed = told > 0 ? static_cast<std::uint64_t>(told) : 0;
  if (!m_paused && !m_at_end && m_fed - passed > most_tag) refuse_damaged();
  return !m_at_end || m_paused;
}

}  // namespace eqr::tabular
