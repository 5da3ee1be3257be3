// Reports of any text, written as .xlsx and .ods: either the writers refuse, or what they wrote can be read
// again and says what it was given. The input is taken apart byte by byte: see Choices.
#include <filesystem>
#include <stdexcept>

#include "fuzz/target.hpp"
#include "render/ods/ods.hpp"
#include "render/workbook/workbook.hpp"
#include "support/memory_file.hpp"
#include "workbook_check/read_book.hpp"

namespace {

using namespace eqr;

// What the input decides: small numbers, and texts that end with a byte of nought.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : m_bytes(bytes) {}

  std::size_t up_to(std::size_t most) {
    if (m_bytes.empty()) return 0;
    const auto byte = static_cast<unsigned char>(m_bytes.front());
    m_bytes.remove_prefix(1);
    return byte % (most + 1);
  }
  std::string text() {
    const std::size_t end = std::min(m_bytes.find('\0'), m_bytes.size());
    std::string text(m_bytes.substr(0, end));
    m_bytes.remove_prefix(std::min(end + 1, m_bytes.size()));
    // Some that are too long for a cell or a header, from few bytes.
    if (text.starts_with("**") && text.size() < 64) {
      std::string longer;
      while (longer.size() < 40'000) longer += text;
      return longer;
    }
    return text;
  }

 private:
  std::string_view m_bytes;
};

report::Cell cell_of(Choices& choices) {
  switch (choices.up_to(3)) {
    case 0:
      return choices.text();
    case 1: {
      static const char* const codes[] = {"c", "low", "x", "z", "?"};
      return report::Shorthand{codes[choices.up_to(4)], choices.text()};
    }
    default: {
      report::Number number;
      const auto power = choices.up_to(18);
      std::int64_t digits = 1;
      for (std::size_t i = 0; i < power; ++i) digits *= 10;
      number.value = {digits - static_cast<std::int64_t>(choices.up_to(255)),
                      static_cast<int>(choices.up_to(9))};
      number.unit = static_cast<report::Unit>(choices.up_to(6));
      return number;
    }
  }
}

report::Table table_of(Choices& choices) {
  report::Table table;
  table.id = choices.text();
  table.title = choices.text();
  const std::size_t columns = choices.up_to(4), rows = choices.up_to(4);
  for (std::size_t i = 0; i < columns; ++i)
    table.columns.push_back({"c" + std::to_string(i), choices.text(), choices.up_to(1) == 1,
                             static_cast<report::Unit>(choices.up_to(6)),
                             static_cast<int>(choices.up_to(3))});
  for (std::size_t row = 0; row < rows; ++row) {
    table.rows.push_back({{}, choices.up_to(3) == 0});
    for (std::size_t i = 0; i < columns; ++i) table.rows.back().cells.push_back(cell_of(choices));
  }
  return table;
}

report::Report report_of(Choices& choices) {
  report::Report report;
  report.organisation = choices.text();
  report.title = choices.text();
  report.period = "2025/26";
  report.slug = "report";
  report.published = report.snapshot = {std::chrono::year(static_cast<int>(1850 + 40 * choices.up_to(5))),
                                        std::chrono::March, std::chrono::day(31)};
  report.website = choices.text();
  report.summary = choices.text();
  report.contact.email = choices.text();
  const std::size_t tables = choices.up_to(3);
  for (std::size_t i = 0; i < tables; ++i) report.tables.push_back(table_of(choices));
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t columns = report.tables[i].columns.size();
    if (columns < 2 || choices.up_to(1) == 0) continue;
    report.charts.push_back({choices.text(),
                             static_cast<report::Chart::Kind>(choices.up_to(2)),
                             choices.text(),
                             i,
                             0,
                             {columns - 1},
                             choices.text()});
  }
  return report;
}

workbook_check::Book read_again(const std::string& bytes, const std::string& name) {
  const tests::MemoryFile file(bytes);
  return workbook_check::read_book(file.descriptor(), name);
}

// Both twins hold the same sheets with the same texts, and none of them a formula.
void compare(const workbook_check::Book& workbook, const workbook_check::Book& document) {
  fuzz::promise(workbook.sheets.size() == document.sheets.size(), "both have the same sheets");
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const auto &ours = workbook.sheets[i], &theirs = document.sheets[i];
    fuzz::promise(ours.name == theirs.name && ours.tables.size() == theirs.tables.size() &&
                      ours.drawings.size() == theirs.drawings.size(),
                  "a sheet is the same in both");
    for (const auto& [place, cell] : ours.cells) {
      fuzz::promise(!cell.has_formula, "no text becomes a formula");
      const workbook_check::Cell* twin = theirs.cell(place);
      if (cell.kind == workbook_check::Cell::Kind::blank) continue;
      fuzz::promise(twin != nullptr && twin->kind == cell.kind, "a cell is of one kind in both");
      fuzz::promise(cell.kind == workbook_check::Cell::Kind::number ? twin->number == cell.number
                                                                    : twin->text == cell.text,
                    "a cell says the same in both");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  Choices choices(fuzz::text_of(input, size));
  const report::Report report = report_of(choices);
  std::string workbook, document;
  try {
    workbook = render::workbook(report, std::filesystem::temp_directory_path());
    document = render::open_document(report);
  } catch (const std::runtime_error& refusal) {
    fuzz::promise(std::string_view(refusal.what()).starts_with("workbook: "), "a refusal says of what");
    return 0;
  }
  compare(read_again(workbook, "report.xlsx"), read_again(document, "report.ods"));
  return 0;
}
