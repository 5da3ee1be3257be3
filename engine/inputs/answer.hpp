// The answer to an HTTP request: its head, and its content without the framing (RFC 9112).
#pragma once

#include <Poco/Net/HTTPResponse.h>

#include <cstdint>
#include <string>

#include "inputs/connection.hpp"

namespace eqr::inputs {

// Status line and fields; interim answers (1xx) are passed over. Throws problems::Fault.
[[nodiscard]] Poco::Net::HTTPResponse read_head(Connection& connection);

// The whole content: as long as Content-Length says, or to the last chunk. Throws problems::Fault when it is
// cut short, larger than `most`, compressed, or of unstated length.
[[nodiscard]] std::string read_content(Connection& connection, const Poco::Net::HTTPResponse& head,
                                       std::uint64_t most);

}  // namespace eqr::inputs
