// The report as one web page that needs nothing else: no script, no font, no request.
//
// WCAG 2.2 AA: one h1 and headings that skip no level, a skip link, landmarks, tables with captions and
// scopes, charts with a text alternative and their table, links that say where they lead. Paper is served by
// the same page: the print part of the style sheet sets A4, repeats table heads and marks drafts.
#pragma once

#include <string>
#include <vector>

#include "problems/problem.hpp"
#include "report/model/report.hpp"

namespace eqr::render::html {

// The two files a report template supplies, as read.
//
// `skeleton` (page.html) is HTML with these comments, each of which is replaced once and is required:
//   <!--language-->  the report's language, inside lang=""
//   <!--head-->      title and description
//   <!--style-->     the style sheet and the running text of printed pages, inside <style>
//   <!--header-->    the organisation
//   <!--title-->     h1, period, date of publication; in a draft also what is missing
//   <!--contents-->  the list of sections, inside <nav>
//   <!--content-->   all sections, notes, sources, contact
//   <!--footer-->    date of publication, next update
//   <!--body-class--> "draft" or "published", inside class=""
struct PageParts {
  std::string skeleton;
  std::string style;  // report.css
};

// What is wrong with a template's two files: a placeholder that is absent, stands twice or is unknown; a
// script; anything that would make a browser ask another computer for something. Empty if all is well.
// `skeleton_name` and `style_name` are how the user knows the files.
[[nodiscard]] std::vector<problems::Problem> check_parts(const PageParts& parts,
                                                         const std::string& skeleton_name,
                                                         const std::string& style_name);

// The page, UTF-8. The same report and parts give the same bytes. Expects parts without problems and a report
// whose indexes are right; throws std::out_of_range for an index that is not.
//
// A table that no block places, but a chart uses, follows its chart. Ids and links: sections, subheadings,
// tables and charts keep their ids where those are unique; a link to an id that is not in the report becomes
// plain text, as does one that is not http, https, mailto or #id.
[[nodiscard]] std::string page(const report::Report& report, const PageParts& parts);

}  // namespace eqr::render::html
