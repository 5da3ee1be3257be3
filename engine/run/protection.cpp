#include "run/protection.hpp"

#include <nlohmann/json.hpp>

#include "run/policy_settings.hpp"

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
  publication.dimensions = received.inputs.dimensions;
  publication.exempt = exempt(setup, asked);
  publication.earlier = setup.earlier;
  return publication;
}

void refuse_what_is_unproven(const Setup& setup, const disclosure::Certificate& certificate) {
  std::vector<problems::Problem> problems;
  for (const std::string& what : certificate.unproven) {
    if (problems.size() == most_named) break;
    problems.push_back(
        {{setup.run.name, 0, 0, "policy"},
         "this must not be told, and could be worked out from what the report publishes: " + what,
         "put small groups together in the codebook, withhold more by [[policy.withhold]], or ask for a "
         "smaller "
         "\"width\""});
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(problems));
}

}  // namespace

disclosure::Protected protect(const Setup& setup, const Received& received, const measures::Asked& asked,
                              const Counted& counted) {
  disclosure::Protected safe =
      disclosure::protect(publication_of(setup, received, asked, counted), setup.run.policy);
  refuse_what_is_unproven(setup, safe.certificate);
  return safe;
}

std::string certificate_in_json(const disclosure::Certificate& certificate, const disclosure::Policy& policy,
                                double seconds) {
  using Json = nlohmann::ordered_json;
  Json withheld = Json::array(), proofs = Json::array();
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
      {"policy", policy_in_json(policy)},
      {"cells", certificate.cells},
      {"relations", certificate.relations},
      {"width", certificate.width},
      {"withheld", std::move(withheld)},
      {"protected", std::move(proofs)},
      {"totals_not_kept", certificate.unkept},
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
