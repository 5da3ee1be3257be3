// Which plugins are found, and which of them are trusted. The libraries here are texts: the catalogue never
// loads one.
#include "themes/catalogue.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "themes/trust.hpp"

namespace {

using namespace eqr::themes;
namespace fs = std::filesystem;

// SHA-256 of the text "a library\n", by coreutils' sha256sum.
constexpr const char* library_text = "a library\n";
constexpr const char* library_hash = "7648f2a9cab0a0bd20bee710f2bbdb30c3990031c0c745986097645b6fabfccd";

class CatalogueTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "eqr-catalogue-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    m_scratch = pattern;
    umask(S_IWGRP | S_IWOTH);
  }
  void TearDown() override { fs::remove_all(m_scratch); }

  static void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  // A plugin of that id in the folder, whole and trusted.
  fs::path plugin(const std::string& folder, const std::string& id) {
    const fs::path place = m_scratch / folder / id;
    write(place / "theme.json", R"({"id": ")" + id +
                                    R"(", "version": "1.0.0", "title": "T", "owner": "O", "summary": "S",
                                        "inputs": {}, "figures": [], "settings": {}})");
    write(place / (id + ".eqr.so"), library_text);
    return place;
  }
  [[nodiscard]] PluginFolder folder(const std::string& name, bool installed = false) const {
    return {m_scratch / name, name, installed};
  }
  static std::string problem_of(const Plugin& plugin) {
    EXPECT_EQ(plugin.problems.size(), 1U);
    return plugin.problems.empty() ? "" : eqr::problems::text(plugin.problems.front());
  }
  void expect_refused(const Plugin& plugin, Reason reason, const std::string& problem) {
    EXPECT_EQ(word(plugin.reason), word(reason));
    EXPECT_EQ(problem_of(plugin), problem);
  }

  fs::path m_scratch;
};

TEST_F(CatalogueTest, a_whole_plugin_is_found_with_its_manifest_and_hash) {
  plugin("plugins", "veterans");
  const Plugin found = read_catalogue({folder("plugins")}).look_up("veterans");
  EXPECT_TRUE(found.usable());
  EXPECT_EQ(found.shown, "plugins/veterans");
  EXPECT_EQ(found.manifest->id, "veterans");
  EXPECT_EQ(found.sha256, library_hash);
  EXPECT_FALSE(found.pinned);
}

TEST_F(CatalogueTest, plugins_come_in_the_order_of_their_ids) {
  plugin("b", "workforce");
  plugin("a", "veterans");
  plugin("b", "apprenticeships");
  EXPECT_EQ(read_catalogue({folder("b"), folder("a")}).ids(),
            (std::vector<std::string>{"apprenticeships", "veterans", "workforce"}));
}

TEST_F(CatalogueTest, a_folder_that_is_not_there_holds_no_plugins) {
  EXPECT_TRUE(read_catalogue({folder("nowhere")}).plugins().empty());
}

TEST_F(CatalogueTest, a_sub_folder_without_a_manifest_is_not_a_plugin) {
  write(m_scratch / "plugins" / "notes" / "README.md", "");
  EXPECT_TRUE(read_catalogue({folder("plugins")}).plugins().empty());
}

TEST_F(CatalogueTest, an_unknown_id_is_answered_with_a_near_guess) {
  plugin("plugins", "veterans");
  expect_refused(read_catalogue({folder("plugins")}).look_up("vetrans"), Reason::not_found,
                 "there is no plugin \"vetrans\"\nhint: did you mean \"veterans\"?");
}

TEST_F(CatalogueTest, without_any_plugin_the_hint_says_where_to_name_their_folder) {
  expect_refused(Catalogue().look_up("veterans"), Reason::not_found,
                 "there is no plugin \"veterans\"\n"
                 "hint: no plugins were found at all; name their folder under [plugins] in the run file");
}

TEST_F(CatalogueTest, a_folder_named_twice_is_looked_through_once) {
  plugin("plugins", "veterans");
  EXPECT_TRUE(read_catalogue({folder("plugins"), folder("plugins/")}).look_up("veterans").usable());
}

TEST_F(CatalogueTest, two_plugins_of_one_id_are_both_refused_and_both_named) {
  plugin("first", "veterans");
  plugin("second", "veterans");
  expect_refused(read_catalogue({folder("first"), folder("second")}).look_up("veterans"),
                 Reason::duplicate_id,
                 "the plugin \"veterans\" is there more than once: first/veterans and second/veterans\n"
                 "hint: remove all but one; until then none of them is used");
}

