// The parts of a workbook as XML, piece by piece. Only xlsx_xml.cpp includes expat.
//
// Names come without their prefix: Excel writes <row>, other programs <x:row>, and the strict form of the
// standard differs from the usual one in its namespaces alone. A document type or an entity declaration is
// refused: no workbook has one, and they are how a small file is made to swell or to read other files.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "tabular/zip_archive.hpp"

struct XML_ParserStruct;

namespace eqr::tabular {

// The attributes of one element, while it is being told.
class Attributes {
 public:
  explicit Attributes(const char* const* pairs) : m_pairs(pairs) {}
  // Empty when it is not there. With a prefix ("r:id") the prefix is not compared, but there has to be one.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;

  // Calls `use(name, value)` for each.
  template <typename Use>
  void each(Use&& use) const {
    for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2) use(pair[0], pair[1]);
  }

 private:
  const char* const* m_pairs;
};

class XmlListener {
 public:
  virtual ~XmlListener() = default;
  // `depth` of the root is 1.
  virtual void element(std::string_view name, const Attributes& attributes, int depth) = 0;
  virtual void end(std::string_view name, int depth) = 0;
  virtual void text(std::string_view piece) = 0;
};

class XmlReader {
 public:
  // `what` names the part in messages: "the sheet". `root` is what its first element has to be. Both the part
  // and the listener must outlive the reader.
  XmlReader(ZipPart& part, XmlListener& listener, std::string file, std::string what, std::string root);
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  // Reads on for a piece, or until pause(); false once the part has ended. Throws problems::Fault for what is
  // not sound XML, and whatever the listener throws.
  bool more();
  void read_all() {
    while (more()) {
    }
  }
  // For the listener: enough for this call of more().
  void pause();

 private:
  struct Calls;  // what expat calls

  void parse_piece();
  void stop();
  [[noreturn]] void refuse_damaged() const;

  ZipPart& m_part;
  XmlListener& m_listener;
  std::string m_file;
  std::string m_what;
  std::string m_root;
  XML_ParserStruct* m_parser;
  std::exception_ptr m_thrown;  // exceptions may not pass through expat, which is C
  std::uint64_t m_fed = 0;
  int m_depth = 0;
  bool m_paused = false;
  bool m_at_end = false;
};

}  // namespace eqr::tabular
