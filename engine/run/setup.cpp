#include "run/setup.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "people/codebook_file.hpp"
#include "people/dimensions.hpp"
#include "people/merging.hpp"
#include "run/published_report.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Problem;

std::string bytes_of(const std::filesystem::path& file, const std::string& shown,
                     const problems::Place& named_at) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file)) {
    throw Fault(Cost::settings, Problem{named_at, "\"" + shown + "\" cannot be opened",
                                        "paths are relative to the run file's folder"});
  }
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Runs one part of the set-up and keeps its problems, so that the parts after it are looked at as well.
template <typename Part>
void collecting(std::vector<Problem>& problems, Part part) {
  try {
    part();
  } catch (const Fault& fault) {
    if (fault.cost() != Cost::settings) throw;
    problems.insert(problems.end(), fault.problems().begin(), fault.problems().end());
  }
}

std::string_view words_of(InputKind kind) {
  switch (kind) {
    case InputKind::people:
      return "people";
    case InputKind::counted:
      return "counted";
    case InputKind::figures:
      return "figures";
    case InputKind::table:
      return "table";
  }
  return "";
}

bool serves(InputKind kind, themes::Role::Kind role) {
  switch (role) {
    case themes::Role::Kind::people:
      return kind == InputKind::people || kind == InputKind::counted;
    case themes::Role::Kind::figures:
      return kind == InputKind::figures;
    case themes::Role::Kind::table:
      return kind == InputKind::table;
  }
  return false;
}

std::string_view words_of(themes::Role::Kind kind) {
  return kind == themes::Role::Kind::people    ? "people or counted"
         : kind == themes::Role::Kind::figures ? "figures"
                                               : "table";
}

void bind_roles(const RunFile& run, PlannedTheme& theme, std::vector<Problem>& problems) {
  const themes::Manifest& manifest = *theme.plugin.manifest;
  for (const auto& [role, input] : theme.settings.inputs) {
    if (manifest.role(role) != nullptr) continue;
    problems.push_back({theme.settings.place,
                        "plugin \"" + theme.settings.plugin + "\" has no role \"" + role + '"',
                        text::suggestion(role, manifest.role_names())});
  }
  for (const themes::Role& role : manifest.roles) {
    const auto named = theme.settings.inputs.find(role.name);
    const std::string input = named == theme.settings.inputs.end() ? role.name : named->second;
    const auto found = run.inputs.find(input);
    if (found == run.inputs.end()) continue;
    if (!serves(found->second.kind, role.kind)) {
      problems.push_back({found->second.place,
                          "input \"" + input + "\" is of kind " + std::string(words_of(found->second.kind)) +
                              ", but role \"" + role.name + "\" of theme \"" + theme.settings.id +
                              "\" wants " + std::string(words_of(role.kind)),
                          "change its kind, or bind the role to another input"});
    }
    theme.inputs[role.name] = input;
  }
}

PlannedTheme plan(const RunFile& run, const ThemeSettings& settings, const themes::Catalogue& catalogue,
                  std::vector<Problem>& problems) {
  PlannedTheme theme;
  theme.settings = settings;
  theme.plugin = catalogue.look_up(settings.plugin, settings.sha256);
  theme.title = settings.title.empty() ? settings.id : settings.title;
  if (theme.plugin.reason == themes::Reason::not_found) {
    problems.push_back({settings.place, "there is no plugin \"" + settings.plugin + '"',
                        text::suggestion(settings.plugin, catalogue.ids())});
  }
  if (!theme.plugin.manifest) return theme;
  const themes::Manifest& manifest = *theme.plugin.manifest;
  if (settings.title.empty()) theme.title = manifest.title;
  theme.owner = manifest.owner;
  theme.complete_settings = themes::complete_settings(
      manifest, settings.settings, [&](const std::string&) { return settings.settings_place; }, problems);
  bind_roles(run, theme, problems);
  return theme;
}

// An input that no role takes is most likely a misspelt name.
void check_used(const RunFile& run, const std::vector<PlannedTheme>& themes, std::vector<Problem>& problems) {
  std::vector<std::string> roles;
  for (const PlannedTheme& theme : themes) {
    if (!theme.plugin.manifest) return;
    for (const std::string& role : theme.plugin.manifest->role_names()) roles.push_back(role);
  }
  for (const auto& [name, input] : run.inputs) {
    const bool looked_up =
        std::ranges::any_of(run.inputs, [&name](const auto& other) { return other.second.people == name; });
    const bool used = looked_up || std::ranges::any_of(themes, [&name](const PlannedTheme& theme) {
                        return std::ranges::any_of(
                            theme.inputs, [&name](const auto& bound) { return bound.second == name; });
                      });
    if (!used) {
      problems.push_back(
          {input.place, "no theme takes input \"" + name + '"',
           "bind it: inputs = { role = \"" + name + "\" }; roles: " + text::suggestion(name, roles)});
    }
  }
}

