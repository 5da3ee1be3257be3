// A library that exports one symbol too many, for the test of the test.
extern "C" {
extern __attribute__((visibility("default"))) const int eqr_plugin_v1 = 1;
extern __attribute__((visibility("default"))) const int one_too_many = 2;
}
