#include "render/pdf/pdf.hpp"

#include "render/pdf/layout.hpp"
#include "render/pdf/writer.hpp"

namespace eqr::render::pdf {

std::string pdf(const report::Report& report, const Fonts& fonts) {
  return written(laid_out(report, fonts), fonts);
}

}  // namespace eqr::render::pdf
