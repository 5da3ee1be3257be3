// For tests of the themes that report what services supply: documents made in a test or read from the
// samples, and looking things up in the draft that comes of them.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "eqr/theme.hpp"
#include "inputs/document.hpp"
#include "themes/draft_check.hpp"
#include "themes/manifest.hpp"

namespace eqr::tests {

// A row of a table of figures; what a test leaves out is empty.
struct SuppliedFigure {
  std::string id, label, value, unit;
  std::string base = {}, period = {}, as_at = {}, source = {}, note = {};
};

inline Document figures(const std::string& role, const std::vector<SuppliedFigure>& supplied) {
  std::vector<DocumentColumn> columns;
  for (const char* id : {"id", "label", "value", "unit", "counts", "base", "period", "as_at", "qualifier",
                         "status", "source", "note"}) {
    columns.push_back({id, std::string(id) == "value", Counts::people});
  }
  std::vector<std::vector<std::string>> rows;
  for (const SuppliedFigure& figure : supplied) {
    rows.push_back({figure.id, figure.label, figure.value, figure.unit, "things", figure.base, figure.period,
                    figure.as_at, "", "", figure.source, figure.note});
  }
  return Document(role, std::move(columns), std::move(rows));
}

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

inline themes::Manifest manifest_of(const std::string& theme) {
  const auto file = std::filesystem::path(EQR_SOURCE_FOLDER) / "plugins" / theme / "theme.json";
  return themes::read_manifest(content_of(file), "theme.json");
}

// A table as the engine hands it to a theme: the columns that theme.json declares, in their order. A row
// gives the cells a test is about; the others are empty.
inline Document table(const std::string& theme, const std::string& role,
                      const std::vector<std::map<std::string, std::string>>& rows) {
  const themes::Manifest manifest = manifest_of(theme);
  std::vector<DocumentColumn> columns;
  for (const themes::RoleColumn& column : manifest.role(role)->columns) {
    columns.push_back(column.as_document_column());
  }
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : rows) {
    std::vector<std::string>& made = cells.emplace_back();
    for (const DocumentColumn& column : columns) {
      const auto given = row.find(column.id);
      made.push_back(given == row.end() ? "" : given->second);
    }
  }
  return Document(role, std::move(columns), std::move(cells));
}

// The sample's file for a role, read and checked by the engine.
inline Document sample(const std::string& theme, const std::string& role) {
  const std::string name = role + ".csv";
  inputs::Snapshot snapshot;
  snapshot.name = name;
  snapshot.bytes =
      content_of(std::filesystem::path(EQR_SOURCE_FOLDER) / "sample-inputs" / "hertfordshire-2017-18" / name);
  const themes::Manifest manifest = manifest_of(theme);
  const themes::Role& declared = *manifest.role(role);
  inputs::DocumentShape shape;
  if (declared.kind == themes::Role::Kind::figures) shape.shape = inputs::Shape::figures;
  for (const themes::RoleColumn& column : declared.columns) {
    shape.columns.push_back({column.id, column.is_number,
                             static_cast<inputs::ColumnCounts>(static_cast<int>(column.counting)),
                             column.optional});
  }
  inputs::DocumentRead read = inputs::read_document(snapshot, role, shape);
  for (const problems::Problem& problem : read.problems) ADD_FAILURE() << problem.message;
  return std::move(read.document).value();
}

inline Context context_with(std::vector<Document> documents) {
  Context context;
  context.organisation = "Sampleshire";
  context.period = "2017/18";
  context.snapshot = "31 March 2018";
  for (Document& document : documents) {
    const std::string role = document.input();
    context.documents.emplace(role, std::move(document));
  }
  return context;
}

// The context of a whole sample: all of the theme's documents, and the defaults of its settings.
inline Context sample_context(const std::string& theme) {
  Context context = context_with({});
  context.theme = theme;
  const themes::Manifest manifest = manifest_of(theme);
  for (const themes::Role& role : manifest.roles) {
    context.documents.emplace(role.name, sample(theme, role.name));
  }
  for (const themes::SettingSchema& setting : manifest.settings) {
    context.settings[setting.name] = setting.default_value;
  }
  return context;
}

inline std::vector<std::string> section_ids(const Draft& draft) {
  std::vector<std::string> ids;
  for (const Section& section : draft.sections) ids.push_back(section.id);
  return ids;
}

inline std::vector<std::string> table_ids(const Draft& draft) {
  std::vector<std::string> ids;
  for (const Table& each : draft.tables) ids.push_back(each.id);
  return ids;
}

inline const Table& table_in(const Draft& draft, const std::string& id) {
  for (const Table& each : draft.tables) {
    if (each.id == id) return each;
  }
  throw std::out_of_range("the draft has no table " + id);
}

inline const Figure& figure_in(const Draft& draft, const std::string& name) {
  for (const Figure& each : draft.figures) {
    if (each.name == name) return each;
  }
  throw std::out_of_range("the draft has no figure " + name);
}

inline const Cell& cell_in(const Table& in, std::size_t row, const std::string& column) {
  for (std::size_t at = 0; at < in.columns.size(); ++at) {
    if (in.columns[at].id == column) return in.rows.at(row).cells.at(at);
  }
  throw std::out_of_range("the table has no column " + column);
}

inline std::string text_in(const Table& in, std::size_t row, const std::string& column) {
  return std::get<std::string>(cell_in(in, row, column));
}

inline Expression value_in(const Table& in, std::size_t row, const std::string& column) {
  return std::get<Expression>(cell_in(in, row, column));
}

// All the engine asks of a draft, and that it survives the way through the boundary unchanged.
inline void expect_sound(const Draft& draft, const std::string& theme, const Context& context) {
  for (const problems::Problem& problem : themes::check_draft(draft, manifest_of(theme), context)) {
    ADD_FAILURE() << problem.message;
  }
  const nlohmann::json written = to_json(draft);
  EXPECT_EQ(to_json(draft_from_json(written)), written);
}

}  // namespace eqr::tests
