#include "run/output_folder.hpp"

#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "problems/problem.hpp"

namespace eqr::run {
namespace {

namespace fs = std::filesystem;
using problems::Cost;
using problems::Fault;
using problems::Problem;

constexpr const char* marker = ".equality-report";

[[noreturn]] void refuse(const std::string& place, std::string message, std::string hint) {
  throw Fault(Cost::nothing_written, Problem{{place, 0, 0, ""}, std::move(message), std::move(hint)});
}

std::string words_of(int error) {
  return std::generic_category().message(error);
}

// Writes a file and waits until the disk has it.
void write_whole(const fs::path& path, const std::string& bytes, const std::string& shown) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (file < 0)
    refuse(shown, "cannot be written: " + words_of(errno), "make room, or choose another folder with --out");
  std::size_t written = 0;
  int error = 0;
  while (written < bytes.size() && error == 0) {
    const ssize_t count = ::write(file, bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno != EINTR) error = errno;
    if (count > 0) written += static_cast<std::size_t>(count);
  }
  if (error == 0 && ::fsync(file) != 0) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error != 0)
    refuse(shown, "cannot be written: " + words_of(error), "make room, or choose another folder with --out");
}

std::string read_whole(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

OutputFolder::OutputFolder(fs::path out, std::string shown, const std::string& slug, Edition edition)
    : m_out(std::move(out)), m_shown(std::move(shown)), m_slug(slug), m_edition(edition) {
  std::error_code error;
  fs::create_directories(m_out, error);
  if (error)
    refuse(m_shown, "the folder cannot be made: " + error.message(), "choose another folder with --out");
  fs::create_directory(private_folder(), error);
  fs::permissions(private_folder(), fs::perms::owner_all, error);
  if (error)
    refuse(m_shown + "/private", "the folder cannot be made private: " + error.message(),
           "choose another folder with --out");
  m_lock = ::open((private_folder() / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (m_lock < 0)
    refuse(m_shown, "cannot be written: " + words_of(errno), "choose another folder with --out");
  if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(m_lock);
    refuse(m_shown, "another run is writing here", "wait for it to end, or choose another folder with --out");
  }
  try {
    const fs::path place = edition_folder();
    const std::string name = m_shown + "/" + place.filename().string();
    if (fs::exists(fs::symlink_status(place))) {
      if (!fs::is_directory(fs::symlink_status(place)) || !fs::exists(place / marker)) {
        refuse(name, "is not a folder that this program made",
               "move it away, or choose another folder with --out");
      }
      const std::string other = read_whole(place / marker);
      if (other != m_slug + "\n") {
        refuse(name, "holds another report", "choose a folder of its own for this one with --out");
      }
    }
    fs::remove_all(work_folder());
    fs::create_directory(work_folder());
    fs::permissions(work_folder(), fs::perms::owner_all);
  } catch (const fs::filesystem_error& failure) {
    ::close(m_lock);
    refuse(m_shown, "cannot be written: " + failure.code().message(), "choose another folder with --out");
  } catch (...) {
    ::close(m_lock);
    throw;
  }
}

OutputFolder::~OutputFolder() {
  std::error_code error;
  fs::remove_all(work_folder(), error);
  if (m_lock >= 0) ::close(m_lock);
}

fs::path OutputFolder::private_folder() const {
  return m_out / "private";
}
fs::path OutputFolder::work_folder() const {
  return private_folder() / "work";
}
fs::path OutputFolder::edition_folder() const {
  return m_out / (m_edition == Edition::draft ? "draft" : "published");
}

void OutputFolder::publish(const Files& files, const Files& private_files) {
  const fs::path place = edition_folder();
  const fs::path fresh = m_out / ("." + place.filename().string() + ".new");
  const std::string shown = m_shown + "/" + place.filename().string();
  try {
    fs::remove_all(fresh);
    fs::create_directory(fresh);
    for (const auto& [name, bytes] : files) {
      fs::create_directories((fresh / name).parent_path());
      write_whole(fresh / name, bytes, shown + "/" + name);
    }
    write_whole(fresh / marker, m_slug + "\n", shown);
    // Private files first: a report without its record would be one that cannot be traced.
    for (const auto& [name, bytes] : private_files) {
      const fs::path temporary = private_folder() / (name + ".new");
      write_whole(temporary, bytes, m_shown + "/private/" + name);
      fs::permissions(temporary, fs::perms::owner_read | fs::perms::owner_write);
      fs::rename(temporary, private_folder() / name);
    }
    if (!fs::exists(place)) {
      fs::rename(fresh, place);
    } else {
      // One step for anyone who looks: the old folder is there until the new one is.
      if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) != 0) {
        const fs::path old = m_out / ("." + place.filename().string() + ".old");
        fs::remove_all(old);
        fs::rename(place, old);
        fs::rename(fresh, place);
        fs::remove_all(old);
      }
      fs::remove_all(fresh);
    }
  } catch (const fs::filesystem_error& failure) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    refuse(shown, "cannot be written: " + failure.code().message(),
           "make room, or choose another folder with --out");
  } catch (const Fault&) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    throw;
  }
}

}  // namespace eqr::run
