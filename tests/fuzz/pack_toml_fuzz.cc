// Fuzzes the reader of pack.toml: any bytes give a manifest that can be written and read again, or an error with a place.
#include <cstdint>
#include <string_view>

#include "base/error.h"
#include "check.h"
#include "dictionary/pack_toml.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto manifest = weir::dictionary::ReadPackToml(text, "pack.toml");
  if (!manifest.ok()) {
    const weir::Status status = weir::ToPublic(manifest.status());
    CHECK(!status.message().empty() && status.file() == "pack.toml");
    return 0;
  }
  if (manifest->name.empty()) manifest->name = "a";
  if (manifest->version.empty()) manifest->version = "1";
  auto again = weir::dictionary::ReadManifest(weir::dictionary::WriteManifest(*manifest), "x");
  CHECK(again.ok() && *again == *manifest);
  return 0;
}
