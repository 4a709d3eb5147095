"""Something has gone well, or not, and nobody says what: the bot asks, and records nothing."""

from itertools import product

from tests.language.combined import read, thinned

SUBJECTS = [
    "",
    "那个",
    "那份",
    "那户",
    "那几户",
    "那头",
    "那件事",
    "那个事",
    "那边那个",
    "第二个",
    "前两个",
    "最后一个",
    "其中一个",
    "两个都",
    "有一个",
    "上次说的那个",
    "昨天说的那个事",
    "之前说的",
]
ENDS = [
    "批了",
    "批下来了",
    "办好了",
    "办妥了",
    "搞定了",
    "弄完了",
    "谈妥了",
    "谈下来了",
    "签了",
    "定了",
    "好了",
    "解决了",
    "还没批",
    "没批下来",
    "没办成",
    "没谈下来",
    "快了",
    "下来了",
    "拿到了",
]
LEFT = [
    "又多了两个",
    "又少了三户",
    "比昨天多了3个",
    "还剩两个",
    "还差三个没弄",
    "剩最后一个了",
    "又签了两户",
    "又推了一周",
]
SENT = [
    "报上去了",
    "交上去了",
    "重新报了",
    "材料交了",
    "材料都报上去了",
    "办好了，材料已交接",
    "弄好了，报上去了",
]
SAID = [f"{subject}{end}" for subject, end in product(SUBJECTS, ENDS)] + LEFT + SENT
AROUND = ("{}", "@项目助手 {}", "{}！", "领导，{}")
LIAISONS = {"guyu": "meaning", "songyuan": "project"}
FLOOR = 98


def _holds(text: str, sender: str, about: str) -> bool:
    found = read(text, "p", sender)
    return found["intent"] == "ask" and found["ask"]["about"] in ("meaning", about)


SENTENCES = [
    (around.format(said), sender, about) for said, around, (sender, about) in product(SAID, AROUND, LIAISONS.items())
]


def test_what_is_not_named_is_asked_about() -> None:
    tried = thinned(SENTENCES, 300)
    wrong = [text for text, sender, about in tried if not _holds(text, sender, about)]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


def test_nothing_of_it_is_recorded() -> None:
    told = [each for each in thinned(SENTENCES, 300) if read(each[0], "p", each[1])["intent"] == "report"]
    assert len(told) <= 1, told


if __name__ == "__main__":
    bad = [each for each in SENTENCES if not _holds(*each)]
    print(len(SENTENCES) - len(bad), len(SENTENCES))
    for each in bad:
        print(each, read(each[0], "p", each[1]))
