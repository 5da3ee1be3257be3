// What report.json says (render/json/report.schema.json), in the order of reading.
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "pdf_check/report_rules.hpp"
#include "problems/problem.hpp"

namespace eqr::pdf_check {
namespace {

using Json = nlohmann::json;

std::string joined(const Json& inlines) {
  std::string text;
  for (const Json& run : inlines) text += run.at("text").get<std::string>();
  return text;
}

Expected::Cell cell_of(const Json& cell) {
  if (cell.contains("text")) return {cell.at("text"), cell.at("text")};
  if (cell.contains("shorthand")) {
    const std::string shorthand = "[" + cell.at("shorthand").get<std::string>() + "]";
    return {shorthand, shorthand};
  }
  std::string whole = cell.at("printed"), bare = whole;
  for (const std::string unit : {"%", " percentage points", " percentage point"}) {
    if (bare.ends_with(unit)) bare.resize(bare.size() - unit.size());
    // A mark stands behind the unit: "12.5% [p]".
    if (const std::size_t at = bare.find(unit + " ["); at != std::string::npos) bare.erase(at, unit.size());
  }
  return {whole, bare};
}

class Walk {
 public:
  explicit Walk(const Json& report) : m_report(report) {
    for (const Json& table : report.at("tables")) m_tables.emplace(table.at("id").get<std::string>(), &table);
    for (const Json& chart : report.at("charts")) m_charts.emplace(chart.at("id").get<std::string>(), &chart);
    for (const Json& section : report.at("sections")) find_placed(section);
  }

  Expected read() {
    say(m_report.at("title"));
    for (const Json& one : m_report.at("sections")) section(one);
    for (const Json& note : m_report.at("notes")) say(note.at("text"));
    m_expected.texts = m_expected.words;
    collect(m_report);
    return std::move(m_expected);
  }

 private:
  void say(std::string words) { m_expected.words.push_back(std::move(words)); }

  void collect(const Json& part) {
    if (part.is_string()) m_expected.texts.push_back(part);
    if (!part.is_structured()) return;
    for (const Json& inner : part) collect(inner);
  }

  void find_placed(const Json& section) {
    for (const Json& block : section.at("blocks")) {
      if (block.at("type") == "table") m_placed.insert(block.at("table").get<std::string>());
    }
    for (const Json& inner : section.at("sections")) find_placed(inner);
  }

  void section(const Json& one) {
    say(one.at("heading"));
    for (const Json& outcome : one.at("outcomes")) say(outcome);
    for (const Json& each : one.at("blocks")) block(each);
    for (const Json& inner : one.at("sections")) section(inner);
  }

  void block(const Json& one) {
    const std::string type = one.at("type");
    if (type == "paragraph") say(joined(one.at("text")));
    if (type == "subheading") say(one.at("text"));
    if (type == "table") table(one.at("table"));
    if (type == "chart") chart(one.at("chart"));
    if (type != "list") return;
    for (const Json& item : one.at("items")) say(joined(item));
  }

  void table(const std::string& id) {
    const Json& one = *m_tables.at(id);
    say(one.at("title"));
    if (!m_told.insert(id).second) return;  // a second time only its title is named
    Expected::Table made{one.at("title"), {}, {}};
    for (const Json& column : one.at("columns")) made.headers.push_back(column.at("header"));
    for (const Json& row : one.at("rows")) {
      made.rows.emplace_back();
      for (const Json& cell : row.at("cells")) made.rows.back().push_back(cell_of(cell));
    }
    m_expected.tables.push_back(std::move(made));
  }

  void chart(const std::string& id) {
    const Json& one = *m_charts.at(id);
    say(one.at("title"));
    if (!m_told.insert("chart " + id).second) return;
    m_expected.alternatives.push_back(one.at("text_alternative"));
    if (!m_placed.contains(one.at("table").get<std::string>())) table(one.at("table"));
  }

  const Json& m_report;
  std::map<std::string, const Json*> m_tables, m_charts;
  std::set<std::string> m_placed, m_told;
  Expected m_expected;
};

}  // namespace

Expected expected_of(std::string_view report_json, const std::string& name) {
  try {
    return Walk(Json::parse(report_json)).read();
  } catch (const std::exception&) {
    throw problems::Fault(problems::Cost::nothing_written,
                          problems::Problem{{name, 0, 0, ""},
                                            "is no report.json of this program",
                                            "name the report.json that was written together with the PDF"});
  }
}

}  // namespace eqr::pdf_check
