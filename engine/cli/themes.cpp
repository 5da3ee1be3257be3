#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "problems/problem.hpp"
#include "run/run_file.hpp"
#include "text/words.hpp"
#include "themes/catalogue.hpp"
#include "themes/supervisor.hpp"

namespace eqr::cli {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Problem;

// The plugins are started in workers, each on its own, to hear what they say of themselves.
ExitCode list(const std::vector<std::string>& words, Surroundings& surroundings) {
  namespace po = boost::program_options;
  Arguments arguments("themes list [options]",
                      "Lists the theme plugins there are, and whether each can be used.", "");
  arguments.option()("plugins", po::value<std::vector<std::string>>(),
                     "another folder that holds plugins; may be repeated");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;

  std::vector<themes::PluginFolder> folders{surroundings.installation.plugins};
  if (arguments.has("plugins")) {
    for (const std::string& folder : arguments.value<std::vector<std::string>>("plugins")) {
      folders.push_back({folder, folder, false});
    }
  }
  const themes::Catalogue catalogue = themes::read_catalogue(folders);
  themes::SupervisorOptions options;
  options.worker = surroundings.installation.worker;
  const auto described = themes::describe(catalogue.plugins(), options);
  bool all_usable = true;
  for (std::size_t i = 0; i < described.size(); ++i) {
    const themes::Plugin& plugin = catalogue.plugins()[i];
    const themes::Description& description = described[i];
    if (description.ok() && plugin.manifest) {
      surroundings.out << plugin.id << ' ' << plugin.manifest->version << "  " << plugin.manifest->title
                       << '\n';
      continue;
    }
    all_usable = false;
    surroundings.out << plugin.id << "  cannot be used: " << themes::word(description.reason) << '\n';
    for (const Problem& problem : plugin.problems) surroundings.log->warn("{}", problems::text(problem));
    if (!description.detail.empty()) surroundings.log->warn("{}: {}", plugin.id, description.detail);
  }
  return all_usable ? ExitCode::complete : ExitCode::draft;
}

ExitCode themes(const std::vector<std::string>& words, Surroundings& surroundings) {
  if (!words.empty() && words.front() == "list") return list({words.begin() + 1, words.end()}, surroundings);
  if (!words.empty() && (words.front() == "--help" || words.front() == "-h")) {
    surroundings.out << "usage: equality-report themes list [options]\n";
    return ExitCode::complete;
  }
  const std::vector<std::string> known = {"list"};
  const std::string given = words.empty() ? "" : words.front();
  throw Fault(Cost::settings,
              Problem{{},
                      given.empty() ? "themes: a word is missing" : "themes: unknown word \"" + given + '"',
                      text::suggestion(given, known)});
}

}  // namespace

Command themes_command() {
  return {"themes", "themes list", "list the theme plugins", themes};
}

}  // namespace eqr::cli
