/* The whole binary boundary between the host and a theme plugin. C11; no C++ type crosses it.
 *
 * A plugin is a shared library that exports exactly one symbol: the constant `eqr_plugin_v1`. The name
 * carries the ABI major. Theme authors do not write this by hand: EQR_THEME in theme.hpp does.
 *
 * Who calls what, where and when
 *   The host never loads a plugin into its own process. A worker process loads one library, reads its
 *   descriptor, calls `draft` once, on its main thread, and leaves by _exit. A plugin is never unloaded.
 *
 * Ownership
 *   Nothing is owned across the boundary. A view is borrowed: it is valid for the duration of the call
 *   it is passed to, its bytes are UTF-8 and not terminated by a zero. The receiver copies what it keeps.
 *
 * Errors
 *   No exception and no longjmp may cross. A plugin tells what went wrong with `fail`, then returns a
 *   status other than EQR_OK. A draft counts only if the status is EQR_OK and `deliver` was called once.
 *
 * Growth
 *   Structs grow at their end only, released fields keep their offsets, and a field exists only if
 *   struct_size reaches past it. Status codes and log levels are never renumbered. */
#ifndef EQR_PLUGIN_H
#define EQR_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#include "eqr/version.h"

#ifdef __cplusplus
#define EQR_NOEXCEPT noexcept /* part of the type: a callback that may throw does not compile */
extern "C" {
#else
#define EQR_NOEXCEPT
#endif

typedef enum eqr_status {
  EQR_OK = 0,
  EQR_E_SETTINGS = 1, /* the theme's settings cannot be used */
  EQR_E_INPUT = 2,    /* an input the theme cannot do without is missing or faulty */
  EQR_E_MEMORY = 3,
  EQR_E_THEME = 4,  /* any other fault of the theme */
  EQR_E_REFUSED = 5 /* from the host: the delivered draft is too large, or a second one */
} eqr_status;

typedef enum eqr_log_level { EQR_LOG_DEBUG = 0, EQR_LOG_INFO = 1, EQR_LOG_WARNING = 2 } eqr_log_level;

typedef struct eqr_view {
  const char* data;
  size_t size;
} eqr_view;

/* What the host offers. Valid during the call of `draft` and not after. */
typedef struct eqr_host {
  uint32_t struct_size;
  uint16_t abi_major;
  uint16_t abi_minor;
  void* context; /* passed back as the first argument of every callback */

  /* Any thread. Goes to the private log of the run, cut and escaped; never into a report. */
  void (*log)(void* context, int level, eqr_view text) EQR_NOEXCEPT;

  /* Main thread, once. The draft as JSON in the format of draft.hpp; the host copies it. */
  eqr_status (*deliver)(void* context, eqr_view draft_json) EQR_NOEXCEPT;

  /* Main thread. The reason for a status other than EQR_OK, in a sentence for the theme's owner. */
  void (*fail)(void* context, eqr_view message) EQR_NOEXCEPT;
} eqr_host;

/* What a plugin is. */
typedef struct eqr_plugin {
  char magic[8]; /* "EQRPLUG" and a zero */
  uint32_t struct_size;
  uint16_t abi_major;
  uint16_t target_minor;
  const char* id;       /* the folder name in plugins/, equal to "id" in the manifest */
  const char* version;  /* of the theme, as in the manifest */
  const char* sdk;      /* EQR_SDK_VERSION it was built with */
  const char* manifest; /* theme.json, embedded at build time, byte for byte */

  /* The request is the JSON of theme.hpp's Context: settings, groups of the people inputs, documents. */
  eqr_status (*draft)(const eqr_host* host, eqr_view request_json) EQR_NOEXCEPT;
} eqr_plugin;

#define EQR_MAGIC "EQRPLUG"
#define EQR_ENTRY_SYMBOL "eqr_plugin_v1"

extern __attribute__((visibility("default"))) const eqr_plugin eqr_plugin_v1;

#ifdef __cplusplus
}
#endif
#endif
