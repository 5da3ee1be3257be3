#include "themes/trust.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "themes/file_problem.hpp"

namespace eqr::themes {
namespace {

using problems::Problem;

// Owner and permissions of what is at or below the plugin folder.
bool may_be_trusted(const struct stat& status, const std::string& shown, std::vector<Problem>& found) {
  if (status.st_uid != 0 && status.st_uid != geteuid()) {
    found.push_back(file_problem(shown, "it belongs neither to root nor to the user who runs the program",
                                 "have its owner changed, or install the plugin again"));
    return false;
  }
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
    found.push_back(file_problem(shown, "others than its owner may write to it", "run: chmod go-w " + shown));
    return false;
  }
  return true;
}

bool is_link(int parent, const char* name) {
  struct stat status {};
  return fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
}

Descriptor open_in(int parent, const char* name, int flags, const std::string& shown,
                   std::vector<Problem>& found) {
  Descriptor opened(openat(parent, name, flags | O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (opened.is_open()) return opened;
  const int fault = errno;
  if (is_link(parent, name)) {
    found.push_back(file_problem(shown, "it is a symbolic link", "put the file or folder itself there"));
  } else if (fault == ENOENT) {
    found.push_back(file_problem(shown, "it does not exist", "build or install the plugin again"));
  } else {
    found.push_back(file_problem(shown, "it cannot be opened: " + std::generic_category().message(fault)));
  }
  return opened;
}

// Above the plugin folder only one thing matters: that nobody can put another folder in its place.
bool ancestors_hold(const std::filesystem::path& folder, const std::string& shown,
                    std::vector<Problem>& found) {
  for (std::filesystem::path above = folder.parent_path();; above = above.parent_path()) {
    struct stat status {};
    if (stat(above.c_str(), &status) == 0 && (status.st_mode & S_IWOTH) != 0 &&
        (status.st_mode & S_ISVTX) == 0) {
      found.push_back(file_problem(shown, "everybody may write to a folder above it, which is not sticky",
                                   "move the plugins, or run chmod o-w on that folder"));
      return false;
    }
    if (above == above.root_path()) return true;
  }
}

}  // namespace

Descriptor open_plugin_folder(const PluginFolder& folder, std::vector<Problem>& found) {
  // Without a slash at the end, which would make the system follow a link.
  std::filesystem::path path = std::filesystem::absolute(folder.path).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  std::error_code fault;
  const auto above = std::filesystem::canonical(path.parent_path(), fault);
  if (fault) return {};
  path = above / path.filename();
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0 && errno == ENOENT) return {};
  Descriptor opened = open_in(AT_FDCWD, path.c_str(), O_DIRECTORY, folder.shown, found);
  if (!opened.is_open()) return opened;
  const bool trusted = fstat(opened.number(), &status) == 0 && may_be_trusted(status, folder.shown, found) &&
                       ancestors_hold(path, folder.shown, found);
  return trusted ? std::move(opened) : Descriptor();
}

Descriptor open_folder_in(const Descriptor& parent, const std::string& name, const std::string& shown,
                          std::vector<Problem>& found) {
  Descriptor opened = open_in(parent.number(), name.c_str(), O_DIRECTORY, shown, found);
  struct stat status {};
  if (!opened.is_open() || fstat(opened.number(), &status) != 0) return {};
  return may_be_trusted(status, shown, found) ? std::move(opened) : Descriptor();
}

std::optional<std::string> read_file_in(const Descriptor& parent, const std::string& name,
                                        const std::string& shown, std::size_t most,
                                        std::vector<Problem>& found) {
  const Descriptor opened = open_in(parent.number(), name.c_str(), 0, shown, found);
  struct stat status {};
  if (!opened.is_open() || fstat(opened.number(), &status) != 0) return std::nullopt;
  if (!S_ISREG(status.st_mode)) {
    found.push_back(file_problem(shown, "it is not a regular file", "put the file itself there"));
    return std::nullopt;
  }
  if (!may_be_trusted(status, shown, found)) return std::nullopt;
  if (static_cast<std::size_t>(status.st_size) > most) {
    found.push_back(file_problem(shown, "it is larger than " + std::to_string(most) + " bytes"));
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t count =
        pread(opened.number(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (count <= 0) {
      found.push_back(file_problem(shown, "it changed or could not be read while it was being read",
                                   "wait until the plugin is fully copied, then run again"));
      return std::nullopt;
    }
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::optional<std::string> read_library(const Plugin& plugin, std::vector<Problem>& found) {
  const Descriptor top = open_plugin_folder(plugin.folder, found);
  if (!top.is_open()) return std::nullopt;
  const Descriptor folder = open_folder_in(top, plugin.id, plugin.shown, found);
  if (!folder.is_open()) return std::nullopt;
  const std::string name = plugin.id + ".eqr.so";
  return read_file_in(folder, name, plugin.shown + "/" + name, largest_library, found);
}

}  // namespace eqr::themes
