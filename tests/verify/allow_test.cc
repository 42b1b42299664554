#include "verify/allow.h"

#include <gtest/gtest.h>

#include "case.h"
#include "verify/verify.h"
#include "weir/verdict.h"

namespace weir::verify {
namespace {

std::string Accepted(const tests::Row& row) {
  std::vector<dictionary::Term> terms(1);
  terms[0].text = row["term"];
  for (const std::string& phrase : tests::List(row["allow"])) {
    terms.emplace_back();
    terms.back().text = phrase;
    terms.back().role = dictionary::Role::kAllow;
  }
  const Prepared prepared(terms);
  Case c(row["term"], row["text"]);
  Buffers buffers;
  std::vector<Trace> trace;
  Verify(&c.map, prepared.MatchesIn(row["text"]), prepared.View(), &buffers, &trace);
  std::string out;
  for (const Candidate& hit : buffers.hits) out += (out.empty() ? "" : "|") + c.Under(hit.place);
  const auto allowed = std::count_if(trace.begin(), trace.end(), [](const Trace& t) {
    return t.candidate.term == 0 && t.outcome == Outcome::kAccepted;
  });
  EXPECT_EQ(static_cast<size_t>(allowed), buffers.hits.size()) << row.place << ": the trace tells another story";
  return out.empty() ? "-" : out;
}

TEST(ApplyAllows, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/verify/allow.tsv", {"term", "allow", "text", "accepted", "note"})) {
    EXPECT_EQ(Accepted(row), row["accepted"]) << row.place << ": " << row["note"];
  }
}

Candidate At(uint32_t first, uint32_t last, uint16_t via) { return {0, {0, first, last, false}, via}; }

TEST(Covers, ByPlaceAndDisguise) {
  EXPECT_TRUE(Covers(At(2, 5, 0), At(2, 5, 0)));
  EXPECT_TRUE(Covers(At(1, 6, 0), At(2, 5, kSeparator)));
  EXPECT_FALSE(Covers(At(3, 6, 0), At(2, 5, 0)));
  EXPECT_FALSE(Covers(At(1, 4, 0), At(2, 5, 0)));
  for (const uint16_t hiding : {kSeparator, kRepeat, kLookalike}) {
    EXPECT_FALSE(Covers(At(1, 6, hiding), At(2, 5, 0)));
    EXPECT_TRUE(Covers(At(1, 6, hiding), At(2, 5, hiding)));
  }
  for (const uint16_t writing : {kCase, kWidth, kTraditional}) {
    EXPECT_TRUE(Covers(At(1, 6, writing), At(2, 5, 0)));
  }
}

TEST(ApplyAllows, KeepsOrderAndNamesTheKilled) {
  std::vector<Candidate> hits = {At(0, 1, 0), At(3, 4, 0), At(6, 7, 0), At(9, 9, 0)}, killed;
  ApplyAllows({At(2, 5, 0), At(9, 10, 0)}, &hits, &killed);
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].place.first, 0u);
  EXPECT_EQ(hits[1].place.first, 6u);
  ASSERT_EQ(killed.size(), 2u);
  EXPECT_EQ(killed[0].place.first, 3u);
  EXPECT_EQ(killed[1].place.first, 9u);
}

}  // namespace
}  // namespace weir::verify
