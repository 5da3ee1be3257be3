// The rules for accessible PDFs that a program can decide: those of PDF/UA-1 (ISO 14289-1), by the number of
// their clause and of the test within it, as the Matterhorn Protocol and validators count them; and those of
// reading, which validators do not see.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.hpp"
#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

using checks::Level;

struct Finding {
  std::optional<std::size_t> page;  // none for the document as a whole
  std::string where;                // "Table > TR > TD"; may be empty
  std::string message;              // what is wrong, without a full stop
};

struct Rule {
  std::string_view id;  // "7.1-3"; "read-1" for those of reading
  Level level = Level::fail;
  std::string_view what;    // has to be so
  std::string_view remedy;  // how to make it so
  void (*look)(const Document& document, std::vector<Finding>& findings);
};

// All rules that need nothing but the file, in the order in which they are told.
[[nodiscard]] std::vector<Rule> all_rules();
[[nodiscard]] std::vector<Rule> document_rules();
[[nodiscard]] std::vector<Rule> tag_rules();
[[nodiscard]] std::vector<Rule> table_rules();
[[nodiscard]] std::vector<Rule> content_rules();
[[nodiscard]] std::vector<Rule> link_rules();
[[nodiscard]] std::vector<Rule> font_rules();

// Where to read of the rules on the whole, and of one of them.
inline constexpr std::string_view guidance = "https://pdfa.org/resource/the-matterhorn-protocol/";
[[nodiscard]] std::string_view guidance_on(std::string_view rule);

[[nodiscard]] checks::Finding told(Finding finding);
[[nodiscard]] checks::Verdicts check(const Document& document);

// A finding about a tag, with its page and its path.
[[nodiscard]] Finding about(const Document& document, std::size_t tag, std::string message);

}  // namespace eqr::pdf_check
