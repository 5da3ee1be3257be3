#include "people/placing.hpp"

#include "text/words.hpp"

namespace eqr::persons {
namespace {

// The oldest living people are a few years older; HR systems write 1 January 1900 for "not known".
constexpr int greatest_age = 110;

}  // namespace

std::string_view message(Misfit misfit) {
  switch (misfit) {
    case Misfit::not_listed:
      return "a value that the codebook does not list";
    case Misfit::not_a_date:
      return "not a date";
    case Misfit::after_snapshot:
      return "a date after the snapshot date";
    case Misfit::too_old:
      return "a date more than 110 years before the snapshot date";
    case Misfit::outside_bands:
      return "an age that no band of the codebook holds";
  }
  return {};
}

std::string hint(Misfit misfit, const Characteristic& characteristic, const std::string& codebook_file) {
  const std::string where = "characteristic \"" + characteristic.id + "\" in the codebook " + codebook_file;
  switch (misfit) {
    case Misfit::not_listed:
      return "add it to the values of a group of " + where;
    case Misfit::not_a_date:
      return "write dates as 2018-03-31 or 31/03/2018; a word for \"not known\" belongs to the values of an "
             "undeclared group of " +
             where;
    case Misfit::too_old:
      return "a date that stands for \"not known\" belongs to the values of an undeclared group of " + where;
    case Misfit::outside_bands:
      return "let the first band of " + where + " have no \"from\" and the last no \"to\"";
    case Misfit::after_snapshot:
      return "correct it in the HR system and export again";
  }
  return {};
}

Placing::Placing(const Characteristic& characteristic, Period period)
    : m_characteristic(characteristic), m_period(period) {
  const bool by_code = std::holds_alternative<CodedColumn>(characteristic.source);
  for (std::size_t i = 0; i < characteristic.leaves.size(); ++i) {
    // The values of bands are codes of another column than the date.
    if (!by_code && !characteristic.leaves[i].undeclared) continue;
    for (const std::string& value : characteristic.leaves[i].values) {
      m_leaf_of_value.emplace(text::normalised(value), i);
      if (const auto date = calendar::parse_date(text::trimmed(value))) m_leaf_of_date.emplace(*date, i);
    }
  }
  const auto* birth = std::get_if<BirthDate>(&characteristic.source);
  const auto* service = std::get_if<ServiceStart>(&characteristic.source);
  if (birth == nullptr && service == nullptr) return;
  for (const AgeBand& band : birth != nullptr ? birth->bands : service->bands) {
    m_bands.push_back(
        {band.from.value_or(0), band.to.value_or(greatest_age), *characteristic.leaf(band.leaf)});
  }
}

Placed Placing::place(std::string_view cell) const {
  const auto listed = m_leaf_of_value.find(text::normalised(cell));
  if (listed != m_leaf_of_value.end()) return listed->second;
  if (std::holds_alternative<CodedColumn>(m_characteristic.source)) return Misfit::not_listed;
  const std::string_view written = text::trimmed(cell);
  if (written.empty() && m_bands.empty()) return *m_characteristic.leaf("none");
  const auto date = calendar::parse_date(written);
  return date ? place(*date) : Placed(Misfit::not_a_date);
}

Placed Placing::place(calendar::Date date) const {
  if (!m_leaf_of_date.empty()) {
    const auto listed = m_leaf_of_date.find(date);
    if (listed != m_leaf_of_date.end()) return listed->second;
  }
  return m_bands.empty() ? place_in_period(date) : place_by_years(date);
}

Placed Placing::place_by_years(calendar::Date date) const {
  if (date > m_period.snapshot) return Misfit::after_snapshot;
  const int years = calendar::age_at(date, m_period.snapshot);
  if (years > greatest_age) return Misfit::too_old;
  for (const Band& band : m_bands) {
    if (years >= band.from && years <= band.to) return band.leaf;
  }
  return Misfit::outside_bands;
}

Placed Placing::place_in_period(calendar::Date date) const {
  if (date > m_period.snapshot) return *m_characteristic.leaf("none");
  return *m_characteristic.leaf(m_period.before && date > *m_period.before ? "in-period" : "before");
}

}  // namespace eqr::persons
