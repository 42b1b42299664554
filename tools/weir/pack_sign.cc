// weir pack sign FILE --key NAME.key: one signature more under a pack. Nothing else of the file changes, and signing again by the
// same key changes nothing at all. A pack that is not whole, or whose sources do not parse, is not signed.
#include <CLI/CLI.hpp>

#include "command.h"
#include "dictionary/load.h"
#include "options.h"
#include "output.h"
#include "pack_commands.h"
#include "pack_file.h"

namespace weir::tool {
int RunPackSign(int argc, const char* const* argv, Lang lang) {
  const auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  CLI::App app(text(Msg::kPkSignSummary));
  CommonOptions common;
  std::string file, output;
  std::vector<std::string> keys;
  app.add_option("FILE", file, text(Msg::kPkOptFile))->required();
  app.add_option("--key", keys, text(Msg::kPkOptSecret))->required()->allow_extra_args(false)->type_name("KEY");
  app.add_option("--output,-o", output, text(Msg::kPkOptSignOut))->type_name("FILE");
  AddCommonOptions(app, lang, false, &common);
  if (std::optional<int> exit = Parse(app, "pack sign", argc, argv, lang)) return *exit;
  if (output.empty()) output = file;

  auto secrets = ReadSecretKeys(keys);
  if (!secrets.ok()) return Fail(secrets.status());
  auto bytes = SignAll(dictionary::ReadPackFile(file), *secrets, file);
  if (!bytes.ok()) return Fail(bytes.status());
  auto pack = dictionary::LoadBytes(*bytes, file);
  if (!pack.ok()) return Fail(pack.status());
  if (!WriteWhole(output, *bytes, lang)) return kExitUsage;
  const std::string said =
      Say(lang, Msg::kPkSigned, {output, pack->Stamp(), DescribeSigners(pack->seal, PublicHalves(*secrets), lang)}) +
      "\n";
  return common.quiet || WriteWhole("", said, lang) ? kExitClean : kExitUsage;
}

}  // namespace weir::tool
