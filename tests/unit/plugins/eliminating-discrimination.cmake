eqr_add_unit_test(
  theme_eliminating-discrimination
  SOURCES
  eliminating_discrimination_test.cpp
  ${PROJECT_SOURCE_DIR}/plugins/eliminating-discrimination/eliminating_discrimination.cpp
  ${PROJECT_SOURCE_DIR}/plugins/eliminating-discrimination/registers.cpp
  LINK
  eqr_sdk
  eqr_inputs
  eqr_themes)
target_include_directories(theme_eliminating-discrimination_test
                           PRIVATE ${PROJECT_SOURCE_DIR}/plugins/eliminating-discrimination)
