#include "report/template.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "settings/toml_section.hpp"
#include "text/words.hpp"

namespace eqr::report {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Problem;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw Fault(Cost::settings, Problem{{file.filename().string(), 0, 0, ""},
                                        "the template's file cannot be opened",
                                        "reinstall, or mend the template folder"});
  }
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TemplateSection read_section(settings::Section section, std::set<std::string>& ids) {
  TemplateSection read;
  read.id = section.required_text("id");
  if (!ids.insert(read.id).second)
    section.problem("id", "a second section \"" + read.id + '"', "ids are unique");
  const std::string kind = section.word("kind", {"ordinary", "theme", "case-study"}).value_or("ordinary");
  read.kind = kind == "theme"        ? Section::Kind::theme
              : kind == "case-study" ? Section::Kind::case_study
                                     : Section::Kind::ordinary;
  read.narratives = section.texts("narratives");
  read.parts = section.texts("parts");
  for (const std::string& part : read.parts) {
    if (part.find(':') == std::string::npos) {
      section.problem("parts", "\"" + part + "\" is not a part of a theme",
                      "write \"theme:section\", such as \"workforce:profile\"");
    }
  }
  read.key_figures = section.texts("key_figures");
  for (settings::Section& inner : section.sections("sections"))
    read.sections.push_back(read_section(std::move(inner), ids));
  section.finish();
  return read;
}

void read_headings(settings::Section section, const std::set<std::string>& ids, Wording& wording) {
  const std::vector<std::string> known(ids.begin(), ids.end());
  for (const std::string& id : section.keys()) {
    const std::string heading = section.required_text(id);
    if (!ids.contains(id)) {
      section.problem(id, "[headings] names a section \"" + id + "\" that the template does not have",
                      text::suggestion(id, known));
    }
    wording.headings[id] = heading;
  }
}

void read_outcomes(settings::Section section, const std::set<std::string>& ids, Wording& wording) {
  const std::vector<std::string> known(ids.begin(), ids.end());
  for (const std::string& id : section.keys()) {
    wording.outcomes[id] = section.texts(id);
    if (!ids.contains(id)) {
      section.problem(id, "[outcomes] names a section \"" + id + "\" that the template does not have",
                      text::suggestion(id, known));
    }
  }
}

// `own` are the names of the sentences that exist; empty while the template's own wording is being read.
void read_texts(settings::Section section, const std::vector<std::string>& own, Wording& wording) {
  for (const std::string& name : section.keys()) {
    const std::string sentence = section.required_text(name);
    if (!own.empty() && std::ranges::find(own, name) == own.end()) {
      section.problem(name, "[texts] has no sentence \"" + name + '"', text::suggestion(name, own));
    }
    wording.texts[name] = sentence;
  }
}

void read_wording(const std::string& bytes, const std::string& file, const std::set<std::string>& ids,
                  Wording& wording, std::vector<Problem>& problems) {
  std::vector<std::string> own;
  for (const auto& [name, sentence] : wording.texts) own.push_back(name);
  const toml::table root = settings::parse_toml(bytes, file);
  settings::Section section(root, file, "", problems);
  read_headings(section.section("headings"), ids, wording);
  read_outcomes(section.section("outcomes"), ids, wording);
  read_texts(section.section("texts"), own, wording);
  section.finish();
}

void check_headings(const std::vector<TemplateSection>& sections, const Wording& wording,
                    const std::string& file, std::vector<Problem>& problems) {
  for (const TemplateSection& section : sections) {
    if (!wording.headings.contains(section.id)) {
      problems.push_back({{file, 0, 0, ""},
                          "section \"" + section.id + "\" has no heading",
                          "add " + section.id + " = \"…\" to [headings]"});
    }
    check_headings(section.sections, wording, file, problems);
  }
}

std::filesystem::path folder_of(const std::string& name, const std::vector<std::filesystem::path>& folders) {
  std::vector<std::string> there;
  for (const std::filesystem::path& folder : folders) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
      if (!std::filesystem::is_regular_file(entry.path() / "template.toml")) continue;
      if (entry.path().filename() == name) return entry.path();
      there.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(there);
  throw Fault(Cost::settings,
              Problem{{"", 0, 0, ""}, "there is no template \"" + name + '"', text::suggestion(name, there)});
}

}  // namespace

Template read_template(const std::string& name, const std::vector<std::filesystem::path>& folders,
                       const std::filesystem::path& run_folder) {
  Template read;
  read.name = name;
  read.folder = folder_of(name, folders);
  std::vector<Problem> problems;
  std::set<std::string> ids;

  const std::string structure = name + "/template.toml";
  const toml::table root = settings::parse_toml(bytes_of(read.folder / "template.toml"), structure);
  settings::Section file(root, structure, "", problems);
  for (settings::Section& section : file.sections("sections"))
    read.sections.push_back(read_section(std::move(section), ids));
  file.finish();

  const std::string words = name + "/wording.toml";
  read_wording(bytes_of(read.folder / "wording.toml"), words, ids, read.wording, problems);
  check_headings(read.sections, read.wording, words, problems);

  const std::filesystem::path own = run_folder / "wording.toml";
  if (std::filesystem::exists(own)) read_wording(bytes_of(own), "wording.toml", ids, read.wording, problems);
  problems::throw_if_any(Cost::settings, std::move(problems));
  return read;
}

std::string heading_of_narrative(const Template& report_template, const std::string& narrative) {
  std::string heading = narrative;
  const auto look = [&](const auto& self, const std::vector<TemplateSection>& sections) -> void {
    for (const TemplateSection& section : sections) {
      if (std::ranges::find(section.narratives, narrative) != section.narratives.end()) {
        heading = report_template.wording.headings.at(section.id);
      }
      self(self, section.sections);
    }
  };
  look(look, report_template.sections);
  return heading;
}

std::string filled(std::string_view sentence, const std::map<std::string, std::string>& values) {
  std::string written(sentence);
  for (const auto& [name, value] : values) {
    const std::string mark = '{' + name + '}';
    for (std::size_t at = written.find(mark); at != std::string::npos;
         at = written.find(mark, at + value.size())) {
      written.replace(at, mark.size(), value);
    }
  }
  return written;
}

}  // namespace eqr::report
