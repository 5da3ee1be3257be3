// A report.json that is out, as disclosure control reads it.
#pragma once

#include <filesystem>
#include <string>

#include "calendar/date.hpp"
#include "disclosure/publication.hpp"
#include "disclosure/published.hpp"

namespace eqr::run {

struct PublishedReport {
  std::string title;
  calendar::Date snapshot;
  disclosure::Published people;
};

// Throws problems::Fault (settings) for a file that is no report.json of this program or holds no word of
// people.
[[nodiscard]] PublishedReport read_published_report(const std::filesystem::path& file);

// The same of bytes that are about to be written as `file`.
[[nodiscard]] PublishedReport published_report(const std::string& bytes, const std::filesystem::path& file);

// What a run whose report is about `snapshot` (and, in comparisons, `last`) has to keep to: reports about
// either day. False when the report is about neither.
bool keep_to(const PublishedReport& report, calendar::Date snapshot, calendar::Date last,
             disclosure::Earlier& earlier);

}  // namespace eqr::run
