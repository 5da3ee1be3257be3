#include "report/narrative_image.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "text/characters.hpp"
#include "text/words.hpp"

namespace eqr::report {
namespace {

using problems::Place;
using problems::Problem;

constexpr std::size_t most_characters = 150;
constexpr std::array<std::string_view, 4> endings = {".png", ".jpg", ".jpeg", ".svg"};

bool has_ending(const std::string& name) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

bool leads_away(const std::string& file) {
  if (file.starts_with('/') || file.find(':') != std::string::npos || file.find('\\') != std::string::npos)
    return true;
  const std::filesystem::path path(file);
  return std::ranges::any_of(path, [](const auto& part) { return part == ".."; });
}

// "IMG_1234.jpg", "img_1234", "DSC00042": what a camera or a folder calls it.
bool is_name_of_file(const std::string& alternative, const std::string& file) {
  const std::string words = text::normalised(alternative);
  const std::filesystem::path path(text::folded(file));
  if (has_ending(words) || words == path.stem().string()) return true;
  const bool is_one_word = words.find(' ') == std::string::npos;
  const auto digits = std::ranges::count_if(words, [](char c) { return c >= '0' && c <= '9'; });
  return is_one_word && digits >= 3;
}

bool says_that_it_is_a_picture(const std::string& alternative) {
  constexpr std::array<std::string_view, 5> kinds = {"image", "picture", "photo", "photograph", "graphic"};
  std::string words = text::normalised(alternative);
  for (const std::string_view article : {"a ", "an ", "the "}) {
    if (words.starts_with(article)) words.erase(0, article.size());
  }
  return std::ranges::any_of(kinds, [&](std::string_view kind) {
    return words == kind || words.starts_with(std::string(kind) + " of ");
  });
}

std::size_t characters_of(const std::string& words) {
  std::size_t characters = 0;
  text::for_each_character(words, [&](char32_t, std::size_t, std::size_t) { ++characters; });
  return characters;
}

}  // namespace

NamedImage named_image(std::string file, const std::string& alternative, Place place) {
  const bool is_decorative = text::normalised(alternative) == "decorative";
  return {std::move(file),
          is_decorative || text::says_nothing(alternative) ? "" : std::string(text::trimmed(alternative)),
          is_decorative, std::move(place)};
}

std::vector<Problem> file_name_problems(const std::string& file, const Place& place) {
  if (file.empty()) return {{place, "a picture without a file", "name it: images/photo.jpg"}};
  if (leads_away(file)) {
    return {{place, "the picture \"" + file + "\" does not lie in the folder of the run file",
             "put it there and name it from there, with forward slashes: images/photo.jpg"}};
  }
  if (!has_ending(text::folded(file))) {
    return {{place, "\"" + file + "\" is not called .png, .jpg or .svg",
             "save the picture as one of these: photographs as .jpg, drawings as .svg, others as .png"}};
  }
  return {};
}

std::vector<Problem> alternative_problems(const std::string& alternative, const std::string& file,
                                          const Place& place) {
  const std::string subject = "the alternative text of \"" + file + "\" ";
  if (alternative.find("{{") != std::string::npos)
    return {{place, subject + "names a figure", "name the figure in the caption or in the text beside it"}};
  if (is_name_of_file(alternative, file))
    return {{place, subject + "is the name of a file", "say in a sentence what the picture shows"}};
  if (says_that_it_is_a_picture(alternative)) {
    return {{place, subject + "says that it is a picture, which readers are told anyway",
             "begin with what it shows"}};
  }
  if (const std::size_t characters = characters_of(alternative); characters > most_characters) {
    return {{place, subject + "has " + std::to_string(characters) + " characters",
             "say the main thing in " + std::to_string(most_characters) +
                 " at most, and the rest in the text beside it"}};
  }
  return {};
}

std::vector<Problem> naming_problems(const NamedImage& image, bool has_caption) {
  std::vector<Problem> problems = file_name_problems(image.file, image.place);
  const auto add = [&](std::vector<Problem> more) { std::ranges::move(more, std::back_inserter(problems)); };
  if (image.is_decorative && has_caption) {
    add({{image.place, "a decoration with a caption",
          "a picture that has something to say needs an alternative text in place of \"decorative\""}});
  } else if (!image.is_decorative && image.alternative.empty()) {
    add({{image.place, "a picture without an alternative text",
          "say in a sentence what it shows: ![A class at the new library](" + image.file +
              "); or ![decorative](" + image.file + ") where nothing is lost without it"}});
  } else if (!image.is_decorative) {
    add(alternative_problems(image.alternative, image.file, image.place));
  }
  return problems;
}

}  // namespace eqr::report
