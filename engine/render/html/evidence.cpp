#include "render/html/evidence.hpp"

#include <array>
#include <string_view>

#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::html {
namespace {

// What no program can decide. `criterion` is a success criterion of WCAG 2.2, or a requirement of PDF/UA-1.
struct HumanCheck {
  std::string_view what;
  std::string_view criterion;
  std::string_view reference;
};

constexpr std::array<HumanCheck, 12> human_checks = {{
    {"A screen reader reads the page and the PDF in an order that makes sense, headings and tables included.",
     "WCAG 2.2, 1.3.2 Meaningful sequence; PDF/UA-1, 7.1",
     "https://www.w3.org/WAI/WCAG22/Understanding/meaningful-sequence"},
    {"Each text alternative says what its chart or picture says.", "WCAG 2.2, 1.1.1 Non-text content",
     "https://www.w3.org/WAI/WCAG22/Understanding/non-text-content"},
    {"Headings say what stands below them, and links where they lead.", "WCAG 2.2, 2.4.6 Headings and labels",
     "https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels"},
    {"The keyboard alone reaches every link and every table that scrolls, in a sensible order, and it shows "
     "where it is.",
     "WCAG 2.2, 2.1.1 Keyboard", "https://www.w3.org/WAI/WCAG22/Understanding/keyboard"},
    {"Nothing is lost or cut at a zoom of 400%, or at a width of 320 pixels.", "WCAG 2.2, 1.4.10 Reflow",
     "https://www.w3.org/WAI/WCAG22/Understanding/reflow"},
    {"Nothing is lost with wider spacing of lines, words and letters.", "WCAG 2.2, 1.4.12 Text spacing",
     "https://www.w3.org/WAI/WCAG22/Understanding/text-spacing"},
    {"Text and shapes inside photographs and logos stand out from what is behind them.",
     "WCAG 2.2, 1.4.3 Contrast (minimum)", "https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum"},
    {"No picture is of text or of a table.", "WCAG 2.2, 1.4.5 Images of text",
     "https://www.w3.org/WAI/WCAG22/Understanding/images-of-text"},
    {"Charts and tables can be told apart without colour.", "WCAG 2.2, 1.4.1 Use of color",
     "https://www.w3.org/WAI/WCAG22/Understanding/use-of-color"},
    {"Passages in another language are marked as such.", "WCAG 2.2, 3.1.2 Language of parts",
     "https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts"},
    {"The texts are in plain language, and abbreviations are explained.",
     "WCAG 2.2, 3.1.5 Reading level (AAA)", "https://www.w3.org/WAI/WCAG22/Understanding/reading-level"},
    {"People who use assistive technology have read the report and could use it.",
     "W3C, Involving users in evaluating web accessibility",
     "https://www.w3.org/WAI/test-evaluate/involving-users/"},
}};

std::string opening(const report::Report& report) {
  return "<h1>Accessibility evidence <span class=\"period\">" + markup::escaped(report::full_title(report)) +
         "</span></h1>\n" +
         element("p", "summary",
                 "What programs have checked of this report and its files, and what people have still to "
                 "check.") +
         '\n';
}

std::string part(Writing& writing, const std::string& id, const std::string& heading,
                 const std::string& inner) {
  const std::string taken = writing.anchors.take(id);
  writing.contents.push_back({taken, heading, {}});
  return "<section>\n<h2 id=\"" + markup::escaped(taken) + "\">" + markup::escaped(heading) + "</h2>\n" +
         inner + "</section>\n";
}

// Where the guidance stands, in words that say which: files of several kinds have rules of one name.
std::string guidance(const MachineCheck& check, const std::string& of_files) {
  if (check.reference.empty()) return {};
  return "<a href=\"" + markup::escaped(check.reference) + "\">Guidance on " + markup::escaped(check.id) +
         " (" + markup::escaped(of_files) + ")</a>";
}

std::string machine_part(Writing& writing, const CheckedPart& checked) {
  std::string rows;
  for (const MachineCheck& check : checked.checks) {
    rows += "<tr><th scope=\"row\">" + markup::escaped(check.id) + "</th>" +
            element("td", "long", markup::escaped(check.what)) +
            element("td", "long", markup::escaped(check.outcome)) +
            element("td", {}, guidance(check, checked.heading)) + "</tr>\n";
  }
  const std::string lead = element("p", {}, markup::escaped(checked.lead)) + '\n';
  return part(
      writing, checked.id, checked.heading,
      lead + plain_table(writing, checked.id,
                         markup::escaped(checked.heading) + ": rules looked at in this run",
                         {{"Rule"}, {"What has to be so"}, {"Outcome"}, {"Where to read of it"}}, rows));
}

std::string human_part(Writing& writing) {
  std::string rows;
  for (const HumanCheck& check : human_checks) {
    rows +=
        "<tr><th scope=\"row\" class=\"long\">" + std::string(check.what) + "</th>" +
        element("td", "long",
                "<a href=\"" + std::string(check.reference) + "\">" + std::string(check.criterion) + "</a>") +
        "<td class=\"box\">To do</td><td class=\"box\"></td></tr>\n";
  }
  const std::string lead = element("p", {},
                                   "No program can decide these. Nobody has done them as far as this page "
                                   "knows: write down the outcome, who checked, and when.") +
                           '\n';
  return part(
      writing, "people", "What people have still to check",
      lead + plain_table(writing, "people", "Checks by people",
                         {{"What to check"}, {"Where it comes from"}, {"Outcome"}, {"Who, and when"}}, rows));
}

}  // namespace

std::string evidence_page(const report::Report& report, const PageParts& parts,
                          const std::vector<CheckedPart>& checked) {
  report::Report front = report;
  front.sections.clear();
  Writing writing(front, {});
  std::string content;
  for (const CheckedPart& one : checked) content += machine_part(writing, one);
  content += human_part(writing);
  return page_beside(writing, parts, "Accessibility evidence", opening(report), content);
}

}  // namespace eqr::render::html
