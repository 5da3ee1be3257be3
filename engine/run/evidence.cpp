#include "run/evidence.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "page_check/rules.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

using problems::Problem;
using render::html::CheckedPart;
using render::html::MachineCheck;

constexpr std::string_view bodies_folder = "web/";

// From the folder of the file, as its links name others: pages of web/ name each other without "web/".
std::set<std::string, std::less<>> files_seen_from(const std::string& name, const Files& files) {
  const std::string folder = name.substr(0, name.rfind('/') + 1);
  std::set<std::string, std::less<>> seen;
  for (const auto& [file, bytes] : files) {
    if (file.starts_with(folder)) seen.insert(file.substr(folder.size()));
  }
  return seen;
}

// Page rules tell the line alone.
std::size_t line_of(const checks::Finding& finding) {
  return finding.place.empty() ? 0 : std::stoul(finding.place.front().second);
}

void add_problems(const CheckedFile& page, std::vector<Problem>& problems) {
  for (const checks::Verdict& verdict : page.verdicts) {
    for (const checks::Finding& finding : verdict.findings)
      problems.push_back({{page.name, line_of(finding), 0, ""},
                          finding.message + " (rule " + std::string(verdict.rule) + ")",
                          std::string(verdict.remedy)});
  }
}

// One rule over several files.
struct Outcome {
  std::size_t files = 0;
  std::vector<std::string> found;  // "report.xlsx: Cover: …"

  [[nodiscard]] std::string in_words() const {
    if (found.empty()) return files == 1 ? "Kept" : "Kept in " + std::to_string(files) + " files";
    const std::string more = std::to_string(found.size() - 1);
    return "Advice not followed: " + found.front() + (found.size() == 1 ? "" : ", and " + more + " more");
  }
};

std::vector<MachineCheck> by_rule(const std::vector<CheckedFile>& files) {
  std::vector<MachineCheck> checks;
  std::vector<Outcome> outcomes;
  for (const CheckedFile& file : files) {
    for (const checks::Verdict& verdict : file.verdicts) {
      auto at = static_cast<std::size_t>(std::ranges::find(checks, verdict.rule, &MachineCheck::id) -
                                         checks.begin());
      if (at == checks.size()) {
        checks.push_back(
            {std::string(verdict.rule), std::string(verdict.what), "", std::string(verdict.guidance)});
        outcomes.emplace_back();
      }
      ++outcomes[at].files;
      for (const checks::Finding& finding : verdict.findings)
        outcomes[at].found.push_back(file.name + ": " + (finding.where.empty() ? "" : finding.where + ": ") +
                                     finding.message);
    }
  }
  for (std::size_t i = 0; i < checks.size(); ++i) checks[i].outcome = outcomes[i].in_words();
  return checks;
}

// "report.html and 11 files in web/"
std::string names_of(const std::vector<CheckedFile>& files) {
  std::vector<std::string> names;
  std::size_t bodies = 0;
  for (const CheckedFile& file : files) {
    if (file.name.starts_with(bodies_folder)) {
      ++bodies;
    } else {
      names.push_back(file.name);
    }
  }
  if (bodies > 0) names.push_back(std::to_string(bodies) + (bodies == 1 ? " file" : " files") + " in web/");
  return text::list_and(names);
}

}  // namespace

std::vector<CheckedFile> check_pages(const Files& files) {
  std::vector<CheckedFile> pages;
  std::vector<Problem> problems;
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".html")) continue;
    page_check::Page page{name, name.starts_with(bodies_folder), page_check::tags_of(bytes),
                          files_seen_from(name, files)};
    pages.push_back({name, page_check::check(page)});
    add_problems(pages.back(), problems);
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(problems));
  return pages;
}

std::vector<CheckedPart> checked_parts(const std::vector<CheckedFile>& pages,
                                       const std::vector<CheckedFile>& others) {
  std::vector<CheckedFile> pdfs, workbooks;
  for (const CheckedFile& file : others) (file.name.ends_with(".pdf") ? pdfs : workbooks).push_back(file);
  return {
      {"pages", "Web pages and chapters",
       "The text of these files was held against rules that come from WCAG 2.2: " + names_of(pages) + '.',
       by_rule(pages)},
      {"pdf", "PDF",
       "This file was held against the rules below, which are those of PDF/UA-1 (ISO 14289-1) that check-pdf "
       "knows and of reading, and beside report.json: " +
           names_of(pdfs) + '.',
       by_rule(pdfs)},
      {"workbooks", "Spreadsheets",
       "These files were held against rules that come from the Government Analysis Function's guidance, as "
       "check-workbook does: " +
           names_of(workbooks) + '.',
       by_rule(workbooks)}};
}

}  // namespace eqr::run
