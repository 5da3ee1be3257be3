#include "run/receive.hpp"

#include <algorithm>
#include <utility>

#include "calendar/date.hpp"
#include "inputs/document.hpp"
#include "inputs/people_file.hpp"
#include "inputs/source.hpp"
#include "people/dimensions.hpp"
#include "run/pictures.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Problem;

std::string due_text(const std::optional<calendar::Date>& due) {
  return due ? calendar::long_text(*due) : std::string{};
}

// The problems of a file in one line, for a list of what is missing.
std::string reason_of(const std::vector<Problem>& problems) {
  std::string reason;
  for (const Problem& problem : problems) {
    if (!reason.empty()) reason += "; ";
    const std::string place = problems::text(problem.place);
    reason += place.empty() ? problem.message : place + ": " + problem.message;
  }
  return reason + ".";
}

inputs::DocumentShape shape_of(const themes::Role& role, const InputSettings& input) {
  inputs::DocumentShape shape;
  shape.shape = role.kind == themes::Role::Kind::figures ? inputs::Shape::figures : inputs::Shape::table;
  shape.published = !input.published.empty();
  for (const themes::RoleColumn& column : role.columns) {
    using Counting = themes::RoleColumn::Counting;
    const inputs::ColumnCounts counts = column.counting == Counting::people   ? inputs::ColumnCounts::people
                                        : column.counting == Counting::things ? inputs::ColumnCounts::things
                                        : column.counting == Counting::published
                                            ? inputs::ColumnCounts::published
                                            : inputs::ColumnCounts::none;
    shape.columns.push_back({column.id, column.is_number, counts, column.optional});
  }
  return shape;
}

class Receiver {
 public:
  Receiver(const Setup& setup, bool offline) : m_setup(setup), m_run(setup.run), m_offline(offline) {}

  Received all() {
    std::vector<Problem> faults;
    for (const auto& [name, input] : m_run.inputs) {
      try {
        if (input.kind == InputKind::people) people(input);
        if (input.kind == InputKind::counted) counted(input);
      } catch (const Fault& fault) {
        faults.insert(faults.end(), fault.problems().begin(), fault.problems().end());
      }
    }
    problems::throw_if_any(Cost::nothing_written, std::move(faults));
    for (const PlannedTheme& theme : m_setup.themes) documents(theme);
    facts();
    logo();
    for (const auto& [id, narrative] : m_run.narratives) text(narrative);
    return std::move(m_received);
  }

 private:
  inputs::Snapshot fetch(const std::string& file, const std::string& url, const inputs::Limits& limits,
                         const std::string& input) {
    if (!url.empty() && m_offline) {
      throw Fault(Cost::nothing_written, Problem{{inputs::url_location(url).name, 0, 0, ""},
                                                 "was not fetched, because the run is offline",
                                                 "leave --offline out"});
    }
    const inputs::Location location =
        url.empty() ? inputs::file_location(file, m_run.folder) : inputs::url_location(url);
    inputs::Snapshot snapshot = inputs::make_source(location, limits)->fetch();
    m_received.record.push_back({input, snapshot.name, snapshot.sha256, snapshot.size, snapshot.fetched_at});
    return snapshot;
  }

  inputs::Snapshot fetch(const InputSettings& input) {
    const inputs::Limits limits{static_cast<double>(input.timeout.count()), input.most_bytes};
    return fetch(input.file, input.url, limits, input.name);
  }

  void people(const InputSettings& input) {
    for (const std::string& file : {input.file, input.last_year_file}) {
      // Opening says whether it is there and readable; nothing of it is read.
      if (!file.empty()) inputs::check_people_file(inputs::file_location(file, m_run.folder));
    }
    const persons::Codebook& codebook = m_setup.codebooks.at(input.name);
    offer(input, codebook, !input.last_year_file.empty() || input.last_year_from_dates, false);
    add_source(input, calendar::long_text(m_run.report.snapshot), "");
  }

  void counted(const InputSettings& input) {
    const inputs::Snapshot snapshot = fetch(input);
    const persons::Codebook& codebook = m_setup.codebooks.at(input.name);
    persons::CountedFigures figures = persons::read_counted(codebook, snapshot.bytes, snapshot.name);
    offer(input, persons::narrowed_to(codebook, figures.characteristics()), figures.has_last_year(), true);
    std::string as_at = calendar::long_text(m_run.report.snapshot);
    for (const persons::CountedRow& row : figures.rows) {
      if (row.snapshot == tallies::Snapshot::this_year && row.as_at) as_at = calendar::long_text(*row.as_at);
    }
    m_received.counted.emplace(input.name, std::move(figures));
    add_source(input, as_at, snapshot.sha256);
  }

  void offer(const InputSettings& input, const persons::Codebook& codebook, bool has_last_year,
             bool is_counted) {
    m_received.inputs.people.emplace(input.name, persons::describe(codebook, has_last_year, is_counted));
    m_received.inputs.dimensions.emplace(input.name, persons::dimensions(codebook));
  }

