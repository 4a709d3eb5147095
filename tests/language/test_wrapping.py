"""What is taken off around the facts, and what only looks like it."""

import pytest

from language.names import Lexicon
from language.normalize import normalize
from language.wrapping import unwrapped
from models.registry import PersonEntry, Registry, UnitEntry
from models.vocabulary import Role

FACTS = "西山水厂滤池浇了3座"
LEXICON = Lexicon(
    Registry(
        units={"u": UnitEntry("u", "水务局", ("水利局",)), "v": UnitEntry("v", "供电公司")},
        people={
            "w": PersonEntry("w", "王丽", "u", Role.LIAISON),
            "z": PersonEntry("z", "张三", "v", Role.LIAISON),
        },
    )
)


def taken_off(text: str) -> str:
    return unwrapped(normalize(text, LEXICON.people_names), LEXICON, "w")


@pytest.mark.parametrize(
    "wrapped",
    [
        f"各位领导、各位同事：下午好！{FACTS}",
        f"收到，领导早上好👍{FACTS}🎉🎉",
        f"抱歉刚开完会，手机没电了，补报一下：{FACTS}。照片稍后发群里",
        f"我在工地，信号不好，简单说一下，{FACTS}。先忙了",
        f"降温了，大家注意保暖。{FACTS}，天冷注意身体",
        f"水利局王丽11月23日汇报：{FACTS}\n以上，请知悉。\n水务局\n2026年11月23日",
        f"{FACTS}\n报送单位：水务局  联系人：王丽 13800138000",
        f"小助手，帮我记一下：{FACTS} @张三",
        f"{FACTS}，我们会抓紧推进，请领导放心。汇报完毕！谢谢",
        f"{FACTS}（附照片）",
    ],
)
def test_what_stands_around_the_facts_is_taken_off(wrapped: str) -> None:
    assert taken_off(wrapped).rstrip("。") == FACTS


@pytest.mark.parametrize(
    "said",
    [
        "谢谢",
        "收到，谢谢领导",
        "天冷，大家注意保暖",
        "海边风大，大家注意安全",
        "本周进展：滤池浇了3座",
        "据说西山水厂环评批了",
        "今天早上，西山水厂停电",
        "天冷，西山水厂混凝土浇不了",
        "西山水厂滤池128根全部打完，完了",
        "西山水厂封顶了✅",
        "西山水厂材料已报水务局",
        "供电公司：西山水厂电缆沟挖完了",
        "西山水厂资金缺口3000万，请领导协调",
        "西山水厂还差两户，我们正在抓紧推进",
        "西山水厂什么时候通水 @张三",
        "我是水务局王丽",
        "「请确认 1. 滤池 2. 泵房」\n谢谢",
    ],
)
def test_what_tells_something_stays(said: str) -> None:
    assert taken_off(said) == normalize(said, LEXICON.people_names)
