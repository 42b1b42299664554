"""The accuracy report's parts: its sentences are ordinary, its disguises are what they say, its verdicts are no quotations."""
import os
import pathlib
import random
import sys
import types
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/accuracy"))
import command  # noqa: E402
import disguise  # noqa: E402
import judged  # noqa: E402
import recall  # noqa: E402
import terms  # noqa: E402

TABLES = types.SimpleNamespace(
    words={"微信": 1}, reading={"微": "wei", "信": "xin", "加": "jia"}, sounding={"wei": {"微": 5, "威": 3}, "xin": {"信": 4, "心": 2}},
    alike={"微": ["徽"]}, parts={"信": ["亻言"]}, emoji={"xin": ["💌"]}, traditional={"汉": ["漢"]})

# way, term, every disguise it may make (a few of many: `…`); none: nothing to change
DISGUISES = [
    (disguise.homophone_one, "微信", {"威信", "微心"}),
    (disguise.homophone_one, "加群", set()),
    (disguise.homophone_all, "微信", {"威心"}),
    (disguise.homophone_all, "加微", set()),
    (disguise.lookalike, "加微信", {"加徽信"}),
    (disguise.emoji, "加微信", {"加微💌"}),
    (disguise.split, "加微信", {"加微亻言"}),
    (disguise.one_syllable, "微信", {"wei信", "微xin"}),
    (disguise.full_pinyin, "微信", {"weixin", "wei xin"}),
    (disguise.full_pinyin, "加vx", set()),
    (disguise.initials, "微信", {"wx", "w信", "微x"}),
    (disguise.spaces, "vx", set()),
    (disguise.traditional, "汉子", {"漢子"}),
    (disguise.traditional, "子", set()),
    (disguise.full_width, "加vx", {"加ｖｘ"}),
    (disguise.full_width, "微信", set()),
    (disguise.shuffled, "加微信", {"微加信", "加信微"}),
    (disguise.shuffled, "微信", set()),
    (disguise.doubled, "微信", {"微微信", "微信信"}),
    (disguise.stretched, "微信", {"微微信信", "微微微信", "微微微微信", "微信信信", "微信信信信"}),
]

# term's text, cell, the file's own → disguises it opts into
VARIANTS = [
    ("微信", "-", {"sound"}, {"pinyin"}),
    ("微信", "split", {"sound"}, {"pinyin", "split"}),
    ("微", "-", {"sound"}, set()),
    ("加v信", "-", {"sound"}, set()),
    ("加微信", "-", {"sound"}, {"sound"}),
    ("加微信", "pinyin", {"sound"}, {"sound", "pinyin"}),
    ("加微信", "none", {"sound"}, set()),
    ("加微信", "none,split", {"sound"}, {"split"}),
]


class Disguises(unittest.TestCase):
    def test_table(self):
        for make, term, wanted in DISGUISES:
            made = [make(TABLES, random.Random(seed), list(term)) for seed in range(200)]
            self.assertEqual({"".join(cells) for cells in made if cells}, wanted, f"{make.__name__} {term}")

    def test_a_mixture_changes_a_character_once(self):
        tables = types.SimpleNamespace(**{**vars(TABLES), "alike": {"微": ["徽"], "威": ["葳"]}, "parts": {"信": ["亻言"], "心": ["忄"]}})
        made = [disguise.mixed(tables, random.Random(seed), list("加微信")) for seed in range(400)]
        for cells, ways in made:
            self.assertNotEqual("".join(cells), "加微信")
            self.assertFalse(set("葳忄") & set("".join(cells)), "a homophone was disguised again")
            self.assertGreaterEqual(len(ways), 2)
        self.assertIn({"emoji", "shape"}, [recall.needed(ways) for _, ways in made])

    def test_never_an_ordinary_word(self):
        term = terms.Term("威信", "ads", frozenset(), frozenset())
        tables = types.SimpleNamespace(**{**vars(TABLES), "reading": {"威": "wei"}})
        self.assertIsNone(recall.disguised(disguise.MIXABLE[0], term, tables, random.Random(1)))

    def test_what_a_term_opts_into(self):
        for text, cell, default, wanted in VARIANTS:
            self.assertEqual(terms.variants(text, cell, default, {"pinyin"}), wanted, f"{text} {cell}")


class Figures(unittest.TestCase):
    def test_wilson(self):
        for count, total, low, high in [(0, 0, 0, 0), (0, 100, 0, 0.0370), (50, 100, 0.4038, 0.5962), (100, 100, 0.9630, 1)]:
            for got, wanted in zip(command.wilson(count, total), (low, high)):
                self.assertAlmostEqual(got, wanted, 4, f"{count} of {total}")

    def test_the_sample_hardly_moves(self):
        held = [{"id": str(i), "action": "review"} for i in range(1000)]
        whole = {v["id"] for v in judged.sample(held)}
        fewer = {v["id"] for v in judged.sample(held[50:])}
        self.assertEqual(len(whole), judged.SIZE)
        self.assertGreater(len(whole & fewer), judged.SIZE * 0.9)

    def test_judgements_hold_no_text(self):
        for name, (_, why) in judged.judgements().items():
            self.assertRegex(name, r"^dy-\d+-\d+-\d+$")
            self.assertRegex(why, r"^[a-z][a-z' -]{2,30}$", name)


class Sentences(unittest.TestCase):
    def setUp(self):
        self.sentences = recall.carriers(ROOT / "tools/accuracy/carriers.txt")

    def test_each_has_one_place(self):
        self.assertGreaterEqual(len(self.sentences), 40)
        self.assertEqual(len(set(self.sentences)), len(self.sentences))
        for sentence in self.sentences:
            self.assertEqual(sentence.count("{}"), 1, sentence)

    def test_none_is_held_by_itself(self):
        weir = command.Weir(os.environ["WEIR_COMMAND"])
        for word in ("", "材料", "户口本"):
            texts = [sentence.replace("{}", word) for sentence in self.sentences]
            for text, verdict in zip(texts, weir.judge(texts), strict=True):
                self.assertFalse(verdict["hits"], text)


if __name__ == "__main__":
    unittest.main()
