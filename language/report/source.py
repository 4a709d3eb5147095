"""The words that are kept as a fact's source: its clauses, and what was said between and right behind them of it."""

from collections.abc import Sequence

from language.late import late

LONGEST_GAP = 24
"""More than this between two clauses is a matter of its own."""

_ENDS = late(r"[。；;！!？?\n]")
_BY_YEAR = r"[\u4e00-\u9fffA-Za-z]{0,10}[〔\[（(]\d{4}[〕\]）)]第?\d+号"
_NUMBER = late(
    rf"[，,、；;（(\s]{{0,2}}(?:{_BY_YEAR}"
    rf"|(?:批复|批|文件|发|许可|证书)?(?:文号|证号|编号)(?:是|为|：|:)?(?:{_BY_YEAR}|[A-Za-z0-9-]{{6,30}}))[）)]?"
)
"""The number of the paper that was granted: 文号滨环审〔2025〕27号."""


def source(text: str, own: Sequence[str], others: Sequence[str]) -> str:
    """The clauses of one fact as they stand in a text; what stands between them and tells nothing else stays."""
    kept, end = "", -1
    for words in own:
        start = text.find(words, max(end, 0))
        between = text[end:start] if 0 <= end <= start else ""
        tells_else = not between or len(between) > LONGEST_GAP or _ENDS.search(between) or _holds(between, others)
        kept += words if not kept else f"，{words}" if tells_else else f"{between}{words}"
        end = start + len(words) if start >= 0 else -1
    number = _NUMBER.match(text, end) if end >= 0 else None
    return f"{kept}{number[0].rstrip()}" if number else kept


def _holds(between: str, others: Sequence[str]) -> bool:
    """Whether what stands between is told of something else."""
    return any(words in between for words in others)
