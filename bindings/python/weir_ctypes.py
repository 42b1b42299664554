"""weir for Python, over the C API (include/weir/weir.h), with nothing but ctypes.

    import weir_ctypes
    with weir_ctypes.Engine() as engine:
        verdict = engine.scan("加 微 信 细聊")
        print(verdict["action"], verdict["hits"][0]["text"])

A verdict is the dictionary of its JSON (docs/verdict.md). Spans count bytes of the UTF-8 text; span_cp counts code points, which
are Python's own positions: text[slice(*hit["span_cp"])] == hit["text"].

Threads: one Engine may be used by one thread at a time (its scratch is inside); open one for each, or use reload() from another
thread, which is safe. Cost: about a microsecond for the scan, some tens more for the JSON; scan_many() is cheaper per text.

The library is looked for in $WEIR_LIBRARY, beside this file, then by the system.
"""
import ctypes
import json
import os
import pathlib

__all__ = ["Engine", "WeirError", "version"]

_OK = 0
SURFACES = {"comment": 0, "script": 1, "nickname": 2, "title": 3}


class _Error(ctypes.Structure):
    _fields_ = [("code", ctypes.c_int32), ("line", ctypes.c_int32), ("column", ctypes.c_int32),
                ("file", ctypes.c_char * 256), ("message", ctypes.c_char * 512)]


class _Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_size_t)]


class _Bytes(ctypes.Structure):  # as weir_text, but for reading: c_char_p would stop at a NUL
    _fields_ = [("data", ctypes.c_void_p), ("size", ctypes.c_size_t)]

    def value(self):
        return ctypes.string_at(self.data, self.size) if self.size else b""


class _Options(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("no_default_pack", ctypes.c_int32), ("textbook_matcher", ctypes.c_int32),
                ("packs", ctypes.POINTER(ctypes.c_char_p)), ("pack_count", ctypes.c_size_t),
                ("terms", ctypes.POINTER(ctypes.c_char_p)), ("term_count", ctypes.c_size_t),
                ("allows", ctypes.POINTER(ctypes.c_char_p)), ("allow_count", ctypes.c_size_t),
                ("variants", ctypes.POINTER(ctypes.c_char_p)), ("variant_count", ctypes.c_size_t)]


class _ScanOptions(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("surface", ctypes.c_int32), ("longest", ctypes.c_int32)]


class WeirError(Exception):
    """What failed, and where: code (a WEIR_E_… number), message, file, line, column (0 and "" where there is no place)."""

    def __init__(self, error):
        self.code, self.line, self.column = error.code, error.line, error.column
        self.file, self.message = error.file.decode("utf-8", "replace"), error.message.decode("utf-8", "replace")
        place = f"{self.file}:{self.line}:{self.column}: " if self.file else ""
        super().__init__(place + self.message)


