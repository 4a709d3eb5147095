"""What the bot can do, in five lines."""


def not_understood() -> str:
    """To a question that asks about nothing that is known here."""
    return "没有看明白问的是哪个项目、什么事，请写明后再问，例如“某项目环评批了没”“谁没报”“上次会定的事”。"


def told() -> str:
    """The help."""
    return "\n".join(
        [
            "我可以：",
            "1. 记进展：直接说“某项目 环评6月10日已批复”，多个项目可一起说；没有变化回“同上周”。",
            "2. 查情况：“某项目咋样了”“红灯的有哪些”“谁没报”“这个月要开工的”“依据呢”。",
            "3. 改错：“更正：…”或“撤回上一条”。",
            "4. 办公室可说“催报”“发三色图”“发布”“3号问题销号”。",
        ]
    )
