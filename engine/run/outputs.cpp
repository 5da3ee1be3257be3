#include "run/outputs.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <future>
#include <set>
#include <utility>

#include "pdf_check/read_pdf.hpp"
#include "pdf_check/report_rules.hpp"
#include "pdf_check/rules.hpp"
#include "render/csv/csv.hpp"
#include "render/json/report_json.hpp"
#include "render/ods/ods.hpp"
#include "render/package/memory_file.hpp"
#include "render/pdf/pdf.hpp"
#include "render/web/bodies.hpp"
#include "render/workbook/workbook.hpp"
#include "text/characters.hpp"
#include "text/words.hpp"
#include "workbook_check/read_book.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::run {
namespace {

// Each once, though several files break it.
void add_failures(const CheckedFile& file, std::set<std::string>& told,
                  std::vector<problems::Problem>& problems) {
  for (const checks::Verdict& verdict : file.verdicts) {
    if (verdict.level != checks::Level::fail) continue;
    for (const checks::Finding& finding : verdict.findings) {
      const std::string message = (finding.where.empty() ? "" : finding.where + ": ") + finding.message +
                                  " (rule " + std::string(verdict.rule) + ")";
      if (told.insert(message).second)
        problems.push_back({{file.name, 0, 0, ""}, message, std::string(verdict.remedy)});
    }
  }
}

checks::Verdicts checked_pdf(const std::string& name, const std::string& bytes,
                             const std::string& report_json) {
  const pdf_check::Document document = pdf_check::read_pdf(bytes, name);
  checks::Verdicts verdicts = pdf_check::check(document);
  std::ranges::move(pdf_check::check_against(document, pdf_check::expected_of(report_json, "report.json")),
                    std::back_inserter(verdicts));
  return verdicts;
}

}  // namespace

Files render_all(const report::Report& report, const render::html::PageParts& page,
                 const render::spreadsheet::Options& spreadsheets, const render::pdf::Fonts& fonts,
                 const std::filesystem::path& work_folder) {
  // The workbook and the PDF take longest.
  std::future<std::string> workbook =
      std::async(std::launch::async, [&] { return render::workbook(report, work_folder, spreadsheets); });
  std::future<std::string> pdf =
      std::async(std::launch::async, [&] { return render::pdf::pdf(report, fonts); });
  std::future<std::map<std::string, std::string>> bodies =
      std::async(std::launch::async, [&] { return render::web::bodies(report, fonts); });
  Files files = {{report.slug + ".html", render::html::page(report, page)},
                 {"report.json", render::json::report_json(report)},
                 {"report.schema.json", std::string(render::json::report_schema())}};
  files.emplace(report.slug + ".ods", render::open_document(report, spreadsheets));
  for (auto& [name, bytes] : render::csv_files(report)) files.emplace("tables/" + name, std::move(bytes));
  for (auto& [name, bytes] : bodies.get()) files.emplace("web/" + name, std::move(bytes));
  files.emplace(report.slug + ".xlsx", workbook.get());
  files.emplace(report.slug + ".pdf", pdf.get());
  return files;
}

std::optional<problems::Problem> undrawable(const Files& files, const render::pdf::Fonts& fonts) {
  constexpr std::size_t most_named = 8;
  std::set<char32_t> missing;
  text::for_each_character(files.at("report.json"), [&](char32_t character, std::size_t, std::size_t) {
    if (text::is_space(character) || text::is_invisible(character)) return;
    if (fonts.face_for(character, render::pdf::Style::regular) == render::pdf::Fonts::none)
      missing.insert(character);
  });
  if (missing.empty()) return std::nullopt;
  std::vector<std::string> named;
  for (const char32_t character : missing) {
    if (named.size() == most_named) break;
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(character));
    named.emplace_back(code.data());
  }
  if (missing.size() > most_named) named.push_back(std::to_string(missing.size() - most_named) + " more");
  const auto pdf = std::ranges::find_if(files, [](const auto& file) { return file.first.ends_with(".pdf"); });
  return problems::Problem{{pdf->first, 0, 0, ""},
                           "characters that no font has are drawn as \xEF\xBF\xBD: " + text::list_and(named),
                           "name a font that has them under others in [fonts] of the run file"};
}

std::vector<CheckedFile> check_accessibility(const Files& files) {
  std::vector<CheckedFile> checked;
  for (const auto& [name, bytes] : files) {
    if (name.ends_with(".xlsx") || name.ends_with(".ods")) {
      const render::package::MemoryFile file(bytes);
      checked.push_back({name, workbook_check::check(workbook_check::read_book(file.descriptor(), name))});
    }
    if (name.ends_with(".pdf")) checked.push_back({name, checked_pdf(name, bytes, files.at("report.json"))});
  }
  std::vector<problems::Problem> problems;
  std::set<std::string> told;
  for (const CheckedFile& file : checked) add_failures(file, told, problems);
  problems::throw_if_any(problems::Cost::nothing_written, std::move(problems));
  return checked;
}

}  // namespace eqr::run
