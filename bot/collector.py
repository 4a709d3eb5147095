"""The garbage collector at a start: what is loaded then stays for good, and need not be walked again and again."""

import gc


def rest() -> None:
    """Before anything is loaded: nothing of it is garbage, and looking for some takes a fifth of a start."""
    gc.disable()


def settle() -> None:
    """Once everything is loaded: a million objects are never walked again, which would hold up everybody each time."""
    gc.collect()
    gc.freeze()
    gc.enable()
