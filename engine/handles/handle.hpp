// What a C library hands out, given back to it when nobody holds it any more.
#pragma once

#include <memory>

namespace eqr::handles {

template <auto release>
struct Releasing {
  void operator()(auto* thing) const { release(thing); }
};

// Handle<hb_face_t, hb_face_destroy>
template <class Thing, auto release>
using Handle = std::unique_ptr<Thing, Releasing<release>>;

}  // namespace eqr::handles
