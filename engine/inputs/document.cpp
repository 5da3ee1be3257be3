#include "inputs/document.hpp"

#include <string_view>
#include <utility>

#include "inputs/document_table.hpp"
#include "tabular/csv.hpp"
#include "tabular/json.hpp"
#include "text/words.hpp"

namespace eqr::inputs {
namespace {

// By the name's ending where it has one that says so, otherwise by the first character.
bool is_json(const Snapshot& snapshot) {
  const std::string name = text::folded(snapshot.name.substr(0, snapshot.name.find('?')));
  if (name.ends_with(".json")) return true;
  if (name.ends_with(".csv")) return false;
  std::string_view bytes = snapshot.bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = text::trimmed(bytes);
  return bytes.starts_with('[') || bytes.starts_with('{');
}

}  // namespace

DocumentRead read_document(const Snapshot& snapshot, const std::string& input, const DocumentShape& shape) {
  try {
    const bool json = is_json(snapshot);
    const tabular::Table table = json ? tabular::read_json(snapshot.bytes, snapshot.name)
                                      : tabular::read_csv(snapshot.bytes, snapshot.name);
    DocumentTable source(table, json ? 0 : 1);
    DocumentRead read = shape.shape == Shape::figures
                            ? read_figures(source, input, shape.published)
                            : read_table(source, input, shape.columns, shape.published);
    if (source.problems().empty()) return read;
    return {std::nullopt, {}, {}, source.problems().taken()};
  } catch (const problems::Fault& fault) {
    return {std::nullopt, {}, {}, fault.problems()};
  }
}

}  // namespace eqr::inputs
