// Replays a fuzz corpus without libFuzzer: every file of the folder named first, and then a fixed number of mutations of them
// (bytes flipped, parts cut, doubled and crossed), always the same ones. A broken property aborts the program after
// the input at fault was written to fuzz-failure.bin in the working folder.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

constexpr int kMutations = 20000;
constexpr size_t kLongest = 4096;  // of a mutation; the corpus itself may hold longer inputs

std::string current;

void KeepInput(int signal) {
  if (std::FILE* file = std::fopen("fuzz-failure.bin", "wb"); file != nullptr) {
    std::fwrite(current.data(), 1, current.size(), file);
    std::fclose(file);
  }
  std::fprintf(stderr, "fuzz: signal %d on an input of %zu bytes, kept in fuzz-failure.bin\n", signal, current.size());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void Run(std::string input) {
  current = std::move(input);
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(current.data()), current.size());
}

std::vector<std::string> ReadCorpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> corpus;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return corpus;
}

std::string Mutate(const std::vector<std::string>& corpus, std::mt19937& random) {
  const auto below = [&](size_t n) { return n == 0 ? size_t{0} : random() % n; };
  std::string text = corpus[below(corpus.size())];
  for (size_t changes = 1 + below(4); changes > 0; --changes) {
    const size_t at = below(text.size() + 1), length = below(std::min<size_t>(text.size() - at, 64) + 1);
    const std::string& other = corpus[below(corpus.size())];
    switch (below(5)) {
      case 0:
        text.insert(at, 1, static_cast<char>(random()));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(at, other.substr(below(other.size() + 1), 32));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ 1 << below(8));
    }
  }
  text.resize(std::min(text.size(), kLongest));
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::fprintf(stderr, "usage: %s CORPUS_FOLDER\n", argv[0]);
    return 2;
  }
  for (int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE}) std::signal(signal, KeepInput);
  const std::vector<std::string> corpus = ReadCorpus(argv[1]);
  if (corpus.empty()) {
    std::fprintf(stderr, "fuzz: %s holds no inputs\n", argv[1]);
    return 1;
  }
  for (const std::string& input : corpus) Run(input);
  std::mt19937 random(20240601);  // fixed: a replay is the same everywhere
  for (int i = 0; i < kMutations; ++i) Run(Mutate(corpus, random));
  std::printf("%zu inputs and %d mutations replayed\n", corpus.size(), kMutations);
  return 0;
}
