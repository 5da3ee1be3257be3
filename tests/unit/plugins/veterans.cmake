set(theme_folder ${PROJECT_SOURCE_DIR}/plugins/veterans)
eqr_add_unit_test(
  theme_veterans
  SOURCES
  veterans_test.cpp
  ${theme_folder}/veterans.cpp
  ${theme_folder}/covenant.cpp
  ${theme_folder}/schools.cpp
  ${theme_folder}/veterans_in_workforce.cpp
  LINK
  eqr_sdk
  eqr_inputs
  eqr_themes)
target_include_directories(theme_veterans_test PRIVATE ${theme_folder})