TEST_F(CatalogueTest, a_copy_that_is_not_trusted_does_not_push_out_one_that_is) {
  plugin("first", "veterans");
  chmod((plugin("second", "veterans") / "veterans.eqr.so").c_str(), 0666);
  const Plugin found = read_catalogue({folder("first"), folder("second")}).look_up("veterans");
  EXPECT_TRUE(found.usable());
  EXPECT_EQ(found.shown, "first/veterans");
}

// ---- manifests ----

TEST_F(CatalogueTest, a_faulty_manifest_is_told_under_the_name_the_user_knows) {
  write(plugin("plugins", "veterans") / "theme.json", "{}");
  const Plugin found = read_catalogue({folder("plugins")}).look_up("veterans");
  EXPECT_EQ(word(found.reason), "bad-manifest");
  EXPECT_EQ(eqr::problems::text(found.problems.front()), "plugins/veterans/theme.json: \"id\" is missing");
}

TEST_F(CatalogueTest, the_id_has_to_be_the_name_of_the_folder) {
  plugin("plugins", "veterans");
  fs::rename(m_scratch / "plugins/veterans", m_scratch / "plugins/soldiers");
  expect_refused(read_catalogue({folder("plugins")}).look_up("soldiers"), Reason::bad_manifest,
                 "plugins/soldiers/theme.json: id: \"veterans\" is not the name of the folder it stands in\n"
                 "hint: rename one of the two");
}

TEST_F(CatalogueTest, a_manifest_without_a_library_is_kept_so_that_text_can_be_checked) {
  fs::remove(plugin("plugins", "veterans") / "veterans.eqr.so");
  const Plugin found = read_catalogue({folder("plugins")}).look_up("veterans");
  expect_refused(found, Reason::not_found,
                 "plugins/veterans/veterans.eqr.so: it does not exist, though theme.json does\n"
                 "hint: build the plugin, or install it again");
  EXPECT_TRUE(found.manifest.has_value());
}

// ---- trust ----

TEST_F(CatalogueTest, a_library_that_others_may_write_to_is_refused) {
  for (const mode_t mode : {0664U, 0646U}) {
    chmod((plugin("plugins", "veterans") / "veterans.eqr.so").c_str(), mode);
    expect_refused(read_catalogue({folder("plugins")}).look_up("veterans"), Reason::untrusted,
                   "plugins/veterans/veterans.eqr.so: others than its owner may write to it\n"
                   "hint: run: chmod go-w plugins/veterans/veterans.eqr.so");
  }
}

TEST_F(CatalogueTest, a_manifest_that_others_may_write_to_is_not_read) {
  chmod((plugin("plugins", "veterans") / "theme.json").c_str(), 0666);
  const Plugin found = read_catalogue({folder("plugins")}).look_up("veterans");
  expect_refused(found, Reason::untrusted,
                 "plugins/veterans/theme.json: others than its owner may write to it\n"
                 "hint: run: chmod go-w plugins/veterans/theme.json");
  EXPECT_FALSE(found.manifest.has_value());
}

TEST_F(CatalogueTest, a_folder_that_others_may_write_to_refuses_every_plugin_in_it) {
  plugin("plugins", "veterans");
  chmod((m_scratch / "plugins").c_str(), 0777);
  expect_refused(read_catalogue({folder("plugins")}).look_up("veterans"), Reason::untrusted,
                 "plugins: others than its owner may write to it\nhint: run: chmod go-w plugins");
}

TEST_F(CatalogueTest, above_the_plugins_a_folder_open_to_everybody_has_to_be_sticky) {
  plugin("open/plugins", "veterans");
  chmod((m_scratch / "open").c_str(), 0777);
  expect_refused(read_catalogue({folder("open/plugins")}).look_up("veterans"), Reason::untrusted,
                 "open/plugins: everybody may write to a folder above it, which is not sticky\n"
                 "hint: move the plugins, or run chmod o-w on that folder");
  chmod((m_scratch / "open").c_str(), 01777);
  EXPECT_TRUE(read_catalogue({folder("open/plugins")}).look_up("veterans").usable());
}

TEST_F(CatalogueTest, symbolic_links_are_refused_from_the_plugin_folder_down) {
  const fs::path place = plugin("plugins", "veterans");
  fs::create_directory_symlink(m_scratch / "plugins", m_scratch / "linked");
  for (const char* name : {"linked", "linked/"}) {
    const PluginFolder linked{m_scratch / name, "linked", false};
    expect_refused(read_catalogue({linked}).look_up("veterans"), Reason::untrusted,
                   "linked: it is a symbolic link\nhint: put the file or folder itself there");
  }
  fs::rename(place, m_scratch / "elsewhere");
  fs::create_directory_symlink(m_scratch / "elsewhere", place);
  expect_refused(read_catalogue({folder("plugins")}).look_up("veterans"), Reason::untrusted,
                 "plugins/veterans: it is a symbolic link\nhint: put the file or folder itself there");
  fs::remove(place);
  fs::rename(m_scratch / "elsewhere", place);
  fs::rename(place / "veterans.eqr.so", m_scratch / "library");
  fs::create_symlink(m_scratch / "library", place / "veterans.eqr.so");
  expect_refused(
      read_catalogue({folder("plugins")}).look_up("veterans"), Reason::untrusted,
      "plugins/veterans/veterans.eqr.so: it is a symbolic link\nhint: put the file or folder itself there");
}

