#include "render/json/report_json.hpp"

#include <nlohmann/json.hpp>

#include "colours/contrast.hpp"
#include "digests/sha256.hpp"
#include "render/charts/text_alternative.hpp"
#include "render/json/names.hpp"
#include "report_schema.hpp"

namespace eqr::render::json {
namespace {

using Json = nlohmann::ordered_json;
using report::Report;

// A whole number stays one: 8120, not 8120.0.
Json number(const numbers::Decimal& decimal) {
  if (decimal.places == 0) return decimal.digits;
  return numbers::to_double(decimal);
}

Json value(const report::Number& shown) {
  Json json = {{"value", number(shown.value)}, {"places", shown.value.places}};
  if (shown.upper) json["upper"] = number(*shown.upper);
  json["unit"] = name_of(shown.unit);
  json["printed"] = report::printed(shown);
  if (shown.qualifier != report::Qualifier::none) json["qualifier"] = name_of(shown.qualifier);
  if (!shown.mark.empty()) json["mark"] = shown.mark;
  return json;
}

Json value(const report::Shorthand& shorthand) {
  return {{"shorthand", shorthand.code}, {"reason", shorthand.reason}};
}

Json value(const std::string& text) {
  return {{"text", text}};
}

template <typename Variant>
Json value_of(const Variant& held) {
  return std::visit([](const auto& one) { return value(one); }, held);
}

// As print numbers them: from one.
Json from_one(const std::vector<std::size_t>& indexes) {
  Json json = Json::array();
  for (const std::size_t index : indexes) json.push_back(index + 1);
  return json;
}

Json inlines(const report::Inlines& text) {
  Json json = Json::array();
  for (const report::Inline& run : text) {
    Json one = {{"text", run.text}};
    if (run.strong) one["strong"] = true;
    if (run.emphasis) one["emphasis"] = true;
    if (!run.href.empty()) one["href"] = run.href;
    if (!run.language.empty()) one["language"] = run.language;
    if (!run.figure.empty()) one["figure"] = run.figure;
    json.push_back(std::move(one));
  }
  return json;
}

class BlockWriter {
 public:
  explicit BlockWriter(const Report& report) : m_report(report) {}

  Json operator()(const report::Paragraph& block) const {
    return {{"type", "paragraph"}, {"text", inlines(block.text)}};
  }
  Json operator()(const report::ListBlock& block) const {
    Json items = Json::array();
    for (const report::Inlines& item : block.items) items.push_back(inlines(item));
    return {{"type", "list"}, {"ordered", block.ordered}, {"items", std::move(items)}};
  }
  Json operator()(const report::Subheading& block) const {
    return {{"type", "subheading"}, {"id", block.id}, {"text", block.text}};
  }
  Json operator()(const report::TableBlock& block) const {
    return {{"type", "table"}, {"table", m_report.tables.at(block.table).id}};
  }
  Json operator()(const report::ChartBlock& block) const {
    return {{"type", "chart"}, {"chart", m_report.charts.at(block.chart).id}};
  }
  Json operator()(const report::ImageBlock& block) const {
    return {{"type", "image"}, {"image", block.image + 1}, {"caption", inlines(block.caption)}};
  }
  Json operator()(const report::GapBlock& block) const { return {{"type", "gap"}, {"gap", block.gap + 1}}; }