void check_narratives(const RunFile& run, const report::Template& report_template,
                      std::vector<Problem>& problems) {
  std::vector<std::string> ids;
  const auto gather = [&ids](const auto& self, const std::vector<report::TemplateSection>& sections) -> void {
    for (const report::TemplateSection& section : sections) {
      ids.insert(ids.end(), section.narratives.begin(), section.narratives.end());
      self(self, section.sections);
    }
  };
  gather(gather, report_template.sections);
  for (const auto& [id, narrative] : run.narratives) {
    if (std::ranges::find(ids, id) != ids.end()) continue;
    problems.push_back({narrative.place,
                        "template \"" + report_template.name + "\" has no place for narrative \"" + id + '"',
                        text::suggestion(id, ids)});
  }
}

// What the rows of an extract are goes together with its codebook.
void check_rows(const RunFile& run, const InputSettings& input,
                std::map<std::string, persons::Codebook>& codebooks) {
  persons::Codebook& codebook = codebooks.at(input.name);
  const std::string subject = "input \"" + input.name + "\": ";
  const auto refuse = [&](const std::string& message, const std::string& hint) {
    throw problems::Fault(Cost::settings, Problem{input.place, subject + message, hint});
  };
  if (input.rows == persons::RowsAre::posts && !codebook.main_post) {
    refuse("its rows are posts, and the codebook " + codebook.file +
               " does not say which is a person's main post",
           "add [main_post] to the codebook");
  }
  if (input.last_year_from_dates && input.rows == persons::RowsAre::posts) {
    refuse("last year cannot be told from the dates of posts: who changed post in the year had another then",
           "name last year's extract with last_year_file");
  }
  if (input.last_year_from_dates && input.rows != persons::RowsAre::events &&
      (!codebook.in_post || codebook.in_post->leave.empty())) {
    refuse("last year cannot be told from dates without [in_post] start and leave in the codebook " +
               codebook.file,
           "export those who left since last year too, with both dates");
  }
  if (input.rows != persons::RowsAre::events) return;
  const bool looks_up =
      std::ranges::any_of(codebook.characteristics, [](const persons::Characteristic& each) {
        return std::holds_alternative<persons::LookedUp>(each.source);
      });
  if ((looks_up || input.count_people) && codebook.id.empty()) {
    refuse("the codebook " + codebook.file + " has no \"id\", and people are to be told apart",
           "name the heading of the column that identifies a person: id = \"…\"");
  }
  if (!looks_up) return;
  const auto people = run.inputs.find(input.people);
  if (people == run.inputs.end() || people->second.kind != InputKind::people ||
      people->second.rows == persons::RowsAre::events || !codebooks.contains(input.people)) {
    refuse("characteristics are looked up, and \"people\" does not name an input of people",
           "add people = \"…\": the input in which the same identifiers stand");
  }
  persons::adopt_looked_up(codebook, codebooks.at(input.people));
}

// Reports that are out, which this one keeps to.
void read_released(const RunFile& run, Setup& setup, std::vector<Problem>& problems) {
  for (const std::string& name : run.already_released) {
    collecting(problems, [&] {
      const PublishedReport report = read_published_report(run.folder / name);
      Released released{name, {}};
      const calendar::Date now = run.report.snapshot, last = last_snapshot_of(run.report);
      if (keep_to(report, now, last, released.told)) {
        (void)keep_to(report, now, last, setup.earlier);
        setup.released.push_back(std::move(released));
        return;
      }
      problems.push_back({{run.name, 0, 0, "already_released"},
                          name + " is about " + calendar::long_text(report.snapshot) +
                              ", neither this year's snapshot nor last year's",
                          "name last year's report, or an edition of this one"});
    });
  }
}

void merge_groups(const RunFile& run, std::map<std::string, persons::Codebook>& codebooks,
                  std::vector<Problem>& problems) {
  for (const MergeSettings& merge : run.merges) {
    const auto refuse = [&](const std::string& message, const std::string& hint) {
      problems.push_back({merge.place, "[[policy.merge]]: " + message, hint});
    };
    const auto codebook = codebooks.find(merge.input);
    if (codebook == codebooks.end()) {
      refuse('"' + merge.input + "\" is no input about people with a codebook",
             "name an input of kind people or counted");
    } else if (const auto objection = persons::merge(codebook->second, merge.merging)) {
      refuse(objection->message, objection->hint);
    }
  }
}

