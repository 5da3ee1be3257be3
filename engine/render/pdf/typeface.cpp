#include "render/pdf/typeface.hpp"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <utility>

#include "handles/handle.hpp"
#include "problems/problem.hpp"

namespace eqr::render::pdf {
namespace {

using handles::Handle;

using Blob = Handle<hb_blob_t, hb_blob_destroy>;
using Face = Handle<hb_face_t, hb_face_destroy>;
using Font = Handle<hb_font_t, hb_font_destroy>;
using Buffer = Handle<hb_buffer_t, hb_buffer_destroy>;
using DrawFuncs = Handle<hb_draw_funcs_t, hb_draw_funcs_destroy>;
using Subset = Handle<hb_subset_input_t, hb_subset_input_destroy>;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw problems::Fault(
      problems::Cost::nothing_written,
      problems::Problem{
          {file.string(), 0, 0, ""},
          what,
          "name a TrueType file (.ttf) that may be read and embedded; the usual ones come with the "
          "Debian packages fonts-liberation2 and fonts-dejavu-core"});
}

std::string postscript_name(hb_face_t* face) {
  std::array<char, 128> name{};
  unsigned size = name.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name.data());
  std::string kept;
  for (const char c : std::string_view(name.data())) {
    const bool is_plain =
        (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    if (is_plain) kept += c;
  }
  return kept.empty() ? "Font" : kept;
}

// A number of two bytes in a table of the font, with its sign; nought where the table is too short.
int number_at(const Blob& table, unsigned offset) {
  unsigned size = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(table.get(), &size));
  if (offset + 2 > size) return 0;
  return static_cast<std::int16_t>(bytes[offset] << 8 | bytes[offset + 1]);
}

// Ligatures are left out: a reader who searches or listens wants letters.
constexpr std::array<std::string_view, 3> features_left_out = {"-liga", "-clig", "-dlig"};

std::vector<hb_feature_t> features() {
  std::vector<hb_feature_t> made;
  for (const std::string_view written : features_left_out) {
    hb_feature_t feature{};
    if (hb_feature_from_string(written.data(), static_cast<int>(written.size()), &feature) != 0)
      made.push_back(feature);
  }
  return made;
}

std::vector<Stroke>& strokes_of(void* data) {
  return *static_cast<std::vector<Stroke>*>(data);
}

// HarfBuzz calls these back with a vector of strokes, in the font's units; it makes quadratic curves cubic.
DrawFuncs draw_funcs() {
  DrawFuncs made(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      made.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        strokes_of(data).push_back({Stroke::Kind::move, {x, y}, {}, {}});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      made.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        strokes_of(data).push_back({Stroke::Kind::line, {x, y}, {}, {}});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      made.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
         float y, void*) {
        strokes_of(data).push_back({Stroke::Kind::curve, {x, y}, {x1, y1}, {x2, y2}});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      made.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
        strokes_of(data).push_back({Stroke::Kind::close, {}, {}, {}});
      },
      nullptr, nullptr);
  return made;
}

}  // namespace

struct Typeface::Parts {
  Face face;
  Font font;
  std::string name;
  Metrics metrics;
  double scale = 1;  // from the font's units to thousandths

  [[nodiscard]] double thousandths(double units) const { return units * scale; }
};