TEST_F(CatalogueTest, a_library_that_is_no_regular_file_is_refused_and_not_waited_for) {
  const fs::path library = plugin("plugins", "veterans") / "veterans.eqr.so";
  fs::remove(library);
  ASSERT_EQ(mkfifo(library.c_str(), 0600), 0);
  expect_refused(
      read_catalogue({folder("plugins")}).look_up("veterans"), Reason::untrusted,
      "plugins/veterans/veterans.eqr.so: it is not a regular file\nhint: put the file itself there");
}

TEST_F(CatalogueTest, a_library_of_another_owner_is_refused) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
  constexpr uid_t nobody = 65'534;
  ASSERT_EQ(chown((plugin("plugins", "veterans") / "veterans.eqr.so").c_str(), nobody, nobody), 0);
  expect_refused(read_catalogue({folder("plugins")}).look_up("veterans"), Reason::untrusted,
                 "plugins/veterans/veterans.eqr.so: it belongs neither to root nor to the user who runs the "
                 "program\nhint: have its owner changed, or install the plugin again");
}

// ---- pins ----

TEST_F(CatalogueTest, a_pin_that_agrees_is_noted) {
  plugin("plugins", "veterans");
  const Plugin found = read_catalogue({folder("plugins")}).look_up("veterans", library_hash);
  EXPECT_TRUE(found.usable());
  EXPECT_TRUE(found.pinned);
}

TEST_F(CatalogueTest, a_pin_that_differs_refuses_the_plugin_and_names_both_hashes) {
  plugin("plugins", "veterans");
  const std::string zeros(64, '0');
  expect_refused(read_catalogue({folder("plugins")}).look_up("veterans", zeros), Reason::untrusted,
                 "plugins/veterans/veterans.eqr.so: its SHA-256 is " + std::string(library_hash) +
                     ", but the run file asks for " + zeros +
                     "\nhint: put the approved file back, or have this one approved and change the run file");
}

TEST_F(CatalogueTest, a_pin_that_is_no_hash_is_refused) {
  plugin("plugins", "veterans");
  expect_refused(
      read_catalogue({folder("plugins")}).look_up("veterans", "abc"), Reason::untrusted,
      "plugins/veterans/veterans.eqr.so: the run file's sha256 for it is not 64 hexadecimal digits\n"
      "hint: its own is " +
          std::string(library_hash));
}

TEST_F(CatalogueTest, the_list_of_the_installed_folder_pins_its_plugins) {
  plugin("plugins", "veterans");
  write(m_scratch / "plugins/plugins.sha256", std::string(library_hash) + "  veterans/veterans.eqr.so\n");
  EXPECT_TRUE(read_catalogue({folder("plugins", true)}).look_up("veterans").pinned);
  // Only the program's own folder has a list that counts.
  EXPECT_FALSE(read_catalogue({folder("plugins", false)}).look_up("veterans").pinned);
}

TEST_F(CatalogueTest, a_library_that_is_not_the_one_of_the_list_is_refused) {
  plugin("plugins", "veterans");
  write(m_scratch / "plugins/plugins.sha256", std::string(64, '0') + "  veterans/veterans.eqr.so\n");
  expect_refused(read_catalogue({folder("plugins", true)}).look_up("veterans"), Reason::untrusted,
                 "plugins/veterans/veterans.eqr.so: it is not the file that the installation recorded in "
                 "plugins.sha256\nhint: install the program again");
}

TEST_F(CatalogueTest, a_list_that_others_may_write_to_refuses_every_plugin) {
  plugin("plugins", "veterans");
  write(m_scratch / "plugins/plugins.sha256", std::string(library_hash) + "  veterans/veterans.eqr.so\n");
  chmod((m_scratch / "plugins/plugins.sha256").c_str(), 0666);
  expect_refused(read_catalogue({folder("plugins", true)}).look_up("veterans"), Reason::untrusted,
                 "plugins/plugins.sha256: others than its owner may write to it\n"
                 "hint: run: chmod go-w plugins/plugins.sha256");
}

}  // namespace
