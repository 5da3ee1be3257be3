#include "themes/catalogue.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "digests/sha256.hpp"
#include "text/words.hpp"
#include "themes/file_problem.hpp"
#include "themes/trust.hpp"

namespace eqr::themes {
namespace {

using problems::Problem;

constexpr std::size_t largest_text_file = std::size_t{1} << 20;

using Pins = std::map<std::string, std::string>;  // hash by "<id>/<id>.eqr.so"

void refuse(Plugin& plugin, Reason reason, std::vector<Problem> why) {
  plugin.reason = reason;
  plugin.problems = std::move(why);
}

// Lines of sha256sum: the hash, two blanks (or a blank and a star), the name.
Pins read_pins(std::string_view text) {
  constexpr std::size_t digits = 64;
  Pins pins;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.size() > digits + 2) {
      pins.emplace(line.substr(digits + 2), eqr::text::folded(line.substr(0, digits)));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pins;
}

// One folder of plugins, opened and ready to be read.
struct OpenFolder {
  PluginFolder folder;
  Descriptor opened;
  std::vector<Problem> problems;  // of the folder as a whole: they refuse every plugin in it
  Pins pins;
};

OpenFolder open_folder(const PluginFolder& folder) {
  OpenFolder made{folder, {}, {}, {}};
  made.opened = open_plugin_folder(folder, made.problems);
  if (!made.opened.is_open() || !folder.installed) return made;
  struct stat status {};
  constexpr const char* list = "plugins.sha256";
  if (fstatat(made.opened.number(), list, &status, AT_SYMLINK_NOFOLLOW) != 0) return made;
  const auto text =
      read_file_in(made.opened, list, folder.shown + "/" + list, largest_text_file, made.problems);
  if (text) made.pins = read_pins(*text);
  return made;
}

void compare_with_list(Plugin& plugin, const Pins& pins) {
  const std::string name = plugin.id + "/" + plugin.id + ".eqr.so";
  const auto pin = pins.find(name);
  if (pin == pins.end()) return;
  plugin.pinned = pin->second == plugin.sha256;
  if (plugin.pinned) return;
  refuse(plugin, Reason::untrusted,
         {file_problem(plugin.folder.shown + "/" + name,
                       "it is not the file that the installation recorded in plugins.sha256",
                       "install the program again")});
}

Plugin read_plugin(const OpenFolder& from, const std::string& id) {
  Plugin plugin;
  plugin.id = id;
  plugin.shown = from.folder.shown + "/" + id;
  plugin.folder = from.folder;
  std::vector<Problem> found = from.problems;
  const Descriptor folder =
      found.empty() ? open_folder_in(from.opened, id, plugin.shown, found) : Descriptor();
  if (!folder.is_open()) {
    refuse(plugin, Reason::untrusted, std::move(found));
    return plugin;
  }
  const std::string manifest_name = plugin.shown + "/theme.json";
  const auto text = read_file_in(folder, "theme.json", manifest_name, largest_text_file, found);
  if (!text) {
    refuse(plugin, Reason::untrusted, std::move(found));
    return plugin;
  }
  try {
    plugin.manifest = read_manifest(*text, manifest_name);
  } catch (const problems::Fault& fault) {
    refuse(plugin, Reason::bad_manifest, fault.problems());
    return plugin;
  }
  if (plugin.manifest->id != id) {
    refuse(plugin, Reason::bad_manifest,
           {file_problem(manifest_name,
                         "id: \"" + plugin.manifest->id + "\" is not the name of the folder it stands in",
                         "rename one of the two")});
    plugin.manifest.reset();
    return plugin;
  }
  const std::string library = id + ".eqr.so";
  struct stat status {};
  if (fstatat(folder.number(), library.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    refuse(plugin, Reason::not_found,
           {file_problem(plugin.shown + "/" + library, "it does not exist, though theme.json does",
                         "build the plugin, or install it again")});
    return plugin;
  }
  const auto bytes = read_file_in(folder, library, plugin.shown + "/" + library, largest_library, found);
  if (!bytes) {
    refuse(plugin, Reason::untrusted, std::move(found));
    return plugin;
  }
  plugin.sha256 = digests::sha256_of(*bytes);
  compare_with_list(plugin, from.pins);
  return plugin;
}

std::vector<std::string> ids_in(const PluginFolder& folder) {
  std::vector<std::string> ids;
  std::error_code fault;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path, fault)) {
    std::error_code ignored;
    const std::string name = entry.path().filename().string();
    const bool holds_manifest = std::filesystem::symlink_status(entry.path() / "theme.json", ignored).type() >
                                std::filesystem::file_type::not_found;
    if (is_word(name) && entry.is_directory(ignored) && holds_manifest) ids.push_back(name);
  }
  return ids;
}

void check_pin(Plugin& plugin, const std::string& pin) {
  const std::string wanted = eqr::text::folded(eqr::text::trimmed(pin));
  const std::string library = plugin.shown + "/" + plugin.id + ".eqr.so";
  constexpr std::size_t digits = 64;
  if (wanted.size() != digits || wanted.find_first_not_of("0123456789abcdef") != std::string::npos) {
    refuse(plugin, Reason::untrusted,
           {file_problem(library, "the run file's sha256 for it is not 64 hexadecimal digits",
                         "its own is " + plugin.sha256)});
  } else if (wanted != plugin.sha256) {
    refuse(plugin, Reason::untrusted,
           {file_problem(library, "its SHA-256 is " + plugin.sha256 + ", but the run file asks for " + wanted,
                         "put the approved file back, or have this one approved and change the run file")});
  } else {
    plugin.pinned = true;
  }
}

}  // namespace

