"""What stands round a question or an order: courtesy, haste, whom it is for, what it is wanted for."""

import pytest

from language.framing import unframed
from language.understand import understand
from language.understanding_json import to_json
from tests.language.linxi import lexicon, said

FRAMED = (
    ("麻烦问下，教体局今年投资完成情况", "教体局今年投资完成情况"),
    ("小助手你好，请问东湖水库到哪一步了", "东湖水库到哪一步了"),
    ("在吗？现在几个红的", "现在几个红的"),
    ("明天上会要用，上半年投资完成情况", "上半年投资完成情况"),
    ("话说三色图", "三色图"),
    ("想问一下一季度投了多少钱", "一季度投了多少钱"),
    ("请问下周例会几号开", "下周例会几号开"),
    ("哪些项目环评还没办完，开会要用", "哪些项目环评还没办完"),
    ("一季度产业项目投资，我写汇报材料用", "一季度产业项目投资"),
    ("三色图，区长等着要，谢谢啦", "三色图"),
    ("本周没报的有哪些，我好跟领导汇报", "本周没报的有哪些"),
    ("水库这周报了没啊", "水库这周报了没"),
    ("超期节点🙏", "超期节点"),
    ("谁还没报 谢谢", "谁还没报"),
    ("谁还没报，十万火急！", "谁还没报"),
    ("选2，谢谢", "选2"),
    ("同意申请1吧", "同意申请1"),
    ("24-01同意销号吧", "24-01同意销号"),
    ("把水厂这事列入下次例会吧", "把水厂这事列入下次例会"),
    ("催一下教体局报进展，越快越好", "催一下教体局报进展"),
)


@pytest.mark.parametrize(("text", "inner"), FRAMED)
def test_what_stands_round_a_question_is_taken_off(text: str, inner: str) -> None:
    assert unframed(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "谢谢", "好的，辛苦了", "在吗", "你能干嘛", "查一下，疏港公路", "周通报没问题了，发吧", "疏港公路桩基打完120根",
        "催一下教体局，抓紧报", "下周要开工的有哪些", "今天要", "好吧", "环评被退回吧", "用地批准了吧",
    ],
)  # fmt: skip
def test_what_says_something_itself_stays(text: str) -> None:
    assert unframed(text) == text


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("想了解一下疏港公路推得顺不顺，领导在问", "status"),
        ("疏港公路给个准信", "status"),
        ("上周教体局那几个项目的进展归拢一下", "status"),
        ("疏港公路多会儿能通车，急", "nodes"),
        ("大概什么时候能通车，疏港公路", "nodes"),
        ("哪些掉队了，列一下，急", "colors"),
        ("亮红灯的报个数", "colors"),
        ("疏港公路到底让啥绊住了", "problems"),
        ("疏港公路堵在哪里，书记问起来了", "problems"),
        ("疏港公路有啥过不去的坎没有", "problems"),
        ("本周还差几家，麻烦看一下", "missing"),
        ("教体局怎么还不报", "missing"),
        ("疏港公路固投完成多少，汇报要用", "investment"),
        ("疏港公路联络人是谁", "contact"),
        ("下个会什么时候，谢谢", "meeting"),
    ],
)
def test_questions_are_asked_in_any_words(text: str, topic: str) -> None:
    assert to_json(understand(said(text), lexicon()))["query"]["topic"] == topic
