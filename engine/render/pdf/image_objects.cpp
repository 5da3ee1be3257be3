#include "render/pdf/image_objects.hpp"

#include <array>
#include <charconv>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <utility>

#include "images/pixels.hpp"
#include "images/svg.hpp"

namespace eqr::render::pdf {
namespace {

Dictionary head_of(std::size_t width, std::size_t height, const char* colours) {
  Dictionary head;
  head.set("/Type", "/XObject").set("/Subtype", "/Image").set("/ColorSpace", colours);
  head.set("/Width", std::to_string(width)).set("/Height", std::to_string(height));
  return head.set("/BitsPerComponent", "8");
}

Reference of_png(File& file, const report::Image& image) {
  const images::Pixels read = images::pixels_of(image);
  Dictionary head = head_of(read.width, read.height, "/DeviceRGB");
  if (!read.alpha.empty())
    head.set("/SMask", file.add_stream(head_of(read.width, read.height, "/DeviceGray"), read.alpha));
  return file.add_stream(std::move(head), read.rgb);
}

Reference of_jpeg(File& file, const report::Image& image) {
  const images::JpegHead read = images::jpeg_head(image.bytes);
  Dictionary head = head_of(read.width, read.height, read.is_grey ? "/DeviceGray" : "/DeviceRGB");
  const Reference made = file.reserve();
  file.set_packed_stream(made, std::move(head.set("/Filter", "/DCTDecode")), image.bytes);
  return made;
}

// Objects of another file, as libqpdf reads them, under numbers of this one. No stream of it leads to itself:
// cairo made it.
class Copying {
 public:
  explicit Copying(File& file) : m_file(file) {}

  // `changed`: entries of a stream's dictionary that are other here.
  Reference stream(QPDFObjectHandle object, const std::map<std::string, std::string>& changed) {
    Dictionary head;
    for (const auto& [key, value] : object.getDict().getDictAsMap()) {
      if (key != "/Length" && !changed.contains(key)) head.set(name(key), text(value));
    }
    for (const auto& [key, value] : changed) head.set(key, value);
    const auto data = object.getRawStreamData();
    const std::string_view bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const Reference made = m_file.reserve();
    if (object.getDict().hasKey("/Filter")) {
      m_file.set_packed_stream(made, std::move(head), bytes);
    } else {
      m_file.set_stream(made, std::move(head), bytes);
    }
    return made;
  }

 private:
  static std::string name(const std::string& key) { return QPDFObjectHandle::newName(key).unparse(); }

  std::string text(QPDFObjectHandle object) {
    return object.isIndirect() ? written(copy(object)) : direct(object);
  }

  Reference copy(QPDFObjectHandle object) {
    const auto known = m_copies.find(object.getObjGen());
    if (known != m_copies.end()) return known->second;
    if (object.isStream()) return m_copies[object.getObjGen()] = stream(object, {});
    const Reference made = m_copies[object.getObjGen()] = m_file.reserve();
    m_file.set(made, direct(object));
    return made;
  }

  std::string direct(QPDFObjectHandle object) {
    if (object.isDictionary()) {
      Dictionary made;
      for (const auto& [key, value] : object.getDictAsMap()) made.set(name(key), text(value));
      // cairo leaves out what is so without words; PDF/UA-1, 7.21.3.2 wants it said.
      if (object.isDictionaryOfType("/Font", "/CIDFontType2") && !object.hasKey("/CIDToGIDMap"))
        made.set("/CIDToGIDMap", "/Identity");
      return made.text();
    }
    if (object.isArray()) {
      Array made;
      for (const auto& element : object.getArrayAsVector()) made.add(text(element));
      return made.text();
    }
    return object.unparse();
  }

  File& m_file;
  std::map<QPDFObjGen, Reference> m_copies;
};

// Pictures are up to thousands of points wide, so that a share of one needs more places than a length.
std::string share_of(double length) {
  std::array<char, 32> text{};
  constexpr int places = 9;
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), 1 / length, std::chars_format::fixed, places);
  return {text.data(), end.ptr};
}

Reference of_svg(File& file, const report::Image& image) {
  const std::string page = images::pdf_of(image.bytes, image.width, image.height);
  QPDF drawing;
  drawing.processMemoryFile("drawing", page.data(), page.size());
  const QPDFObjectHandle form = QPDFPageDocumentHelper(drawing).getAllPages().at(0).getFormXObjectForPage();
  const std::string matrix = "[" + share_of(image.width) + " 0 0 " + share_of(image.height) + " 0 0]";
  return Copying(file).stream(form, {{"/Matrix", matrix}});
}

}  // namespace

Reference image_object(File& file, const report::Image& image) {
  switch (image.kind) {
    case report::Image::Kind::jpeg:
      return of_jpeg(file, image);
    case report::Image::Kind::svg:
      return of_svg(file, image);
    case report::Image::Kind::png:
      break;
  }
  return of_png(file, image);
}

}  // namespace eqr::render::pdf
