#include "run/protection.hpp"

#include <set>

#include <nlohmann/json.hpp>

#include "people/merging.hpp"
#include "run/policy_settings.hpp"
#include "run/published_report.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

// So many counts are named when nothing may be published.
constexpr std::size_t most_named = 10;

disclosure::Publication publication_of(const Setup& setup, const Received& received,
                                       const measures::Asked& asked, const Counted& counted) {
  disclosure::Publication publication;
  publication.answers = counted.answers;
  publication.answers.add(asked.document_counts);
  publication.shown = asked.shown;
  publication.web = asked.web;
  publication.withheld_by_supplier = asked.withheld_by_supplier;
  publication.pay_between = asked.pay_between;
  publication.dimensions = received.inputs.dimensions;
  publication.exempt = exempt(setup, asked);
  publication.earlier = setup.earlier;
  return publication;
}

// Which of the reports that are out tell with this one what must not be told. Only asked where a run is
// refused, since each of them is tried by itself.
class Tellers {
 public:
  Tellers(const Setup& setup, disclosure::Publication publication)
      : m_setup(setup), m_publication(std::move(publication)) {
    if (setup.released.empty()) return;
    m_without = unproven_beside({});
    for (const Released& released : setup.released) m_with.push_back(unproven_beside(released.told));
  }

  // " and last-year.json has said"; nothing where the report tells it by itself
  [[nodiscard]] std::string of(const std::string& what) const {
    if (m_setup.released.empty() || m_without.contains(what)) return "";
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_with.size(); ++i) {
      if (m_with[i].contains(what)) names.push_back(m_setup.released[i].name);
    }
    if (names.empty()) return " and the reports that are out have said together";
    return " and " + text::list_and(names) + (names.size() == 1 ? " has said" : " have said, each by itself");
  }

 private:
  std::set<std::string> unproven_beside(const disclosure::Earlier& earlier) {
    m_publication.earlier = earlier;
    const auto unproven = disclosure::protect(m_publication, m_setup.run.policy).certificate.unproven;
    return {unproven.begin(), unproven.end()};
  }

  const Setup& m_setup;
  disclosure::Publication m_publication;
  std::set<std::string> m_without;
  std::vector<std::set<std::string>> m_with;  // by report that is out
};

[[noreturn]] void refuse(const Setup& setup, disclosure::Publication publication,
                         const std::vector<std::string>& unproven) {
  const Tellers tellers(setup, std::move(publication));
  std::vector<problems::Problem> problems;
  for (const std::string& what : unproven) {
    if (problems.size() == most_named) break;
    problems.push_back(
        {{setup.run.name, 0, 0, ""},
         "[policy]: this must not be told, and could be worked out from what the report publishes" +
             tellers.of(what) + ": " + what,
         "have small groups told together by [[policy.merge]], withhold more by "
         "[[policy.withhold]], show less beside what is out, or ask for a smaller \"width\" or, where "
         "the report that is out was made with one, its threshold"});
  }
  throw problems::Fault(problems::Cost::nothing_written, std::move(problems));
}

}  // namespace

disclosure::Protected protect(const Setup& setup, const Received& received, const measures::Asked& asked,
                              const Counted& counted) {
  disclosure::Publication publication = publication_of(setup, received, asked, counted);
  disclosure::Protected safe = disclosure::protect(publication, setup.run.policy);
  if (!safe.certificate.unproven.empty()) refuse(setup, std::move(publication), safe.certificate.unproven);
  return safe;
}

void check_rounding(const Setup& setup, const std::string& report_json) {
  if (setup.run.policy.rounding != disclosure::Rounding::nearest) return;
  std::vector<problems::Problem> problems;
  for (const disclosure::Derived& each :
       disclosure::pinned_counts(published_report(report_json, "report.json").people)) {
    problems.push_back(
        {{setup.run.name, 0, 0, ""},
         "[policy]: a percentage beside rounded counts tells exactly how many there are: " + each.what,
         "a theme computes percentages from something else than the counts it shows"});
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(problems));
}

