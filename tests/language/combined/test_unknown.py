"""A question about a project that nobody has registered: the bot asks which, and answers with no other."""

from itertools import product

from tests.language.combined import read, thinned

UNKNOWN = [
    "西门菜场改造",
    "老干部活动中心",
    "科技馆布展",
    "锦绣花园二期",
    "张家湾大桥",
    "星河智谷产业园",
    "龙泉寺修缮",
    "青年公寓",
    "白鹭岛码头",
    "红星农贸市场",
    "新华书店改造",
    "殡仪馆迁建",
    "看守所",
    "北门消防站",
    "气象站迁建",
    "南山敬老院",
    "东关粮库",
    "革命纪念馆",
    "七里河绿道",
    "石灰窑矿山修复",
    "铁路文化宫",
    "王庄粮站",
]
ASKED = [
    "进度咋样",
    "咋样了",
    "停了多久了",
    "停工几天了",
    "卡在哪",
    "什么时候完工",
    "还没开工吗",
    "有啥问题",
    "到什么程度了",
    "谁负责",
    "联系人是谁",
    "投资完成多少",
    "哪些手续没办",
    "开工了没",
    "为什么停了",
    "的问题解决没",
    "怎么还没动",
    "几月份能完",
    "现在什么情况",
]
SENTENCES = ["".join(each) for each in product(UNKNOWN, ASKED)]
KNOWN = [
    "哪些项目停工了",
    "卡在哪的项目有哪些",
    "目前还没开工吗的有几个",
    "现在有啥问题",
    "交通口的项目到什么程度了",
    "谁负责联系",
    "几个停工几天了",
    "还有几个没开工",
    "这周有什么问题",
    "征拆卡在哪",
    "开工了没有的项目",
    "手续办得咋样了",
    "全部项目进度咋样",
    "总体进度咋样",
    "住建局的卡在哪",
    "滞后的为什么停了",
]
FLOOR = 91


def test_a_name_nobody_knows_is_asked_about() -> None:
    tried = thinned(SENTENCES, 250)
    wrong = [text for text in tried if read(text, "p")["intent"] != "ask"]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


def test_what_is_asked_of_all_is_no_name() -> None:
    assert [text for text in KNOWN if read(text, "p")["intent"] == "ask"] == []


if __name__ == "__main__":
    bad = [each for each in SENTENCES if read(each, "p", "chengweiguo")["intent"] != "ask"]
    print(len(SENTENCES) - len(bad), len(SENTENCES))
    for each in bad:
        print(each, read(each, "p", "chengweiguo"))
    for each in KNOWN:
        if read(each, "p", "chengweiguo")["intent"] == "ask":
            print("KNOWN", each)
