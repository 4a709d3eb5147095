"""A node that is done as one says it (在架线), what is taken back, what is another's, and what comes of two projects."""

from tests.language.combined import Told, misread, read, stated

AT_IT = [
    ("mazhankui", "周楼路东段在", "路面工程 征地拆迁 桥涵施工"),
    ("gengliang", "颍河三桥在", "架梁 浇主梁 打桩"),
    ("qidong", "左岸堤防在", "填筑 砌护坡"),
    ("tanjing", "大王庙风电在", "吊装 并网 竣工验收"),
    ("fanliping", "二院门诊楼在", "装修 消防验收 封顶"),
    ("baixuefeng", "城北安置房在", "装修 竣工验收"),
    ("maojinsheng", "黑臭水体在", "清淤 护岸"),
]
"""Liaisons, their project, and what is being done there."""
UNDER_WAY = {"status": "in_progress"}
WORKS = [("gengliang", "三桥水中桩基"), ("niujianshe", "船闸闸室主体"), ("qidong", "左岸堤身填筑")]
TAKEN_BACK: list[Told] = [
    *stated({"in_progress": "完了，哦不对，还没完 没完，原说上周完的 说完了，说早了，还没完 做了一半 打了一半"}),
    ("停过，现在恢复了", {"status": "in_progress"}),
]
PERMITS = [("luming", "官渡卫生院立项"), ("zhailei", "园区污水厂环评"), ("kezhiqiang", "肉鸭加工环评")]
OF_PERMITS: list[Told] = [
    *stated(
        {"done": "拿下 拿下了", "in_progress": "没下，说下了的是别的证 昨天说批了是弄错了，还没批 没批，前天说批了不算"}
    ),
]
SETTLED = [("maojinsheng", "良繁基地县级验收"), ("tanjing", "大王庙风电竣工验收"), ("fanliping", "二院门诊楼消防验收")]
ON_A_DAY: list[Told] = [("定了25号", {"due_on": "2026-06-25"}), ("定了6月18号", {"due_on": "2026-06-18"})]
NOTHING = ("别指望年内", "年底前办不成了")


def _all() -> tuple[int, list[str]]:
    total, wrong = 0, list[str]()
    for sender, project, deeds in AT_IT:
        for deed in deeds.split():
            many, bad = misread([(sender, project)], [(deed, UNDER_WAY)], "ac")
            total, wrong = total + many, wrong + bad
    for subjects, told in ((WORKS, TAKEN_BACK), (PERMITS, OF_PERMITS), (SETTLED, ON_A_DAY)):
        many, bad = misread(subjects, told, "ac")
        total, wrong = total + many, wrong + bad
    return total, wrong


def test_what_is_at_it_and_what_is_taken_back() -> None:
    total, wrong = _all()
    assert len(wrong) <= 0.1 * total, wrong


def test_what_cannot_be_promised_tells_no_end() -> None:
    for sender, subject in SETTLED:
        for said in NOTHING:
            for each in read(subject + said, "ac", sender).get("reports", []):
                assert each.get("status") != "done", subject + said
                assert "due_on" not in each, subject + said


def test_what_has_not_come_for_the_other_project() -> None:
    told = read("马店风电升压站完了，大王庙还没", "ac", "tanjing").get("reports", [])
    assert [(each["project"], each.get("status")) for each in told][:1] == [("p13", "done")]
    told = read("速冻一期投产了，香油厂投产也定了8月1号", "ac", "yaoqian").get("reports", [])
    assert all(each.get("status") != "done" for each in told if each["project"] == "p21")


def test_what_ends_is_named_behind_its_verb() -> None:
    told = read("颍南水厂配水管网没完，完的是清水池及滤池", "ac", "panting").get("reports", [])
    assert {each["node"]: each["status"] for each in told} == {"p40n6": "in_progress", "p40n5": "done"}


if __name__ == "__main__":
    print(*_all(), sep="\n")
