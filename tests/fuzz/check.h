// CHECK for fuzz targets: a broken property ends the run with its place, which libFuzzer and the replay both report.
#ifndef WEIR_TESTS_FUZZ_CHECK_H_
#define WEIR_TESTS_FUZZ_CHECK_H_

#include <cstdio>
#include <cstdlib>

#define CHECK(condition)                                                           \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)

#endif  // WEIR_TESTS_FUZZ_CHECK_H_
