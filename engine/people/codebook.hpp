// What a people extract means: which raw values a column may hold, the published group that each belongs
// to, and what is derived from a column (an age band from a date of birth). Plain values, so that another
// way of answering (a database, a counted table) can work from the same book.
//
// A characteristic divides people into leaf groups: every person is in exactly one. Some of them are
// undeclared ("not stated", "prefer not to say") and stay out of every "of declared" percentage. There is
// always a leaf `not-stated`: blank cells go there unless the codebook gives them to another undeclared
// group. An aggregate (`minority`) is a named union of leaves.
//
// The namespace is eqr::persons: eqr::people is a function of the SDK, people("staff").
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::persons {

struct Leaf {
  std::string id;
  std::string label;
  std::vector<std::string> values;  // as written in the codebook; compared normalised (text::normalised)
  bool undeclared = false;

  bool operator==(const Leaf&) const = default;
};

struct Aggregate {
  std::string id;
  std::string label;
  std::set<std::string> leaves;  // aggregates of aggregates are resolved

  bool operator==(const Aggregate&) const = default;
};

// The leaf is read off a cell: the cell's value stands in the leaf's values.
struct CodedColumn {
  std::string heading;
  bool operator==(const CodedColumn&) const = default;
};

// The leaf is the band that holds the age, in completed years at the snapshot. Ages are inclusive; the
// first band may lack `from` and the last may lack `to`. A cell that stands in the values of an undeclared
// leaf (blank, or a date that the HR system writes for "not known") goes there.
struct AgeBand {
  std::string leaf;
  std::optional<int> from;
  std::optional<int> to;
  bool operator==(const AgeBand&) const = default;
};
struct BirthDate {
  std::string heading;
  std::vector<AgeBand> bands;  // in ascending order, without gaps or overlaps
  bool operator==(const BirthDate&) const = default;
};

// Completed years from the date of starting to the snapshot, in bands like ages. Leaves come with the
// codebook.
struct ServiceStart {
  std::string heading;
  std::vector<AgeBand> bands;
  bool operator==(const ServiceStart&) const = default;
};

// Whether the date in the cell lies in the period of the report, which is the time after the last snapshot up
// to this one: leaves `in-period`, `before` and `none` (a blank cell, or a later date).
struct DateInPeriod {
  std::string heading;
  bool operator==(const DateInPeriod&) const = default;
};

// Derived from [in_post]: `stayed` (in post at both snapshots), `started` (at this one only), `left` (at the
// last one only), `started-and-left` (between the two). The people in post are those who stayed or started: a
// key without this characteristic counts them alone.
struct Movement {
  bool operator==(const Movement&) const = default;
};
inline constexpr std::string_view movement_id = "movement";

// Derived from [pay]: `relevant` (full-pay relevant employees with a rate of pay), `not-relevant`, and
// `rate-not-known`; and `received` and `not-received` (bonus pay in the twelve months to the snapshot).
struct FullPayMark {
  bool operator==(const FullPayMark&) const = default;
};
struct BonusReceived {
  bool operator==(const BonusReceived&) const = default;
};

// In the people input that an input of events names, under the same id: found by the identifier.
struct LookedUp {
  bool operator==(const LookedUp&) const = default;
};

// Not in the extract: in the codebook of a counted input, which needs no columns.
struct NoColumn {
  bool operator==(const NoColumn&) const = default;
};

// How a person's leaf is found.
using Source = std::variant<NoColumn, CodedColumn, BirthDate, ServiceStart, DateInPeriod, Movement,
                            FullPayMark, BonusReceived, LookedUp>;

struct Characteristic {
  std::string id;
  std::string title;
  std::vector<Leaf> leaves;  // declared ones in the order written, then undeclared ones
  std::vector<Aggregate> aggregates;
  Source source;
  // Does not change in a year, or is worked out from dates: one extract that says who came and left when can
  // answer for the snapshot before as well.
  bool fixed = false;
  std::vector<Aggregate> merged = {};  // told only together (merging.hpp); no leaf is in two

  [[nodiscard]] std::optional<std::size_t> leaf(std::string_view leaf_id) const;
  [[nodiscard]] std::set<std::string> declared() const;
  [[nodiscard]] std::set<std::string> all_leaves() const;
  // The heading that this characteristic is read from; empty when there is none.
  [[nodiscard]] const std::string& heading() const;
  // The merged group that a leaf is told in; null for one that is told by itself.
  [[nodiscard]] const Aggregate* merged_with(const std::string& leaf_id) const;

  bool operator==(const Characteristic&) const = default;
};

// How an hourly rate is worked out where the payroll has not done so: SI 2017/353 Schedule 1 paras 6 and 7,
//   (ordinary pay + bonus pay in the period, its share of the period) x 7 / days in the period / weekly hours
// exact, then rounded once, half away from zero, to a ten-thousandth of a pound.
struct PayElements {
  std::vector<std::string> ordinary;       // headings of ordinary pay in the period (para 3), added up
  std::string bonus_in_period;             // heading of bonus pay paid in the period (para 4), or empty
  std::int64_t period_hundredths = 3'044;  // days in the pay period, in hundredths: a month is 30.44 days
  std::int64_t bonus_hundredths = 0;       // days that the bonus is for; nought: the pay period
  std::vector<std::string> hours;          // weekly hours: one heading, or twelve whose mean is taken
  bool operator==(const PayElements&) const = default;
};

// Pay by SI 2017/353 Schedule 1, which compares the groups `female` and `male` of the characteristic `sex`.
struct Pay {
  std::string hourly;                   // heading of the hourly rate, in pounds; or
  std::optional<PayElements> elements;  // what it is worked out from
  std::string bonus;                    // heading of bonus pay in the 12 months to the snapshot, or empty
  std::string full_pay;                 // heading that marks full-pay relevant employees; empty = everybody
  std::set<std::string> full_pay_yes;   // normalised values of that column that mean yes
  std::set<std::string> full_pay_no;    // those that mean no, as blank does; no value is in both sets

  [[nodiscard]] bool has_rates() const { return !hourly.empty() || elements.has_value(); }
  bool operator==(const Pay&) const = default;
};

// In post: started on or before the snapshot, and not left on or before it.
struct InPost {
  std::string start;  // heading
  std::string leave;  // heading; a blank cell means still there
  bool operator==(const InPost&) const = default;
};

// Which of a person's posts stands for them: the one that is marked, or the one with the most hours (the
// first of equals).
struct MainPost {
  std::string column;            // heading
  std::set<std::string> values;  // normalised; empty: the column holds hours
  bool operator==(const MainPost&) const = default;
};

// Contracted hours, or the share of full time, that are checked to lie above nought and not above `most`.
struct HoursCheck {
  std::string column;     // heading
  std::int64_t most = 0;  // ten-thousandths
  bool operator==(const HoursCheck&) const = default;
};

// What may be wrong in a row, and what becomes of the row when that is no fatal fault of the extract.
enum class Finding {
  unknown_values,  // not in the codebook: not stated; a mark of full pay: not relevant
  birth_dates,  // impossible: not stated. Also dates of starting and the like, where bands are made of them
  start_dates,  // [in_post] blank or not a date: left out
  leave_dates,  // not a date, or before the start: as if still there
  repeated_people,  // with other values: the first row counts
  blank_rows,       // or rows without an identifier: left out
  pay,              // nought or no amount: in no distribution
  hours,            // out of range: told, and nothing else
};
enum class Treatment { fatal, counted };

// People whom the report leaves out, with the reason that it states beside their number.
struct Exclusion {
  std::string column;            // heading
  std::set<std::string> values;  // normalised
  std::string reason;
  bool operator==(const Exclusion&) const = default;
};

struct Codebook {
  std::string file;  // as the user named it, for messages
  std::string id;    // heading of the column that identifies a person; empty in a counted input's codebook
  std::vector<Characteristic> characteristics;  // in the order written, inherited ones first
  std::optional<Pay> pay;
  std::optional<InPost> in_post;  // none: everybody in the extract is in post
  std::vector<Exclusion> exclusions;
  std::optional<MainPost> main_post;  // where rows are posts
  std::optional<HoursCheck> hours;
  std::string dated;                        // heading of an event's date; empty: all events are this year's
  std::map<Finding, Treatment> treatments;  // where they differ from default_treatment()

  [[nodiscard]] Treatment treatment(Finding finding) const;

  [[nodiscard]] const Characteristic* find(std::string_view id) const;

  bool operator==(const Codebook&) const = default;
};

// Gives the characteristics that `events` looks up the titles and groups they have in the codebook of the
// people input. Throws problems::Fault (settings) for one that it does not have.
void adopt_looked_up(Codebook& events, const Codebook& people);

// Fatal, but for hours: what could change a count is not passed over unless the codebook says so.
[[nodiscard]] Treatment default_treatment(Finding finding);

// What a theme may know of an input with this codebook.
[[nodiscard]] eqr::PeopleInput describe(const Codebook& codebook, bool has_last_year, bool is_counted);

// The codebook with only these characteristics: for counted figures, what they are published by
// (CountedFigures::characteristics), so that themes are not offered what can only be [x].
[[nodiscard]] Codebook narrowed_to(Codebook codebook, const std::set<std::string>& characteristics);

}  // namespace eqr::persons
