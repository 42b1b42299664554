"""Says what to do with each argument:   build/venv/bin/python examples/python/scan.py "加 微 信 细聊" "请问社保卡在哪办" """
import sys

import weir_ctypes

# [readme]
with weir_ctypes.Engine() as engine:  # the embedded dictionaries; no file needed
    for text, verdict in zip(sys.argv[1:], engine.scan_many(sys.argv[1:])):
        print(verdict["action"], " risk", verdict["risk"], "", text)
        for hit in verdict["hits"]:
            print(" ", hit["term"], hit["span"], hit["source"], *hit["via"])
# [/readme]
