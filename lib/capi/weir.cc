// The C API over the C++ one: checks of arguments, copies of errors, and a wall no exception passes.
#include "weir/weir.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "weir/engine.h"
#include "weir/version.h"

struct weir_engine {
  weir::Engine engine;
};
struct weir_scratch {
  weir::Scratch scratch;
};
struct weir_result {
  weir::VerdictBatch batch;
  std::vector<std::string_view> texts;  // the caller's
  std::string text;                     // the last JSON or masked text
};

namespace {

// Copies at most size - 1 bytes, never half a character.
void CopyCut(std::string_view from, char* to, size_t size) {
  size_t length = std::min(from.size(), size - 1);
  if (length < from.size()) {
    while (length > 0 && (static_cast<unsigned char>(from[length]) & 0xC0) == 0x80) --length;
  }
  std::memcpy(to, from.data(), length);
  to[length] = '\0';
}

int32_t Fail(const weir::Status& status, weir_error* error) {
  const auto code = static_cast<int32_t>(status.code());
  if (error == nullptr) return code;
  error->code = code;
  error->line = status.line();
  error->column = status.column();
  CopyCut(status.file(), error->file, sizeof error->file);
  CopyCut(status.message(), error->message, sizeof error->message);
  return code;
}

int32_t BadArgument(const char* message, weir_error* error) {
  return Fail({weir::StatusCode::kInvalidArgument, message}, error);
}

// Runs `body` and turns what it throws (memory that is out, or a bug) into a number.
template <typename Body>
int32_t Guard(weir_error* error, const Body& body) {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    const int32_t code = Fail({weir::StatusCode::kInternal, "out of memory"}, error);
    if (error != nullptr) error->code = WEIR_E_NO_MEMORY;
    return code == WEIR_OK ? code : WEIR_E_NO_MEMORY;
  } catch (...) {
    return Fail({weir::StatusCode::kInternal, "an unexpected exception; please report it"}, error);
  }
}

bool IsMask(char c) {
  return static_cast<unsigned char>(c) < 0x80 &&
         !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

bool Missing(const void* pointer, size_t count) { return pointer == nullptr && count > 0; }

std::string_view View(const char* data, size_t size) {
  return size == 0 ? std::string_view() : std::string_view(data, size);
}
weir_text Text(std::string_view view) { return {view.data(), view.size()}; }

bool ReadScanOptions(const weir_scan_options* from, weir::ScanOptions* to) {
  if (from == nullptr) return true;
  if (from->size < sizeof(weir_scan_options) || from->surface < 0 || from->surface >= weir::kSurfaceCount) return false;
  to->surface = static_cast<weir::Surface>(from->surface);
  to->longest = from->longest != 0;
  return true;
}
constexpr char kBadScanOptions[] =
    "options: set size to sizeof(weir_scan_options) and surface to a WEIR_SURFACE_ number";

// False when an entry is NULL.
bool CopyStrings(const char* const* from, size_t count, std::vector<std::string>* to) {
  for (size_t i = 0; i < count; ++i) {
    if (from[i] == nullptr) return false;
    to->emplace_back(from[i]);
  }
  return true;
}

int32_t ReadPaths(const char* const* paths, size_t count, std::vector<weir::PackSource>* packs, weir_error* error) {
  std::vector<std::string> copies;
  if (Missing(paths, count) || !CopyStrings(paths, count, &copies)) return BadArgument("packs: a path is NULL", error);
  for (std::string& path : copies) packs->push_back(weir::PackSource::Path(std::move(path)));
  return WEIR_OK;
}

int32_t ReadOptions(const weir_options& from, weir::EngineOptions* to, weir_error* error) {
  // Callers of ABI 1 know no variants, those of ABI 2 no keys: their struct ends before them.
  constexpr size_t kFirstSize = offsetof(weir_options, variants), kSecondSize = offsetof(weir_options, trusted_keys);
  if (from.size < sizeof(weir_options) && from.size != kFirstSize && from.size != kSecondSize)
    return BadArgument("options: set size to sizeof(weir_options)", error);
  if (const int32_t code = ReadPaths(from.packs, from.pack_count, &to->packs, error); code != WEIR_OK) return code;
  if (Missing(from.terms, from.term_count) || !CopyStrings(from.terms, from.term_count, &to->terms))
    return BadArgument("terms: a term is NULL", error);
  if (Missing(from.allows, from.allow_count) || !CopyStrings(from.allows, from.allow_count, &to->allow))
    return BadArgument("allows: a phrase is NULL", error);
  if (from.size >= kSecondSize &&
      (Missing(from.variants, from.variant_count) || !CopyStrings(from.variants, from.variant_count, &to->variants)))
    return BadArgument("variants: a name is NULL", error);
  if (from.size >= sizeof(weir_options)) {
    if (Missing(from.trusted_keys, from.trusted_key_count) ||
        !CopyStrings(from.trusted_keys, from.trusted_key_count, &to->trusted_keys))
      return BadArgument("trusted_keys: a key is NULL", error);
    if (from.today != nullptr) to->today = from.today;
  }
  to->default_pack = from.no_default_pack == 0;
  if (from.textbook_matcher != 0) to->matcher = weir::MatcherChoice::kTextbook;
  return WEIR_OK;
}

const weir::Verdict* At(const weir_result* result, size_t index) {
  return result == nullptr || index >= result->batch.count ? nullptr : &result->batch.verdicts[index];
}

template <typename T>
T* NewOrNull() {
  try {
    return new T();
  } catch (...) {
    return nullptr;
  }
}

}  // namespace

