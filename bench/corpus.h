// The benchmarks' input: comments and terms made from a seed, so that no data is needed and every machine has the same.
//
// Comments are length-matched to live chat: median 9, mean 12.7, 99th percentile 61 code points; 13 % hold an ASCII letter or digit
// (docs/performance.md says where these figures come from). They are words drawn by Zipf's law from a vocabulary of 300,000
// invented ones of one to four Han characters, themselves drawn by Zipf's law: matchers feel how often pairs recur, not what
// they mean. Terms are words and pairs of words of the same vocabulary: some that people use and else rare ones, so that, as measured
// on real words, 1.8 to 2.6 % of comments hit (the counter `hits`, out of 100,000 comments).
#ifndef WEIR_BENCH_CORPUS_H_
#define WEIR_BENCH_CORPUS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weir::bench {

struct Column {
  std::string bytes;
  std::vector<int32_t> offsets;         // one more than comments
  std::vector<std::string_view> texts;  // into bytes
  size_t size() const { return texts.size(); }
};

const Column& SyntheticComments();                // 100,000
const std::vector<std::string>& Terms(size_t n);  // n of them, distinct; n is 1000, 10000 or 100000
// The shared live chat, where $WEIR_SHARED has it; else empty.
const Column& LiveChat();

}  // namespace weir::bench

#endif  // WEIR_BENCH_CORPUS_H_
