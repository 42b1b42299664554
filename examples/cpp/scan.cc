// Says what to do with each argument, and why:   scan "加 微 信 细聊" "请问社保卡在哪办"
#include <iostream>
#include <string_view>
#include <vector>

#include "weir/engine.h"

namespace {

int Fail(const weir::Status& status) {
  std::cerr << status.ToString() << "\n";
  return 2;
}

void Show(std::string_view text, const weir::Verdict& verdict) {
  std::cout << weir::Name(verdict.action) << "  risk " << int{verdict.risk} << "  " << text << "\n";
  for (const weir::Hit& hit : verdict.hits) {
    std::vector<std::string_view> via;
    weir::AppendViaNames(hit.via, &via);
    std::cout << "  " << hit.term << " [" << hit.span.begin << "," << hit.span.end << ") " << hit.source;
    for (std::string_view name : via) std::cout << " " << name;
    std::cout << "\n";
  }
  if (verdict.attention.level == weir::AttentionLevel::kNone) return;
  std::cout << "  wants an answer (" << weir::Name(verdict.attention.level) << "):";
  for (std::string_view topic : verdict.attention.topics) std::cout << " " << topic;
  std::cout << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> texts(argv + 1, argv + argc);
  // [readme]
  auto engine = weir::Engine::Open({});  // the embedded dictionaries; no file needed
  if (!engine.ok()) return Fail(engine.status());
  weir::Scratch scratch;  // one a thread
  weir::Verdict verdict;
  for (std::string_view text : texts) {
    engine->Scan(text, scratch, &verdict);
    Show(text, verdict);  // hold it from verdict.action >= weir::Action::kReview on
  }
  // [/readme]
  return 0;
}
