// Codebooks as files: TOML.
//
//   extends = "gss-harmonised"              # optional: a shipped codebook, overridden key by key
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
//   [pay]
//   hourly = "Hourly rate"
//   full_pay = { column = "Full pay", values = ["Y"], no = ["N"] }   # no: N and No unless given; and blank
//   sex = "sex"
//   [in_post]
//   start = "Start date"
//   leave = "Leave date"
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

// A people codebook must say where each characteristic is read from; a counted one need not.
enum class Use { people, counted };

// Reads and checks a codebook. `file` is the name used in messages; `shipped` the folder that holds the
// codebooks which may be extended (`<shipped>/<name>.toml`). Throws problems::Fault (settings) with every
// problem: syntax, unknown keys, repeated ids or values, groups without values, bands that overlap or leave
// gaps, aggregates of unknown groups, a missing title or column, an unknown characteristic in [pay].
[[nodiscard]] Codebook read_codebook(std::string_view toml, const std::string& file,
                                     const std::filesystem::path& shipped, Use use);

}  // namespace eqr::persons
