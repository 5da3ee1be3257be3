# Installs the SDK from BUILD below SCRATCH, then configures, builds and tests PROJECT against it.
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --component sdk --prefix ${SCRATCH}/sdk)
run(${CMAKE_COMMAND} -S ${PROJECT} -B ${SCRATCH}/build -G ${GENERATOR} -D CMAKE_PREFIX_PATH=${SCRATCH}/sdk
    -D CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER})
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${CMAKE_CTEST_COMMAND} --test-dir ${SCRATCH}/build --output-on-failure --no-tests=error)

set(made ${SCRATCH}/build/plugins/elsewhere)
foreach(file elsewhere.eqr.so theme.json)
  if(NOT EXISTS ${made}/${file})
    message(FATAL_ERROR "${made}/${file} was not made")
  endif()
endforeach()
# The manifest is in the library byte for byte.
file(READ ${PROJECT}/theme.json manifest HEX)
file(READ ${made}/elsewhere.eqr.so library HEX)
string(FIND "${library}" "${manifest}00" place)
if(place EQUAL -1)
  message(FATAL_ERROR "theme.json is not in the library as it stands")
endif()
