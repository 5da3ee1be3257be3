// What stands in the PDF, from the cover to the contact: blocks in the order in which they are read, before
// anybody knows on which page.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::render::pdf {

// Links inside the document lead to these ids.
struct Heading {
  int level = 1;
  std::string text;
  std::string id;
  bool in_contents = false;
};

struct Words {
  enum class Look { body, lead, small, label, missing };
  report::Inlines text;
  Look look = Look::body;
  std::string id;
};

struct Points {
  bool is_ordered = false;
  std::vector<report::Inlines> items;
};

// Names and what they are: "Published", "28 September 2018".
struct Facts {
  std::vector<std::pair<std::string, report::Inlines>> facts;
};

// The figures at the head of a theme.
struct KeyFigures {
  struct Figure {
    std::string value, title, beside;  // beside: last year's, or why there is none
  };
  std::vector<Figure> figures;
};

struct Grid {
  struct Column {
    std::string header;
    bool is_number = false;
  };
  struct Row {
    std::vector<report::Inlines> cells;  // the first is the row's header
    bool is_total = false;
  };
  std::string id;
  report::Inlines caption;
  std::string shorthand;  // what it means, below the caption
  std::string sources;    // below the table
  std::vector<Column> columns;
  std::vector<Row> rows;
};

struct Drawing {
  std::string id;
  report::Inlines caption;
  std::size_t chart = 0;  // index into Report::charts
};

struct Picture {
  std::size_t image = 0;  // index into Report::images
  report::Inlines caption;
};

// Whose report it is.
struct Masthead {};

struct Notes {
  std::vector<std::pair<std::string, std::string>> notes;  // id and text; numbered from 1
};

// The list of headings, with pages.
struct Contents {};
struct NewPage {};
// What stands between the two belongs together; a case study is set apart.
struct Begin {
  bool is_case_study = false;
};
struct End {};

using FlowBlock = std::variant<Heading, Words, Points, Facts, KeyFigures, Grid, Drawing, Picture, Masthead,
                               Notes, Contents, NewPage, Begin, End>;

[[nodiscard]] std::vector<FlowBlock> flow_of(const report::Report& report);

}  // namespace eqr::render::pdf
