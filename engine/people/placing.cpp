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
      return "a date of birth after the snapshot date";
    case Misfit::too_old:
      return "a date of birth more than 110 years before the snapshot date";
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

Placing::Placing(const Characteristic& characteristic, calendar::Date snapshot_date)
    : m_characteristic(characteristic), m_snapshot_date(snapshot_date) {
  const bool by_age = std::holds_alternative<BirthDate>(characteristic.source);
  for (std::size_t i = 0; i < characteristic.leaves.size(); ++i) {
    // The values of bands are codes of another column than the date of birth.
    if (by_age && !characteristic.leaves[i].undeclared) continue;
    for (const std::string& value : characteristic.leaves[i].values) {
      m_leaf_of_value.emplace(text::normalised(value), i);
    }
  }
}

Placed Placing::place(std::string_view cell) const {
  const auto listed = m_leaf_of_value.find(text::normalised(cell));
  if (listed != m_leaf_of_value.end()) return listed->second;
  if (const auto* birth = std::get_if<BirthDate>(&m_characteristic.source)) return place_by_age(*birth, cell);
  return Misfit::not_listed;
}

Placed Placing::place_by_age(const BirthDate& birth, std::string_view cell) const {
  const auto born = calendar::parse_date(text::trimmed(cell));
  if (!born) return Misfit::not_a_date;
  if (*born > m_snapshot_date) return Misfit::after_snapshot;
  const int age = calendar::age_at(*born, m_snapshot_date);
  if (age > greatest_age) return Misfit::too_old;
  for (const AgeBand& band : birth.bands) {
    if (band.from && age < *band.from) continue;
    if (band.to && age > *band.to) continue;
    return *m_characteristic.leaf(band.leaf);
  }
  return Misfit::outside_bands;
}

}  // namespace eqr::persons
