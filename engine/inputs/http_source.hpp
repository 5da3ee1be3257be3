// A source that is a web address: one GET, over http:// only.
//
// Either the whole content arrives within the limits or there is a Fault: a connection that closes early is
// never taken for the end, so an answer that does not say how long it is cannot be used. Redirects are not
// followed; the message names where they lead. No proxy is asked.
#pragma once

#include "inputs/source.hpp"
#include "inputs/url.hpp"

namespace eqr::inputs {

class HttpSource final : public Source {
 public:
  HttpSource(Location location, const Limits& limits);
  [[nodiscard]] Snapshot fetch() override;

 private:
  Location m_location;
  WebAddress m_address;
  Limits m_limits;
};

}  // namespace eqr::inputs
