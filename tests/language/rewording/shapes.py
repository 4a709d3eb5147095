"""The same facts arranged otherwise: asides, slips mended at once, headings, columns, what is told of several in one."""

import json
import re
from collections.abc import Callable, Iterator

from language.terms import index_of
from tests.language.rewording.rewording import Facts, Said

Shape = Callable[[Said], tuple[str, Facts] | None]
"""Another arrangement and what it tells; None where a message cannot be said so."""

UNSAFE = re.compile(
    r"其[他余它]|剩下|另[外一]|两个|三个|上述|以上|[都均也各该]|接龙|更正|不对|[写报说]错|分别|除|这|那|同时"
)
LISTED = re.compile(r"\n|[：:①-⑨【]|(?<!\d)[1-9一二三][、.]")
PARTLY = "的这那项工和、及与"
PERMITS = frozenset(
    [
        "environmental_assessment",
        "water_soil",
        "energy_review",
        "planning_permit",
        "site_selection",
        "preliminary_design",
        "drawing_review",
        "construction_permit",
        "heritage",
        "forestry",
        "project_approval",
    ]
)
WORKS = frozenset({"foundation", "structure", "installation", "other", "acquisition", "utilities"})


def spans(said: Said, text: str) -> list[tuple[int, int, str]]:
    """Where the projects' names stand."""
    names = dict(reversed(said.all_names()))
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return [(hit.start(), hit.end(), names[hit[0]]) for hit in re.finditer(pattern, text)]


def projects(facts: Facts) -> set[str]:
    return {fact[1] for fact in facts if fact[0] == "report"}


def corrects(said: Said) -> bool:
    return any(fact[0] == "correction" for fact in said.facts)


def tells(said: Said, *names: str) -> bool:
    return any(len(fact) > 3 and fact[3] in names for fact in said.facts)


def headed(said: Said) -> tuple[str, str, str] | None:
    """The name of the only project, its id and what is told of it, where the message begins with the name."""
    body = said.body.strip()
    found = spans(said, body)
    if corrects(said) or len(found) != 1 or found[0][0] or projects(said.facts) != {found[0][2]}:
        return None
    rest = body[found[0][1] :].lstrip("：:，, ")
    if rest[:1] in PARTLY or len(rest) < 4 or "\n" in rest:
        return None
    return body[: found[0][1]], found[0][2], rest.rstrip("。；;，. ")


def blocks(said: Said) -> list[str]:
    """What is told of each project, where every one is named at the head of a sentence."""
    body = said.body.strip()
    if corrects(said) or UNSAFE.search(body) or LISTED.search(body):
        return []
    told: dict[str, list[str]] = {}
    last = ""
    for sentence in filter(None, re.split("[；;。]+", body)):
        found = spans(said, sentence)
        if found and (found[0][0] or len({each[2] for each in found}) > 1 or found[0][2] in told):
            return []
        last = found[0][2] if found else last
        told.setdefault(last, []).append(sentence)
    return ["；".join(each) for each in told.values()] if len(told) > 1 and set(told) == projects(said.facts) else []


def noded(said: Said) -> tuple[str, str, str] | None:
    """The project's name, its only node and what is told of it, in a message of one sentence."""
    found = headed(said)
    nodes = {fact[2] for fact in said.facts if fact[0] == "report"}
    if found is None or len(nodes) != 1 or not min(nodes) or re.search("[；。：（]", found[2]):
        return None
    name, project, rest = found
    index = index_of(said.lexicon.registry.projects[project])
    at = [each for each in index.find(rest) if not each.start and not each.weak and {n.id for n in each.nodes} == nodes]
    told = rest[at[0].end :].lstrip("，：: ") if at else ""
    if len(told) < 3 or at[0].end < 2 or told[0] in "的和、及与材报合审手图证意方" or index.find(told):
        return None
    return name, rest[: at[0].end], told


def ended(tail: str) -> Shape:
    return lambda said: (said.text.rstrip("。；;，. \n") + tail, said.facts)


def aside(words: str) -> Shape:
    """Words in brackets behind the first clause."""

    def shape(said: Said) -> tuple[str, Facts] | None:
        hit = re.search("[，；。\n]", said.body)
        if hit is None or hit[0] == "\n" or corrects(said):
            return None
        return said.mention + said.body[: hit.start()] + words + said.body[hit.start() :], said.facts

    return shape


FIGURES = {
    "percent": r"(?<![\d.月日至到—~])(\d{2})%(?![—~至到])",
    "count": r"(?<![\d.月日号第K+至到—~#/])(\d{1,3})(?:座|户|根|公里|米|台|亩|基|栋|吨|套)(?![—~至到\d]|多|左右)",
    "day": r"(?<![\d.至到—~])(?:1[0-2]|[1-9])月([1-9]|1\d|2[0-5])日(?!前|之前|以前|起|至|到|—|报)",
}


def slipped(figure: str, form: str) -> Shape:
    """A figure said wrong and mended at once."""

    def shape(said: Said) -> tuple[str, Facts] | None:
        hit = re.search(FIGURES[figure], said.text)
        if hit is None or corrects(said):
            return None
        wrong = hit[0].replace(hit[1], str(int(hit[1]) + 2), 1)
        return said.text[: hit.start()] + form.format(wrong=wrong, right=hit[0]) + said.text[hit.end() :], said.facts

    return shape


