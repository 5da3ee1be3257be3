#include "render/pdf/file.hpp"

#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>

#include <limits>
#include <stdexcept>
#include <utility>

#include "digests/sha256.hpp"

namespace eqr::render::pdf {
namespace {

// Readers unpack a whole object stream for one object of it; below a hundred or so packing gets worse.
constexpr std::uint16_t most_in_a_stream = 200;

std::string packed(std::string_view bytes) {
  std::string made;
  Pl_String into("packed", nullptr, made);
  Pl_Flate packing("packing", &into, Pl_Flate::a_deflate);
  packing.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  packing.finish();
  return made;
}

void append_number(std::string& bytes, std::uint32_t number, unsigned length) {
  for (unsigned shift = 8 * length; shift > 0;) bytes += static_cast<char>(number >> (shift -= 8) & 0xFFU);
}

// An identifier has 16 bytes by custom (14.4).
std::string identifier_of(std::string_view bytes) {
  return "<" + digests::sha256_of(bytes).substr(0, 32) + ">";
}

}  // namespace

// The second line tells programs that the file is no text (7.5.2). Nothing has the number 0.
File::File() : m_bytes("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), m_places(1) {}

Reference File::reserve() {
  m_places.emplace_back();
  return {static_cast<std::uint32_t>(m_places.size() - 1)};
}

std::vector<Reference> File::reserve(std::size_t count) {
  std::vector<Reference> made(count);
  for (Reference& one : made) one = reserve();
  return made;
}

void File::set(Reference reference, std::string_view object) {
  if (m_waiting.count == 0) m_waiting.stream = reserve();
  m_places[reference.number] = {Place::Kind::in_stream, m_waiting.stream.number, m_waiting.count};
  m_waiting.heads += std::to_string(reference.number) + " " + std::to_string(m_waiting.objects.size()) + " ";
  m_waiting.objects.append(object).append("\n");
  if (++m_waiting.count == most_in_a_stream) pack_waiting();
}

Reference File::add(std::string_view object) {
  const Reference reference = reserve();
  set(reference, object);
  return reference;
}

void File::set_stream(Reference reference, Dictionary head, std::string_view bytes) {
  set_packed_stream(reference, std::move(head.set("/Filter", "/FlateDecode")), packed(bytes));
}

Reference File::add_stream(Dictionary head, std::string_view bytes) {
  const Reference reference = reserve();
  set_stream(reference, std::move(head), bytes);
  return reference;
}

void File::set_packed_stream(Reference reference, Dictionary head, std::string_view bytes) {
  if (m_bytes.size() + bytes.size() > std::numeric_limits<std::uint32_t>::max())
    throw std::length_error("a PDF of more than 4 GB");
  m_places[reference.number] = {Place::Kind::by_itself, static_cast<std::uint32_t>(m_bytes.size()), 0};
  head.set("/Length", std::to_string(bytes.size()));
  m_bytes += std::to_string(reference.number) + " 0 obj\n" + head.text() + "\nstream\n";
  m_bytes.append(bytes).append("\nendstream\nendobj\n");
}

void File::pack_waiting() {
  if (m_waiting.count == 0) return;
  const Waiting waiting = std::exchange(m_waiting, {});
  Dictionary head;
  head.set("/Type", "/ObjStm").set("/N", std::to_string(waiting.count));
  head.set("/First", std::to_string(waiting.heads.size()));
  set_stream(waiting.stream, std::move(head), waiting.heads + waiting.objects);
}

std::string File::finished(Reference catalogue, Reference information) {
  pack_waiting();
  const std::string identifier = identifier_of(m_bytes);
  const std::size_t begin = m_bytes.size();
  const Reference table = reserve();
  m_places[table.number] = {Place::Kind::by_itself, static_cast<std::uint32_t>(begin), 0};
  Dictionary head;
  head.set("/Type", "/XRef").set("/Size", std::to_string(m_places.size())).set("/W", "[1 4 2]");
  head.set("/DecodeParms", "<</Predictor 12 /Columns 7>>");
  head.set("/Root", catalogue).set("/Info", information).set("/ID", "[" + identifier + identifier + "]");
  set_stream(table, std::move(head), places());
  m_bytes += "startxref\n" + std::to_string(begin) + "\n%%EOF\n";
  return std::move(m_bytes);
}

// As differences from the place before, which pack well (7.4.4.4).
std::string File::places() const {
  std::string rows, before(7, '\0');
  for (const Place& place : m_places) {
    std::string row;
    append_number(row, static_cast<std::uint32_t>(place.kind), 1);
    append_number(row, place.where, 4);
    append_number(row, &place == &m_places.front() ? 65'535 : place.index, 2);
    rows += '\x02';  // "up"
    for (std::size_t i = 0; i < row.size(); ++i) rows += static_cast<char>(row[i] - before[i]);
    before = std::move(row);
  }
  return rows;
}

}  // namespace eqr::render::pdf
