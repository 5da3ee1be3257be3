// UTF-16: always UTF-8, and the same in pieces of any size.
#include "fuzz/target.hpp"
#include "tabular/utf16_source.hpp"
#include "text/words.hpp"

namespace {

std::string converted(std::string_view bytes, std::size_t step, std::size_t piece) {
  eqr::fuzz::Pieces pieces(bytes, step);
  eqr::tabular::Utf16Source source(pieces);
  return eqr::fuzz::read_all(source, piece) + std::to_string(source.replaced());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  const std::string_view bytes = eqr::fuzz::text_of(input, size);
  const std::string whole = converted(bytes, size + 1, 4096);
  eqr::fuzz::promise(eqr::text::is_utf8(whole), "the text is UTF-8");
  eqr::fuzz::promise(converted(bytes, 1, 3) == whole, "pieces make no difference");
  return 0;
}
