#include "run/audit_report.hpp"

#include "run/published_report.hpp"

namespace eqr::run {

disclosure::Attacked audit_report(const std::filesystem::path& file) {
  return disclosure::attack(read_published_report(file).people);
}

}  // namespace eqr::run
