#include "render/pdf/image_objects.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <utility>

#include "images/pixels.hpp"
#include "images/svg.hpp"

namespace eqr::render::pdf {
namespace {

using Object = QPDFObjectHandle;

Object pixels(QPDF& pdf, std::size_t width, std::size_t height, const char* colours,
              const std::string& bytes) {
  Object made = Object::newStream(&pdf, bytes);
  Object head = made.getDict();
  head.replaceKey("/Type", Object::newName("/XObject"));
  head.replaceKey("/Subtype", Object::newName("/Image"));
  head.replaceKey("/Width", Object::newInteger(static_cast<long long>(width)));
  head.replaceKey("/Height", Object::newInteger(static_cast<long long>(height)));
  head.replaceKey("/ColorSpace", Object::newName(colours));
  head.replaceKey("/BitsPerComponent", Object::newInteger(8));
  return made;
}

Object of_png(QPDF& pdf, const report::Image& image) {
  const images::Pixels read = images::pixels_of(image);
  Object made = pixels(pdf, read.width, read.height, "/DeviceRGB", read.rgb);
  if (!read.alpha.empty())
    made.getDict().replaceKey("/SMask", pixels(pdf, read.width, read.height, "/DeviceGray", read.alpha));
  return made;
}

Object of_jpeg(QPDF& pdf, const report::Image& image) {
  const images::JpegHead head = images::jpeg_head(image.bytes);
  Object made =
      pixels(pdf, head.width, head.height, head.is_grey ? "/DeviceGray" : "/DeviceRGB", image.bytes);
  made.getDict().replaceKey("/Filter", Object::newName("/DCTDecode"));
  return made;
}

Object of_svg(QPDF& pdf, const report::Image& image) {
  const std::string page = images::pdf_of(image.bytes, image.width, image.height);
  QPDF drawing;
  drawing.processMemoryFile("drawing", page.data(), page.size());
  drawing.setImmediateCopyFrom(true);  // it is gone before the report is written
  Object form = QPDFPageDocumentHelper(drawing).getAllPages().at(0).getFormXObjectForPage();
  Object made = pdf.copyForeignObject(form);
  const auto share_of = [](double length) { return Object::newReal(1 / length, 9); };
  const Object none = Object::newInteger(0);
  made.getDict().replaceKey(
      "/Matrix", Object::newArray({share_of(image.width), none, none, share_of(image.height), none, none}));
  return made;
}

}  // namespace

Object image_object(QPDF& pdf, const report::Image& image) {
  switch (image.kind) {
    case report::Image::Kind::jpeg:
      return of_jpeg(pdf, image);
    case report::Image::Kind::svg:
      return of_svg(pdf, image);
    case report::Image::Kind::png:
      break;
  }
  return of_png(pdf, image);
}

}  // namespace eqr::render::pdf
