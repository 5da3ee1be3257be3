# How a theme is built, in this project and in anybody's own:
#
#   find_package(EqrSdk 1.0 REQUIRED CONFIG)      # not inside this project
#   eqr_add_theme(veterans SOURCES veterans.cpp covenant.cpp LINK PkgConfig::SOMETHING)
#
# reads theme.json of the calling folder, embeds it byte for byte, and makes the target theme-veterans, which
# builds plugins/veterans/veterans.eqr.so with theme.json beside it. The library exports one symbol; a ctest
# test, theme/veterans/exports, holds it to that. Change theme.json, and the next build picks it up.
#
# Two more arguments are for tests: MANIFEST names another file in place of theme.json, FOLDER another folder
# in place of plugins, and then the theme is neither installed nor tested.

# Sets theme_id, theme_version and theme_manifest in the caller, the last fit to stand in a raw literal.
function(eqr_read_theme_manifest path id)
  file(READ ${path} text)
  foreach(key id version)
    string(JSON value ERROR_VARIABLE fault GET "${text}" ${key})
    if(fault)
      message(FATAL_ERROR "${path}: \"${key}\" cannot be read: ${fault}")
    endif()
    set(theme_${key} "${value}")
  endforeach()
  if(NOT theme_id STREQUAL id)
    message(FATAL_ERROR "${path}: the id is \"${theme_id}\", but eqr_add_theme() is called for \"${id}\"")
  endif()
  if(NOT theme_id MATCHES "^[a-z0-9][a-z0-9-]*$" OR NOT theme_version MATCHES "^[0-9]+[.][0-9]+[.][0-9]+$")
    message(FATAL_ERROR "${path}: an id has a-z, 0-9 and hyphens, a version reads like 1.0.0")
  endif()
  # A compiler may change a carriage return inside a raw literal, and then the bytes would differ.
  string(FIND "${text}" "\r" carriage_return)
  string(FIND "${text}" ")eqr\"" delimiter)
  if(NOT carriage_return EQUAL -1 OR NOT delimiter EQUAL -1)
    message(FATAL_ERROR "${path}: lines have to end with a line feed alone, and )eqr\" may not occur")
  endif()
  # One literal a line: compilers limit the length of a literal, not of what they are joined to.
  string(REPLACE "\n" "\n)eqr\"\n    R\"eqr(" theme_manifest "${text}")
  foreach(name theme_id theme_version theme_manifest)
    set(${name} "${${name}}" PARENT_SCOPE)
  endforeach()
endfunction()

function(eqr_add_theme id)
  cmake_parse_arguments(ARG "" "MANIFEST;FOLDER" "SOURCES;LINK" ${ARGN})
  if(NOT ARG_SOURCES OR ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "eqr_add_theme(${id} SOURCES file.cpp … [LINK target …])")
  endif()
  foreach(linked IN LISTS ARG_LINK)
    if(linked MATCHES "^eqr_")
      message(FATAL_ERROR "theme ${id} links ${linked}: a theme sees the SDK and nothing else of the engine")
    endif()
  endforeach()
  set(manifest ${CMAKE_CURRENT_SOURCE_DIR}/theme.json)
  if(ARG_MANIFEST)
    get_filename_component(manifest ${ARG_MANIFEST} ABSOLUTE)
  endif()
  set(plugins ${PROJECT_BINARY_DIR}/plugins)
  if(ARG_FOLDER)
    set(plugins ${ARG_FOLDER})
  endif()
  set(folder ${plugins}/${id})
  set(target theme-${id})

  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${manifest})
  eqr_read_theme_manifest(${manifest} ${id})
  set(header ${CMAKE_CURRENT_BINARY_DIR}/${target}/theme_manifest.hpp)
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/theme_manifest.hpp.in ${header} @ONLY)
  configure_file(${manifest} ${folder}/theme.json COPYONLY FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ
                                                                            WORLD_READ)

  set(map ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/one-symbol.map)
  add_library(${target} MODULE ${ARG_SOURCES})
  set_target_properties(
    ${target}
    PROPERTIES PREFIX ""
               OUTPUT_NAME ${id}
               SUFFIX ".eqr.so"
               LIBRARY_OUTPUT_DIRECTORY ${folder}
               CXX_VISIBILITY_PRESET hidden
               VISIBILITY_INLINES_HIDDEN ON
               LINK_DEPENDS ${map})
  target_compile_definitions(${target} PRIVATE EQR_MANIFEST="${header}")
  # A unique symbol would be shared between libraries behind the loader's back.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>)
  target_link_libraries(${target} PRIVATE EqrSdk::sdk ${ARG_LINK} $<TARGET_NAME_IF_EXISTS:eqr_warnings>)
  target_link_options(
    ${target}
    PRIVATE
    -Wl,--version-script=${map}
    -Wl,-z,defs
    -Wl,-z,now
    -Wl,-z,relro
    -Wl,--exclude-libs,ALL)

  # A plugin that others may write to is refused, whatever the mask of whoever built it.
  add_custom_command(
    TARGET ${target}
    POST_BUILD
    COMMAND chmod go-w ${plugins} ${folder} $<TARGET_FILE:${target}>
    VERBATIM)
  get_property(pinned GLOBAL PROPERTY EQR_PIN_THEMES)
  if(pinned AND NOT ARG_FOLDER)
    add_custom_command(
      TARGET ${target}
      POST_BUILD
      COMMAND ${CMAKE_COMMAND} -D LIST=${plugins}/plugins.sha256 -D ID=${id} -D
              LOCK=${PROJECT_BINARY_DIR}/theme-pins.lock -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/pin-theme.cmake
      VERBATIM)
  endif()
  if(NOT ARG_FOLDER)
    eqr_install_theme(${target} ${id} "${pinned}")
  endif()
  if(CMAKE_TESTING_ENABLED AND NOT ARG_FOLDER)
    add_test(NAME theme/${id}/exports
             COMMAND ${CMAKE_COMMAND} -D LIBRARY=$<TARGET_FILE:${target}> -D NM=${CMAKE_NM} -P
                     ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/check-exports.cmake)
  endif()
endfunction()

# To lib/equality-report/plugins/<id>. The hash is taken of what was installed: installing may strip.
function(eqr_install_theme target id pinned)
  set(plugins lib/equality-report/plugins)
  install(TARGETS ${target} LIBRARY DESTINATION ${plugins}/${id} COMPONENT themes)
  install(FILES ${PROJECT_BINARY_DIR}/plugins/${id}/theme.json DESTINATION ${plugins}/${id} COMPONENT themes)
  if(pinned)
    install(
      CODE "execute_process(COMMAND \"${CMAKE_COMMAND}\" -D
              \"LIST=\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${plugins}/plugins.sha256\" -D ID=${id} -P
              \"${CMAKE_CURRENT_FUNCTION_LIST_DIR}/pin-theme.cmake\" COMMAND_ERROR_IS_FATAL ANY)"
      COMPONENT themes)
  endif()
endfunction()
