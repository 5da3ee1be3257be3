set(theme_folder ${PROJECT_SOURCE_DIR}/plugins/workforce)
eqr_add_unit_test(
  theme_workforce
  SOURCES
  workforce_test.cpp
  workforce_documents_test.cpp
  ${theme_folder}/workforce.cpp
  ${theme_folder}/shares.cpp
  ${theme_folder}/profile.cpp
  ${theme_folder}/grades.cpp
  ${theme_folder}/movement.cpp
  ${theme_folder}/history.cpp
  ${theme_folder}/population.cpp
  ${theme_folder}/pay_gap.cpp
  ${theme_folder}/group_pay_gaps.cpp
  LINK
  eqr_sdk
  eqr_inputs
  eqr_themes)
target_include_directories(theme_workforce_test PRIVATE ${theme_folder})
