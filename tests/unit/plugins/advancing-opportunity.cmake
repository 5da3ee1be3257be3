set(theme_folder ${PROJECT_SOURCE_DIR}/plugins/advancing-opportunity)
eqr_add_unit_test(
  theme_advancing-opportunity
  SOURCES
  advancing_opportunity_test.cpp
  objectives_test.cpp
  recruitment_test.cpp
  service_users_test.cpp
  ${theme_folder}/advancing_opportunity.cpp
  ${theme_folder}/service_users.cpp
  ${theme_folder}/objectives.cpp
  ${theme_folder}/recruitment.cpp
  LINK
  eqr_sdk
  eqr_inputs
  eqr_themes)
target_include_directories(theme_advancing-opportunity_test PRIVATE ${theme_folder})