def _load():
    beside = pathlib.Path(__file__).resolve().parent / "libweir.so"
    path = os.environ.get("WEIR_LIBRARY") or (str(beside) if beside.exists() else "libweir.so.0")
    library = ctypes.CDLL(path)
    pointer, size, number = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int32
    error, scan_options, text = ctypes.POINTER(_Error), ctypes.POINTER(_ScanOptions), ctypes.POINTER(_Bytes)
    signatures = {
        "weir_version": (ctypes.c_char_p, []),
        "weir_abi_version": (number, []),
        "weir_open": (number, [ctypes.POINTER(_Options), ctypes.POINTER(pointer), error]),
        "weir_free": (None, [pointer]),
        "weir_reload": (number, [pointer, ctypes.POINTER(ctypes.c_char_p), size, number, error]),
        "weir_scratch_new": (pointer, []),
        "weir_scratch_free": (None, [pointer]),
        "weir_result_new": (pointer, []),
        "weir_result_free": (None, [pointer]),
        "weir_scan_batch": (number, [pointer, pointer, scan_options, ctypes.POINTER(_Text), size, pointer, error]),
        "weir_result_json": (number, [pointer, size, ctypes.c_char_p, size, text, error]),
        "weir_mask": (number, [pointer, pointer, scan_options, ctypes.c_char_p, size, ctypes.c_char, pointer, text, error]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


_lib = _load()


def version():
    return _lib.weir_version().decode()


def _check(code, error):
    if code != _OK:
        raise WeirError(error)


def _encode(text):
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)


def _strings(values, encode=_encode):
    encoded = [encode(value) for value in values]
    return (ctypes.c_char_p * len(encoded))(*encoded), len(encoded)


def _scan_options(surface, longest):
    if surface not in SURFACES:
        raise ValueError(f"surface is one of {', '.join(SURFACES)}, not {surface!r}")
    return ctypes.byref(_ScanOptions(ctypes.sizeof(_ScanOptions), SURFACES[surface], int(longest)))


class Engine:
    """Dictionaries in, verdicts out. packs: paths (folders, .tsv files or bundles), later ones overlay earlier ones;
    variants: disguises that `terms` are looked for in, for example ("sound", "pinyin")."""

    def __init__(self, packs=(), default=True, terms=(), allow=(), variants=()):
        self._engine, self._scratch, self._result = ctypes.c_void_p(), None, None
        options = _Options(size=ctypes.sizeof(_Options), no_default_pack=int(not default))
        options.packs, options.pack_count = _strings(packs, os.fsencode)
        options.terms, options.term_count = _strings(terms)
        options.allows, options.allow_count = _strings(allow)
        options.variants, options.variant_count = _strings(variants)
        error = _Error()
        _check(_lib.weir_open(ctypes.byref(options), ctypes.byref(self._engine), ctypes.byref(error)), error)
        self._scratch, self._result = _lib.weir_scratch_new(), _lib.weir_result_new()
        if not self._scratch or not self._result:
            raise MemoryError("weir: no memory for a scratch")

    def close(self):
        """Frees the engine; using it afterwards is an error. Closing twice is fine."""
        if self._engine:
            _lib.weir_result_free(self._result)
            _lib.weir_scratch_free(self._scratch)
            _lib.weir_free(self._engine)
        self._engine, self._scratch, self._result = None, None, None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __del__(self):
        if getattr(self, "_engine", None):
            self.close()

    def _open(self):
        if not self._engine:
            raise ValueError("the engine is closed")

    def scan(self, text, surface="comment", longest=False):
        """The verdict on one text (str, or bytes as they came)."""
        return self.scan_many([text], surface, longest)[0]

    def scan_many(self, texts, surface="comment", longest=False):
        """The verdicts on many, in order; ids are 1, 2, …"""
        self._open()
        encoded = [_encode(text) for text in texts]
        array = (_Text * len(encoded))(*[_Text(data, len(data)) for data in encoded])
        error, options = _Error(), _scan_options(surface, longest)
        _check(_lib.weir_scan_batch(self._engine, self._scratch, options, array, len(encoded), self._result, ctypes.byref(error)), error)
        return [self._verdict(index) for index in range(len(encoded))]

    def _verdict(self, index):
        error, out = _Error(), _Bytes()
        _check(_lib.weir_result_json(self._result, index, None, 0, ctypes.byref(out), ctypes.byref(error)), error)
        return json.loads(out.value())

    def mask(self, text, surface="comment", mask="*"):
        """The text with every hit of a masked or held category replaced by `mask` (one ASCII character) per code point."""
        self._open()
        data, error, out = _encode(text), _Error(), _Bytes()
        _check(_lib.weir_mask(self._engine, self._scratch, _scan_options(surface, False), data, len(data), mask.encode("ascii"),
                              self._result, ctypes.byref(out), ctypes.byref(error)), error)
        return out.value().decode("utf-8", "replace")

    def reload(self, packs=(), default=True):
        """Replaces the packs, or raises and leaves all as it was."""
        self._open()
        error, (paths, count) = _Error(), _strings(packs, os.fsencode)
        _check(_lib.weir_reload(self._engine, paths, count, int(not default), ctypes.byref(error)), error)