def under(form: str, plain: bool = False) -> Shape:
    """What is told of one project under its name; `plain`: nothing but progress, in a form that asks for more."""

    def shape(said: Said) -> tuple[str, Facts] | None:
        found = headed(said)
        if found is None:
            return None
        name, _, rest = found
        if plain and (tells(said, "problems", "needs_help") or re.search("：|问题|下[周月步一]", rest)):
            return None
        return said.mention + form.format(name=name, rest=rest), said.facts

    return shape


def parted(mark: str, heads: str = "") -> Shape:
    """What is told of several projects, the last first."""

    def shape(said: Said) -> tuple[str, Facts] | None:
        told = blocks(said)[::-1]
        if not told:
            return None
        lines = [heads.format("一二三四五六七八九"[at]) + each for at, each in enumerate(told)]
        return said.mention + mark.join(lines), said.facts

    return shape


def of_node(form: str) -> Shape:
    def shape(said: Said) -> tuple[str, Facts] | None:
        found = noded(said)
        if found is None:
            return None
        name, node, told = found
        return said.mention + form.format(name=name, node=node, told=told), said.facts

    return shape


def fact(project: str, node: str = "", **told: object) -> Iterator[tuple[str, ...]]:
    yield ("report", project, node)
    for name, value in told.items():
        yield ("report", project, node, name, json.dumps(value, sort_keys=True))


def both(kinds: frozenset[str], plain: str, form: str, one: dict[str, object], other: dict[str, object]) -> Shape:
    """Two nodes of a plan of the district told of in one, where each told by itself is read rightly."""

    def shape(said: Said) -> tuple[str, Facts] | None:
        plans = said.registry["projects"]
        plan = plans[sum(map(ord, said.id)) % len(plans)]
        nodes = [node for node in plan["nodes"] if node["kind"] in kinds and not re.search("[、和及]", node["name"])][
            :2
        ]
        if len(nodes) < 2 or not plan.get("aliases"):
            return None
        words = {"name": plan["aliases"][0], "a": nodes[0]["name"], "b": nodes[1]["name"]}
        facts = frozenset([*fact(plan["id"], nodes[0]["id"], **one), *fact(plan["id"], nodes[1]["id"], **other)])
        return (form.format(**words), facts) if said.read(plain.format(**words)) == facts else None

    return shape


def granted(form: str) -> Shape:
    return both(PERMITS, "{name}{a}已批复，{b}已批复", form, {"status": "done"}, {"status": "done"})


def mixed(form: str) -> Shape:
    return both(PERMITS, "{name}{a}已批复，{b}正在办理", form, {"status": "done"}, {"status": "in_progress"})


def shared(form: str) -> Shape:
    return both(WORKS, "{name}{a}完成30%，{b}完成45%", form, {"percent": 30.0}, {"percent": 45.0})


def of_others(form: str) -> Shape:
    """One of a liaison's projects stands still, nothing has moved with the others."""

    def shape(said: Said) -> tuple[str, Facts] | None:
        plans = [plan for plan in said.registry["projects"] if plan.get("liaison") == said.row.get("sender")]
        if not 2 <= len(plans) <= 4 or not plans[0].get("aliases"):
            return None
        facts = [each for plan in plans[1:] for each in fact(plan["id"], status="unchanged")]
        return form.format(plans[0]["aliases"][0]), frozenset([*fact(plans[0]["id"], status="blocked"), *facts])

    return shape


def invested(form: str) -> Shape:
    def shape(said: Said) -> tuple[str, Facts] | None:
        plans = [plan for plan in said.registry["projects"] if plan.get("aliases")]
        at = sum(map(ord, said.id)) % (len(plans) - 1)
        names = plans[at]["aliases"][0], plans[at + 1]["aliases"][0]
        amounts = {"scope": "total", "wan": 1200.0}, {"scope": "total", "wan": 800.0}
        facts = frozenset(
            each
            for plan, amount in zip(plans[at : at + 2], amounts, strict=True)
            for each in fact(plan["id"], investments=amount)
        )
        plain = "{}累计完成投资1200万元；{}累计完成投资800万元".format(*names)
        return (form.format(*names), facts) if said.read(plain) == facts else None

    return shape


HINDRANCES = {"acquisition": "acquisition", "utilities": "utilities", "tender": "tender", "financing": "funding"}


def stuck(form: str) -> Shape:
    """A project that is stuck at one of its nodes."""

    def shape(said: Said) -> tuple[str, Facts] | None:
        plans = [plan for plan in said.registry["projects"] if plan.get("aliases")]
        plan = plans[sum(map(ord, said.id)) % len(plans)]
        node = next((node for node in plan["nodes"] if node["kind"] in HINDRANCES), None)
        if node is None:
            return None
        told = fact(plan["id"], status="blocked", problems=HINDRANCES[node["kind"]])
        return form.format(plan["aliases"][0], node["name"]), frozenset(told)

    return shape
