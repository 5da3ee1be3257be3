#include "run/placeholders.hpp"

#include <algorithm>
#include <string>

#include "text/words.hpp"

namespace eqr::run {
namespace {

using problems::Problem;
using report::Filter;
using report::Placeholder;

struct Name {
  std::string theme;
  std::string figure;
};

Name split(const std::string& name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return {name, ""};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

std::vector<std::string> names_of(const std::vector<eqr::Figure>& figures) {
  std::vector<std::string> names;
  for (const eqr::Figure& figure : figures) names.push_back(figure.name);
  return names;
}

// The near guesses with the theme in front, as they would be written.
std::string guess(const std::string& theme, const std::string& figure,
                  const std::vector<std::string>& known) {
  std::vector<std::string> whole;
  for (const std::string& name : known) whole.push_back(theme + "." + name);
  return text::suggestion(theme + "." + figure, whole);
}

template <typename Check>
std::vector<Problem> over_all(const Received& received, Check check) {
  std::vector<Problem> problems;
  for (const auto& [id, material] : received.narratives) {
    if (!material.narrative) continue;
    for (const Placeholder& placeholder : material.narrative->placeholders) check(placeholder, problems);
  }
  return problems;
}

// | pence words a percentage: a pay gap, of a theme or among the facts.
bool is_without_last_year(const Placeholder& placeholder) {
  return placeholder.filter == Filter::none || placeholder.filter == Filter::pence;
}

void check_pence(const Placeholder& placeholder, const eqr::Figure& figure, std::vector<Problem>& problems) {
  if (placeholder.filter != Filter::pence || figure.format.unit == eqr::Unit::percent) return;
  problems.push_back(
      {placeholder.place, "{{" + placeholder.figure + "}} is not a percentage, so | pence does not apply",
       "it words a pay gap as what women earn for every £1 that men earn; drop what follows |"});
}

void check_fact(const Placeholder& placeholder, const std::string& fact, const Received& received,
                std::vector<Problem>& problems) {
  const std::vector<std::string> known = names_of(received.facts.draft.figures);
  const auto& facts = received.facts.draft.figures;
  const auto found = std::ranges::find(facts, fact, &eqr::Figure::name);
  const bool there = found != facts.end();
  if (there) check_pence(placeholder, *found, problems);
  if (there && !is_without_last_year(placeholder)) {
    problems.push_back({placeholder.place,
                        "{{" + placeholder.figure + "}} has no last year, so no filter applies",
                        "drop what follows |"});
  }
  if (there || !received.facts_complete) return;
  problems.push_back({placeholder.place, "unknown fact {{" + placeholder.figure + "}}",
                      known.empty() ? "name a table of facts in the run file: [facts] files = [\"facts.csv\"]"
                                    : guess("facts", fact, known)});
}

}  // namespace

std::vector<Problem> check_declared(const Setup& setup, const Received& received) {
  std::vector<std::string> themes{"facts"};
  for (const PlannedTheme& theme : setup.themes) themes.push_back(theme.settings.id);
  std::vector<Problem> problems = received.placeholder_problems;
  const auto unknown = over_all(received, [&](const Placeholder& placeholder, std::vector<Problem>& found) {
    const Name name = split(placeholder.figure);
    if (name.theme == "facts") return check_fact(placeholder, name.figure, received, found);
    const auto theme = std::ranges::find(setup.themes, name.theme,
                                         [](const PlannedTheme& planned) { return planned.settings.id; });
    if (theme == setup.themes.end()) {
      found.push_back({placeholder.place,
                       "{{" + placeholder.figure + "}}: the report has no theme \"" + name.theme + '"',
                       text::suggestion(name.theme, themes)});
      return;
    }
    if (!theme->plugin.manifest || theme->plugin.manifest->matches(name.figure)) return;
    found.push_back({placeholder.place, "unknown figure {{" + placeholder.figure + "}}",
                     guess(name.theme, name.figure, theme->plugin.manifest->figures)});
  });
  problems.insert(problems.end(), unknown.begin(), unknown.end());
  return problems;
}

std::vector<Problem> check_delivered(const std::vector<report::ThemeMaterial>& themes,
                                     const Received& received) {
  return over_all(received, [&](const Placeholder& placeholder, std::vector<Problem>& problems) {
    const Name name = split(placeholder.figure);
    const auto theme = std::ranges::find(themes, name.theme, &report::ThemeMaterial::id);
    if (theme == themes.end() || !theme->statement || !theme->input_gaps.empty()) return;
    const auto& figures = theme->statement->draft.figures;
    const auto figure = std::ranges::find(figures, name.figure, &eqr::Figure::name);
    if (figure == figures.end()) {
      problems.push_back({placeholder.place, "unknown figure {{" + placeholder.figure + "}}",
                          guess(name.theme, name.figure, names_of(figures))});
    } else if (!is_without_last_year(placeholder) && !figure->last_year) {
      problems.push_back({placeholder.place,
                          "{{" + placeholder.figure + "}} has no last year, so no filter applies",
                          "drop what follows |, or give the input last year's figures"});
    } else {
      check_pence(placeholder, *figure, problems);
    }
  });
}

}  // namespace eqr::run
