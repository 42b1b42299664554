// The word-border guard: its rules by a table, its figures on two sets that were made before it (border_pairs.tsv, border_real.tsv).
#include "verify/border.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>

#include "case.h"
#include "text/words.h"

namespace weir::verify {
namespace {

Form Guarded(const std::string& term) {
  Form form = MakeForm(term, true, true);
  form.guarded = CanBeCut(form);
  return form;
}

std::string FirstOutcome(const std::string& term, const std::string& text) {
  const Case item(term, text);
  const std::vector<Place> places = item.Places();
  EXPECT_FALSE(places.empty()) << term << " is not in " << text;
  return places.empty() ? "" : OutcomeName(CheckBorder(item.map, places.front(), Guarded(term)));
}

TEST(Border, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/border.tsv", {"term", "text", "outcome", "note"})) {
    EXPECT_EQ(FirstOutcome(row["term"], row["text"]), row["outcome"]) << row.place << ": " << row["note"];
  }
}

TEST(Border, WhatCanBeCut) {
  for (const char* term : {"口交", "大麻", "老不死", "一夜情况", "k粉", "吸k"})
    EXPECT_TRUE(CanBeCut(MakeForm(term, true, true))) << term;
  // Letters, one character, five, characters no word ends or begins with.
  for (const char* term : {"av", "口", "五个字的词", "が交", "a粉b", "𠀀𠀁"}) {
    EXPECT_FALSE(CanBeCut(MakeForm(term, true, true))) << term;
  }
}

TEST(Border, OnlyGuardedFormsAreAsked) {
  const Case item("口交", "路口交通");
  EXPECT_EQ(CheckBorder(item.map, item.Places().front(), item.form), Outcome::kAccepted);
  EXPECT_EQ(CheckBorder(item.map, item.Places().front(), Guarded("口交")), Outcome::kWordBorder);
  EXPECT_EQ(CheckBorder(item.map, item.Places().front(), Guarded("口交"), 1000), Outcome::kAccepted);
}

std::string Utf8(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) text::AppendUtf8(c, &out);
  return out;
}

TEST(Border, ReadsBothWays) {
  const Case item("口交", "前面路口交通堵死了");
  const BorderReading reading = ReadBorder(item.map, item.Places().front());
  ASSERT_TRUE(reading.cut_possible);
  EXPECT_EQ(Utf8(reading.cut), "前面|路口|交通|堵死|了");
  EXPECT_EQ(Utf8(reading.keep), "前面|路|口交|通|堵死|了");
  EXPECT_GT(reading.margin, kCarefulBorderMargin);
  EXPECT_FALSE(ReadBorder(Case("口交", "看口交").map, Case("口交", "看口交").Places().front()).cut_possible);
}

// The answer depends on four characters to each side and on nothing else.
TEST(Border, FarCharactersChangeNothing) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/border_pairs.tsv", {"label", "term", "text"})) {
    const std::string term = row["term"], text = row["text"];
    const std::string alone = FirstOutcome(term, text);
    EXPECT_EQ(FirstOutcome(term, "。" + text + "！"), alone) << row.place;
    EXPECT_EQ(FirstOutcome(term, "你好，" + text + " 谢谢"), alone) << row.place;
  }
}

struct Tally {
  int cut = 0, dropped = 0, meant = 0, lost = 0;
  void Add(bool is_cut, bool dies) {
    ++(is_cut ? cut : meant);
    (is_cut ? dropped : lost) += dies;
  }
  double Dropped() const { return 100.0 * dropped / std::max(cut, 1); }
  double Lost() const { return 100.0 * lost / std::max(meant, 1); }
  void Print(const char* name) const {
    printf("%s: %d of %d cut hits dropped (%.1f %%), %d of %d meant hits lost (%.2f %%)\n", name, dropped, cut,
           Dropped(), lost, meant, Lost());
  }
};