  void add_source(const InputSettings& input, const std::string& as_at, const std::string& sha256) {
    report::Source source;
    source.title = !input.source.empty() ? input.source : !input.title.empty() ? input.title : input.name;
    source.file = input.file.empty() ? inputs::url_location(input.url).name : input.file;
    source.as_at = as_at;
    source.supplier = input.owner;
    source.publication = input.published;
    if (!input.published.empty()) source.sha256 = sha256;
    m_received.sources.emplace(input.name, std::move(source));
  }

  void documents(const PlannedTheme& theme) {
    Received::OfTheme& of_theme = m_received.themes[theme.settings.id];
    if (!theme.plugin.manifest) return;
    if (theme.inputs.empty() && !theme.plugin.manifest->roles.empty()) {
      of_theme.gaps.push_back(
          {theme.title, "The run file names no input for any part of it.", theme.owner, ""});
      tell(theme.settings.place, "theme \"" + theme.settings.id + "\" has no input at all",
           "it takes: " + text::list_and(theme.plugin.manifest->role_names()));
      return;
    }
    for (const themes::Role& role : theme.plugin.manifest->roles) {
      const auto bound = theme.inputs.find(role.name);
      if (bound == theme.inputs.end()) {
        if (role.required) {
          of_theme.gaps.push_back({role.title, "The run file names no input for it.", theme.owner, ""});
          tell(theme.settings.place,
               "theme \"" + theme.settings.id + "\" has no input for role \"" + role.name + '"',
               "add [inputs." + role.name + "], or bind the role to an input");
        }
        continue;
      }
      if (role.kind == themes::Role::Kind::people) continue;
      document(theme, role, m_run.inputs.at(bound->second), of_theme);
    }
  }

  void document(const PlannedTheme& theme, const themes::Role& role, const InputSettings& input,
                Received::OfTheme& of_theme) {
    const std::string title = input.title.empty() ? role.title : input.title;
    const auto missing = [&](const std::vector<Problem>& problems) {
      tell(problems);
      of_theme.gaps.push_back(
          {title, reason_of(problems), input.owner.empty() ? theme.owner : input.owner, due_text(input.due)});
    };
    // Two themes that declare different columns for one input see it as two documents.
    std::string name = input.name;
    const inputs::DocumentShape shape = shape_of(role, input);
    const auto other = m_shapes.find(name);
    if (other != m_shapes.end() &&
        (!same(other->second, shape) || !is_as(role, m_received.inputs.documents.at(name)))) {
      name += " [" + theme.settings.id + "." + role.name + "]";
    }
    if (m_received.inputs.documents.contains(name)) {
      of_theme.documents[role.name] = name;
      return;
    }
    try {
      const inputs::Snapshot snapshot = fetch(input);
      inputs::DocumentRead read = inputs::read_document(snapshot, name, shape);
      if (!read.problems.empty() || !read.document) return missing(read.problems);
      m_shapes.emplace(name, shape);
      m_received.inputs.documents.emplace(
          name, measures::DocumentInput{std::move(*read.document), role.rows_are_people, role.breakdowns,
                                        role.parts, input.name});
      of_theme.documents[role.name] = name;
      InputSettings titled = input;
      titled.title = title;
      add_source(titled, "", snapshot.sha256);
      if (name != input.name) m_received.sources.emplace(name, m_received.sources.at(input.name));
    } catch (const Fault& fault) {
      missing(fault.problems());
    }
  }

  static bool is_as(const themes::Role& role, const measures::DocumentInput& document) {
    return document.rows_are_people == role.rows_are_people && document.breakdowns == role.breakdowns &&
           document.parts == role.parts;
  }
  static bool same(const inputs::DocumentShape& a, const inputs::DocumentShape& b) {
    return a.shape == b.shape && std::ranges::equal(a.columns, b.columns, [](const auto& x, const auto& y) {
             return x.id == y.id && x.is_number == y.is_number && x.counts == y.counts &&
                    x.optional == y.optional;
           });
  }

  // ---- the organisation's own figures ----

  void facts() {
    m_received.facts.theme = "facts";
    for (std::size_t i = 0; i < m_run.facts.size(); ++i) {
      const std::string& file = m_run.facts[i];
      // A name that no input of a run file can have: those are keys, and keys have no brackets.
      const std::string name = "[facts] " + file;
      std::vector<Problem> problems;
      try {
        const inputs::Snapshot snapshot = fetch(file, "", {}, "facts");
        inputs::DocumentRead read =
            inputs::read_document(snapshot, name, {inputs::Shape::figures, {}, false});
        problems = std::move(read.problems);
        if (read.document) {
          add_facts(*read.document, file, problems);
          report::Source source;
          source.title = "Facts of the organisation";
          source.file = file;
          m_received.sources.emplace(name, std::move(source));
          m_received.inputs.documents.emplace(name,
                                              measures::DocumentInput{std::move(*read.document), false});
        }
      } catch (const Fault& fault) {
        problems = fault.problems();
      }
      if (problems.empty()) continue;
      m_received.facts_complete = false;
      tell(problems);
      m_received.facts_gaps.push_back(
          {"Facts of the organisation", reason_of(problems), m_run.facts_owner, ""});
    }
  }

