#include "verify/chance.h"

#include <gtest/gtest.h>

#include "dictionary/spelling.h"
#include "match/gram_index.h"
#include "tests/table.h"
#include "text/fold.h"

namespace weir::verify {
namespace {

// A pack of one term.
struct One {
  std::vector<dictionary::Term> terms;
  std::vector<dictionary::Spelling> spellings;
  std::vector<match::Pattern> patterns;
  std::vector<Form> forms;
  match::GramIndex index;

  One(const std::string& text, bool meant, const std::string& variants) : terms(1) {
    terms[0].text = text;
    terms[0].meant = meant;
    for (const std::string& name : tests::List(variants))
      EXPECT_TRUE(dictionary::ParseVariant(name, &terms[0].variants));
    spellings = dictionary::SpellAll(terms);
    std::erase_if(spellings, [](const auto& one) { return one.alphabet != dictionary::Alphabet::kSound; });
    patterns = match::BuildPatterns(spellings);
    for (const auto& one : spellings) forms.push_back(MakeForm(terms[0], one));
    index = match::GramIndex(patterns, 0, [](uint16_t) { return 1.0f; });
  }
  Terms ForVerify() const { return {terms, patterns, spellings, forms, {}}; }
};

// "yes" or "no": may any match of the term in the text stand? "-": there is none.
std::string Ask(const One& one, const std::string& text) {
  std::vector<uint16_t> plain(text::MaxSymbols(text.size())), sounds(plain.size());
  const text::Folded folded = text::Fold(text, plain.data(), sounds.data());
  std::vector<match::RawMatch> raw;
  one.index.Scan({sounds.data(), folded.sounds}, SIZE_MAX, &raw);
  if (raw.empty()) return "-";
  Chance chance;
  if (!chance.Build(text, folded.bits, folded.sounds, false)) return "yes";
  for (const match::RawMatch& match : raw) {
    const size_t size = one.patterns[match.pattern].symbols.size();
    const auto symbol = static_cast<uint32_t>(match.end - size);
    if (chance.MayStand({match.pattern, symbol, Stream::kSound}, one.ForVerify())) return "yes";
  }
  return "no";
}

TEST(Chance, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/verify/chance.tsv", {"term", "meant", "variants", "text", "may", "note"})) {
    EXPECT_EQ(Ask(One(row["term"], row["meant"] == "yes", row["variants"]), row["text"]), row["may"])
        << row.place << ": " << row["note"];
  }
}

TEST(Chance, CountsSyllables) {
  const std::string text = "试试行";
  std::vector<uint16_t> plain(text::MaxSymbols(text.size())), sounds(plain.size());
  const text::Folded folded = text::Fold(text, plain.data(), sounds.data());
  ASSERT_EQ(folded.sounds, 2u);
  Chance chance;
  ASSERT_TRUE(chance.Build(text, folded.bits, folded.sounds, false));
  EXPECT_TRUE(chance.HasUnits(0, 2, 3));
  EXPECT_FALSE(chance.HasUnits(0, 2, 4));
  EXPECT_FALSE(chance.HasUnits(1, 1, 2));
}

}  // namespace
}  // namespace weir::verify
