// A user's program against the installed headers and library: prints what to do with its argument.
#include <weir/engine.h>

#include <iostream>

int main(int argc, char** argv) {
  auto engine = weir::Engine::Open({});
  if (!engine.ok()) {
    std::cerr << engine.status().ToString() << "\n";
    return 2;
  }
  weir::Scratch scratch;
  weir::Verdict verdict;
  engine->Scan(argc > 1 ? argv[1] : "", scratch, &verdict);
  std::cout << weir::Name(verdict.action) << "\n";
  return 0;
}
