// A report template: which parts a report has, in which order, and the words that stand around them.
//
// A template is a folder: template.toml (structure), wording.toml (headings, outcome statements, sentences),
// page.html and report.css (for the page), codebooks/. A wording.toml in the run folder overrides the
// template's, key by key. Structure names narratives by id and the parts of themes as "theme:section".
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "problems/problem.hpp"
#include "report/model/report.hpp"

namespace eqr::report {

struct TemplateSection {
  std::string id;
  Section::Kind kind = Section::Kind::ordinary;
  std::vector<std::string> narratives;   // ids, in order
  std::vector<std::string> parts;        // "workforce:profile"
  std::vector<std::string> key_figures;  // figure names, shown at the head where they are there
  std::vector<TemplateSection> sections;
};

struct Wording {
  std::map<std::string, std::string> headings;               // by section id
  std::map<std::string, std::vector<std::string>> outcomes;  // by section id
  std::map<std::string, std::string> texts;                  // sentences, by name
};

struct Template {
  std::string name;
  std::filesystem::path folder;
  std::vector<TemplateSection> sections;
  Wording wording;
};

// Finds the template in one of the folders and reads it, with the run folder's wording.toml (if there is
// one) on top. Throws problems::Fault (settings) with every problem; an unknown name lists those there are.
[[nodiscard]] Template read_template(const std::string& name,
                                     const std::vector<std::filesystem::path>& folders,
                                     const std::filesystem::path& run_folder);

// The heading of the section that a narrative stands in; its id where there is none.
[[nodiscard]] std::string heading_of_narrative(const Template& report_template, const std::string& narrative);

// A sentence of the wording with {organisation}, {period}, {threshold} … filled in.
[[nodiscard]] std::string filled(std::string_view sentence, const std::map<std::string, std::string>& values);

}  // namespace eqr::report
