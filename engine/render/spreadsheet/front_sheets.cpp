// The cover and the table of contents.
#include "calendar/date.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/sheets.hpp"

namespace eqr::render::spreadsheet {
namespace {

void add_heading(Sheet& sheet, const std::string& text) {
  sheet.lines.push_back({Line::Kind::heading, text, {}});
}

std::string with_full_stop(std::string text) {
  text = one_line(text);
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

std::string gap_line(const report::Gap& gap) {
  std::string line = with_full_stop(gap.what);
  if (!gap.reason.empty()) line += " " + with_full_stop(gap.reason);
  if (gap.owner.empty()) line += " Nobody is named as owing it.";
  if (!gap.owner.empty()) line += " Owed by " + one_line(gap.owner) + (gap.due.empty() ? "." : ",");
  if (!gap.due.empty()) line += (gap.owner.empty() ? " Due " : " due ") + one_line(gap.due) + ".";
  return line;
}

// Note markers belong to the sheet that has the notes, not to a list of titles.
std::string without_markers(std::string title) {
  const std::size_t marker = title.find(" [note ");
  if (marker != std::string::npos && title.back() == ']') title.resize(marker);
  return title;
}

void add_draft_statement(Sheet& sheet, const report::Report& report) {
  if (!report.is_draft) return;
  add_heading(sheet, "This is a draft");
  if (report.gaps.empty()) {
    add_line(sheet, "Nothing is missing from this draft. It has not been approved for publication.");
    return;
  }
  add_line(sheet, "This draft must not be published. " + counted(report.gaps.size(), "item is", "items are") +
                      " missing from it:");
  for (const report::Gap& gap : report.gaps) add_line(sheet, gap_line(gap));
}

void add_dates(Sheet& sheet, const report::Report& report) {
  add_heading(sheet, "Dates");
  add_line(sheet, "Period covered: " + report.period);
  add_line(sheet, "Information about staff is as at: " + calendar::long_text(report.snapshot));
  add_line(sheet, (report.is_draft ? "Planned date of publication: " : "Date published: ") +
                      calendar::long_text(report.published));
  add_line(sheet, "Next update: " +
                      (report.next_update ? calendar::long_text(*report.next_update) : "not yet decided"));
}

void add_all_shorthand(Sheet& sheet, const report::Report& report, const std::vector<Sheet>& following) {
  ShorthandSeen seen;
  for (const Sheet& other : following) {
    for (const std::string& code : other.shorthand) seen.see_code(code);
  }
  const std::vector<std::string> codes = seen.codes(report);
  if (codes.empty()) return;
  add_heading(sheet, "Shorthand used in the tables");
  add_line(sheet, "Some cells hold shorthand in square brackets. Each worksheet explains what it uses.");
  for (const std::string& code : codes) add_line(sheet, meaning_sentence(code, sheet.subject));
}

// An address that is not fit for a link is still worth reading.
void add_address(Sheet& sheet, const std::string& words, const std::string& plain, const std::string& link) {
  if (is_outside_link(link)) {
    add_link(sheet, words, link);
  } else {
    add_line(sheet, plain);
  }
}

void add_contact(Sheet& sheet, const report::Report& report) {
  const report::Contact& contact = report.contact;
  const bool is_empty =
      contact.name.empty() && contact.email.empty() && contact.telephone.empty() && contact.address.empty();
  if (is_empty && report.website.empty()) return;
  add_heading(sheet, "Contact");
  if (!contact.name.empty()) add_line(sheet, contact.name);
  if (!contact.email.empty()) {
    add_address(sheet, "Email " + contact.email, "Email: " + contact.email, "mailto:" + contact.email);
  }
  if (!contact.telephone.empty()) add_line(sheet, "Telephone: " + contact.telephone);
  if (!contact.address.empty()) add_line(sheet, "Address: " + contact.address);
  if (!report.website.empty()) {
    add_address(sheet, "Website of " + report.organisation, "Website: " + report.website, report.website);
  }
}

void add_accessibility(Sheet& sheet, const report::Accessibility& part) {
  if (part.ask.empty() && part.offers.empty() && part.known_limits.empty()) return;
  add_heading(sheet, "Accessibility and other formats");
  if (!part.ask.empty()) add_line(sheet, part.ask);
  for (const report::Accessibility::Offer& offer : part.offers) {
    if (offer.href.empty()) {
      add_line(sheet, offer.format + ": " + offer.text);
    } else {
      add_address(sheet, "The report in this format: " + offer.format, offer.format + ": " + offer.href,
                  offer.href);
    }
  }
  if (!part.known_limits.empty()) add_line(sheet, "What we know does not work well yet:");
  for (const std::string& limit : part.known_limits) add_line(sheet, limit);
}

}  // namespace

Sheet cover(const report::Report& report, const std::vector<Sheet>& following) {
  Sheet sheet = new_sheet(report, cover_name, "the cover",
                          report.title + ": " + report.organisation + ", " + report.period);
  sheet.is_text = true;
  add_line(sheet, "Published by: " + report.organisation);
  if (!report.summary.empty()) {
    add_heading(sheet, "Summary");
    add_line(sheet, report.summary);
  }
  add_draft_statement(sheet, report);
  add_dates(sheet, report);
  if (!following.empty()) {
    add_heading(sheet, "Finding your way");
    add_link(sheet, "Go to the table of contents", std::string("#") + contents_name);
    if (!report.notes.empty()) {
      add_link(sheet, "Notes to the tables are on the worksheet Notes", std::string("#") + notes_name);
    }
  }
  if (!report.about.empty()) {
    add_heading(sheet, "About the figures");
    for (const std::string& statement : report.about) add_line(sheet, statement);
  }
  add_all_shorthand(sheet, report, following);
  add_contact(sheet, report);
  add_accessibility(sheet, report.accessibility);
  return sheet;
}

Sheet contents(const report::Report& report, const std::vector<Sheet>& following, Names& names) {
  Sheet sheet = new_sheet(report, contents_name, "the contents", "Table of contents");
  add_line(sheet, one_table);
  add_line(sheet, "Each worksheet's name is a link to it.");
  MarkedTable table{names.table("table_of_contents"), {{"Worksheet"}, {"Title"}}, {}};
  for (const Sheet& other : following) {
    const std::string title = without_markers(other.lines.front().text);
    table.rows.push_back({{Text{other.name, "#" + other.name}, Text{title, {}}}, false});
  }
  fit_columns(table);
  sheet.table = std::move(table);
  return sheet;
}

}  // namespace eqr::render::spreadsheet
