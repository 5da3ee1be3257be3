#include "disclosure/policy.hpp"

namespace eqr::disclosure {
namespace {

Policy named(const char* name, std::uint64_t threshold) {
  Policy policy;
  policy.preset = name;
  policy.threshold = threshold;
  return policy;
}

Policy hesa() {
  Policy policy = named("hesa", 0);
  policy.rounding = Rounding::nearest;
  policy.minimum_percentage_base = {225, 1};
  policy.minimum_pay_group = 8;  // "based on 7 or fewer" are suppressed
  policy.width = 1;
  return policy;
}

Policy nhs_digital() {
  Policy policy = named("nhs-digital", 8);
  policy.rounding = Rounding::nearest;
  policy.minimum_pay_group = 8;
  policy.width = 1;
  return policy;
}

}  // namespace

const std::vector<Preset>& presets() {
  static const std::vector<Preset> all = {
      {"council",
       "10 people, as in the University of Oxford's equality report and the proposals for ethnicity and "
       "disability pay gaps; and as the Office for National Statistics starts from",
       named("council", 10)},
      {"hesa",
       "HESA standard rounding methodology: nearest 5, halves upwards; no percentage of fewer than 22.5; no "
       "average of 7 or fewer",
       hesa()},
      {"nhs-digital",
       "NHS Digital, Hospital Episode Statistics: 1 to 7 withheld, others to the nearest 5, percentages from "
       "rounded counts",
       nhs_digital()},
      {"threshold-5", "5 people, usual in councils' equality reports; OECD glossary of statistical terms",
       named("threshold-5", 5)},
  };
  return all;
}

}  // namespace eqr::disclosure