 private:
  const Report& m_report;
};

Json section(const Report& report, const report::Section& one) {
  Json key_figures = Json::array();
  for (const std::size_t index : one.key_figures) key_figures.push_back(report.figures.at(index).name);
  Json blocks = Json::array();
  for (const report::Block& block : one.blocks) {
    // What is missing concerns the people who finish a draft; a published report does not list it.
    if (!report.is_draft && std::holds_alternative<report::GapBlock>(block)) continue;
    blocks.push_back(std::visit(BlockWriter(report), block));
  }
  Json sections = Json::array();
  for (const report::Section& inner : one.sections) sections.push_back(section(report, inner));
  return {{"id", one.id},
          {"heading", one.heading},
          {"kind", name_of(one.kind)},
          {"outcomes", one.outcomes},
          {"key_figures", std::move(key_figures)},
          {"blocks", std::move(blocks)},
          {"sections", std::move(sections)}};
}

Json table(const report::Table& one, std::size_t number) {
  Json columns = Json::array();
  for (const report::Column& column : one.columns) {
    Json json = {
        {"id", column.id}, {"header", column.header}, {"type", column.is_number ? "number" : "text"}};
    if (column.is_number) {
      json["unit"] = name_of(column.unit);
      json["places"] = column.places;
    }
    columns.push_back(std::move(json));
  }
  Json rows = Json::array();
  for (const report::Row& row : one.rows) {
    Json cells = Json::array();
    for (const report::Cell& cell : row.cells) cells.push_back(value_of(cell));
    rows.push_back({{"total", row.is_total}, {"cells", std::move(cells)}});
  }
  return {{"number", number},
          {"id", one.id},
          {"title", one.title},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)},
          {"notes", from_one(one.notes)},
          {"sources", from_one(one.sources)}};
}

Json chart(const Report& report, const report::Chart& one, std::size_t number) {
  const report::Table& shown = report.tables.at(one.table);
  Json columns = Json::array();
  for (const std::size_t column : one.value_columns) columns.push_back(shown.columns.at(column).id);
  const std::string words =
      one.text_alternative.empty() ? charts::text_alternative(one, shown) : one.text_alternative;
  return {{"number", number},
          {"id", one.id},
          {"kind", name_of(one.kind)},
          {"title", one.title},
          {"table", shown.id},
          {"label_column", shown.columns.at(one.label_column).id},
          {"value_columns", std::move(columns)},
          {"text_alternative", words}};
}

Json figure(const report::Figure& one) {
  return {{"name", one.name},
          {"title", one.title},
          {"value", value_of(one.value)},
          {"last_year", one.last_year ? value_of(*one.last_year) : Json(nullptr)},
          {"note", one.note},
          {"lineage", one.lineage},
          {"sources", from_one(one.sources)}};
}

Json source(const report::Source& one, std::size_t number) {
  return {{"number", number},    {"title", one.title},       {"file", one.file},
          {"as_at", one.as_at},  {"supplier", one.supplier}, {"publication", one.publication},
          {"sha256", one.sha256}};
}

Json image(const report::Image& one, std::size_t number) {
  return {{"number", number},
          {"file", one.file},
          {"kind", name_of(one.kind)},
          {"bytes", one.bytes.size()},
          {"width", one.width},
          {"height", one.height},
          {"alternative", one.alternative},
          {"sha256", digests::sha256_of(one.bytes)}};
}

Json design(const report::Design& one) {
  return {{"logo", one.logo ? Json(*one.logo + 1) : Json(nullptr)},
          {"band", colours::hex(one.band)},
          {"on_band", colours::hex(one.on_band)},
          {"accent", colours::hex(one.accent)},
          {"dark_accent", colours::hex(one.dark_accent)}};
}

Json gap(const report::Gap& one, std::size_t number) {
  return {
      {"number", number}, {"what", one.what}, {"reason", one.reason}, {"owner", one.owner}, {"due", one.due}};
}

Json shorthand(const std::string& code) {
  return {{"code", code}, {"meaning", report::shorthand_meaning(code)}};
}

Json told_count(const report::ToldCount& one) {
  Json of = Json::array();
  for (const report::ToldKey& key : one.of) {
    Json where = Json::object();
    for (const auto& [column, groups] : key.where) where[column] = groups;
    of.push_back({{"input", key.input},
                  {"year", key.is_last_year ? "last" : "this"},
                  {"where", std::move(where)},
                  {"times", key.times}});
  }
  Json json = {{"of", std::move(of)}};
  if (one.people) {
    json["people"] = *one.people;
  } else {
    json["shorthand"] = one.shorthand;
  }
  return json;
}

