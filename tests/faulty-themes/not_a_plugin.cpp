// Libraries that are not plugins: without the entry symbol, or in want of a function nobody has.
#ifdef EQR_FAULTY_UNDEFINED
extern "C" int function_of_another_library();
extern "C" __attribute__((visibility("default"))) int (*const eqr_plugin_v1)() = &function_of_another_library;
#else
namespace faulty {
int nothing_of_interest = 1;
}
#endif
