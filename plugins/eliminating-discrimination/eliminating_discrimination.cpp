#include "eliminating_discrimination.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "registers.hpp"
#include "eqr/supplied_figures.hpp"

namespace eqr::eliminating_discrimination {
namespace {

struct Subject {
  const char* role;
  const char* title;
};

constexpr std::array<Subject, 4> vulnerable = {{{"hate-crime", "Hate crime"},
                                                {"domestic-abuse", "Domestic abuse"},
                                                {"modern-slavery", "Modern slavery"},
                                                {"safe-and-well", "Safe and Well visits"}}};
constexpr Subject training = {"training", "Equality training"};

bool is_strand(const Document& hate_crime, std::size_t row) {
  return hate_crime.text(row, "id").starts_with("strand-");
}

// The monitored strands stand in a table of their own, so that a chart shows nothing but strands.
void add_hate_crime(const Document& hate_crime, const Context& context, Draft& draft, Section& section) {
  std::vector<std::size_t> strands, others;
  for (const std::size_t row : all_rows(hate_crime)) {
    (is_strand(hate_crime, row) ? strands : others).push_back(row);
  }
  add_supplied_tables(hate_crime, others, "hate-crime", "Hate crime", context, draft, section);

  const std::size_t before = draft.tables.size();
  add_supplied_tables(hate_crime, strands, "hate-crime-strands", "Hate crime by monitored strand", context,
                      draft, section);
  if (draft.tables.size() == before) return;
  Table& by_strand = draft.tables[before];
  by_strand.note(
      "Police record an incident under every strand that applies, so the strands may add up to more than all "
      "incidents.");
  draft.charts.push_back({"hate-crime-strands-chart",
                          Chart::Kind::bars,
                          "Hate crime by monitored strand, " + context.organisation + ", " + context.period,
                          by_strand.id,
                          "measure",
                          {"value"}});
  section.charts.push_back("hate-crime-strands-chart");
}

void add_figures_of(const Subject& subject, const Context& context, Draft& draft, Section& section) {
  const Document* figures = context.document(subject.role);
  if (figures == nullptr) return;
  add_supplied_figures(*figures, subject.role, draft);
  if (std::string_view(subject.role) == "hate-crime") {
    add_hate_crime(*figures, context, draft, section);
  } else {
    add_supplied_tables(*figures, all_rows(*figures), subject.role, subject.title, context, draft, section);
  }
}

}  // namespace

Draft EliminatingDiscrimination::draft(const Context& context) const {
  Draft draft;
  Section protection{"vulnerable", "Protecting the most vulnerable", {}, {}};
  for (const Subject& subject : vulnerable) add_figures_of(subject, context, draft, protection);

  Section policy{"policy", "Equality in policy", {}, {}};
  if (const Document* eqia = context.document("eqia-register"); eqia != nullptr && eqia->row_count() > 0) {
    add_eqia(*eqia, context, draft, policy);
  }
  if (const Document* strategies = context.document("strategies");
      strategies != nullptr && strategies->row_count() > 0) {
    add_strategies(*strategies, context, draft, policy);
  }

  Section learning{"training", "Equality training", {}, {}};
  add_figures_of(training, context, draft, learning);

  for (Section* section : {&protection, &policy, &learning}) {
    if (!section->tables.empty()) draft.sections.push_back(std::move(*section));
  }
  return draft;
}

}  // namespace eqr::eliminating_discrimination

EQR_THEME(eqr::eliminating_discrimination::EliminatingDiscrimination)
