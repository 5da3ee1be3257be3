// The report: what may be published, and the only thing a renderer ever sees.
//
// Every number in it has passed disclosure control, is already rounded as it is printed, and carries its
// unit. Text is plain Unicode text; each renderer escapes it in one function of its own. Two renderers that
// show the same cell print the same characters, because printed() makes them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "calendar/date.hpp"
#include "numbers/exact.hpp"

namespace eqr::report {

// ---- values ----

enum class Unit { people, things, percent, percentage_points, ratio, pounds, number };

// How sure the source is of a number, in the words printed before it.
enum class Qualifier { none, about, more_than, less_than, up_to, hundreds_of };

struct Number {
  numbers::Decimal value;
  std::optional<numbers::Decimal> upper;  // of a range such as a target of 5 to 6
  Unit unit = Unit::number;
  Qualifier qualifier = Qualifier::none;
  std::string
      mark;  // shorthand letters that go beside the value: "p" provisional, "e" estimated, "r" revised

  bool operator==(const Number&) const = default;
};

// In place of a number: `code` is c, low, x, z … of the Government Analysis Function's list (domain symbols),
// printed in square brackets.
struct Shorthand {
  std::string code;
  std::string reason;  // one sentence for readers; says nothing about the withheld value

  bool operator==(const Shorthand&) const = default;
};

using Value = std::variant<Number, Shorthand>;

// As it stands in running text and HTML: "1,181,000", "13.9%", "0.3 percentage points", "-0.9%" with a true
// minus sign, "about 500", "5 to 6", "[c]". `with_unit` false leaves out % and "percentage points", for cells
// under a header that states the unit.
[[nodiscard]] std::string printed(const Value& value, bool with_unit = true);

// "%", "percentage points", "£", "number of people" …: what stands in brackets at the end of a column header;
// empty where a header needs none.
[[nodiscard]] std::string unit_in_header(Unit unit);

// What a shorthand means: "c" gives "confidential: withheld so that nobody can be identified".
[[nodiscard]] std::string shorthand_meaning(const std::string& code);

// ---- tables, charts, figures ----

struct Column {
  std::string id;
  std::string header;  // with the unit in brackets at its end where it has one
  bool is_number = false;
  Unit unit = Unit::number;
  int places = 0;
};

using Cell = std::variant<std::string, Number, Shorthand>;

struct Row {
  std::vector<Cell> cells;  // as many as the table has columns; the first is the row's label
  bool is_total = false;
};

struct Table {
  std::string id;     // unique in the report: "workforce.ethnicity"
  std::string title;  // stands alone: subject, breakdown, body, date
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::size_t> notes;    // indexes into Report::notes
  std::vector<std::size_t> sources;  // indexes into Report::sources
};

// A chart holds no numbers: it shows columns of a table that is in the same report.
struct Chart {
  enum class Kind {
    bars,
    grouped_bars,
    stacked_bars,
    line,       // rows are points in time, in order; a line for each value column
    dot_range,  // two value columns: a dot for the value and one for what it is set against, joined
  };
  std::string id;
  Kind kind = Kind::bars;
  std::string title;
  std::size_t table = 0;                   // index into Report::tables
  std::size_t label_column = 0;            // index into the table's columns
  std::vector<std::size_t> value_columns;  // likewise
  std::string text_alternative;            // states the message in words, with printed values
};

// A named number, wherever prose shows it.
struct Figure {
  std::string name;   // "workforce.ethnicity.minority.percent", "facts.population"
  std::string title;  // in words
  Value value;
  std::optional<Value> last_year;
  std::string note;
  std::string lineage;               // the expression in words, down to tallies and document cells
  std::vector<std::size_t> sources;  // indexes into Report::sources
};

// ---- pictures ----

// A picture as it is published: what its file said besides (places, dates, names, programs) is gone.
struct Image {
  enum class Kind { png, jpeg, svg };
  std::string file;  // as named in the run folder
  Kind kind = Kind::png;
  std::string bytes;
  double width = 0, height = 0;  // in CSS pixels, as it is shown
  std::string alternative;       // in words, for those who do not see it; empty where it is decoration
};

// ---- text ----

// A run of text. Links have descriptive text; `href` is http, https, mailto, or "#id" inside the report.
struct Inline {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  std::string href;
  std::string language;  // BCP 47 where it differs from the report's; otherwise empty
  std::string figure;    // the name of the figure whose value this text is; otherwise empty
};
using Inlines = std::vector<Inline>;

struct Paragraph {
  Inlines text;
};
struct ListBlock {
  bool ordered = false;
  std::vector<Inlines> items;
};
struct Subheading {
  std::string text;
  std::string id;
};
struct ImageBlock {
  std::size_t image = 0;  // index into Report::images
  Inlines caption;        // may be empty
};
struct TableBlock {
  std::size_t table = 0;
};
struct ChartBlock {
  std::size_t chart = 0;
};
// Something the report should hold and does not; shown in drafts, with who owes it.
struct GapBlock {
  std::size_t gap = 0;  // index into Report::gaps
};
using Block = std::variant<Paragraph, ListBlock, Subheading, TableBlock, ChartBlock, ImageBlock, GapBlock>;

struct Section {
  enum class Kind { ordinary, theme, case_study };
  std::string id;  // unique in the report, fit for a link
  std::string heading;
  Kind kind = Kind::ordinary;
  std::vector<std::string> outcomes;     // outcome statements, set apart under the heading
  std::vector<std::size_t> key_figures;  // indexes into Report::figures, shown at the head
  std::vector<Block> blocks;
  std::vector<Section> sections;  // one level further down; levels never skip
};

// ---- what it says about numbers of people ----
//
// By what they count, and not by where they stand: so that anybody can try what could be worked out from the
// report, and the next one can keep to what this one said. Nothing in it is more than tables and text say.

// Who are counted: an input's people, this or last year, in groups (ids of the codebook) of some columns.
struct ToldKey {
  std::string input;
  bool is_last_year = false;
  std::vector<std::pair<std::string, std::vector<std::string>>> where;
  int times = 1;  // how often they are added; below nought: taken away