Json people(const report::Told& told) {
  Json columns = Json::array(), counts = Json::array(), shares = Json::array(), totals = Json::array();
  for (const report::ToldColumn& one : told.columns) {
    columns.push_back(
        {{"input", one.input}, {"column", one.id}, {"groups", one.groups}, {"without", one.without}});
  }
  for (const report::ToldCount& one : told.counts) counts.push_back(told_count(one));
  for (const report::ToldShare& one : told.shares) {
    shares.push_back({{"part", one.part + 1},
                      {"whole", one.whole + 1},
                      {"percent", number(one.percent)},
                      {"places", one.percent.places}});
    if (one.is_by_law) shares.back()["by_law"] = true;
  }
  for (const report::ToldTotal& one : told.totals) {
    totals.push_back({{"total", one.total + 1}, {"parts", from_one(one.parts)}});
  }
  return {{"threshold", told.threshold},   {"width", told.width},         {"base", told.base},
          {"columns", std::move(columns)}, {"counts", std::move(counts)}, {"shares", std::move(shares)},
          {"totals", std::move(totals)}};
}

// A JSON array of what `write` makes of each, given its number from one.
template <typename Things, typename Write>
Json numbered(const Things& things, Write write) {
  Json json = Json::array();
  for (std::size_t i = 0; i < things.size(); ++i) json.push_back(write(things[i], i + 1));
  return json;
}

Json accessibility(const report::Accessibility& part) {
  Json offers = Json::array();
  for (const report::Accessibility::Offer& one : part.offers)
    offers.push_back({{"format", one.format}, {"text", one.text}, {"href", one.href}});
  return {{"ask", part.ask}, {"offers", std::move(offers)}, {"known_limits", part.known_limits}};
}

Json cover(const Report& report) {
  return {{"format", "eqr.report/1"},
          {"status", report.is_draft ? "draft" : "published"},
          {"organisation", report.organisation},
          {"title", report.title},
          {"period", report.period},
          {"slug", report.slug},
          {"language", report.language},
          {"published", calendar::iso_text(report.published)},
          {"next_update", report.next_update ? Json(calendar::iso_text(*report.next_update)) : Json(nullptr)},
          {"snapshot", calendar::iso_text(report.snapshot)},
          {"contact",
           {{"name", report.contact.name},
            {"email", report.contact.email},
            {"telephone", report.contact.telephone},
            {"address", report.contact.address}}},
          {"accessibility", accessibility(report.accessibility)},
          {"website", report.website},
          {"summary", report.summary},
          {"about", report.about},
          {"keywords", report.keywords}};
}

}  // namespace

std::string report_json(const Report& report) {
  Json json = cover(report);
  json["sections"] = Json::array();
  for (const report::Section& one : report.sections) json["sections"].push_back(section(report, one));
  json["tables"] = numbered(report.tables, table);
  json["charts"] = numbered(report.charts, [&](const report::Chart& one, std::size_t number) {
    return chart(report, one, number);
  });
  json["figures"] =
      numbered(report.figures, [](const report::Figure& one, std::size_t) { return figure(one); });
  json["images"] = numbered(report.images, image);
  json["design"] = design(report.design);
  json["notes"] = numbered(report.notes, [](const report::Note& one, std::size_t number) {
    return Json{{"number", number}, {"text", one.text}};
  });
  json["sources"] = numbered(report.sources, source);
  json["gaps"] = report.is_draft ? numbered(report.gaps, gap) : Json::array();
  json["people"] = people(report.told);
  json["shorthands"] =
      numbered(report.shorthands, [](const std::string& code, std::size_t) { return shorthand(code); });
  // Text that is not UTF-8 has been refused on its way in; should any be left, it may not stop the report.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string_view report_schema() {
  return report_schema_text;
}

}  // namespace eqr::render::json
