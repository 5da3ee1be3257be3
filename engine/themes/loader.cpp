#include "themes/loader.hpp"

#include <dlfcn.h>

#include <cstddef>
#include <cstring>
#include <memory>

// The standard library's paths instead of Boost.Filesystem: one library less for each worker to load.
#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>

namespace eqr::themes {
namespace {

Loaded refused(Reason reason, std::string detail) {
  return {nullptr, reason, std::move(detail)};
}

Loaded checked(const eqr_plugin& plugin) {
  if (std::memcmp(plugin.magic, EQR_MAGIC, sizeof plugin.magic) != 0) {
    return refused(Reason::abi_mismatch, "the descriptor does not start with \"" EQR_MAGIC "\"");
  }
  const std::string rebuild = "; build it again with EqrSdk " EQR_SDK_VERSION;
  if (plugin.abi_major != EQR_ABI_MAJOR) {
    return refused(Reason::abi_mismatch, "the plugin was built for version " +
                                             std::to_string(plugin.abi_major) +
                                             " of the plugin boundary, this program speaks version " +
                                             std::to_string(EQR_ABI_MAJOR) + rebuild);
  }
  if (plugin.target_minor > EQR_ABI_MINOR) {
    return refused(Reason::abi_mismatch,
                   "the plugin asks for boundary " + std::to_string(plugin.abi_major) + "." +
                       std::to_string(plugin.target_minor) + ", this program offers " +
                       std::to_string(EQR_ABI_MAJOR) + "." + std::to_string(EQR_ABI_MINOR) +
                       "; use a newer program, or set EQR_TARGET_MINOR lower and build the plugin again");
  }
  // Fields after `draft` belong to later minors; up to it, every plugin of this major has them all.
  constexpr std::size_t needed = offsetof(eqr_plugin, draft) + sizeof(eqr_plugin::draft);
  if (plugin.struct_size < needed) {
    return refused(Reason::abi_mismatch, "the descriptor has " + std::to_string(plugin.struct_size) +
                                             " bytes, at least " + std::to_string(needed) + " are needed" +
                                             rebuild);
  }
  if (plugin.id == nullptr || plugin.version == nullptr || plugin.sdk == nullptr ||
      plugin.manifest == nullptr || plugin.draft == nullptr) {
    return refused(Reason::abi_mismatch, "the descriptor has empty fields" + rebuild);
  }
  return {&plugin, Reason::ok, {}};
}

}  // namespace

Loaded load_plugin(const std::string& path) {
  // Held for ever: the process leaves by _exit, and code of the plugin may still be running in threads.
  auto* const library = std::make_unique<boost::dll::shared_library>().release();
  boost::dll::fs::error_code fault;
  dlerror();
  // Everything resolved now: with lazy binding a missing symbol would end the process at its first call.
  library->load(path, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local, fault);
  if (fault) {
    // The error code always reads "Bad file descriptor"; what is wrong only dlerror() knows.
    const char* words = dlerror();
    return refused(Reason::load_failed, words == nullptr ? fault.message() : std::string(words));
  }
  if (!library->has(EQR_ENTRY_SYMBOL)) {
    return refused(Reason::load_failed,
                   "the library does not export " EQR_ENTRY_SYMBOL "; was it built with eqr_add_theme()?");
  }
  return checked(library->get<const eqr_plugin>(EQR_ENTRY_SYMBOL));
}

}  // namespace eqr::themes
