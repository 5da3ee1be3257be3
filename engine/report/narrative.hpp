// Narratives: the text that services write, in Markdown (CommonMark by cmark-gfm), with figures referred to
// by name:
//
//   Minority ethnic staff rose {{workforce.ethnicity.minority.percent | from_to}}.
//   Of those who left, {{workforce.leavers.minority.percent | else "a share that is not published"}} …
//
// The words of `else` stand for every figure without a value, whatever the reason, and may say nothing of its
// size (numberless.hpp).
//
// Paragraphs, lists, ### headings, emphasis, links and pictures (narrative_image.hpp), each in a paragraph of
// its own, are what a narrative may hold. Raw HTML, tables and higher headings are refused: pages are made by
// the renderer, tables by themes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "problems/problem.hpp"
#include "report/model/report.hpp"
#include "report/narrative_image.hpp"

namespace eqr::report {

enum class Filter {
  none,     // the value with its unit: "13.9%"
  from_to,  // "from 13.6% to 13.9%"
  change,   // "up 0.3 percentage points", computed from the values as printed
  pence,    // of a pay gap in percent: "86p", what women earn for every £1 that men earn
};

struct Placeholder {
  std::string figure;
  Filter filter = Filter::none;
  std::string otherwise;  // the words of `else`: what stands in place of a figure that is not published
  problems::Place place;
};

// A run of text, or a figure with the style of the text around it.
struct NarrativeRun {
  Inline style;  // its `text` is empty for a placeholder
  std::optional<Placeholder> placeholder;
};

struct NarrativeBlock {
  enum class Kind { paragraph, bullets, numbered, subheading, image };
  Kind kind = Kind::paragraph;
  std::vector<std::vector<NarrativeRun>> items;  // one but for lists; of a picture its caption
  std::optional<NamedImage> image;
};

struct Narrative {
  std::string id;
  std::vector<NarrativeBlock> blocks;
  std::vector<Placeholder> placeholders;  // all of them, with their places
};

struct NarrativeReading {
  Narrative narrative;
  // What makes the text unfit (raw HTML, a table …): the text is then left out of the report.
  std::vector<problems::Problem> problems;
  // A placeholder that cannot be read: a fault of settings, like a name that nothing supplies.
  std::vector<problems::Problem> placeholder_problems;
};

// `file` is the name used in messages.
[[nodiscard]] NarrativeReading read_narrative(const std::string& id, std::string_view markdown,
                                              const std::string& file);

}  // namespace eqr::report
