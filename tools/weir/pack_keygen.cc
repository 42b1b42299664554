// weir pack keygen -o NAME: a new pair of signing keys, NAME.key for the one who signs and NAME.pub for all who check.
//
// A secret key that is lost or overwritten is gone: files that are there stay, unless --force. The secret is written with mode
// 0600 and never printed.
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include "command.h"
#include "options.h"
#include "output.h"
#include "pack_commands.h"
#include "pack_file.h"

namespace weir::tool {

int RunPackKeygen(int argc, const char* const* argv, Lang lang) {
  const auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  CLI::App app(text(Msg::kPkKeygenSummary));
  CommonOptions common;
  std::string name;
  bool force = false;
  app.add_option("--output,-o", name, text(Msg::kPkOptKeyName))->required()->type_name("NAME");
  app.add_flag("--force", force, text(Msg::kPkOptForce));
  AddCommonOptions(app, lang, false, &common);
  if (std::optional<int> exit = Parse(app, "pack keygen", argc, argv, lang)) return *exit;

  const std::string secret = name + ".key", open = name + ".pub";
  for (const std::string& path : {secret, open}) {
    struct stat info;
    if (force || lstat(path.c_str(), &info) != 0) continue;
    Note("weir: " + Say(lang, Msg::kPkKeyThere, {path}));
    return kExitUsage;
  }
  auto pair = MakeKeyPair();
  if (!pair.ok()) return Fail(pair.status());
  // The look above is for the message; that nothing is replaced is the write's own business.
  std::string words = SecretKeyText(pair->secret_key);
  const bool written = WriteWhole(secret, words, lang, {.secret = true, .keep_old = !force});
  Wipe(&words);
  if (!written || !WriteWhole(open, PublicKeyText(pair->public_key), lang, {.keep_old = !force})) return kExitUsage;
  const std::string said = Say(lang, Msg::kPkKeysMade, {secret, open, KeyId(pair->public_key)}) + "\n";
  return common.quiet || WriteWhole("", said, lang) ? kExitClean : kExitUsage;
}

}  // namespace weir::tool
