#include "score/composite.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/table.h"

namespace weir::score {
namespace {

std::vector<uint32_t> Parts(const std::string& cell) {
  std::vector<uint32_t> parts;
  for (const std::string& name : tests::List(cell, '|')) parts.push_back(static_cast<uint32_t>(name[0] - 'A'));
  return parts;
}

std::vector<PartPlace> Places(const std::string& cell) {
  std::vector<PartPlace> places;
  for (const std::string& one : tests::List(cell, ' ')) {
    PartPlace place;
    place.part = static_cast<uint32_t>(one[0] - 'A');
    place.begin = static_cast<uint32_t>(std::stoi(one.substr(2)));
    place.end = static_cast<uint32_t>(std::stoi(one.substr(one.find('-') + 1)));
    place.first = place.begin;
    place.last = place.end - 1;
    places.push_back(place);
  }
  return places;
}

std::string Find(const CompositeForm& form, const std::vector<PartPlace>& places) {
  const Composites composites({form}, 26);
  Composites::Buffers buffers;
  std::vector<CompositeFind> finds;
  composites.Find(places, &buffers, &finds);
  std::string out;
  for (const CompositeFind& find : finds) {
    EXPECT_EQ(find.first, find.begin);
    EXPECT_EQ(find.last + 1, find.end);
    out += std::to_string(find.begin) + "-" + std::to_string(find.end);
    if (find.outcome == CompositeFind::kForbidden) out += " forbidden";
    if (find.outcome == CompositeFind::kTooFar) out += " far";
  }
  return out.empty() ? "-" : out;
}

TEST(Composites, TheTable) {
  for (const tests::Row& row : tests::ReadTable("tests/score/composite.tsv",
                                                {"all", "none", "within", "ordered", "places", "expect", "note"})) {
    CompositeForm form;
    for (const std::string& group : tests::List(row["all"], '+')) form.all.push_back(Parts(group));
    form.none = Parts(row["none"] == "-" ? "" : row["none"]);
    form.within = static_cast<uint32_t>(std::stoi(row["within"]));
    form.ordered = row["ordered"] == "yes";
    EXPECT_EQ(Find(form, Places(row["places"])), row["expect"]) << row.place << ": " << row["note"];
  }
}

// Every choice of places, one a group: the shortest stretch, then the leftmost.
std::string Brute(const CompositeForm& form, const std::vector<PartPlace>& places) {
  std::string best = "-";
  uint32_t length = UINT32_MAX, begin_of_best = 0;
  std::vector<size_t> chosen(form.all.size(), 0);
  for (;;) {
    bool good = true;
    uint32_t begin = UINT32_MAX, end = 0, before = 0;
    for (size_t g = 0; g < form.all.size() && good; ++g) {
      const PartPlace& place = places[chosen[g]];
      good = std::find(form.all[g].begin(), form.all[g].end(), place.part) != form.all[g].end() &&
             (!form.ordered || place.begin >= before);
      before = place.end;
      begin = std::min(begin, place.begin);
      end = std::max(end, place.end);
    }
    if (good && (end - begin < length || (end - begin == length && begin < begin_of_best))) {
      length = end - begin;
      begin_of_best = begin;
      best = std::to_string(begin) + "-" + std::to_string(end);
    }
    size_t g = 0;
    while (g < chosen.size() && ++chosen[g] == places.size()) chosen[g++] = 0;
    if (g == chosen.size()) break;
  }
  return best == "-" || form.within == 0 || length <= form.within ? best : best + " far";
}

TEST(Composites, AgreeWithTryingEveryChoice) {
  size_t found = 0;
  for (uint32_t seed = 0; seed < 4000; ++seed) {
    std::mt19937 random(seed);
    CompositeForm form;
    uint32_t part = 0;
    for (uint32_t groups = 2 + random() % 2; groups > 0; --groups) {
      form.all.push_back({part++});
      if (random() % 2 == 0) form.all.back().push_back(part++);
    }
    form.ordered = random() % 2 == 0;
    form.within = random() % 3 == 0 ? 8 : 0;
    std::vector<PartPlace> places;
    for (uint32_t n = 1 + random() % 9; n > 0; --n) {
      PartPlace place;
      place.part = random() % (part + 1);
      place.begin = random() % 24;
      place.end = place.begin + 1 + random() % 4;
      place.first = place.begin;
      place.last = place.end - 1;
      places.push_back(place);
    }
    const std::string expected = Brute(form, places);
    ASSERT_EQ(Find(form, places), expected) << "seed " << seed;
    found += expected != "-";
  }
  EXPECT_GT(found, 1000u);
}

TEST(Composites, ViaIsThatOfItsParts) {
  CompositeForm form;
  form.all = {{0}, {1}};
  const Composites composites({form}, 3);
  Composites::Buffers buffers;
  std::vector<CompositeFind> finds;
  std::vector<PartPlace> places = Places("A:0-2 B:3-5 C:6-8");
  places[0].via = 1;
  places[1].via = 4;
  places[2].via = 8;
  composites.Find(places, &buffers, &finds);
  ASSERT_EQ(finds.size(), 1u);
  EXPECT_EQ(finds[0].via, 5);
}

}  // namespace
}  // namespace weir::score
