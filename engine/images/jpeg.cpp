#include "images/jpeg.hpp"

#include <turbojpeg.h>

#include <array>
#include <memory>
#include <new>

#include "handles/handle.hpp"
#include "images/refusal.hpp"
#include "images/sizes.hpp"

namespace eqr::images {
namespace {

// What is written in part is not taken, and no file makes the same pixels be worked out over and over.
constexpr int strict = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;

using Codec = std::unique_ptr<void, decltype(&tjDestroy)>;

Codec checked(tjhandle handle) {
  if (handle == nullptr) throw std::bad_alloc();
  return {handle, &tjDestroy};
}

const unsigned char* start_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

JpegHead head_of(const Codec& codec, std::string_view bytes) {
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (tjDecompressHeader3(codec.get(), start_of(bytes), bytes.size(), &width, &height, &sampling, &colours) !=
      0)
    refuse_damaged();
  if (colours == TJCS_CMYK || colours == TJCS_YCCK)
    refuse("is in the colours of print (CMYK)", "save it in RGB");
  const JpegHead head{static_cast<std::size_t>(width), static_cast<std::size_t>(height),
                      colours == TJCS_GRAY};
  check_size(head.width, head.height);
  return head;
}

// Numbers of EXIF, whose order of bytes it says itself. What is out of bounds is nought.
class Exif {
 public:
  explicit Exif(std::string_view bytes) : m_bytes(bytes), m_is_little(bytes.starts_with("II")) {}

  [[nodiscard]] unsigned number(std::size_t at, std::size_t size) const {
    if (at > m_bytes.size() || size > m_bytes.size() - at) return 0;
    unsigned value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(m_bytes[m_is_little ? at + size - 1 - i : at + i]);
    return value;
  }

  [[nodiscard]] int orientation() const {
    constexpr unsigned orientation_tag = 0x0112;
    const std::size_t directory = number(4, 4);
    for (unsigned i = 0, entries = number(directory, 2); i < entries; ++i) {
      const std::size_t entry = directory + 2 + std::size_t{12} * i;
      if (number(entry, 2) != orientation_tag) continue;
      const unsigned value = number(entry + 8, 2);
      return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
  }

 private:
  std::string_view m_bytes;
  bool m_is_little;
};

// By EXIF's orientation, from 1.
constexpr std::array<TJXOP, 9> turns = {TJXOP_NONE,   TJXOP_NONE,       TJXOP_HFLIP,
                                        TJXOP_ROT180, TJXOP_VFLIP,      TJXOP_TRANSPOSE,
                                        TJXOP_ROT90,  TJXOP_TRANSVERSE, TJXOP_ROT270};

}  // namespace

bool is_jpeg(std::string_view bytes) {
  return bytes.starts_with("\xFF\xD8\xFF");
}

int orientation_of(std::string_view bytes) {
  constexpr std::string_view exif_begins("Exif\0\0", 6);
  constexpr unsigned app_1 = 0xE1, scan = 0xDA;
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && bytes[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    const std::size_t length = std::size_t{static_cast<unsigned char>(bytes[at + 2])} << 8 |
                               static_cast<unsigned char>(bytes[at + 3]);
    if (marker == scan || length < 2) break;
    std::string_view content = bytes.substr(at + 4).substr(0, length - 2);
    if (marker == app_1 && content.starts_with(exif_begins)) {
      content.remove_prefix(exif_begins.size());
      return Exif(content).orientation();
    }
    at += 2 + length;
  }
  return 1;
}

std::string cleaned_jpeg(std::string_view bytes) {
  const Codec codec = checked(tjInitTransform());
  (void)head_of(codec, bytes);
  tjtransform turn{};
  turn.op = turns.at(static_cast<std::size_t>(orientation_of(bytes)));
  turn.options = TJXOPT_COPYNONE | TJXOPT_TRIM;
  unsigned char* written = nullptr;
  unsigned long size = 0;
  const int failed =
      tjTransform(codec.get(), start_of(bytes), bytes.size(), 1, &written, &size, &turn, strict);
  const handles::Handle<unsigned char, tjFree> freed(written);
  if (failed != 0) refuse_damaged();
  return {reinterpret_cast<const char*>(written), size};
}

JpegHead jpeg_head(std::string_view bytes) {
  return head_of(checked(tjInitDecompress()), bytes);
}

Pixels jpeg_pixels(std::string_view bytes) {
  const Codec codec = checked(tjInitDecompress());
  const JpegHead head = head_of(codec, bytes);
  Pixels pixels{head.width, head.height, {}, {}};
  pixels.rgb.resize(3 * pixels.width * pixels.height);
  if (tjDecompress2(codec.get(), start_of(bytes), bytes.size(),
                    reinterpret_cast<unsigned char*>(pixels.rgb.data()), static_cast<int>(head.width), 0,
                    static_cast<int>(head.height), TJPF_RGB, strict) != 0)
    refuse_damaged();
  return pixels;
}

}  // namespace eqr::images
