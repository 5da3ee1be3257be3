// Plugins whose drafts are not drafts.
#include <unistd.h>

#include <string>

#include "faulty.hpp"

namespace faulty {

eqr_status delivers_malformed_json(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, R"({"format": "eqr.draft/1", )");
}

eqr_status delivers_another_schema(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, R"({"format": "eqr.draft/1", "figures": [], "sheets": []})");
}

eqr_status delivers_a_bare_number(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, R"({"format": "eqr.draft/1", "tables": [], "charts": [], "sections": [], "figures": [
      {"name": "target", "title": "Target", "note": "", "value": 12,
       "format": {"unit": "people", "places": "p0"}}]})");
}

// Well-formed, but theme.json declares no such figure.
eqr_status delivers_an_undeclared_figure(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, R"({"format": "eqr.draft/1", "tables": [], "charts": [], "sections": [], "figures": [
      {"name": "targt", "title": "Target", "note": "", "value": {"op": "setting", "setting": "target"},
       "format": {"unit": "things", "places": "p0"}}]})");
}

eqr_status delivers_too_much(const eqr_host* host, eqr_view) noexcept {
  constexpr std::size_t size = std::size_t{64} << 20;
  const std::string spaces(size, ' ');
  return deliver(host, spaces);
}

eqr_status delivers_bad_utf8(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, "{\"format\": \"\xff\xfe\"}");
}

eqr_status delivers_deep_nesting(const eqr_host* host, eqr_view) noexcept {
  constexpr std::size_t depth = 100'000;
  return deliver(host, std::string(depth, '[') + std::string(depth, ']'));
}

eqr_status delivers_a_doubled_key(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, R"({"format": "eqr.draft/1", "format": "eqr.draft/1", "figures": [], "tables": [],
                           "charts": [], "sections": []})");
}

eqr_status delivers_not_a_number(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, R"({"format": NaN})");
}

eqr_status delivers_twice(const eqr_host* host, eqr_view) noexcept {
  (void)deliver(host, good_draft);
  (void)deliver(host, good_draft);
  return EQR_OK;
}

eqr_status delivers_nothing(const eqr_host*, eqr_view) noexcept {
  return EQR_OK;
}

eqr_status floods_the_log(const eqr_host* host, eqr_view) noexcept {
  const std::string line(1'023, 'x');
  for (int i = 0; i < 20'000; ++i) (void)!write(STDERR_FILENO, (line + "\n").data(), line.size() + 1);
  (void)!write(STDERR_FILENO, "the last line\n", 14);
  return deliver(host, good_draft);
}

}  // namespace faulty

FAULTY_PLUGIN(FAULT)
