// The places of the boundary's fields. A plugin built last year reads and writes these offsets: a test that
// fails here means that every plugin in use would have to be built again.
#include <gtest/gtest.h>

#include <cstddef>

#include "eqr/plugin.h"

namespace {

// On a 64-bit system, where a pointer and a size take eight bytes.
static_assert(sizeof(void*) == 8 && sizeof(size_t) == 8);

TEST(Boundary, released_fields_of_the_descriptor_keep_their_offsets) {
  EXPECT_EQ(offsetof(eqr_plugin, magic), 0U);
  EXPECT_EQ(offsetof(eqr_plugin, struct_size), 8U);
  EXPECT_EQ(offsetof(eqr_plugin, abi_major), 12U);
  EXPECT_EQ(offsetof(eqr_plugin, target_minor), 14U);
  EXPECT_EQ(offsetof(eqr_plugin, id), 16U);
  EXPECT_EQ(offsetof(eqr_plugin, version), 24U);
  EXPECT_EQ(offsetof(eqr_plugin, sdk), 32U);
  EXPECT_EQ(offsetof(eqr_plugin, manifest), 40U);
  EXPECT_EQ(offsetof(eqr_plugin, draft), 48U);
}

TEST(Boundary, released_fields_of_the_host_keep_their_offsets) {
  EXPECT_EQ(offsetof(eqr_host, struct_size), 0U);
  EXPECT_EQ(offsetof(eqr_host, abi_major), 4U);
  EXPECT_EQ(offsetof(eqr_host, abi_minor), 6U);
  EXPECT_EQ(offsetof(eqr_host, context), 8U);
  EXPECT_EQ(offsetof(eqr_host, log), 16U);
  EXPECT_EQ(offsetof(eqr_host, deliver), 24U);
  EXPECT_EQ(offsetof(eqr_host, fail), 32U);
  EXPECT_EQ(sizeof(eqr_view), 16U);
}

TEST(Boundary, status_codes_keep_their_numbers) {
  EXPECT_EQ(EQR_OK, 0);
  EXPECT_EQ(EQR_E_SETTINGS, 1);
  EXPECT_EQ(EQR_E_INPUT, 2);
  EXPECT_EQ(EQR_E_MEMORY, 3);
  EXPECT_EQ(EQR_E_THEME, 4);
  EXPECT_EQ(EQR_E_REFUSED, 5);
}

}  // namespace
