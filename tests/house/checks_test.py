"""Each check of tools/check must find the fault it is for: small trees with one fault each, and one with none."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAYERS = "base\ntext\nmatch\nverify\ndocument\nreport\n"
HEADER = "#ifndef WEIR_{0}_H_\n#define WEIR_{0}_H_\n{1}\n#endif\n"
WORD = "TO" + "DO"  # in pieces, as in tools/check/words.py

# check, files of the tree, a part of the finding ("" for none)
TABLE = [
    ("layers", {"lib/verify/gap.cc": '#include "text/fold.h"\n#include <vector>\n#include "weir/a.h"\n', "include/weir/a.h": ""}, ""),
    ("layers", {"lib/text/fold.cc": '#include "verify/gap.h"\n'}, "lib/text/fold.cc:1: verify is not open"),
    ("layers", {"lib/text/fold.cc": '#include "fold.h"\n'}, "is in no layer"),
    ("layers", {"lib/text/fold.cc": "#include <hs/hs.h>\n"}, "may be included in lib/match"),
    ("layers", {"lib/match/m.cc": "#include <hs/hs.h>\n#include \"absl/strings/str_cat.h\"\n"}, ""),
    ("layers", {"lib/text/fold.cc": "#include <unicode/uchar.h>\n"}, "no folder of lib/"),
    ("layers", {"lib/report/json.cc": '#include "text/fold.h"\n'}, "text is not open"),
    ("layers", {"lib/report/json.cc": '#include "document/document.h"\n'}, ""),
    ("layers", {"lib/document/a.cc": '#include "report/finding.h"\n'}, "report is not open"),
    ("layers", {"lib/verify/a.cc": '#include "document/a.h"\n'}, "document is not open"),
    ("layers", {"lib/new/a.cc": ""}, "folder new is not in lib/LAYERS"),
    ("layers", {"lib/text/a.cc": '#include "weir/gone.h"\n'}, "no public header include/weir/gone.h"),
    ("layers", {"tools/weir/scan.cc": '#include "text/fold.h"\n'}, "public API only"),
    ("mirror", {"lib/text/a.cc": "", "tests/text/a_test.cc": ""}, ""),
    ("mirror", {"lib/text/a.cc": ""}, "has no tests/text/a_test.cc"),
    ("mirror", {"lib/text/a.cc": "", "tests/MIRROR_EXEMPT": "lib/text/a.cc\tcovered by b\n"}, ""),
    ("mirror", {"lib/text/a.cc": "", "tests/MIRROR_EXEMPT": "lib/text/a.cc\n"}, "a reason is missing"),
    ("mirror", {"lib/text/a.h": "", "tests/text/a_test.cc": ""}, ""),
    ("mirror", {"tests/text/b_test.cc": ""}, "mirrors no source"),
    ("mirror", {"tests/MIRROR_EXEMPT": "lib/text/gone.cc\told\n"}, "does not exist"),
    ("mirror", {"lib/text/a.cc": "", "tests/text/a_test.cc": "", "tests/MIRROR_EXEMPT": "lib/text/a.cc\told\n"}, "needs no exemption"),
    ("mirror", {"lib/text/a.cc": "", "tests/text/a_test.cc": "", "tests/text/CMakeLists.txt": "f(t SOURCES a_test.cc LINK b)\n"}, ""),
    ("mirror", {"lib/text/a.cc": "", "tests/text/a_test.cc": "", "tests/text/CMakeLists.txt": "f(t SOURCES aa_test.cc)\n"}, "never built"),
    ("words", {"docs/a.md": "all is well\n"}, ""),
    ("words", {"docs/a.md": f"one\n{WORD}: two\n"}, f"docs/a.md:2: \"{WORD}\""),
    ("words", {"docs/a.md": "see /ro" + "ot/x\n"}, "a path of one machine"),
    ("words", {"docs/a.md": "http://mirror.co" + "rp/x\n"}, "a private host"),
    ("words", {"lib/text/a.cc": b"// \xff\n"}, "not UTF-8"),
    ("public_headers", {"include/weir/a.h": HEADER.format("A", "#include <string>\nnamespace weir { std::string F(); }")}, ""),
    ("public_headers", {"include/weir/a.h": HEADER.format("A", "namespace weir { std::string F(); }")}, "does not compile alone"),
    ("public_headers", {"include/weir/a.h": HEADER.format("A", '#include "absl/status/status.h"')}, "only the standard library"),
    ("public_headers", {"include/weir/a.h": HEADER.format("B", "")}, "include guard is not WEIR_A_H_"),
    ("public_headers", {"include/weir/weir.h": HEADER.format("WEIR", "#include <stdint.h>\nint32_t weir_a(bool on);")}, "does not compile alone as c"),
    ("public_headers", {"include/weir/weir.h": HEADER.format("WEIR", "#include <cstdint>")}, "is read by C compilers"),
]


def run(check, tree):
    with tempfile.TemporaryDirectory() as folder:
        files = {"lib/LAYERS": LAYERS, **tree}
        for name, content in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        done = subprocess.run([sys.executable, str(ROOT / f"tools/check/{check}.py")], env={**os.environ, "WEIR_CHECK_ROOT": folder},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return done.returncode, done.stdout


class Checks(unittest.TestCase):
    def test_each_fault_is_found(self):
        for check, tree, finding in TABLE:
            with self.subTest(check=check, tree=sorted(tree), finding=finding):
                code, output = run(check, tree)
                self.assertEqual(code, 1 if finding else 0, output)
                self.assertIn(finding, output)


if __name__ == "__main__":
    unittest.main()
