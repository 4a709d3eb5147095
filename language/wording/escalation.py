"""Problems that climb: what the office and, once it says so, the leaders are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.wording import common

LEVELS = {1: "责任单位", 2: "协调推动组", 3: "分管领导", 4: "主要领导"}
MOST_WORDS = 50


@dataclass(frozen=True, slots=True)
class Known:
    """When and by which unit a problem was reported and in which words; its working days, and its level."""

    opened: date
    unit: str
    words: str
    days: int
    level: int


def line(number: str, project: str, categories: Sequence[str], known: Known, today: date) -> str:
    """One problem."""
    said = known.words.strip().strip("。；;").replace("\n", " ")
    said = said[:MOST_WORDS] + ("…" if len(said) > MOST_WORDS else "")
    who = f"{known.unit}{common.day(known.opened, today)}报" if known.unit else common.day(known.opened, today)
    how_long = f"{known.days}个工作日未销号" if known.days else "反映自行协调不动"
    return (
        f"{number} {project}（{common.problems(categories)}）：“{said}”，{who}，{how_long}，"
        f"现为第{known.level}级（{LEVELS[known.level]}协调）"
    )


def help_wanted(number: str, project: str, categories: Sequence[str], words: str, who: str) -> str:
    """To the office: a problem with which somebody asks for help; without number and kind where it has none."""
    said = words.strip().strip("。；;").replace("\n", " ")
    said = said[:MOST_WORDS] + ("…" if len(said) > MOST_WORDS else "")
    kind = f"（{common.problems(categories)}）" if categories else ""
    return f"【请求协调】{f'{number} ' if number else ''}{project}{kind}：“{said}”，{who}报。"


def to_office(lines: Sequence[str]) -> str:
    """To the office: what has climbed; from the third level on it decides whether leaders are told."""
    head = f"【问题升级】{len(lines)}个："
    whom = "主要领导" if all("主要领导" in each for each in lines) else "分管领导"
    how = f"需报领导的回“某号问题上报{whom}”；已解决的回“某号问题销号”。"
    return "\n".join([head, *(f"{number}. {each}" for number, each in enumerate(lines, 1)), how])


def over(number: str, project: str, node: str, ended: date, today: date) -> str:
    """To the office, once: the node that a problem held up has ended, so that it climbs no further."""
    ended_on = f"{node}已于{common.day(ended, today)}办结"
    return f"{number} {project}：{ended_on}，此问题不再升级。确已解决的请回“{number}销号”。"


def to_leader(line: str) -> str:
    """To a leader, on the office's word."""
    return f"【提请协调】{line}。"


def submitted(number: str, level: int, told: int) -> str:
    """To the office: that a problem stands at a level now, and how many leaders have it."""
    sent = f"，已报{told}位领导" if told else ""
    return f"{number}已列为第{level}级（{LEVELS[level]}协调）{sent}。"
