// Codebooks as files: TOML.
//
//   extends = "gss-harmonised"              # optional: a shipped codebook, overridden key by key; or a list
//                                           # of several, later ones over earlier ones
//   id = "Personnel number"
//   [characteristics.sex]
//   title = "Sex"
//   column = "Gender"
//   groups = [ {id = "female", label = "Women", values = ["F", "Female"]}, … ]
//   undeclared = [ {id = "not-stated", label = "Not stated", values = ["", "Unknown"]} ]
//   aggregates = [ {id = "…", label = "…", of = ["…"]} ]
//   [characteristics.age-band]
//   title = "Age band"
//   born = "Date of birth"
//   bands = [ {id = "under-25", label = "Under 25", to = 24}, … ]
//   [characteristics.length-of-service]
//   title = "Length of service"
//   since = "Start date"                    # completed years at the snapshot
//   bands = [ … ]
//   [characteristics.apprentice-start]
//   title = "Apprenticeships begun"
//   within_period = "Apprenticeship start"  # groups in-period, before and none come with it
//   [pay]
//   hourly = "Hourly rate"                  # or ordinary = ["Basic", "Shift"], bonus_in_period = "Bonus",
//                                           # period = "month", hours = ["Week 1", … "Week 12"]
//   bonus = "Bonus in the year"
//   full_pay = { column = "Full pay", values = ["Y"], no = ["N"] }   # no: N and No unless given; and blank
//   [in_post]
//   start = "Start date"
//   leave = "Leave date"
//   [main_post]                             # where rows are posts; or most_hours = "Hours"
//   column = "Main post"
//   values = ["Y"]
//   [hours]
//   column = "Share of full time"
//   most = 1
//   [findings]                              # each "fatal" or "counted"; people/codebook.hpp says what
//   follows unknown_values = "counted"
//   [[exclude]]
//   column = "Contract"
//   values = ["Casual"]
//   reason = "casual workers have no contract of employment"
//
// An extending file gives what differs. A characteristic that it does not name and that has no column is
// not in a people extract and is left out. Its own `groups` or `bands` replace the inherited ones and with
// them the inherited aggregates; `[characteristics.sex.values] female = ["2"]` adds values to an inherited
// group and takes them from any other. Bands may list `values` too, used when the extract has a column of
// age bands (`column`) in place of birth dates (`born`).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "people/codebook.hpp"

namespace eqr::persons {

// A people codebook must say where each characteristic is read from; a counted one need not. One of events
// may say that a characteristic is looked up in the people input that the events belong to; it needs an
// identifier only then.
enum class Use { people, events, counted };

// Reads and checks a codebook. `file` is the name used in messages; `shipped` the folder that holds the
// codebooks which may be extended (`<shipped>/<name>.toml`). Throws problems::Fault (settings) with every
// problem: syntax, unknown keys, repeated ids or values, groups without values, bands that overlap or leave
// gaps, aggregates of unknown groups, a missing title or column, an unknown characteristic in [pay].
[[nodiscard]] Codebook read_codebook(std::string_view toml, const std::string& file,
                                     const std::filesystem::path& shipped, Use use);

}  // namespace eqr::persons
