#include "measures/gpg_validation.hpp"

namespace eqr::measures {
namespace {

using Figure = GpgFigures::Figure;
using numbers::Exact;

constexpr std::size_t longest_link = 255;
constexpr std::int64_t lowest_gap = -999'999'999;

class Validation {
 public:
  explicit Validation(const GpgFigures& figures) : m_figures(figures) {}

  std::vector<BrokenRule> broken() {
    gap("mean", m_figures.mean_gap);
    gap("median", m_figures.median_gap);
    bonus_gap("mean-bonus", m_figures.mean_bonus_gap);
    bonus_gap("median-bonus", m_figures.median_bonus_gap);
    proportion("bonus-paid.women", m_figures.women_bonus);
    proportion("bonus-paid.men", m_figures.men_bonus);
    quarters();
    link();
    return std::move(m_broken);
  }

 private:
  void wrong(std::string id, const std::string& figure, std::string message, std::string hint) {
    m_broken.push_back({std::move(id), figure, std::move(message), std::move(hint)});
  }

  void one_place(const std::string& name, const numbers::Decimal& figure) {
    if (figure.places <= 1) return;
    wrong("GPG-V1", name, numbers::to_text(figure) + " has more than one decimal place", "round it to one");
  }

  bool in_gap_range(const std::string& name, const Figure& figure) {
    if (!figure) return false;
    one_place(name, *figure);
    const Exact value = numbers::exact(*figure);
    if (value >= lowest_gap && value <= 100) return true;
    const bool women_had_bonuses = m_figures.women_bonus && m_figures.women_bonus->digits > 0;
    const bool by_bonus = name.ends_with("-bonus") && women_had_bonuses && value > 100;
    wrong(by_bonus ? "GPG-V5" : "GPG-V2", name, "a gap of " + numbers::to_text(*figure) + "% cannot be",
          "a gap is (men's - women's) / men's in percent: 100 at most");
    return false;
  }

  void gap(const std::string& name, const Figure& figure) { (void)in_gap_range(name, figure); }

  void bonus_gap(const std::string& name, const Figure& figure) {
    const bool possible = in_gap_range(name, figure);
    if (!m_figures.men_bonus) return;
    const bool men_had_bonuses = m_figures.men_bonus->digits > 0;
    if (!men_had_bonuses && figure) {
      wrong("GPG-V6", name, "a bonus gap is stated, but no man had a bonus",
            "leave it blank: without men's bonuses there is nothing to compare with");
    } else if (men_had_bonuses && !figure) {
      wrong("GPG-V6", name, "there is no bonus gap, but men had bonuses",
            "the service requires both bonus gaps; state them");
    } else if (men_had_bonuses && possible && m_figures.women_bonus && m_figures.women_bonus->digits == 0 &&
               numbers::exact(*figure) != 100) {
      wrong("GPG-V7", name, "no woman had a bonus and men had, but the gap is not 100",
            "check both bonus proportions and the gap");
    }
  }

  void proportion(const std::string& name, const Figure& figure) {
    if (!figure) return;
    one_place(name, *figure);
    const Exact value = numbers::exact(*figure);
    if (value >= 0 && value <= 100) return;
    wrong("GPG-V3", name, "a share of " + numbers::to_text(*figure) + "% cannot be",
          "a share is from 0 to 100 percent");
  }

  void quarters() {
    if (m_figures.quarters == GpgFigures::Quarters::elsewhere) return;
    if (m_figures.quarters == GpgFigures::Quarters::left_out) {
      if (m_figures.snapshot_year == 2020 || m_figures.snapshot_year == 2021) return;
      wrong("GPG-V9", "quarters", "the pay quarters are left out",
            "they may be left out for the snapshots of 2020 and 2021 only");
      return;
    }
    for (std::size_t i = 0; i < 4; ++i)
      quarter("quarter-" + std::to_string(i + 1), m_figures.women.at(i), m_figures.men.at(i));
  }

  void quarter(const std::string& name, const Figure& women, const Figure& men) {
    proportion(name + ".women", women);
    proportion(name + ".men", men);
    if (!women || !men) {
      const std::string missing = !women && !men ? "women and of men" : !women ? "women" : "men";
      wrong("GPG-V3", name, "the share of " + missing + " is missing",
            "the service requires all eight shares");
      return;
    }
    if (numbers::exact(*women) + numbers::exact(*men) == 100) return;
    wrong("GPG-V4", name,
          "women (" + numbers::to_text(*women) + "%) and men (" + numbers::to_text(*men) +
              "%) do not add to 100",
          "round the women's share and take the men's as what it leaves of 100");
  }

  void link() {
    const std::string& link = m_figures.link;
    if (link.empty()) return;
    if (!link.starts_with("http://") && !link.starts_with("https://")) {
      wrong("GPG-V8", "link", "the link to more information is not one to a web page",
            "begin it with https:// or http://");
    } else if (link.size() > longest_link) {
      wrong("GPG-V8", "link", "the link to more information has more than 255 characters", "shorten it");
    }
  }

  const GpgFigures& m_figures;
  std::vector<BrokenRule> m_broken;
};

}  // namespace

std::vector<BrokenRule> broken_rules(const GpgFigures& figures) {
  return Validation(figures).broken();
}

}  // namespace eqr::measures
