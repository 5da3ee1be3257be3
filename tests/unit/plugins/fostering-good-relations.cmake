eqr_add_unit_test(
  theme_fostering-good-relations
  SOURCES
  fostering_good_relations_test.cpp
  ${PROJECT_SOURCE_DIR}/plugins/fostering-good-relations/fostering_good_relations.cpp
  ${PROJECT_SOURCE_DIR}/plugins/fostering-good-relations/forum.cpp
  LINK
  eqr_sdk
  eqr_inputs
  eqr_themes)
target_include_directories(theme_fostering-good-relations_test
                           PRIVATE ${PROJECT_SOURCE_DIR}/plugins/fostering-good-relations)
