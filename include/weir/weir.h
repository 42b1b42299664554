/* weir's C API: what to do with one live comment, and why. C99; the header is the manual.
 *
 *   weir_error error = {0};
 *   weir_engine* engine = NULL;
 *   if (weir_open(NULL, &engine, &error) != WEIR_OK) { fprintf(stderr, "%s\n", error.message); return 1; }
 *   weir_scratch* scratch = weir_scratch_new();
 *   weir_result* result = weir_result_new();
 *   weir_scan(engine, scratch, NULL, text, text_length, result, &error);
 *   if (weir_result_action(result, 0) >= WEIR_ACTION_REVIEW) hold();
 *   weir_result_free(result); weir_scratch_free(scratch); weir_free(engine);
 *
 * Rules that hold for every function:
 * - Text is UTF-8 as pointer and length in bytes; it may hold NUL, and ill-formed bytes are repaired and flagged. A pointer may be
 *   NULL only with length 0. What weir returns as pointer and length is not NUL-terminated.
 * - A function that can fail returns WEIR_OK or a negative WEIR_E… number and fills `error` when that is not NULL; a failed
 *   function leaves its outputs as they were. No C++ exception crosses this API.
 * - Threads: an engine may be used by any number at once. A scratch and a result belong to one thread at a time.
 * - Ownership: what a *_new or weir_open gives you, free with the function named like it; all free functions take NULL.
 *   Pointers into a result live until the next scan into that result or its weir_result_free, also when the engine is freed first.
 * - Every options struct begins with `size`: set it to sizeof the struct, so that later versions can add fields.
 * - Cost: weir_open compiles the dictionaries (about 0.3 s); a scan is well under a microsecond and, once scratch and result are
 *   warm, allocates nothing.
 */
#ifndef WEIR_WEIR_H_
#define WEIR_WEIR_H_

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define WEIR_C_API __attribute__((visibility("default")))
#else
#define WEIR_C_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Grows when a function or field is added; what exists keeps its meaning within a SONAME. */
#define WEIR_ABI_VERSION 3
WEIR_C_API int32_t weir_abi_version(void); /* of the library loaded; at least WEIR_ABI_VERSION */
WEIR_C_API const char* weir_version(void); /* "0.1.0", NUL-terminated, static */

/* ---- Errors. The numbers are pinned. ---- */
#define WEIR_OK 0
#define WEIR_E_INVALID_ARGUMENT (-10) /* a NULL where none may be, a size of 0, an unknown name */
#define WEIR_E_BAD_SOURCE (-20)       /* a dictionary does not parse: see file, line, column */
#define WEIR_E_NOT_FOUND (-30)
#define WEIR_E_IO (-40)
#define WEIR_E_LIMIT (-50)
#define WEIR_E_UNAVAILABLE (-60)
#define WEIR_E_NO_MEMORY (-70)
#define WEIR_E_INTERNAL (-90) /* a bug in weir: please report it */

typedef struct weir_error {
  int32_t code;
  int32_t line;      /* 1-based; 0: no place */
  int32_t column;    /* 1-based, in code points */
  char file[256];    /* NUL-terminated, cut where too long */
  char message[512]; /* what failed and what to do; NUL-terminated, cut between characters where too long */
} weir_error;

/* ---- Names as numbers; also in the JSON, as words. ---- */
#define WEIR_ACTION_ALLOW 0
#define WEIR_ACTION_MASK 1
#define WEIR_ACTION_REVIEW 2
#define WEIR_ACTION_BLOCK 3

#define WEIR_ATTENTION_NONE 0
#define WEIR_ATTENTION_ANSWER 1
#define WEIR_ATTENTION_URGENT 2

#define WEIR_SURFACE_COMMENT 0
#define WEIR_SURFACE_SCRIPT 1
#define WEIR_SURFACE_NICKNAME 2
#define WEIR_SURFACE_TITLE 3

/* ---- Open ---- */
typedef struct weir_engine weir_engine;
typedef struct weir_scratch weir_scratch;
typedef struct weir_result weir_result;

