// Plugins whose descriptor is not one that this program can use. Each kind changes one thing.
#include <cstddef>

#include "faulty.hpp"

namespace faulty {

eqr_status draft(const eqr_host* host, eqr_view) noexcept {
  return deliver(host, good_draft);
}

constexpr eqr_plugin good = {EQR_MAGIC,       sizeof(eqr_plugin), EQR_ABI_MAJOR,
                             EQR_ABI_MINOR,   eqr_theme_id,       eqr_theme_version,
                             EQR_SDK_VERSION, eqr_theme_manifest, &draft};

constexpr eqr_plugin wrong_version() {
  eqr_plugin made = good;
  made.abi_major = EQR_ABI_MAJOR + 1;
  return made;
}
constexpr eqr_plugin asks_for_a_newer_minor() {
  eqr_plugin made = good;
  made.target_minor = EQR_ABI_MINOR + 7;
  return made;
}
constexpr eqr_plugin short_descriptor() {
  eqr_plugin made = good;
  made.struct_size = offsetof(eqr_plugin, draft);
  return made;
}
constexpr eqr_plugin bad_magic() {
  eqr_plugin made = good;
  made.magic[0] = 'X';
  return made;
}
constexpr eqr_plugin no_function() {
  eqr_plugin made = good;
  made.draft = nullptr;
  return made;
}
constexpr eqr_plugin another_id() {
  eqr_plugin made = good;
  made.id = "somebody-else";
  return made;
}
constexpr eqr_plugin another_manifest() {
  eqr_plugin made = good;
  made.manifest = "{}";
  return made;
}

}  // namespace faulty

extern "C" constinit const eqr_plugin eqr_plugin_v1 = faulty::FAULT();