Typeface::Typeface(const std::filesystem::path& file) : m_parts(std::make_unique<Parts>()) {
  const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!blob) refuse(file, "the font cannot be read");
  Parts& parts = *m_parts;
  parts.face.reset(hb_face_create(blob.get(), 0));
  if (hb_face_get_glyph_count(parts.face.get()) == 0) refuse(file, "is not a font");
  const Blob outlines(hb_face_reference_table(parts.face.get(), HB_TAG('g', 'l', 'y', 'f')));
  if (hb_blob_get_length(outlines.get()) == 0) refuse(file, "is not a font of TrueType outlines");
  parts.font.reset(hb_font_create(parts.face.get()));
  parts.name = postscript_name(parts.face.get());
  parts.scale = 1'000.0 / hb_face_get_upem(parts.face.get());

  hb_font_extents_t extents{};
  hb_font_get_h_extents(parts.font.get(), &extents);
  const Blob head(hb_face_reference_table(parts.face.get(), HB_TAG('h', 'e', 'a', 'd')));
  const Blob os2(hb_face_reference_table(parts.face.get(), HB_TAG('O', 'S', '/', '2')));
  constexpr int permissions = 0xF, restricted = 2;  // OpenType 1.9, OS/2: fsType
  if ((number_at(os2, 8) & permissions) == restricted) refuse(file, "does not allow that it is embedded");
  Metrics& metrics = parts.metrics;
  metrics.ascent = parts.thousandths(extents.ascender);
  metrics.descent = parts.thousandths(extents.descender);
  metrics.left = parts.thousandths(number_at(head, 36));  // OpenType 1.9, head: xMin, yMin, xMax, yMax
  metrics.bottom = parts.thousandths(number_at(head, 38));
  metrics.right = parts.thousandths(number_at(head, 40));
  metrics.top = parts.thousandths(number_at(head, 42));
  metrics.weight = number_at(os2, 4);                          // usWeightClass
  metrics.cap_height = parts.thousandths(number_at(os2, 88));  // sCapHeight
  if (metrics.cap_height <= 0) metrics.cap_height = metrics.ascent * 0.8;
  metrics.italic_angle = hb_style_get_value(parts.font.get(), HB_STYLE_TAG_SLANT_ANGLE);
  metrics.is_italic = metrics.italic_angle != 0;
}

Typeface::~Typeface() = default;
Typeface::Typeface(Typeface&&) noexcept = default;
Typeface& Typeface::operator=(Typeface&&) noexcept = default;

const std::string& Typeface::name() const {
  return m_parts->name;
}

const Typeface::Metrics& Typeface::metrics() const {
  return m_parts->metrics;
}

bool Typeface::can_draw(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(m_parts->font.get(), character, &glyph) != 0;
}

double Typeface::advance(unsigned glyph) const {
  return m_parts->thousandths(hb_font_get_glyph_h_advance(m_parts->font.get(), glyph));
}

std::vector<Glyph> Typeface::shaped(std::string_view utf8, const std::string& language,
                                    Direction direction) const {
  const Buffer buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), utf8.data(), static_cast<int>(utf8.size()), 0,
                     static_cast<int>(utf8.size()));
  // Marks keep to their own characters, so that their glyphs can say them.
  hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_set_language(buffer.get(), hb_language_from_string(language.c_str(), -1));
  hb_buffer_guess_segment_properties(buffer.get());
  hb_buffer_set_direction(buffer.get(),
                          direction == Direction::right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  static const std::vector<hb_feature_t> wanted = features();
  hb_shape(m_parts->font.get(), buffer.get(), wanted.data(), static_cast<unsigned>(wanted.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  std::set<std::size_t> clusters = {utf8.size()};
  for (unsigned i = 0; i < count; ++i) clusters.insert(infos[i].cluster);
  std::vector<Glyph> glyphs;
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t begin = infos[i].cluster;
    glyphs.push_back({infos[i].codepoint, m_parts->thousandths(places[i].x_advance),
                      m_parts->thousandths(places[i].x_offset), m_parts->thousandths(places[i].y_offset),
                      begin, *clusters.upper_bound(begin)});
  }
  return glyphs;
}

std::vector<Stroke> Typeface::outline(unsigned glyph) const {
  static const DrawFuncs following = draw_funcs();
  std::vector<Stroke> strokes;
  hb_font_get_glyph_shape(m_parts->font.get(), glyph, following.get(), &strokes);
  for (Stroke& stroke : strokes) {
    for (Point* point : {&stroke.to, &stroke.from_control, &stroke.to_control})
      *point = {m_parts->thousandths(point->x), m_parts->thousandths(point->y)};
  }
  return strokes;
}

std::string Typeface::subset(const std::set<unsigned>& glyphs) const {
  const Subset input(hb_subset_input_create_or_fail());
  if (!input) throw std::bad_alloc();
  hb_set_t* kept = hb_subset_input_glyph_set(input.get());
  for (const unsigned glyph : glyphs) hb_set_add(kept, glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
  const Face small(hb_subset_or_fail(m_parts->face.get(), input.get()));
  if (!small) refuse(m_parts->name, "no part of the font can be taken out of it");
  const Blob blob(hb_face_reference_blob(small.get()));
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &size);
  return {bytes, size};
}

}  // namespace eqr::render::pdf
