#include "verify/sound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "case.h"

namespace weir::verify {
namespace {

// A term and a text, read through the sound alphabet as the engine does: every spelling wherever it stands.
struct SoundCase {
  struct Read {
    Outcome outcome;
    Place place;
    SoundReading reading;
    const Form* form;
  };

  std::vector<Form> forms;
  text::AtomMap map;
  std::string text;
  std::vector<Read> reads;

  SoundCase(const std::string& term_text, const std::string& variants, const std::string& the_text, bool gap = true)
      : text(the_text) {
    dictionary::Term term;
    term.text = term_text;
    term.gap = gap;
    term.meant = true;  // as a term of the options: also 绿绿, one symbol
    for (const std::string& name : tests::List(variants))
      EXPECT_TRUE(dictionary::ParseVariant(name, &term.variants)) << name;
    const bool shapes = (term.variants & dictionary::kShape) != 0;
    map.Build(text);
    map.BuildSounds(shapes);
    std::vector<uint16_t> hay(text::MaxSymbols(text.size()));
    hay.resize(text::FoldSounds(text, shapes, hay.data()));
    const std::vector<dictionary::Spelling> spellings = dictionary::SpellAll(std::vector{term});
    forms.reserve(spellings.size());
    for (const dictionary::Spelling& spelling : spellings) {
      if (spelling.alphabet != dictionary::Alphabet::kSound) continue;
      forms.push_back(MakeForm(term, spelling));
      ReadAll(hay, spelling.symbols, forms.back(), shapes);
    }
  }

  void ReadAll(const std::vector<uint16_t>& hay, const std::vector<uint16_t>& needle, const Form& form, bool shapes) {
    for (auto at = hay.begin(); (at = std::search(at, hay.end(), needle.begin(), needle.end())) != hay.end(); ++at) {
      Read read{.form = &form};
      read.outcome = AlignSound(map, static_cast<uint32_t>(at - hay.begin()), form, shapes, &read.place, &read.reading);
      reads.push_back(read);
    }
  }

  // The first accepted reading, else the first of all; null where no spelling stands.
  const Read* Best() const {
    const auto hit =
        std::find_if(reads.begin(), reads.end(), [](const Read& read) { return read.outcome == Outcome::kAccepted; });
    if (hit != reads.end()) return &*hit;
    return reads.empty() ? nullptr : &reads.front();
  }

  std::string Under(const Place& place) const {
    const text::Atom &first = map.atoms()[place.first], &last = map.atoms()[place.last];
    return text.substr(first.begin, last.end - first.begin);
  }
};

std::string ViaLetters(uint16_t via) {
  std::string out;
  if (via & kHomophone) out += 'h';
  if (via & kPinyin) out += 'p';
  if (via & kEmoji) out += 'e';
  if (via & kLookalike) out += 'l';
  return out;
}

TEST(AlignSound, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/sound.tsv", {"term", "variants", "text", "expect",
                                                                           "under", "via", "near", "priced", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    const SoundCase c(row["term"], row["variants"], row["text"]);
    const SoundCase::Read* best = c.Best();
    EXPECT_EQ(best == nullptr ? "none" : OutcomeName(best->outcome), row["expect"]);
    if (best == nullptr || best->outcome != Outcome::kAccepted) {
      EXPECT_EQ(row["under"] + row["via"] + row["near"] + row["priced"], "----");
      continue;
    }
    EXPECT_EQ(c.Under(best->place), row["under"]);
    EXPECT_EQ(ViaLetters(best->reading.via), row["via"]);
    EXPECT_EQ(std::to_string(best->reading.near), row["near"]);
    EXPECT_EQ(best->reading.priced ? "yes" : "no", row["priced"]);
  }
}

TEST(CheckSoundGaps, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/verify/sound_gap.tsv", {"term", "text", "gap", "expect", "any", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    const SoundCase c(row["term"], "sound,pinyin", row["text"], row["gap"] == "yes");
    const SoundCase::Read* best = c.Best();
    bool any = false;
    std::string outcome = "none";
    if (best != nullptr && best->outcome == Outcome::kAccepted)
      outcome = OutcomeName(CheckSoundGaps(c.map, best->reading, *best->form, &any));
    EXPECT_EQ(outcome, row["expect"]);
    EXPECT_EQ(any ? "yes" : "no", row["any"]);
  }
}

// Any term on any text: what is accepted lies in the text, over as many units as the term has at least, and wears a disguise it may.
TEST(AlignSound, Random) {
  const std::vector<std::string> parts = {"傻", "煞", "逼", "笔", "sha", "bi", "s", "h",      "a", "👅", "8",
                                          "马", "玛", "行", " ",  "-",   "。", "k", "\u200B", "ﬁ", "か"};
  const std::vector<std::string> variants = {"sound", "pinyin", "emoji", "sound,pinyin,emoji", "sound,pinyin,shape"};
  int accepted = 0;
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string term, text;
    for (size_t i = 0, n = 2 + random() % 3; i < n; ++i) term += std::vector{"傻", "逼", "马", "行"}[random() % 4];
    for (size_t i = 0, n = random() % 16; i < n; ++i) text += parts[random() % parts.size()];
    const std::string& opted = variants[random() % variants.size()];
    const SoundCase c(term, opted, text);
    for (const SoundCase::Read& read : c.reads) {
      if (read.outcome != Outcome::kAccepted) continue;
      ++accepted;
      const std::string what = "seed " + std::to_string(seed) + ": " + term + " in " + text;
      ASSERT_LT(read.place.last, c.map.atoms().size()) << what;
      ASSERT_LE(read.place.first, read.place.last) << what;
      ASSERT_GE(read.reading.last_unit - read.reading.first_unit + 1, read.form->units.size()) << what;
      ASSERT_LE(read.reading.near, read.form->units.size()) << what;
      ASSERT_NE(read.reading.via, 0) << what;
      ASSERT_TRUE(opted.find("pinyin") != std::string::npos || !(read.reading.via & kPinyin)) << what;
      ASSERT_TRUE(opted.find("sound") != std::string::npos || !(read.reading.via & kHomophone)) << what;
      ASSERT_TRUE(opted.find("emoji") != std::string::npos || !(read.reading.via & kEmoji)) << what;
      ASSERT_TRUE(opted.find("shape") != std::string::npos || !(read.reading.via & kLookalike)) << what;
    }
  }
  EXPECT_GT(accepted, 200) << "the test is nearly empty";
}

}  // namespace
}  // namespace weir::verify