typedef struct weir_options {
  size_t size;              /* sizeof(weir_options) */
  int32_t no_default_pack;  /* 0: the embedded default pack is the first layer */
  int32_t textbook_matcher; /* 0: Hyperscan where it works; 1: the slow reference matcher (for tests) */
  const char* const* packs; /* paths, NUL-terminated: folders of sources, .tsv files, containers (.weir)
                               or bundles; later ones overlay */
  size_t pack_count;
  const char* const* terms; /* ad-hoc terms, NUL-terminated */
  size_t term_count;
  const char* const* allows; /* ad-hoc allow phrases, NUL-terminated */
  size_t allow_count;
  /* Since ABI 2; left out by callers whose size ends before it: */
  const char* const* variants; /* disguises the ad-hoc terms are looked for in, NUL-terminated names: "sound", "pinyin",
                                  "shape", "split", "initials", "emoji", "shuffle", "latin" (docs/dictionary.md) */
  size_t variant_count;
  /* Since ABI 3; likewise left out by callers whose size ends before it: */
  const char* const* trusted_keys; /* public keys, NUL-terminated: base64, or the text of a .pub file. With any of them,
                                      `packs` must be containers (.weir) signed by one; the embedded pack needs none */
  size_t trusted_key_count;
  const char* today; /* the day that validity is held against, "2026-12-31", NUL-terminated; NULL or "": the system's */
} weir_options;

/* Opens an engine; `options` NULL: the default pack alone. The strings are copied. */
WEIR_C_API int32_t weir_open(const weir_options* options, weir_engine** engine, weir_error* error);
/* Scans of other threads must have ended; results stay valid. */
WEIR_C_API void weir_free(weir_engine* engine);
/* Replaces the packs (paths as in weir_options), or leaves all as it was. May run while other threads scan. */
WEIR_C_API int32_t weir_reload(weir_engine* engine, const char* const* packs, size_t pack_count,
                               int32_t no_default_pack, weir_error* error);

/* NULL only when memory is out. */
WEIR_C_API weir_scratch* weir_scratch_new(void);
WEIR_C_API void weir_scratch_free(weir_scratch* scratch);
WEIR_C_API weir_result* weir_result_new(void);
WEIR_C_API void weir_result_free(weir_result* result);

/* ---- Scan ---- */
typedef struct weir_scan_options {
  size_t size;     /* sizeof(weir_scan_options) */
  int32_t surface; /* WEIR_SURFACE_… */
  int32_t longest; /* 1: leftmost-longest hits only */
} weir_scan_options;

typedef struct weir_text {
  const char* data;
  size_t size; /* bytes */
} weir_text;

/* One text: afterwards weir_result_count is 1. `options` NULL: a comment. */
WEIR_C_API int32_t weir_scan(const weir_engine* engine, weir_scratch* scratch, const weir_scan_options* options,
                             const char* text, size_t text_size, weir_result* result, weir_error* error);
/* Many texts, the same verdicts at a fraction of the cost; 64 at a time get nearly all of the gain. The texts must stay where they are
 * until the result has been read. */
WEIR_C_API int32_t weir_scan_batch(const weir_engine* engine, weir_scratch* scratch, const weir_scan_options* options,
                                   const weir_text* texts, size_t text_count, weir_result* result, weir_error* error);

/* ---- Read. An index at or past weir_result_count gives 0, NULL or WEIR_E_INVALID_ARGUMENT. ---- */
WEIR_C_API size_t weir_result_count(const weir_result* result);
WEIR_C_API int32_t weir_result_action(const weir_result* result, size_t index);    /* WEIR_ACTION_… */
WEIR_C_API int32_t weir_result_risk(const weir_result* result, size_t index);      /* 0–100 */
WEIR_C_API int32_t weir_result_attention(const weir_result* result, size_t index); /* WEIR_ATTENTION_… */
WEIR_C_API size_t weir_result_hit_count(const weir_result* result, size_t index);

typedef struct weir_hit {
  weir_text term, category, source, text; /* `text` is the caller's own bytes under the span */
  uint32_t span_begin, span_end;          /* bytes, half-open */
  uint32_t span_cp_begin, span_cp_end;    /* code points, half-open */
  float points, confidence;
} weir_hit;
WEIR_C_API int32_t weir_result_hit(const weir_result* result, size_t index, size_t hit, weir_hit* out);

/* The verdict's JSON (docs/verdict.md), with `id` as its id ("1" and so on when NULL). The text scanned must still be where it was. The string
 * lives in the result until the next call of this function, the next scan, or weir_result_free. */
WEIR_C_API int32_t weir_result_json(weir_result* result, size_t index, const char* id, size_t id_size, weir_text* json,
                                    weir_error* error);

/* The text with every hit of a masked or held category replaced by `mask` per character: ASCII, no letter and no digit. `masked` lives in the result as the JSON does. */
WEIR_C_API int32_t weir_mask(const weir_engine* engine, weir_scratch* scratch, const weir_scan_options* options,
                             const char* text, size_t text_size, char mask, weir_result* result, weir_text* masked,
                             weir_error* error);

#ifdef __cplusplus
}
#endif

#endif /* WEIR_WEIR_H_ */
