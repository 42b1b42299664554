// toml++ as weir is built with it: included by every source that parses TOML, for its classes differ by these settings, and two
// kinds of them in one library are one undefined program.
#ifndef WEIR_DICTIONARY_TOMLPP_H_
#define WEIR_DICTIONARY_TOMLPP_H_

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
// toml++ 3.3 asserts what hostile text can break ("[\x1b"), and with NDEBUG lets the compiler rely on it. Behind each of these assertions it
// has an ordinary error: with the assertions empty, in every kind of build, that one is met. The fuzz target rules holds it to that.
#define TOML_ASSERT(expr) static_cast<void>(0)
#ifdef NDEBUG
#define WEIR_NDEBUG
#undef NDEBUG
#endif
#include <toml++/toml.h>
#ifdef WEIR_NDEBUG
#define NDEBUG
#undef WEIR_NDEBUG
#endif

#endif  // WEIR_DICTIONARY_TOMLPP_H_