  auto operator<=>(const ToldKey&) const = default;
};

struct ToldCount {
  std::vector<ToldKey> of;             // added up
  std::optional<std::int64_t> people;  // as printed
  std::string shorthand;               // in its place: c, low, x
};

// A percentage as printed, of two counts (indexes into Told::counts).
struct ToldShare {
  std::size_t part = 0, whole = 0;
  numbers::Decimal percent;
  bool is_by_law = false;  // the law requires it, however few the part is
};

// A total and the counts above it in a table's column.
struct ToldTotal {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

// A column that counts are narrowed by: all its groups, and those that a count without it is of, if not all.
struct ToldColumn {
  std::string input, id;
  std::vector<std::string> groups, without;
};

struct Told {
  std::uint64_t threshold = 0;  // counts of fewer people are withheld
  std::uint64_t width = 0;      // how far apart the ends of a withheld count's interval are at least
  std::uint64_t base = 0;       // to whose multiples counts are rounded; 0 for none
  std::vector<ToldColumn> columns;
  std::vector<ToldCount> counts;
  std::vector<ToldShare> shares;
  std::vector<ToldTotal> totals;
};

// ---- the whole ----

struct Note {
  std::string text;  // its number is its index plus one: notes stand in order of first use
};

struct Source {
  std::string title;        // "Staff records of Hertfordshire County Council"
  std::string file;         // as named in the run file; empty for none
  std::string as_at;        // "31 March 2018"
  std::string supplier;     // the owner named in the run file
  std::string publication;  // where already published, or empty
  // Of the bytes as received, where they are public already. Against the hash of other files whoever has
  // nearly all of one could try guesses of what the report withholds: it stands in the private run record
  // alone.
  std::string sha256;
};

struct Gap {
  std::string what;    // "Hate crime indicators"
  std::string reason;  // one sentence
  std::string owner;   // who owes it; empty if unknown
  std::string due;     // "14 September 2018"; empty if none
};

struct Contact {
  std::string name;  // a team, not a person
  std::string email;
  std::string telephone;
  std::string address;
};

// How the organisation looks: every pair of colours that holds text has passed the contrast minimum of
// WCAG 2.2, 1.4.3 (4.5 to 1). Colours are 0xRRGGBB.
struct Design {
  std::optional<std::size_t> logo;  // index into Report::images
  unsigned band = 0x12436D;         // behind the organisation's name
  unsigned on_band = 0xFFFFFF;      // text on it
  unsigned accent = 0x12436D;       // headings' rules, key figures and labels on white
  unsigned dark_accent = 0x9CC4EA;  // the same on a dark page

  // Whether a template's own style may stay as it is.
  [[nodiscard]] bool has_usual_colours() const {
    const Design usual;
    return band == usual.band && on_band == usual.on_band && accent == usual.accent &&
           dark_accent == usual.dark_accent;
  }
};

// The part "Accessibility and other formats". What nobody has offered is not among the offers: `ask` says
// how to ask for it.
struct Accessibility {
  struct Offer {
    std::string format;  // "Large print"
    std::string text;    // how to have it
    std::string href;    // where it is, or empty
  };
  std::string ask;
  std::vector<Offer> offers;
  std::vector<std::string> known_limits;  // what is not accessible yet, a sentence each
};

struct Report {
  std::string organisation;
  std::string title;   // "Meeting our equality duties"
  std::string period;  // "2017/18"
  std::string slug;    // file names: lower case and dashes
  std::string language = "en-GB";
  calendar::Date published;
  std::optional<calendar::Date> next_update;
  calendar::Date snapshot;
  Contact contact;
  std::string website;
  std::string summary;             // one or two sentences for the cover and the metadata
  std::vector<std::string> about;  // statements for the cover: rounding, protection, coverage
  std::vector<std::string> keywords;
  bool is_draft = true;

  std::vector<Section> sections;
  std::vector<Table> tables;
  std::vector<Chart> charts;
  std::vector<Figure> figures;
  std::vector<Image> images;
  std::vector<Note> notes;
  std::vector<Source> sources;
  std::vector<Gap> gaps;
  Design design;
  Accessibility accessibility;
  Told told;
  std::vector<std::string>
      shorthands;  // codes that occur in tables and figures, in the order c, low, x, z, marks
};

}  // namespace eqr::report
