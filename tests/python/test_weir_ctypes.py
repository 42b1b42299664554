"""The ctypes module against the shipped dictionaries: verdicts, spans, bytes, errors with places, reload, masks, closing.

Run by `./dev test --full` in build/venv, or with WEIR_LIBRARY and PYTHONPATH set by hand.
"""
import os
import tempfile
import unittest

import weir_ctypes

HEAD = "term\tweight\tvariants\tflags\tsource\tnote\n"


class Ctypes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = weir_ctypes.Engine()

    def test_two_axes(self):
        advert, question = self.engine.scan_many(["加微信细聊", "请问社保卡在哪个窗口办"])
        self.assertIn(advert["action"], ("review", "block"))
        self.assertEqual((question["action"], question["attention"]["level"]), ("allow", "answer"))
        self.assertEqual([advert["id"], question["id"]], ["1", "2"])

    def test_spans_slice_to_the_text(self):
        text = "🐴 主播好，加 微 信 细聊"
        hits = self.engine.scan(text)["hits"]
        self.assertTrue(hits)
        for hit in hits:
            self.assertEqual(text[slice(*hit["span_cp"])], hit["text"])
            self.assertEqual(text.encode()[slice(*hit["span"])].decode(), hit["text"])

    def test_any_bytes_are_a_comment(self):
        self.assertIn("invalid_utf8", self.engine.scan(b"\xff\xfe ok")["flags"])
        self.assertEqual(self.engine.scan("\ud800")["flags"], ["invalid_utf8"])
        self.assertEqual(self.engine.scan("a\0b")["action"], "allow")
        self.assertEqual(self.engine.scan("")["risk"], 0)
        self.assertEqual(self.engine.scan_many([]), [])

    def test_own_terms_and_allow(self):
        with weir_ctypes.Engine(default=False, terms=["蓝猫"], allow=["蓝猫咖啡"]) as engine:
            self.assertEqual([hit["term"] for hit in engine.scan("那只蓝猫")["hits"]], ["蓝猫"])
            self.assertEqual(engine.scan("蓝猫咖啡好喝")["hits"], [])
            self.assertEqual(engine.mask("那只蓝猫!"), "那只**!")

    def test_errors_name_the_place_and_reload_keeps_the_old(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "abuse.tsv")
            with open(path, "w", encoding="utf-8") as file:
                file.write(HEAD + "蓝猫\tmuch\t-\t-\town\tx\n")
            with self.assertRaises(weir_ctypes.WeirError) as caught:
                weir_ctypes.Engine(packs=[path])
            self.assertEqual((caught.exception.line, caught.exception.column), (2, 4))
            self.assertTrue(caught.exception.file.endswith("abuse.tsv"))
            with weir_ctypes.Engine(default=False, terms=["蓝猫"]) as engine:
                with self.assertRaises(weir_ctypes.WeirError):
                    engine.reload([path])
                self.assertEqual(len(engine.scan("蓝猫")["hits"]), 1)
        with self.assertRaises(weir_ctypes.WeirError):
            weir_ctypes.Engine(packs=["/nonexistent/pack"])

    def test_wrong_use(self):
        with self.assertRaises(ValueError):
            self.engine.scan("x", surface="screen")
        engine = weir_ctypes.Engine(default=False)
        engine.close()
        engine.close()
        with self.assertRaises(ValueError):
            engine.scan("x")


if __name__ == "__main__":
    unittest.main()
