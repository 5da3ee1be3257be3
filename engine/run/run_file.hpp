// The run file: what a report is made from. TOML, kept in a folder of its own beside the inputs.
//
// sample-inputs/README.md tells users each key, and a test keeps it complete. Below, a comment names the key
// in square brackets where it differs from the field. Paths are relative to the run file's folder. Reading
// finds all problems at once and touches no input.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "calendar/date.hpp"
#include "colours/contrast.hpp"
#include "disclosure/policy.hpp"
#include "people/codebook.hpp"
#include "people/merging.hpp"
#include "people/occasion.hpp"
#include "problems/problem.hpp"
#include "report/model/report.hpp"

namespace eqr::run {

// [report]
struct ReportSettings {
  std::string organisation;
  std::string slug;  // file names: lower case letters, digits and dashes, at most 60
  std::string title;
  std::string period;                           // "2017/18"
  calendar::Date snapshot;                      // the day at which people are counted
  std::optional<calendar::Date> last_snapshot;  // a year before, unless given
  calendar::Date published;
  std::optional<calendar::Date> next_update;
  std::string report_template = "progress-report";  // [template]
  std::string language = "en-GB";
  std::string website;
  std::string summary;
  std::vector<std::string> keywords;
};

enum class InputKind { people, counted, figures, table };

// [inputs.NAME]
struct InputSettings {
  std::string name;
  problems::Place place;  // where the run file names it
  InputKind kind = InputKind::figures;
  std::string file;  // or url
  std::string url;
  std::string last_year_file;         // people: the extract of the year before
  bool last_year_from_dates = false;  // people: one extract, with those who left, answers for both years
  std::string sheet;                  // people: of a workbook
  std::string last_year_sheet;
  persons::RowsAre rows = persons::RowsAre::people;
  std::string people;                       // events: the people input in which their people are looked up
  std::vector<persons::Exclusion> exclude;  // [[inputs.NAME.exclude]], besides those of the codebook
  bool count_people = false;                // [count = "people"] events: a person with several counts once
  std::string codebook;                     // people and counted
  std::string title;                        // how sources are listed; the role's title when empty
  std::string source;                       // who or what the figures come from
  std::string published;                    // where the figures are already public; empty when they are not
  std::string owner;                        // who owes it
  std::optional<calendar::Date> due;
  std::chrono::seconds timeout{20};       // [timeout_seconds] url
  std::uint64_t most_bytes = 20'000'000;  // [max_megabytes] url and documents
};

// [[themes]]
struct ThemeSettings {
  std::string id;  // names its figures and tables; the plugin's id unless given
  std::string plugin;
  problems::Place place;
  std::string title;                          // the manifest's unless given
  std::map<std::string, std::string> inputs;  // role to input name
  nlohmann::json settings = nlohmann::json::object();
  problems::Place settings_place;
  std::chrono::seconds time_limit{20};   // [limits.seconds]
  std::uint64_t memory_limit_mb = 1024;  // [limits.memory_mb]
  std::string sha256;                    // pin; empty for none
};

// [narratives.ID]
struct NarrativeSettings {
  std::string id;
  problems::Place place;
  std::string file;
  std::string owner;
  std::optional<calendar::Date> due;
};

// [[policy.merge]]: groups that are told only together; applied to the codebook before anybody is counted.
struct MergeSettings {
  problems::Place place;
  std::string input;
  persons::Merging merging;
  std::string reason;
};

// [design]: how the organisation looks.
struct DesignSettings {
  struct Chosen {
    colours::Colour colour = 0;
    problems::Place place;
  };
  std::string logo;  // an SVG or PNG; empty for none
  std::string logo_alternative;
  problems::Place logo_place;
  std::optional<Chosen> colour;       // behind the organisation's name
  std::optional<Chosen> text_colour;  // on it
  std::optional<Chosen> accent;       // of rules, labels and key figures
};

// [fonts]: of the PDF, and of charts that are pictures. Files, relative to the run folder or absolute; empty
// for the usual fonts.
struct FontSettings {
  std::string regular, bold, italic, bold_italic;  // all of one family, or none
  std::vector<std::string> others;                 // asked for characters that the family lacks
};

struct RunFile {
  std::string name;              // as given on the command line
  std::filesystem::path folder;  // where its paths begin
  ReportSettings report;
  report::Contact contact;
  report::Accessibility accessibility;  // its formats and limits; empty where nothing is said
  disclosure::Policy policy;
  std::vector<problems::Place> withhold_places;  // of policy.withhold
  std::vector<MergeSettings> merges;
  std::vector<std::string>
      already_released;            // [policy.already_released] report.json files, last year's or this one's
  std::vector<std::string> facts;  // [facts.files] figure tables of the organisation's own facts
  std::string facts_owner;         // who owes them
  std::map<std::string, InputSettings> inputs;
  std::vector<ThemeSettings> themes;
  std::map<std::string, NarrativeSettings> narratives;
  std::vector<std::string> plugin_folders;  // [plugins.folders]
  DesignSettings design;
  FontSettings fonts;
  bool has_chart_sheets = true;  // [spreadsheets.charts]
};

// The day of last year's snapshot: as given, or a year before (28 February where there is no 29th).
[[nodiscard]] calendar::Date last_snapshot_of(const ReportSettings& report);

// Throws problems::Fault (settings) with every problem found.
[[nodiscard]] RunFile read_run_file(const std::filesystem::path& file);

// The same from bytes, for tests and for `folder` elsewhere.
[[nodiscard]] RunFile parse_run_file(std::string_view bytes, const std::string& name,
                                     std::filesystem::path folder);

}  // namespace eqr::run
