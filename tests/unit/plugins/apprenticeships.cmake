set(theme_folder ${PROJECT_SOURCE_DIR}/plugins/apprenticeships)
eqr_add_unit_test(
  theme_apprenticeships
  SOURCES
  apprenticeships_test.cpp
  ${theme_folder}/apprenticeships.cpp
  ${theme_folder}/starts.cpp
  ${theme_folder}/target.cpp
  ${theme_folder}/profile.cpp
  LINK
  eqr_sdk
  eqr_inputs
  eqr_themes)
target_include_directories(theme_apprenticeships_test PRIVATE ${theme_folder})
