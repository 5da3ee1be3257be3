// What a report is put together from, once everything has been read, drafted and protected.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "measures/statement.hpp"
#include "report/model/report.hpp"
#include "report/narrative.hpp"

namespace eqr::report {

// A theme as the run file asks for it, with what it said or why it is missing.
struct ThemeMaterial {
  std::string id;
  std::string title;
  std::string owner;
  std::optional<measures::Statement> statement;
  std::string missing_because;  // when there is no statement
  std::vector<Gap> input_gaps;  // documents it should have had and has not
};

struct NarrativeMaterial {
  std::string owner;
  std::string due;  // in words; empty for none
  std::optional<Narrative> narrative;
  std::string missing_because;
};

// A file that narratives show as a picture.
struct PictureMaterial {
  std::optional<Image> image;  // without an alternative: each place where it is shown gives its own
  std::string missing_because;
};

struct Material {
  Report front;  // organisation, dates, contact, statements for the cover; no sections yet
  std::vector<ThemeMaterial> themes;
  measures::Statement facts;  // the organisation's own figures, as figures of the theme "facts"
  std::map<std::string, NarrativeMaterial> narratives;  // those that the run file asks for
  std::map<std::string, PictureMaterial> pictures;      // by file: all that the narratives name
  std::map<std::string, Source> sources;                // by input name
};

// What is told of a picture that cannot be shown.
[[nodiscard]] inline Gap gap_of(const NamedImage& named, const PictureMaterial& picture,
                                const NarrativeMaterial& narrative) {
  return {"Picture: " + named.file, picture.missing_because, narrative.owner, narrative.due};
}

}  // namespace eqr::report
