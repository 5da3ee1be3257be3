#include "images/svg.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <span>

#include "images/image.hpp"
#include "images/refusal.hpp"
#include "images/svg_styles.hpp"
#include "images/svg_tree.hpp"
#include "render/markup/escape.hpp"
#include "text/characters.hpp"
#include "text/words.hpp"

namespace eqr::images {
namespace {

// Elements that are taken over.
constexpr std::array<std::string_view, 18> drawing = {
    "circle",   "clipPath", "defs",           "ellipse", "g",   "line", "linearGradient", "path", "polygon",
    "polyline", "rect",     "radialGradient", "stop",    "svg", "text", "tspan",          "use",  "symbol"};

// Elements and properties that draw and are not taken over: without them the drawing would look otherwise.
constexpr std::array<std::string_view, 3> missed_elements = {"foreignObject", "image", "textPath"};
constexpr std::array<std::string_view, 6> missed_properties = {"filter",     "marker",       "marker-end",
                                                               "marker-mid", "marker-start", "mask"};

constexpr std::array<std::string_view, 32> shape_attributes = {"clipPathUnits",
                                                               "cx",
                                                               "cy",
                                                               "d",
                                                               "dx",
                                                               "dy",
                                                               "fr",
                                                               "fx",
                                                               "fy",
                                                               "r",
                                                               "rx",
                                                               "ry",
                                                               "height",
                                                               "transform",
                                                               "offset",
                                                               "gradientTransform",
                                                               "gradientUnits",
                                                               "x",
                                                               "x1",
                                                               "x2",
                                                               "width",
                                                               "rotate",
                                                               "points",
                                                               "preserveAspectRatio",
                                                               "textLength",
                                                               "y",
                                                               "y1",
                                                               "y2",
                                                               "refX",
                                                               "refY",
                                                               "viewBox",
                                                               "spreadMethod"};

constexpr std::array<std::string_view, 32> look_attributes = {
    "baseline-shift", "clip-path",         "clip-rule",      "color",           "display",
    "fill",           "dominant-baseline", "fill-opacity",   "fill-rule",       "font-family",
    "font-size",      "font-style",        "font-weight",    "letter-spacing",  "opacity",
    "overflow",       "paint-order",       "stop-color",     "stop-opacity",    "stroke",
    "stroke-width",   "stroke-dasharray",  "stroke-linecap", "stroke-linejoin", "stroke-dashoffset",
    "text-anchor",    "stroke-miterlimit", "stroke-opacity", "text-decoration", "vector-effect",
    "visibility",     "word-spacing"};

template <typename Names>
bool holds(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

[[noreturn]] void refuse_missed(std::string_view what) {
  refuse("draws with \"" + std::string(what) + "\", which is not taken over",
         "save it with plain shapes, or as PNG");
}

// ---- sizes ----

std::optional<double> number_of(std::string_view& written) {
  const std::size_t begin = written.find_first_not_of(", \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  written.remove_prefix(begin);
  double number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (error != std::errc()) return std::nullopt;
  written.remove_prefix(static_cast<std::size_t>(end - written.data()));
  return number;
}

// In CSS pixels (CSS Values 3, 6.2); nothing for a share of what is around.
std::optional<double> length_of(std::string_view written) {
  constexpr std::array<std::pair<std::string_view, double>, 7> units = {
      {{"", 1}, {"px", 1}, {"in", 96}, {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"pt", 96 / 72.0}, {"pc", 16}}};
  const auto number = number_of(written);
  const std::string unit = text::folded(text::trimmed(written));
  const auto* const found = std::ranges::find(units, unit, &std::pair<std::string_view, double>::first);
  if (!number || found == units.end()) return std::nullopt;
  return *number * found->second;
}

struct Size {
  double width = 0, height = 0;
  std::string view;  // viewBox
};

Size size_of(const Node& root) {
  Size size;
  std::array<double, 4> view{};
  std::string_view written = root.attribute("viewBox");
  const bool has_view = std::ranges::all_of(view, [&](double& part) {
    const auto number = number_of(written);
    part = number.value_or(0);
    return number.has_value();
  });
  const auto width = length_of(root.attribute("width")), height = length_of(root.attribute("height"));
  size.width = width.value_or(has_view ? view[2] : 0);
  size.height = height.value_or(has_view ? view[3] : 0);
  const auto fits = [](double side) { return side >= 1 && side <= most_side; };
  if (!fits(size.width) || !fits(size.height))
    refuse("does not say how large it is, or is too large", "give <svg> a width and a height in pixels");
  return size;
}

std::string text_of(double number) {
  std::array<char, 40> buffer{};
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

// ---- looks ----

constexpr std::array<std::string_view, 3> letter_lengths = {"font-size", "letter-spacing", "word-spacing"};

// What draws letters ends the program when they are too large for it, and a share of what is around may
// become that. Words, such as "medium" and "normal", have their usual sizes.
void check_letters(const std::string& name, std::string_view value) {
  constexpr double most = 2'000;  // pixels
  value = text::trimmed(value);
  const bool is_word = std::ranges::all_of(value, [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); });
  if (is_word && value != "larger" && value != "smaller") return;
  const auto length = length_of(value);
  if (!length || std::abs(*length) > most)
    refuse("has a " + name + " that is not taken over: \"" + std::string(value.substr(0, 60)) + '"',
           "write it in pixels, up to 2,000, or save it as PNG");
}

// Line ends and tabs are blanks to whoever reads the attribute again.
std::string in_one_line(std::string value) {
  std::ranges::replace_if(
      value, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return value;
}

// ---- the drawing ----

void gather_styles(const Node& element, StyleSheet& styles) {
  if (element.name == "style") {
    for (const Node& text : element.children) styles.add(text.text);
  }
  for (const Node& child : element.children) gather_styles(child, styles);
}

bool is_text(const Node& element) {
  return element.name == "text" || element.name == "tspan";
}

void keep(const Node& element, const Node& around, std::vector<Node>& kept);

void keep_as(const std::string& name, const Node& element, std::span<const Node> children,
             std::vector<Node>& kept) {
  Node own{name, element.attributes, {}, {}};
  for (const Node& child : children) keep(child, own, own.children);
  kept.push_back(std::move(own));
}

// What of an element is taken over. Links and choices do not act any more: they are groups.
void keep(const Node& element, const Node& around, std::vector<Node>& kept) {
  if (element.name.empty()) {
    if (is_text(around)) kept.push_back(element);
  } else if (element.name == "a") {
    keep_as(is_text(around) ? "tspan" : "g", element, element.children, kept);
  } else if (element.name == "switch") {
    // Of several ways to draw the same, the first that can be taken over.
    const auto first =
        std::ranges::find_if(element.children, [](const Node& child) { return holds(drawing, child.name); });
    if (first != element.children.end()) keep_as("g", element, {&*first, 1}, kept);
  } else if (holds(missed_elements, element.name)) {
    refuse_missed(element.name);
  } else if (holds(drawing, element.name)) {
    keep_as(element.name, element, element.children, kept);
  }
}

class Rewriting {
 public:
  // `root` has only what is taken over.
  Rewriting(const Node& root, const StyleSheet& styles) : m_root(root), m_styles(styles) {
    number_ids(root);
    look_at(root);
    if (drawn_by(root, 0) > most_drawn)
      refuse("repeats its parts more often than a drawing on a page needs", "save it as PNG");
  }

  CleanedSvg rewritten() {
    const Size size = size_of(m_root);
    Declarations& attributes = m_attributes[&m_root];
    attributes["width"] = text_of(size.width);
    attributes["height"] = text_of(size.height);
    attributes.try_emplace("viewBox", "0 0 " + text_of(size.width) + " " + text_of(size.height));
    attributes["xmlns"] = "http://www.w3.org/2000/svg";
    write(m_root);
    return {std::move(m_written), size.width, size.height, m_letters};
  }

 private:
  static constexpr std::uint64_t most_drawn = 100'000;
  static constexpr int most_steps = 64;  // from one repeated part to another within it

  // Of several elements with one id the first has it.
  void number_ids(const Node& element) {
    if (const std::string_view id = element.attribute("id"); !id.empty())
      m_by_id.try_emplace(std::string(id), Named{&element, m_by_id.size() + 1});
    for (const Node& child : element.children) number_ids(child);
  }

  // What each element is written with.
  void look_at(const Node& element) {
    Declarations looks;
    for (const auto& [name, value] : element.attributes) looks[name] = value;
    for (const auto& [name, value] : m_styles.of(element)) looks[name] = value;
    for (const auto& [name, value] : declarations_of(element.attribute("style"))) looks[name] = value;
    Declarations& kept = m_attributes[&element];
    for (const auto& [name, value] : looks) {
      if (holds(missed_properties, name) && value != "none") refuse_missed(name);
      if (holds(letter_lengths, name)) check_letters(name, value);
      if (holds(shape_attributes, name)) kept[name] = in_one_line(value);
      if (holds(look_attributes, name)) kept[name] = in_one_line(painted(value));
    }
    if (const auto known = m_by_id.find(std::string(element.attribute("id")));
        known != m_by_id.end() && known->second.element == &element)
      kept["id"] = new_id(known->first);
    if (const std::string_view href = element.attribute("href"); !href.empty() && refers(element))
      kept["href"] = "#" + reference(href);
    for (const Node& child : element.children) {
      if (!child.name.empty()) look_at(child);
    }
  }

  static bool refers(const Node& element) {
    return element.name == "use" || element.name.ends_with("Gradient");
  }

  std::string new_id(const std::string& id) const { return "p" + std::to_string(m_by_id.at(id).number); }

  // "#part" as it is called now. What is in other files is not fetched.
  [[nodiscard]] std::string reference(std::string_view written) const {
    const auto found = m_by_id.find(std::string(written.substr(std::min<std::size_t>(1, written.size()))));
    if (!written.starts_with('#') || found == m_by_id.end()) refuse_missed(written.substr(0, 60));
    return new_id(found->first);
  }

  // A paint or a clip may name a part of the drawing: url(#part), with a colour behind it.
  [[nodiscard]] std::string painted(const std::string& value) const {
    const std::size_t begin = text::folded(value).find("url(");
    if (begin == std::string::npos) return value;
    const std::size_t end = value.find(')', begin);
    std::string_view inside = std::string_view(value).substr(begin + 4, end - begin - 4);
    inside = text::trimmed(inside);
    if (inside.size() > 1 && (inside.front() == '"' || inside.front() == '\'')) {
      inside.remove_prefix(1);
      inside.remove_suffix(1);
    }
    return "url(#" + reference(inside) + ")";
  }

  // How much is drawn once every part that is named is put in its place.
  std::uint64_t drawn_by(const Node& element, int steps) {
    if (const auto known = m_drawn.find(&element); known != m_drawn.end()) return known->second;
    if (steps > most_steps)
      refuse("repeats its parts within themselves, or too deep within each other", "save it as PNG");
    std::uint64_t drawn = 1;
    const Declarations& attributes = m_attributes[&element];
    if (const auto href = attributes.find("href"); href != attributes.end() && element.name == "use")
      drawn += drawn_by(*named(href->second.substr(1)), steps + 1);
    if (const auto clip = attributes.find("clip-path");
        clip != attributes.end() && clip->second.starts_with("url("))
      drawn += drawn_by(*named(clip->second.substr(5, clip->second.size() - 6)), steps + 1);
    for (const Node& child : element.children) {
      if (!child.name.empty()) drawn += drawn_by(child, steps + 1);
    }
    drawn = std::min(drawn, most_drawn + 1);
    m_drawn.emplace(&element, drawn);
    return drawn;
  }

  [[nodiscard]] const Node* named(std::string_view new_name) const {
    const auto found = std::ranges::find_if(
        m_by_id, [&](const auto& one) { return "p" + std::to_string(one.second.number) == new_name; });
    return found->second.element;
  }

  void write(const Node& element) {
    m_written += "<" + element.name;
    for (const auto& [name, value] : m_attributes[&element])
      m_written += " " + name + "=\"" + render::markup::escaped(value) + "\"";
    m_written += ">";
    write_children(element);
    m_written += "</" + element.name + ">";
  }

  void write_children(const Node& element) {
    for (const Node& child : element.children) {
      if (!child.name.empty()) {
        write(child);
      } else {
        m_written += render::markup::escaped(child.text);
        m_letters += text::utf16_units(text::trimmed(child.text));
      }
    }
  }

  struct Named {
    const Node* element;
    std::size_t number;
  };

  const Node& m_root;
  const StyleSheet& m_styles;
  std::map<std::string, Named> m_by_id;
  std::map<const Node*, Declarations> m_attributes;
  std::map<const Node*, std::uint64_t> m_drawn;
  std::string m_written;
  std::size_t m_letters = 0;
};

}  // namespace

CleanedSvg cleaned_svg(std::string_view bytes) {
  const Node root = svg_tree(bytes);
  if (root.name != "svg") refuse("is no SVG: it begins with another element", "save it again as plain SVG");
  StyleSheet styles;
  gather_styles(root, styles);
  std::vector<Node> kept;
  keep(root, {}, kept);
  return Rewriting(kept.front(), styles).rewritten();
}

}  // namespace eqr::images
