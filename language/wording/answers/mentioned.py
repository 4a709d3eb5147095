"""What was said of a project beside its plan, in words."""

MOST_WORDS = 80


def last_said(word: str, unit: str, day: str, words: str) -> str:
    """Where a word was last said, as it was said."""
    short = words.strip().replace("\n", " ")
    cut = f"{short[:MOST_WORDS]}{'…' if len(short) > MOST_WORDS else ''}"
    return f"最近一次提到“{word}”：{unit or '办公室'}{day}报“{cut}”。"
