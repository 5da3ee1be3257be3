# Fails unless LIBRARY exports eqr_plugin_v1 and nothing else. Run by ctest as
#   cmake -D LIBRARY=veterans.eqr.so -D NM=nm -P check-exports.cmake

execute_process(
  COMMAND ${NM} --dynamic --defined-only --format=posix ${LIBRARY}
  OUTPUT_VARIABLE listing
  RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${NM} cannot read ${LIBRARY}")
endif()
string(REGEX MATCHALL "[^\n]+" lines "${listing}")
set(exported)
foreach(line IN LISTS lines)
  string(REGEX MATCH "^[^ @]+" symbol "${line}")
  list(APPEND exported "${symbol}")
endforeach()
if(NOT "${exported}" STREQUAL "eqr_plugin_v1")
  list(JOIN exported ", " shown)
  message(FATAL_ERROR "${LIBRARY} has to export eqr_plugin_v1 and nothing else, but exports: ${shown}")
endif()
message(STATUS "exports eqr_plugin_v1 and nothing else")
