#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include "handles/handle.hpp"
#include "images/refusal.hpp"
#include "images/svg.hpp"

namespace eqr::images {
namespace {

using handles::Handle;

using Drawing = Handle<RsvgHandle, g_object_unref>;
using Surface = Handle<cairo_surface_t, cairo_surface_destroy>;
using Pen = Handle<cairo_t, cairo_destroy>;

cairo_status_t keep(void* pdf, const unsigned char* piece, unsigned size) {
  static_cast<std::string*>(pdf)->append(reinterpret_cast<const char*>(piece), size);
  return CAIRO_STATUS_SUCCESS;
}

Drawing read(std::string_view svg) {
  GError* error = nullptr;
  Drawing drawing(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (error != nullptr) g_error_free(error);
  if (!drawing) refuse_damaged();
  return drawing;
}

}  // namespace

std::string pdf_of(std::string_view cleaned, double width, double height) {
  const Drawing drawing = read(cleaned);
  std::string pdf;
  const Surface surface(cairo_pdf_surface_create_for_stream(&keep, &pdf, width, height));
  {
    const Pen pen(cairo_create(surface.get()));
    const RsvgRectangle whole = {0, 0, width, height};
    if (rsvg_handle_render_document(drawing.get(), pen.get(), &whole, nullptr) == 0)
      refuse("cannot be drawn", "save it as PNG");
  }
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    refuse("cannot be drawn", "save it as PNG");
  return pdf;
}

}  // namespace eqr::images
