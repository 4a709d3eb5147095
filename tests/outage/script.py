"""A week of the office as it is told to the bot: moments, and what people say at them."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.calendar import SHANGHAI

START = datetime(2026, 6, 11, 14, 30, tzinfo=SHANGHAI)
END = datetime(2026, 6, 12, 15, 0, tzinfo=SHANGHAI)
GROUP = "g1"
REPORTERS = {
    "zhangwei": "北站路", "huangqiang": "滨河路", "zhoujie": "三污", "sunli": "安置房三期",
    "hexue": "实验学校", "guotao": "石桥变", "fengna": "文化馆",
}  # fmt: skip
"""Who reports on which project; nobody speaks for the others, so that somebody is nudged."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something said at a moment."""

    at: datetime
    said: dict[str, Any]


def friday(seed: int) -> list[Line]:
    """A Friday's cycle, with the day before: reports, a correction, questions, and the office's look at the draft."""
    rng = random.Random(seed)
    moments = sorted(rng.sample(range(30, 1290), 22))
    lines = [_line(START + timedelta(minutes=minute), *_talk(rng), rng) for minute in moments]
    lines.append(_line(datetime(2026, 6, 12, 11, 40, tzinfo=SHANGHAI), "wangfang", "谁没报", rng, group=False))
    ordered = sorted(lines, key=lambda line: line.at)
    return [Line(line.at, {**line.said, "id": f"m{number}"}) for number, line in enumerate(ordered)]


def _talk(rng: random.Random) -> tuple[str, str]:
    who = rng.choice(list(REPORTERS))
    project = REPORTERS[who]
    return who, rng.choice((
        f"{project}形象进度完成{rng.randint(20, 90)}%",
        f"{project}累计完成投资{rng.randint(2, 40)}00万元，施工许可还在办",
        f"{project}同上周",
        f"{project}到哪一步了",
        "谁没报",
        f"更正：{project}完成{rng.randint(20, 90)}%",
        f"{project}征地还剩{rng.randint(2, 9)}户没签，请镇政府协调",
    ))  # fmt: skip


def _line(at: datetime, who: str, text: str, rng: random.Random, *, group: bool | None = None) -> Line:
    said = {"who": who, "text": text}
    if rng.random() < 0.6 if group is None else group:
        said["group"] = GROUP
    return Line(at, said)
