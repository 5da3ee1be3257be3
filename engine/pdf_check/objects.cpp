#include "pdf_check/objects.hpp"

#include <exception>

namespace eqr::pdf_check {

Object entry(Object of, const std::string& key) {
  if (of.isStream()) of = of.getDict();
  return of.isDictionary() ? of.getKey(key) : Object::newNull();
}

std::string name_of(Object object) {
  return object.isName() ? object.getName().substr(1) : std::string{};
}

std::string text_of(Object object) {
  return object.isString() ? object.getUTF8Value() : std::string{};
}

std::optional<long long> integer_of(Object object) {
  if (!object.isInteger()) return std::nullopt;
  return object.getIntValue();
}

bool is_true(Object object) {
  return object.isBool() && object.getBoolValue();
}

std::string bytes_of(Object stream) {
  if (!stream.isStream()) return {};
  try {
    const auto buffer = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace eqr::pdf_check
