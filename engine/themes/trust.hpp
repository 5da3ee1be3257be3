// Opens the files of a plugin only if they may be trusted (the rules stand in catalogue.hpp). Each step down
// is taken from the folder just checked, and each file is checked through the descriptor it is read from, so
// that nothing can be exchanged between the check and the reading.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "problems/problem.hpp"
#include "themes/catalogue.hpp"
#include "themes/process.hpp"

namespace eqr::themes {

inline constexpr std::size_t largest_library = std::size_t{256} << 20;

// The plugin folder itself and what is above it. Closed, without a problem, if there is no such folder.
[[nodiscard]] Descriptor open_plugin_folder(const PluginFolder& folder,
                                            std::vector<problems::Problem>& found);

// A folder or regular file `name` in an open folder; `shown` is what messages call it. Closed, with a
// problem, if it is missing, of another kind, or not to be trusted.
[[nodiscard]] Descriptor open_folder_in(const Descriptor& parent, const std::string& name,
                                        const std::string& shown, std::vector<problems::Problem>& found);
[[nodiscard]] std::optional<std::string> read_file_in(const Descriptor& parent, const std::string& name,
                                                      const std::string& shown, std::size_t most,
                                                      std::vector<problems::Problem>& found);

// The library of a plugin, from the plugin folder down.
[[nodiscard]] std::optional<std::string> read_library(const Plugin& plugin,
                                                      std::vector<problems::Problem>& found);

}  // namespace eqr::themes
