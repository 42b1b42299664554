#include "verify/verify.h"

#include <gtest/gtest.h>

#include "case.h"
#include "weir/verdict.h"

namespace weir::verify {
namespace {

std::string ViaOf(uint16_t via) {
  std::vector<std::string_view> names;
  if (via != kExact) AppendViaNames(via, &names);
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ",") + std::string(name);
  return out;
}

std::string Hits(const std::vector<std::string>& texts, const std::string& text) {
  std::vector<dictionary::Term> terms(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) terms[i].text = texts[i];
  const Prepared prepared(terms);
  text::AtomMap map;
  map.Build(text);
  Buffers buffers;
  Verify(&map, prepared.MatchesIn(text), prepared.View(), &buffers, nullptr);
  std::string out;
  for (const Candidate& hit : buffers.hits) {
    const auto& atoms = map.atoms();
    out += (out.empty() ? "" : " ") + terms[hit.term].text + "@" + std::to_string(atoms[hit.place.first].cp) + "-" +
           std::to_string(atoms[hit.place.last].cp + 1) + "(" + ViaOf(hit.via) + ")";
  }
  return out.empty() ? "-" : out;
}

TEST(Verify, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/verify.tsv", {"terms", "text", "hits", "note"})) {
    EXPECT_EQ(Hits(tests::List(row["terms"]), row["text"]), row["hits"]) << row.place << ": " << row["note"];
  }
}

std::string Longest(std::vector<std::pair<uint32_t, uint32_t>> places) {
  std::vector<Candidate> hits;
  for (const auto& [first, last] : places) hits.push_back({0, {0, first, last, false}, 0});
  KeepLeftmostLongest(&hits);
  std::string out;
  for (const Candidate& hit : hits) out += std::to_string(hit.place.first) + "-" + std::to_string(hit.place.last) + " ";
  return out;
}

TEST(KeepLeftmostLongest, LeftFirstThenLong) {
  EXPECT_EQ(Longest({}), "");
  EXPECT_EQ(Longest({{0, 1}, {1, 5}}), "0-1 ");          // the left one, though shorter
  EXPECT_EQ(Longest({{0, 1}, {0, 3}, {2, 3}}), "0-3 ");  // of those that begin together the longest
  EXPECT_EQ(Longest({{0, 1}, {1, 2}, {2, 3}}), "0-1 2-3 ");
  EXPECT_EQ(Longest({{4, 5}, {0, 1}}), "0-1 4-5 ");  // whatever the order before
}

}  // namespace
}  // namespace weir::verify
