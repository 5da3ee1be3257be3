// Objects of a PDF, taken for what they should be: what they are not is as if it were not there.
#pragma once

#include <optional>
#include <string>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace eqr::pdf_check {

// A handle, copied freely; qpdf asks nothing of a const one.
using Object = QPDFObjectHandle;

// Of a dictionary, or of a stream's; null where there is none.
[[nodiscard]] Object entry(Object of, const std::string& key);
// "Link" for /Link; empty for what is no name.
[[nodiscard]] std::string name_of(Object object);
// A text string in UTF-8; empty for what is no string.
[[nodiscard]] std::string text_of(Object object);
[[nodiscard]] std::optional<long long> integer_of(Object object);
[[nodiscard]] bool is_true(Object object);
// The bytes of a stream without its filters; empty where they cannot be taken off.
[[nodiscard]] std::string bytes_of(Object stream);

}  // namespace eqr::pdf_check
