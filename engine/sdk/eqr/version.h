/* Versions of the theme SDK. The ABI major changes only when an old plugin can no longer be loaded;
 * the minor rises when fields are appended to the structs of plugin.h. */
#ifndef EQR_VERSION_H
#define EQR_VERSION_H

#define EQR_SDK_VERSION "1.0.0"
#define EQR_ABI_MAJOR 1
#define EQR_ABI_MINOR 0

/* The oldest host a plugin is willing to run on; a theme author may set it lower than EQR_ABI_MINOR. */
#ifndef EQR_TARGET_MINOR
#define EQR_TARGET_MINOR EQR_ABI_MINOR
#endif

#endif