  void add_facts(const Document& document, const std::string& file, std::vector<Problem>& problems) {
    for (std::size_t row = 1; row <= document.row_count(); ++row) {
      const std::string& id = document.text(row, "id");
      const bool twice = std::ranges::any_of(m_received.facts.draft.figures,
                                             [&id](const eqr::Figure& figure) { return figure.name == id; });
      if (twice) {
        problems.push_back(
            {{file, 0, 0, ""}, "the fact \"" + id + "\" stands in an earlier file too", "keep one of them"});
        continue;
      }
      m_received.facts.draft.figures.push_back({id, document.text(row, "label"), document.cell(row, "value"),
                                                std::nullopt, format_of(document, row),
                                                document.text(row, "note")});
    }
  }

  // Printed as it was supplied: its unit, and as many places as it has.
  static eqr::Format format_of(const Document& document, std::size_t row) {
    const std::string& unit = document.text(row, "unit");
    const std::string& value = document.text(row, "value");
    const std::size_t point = value.find('.');
    eqr::Format format;
    if (point != std::string::npos) {
      const std::size_t end = value.find_first_not_of("0123456789", point + 1);
      format.places = static_cast<int>((end == std::string::npos ? value.size() : end) - point - 1);
    }
    format.unit = unit == "people"    ? eqr::Unit::people
                  : unit == "things"  ? eqr::Unit::things
                  : unit == "percent" ? eqr::Unit::percent
                  : unit == "points"  ? eqr::Unit::percentage_points
                  : unit == "ratio"   ? eqr::Unit::ratio
                  : unit == "pounds"  ? eqr::Unit::pounds
                                      : eqr::Unit::number;
    return format;
  }

  void text(const NarrativeSettings& settings) {
    report::NarrativeMaterial material{settings.owner, due_text(settings.due), std::nullopt, ""};
    std::vector<Problem> problems;
    try {
      const inputs::Snapshot snapshot = fetch(settings.file, "", {}, "narratives");
      report::NarrativeReading reading = report::read_narrative(settings.id, snapshot.bytes, settings.file);
      problems = std::move(reading.problems);
      for (Problem& problem : reading.placeholder_problems)
        m_received.placeholder_problems.push_back(std::move(problem));
      if (problems.empty()) {
        pictures(reading.narrative);
        material.narrative = std::move(reading.narrative);
      }
    } catch (const Fault& fault) {
      problems = fault.problems();
    }
    if (!problems.empty()) material.missing_because = reason_of(problems);
    tell(problems);
    m_received.narratives.emplace(settings.id, std::move(material));
  }

  void logo() {
    const DesignSettings& design = m_run.design;
    if (design.logo.empty()) return;
    std::string missing_because;
    m_received.logo = picture(design.logo, design.logo_place, missing_because);
    if (m_received.logo) {
      m_received.logo->alternative = design.logo_alternative;
    } else {
      m_received.logo_gap = {"Logo", missing_because, "", ""};
    }
  }

  void pictures(const report::Narrative& narrative) {
    for (const report::NarrativeBlock& block : narrative.blocks) {
      if (!block.image || m_received.pictures.contains(block.image->file)) continue;
      report::PictureMaterial& material = m_received.pictures[block.image->file];
      material.image = picture(block.image->file, block.image->place, material.missing_because);
    }
  }

  std::optional<report::Image> picture(const std::string& file, const problems::Place& named_at,
                                       std::string& missing_because) {
    ReceivedPicture received = receive_picture(m_run, file, named_at);
    if (received.record) m_received.record.push_back(std::move(*received.record));
    if (!received.problems.empty()) missing_because = reason_of(received.problems);
    tell(received.problems);
    std::ranges::move(received.findings, std::back_inserter(m_received.findings));
    return std::move(received.image);
  }

  void tell(const std::vector<Problem>& problems) {
    m_received.problems.insert(m_received.problems.end(), problems.begin(), problems.end());
  }
  void tell(problems::Place place, std::string message, std::string hint) {
    m_received.problems.push_back({std::move(place), std::move(message), std::move(hint)});
  }

  const Setup& m_setup;
  const RunFile& m_run;
  bool m_offline;
  Received m_received;
  std::map<std::string, inputs::DocumentShape> m_shapes;
};

}  // namespace

Received receive(const Setup& setup, bool offline) {
  return Receiver(setup, offline).all();
}

}  // namespace eqr::run
