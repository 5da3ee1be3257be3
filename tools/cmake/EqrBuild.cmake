# How every target of the project is made: warnings as a target, one static library for each folder of
# engine/, one test executable for each folder of tests/unit/.

add_library(eqr_warnings INTERFACE)
target_compile_options(
  eqr_warnings
  INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
            -Woverloaded-virtual -Wnull-dereference $<$<BOOL:${EQR_WARNINGS_AS_ERRORS}>:-Werror>)

# eqr_add_library(FOLDER SOURCES a.cpp b.cpp LINK PUBLIC x PRIVATE y): the library eqr_FOLDER.
function(eqr_add_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(eqr_${name} STATIC ${ARG_SOURCES})
  target_include_directories(eqr_${name} PUBLIC ${PROJECT_SOURCE_DIR}/engine)
  target_compile_features(eqr_${name} PUBLIC cxx_std_20)
  set_target_properties(eqr_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(eqr_${name} ${ARG_LINK})
  target_link_libraries(eqr_${name} PRIVATE eqr_warnings)
endfunction()

# eqr_add_unit_test(FOLDER SOURCES a_test.cpp LINK eqr_FOLDER): the executable FOLDER_test, each case a ctest test.
function(eqr_add_unit_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name}_test ${ARG_SOURCES})
  target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/engine ${PROJECT_SOURCE_DIR}/tests)
  target_compile_features(${name}_test PRIVATE cxx_std_20)
  target_compile_definitions(${name}_test PRIVATE EQR_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}"
                                                  EQR_BUILD_FOLDER="${PROJECT_BINARY_DIR}")
  target_link_libraries(${name}_test PRIVATE ${ARG_LINK} GTest::gtest_main GTest::gmock eqr_warnings)
  gtest_discover_tests(${name}_test TEST_PREFIX "unit/${name}/" DISCOVERY_TIMEOUT 60)
endfunction()