std::vector<disclosure::Suggestion> suggested_merges(const Setup& setup, const Received& received,
                                                     const measures::Asked& asked, const Counted& counted) {
  std::vector<disclosure::Mergeable> columns;
  for (const auto& [input, codebook] : setup.codebooks) {
    for (const persons::Characteristic& characteristic : codebook.characteristics) {
      if (!received.inputs.dimensions.contains(input) || !persons::has_written_groups(characteristic))
        continue;
      if (!received.inputs.dimensions.at(input).contains(characteristic.id)) continue;
      disclosure::Mergeable column{input, characteristic.id, {}, persons::has_bands(characteristic)};
      for (const persons::Leaf& leaf : characteristic.leaves) {
        if (!leaf.undeclared && characteristic.merged_with(leaf.id) == nullptr)
          column.groups.push_back(leaf.id);
      }
      columns.push_back(std::move(column));
    }
  }
  return disclosure::suggest_merges(publication_of(setup, received, asked, counted), setup.run.policy,
                                    columns);
}

problems::Problem in_words(const disclosure::Suggestion& suggestion, const Setup& setup) {
  const persons::Characteristic& characteristic =
      *setup.codebooks.at(suggestion.input).find(suggestion.column);
  std::vector<std::string> merges;
  for (const std::set<std::string>& groups : suggestion.groups) {
    std::vector<std::string> labels;
    for (const persons::Leaf& leaf : characteristic.leaves) {
      if (groups.contains(leaf.id)) labels.push_back(leaf.label + " (" + leaf.id + ')');
    }
    merges.push_back(text::list_and(labels));
  }
  std::string told;
  for (const std::string& merge : merges) told += (told.empty() ? "" : "; ") + merge;
  return {{setup.run.name, 0, 0, ""},
          "[policy]: " + std::to_string(suggestion.instead_of) + " counts are withheld; it would be " +
              std::to_string(suggestion.withheld) + " if groups of " + characteristic.title +
              " were told together: " + told,
          "for each of these add [[policy.merge]] with input = \"" + suggestion.input + "\", column = \"" +
              suggestion.column + "\", groups, into, label and reason"};
}

std::vector<problems::Problem> idle_rules(const Setup& setup, const disclosure::Certificate& certificate) {
  std::vector<problems::Problem> idle;
  for (const std::size_t rule : certificate.idle) {
    idle.push_back({setup.run.withhold_places[rule],
                    "[[policy.withhold]]: no table, chart or text shows these people by themselves, so it "
                    "withholds nothing",
                    "take it out, or name the groups as a table shows them"});
  }
  return idle;
}

std::string certificate_in_json(const disclosure::Certificate& certificate,
                                const std::vector<disclosure::Suggestion>& suggestions, const RunFile& run,
                                double seconds) {
  using Json = nlohmann::ordered_json;
  Json withheld = Json::array(), proofs = Json::array(), merges = Json::array();
  for (const disclosure::Suggestion& each : suggestions) {
    merges.push_back({{"input", each.input},
                      {"column", each.column},
                      {"groups", each.groups},
                      {"withheld", each.withheld},
                      {"instead_of", each.instead_of}});
  }
  for (const auto& cell : certificate.withheld) {
    withheld.push_back({{"what", cell.what}, {"reason", disclosure::in_words(cell.reason)}});
  }
  for (const auto& proof : certificate.proofs) {
    Json interval = {{"what", proof.what}, {"shown", proof.is_shown}, {"low", proof.interval.low}};
    const bool is_open = proof.interval.high.value_or(disclosure::everybody) >= disclosure::everybody;
    interval["high"] = is_open ? Json(nullptr) : Json(*proof.interval.high);
    interval["exact"] = proof.interval.is_exact;
    proofs.push_back(std::move(interval));
  }
  const Json json{
      {"format", "eqr.disclosure/1"},
      {"policy", policy_in_json(run)},
      {"cells", certificate.cells},
      {"relations", certificate.relations},
      {"width", certificate.width},
      {"withheld", std::move(withheld)},
      {"protected", std::move(proofs)},
      {"totals_not_kept", certificate.unkept},
      {"suggested_merges", std::move(merges)},
      {"how",
       {{"given_away_by_equations", "Gaussian elimination modulo 2^61 - 1"},
        {"intervals",
         "linear programs and branching in whole numbers, exact; where \"exact\" is false, two "
         "completions near by prove the interval, and it may be wider"},
        {"choice_of_further_cells", "linear programs in floating point (Clp), which decide nothing"}}},
      {"limit",
       "Intervals follow from what the report publishes. That the counts of several tables come from the "
       "same "
       "people may narrow some of them further, where no published relation says so."},
      {"observed", {{"seconds", seconds}}}};
  return json.dump(2) + "\n";
}

}  // namespace eqr::run
