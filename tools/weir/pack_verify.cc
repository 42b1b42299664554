// weir pack verify FILE…: is each pack whole, whose is it, and may it serve?
//
//   weir pack verify city.weir --key city.pub
//   city.weir: city@1.2.0+3f9c01d2a4b5, whole, signed by 8b5c1e0f5a3d9c77 (city.pub)
//   county.weir: refused: not a whole weir pack: at byte 812 the digest is another: a byte of the file was changed; …      (exit 1)
//
// Whole: digest and signatures fit, the sources parse, and they compile within limits, in a child process. May serve: it is valid on
// the day and for this weir. With --key it must be signed by one of them. Cost: as opening the pack.
#include <algorithm>

#include <CLI/CLI.hpp>

#include "base/date.h"
#include "base/error.h"
#include "command.h"
#include "dictionary/container.h"
#include "dictionary/load.h"
#include "options.h"
#include "output.h"
#include "pack_commands.h"
#include "pack_file.h"
#include "render.h"
#include "weir/pack.h"
#include "weir/version.h"

namespace weir::tool {
namespace {

struct VerifyWords {
  CommonOptions common;
  std::vector<std::string> files, key_files;
  std::string today;
};

class Verifier {
 public:
  Verifier(Lang lang, Date today, std::vector<NamedKey> keys) : lang_(lang), today_(today), keys_(std::move(keys)) {}

  // One line for the file; its exit code.
  int Check(const std::string& path, std::string* out) {
    auto bytes = dictionary::ReadPackFile(path);
    if (!bytes.ok()) return Fail(bytes.status());
    const std::string reason = WhyRefused(path, *bytes);
    const std::string line = reason.empty() ? Say(lang_, Msg::kPkWhole, {path, stamp_, signers_})
                                            : Say(lang_, Msg::kPkRefused, {path, reason});
    AppendShown(line, out);
    *out += "\n";
    return reason.empty() ? kExitClean : kExitFound;
  }

  const std::vector<std::string>& notes() const { return notes_; }

 private:
  // The reason; empty for a pack that may serve.
  std::string WhyRefused(const std::string& path, const std::string& bytes) {
    if (!dictionary::IsContainer(bytes)) return Say(lang_, Msg::kPkNoContainer);
    auto pack = dictionary::LoadBytes(bytes, path);
    if (!pack.ok()) return Reason(ToPublic(pack.status()), path);
    stamp_ = pack->Stamp();
    signers_ = DescribeSigners(pack->seal, keys_, lang_);
    const auto given = [&](const PublicKey& signer) {
      return std::ranges::find(keys_, signer, &NamedKey::first) != keys_.end();
    };
    if (!keys_.empty() && std::ranges::none_of(pack->seal.signers, given))
      return Say(lang_, Msg::kPkNotByKeys, {signers_});
    const absl::Status admitted = dictionary::Admit(pack->manifest, today_, GetVersions().weir);
    if (!admitted.ok()) return Reason(ToPublic(admitted), path);
    const Status tried = TryPack(PackSource::Bytes(path, bytes), {.today = FormatDate(today_)});
    for (const std::string& note : PackNotes(*pack, lang_)) notes_.push_back(path + ": " + note);
    return tried.ok() ? std::string() : Reason(tried, path);
  }

  // Without the file's name where that begins the line already.
  static std::string Reason(const Status& status, const std::string& path) {
    return status.file() == path && status.line() == 0 ? status.message() : status.ToString();
  }

  const Lang lang_;
  const Date today_;
  const std::vector<NamedKey> keys_;
  std::string stamp_, signers_;
  std::vector<std::string> notes_;
};

}  // namespace

int RunPackVerify(int argc, const char* const* argv, Lang lang) {
  const auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  CLI::App app(text(Msg::kPkVerifySummary));
  VerifyWords words;
  app.add_option("FILE", words.files, text(Msg::kPkOptFiles))->required();
  app.add_option("--key", words.key_files, text(Msg::kPkOptKey))->allow_extra_args(false)->type_name("PUB");
  app.add_option("--today", words.today, text(Msg::kOptToday))->type_name("DAY");
  AddCommonOptions(app, lang, false, &words.common);
  if (std::optional<int> exit = Parse(app, "pack verify", argc, argv, lang)) return *exit;

  Date today = Today();
  if (!words.today.empty() && !ParseDate(words.today, &today)) {
    Note("weir: " + Say(lang, Msg::kBadChoice, {"--today", words.today, "2026-12-31"}));
    return kExitUsage;
  }
  auto keys = ReadPublicKeys(words.key_files);
  if (!keys.ok()) return Fail(keys.status());
  Verifier verifier(lang, today, *std::move(keys));
  std::string out;
  int exit_code = kExitClean;
  for (const std::string& path : words.files) exit_code = std::max(exit_code, verifier.Check(path, &out));
  if (!words.common.quiet) {
    for (const std::string& note : verifier.notes()) Note("weir: " + Say(lang, Msg::kWarning, {note}));
  }
  return WriteWhole("", out, lang) ? exit_code : std::max<int>(exit_code, kExitUsage);
}

}  // namespace weir::tool
