// csv-metadata.json: what the CSV files of a report hold, column by column.
#pragma once

#include <string>
#include <vector>

#include "render/csv/tidy.hpp"

namespace eqr::render::csv {

struct DescribedTable {
  std::string file;
  const report::Table* table = nullptr;
  std::vector<TidyColumn> columns;
};

// A table group of the Metadata Vocabulary for Tabular Data, with Dublin Core terms.
[[nodiscard]] std::string metadata(const report::Report& report, const std::vector<DescribedTable>& tables);

}  // namespace eqr::render::csv
