// weir selftest: the known-answer test of this machine's matcher, and whether the embedded pack opens on it. Exit 3 when not.
#include <CLI/CLI.hpp>

#include "command.h"
#include "options.h"
#include "output.h"

namespace weir::tool {

int RunSelfTest(int argc, const char* const* argv, Lang lang) {
  CLI::App app(std::string(Template(lang, Msg::kSelfTestSummary)));
  CommonOptions common;
  AddCommonOptions(app, lang, false, &common);
  if (std::optional<int> exit = Parse(app, "selftest", argc, argv, lang)) return *exit;

  Status status = SelfTest();
  if (!status.ok()) {
    Note("weir: " + Say(lang, Msg::kSelfTestFailed, {status.ToString()}));
    return kExitInternal;
  }
  Result<Engine> engine = Engine::Open({});
  if (!engine.ok()) {
    Note("weir: " + Say(lang, Msg::kSelfTestFailed, {engine.status().ToString()}));
    return kExitInternal;
  }
  EngineInfo info = engine->Info();
  if (info.degraded) {
    Note("weir: " + Say(lang, Msg::kSelfTestDegraded, {info.matcher}));
    return kExitInternal;
  }
  std::string line = Say(lang, Msg::kSelfTestOk, {info.matcher, info.pack, std::to_string(info.terms)}) + "\n";
  return WriteWhole("", line, lang) ? kExitClean : kExitUsage;
}

}  // namespace weir::tool
