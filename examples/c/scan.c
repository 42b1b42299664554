/* Says what to do with each argument, in C99:   scan "加微信细聊" "请问社保卡在哪办"
 *
 *   cc -std=c99 scan.c $(pkg-config --cflags --libs weir)
 */
#include <stdio.h>
#include <string.h>

#include "weir/weir.h"

static const char* const kActions[] = {"allow", "mask", "review", "block"};

static void print(const weir_result* result, const char* text) {
  weir_hit hit;
  size_t i;
  printf("%s  risk %d  %s\n", kActions[weir_result_action(result, 0)], (int)weir_result_risk(result, 0), text);
  for (i = 0; weir_result_hit(result, 0, i, &hit) == WEIR_OK; ++i) {
    printf("  %.*s [%u,%u) %.*s\n", (int)hit.term.size, hit.term.data, (unsigned)hit.span_begin, (unsigned)hit.span_end,
           (int)hit.source.size, hit.source.data);
  }
}

int main(int argc, char** argv) {
  int i;
  /* [readme] */
  weir_error error = {0};
  weir_engine* engine = NULL;
  if (weir_open(NULL, &engine, &error) != WEIR_OK) {
    fprintf(stderr, "%s:%d: %s\n", error.file, (int)error.line, error.message);
    return 2;
  }
  weir_scratch* scratch = weir_scratch_new(); /* one a thread */
  weir_result* result = weir_result_new();
  for (i = 1; i < argc; ++i) {
    if (weir_scan(engine, scratch, NULL, argv[i], strlen(argv[i]), result, &error) != WEIR_OK) break;
    print(result, argv[i]);
  }
  weir_result_free(result);
  weir_scratch_free(scratch);
  weir_free(engine);
  /* [/readme] */
  return error.code == WEIR_OK ? 0 : 2;
}
