"""A linter over every sentence that the bot can say: what an office bot must never say (E3–E6, N6)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDING = sorted((ROOT / "language" / "wording").rglob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NEVER = {
    "asks for a 收到": r"收到请回复|请回复收到|收到请回|收到回复",
    "calls everybody": r"@所有人|@全体",
    "presses": r"务必|严肃|限[^，。]{0,6}分钟内|不得延误|抓紧时间|立即上报|逾期后果|高度重视",
    "shouts": r"[!！]",
    "familiar": r"亲[，,！!]|哈喽|哦~|呢~",
    "ranks": r"倒数|排名|最差|最慢|最拖|末位|第一名|垫底|红榜|黑榜",
    "judges a unit": r"拖沓|拖延|不力|敷衍|懈怠|消极|拖后腿|落后单位|态度|不担当|推诿|表现",
    "emoji": r"[\U0001F300-\U0001FAFF☀-➿]",
}


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Every piece of text in a file that a person may read; docstrings are for developers."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {
        id(node.value)
        for parent in ast.walk(tree)
        if isinstance(body := getattr(parent, "body", None), list)
        for node in body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def faults(text: str) -> list[str]:
    """What is wrong with a text."""
    return [name for name, pattern in NEVER.items() if re.search(pattern, text)]


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_no_sentence_is_rude(path: Path) -> None:
    bad = [(line, text, faults(text)) for line, text in sentences(path) if CHINESE.search(text) and faults(text)]
    assert not bad


def test_all_sentences_are_in_one_place() -> None:
    """Actions, handlers and the timetable hold no sentence of their own, else this linter would miss it."""
    labels = re.compile(r"[\u4e00-\u9fff]{12,}|。")
    for room in ("actions", "handlers", "scheduler"):
        for path in (ROOT / room).rglob("*.py"):
            said = [text for _, text in sentences(path) if CHINESE.search(text) and labels.search(text)]
            assert not said, (path.name, said)


@pytest.mark.parametrize(
    "text",
    ["各单位收到请回复", "@所有人 请报送", "请务必于今日报送", "请尽快！", "水利局推进不力", "报送排名如下", "好的👍"],
)
def test_the_linter_finds_what_it_is_for(text: str) -> None:
    assert faults(text)


def test_an_ordinary_sentence_passes() -> None:
    assert not faults("区水利局联络员您好，城南泵站尚待更新，11:30截止。无需回复收到。")
