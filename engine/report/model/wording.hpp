// What every renderer says of a report in the same words.
#pragma once

#include <string>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::report {

// "Meeting our equality duties 2017/18"
[[nodiscard]] std::string full_title(const Report& report);

// A cell under a header that states its unit is printed without it.
[[nodiscard]] std::string printed(const Cell& cell, const Column& column);

// How far apart two values are as they are printed, in their unit, between percentages "0.3 percentage
// points"; and which way, from what it was before: "up 0.3 percentage points", "unchanged".
[[nodiscard]] std::string apart_in_words(const Number& one, const Number& other);
[[nodiscard]] std::string change_in_words(const Number& now, const Number& before);

// "Shorthand in this table: [c] confidential: …; [z] not applicable.", in the order in which it appears;
// empty where there is none.
[[nodiscard]] std::string shorthand_sentence(const Table& table);

// "Source: Staff records, 31 March 2018; Minutes of the forum", each once; empty where there is none.
[[nodiscard]] std::string source_line(const Report& report, const std::vector<std::size_t>& sources);

// "Staff records; Minutes of the forum"
[[nodiscard]] std::string source_titles(const Report& report, const std::vector<std::size_t>& sources);

// What the file of a picture is called where a format keeps pictures as files: "picture-1.jpg", by its place
// in Report::images. Never a name that somebody wrote.
[[nodiscard]] std::string image_file_name(const Report& report, std::size_t index);

// Whether a case study's heading says what it is: "Case study 2: Early help".
[[nodiscard]] bool says_case_study(std::string heading);

// Whether a paragraph is wholly written from right to left.
[[nodiscard]] bool is_right_to_left(const Inlines& text);

// http, https and mailto, whatever the case of their letters, without a blank or a control character.
[[nodiscard]] bool may_be_followed(std::string_view href);

}  // namespace eqr::report
