# Puts the SHA-256 of one theme into LIST, in the form of sha256sum: "<hash>  <id>/<id>.eqr.so". Run as
#   cmake -D LIST=plugins/plugins.sha256 -D ID=veterans -D LOCK=some/file -P pin-theme.cmake
# Several themes may be built at once, hence the lock; an installation needs none.

get_filename_component(folder ${LIST} DIRECTORY)
set(shown ${ID}/${ID}.eqr.so)
file(SHA256 ${folder}/${shown} hash)
if(LOCK)
  file(LOCK ${LOCK})
endif()
set(kept)
if(EXISTS ${LIST})
  file(STRINGS ${LIST} lines)
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "  ${shown}$")
      list(APPEND kept "${line}")
    endif()
  endforeach()
endif()
list(APPEND kept "${hash}  ${shown}")
list(SORT kept)
list(JOIN kept "\n" text)
file(WRITE ${LIST} "${text}\n")
file(CHMOD ${LIST} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