Catalogue::Catalogue(std::vector<Plugin> plugins) : m_plugins(std::move(plugins)) {
  std::ranges::stable_sort(m_plugins, {},
                           [](const Plugin& plugin) { return std::pair(plugin.id, plugin.shown); });
}

std::vector<std::string> Catalogue::ids() const {
  std::set<std::string> all;
  for (const Plugin& plugin : m_plugins) all.insert(plugin.id);
  return {all.begin(), all.end()};
}

Plugin Catalogue::look_up(const std::string& id, const std::string& pin) const {
  std::vector<const Plugin*> usable;
  std::vector<const Plugin*> all;
  for (const Plugin& plugin : m_plugins) {
    if (plugin.id != id) continue;
    all.push_back(&plugin);
    // A copy that may not be trusted must not be able to push out one that may.
    if (plugin.usable()) usable.push_back(&plugin);
  }
  if (all.empty()) {
    Plugin missing;
    missing.id = id;
    missing.shown = id;
    const std::vector<std::string> known = ids();
    refuse(
        missing, Reason::not_found,
        {file_problem("", "there is no plugin \"" + id + "\"",
                      known.empty()
                          ? "no plugins were found at all; name their folder under [plugins] in the run file"
                          : eqr::text::suggestion(id, known))});
    return missing;
  }
  Plugin chosen = usable.empty() ? *all.front() : *usable.front();
  if (usable.size() > 1) {
    std::vector<std::string> places;
    for (const Plugin* plugin : usable) places.push_back(plugin->shown);
    const bool alike = std::ranges::all_of(usable, [&](const Plugin* plugin) {
      return plugin->manifest->text == usable.front()->manifest->text;
    });
    if (!alike) chosen.manifest.reset();
    refuse(
        chosen, Reason::duplicate_id,
        {file_problem("", "the plugin \"" + id + "\" is there more than once: " + eqr::text::list_and(places),
                      "remove all but one; until then none of them is used")});
    return chosen;
  }
  if (chosen.usable() && !pin.empty()) check_pin(chosen, pin);
  return chosen;
}

Catalogue read_catalogue(const std::vector<PluginFolder>& folders) {
  std::vector<Plugin> plugins;
  std::set<std::filesystem::path> seen;
  for (const PluginFolder& folder : folders) {
    std::error_code fault;
    const auto place = std::filesystem::canonical(folder.path, fault);
    if (fault || !seen.insert(place).second) continue;  // not there, or named twice
    const OpenFolder opened = open_folder(folder);
    for (const std::string& id : ids_in(folder)) plugins.push_back(read_plugin(opened, id));
  }
  return Catalogue(std::move(plugins));
}

PluginFolder installed_plugin_folder() {
  std::error_code fault;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", fault);
  const auto prefix = program.parent_path().parent_path();
  for (const char* place : {"lib/equality-report/plugins", "plugins"}) {
    if (std::filesystem::is_directory(prefix / place, fault)) return {prefix / place, "plugins", true};
  }
  return {prefix / "lib/equality-report/plugins", "plugins", true};
}

}  // namespace eqr::themes
