// Everything that is settled before an input is opened: the template, the plugins and what they declare, the
// codebooks, which input serves which role. All that is wrong is told at once.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "disclosure/publication.hpp"
#include "people/codebook.hpp"
#include "render/html/page.hpp"
#include "render/pdf/fonts.hpp"
#include "report/template.hpp"
#include "run/design.hpp"
#include "run/run_file.hpp"
#include "themes/catalogue.hpp"

namespace eqr::run {

// Where the program's own parts are.
struct Installation {
  std::vector<std::filesystem::path> template_folders;
  std::filesystem::path worker;  // empty: beside the program
  themes::PluginFolder plugins;

  // Found from the place of the running program: its build folder or its installation.
  [[nodiscard]] static Installation of_this_program();
};

// A theme of the run file, its plugin, and the inputs that serve its roles.
struct PlannedTheme {
  ThemeSettings settings;
  themes::Plugin plugin;
  std::string title;
  std::string owner;
  nlohmann::json complete_settings = nlohmann::json::object();
  std::map<std::string, std::string> inputs;  // role to input name; roles without an input are left out
};

// A report that is out, and what it has said.
struct Released {
  std::string name;  // as the run file has it
  disclosure::Earlier told;
};

struct Setup {
  RunFile run;
  report::Template report_template;
  render::html::PageParts page;
  std::optional<render::pdf::Fonts> fonts;             // of the PDF; always there once it is set up
  std::map<std::string, persons::Codebook> codebooks;  // by input name
  std::vector<PlannedTheme> themes;
  Designed design;
  std::vector<Released> released;
  disclosure::Earlier earlier;  // what they have said together
};

// Throws problems::Fault (settings).
[[nodiscard]] Setup set_up(RunFile run, const Installation& installation);

}  // namespace eqr::run
