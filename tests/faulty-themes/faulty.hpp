// What the misbehaving plugins share: a descriptor written by hand, and a draft that would be good.
#pragma once

#include <string_view>

#include "eqr/plugin.h"
#include EQR_MANIFEST

// The function that FAULT names is the plugin's draft().
#define FAULTY_PLUGIN(FUNCTION)                                                                        \
  extern "C" const eqr_plugin eqr_plugin_v1 = {EQR_MAGIC,       sizeof(eqr_plugin), EQR_ABI_MAJOR,     \
                                               EQR_ABI_MINOR,   eqr_theme_id,       eqr_theme_version, \
                                               EQR_SDK_VERSION, eqr_theme_manifest, &faulty::FUNCTION};

namespace faulty {

inline constexpr std::string_view good_draft =
    R"({"format": "eqr.draft/1", "tables": [], "charts": [], "sections": [], "figures": [
          {"name": "target", "title": "Target", "note": "", "value": {"op": "setting", "setting": "target"},
           "format": {"unit": "things", "places": "p0"}}]})";

inline eqr_status deliver(const eqr_host* host, std::string_view draft) noexcept {
  return host->deliver(host->context, {draft.data(), draft.size()});
}

inline eqr_status fail(const eqr_host* host, std::string_view words) noexcept {
  host->fail(host->context, {words.data(), words.size()});
  return EQR_E_THEME;
}

}  // namespace faulty
