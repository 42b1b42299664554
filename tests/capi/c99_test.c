/* Every function of weir.h, called from C99: what it gives, and each way it says no. A failed check names its line; exit code 1. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "weir/weir.h"

static int failures = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                             \
    }                                                                         \
  } while (0)

static int same(weir_text text, const char* expected) {
  return text.size == strlen(expected) && memcmp(text.data, expected, text.size) == 0;
}

static weir_options bare(void) {
  static const char* const terms[] = {"\xE5\x82\xBB\xE9\x80\xBC" /* 傻逼 */, "sb"};
  static const char* const allows[] = {"usb sb"};
  weir_options options;
  memset(&options, 0, sizeof options);
  options.size = sizeof options;
  options.no_default_pack = 1;
  options.terms = terms;
  options.term_count = 2;
  options.allows = allows;
  options.allow_count = 1;
  return options;
}

static void check_versions(void) {
  CHECK(weir_abi_version() >= WEIR_ABI_VERSION);
  CHECK(strchr(weir_version(), '.') != NULL);
}

static void check_open(void) {
  weir_engine* engine = NULL;
  weir_error error;
  weir_options options = bare();
  const char* const holes[] = {"a", NULL};
  const char* const nowhere[] = {"/nowhere/at/all"};
  memset(&error, 0, sizeof error);

  CHECK(weir_open(NULL, NULL, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(error.code == WEIR_E_INVALID_ARGUMENT && error.message[0] != '\0');
  CHECK(weir_open(NULL, NULL, NULL) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_open(NULL, &engine, NULL) == WEIR_OK && engine != NULL);
  weir_free(engine);
  weir_free(NULL);

  engine = NULL;
  options.size = 0;
  CHECK(weir_open(&options, &engine, &error) == WEIR_E_INVALID_ARGUMENT && engine == NULL);
  options.size = sizeof options - 1;
  CHECK(weir_open(&options, &engine, &error) == WEIR_E_INVALID_ARGUMENT && engine == NULL);

  options = bare();
  options.terms = holes;
  CHECK(weir_open(&options, &engine, &error) == WEIR_E_INVALID_ARGUMENT && engine == NULL);
  options.terms = NULL; /* with a count of 2 */
  CHECK(weir_open(&options, &engine, &error) == WEIR_E_INVALID_ARGUMENT && engine == NULL);
  options = bare();
  options.allows = NULL;
  CHECK(weir_open(&options, &engine, &error) == WEIR_E_INVALID_ARGUMENT && engine == NULL);
  options = bare();
  options.pack_count = 1; /* packs is NULL */
  CHECK(weir_open(&options, &engine, &error) == WEIR_E_INVALID_ARGUMENT && engine == NULL);
  options.packs = nowhere;
  CHECK(weir_open(&options, &engine, &error) == WEIR_E_NOT_FOUND && engine == NULL);
  CHECK(strcmp(error.file, nowhere[0]) == 0);

  options = bare();
  options.textbook_matcher = 1;
  CHECK(weir_open(&options, &engine, &error) == WEIR_OK);
  weir_free(engine);
}

/* A broken line is named by file, line and column. */
static void check_bad_source(weir_engine* engine) {
  const char* const path = "custom.tsv"; /* a file of terms is named after its category */
  const char* packs[1];
  weir_error error;
  FILE* file;
  file = fopen(path, "wb");
  CHECK(file != NULL);
  if (file == NULL) return;
  fputs("term\tweight\nab\tmany\n", file);
  fclose(file);
  packs[0] = path;
  memset(&error, 0, sizeof error);
  CHECK(weir_reload(engine, packs, 1, 1, &error) == WEIR_E_BAD_SOURCE);
  CHECK(error.code == WEIR_E_BAD_SOURCE);
  CHECK(strcmp(error.file, path) == 0);
  remove(path);
}

static void check_reload(void) {
  weir_engine* engine = NULL;
  weir_error error;
  weir_options options = bare();
  const char* const nowhere[] = {"/nowhere/at/all"};
  const char* const hole[] = {NULL};
  CHECK(weir_open(&options, &engine, NULL) == WEIR_OK);
  CHECK(weir_reload(NULL, NULL, 0, 1, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_reload(engine, NULL, 1, 1, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_reload(engine, hole, 1, 1, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_reload(engine, nowhere, 1, 1, &error) == WEIR_E_NOT_FOUND);
  CHECK(weir_reload(engine, nowhere, 1, 1, NULL) == WEIR_E_NOT_FOUND);
  CHECK(weir_reload(engine, NULL, 0, 0, &error) == WEIR_OK);
  CHECK(weir_reload(engine, NULL, 0, 1, &error) == WEIR_OK);
  check_bad_source(engine);
  weir_free(engine);
}

static void check_scan(const weir_engine* engine, weir_scratch* scratch, weir_result* result) {
  const char* text = "usb sb, s b";
  weir_error error;
  weir_scan_options options;
  memset(&options, 0, sizeof options);
  options.size = sizeof options;
  options.longest = 1;
  CHECK(weir_scan(engine, scratch, NULL, text, strlen(text), result, &error) == WEIR_OK);
  CHECK(weir_result_count(result) == 1);
  CHECK(weir_scan(engine, scratch, &options, text, strlen(text), result, NULL) == WEIR_OK);
  CHECK(weir_scan(engine, scratch, NULL, NULL, 0, result, &error) == WEIR_OK);
  CHECK(weir_result_action(result, 0) == WEIR_ACTION_ALLOW);

  CHECK(weir_scan(NULL, scratch, NULL, text, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_scan(engine, NULL, NULL, text, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_scan(engine, scratch, NULL, text, 1, NULL, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_scan(engine, scratch, NULL, NULL, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  options.surface = -1;
  CHECK(weir_scan(engine, scratch, &options, text, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  options.surface = WEIR_SURFACE_TITLE + 1;
  CHECK(weir_scan(engine, scratch, &options, text, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  options.surface = WEIR_SURFACE_TITLE;
  options.size = 0;
  CHECK(weir_scan(engine, scratch, &options, text, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_scan(engine, scratch, &options, text, 1, result, NULL) == WEIR_E_INVALID_ARGUMENT);
}

static void check_batch(const weir_engine* engine, weir_scratch* scratch, weir_result* result) {
  weir_text texts[3] = {{"sb", 2}, {NULL, 0}, {"ok", 2}};
  weir_text hole[1] = {{NULL, 1}};
  weir_error error;
  CHECK(weir_scan_batch(engine, scratch, NULL, texts, 3, result, &error) == WEIR_OK);
  CHECK(weir_result_count(result) == 3);
  CHECK(weir_result_hit_count(result, 0) == 1);
  CHECK(weir_result_hit_count(result, 1) == 0);
  CHECK(weir_result_hit_count(result, 2) == 0);
  CHECK(weir_scan_batch(engine, scratch, NULL, hole, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_scan_batch(engine, scratch, NULL, NULL, 1, result, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_scan_batch(NULL, scratch, NULL, texts, 3, result, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_count(result) == 3); /* as it was */
  CHECK(weir_scan_batch(engine, scratch, NULL, NULL, 0, result, &error) == WEIR_OK);
  CHECK(weir_result_count(result) == 0);
}

static void check_result(const weir_engine* engine, weir_scratch* scratch, weir_result* result) {
  const char* text = "a \xE5\x82\xBB\xE9\x80\xBC";
  weir_hit hit;
  weir_text json = {NULL, 0};
  weir_error error;
  CHECK(weir_scan(engine, scratch, NULL, text, strlen(text), result, NULL) == WEIR_OK);
  CHECK(weir_result_action(result, 0) == WEIR_ACTION_REVIEW);
  CHECK(weir_result_risk(result, 0) == 73);
  CHECK(weir_result_attention(result, 0) == WEIR_ATTENTION_NONE);
  CHECK(weir_result_hit_count(result, 0) == 1);
  CHECK(weir_result_hit(result, 0, 0, &hit) == WEIR_OK);
  CHECK(same(hit.term, "\xE5\x82\xBB\xE9\x80\xBC") && same(hit.text, "\xE5\x82\xBB\xE9\x80\xBC"));
  CHECK(same(hit.category, "custom") && same(hit.source, "--terms"));
  CHECK(hit.span_begin == 2 && hit.span_end == 8 && hit.span_cp_begin == 2 && hit.span_cp_end == 4);
  CHECK(hit.points == 3.0f && hit.confidence == 1.0f);

  CHECK(weir_result_json(result, 0, NULL, 0, &json, &error) == WEIR_OK);
  CHECK(json.size > 9 && memcmp(json.data, "{\"id\":\"1\"", 9) == 0);
  CHECK(weir_result_json(result, 0, "x7", 2, &json, NULL) == WEIR_OK);
  CHECK(json.size > 10 && memcmp(json.data, "{\"id\":\"x7\"", 10) == 0);

  /* At and past the end, and NULL. */
  CHECK(weir_result_action(result, 1) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_risk(result, 1) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_attention(result, (size_t)-1) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_hit_count(result, 1) == 0);
  CHECK(weir_result_hit(result, 0, 1, &hit) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_hit(result, 1, 0, &hit) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_hit(result, 0, 0, NULL) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_json(result, 1, NULL, 0, &json, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_json(result, 0, NULL, 1, &json, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_json(result, 0, NULL, 0, NULL, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_json(NULL, 0, NULL, 0, &json, NULL) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_count(NULL) == 0);
  CHECK(weir_result_action(NULL, 0) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_risk(NULL, 0) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_attention(NULL, 0) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_result_hit_count(NULL, 0) == 0);
  CHECK(weir_result_hit(NULL, 0, 0, &hit) == WEIR_E_INVALID_ARGUMENT);
}

static void check_mask(const weir_engine* engine, weir_scratch* scratch, weir_result* result) {
  weir_text masked = {NULL, 0};
  weir_error error;
  weir_scan_options bad;
  memset(&bad, 0, sizeof bad);
  CHECK(weir_mask(engine, scratch, NULL, "a sb b", 6, '#', result, &masked, &error) == WEIR_OK);
  CHECK(same(masked, "a ## b"));
  CHECK(weir_mask(engine, scratch, NULL, NULL, 0, '#', result, &masked, NULL) == WEIR_OK && masked.size == 0);
  CHECK(weir_mask(engine, scratch, NULL, "sb", 2, 's', result, &masked, &error) ==
        WEIR_E_INVALID_ARGUMENT); /* a letter is no mask */
  CHECK(weir_mask(NULL, scratch, NULL, "a", 1, '#', result, &masked, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_mask(engine, NULL, NULL, "a", 1, '#', result, &masked, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_mask(engine, scratch, &bad, "a", 1, '#', result, &masked, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_mask(engine, scratch, NULL, NULL, 1, '#', result, &masked, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_mask(engine, scratch, NULL, "a", 1, '#', NULL, &masked, &error) == WEIR_E_INVALID_ARGUMENT);
  CHECK(weir_mask(engine, scratch, NULL, "a", 1, '#', result, NULL, &error) == WEIR_E_INVALID_ARGUMENT);
}

int main(void) {
  weir_engine* engine = NULL;
  weir_options options = bare();
  weir_scratch* scratch = weir_scratch_new();
  weir_result* result = weir_result_new();
  check_versions();
  check_open();
  check_reload();
  CHECK(scratch != NULL && result != NULL);
  CHECK(weir_result_count(result) == 0);
  CHECK(weir_open(&options, &engine, NULL) == WEIR_OK);
  check_scan(engine, scratch, result);
  check_batch(engine, scratch, result);
  check_result(engine, scratch, result);
  check_mask(engine, scratch, result);
  weir_free(engine);
  weir_result_free(result);
  weir_result_free(NULL);
  weir_scratch_free(scratch);
  weir_scratch_free(NULL);
  if (failures == 0) puts("every function of weir.h called from C99");
  return failures == 0 ? 0 : 1;
}
