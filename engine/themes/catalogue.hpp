// Which plugins there are, and whether each may be used. Nothing here loads a binary: the library is read as
// bytes, for its hash, and theme.json as text.
//
// Plugins are looked for as `<folder>/<id>/<id>.eqr.so` with `theme.json` beside it, in the installed folder
// and the folders that the run file names; never in the current folder.
//
// Trust. From the plugin folder down, folders and files belong to root or to the caller, nobody else may
// write to them, files are regular files and nothing is a symbolic link. Above it, a folder that everybody
// may write to has to be sticky. A SHA-256 given in the run file, or in the list `plugins.sha256` of the
// installed folder (as sha256sum writes it), has to be that of the library. Two plugins with one id are both
// refused and both named.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "problems/problem.hpp"
#include "themes/manifest.hpp"
#include "themes/reason.hpp"

namespace eqr::themes {

// A folder that holds plugins, one sub-folder each.
struct PluginFolder {
  std::filesystem::path path;
  std::string shown;       // as the user named it; messages use this
  bool installed = false;  // the program's own: its plugins.sha256 counts
};

// One plugin as found. Only one with `reason == Reason::ok` is ever started.
struct Plugin {
  std::string id;                    // the name of its folder
  std::string shown;                 // "plugins/veterans"
  PluginFolder folder;               // where it was found
  std::optional<Manifest> manifest;  // also of a plugin whose library cannot be used
  std::string sha256;                // of the library, in lower-case hexadecimal
  bool pinned = false;               // a pin exists and agrees; a final report needs this
  Reason reason = Reason::ok;
  std::vector<problems::Problem> problems;  // why not

  [[nodiscard]] bool usable() const { return reason == Reason::ok; }
  [[nodiscard]] std::filesystem::path library() const { return folder.path / id / (id + ".eqr.so"); }
};

class Catalogue {
 public:
  Catalogue() = default;
  explicit Catalogue(std::vector<Plugin> plugins);

  // Everything found, by id and then folder, unusable ones with their reason.
  [[nodiscard]] const std::vector<Plugin>& plugins() const { return m_plugins; }
  [[nodiscard]] std::vector<std::string> ids() const;

  // The plugin of that id, as a run is to use it. `pin` is the SHA-256 the run file gives, or empty. A plugin
  // that is not there, is there twice or differs from its pin comes back with its reason and a problem.
  [[nodiscard]] Plugin look_up(const std::string& id, const std::string& pin = {}) const;

 private:
  std::vector<Plugin> m_plugins;
};

// Looks through the folders. A folder that does not exist holds no plugins; a sub-folder without theme.json
// is not a plugin; everything else that is not as it should be is an entry with a reason.
[[nodiscard]] Catalogue read_catalogue(const std::vector<PluginFolder>& folders);

// The program's own plugins: `lib/equality-report/plugins` of its installation, or `plugins` of its build.
[[nodiscard]] PluginFolder installed_plugin_folder();

}  // namespace eqr::themes
