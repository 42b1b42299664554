/* A user's program in C99 against the installed header and library: prints what to do with its argument. */
#include <stdio.h>
#include <string.h>
#include <weir/weir.h>

int main(int argc, char** argv) {
  static const char* const kActions[] = {"allow", "mask", "review", "block"};
  const char* text = argc > 1 ? argv[1] : "";
  weir_error error = {0};
  weir_engine* engine = NULL;
  weir_scratch* scratch = weir_scratch_new();
  weir_result* result = weir_result_new();
  if (weir_open(NULL, &engine, &error) != WEIR_OK ||
      weir_scan(engine, scratch, NULL, text, strlen(text), result, &error) != WEIR_OK) {
    fprintf(stderr, "%s\n", error.message);
    return 2;
  }
  puts(kActions[weir_result_action(result, 0)]);
  weir_result_free(result);
  weir_scratch_free(scratch);
  weir_free(engine);
  return 0;
}