// Half of these are contrived to be hard, the meant ones too; the floor of 0.3 % lost is real text's.
TEST(Border, HardPairs) {
  Tally tally, careful;
  std::string lost;
  for (const tests::Row& row : tests::ReadTable("tests/verify/border_pairs.tsv", {"label", "term", "text"})) {
    const std::string term = row["term"], label = row["label"];
    ASSERT_TRUE(label == "cut" || label == "meant") << row.place;
    const Case item(term, row["text"]);
    ASSERT_EQ(item.Places().size(), 1u) << row.place;
    const Place place = item.Places().front();
    const bool dies = CheckBorder(item.map, place, Guarded(term)) == Outcome::kWordBorder;
    tally.Add(label == "cut", dies);
    careful.Add(label == "cut",
                CheckBorder(item.map, place, Guarded(term), kCarefulBorderMargin) == Outcome::kWordBorder);
    if (label == "meant" && dies) lost += " " + row["text"];
  }
  tally.Print("hard pairs");
  careful.Print("hard pairs, careful margin");
  EXPECT_GE(tally.cut, 200);
  EXPECT_GE(tally.meant, 200);
  EXPECT_GE(tally.Dropped(), 85.0);
  EXPECT_LE(tally.Lost(), 2.0) << lost;
}

std::string SharedData() {
  const char* const shared = std::getenv("WEIR_SHARED");
  const std::string folder = shared != nullptr && *shared != '\0' ? shared : tests::SourcePath("../shared");
  return folder + "/data/";
}

// id → text of one set.
std::map<std::string, std::string> ReadSet(const std::string& path) {
  std::map<std::string, std::string> texts;
  const gzFile file = gzopen(path.c_str(), "rb");
  EXPECT_NE(file, nullptr) << path;
  if (file == nullptr) return texts;
  std::string content;
  char buffer[1 << 16];
  for (int got; (got = gzread(file, buffer, sizeof buffer)) > 0;) content.append(buffer, static_cast<size_t>(got));
  gzclose(file);
  for (const std::string& line : tests::Split(content, '\n')) {
    const std::vector<std::string> cells = tests::Split(line, '\t');
    if (cells.size() == 4) texts[tests::Unescape(cells[0])] = cells[1];  // unescaped when it is asked for
  }
  return texts;
}

TEST(Border, RealText) {
  const std::string folder = SharedData();
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no shared data at " << folder;
  Tally tally, careful, others, careful_others;
  std::string set;
  std::map<std::string, std::string> texts;
  int missing = 0;
  for (const tests::Row& row :
       tests::ReadTable("tests/verify/border_real.tsv", {"set", "id", "begin", "end", "term", "label"})) {
    if (row["set"] != set) {
      set = row["set"];
      texts = std::filesystem::exists(folder + set + ".tsv.gz") ? ReadSet(folder + set + ".tsv.gz")
                                                                : std::map<std::string, std::string>();
      if (texts.empty()) printf("skipped: no set %s\n", set.c_str());
    }
    if (texts.empty()) continue;
    const auto found = texts.find(row["id"]);
    if (found == texts.end()) {
      ++missing;
      continue;
    }
    const std::string term = row["term"], label = row["label"], begin = row["begin"];
    const Case item(term, tests::Unescape(found->second));
    const std::vector<Place> places = item.Places();
    const auto place = std::find_if(places.begin(), places.end(), [&](const Place& p) {
      return item.map.atoms()[p.first].cp == static_cast<uint32_t>(std::stoul(begin));
    });
    if (place == places.end()) {  // a stretch or a doubled character: another hit than the row's
      ++missing;
      continue;
    }
    const bool dies = CheckBorder(item.map, *place, Guarded(term)) == Outcome::kWordBorder;
    tally.Add(label == "cut", dies);
    const bool dies_carefully =
        CheckBorder(item.map, *place, Guarded(term), kCarefulBorderMargin) == Outcome::kWordBorder;
    careful.Add(label == "cut", dies_carefully);
    if (term == "小姐") continue;
    others.Add(label == "cut", dies);
    careful_others.Add(label == "cut", dies_carefully);
  }
  tally.Print("real text");
  others.Print("real text without 小姐");
  careful.Print("real text, careful margin");
  careful_others.Print("real text without 小姐, careful margin");
  printf("%d rows not found again\n", missing);
  EXPECT_GE(tally.cut, 250);
  EXPECT_GE(tally.meant, 3000);
  EXPECT_LT(missing, tally.meant / 20);
  EXPECT_GE(tally.Dropped(), 90.0);
  EXPECT_GE(others.Dropped(), 90.0);
  EXPECT_LE(tally.Lost(), 0.3);
}

}  // namespace
}  // namespace weir::verify
