// Comments and terms of real words, for what hangs on how often syllables and look-alikes recur: words of the build's list
// (WEIR_WORD_LIST) drawn by their frequency, in comments as long as those of live chat. Sentences mean nothing, and random words
// hold numerals and the cues of detectors far oftener than talk does, so detectors are measured on other texts (corpus.h).
//
// Terms are words and pairs of words, three to six characters: some that people use and else rare ones, so that at 10,000 about
// 2 % of the comments hold one.
#ifndef WEIR_BENCH_WORD_CORPUS_H_
#define WEIR_BENCH_WORD_CORPUS_H_

#include <string>
#include <vector>

#include "corpus.h"

namespace weir::bench {

const Column& WordComments();  // 100,000
std::vector<std::string> WordTerms(size_t n);

}  // namespace weir::bench

#endif  // WEIR_BENCH_WORD_CORPUS_H_
