#include "run/telling.hpp"

#include <gtest/gtest.h>

#include "render/json/report_json.hpp"

namespace eqr::run {
namespace {

// A register of 30 people: `open` of them are open cases. Invented.
std::string told_of(const std::vector<std::size_t>& open) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> all, closed;
  for (std::size_t row = 1; row <= 30; ++row) {
    rows.push_back({std::to_string(row)});
    all.push_back(row);
    if (std::ranges::find(open, row) == open.end()) closed.push_back(row);
  }
  Received received;
  received.inputs.documents["cases"] = {
      Document("cases", {{"case", false, Counts::people}}, rows), true, {}, {}, "cases"};
  const Document& document = received.inputs.documents.at("cases").document;
  measures::Statement statement{"cases", nlohmann::json::object(), {}};
  Table table("states", "Cases by state");
  table.text_column("state", "State").number_column("cases", "Cases", whole_people);
  table.row({"Open", document.count_rows(open)}).row({"Closed", document.count_rows(closed)});
  table.total_row({"All", document.count_rows(all)});
  statement.draft.tables.push_back(std::move(table));
  measures::Asked asked;
  measures::ask(statement, received.inputs, asked);
  measures::tie_together(received.inputs, asked);
  const auto safe = disclosure::protect({asked.document_counts, asked.shown, asked.web, {}, {}, {}}, {});
  const measures::Evaluator evaluator(received.inputs, safe.answers);
  Drafted drafted;
  drafted.themes.emplace_back().statement = std::move(statement);
  report::Report report;
  report.told = told(drafted, received, asked, safe.answers, {}, evaluator);
  return render::json::report_json(report);
}

// Which rows are counted would tell how many are.
TEST(Telling, rows_of_registers_go_by_numbers_that_tell_nothing_of_them) {
  EXPECT_EQ(told_of({1, 2, 3}), told_of({5, 9, 17}));
  EXPECT_EQ(told_of({1, 2, 3}), told_of({28, 29, 30}));
  const std::string told = told_of({1, 2, 3});
  EXPECT_NE(told.find("@rows"), std::string::npos);
  EXPECT_EQ(told.find("\"@row\""), std::string::npos);
}

}  // namespace
}  // namespace eqr::run