// Names in the policy that mean nothing would protect nothing.
void check_policy(const Setup& setup, const RunFile& run, std::vector<Problem>& problems) {
  const auto refuse = [&](problems::Place place, std::string message, std::string hint) {
    problems.push_back({std::move(place), std::move(message), std::move(hint)});
  };
  std::vector<std::string> columns;
  for (const auto& [name, codebook] : setup.codebooks) {
    for (const persons::Characteristic& each : codebook.characteristics) columns.push_back(each.id);
  }
  for (const auto* list : {&run.policy.sensitive, &run.policy.zeros}) {
    for (const std::string& column : *list) {
      if (std::ranges::find(columns, column) == columns.end())
        refuse({run.name, 0, 0, "policy"}, "no codebook has a characteristic \"" + column + '"',
               text::suggestion(column, columns));
    }
  }
  for (std::size_t i = 0; i < run.policy.withhold.size(); ++i) {
    const disclosure::Named& named = run.policy.withhold[i];
    const problems::Place& place = run.withhold_places[i];
    const auto codebook = setup.codebooks.find(named.input);
    if (codebook == setup.codebooks.end()) {
      refuse(place, "[[policy.withhold]]: \"" + named.input + "\" is no input about people with a codebook",
             "name an input of kind people or counted");
      continue;
    }
    const auto dimensions = persons::dimensions(codebook->second);
    for (const auto& [column, groups] : named.where) {
      const auto dimension = dimensions.find(column);
      if (dimension == dimensions.end() || !dimension->second.admitted(groups)) {
        refuse(place,
               "[[policy.withhold]]: \"" + column + "\" of \"" + named.input +
                   "\" is no characteristic, or does not have all the groups named",
               "use the ids of the codebook");
      }
    }
  }
}

// The usual fonts come with the program; those that the run file names are the user's to mend.
render::pdf::Fonts fonts_of(const RunFile& run) {
  render::pdf::FontFiles files = render::pdf::usual_fonts();
  const FontSettings& named = run.fonts;
  if (!named.regular.empty()) {
    files.regular = run.folder / named.regular;
    files.bold = run.folder / named.bold;
    files.italic = run.folder / named.italic;
    files.bold_italic = run.folder / named.bold_italic;
  }
  for (const std::string& file : named.others) files.others.push_back(run.folder / file);
  try {
    return render::pdf::Fonts(files);
  } catch (const Fault& fault) {
    if (named.regular.empty() && named.others.empty()) throw;
    throw Fault(Cost::settings, fault.problems());
  }
}

}  // namespace

Installation Installation::of_this_program() {
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe");
  const std::filesystem::path root = program.parent_path().parent_path();
  return {{root / "share" / "equality-report" / "report-templates", root / "report-templates"},
          {},
          themes::installed_plugin_folder()};
}

Setup set_up(RunFile run, const Installation& installation) {
  std::vector<Problem> problems;
  Setup setup;
  std::vector<themes::PluginFolder> folders{installation.plugins};
  for (const std::string& folder : run.plugin_folders)
    folders.push_back({run.folder / folder, folder, false});
  const themes::Catalogue catalogue = themes::read_catalogue(folders);
  for (const ThemeSettings& theme : run.themes) setup.themes.push_back(plan(run, theme, catalogue, problems));
  check_used(run, setup.themes, problems);

  collecting(problems, [&] {
    setup.report_template =
        report::read_template(run.report.report_template, installation.template_folders, run.folder);
    check_narratives(run, setup.report_template, problems);
    const std::filesystem::path& folder = setup.report_template.folder;
    const std::string& name = setup.report_template.name;
    setup.page = {bytes_of(folder / "page.html", name + "/page.html", {name + "/page.html", 0, 0, ""}),
                  bytes_of(folder / "report.css", name + "/report.css", {name + "/report.css", 0, 0, ""})};
    const auto wrong = render::html::check_parts(setup.page, name + "/page.html", name + "/report.css");
    problems.insert(problems.end(), wrong.begin(), wrong.end());
  });
  collecting(problems, [&] { setup.fonts = fonts_of(run); });
  for (const auto& [name, input] : run.inputs) {
    if (input.codebook.empty()) continue;
    collecting(problems, [&] {
      const std::string bytes = bytes_of(run.folder / input.codebook, input.codebook, input.place);
      const persons::Use use = input.kind != InputKind::people          ? persons::Use::counted
                               : input.rows == persons::RowsAre::events ? persons::Use::events
                                                                        : persons::Use::people;
      setup.codebooks[name] =
          persons::read_codebook(bytes, input.codebook, setup.report_template.folder / "codebooks", use);
    });
  }
  merge_groups(run, setup.codebooks, problems);
  for (const auto& [name, input] : run.inputs) {
    if (input.kind == InputKind::people && setup.codebooks.contains(name)) {
      auto& exclusions = setup.codebooks.at(name).exclusions;
      exclusions.insert(exclusions.end(), input.exclude.begin(), input.exclude.end());
      collecting(problems, [&] { check_rows(run, input, setup.codebooks); });
    }
  }
  check_policy(setup, run, problems);
  read_released(run, setup, problems);
  problems::throw_if_any(Cost::settings, std::move(problems));
  setup.design = designed(run.design);
  setup.run = std::move(run);
  return setup;
}

}  // namespace eqr::run
