// The objects of a PDF file as its bytes (ISO 32000-1, 7.5).
//
// libqpdf can write a file too, but keeps each object, and all that is in it, as objects of its own: the tags
// of a report of 300 pages, some 20,000, then took half of all time. Here an object is text as soon as it is
// set, and a few hundred of them are packed together at once (7.5.7), so that next to nothing of a file is
// kept but its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/pdf/syntax.hpp"

namespace eqr::render::pdf {

class File {
 public:
  File();

  // A number for an object that is set later, once.
  [[nodiscard]] Reference reserve();
  [[nodiscard]] std::vector<Reference> reserve(std::size_t count);

  void set(Reference reference, std::string_view object);
  Reference add(std::string_view object);

  // `head` has what the stream's dictionary has besides its length and how it is packed.
  void set_stream(Reference reference, Dictionary head, std::string_view bytes);
  Reference add_stream(Dictionary head, std::string_view bytes);
  // Of bytes that are packed already; `head` says how.
  void set_packed_stream(Reference reference, Dictionary head, std::string_view bytes);

  // The whole file. The same objects in the same order give the same bytes.
  [[nodiscard]] std::string finished(Reference catalogue, Reference information);

 private:
  // Where an object is (7.5.8.3): by itself at an offset of the file, or in an object stream by its number.
  struct Place {
    enum class Kind : std::uint8_t { nowhere = 0, by_itself = 1, in_stream = 2 };
    Kind kind = Kind::nowhere;
    std::uint32_t where = 0;
    std::uint16_t index = 0;  // in the stream
  };
  // Objects for the next object stream.
  struct Waiting {
    Reference stream;
    std::string heads;  // of each its number and where it begins in `objects`
    std::string objects;
    std::uint16_t count = 0;
  };

  void pack_waiting();
  [[nodiscard]] std::string places() const;

  std::string m_bytes;
  std::vector<Place> m_places;  // by number
  Waiting m_waiting;
};

}  // namespace eqr::render::pdf
