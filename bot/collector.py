"""The garbage collector at a start: what is loaded then stays for good, and need not be walked again and again."""

import ctypes
import gc
import sys

YOUNG = 10_000
"""How many objects more than went away are made before the collector looks at the young ones: reading a message makes
some thousand, nearly all of which go by themselves."""


def rest() -> None:
    """Before anything is loaded: nothing of it is garbage, and looking for some takes a fifth of a start."""
    gc.disable()


def settle() -> None:
    """Once everything is loaded: a million objects are never walked again, which would hold up everybody each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()
    _give_back()


def _give_back() -> None:
    """What loading has left free goes back to the system, where its C library can be told so."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)