extern "C" {

int32_t weir_abi_version(void) { return WEIR_ABI_VERSION; }
const char* weir_version(void) { return weir::GetVersions().weir.data(); }

int32_t weir_open(const weir_options* options, weir_engine** engine, weir_error* error) {
  if (engine == nullptr) return BadArgument("engine: the place for the engine is NULL", error);
  return Guard(error, [&] {
    weir::EngineOptions read;
    if (options != nullptr) {
      if (const int32_t code = ReadOptions(*options, &read, error); code != WEIR_OK) return code;
    }
    auto opened = weir::Engine::Open(read);
    if (!opened.ok()) return Fail(opened.status(), error);
    *engine = new weir_engine{std::move(opened).value()};
    return WEIR_OK;
  });
}

void weir_free(weir_engine* engine) { delete engine; }

int32_t weir_reload(weir_engine* engine, const char* const* packs, size_t pack_count, int32_t no_default_pack,
                    weir_error* error) {
  if (engine == nullptr) return BadArgument("engine is NULL", error);
  return Guard(error, [&] {
    std::vector<weir::PackSource> sources;
    if (const int32_t code = ReadPaths(packs, pack_count, &sources, error); code != WEIR_OK) return code;
    const weir::Status status = engine->engine.Reload(sources, no_default_pack == 0);
    return status.ok() ? WEIR_OK : Fail(status, error);
  });
}

weir_scratch* weir_scratch_new(void) { return NewOrNull<weir_scratch>(); }
void weir_scratch_free(weir_scratch* scratch) { delete scratch; }
weir_result* weir_result_new(void) { return NewOrNull<weir_result>(); }
void weir_result_free(weir_result* result) { delete result; }

int32_t weir_scan(const weir_engine* engine, weir_scratch* scratch, const weir_scan_options* options, const char* text,
                  size_t text_size, weir_result* result, weir_error* error) {
  const weir_text one = {text, text_size};
  return weir_scan_batch(engine, scratch, options, &one, 1, result, error);
}

int32_t weir_scan_batch(const weir_engine* engine, weir_scratch* scratch, const weir_scan_options* options,
                        const weir_text* texts, size_t text_count, weir_result* result, weir_error* error) {
  if (engine == nullptr || scratch == nullptr || result == nullptr)
    return BadArgument("engine, scratch or result is NULL", error);
  if (Missing(texts, text_count)) return BadArgument("texts is NULL", error);
  for (size_t i = 0; i < text_count; ++i) {
    if (Missing(texts[i].data, texts[i].size)) return BadArgument("a text is NULL but its size is not 0", error);
  }
  weir::ScanOptions read;
  if (!ReadScanOptions(options, &read)) return BadArgument(kBadScanOptions, error);
  return Guard(error, [&] {
    result->texts.resize(text_count);
    for (size_t i = 0; i < text_count; ++i) result->texts[i] = View(texts[i].data, texts[i].size);
    engine->engine.ScanBatch(result->texts, scratch->scratch, &result->batch, read);
    return WEIR_OK;
  });
}

size_t weir_result_count(const weir_result* result) { return result == nullptr ? 0 : result->batch.count; }

int32_t weir_result_action(const weir_result* result, size_t index) {
  const weir::Verdict* verdict = At(result, index);
  return verdict == nullptr ? WEIR_E_INVALID_ARGUMENT : static_cast<int32_t>(verdict->action);
}
int32_t weir_result_risk(const weir_result* result, size_t index) {
  const weir::Verdict* verdict = At(result, index);
  return verdict == nullptr ? WEIR_E_INVALID_ARGUMENT : verdict->risk;
}
int32_t weir_result_attention(const weir_result* result, size_t index) {
  const weir::Verdict* verdict = At(result, index);
  return verdict == nullptr ? WEIR_E_INVALID_ARGUMENT : static_cast<int32_t>(verdict->attention.level);
}
size_t weir_result_hit_count(const weir_result* result, size_t index) {
  const weir::Verdict* verdict = At(result, index);
  return verdict == nullptr ? 0 : verdict->hits.size();
}

int32_t weir_result_hit(const weir_result* result, size_t index, size_t hit, weir_hit* out) {
  const weir::Verdict* verdict = At(result, index);
  if (verdict == nullptr || hit >= verdict->hits.size() || out == nullptr) return WEIR_E_INVALID_ARGUMENT;
  const weir::Hit& from = verdict->hits[hit];
  const std::string_view text = result->texts[index].substr(from.span.begin, from.span.end - from.span.begin);
  *out = {Text(from.term),    Text(weir::Name(from.category)),
          Text(from.source),  Text(text),
          from.span.begin,    from.span.end,
          from.span_cp.begin, from.span_cp.end,
          from.points,        from.confidence};
  return WEIR_OK;
}

int32_t weir_result_json(weir_result* result, size_t index, const char* id, size_t id_size, weir_text* json,
                         weir_error* error) {
  const weir::Verdict* verdict = At(result, index);
  if (verdict == nullptr || json == nullptr || Missing(id, id_size))
    return BadArgument("no verdict at this index, or a NULL", error);
  return Guard(error, [&] {
    const std::string number = std::to_string(index + 1);
    result->text.clear();
    weir::AppendJson(*verdict, id == nullptr ? std::string_view(number) : View(id, id_size), result->texts[index],
                     nullptr, &result->text);
    *json = Text(result->text);
    return WEIR_OK;
  });
}

int32_t weir_mask(const weir_engine* engine, weir_scratch* scratch, const weir_scan_options* options, const char* text,
                  size_t text_size, char mask, weir_result* result, weir_text* masked, weir_error* error) {
  if (engine == nullptr || scratch == nullptr || result == nullptr || masked == nullptr || Missing(text, text_size)) {
    return BadArgument("engine, scratch, text, result or masked is NULL", error);
  }
  if (!IsMask(mask)) return BadArgument("mask: an ASCII character that is no letter and no digit, such as *", error);
  weir::ScanOptions read;
  if (!ReadScanOptions(options, &read)) return BadArgument(kBadScanOptions, error);
  return Guard(error, [&] {
    result->text = engine->engine.Mask(View(text, text_size), scratch->scratch, read, mask);
    *masked = Text(result->text);
    return WEIR_OK;
  });
}

}  // extern "C"
