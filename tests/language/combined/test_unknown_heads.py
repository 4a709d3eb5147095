"""Questions about places that nobody has registered, though they end as registered ones do: the bot asks which."""

from random import Random

from language.words import listed
from tests.language.combined import lexicon, read

FRONTS = listed(
    "西藏路 罗家湾 芦花荡 金谷 瑶琳 凤凰台 白塔 铜锣 吴家沟 云杉 沙溪 松柏 鹅湖 葵花 磨盘 牡丹 柿子 玫瑰 轴承 陶艺"
    " 啤酒 钟表 木偶 蚕丝 茶叶 刺绣 马术 飞行 胡家坳 青石桥 百合 银杏"
)
HEADS = listed(
    "体育中心 文化中心 活动中心 服务中心 会展中心 产业园 科技园 物流园 公园 体育公园 广场 码头 实训基地 研发基地 水厂 污水厂 泵站 变电站"
    " 医院 卫生院 小学 中学 幼儿园 养老院 大桥 隧道 大道 水库 灌区 安置房 小区 市场 停车场 汽车站 加工厂 冷库 粮库 风电 光伏 电厂 船闸"
    " 博物馆 图书馆"
)
FRAMES = listed(
    "{}那个项目推得怎样 {}怎么样了 {}那边进展如何 {}工程干到哪一步了 {}项目卡在哪 {}啥时候能完 {}的问题解决没 {}谁负责 {}投了多少钱 {}走到哪步了"
    " {}有没有开工 {}现在弄得咋样 {}那个工程停没停 {}的手续办齐没 说下{}的进度 {}是什么颜色 {}还差几个证 {}的情况 {}这个月有没有动静 我问下{}咋回事"
)
DISTRICTS = "acdefghijklmnopqrstuvwxyz"
FLOOR = 98


def drawn(seed: int, each: int) -> list[tuple[str, str, str]]:
    """Questions of a leader of each district about a name of which it holds no part that tells."""
    chance = Random(seed)
    found: list[tuple[str, str, str]] = []
    for district in (*DISTRICTS, "ac"):
        registry = lexicon(district).registry
        known = " ".join(f"{entry.name} {entry.aliases} {entry.town}" for entry in registry.projects.values())
        leader = next(person.id for person in registry.people.values() if person.role == "leader")
        for _ in range(each):
            front, text = chance.choice(FRONTS), chance.choice(HEADS)
            if front not in known:
                found.append((chance.choice(FRAMES).format(front + text), district, leader))
    return found


def answered(asked: list[tuple[str, str, str]]) -> list[str]:
    """Those that the bot does not ask back about."""
    return [
        f"{district} {text}"
        for text, district, leader in asked
        if read(text, district, leader) != {"intent": "ask", "ask": {"about": "project"}}
    ]


def test_another_of_a_sort_is_asked_about() -> None:
    asked = drawn(11, 12)
    wrong = answered(asked)
    assert 100 * (len(asked) - len(wrong)) // len(asked) >= FLOOR, wrong


if __name__ == "__main__":
    rows = drawn(12, 60)
    bad = answered(rows)
    print(*bad, f"{len(rows) - len(bad)}/{len(rows)}", sep="\n")
