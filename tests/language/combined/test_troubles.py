"""What goes wrong: every kind of trouble, as people tell it, at every place of a message, beside a second one, ended."""

from itertools import cycle, product
from typing import Any

import pytest

from tests.language.combined import read, thinned

WORKS = (
    ("p", "市民体育场", "p26", "看台加固", "p26n2", "南货站", "p04"),
    ("r", "疏港路", "r04", "路基工程", "r04n3", "码头一期", "r03"),
    ("x", "二桥东段", "p01", "桥梁工程", "p01n5", "白鹤码头", "p03"),
    ("l", "梅子口船闸", "l02", "引航道疏浚", "l02n3", "白石滩船闸", "l01"),
)
TROUBLES = {
    "approval": """
        消防设计审查没过 涉路许可公路局还没批 涉铁方案报上去石沉大海 夜间施工证没给批 穿越河道的手续水利局卡着 安评报告被专家打回
        爆破许可公安没点头 压覆矿评估省厅压了两个月 人防手续人防办不给盖章 通航论证海事迟迟不上会 海域论证报告专家组没通过
        爆破方案公安让重新报 绿道开口审批没下来 消防审图提了二十条不给过 高压线下施工许可供电公司没签 文物局不出意见
    """,
    "acquisition": """
        祠堂那一户谈不下来 坟主人在外地找不到 还有七户死活不签 承包户说合同没到期不肯退地 门面房租户不肯腾 开的价跟户主要的差得远
        鱼塘主漫天要价 老李家的宅基地没谈成 葡萄园老板嫌评估价低 藕塘补偿差八万谈不拢 牧户嫌草场补偿低不让动 茶园那几户不认面积
        蔬菜大棚主要求涨价
    """,
    "stability": """
        村民天天来堵门 楼上住户打12345说太吵 工人讨薪把大门堵了 沿街商户拉横幅 附近居民在上访 一楼住户坐在施工点不让干
        周边村民嫌吵上访 一帮人把便道挖断了 业主在群里闹要退钱 摊贩闹到区政府 沿线村民把施工车拦下了 死者家属在工地摆花圈
        二组社员不准挖机下地 民工围着项目部要工资 跳广场舞的大妈不让围场地 村干部带人把路断了 当地砂霸拦着不让外面的料进
    """,
    "land": """
        临时用地到期没续上 便道占了基本农田批不下来 耕地占补指标没落实 红线里有一块是林草图斑压着 选址压了生态红线 土地性质是商业用地对不上
        没地方堆土 土地权证办不出来因为地类不符 国土说地块有抵押 占补平衡指标要等省里 租的堆料场到期房东收回 规划局说要先做控规调整
        三区三线没调出来 规划条件没出来 地还在别人名下过不了户
    """,
    "funding": """
        施工队说三个月没拿到工程款 专项债没下来 甲方欠着混凝土款 配套资金区里没列进预算 施工方垫不动了 工程款拖了半年 设备款没凑齐
        尾款没结清施工方不肯开工 股东的钱没进来 甲方两个月没付款 设备预付款没打 贷款审批银行没放 国债资金让省里收回去了 保证金没钱交
        农民工专户里没钱 业主资金链断了
    """,
    "utilities": """
        电信光缆没割接 燃气管横在基坑里没人管 军缆没人敢动 联通移动两家光缆互相等 通信基站还杵在路中间 给水管横穿基坑还没改
        两根电线杆戳在路中央 老电缆挖出来没人认领 部队的光缆要等批准才能动 移动基站不搬 国防光缆绕不开 热力沟盖板底下有条电缆图上没有
    """,
    "greening": """
        63棵樟树没迁走 行道树没人来移 一片杨树林没砍 两棵百年银杏不让动 桥头一排柳树没人伐 绿化带没移完 苗木移植方案园林没点头
    """,
    "traffic": """
        交警只让封半幅 导改方案交管大队没通过 围挡占道交警不同意 断交施工迟迟定不下来 夜间才让走渣土车 路口封闭时间公交公司不答应
        交警说高峰期不许占道 导行标志没批 渣土车进城证没办下来 便道限重料车过不来
    """,
    "design": """
        设计变更没批下来 深化图厂家改了四稿还没定 节点大样没给 施工图蓝图迟迟不给 图纸跟现场对不上 基坑支护方案专家要求重做
        勘察点位打偏了要补勘 概念方案没敲定 幕墙节点图没深化
    """,
    "construction": """
        汽车吊坏了 钢筋班组走了一半人 石料船堵在外头进不来 盾构刀盘崩了 缺破碎锤 模板不够周转 基坑涌水 试块强度不合格要返工
        架桥机被别的工地借走了 分包撂挑子了 劳务队散了 挖出一片孤石打不动 旋挖钻头掉孔里了 沥青站检修不出料 监理查出焊缝不合格
        龙门吊限位坏了没人修 盾构卡在孤石里 砼罐车不够 顶管机头磨坏了 混凝土试块没达到强度 围堰漏水抽不干 监理让返工 进口阀门卡在海关
        水泥厂停窑检修没货 幕墙玻璃自爆了三块 起重船被别处租走了 吊装单位没档期 塔吊被安监查封了
    """,
    "environment": """
        重污染天气红色预警 督查组说裸土没苫盖 臭氧管控白天不让喷涂 商混站环保限产 噪声超标被责令整改 施工废水直排被查 黄土裸露被城管罚了
        臭氧污染天不让刷漆 泥浆没处排 洒水车没开被督查通报 道路带泥被通报 环保局说喷淋没装
    """,
    "supply": """
        施工用的临电没送上 变压器容量不够 工地老跳闸 供电局没给装表 靠发电机顶着 蒸汽接不进来 水表没装 消防水源没接通 临时电源还没批下来
        园区蒸汽压力不稳 三天两头停电 配电房没验收送不了电 外线电缆没拉过来 桩机用电不够
    """,
    "weather": """
        连着下了半个月雨 雾大船出不去 洪水漫了基坑 雪封了山进不去 高温天中午不敢干 江水涨上来淹了平台 便道让雨泡软了 打雷不敢登高
        一连几天大暴雨 零下十五度砂浆打不了 地里全是水进不了机械 连阴雨土方碾压不了 雪后路滑材料上不去 大雾锁航 热得下午没法干
    """,
    "tender": """
        中标单位放弃了 投标人质疑还没处理 第一名被举报业绩造假 报名不够三家 评标结果有人告 第二次招标又没人投 有家公司投诉到公管办
        代理公司把标书弄错了重新挂 只有一家递标书
    """,
    "handover": """
        养护那边嫌井盖不平不肯接 移交城管不签字 没单位愿意接手管护 镇里嫌路灯不亮不接收 接管单位到现在没定 城管局说路灯没亮不肯收
        泵站没单位接 自来水公司嫌管子不合格不收 钥匙交不出去 竣工资料不齐档案馆不收
    """,
}
ANYONE = "anyone"
"""Whose it is, is left open."""
PLACES = (
    ("{works}{node}完成60%，{told}。", ANYONE),
    ("{works}{node}完成60%。{told}。", "project"),
    ("{works}\n进展：{node}完成60%\n存在问题：{told}", "project"),
    ("{works}{told}，影响{node}", "node"),
    ("1、{works}：{node}完成60%\n2、{second}：{told}", "second"),
    ("{works}{told}", ANYONE),
    ("{works}：{told}，请指挥部协调。", ANYONE),
    ("{works}{node}慢，主要是{told}", ANYONE),
    ("{works}{node}完成60%，{told}的事已经解决了", "nobody"),
    ("{works}前阵子{told}，现在好了，{node}完成60%", "nobody"),
)
EACH = [(category, told) for category, every in TROUBLES.items() for told in every.split()]
FLOOR = 91
PAIRS = (
    "{works}{node}完成60%，{told}，另外{other}。",
    "{works}{told}，{second}{other}",
    "{works}{told}，加上{other}，{node}干得慢",
    "{works}有两个问题，一是{told}，二是{other}。",
)
PAIRS_FLOOR = 91


def _problems(text: str, district: str) -> list[tuple[str, str, str | None]]:
    reports: list[dict[str, Any]] = read(text, district).get("reports", [])
    return sorted((kind, each["project"], each.get("node")) for each in reports for kind in each.get("problems", []))


def _holds(works: tuple[str, ...], place: str, whose: str, category: str, told: str) -> bool:
    district, project, own, node, own_node, second, others = works
    found = _problems(place.format(works=project, node=node, second=second, told=told), district)
    if whose == "nobody":
        return not found
    if [kind for kind, _, _ in found] != [category]:
        return False
    owner = {"project": (own, None), "node": (own, own_node)}.get(whose)
    return (owner is None or found[0][1:] == owner) and (whose != "second" or found[0][1] == others)


def test_a_trouble_is_told_anywhere() -> None:
    tried = thinned(
        [(works, *place, *each) for (each, place), works in zip(product(EACH, PLACES), cycle(WORKS), strict=False)], 300
    )
    wrong = [
        (place.format(works="", node="", second="", told=told))
        for works, place, whose, category, told in tried
        if not _holds(works, place, whose, category, told)
    ]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


def test_two_troubles_are_told_together() -> None:
    tried = [
        (works, place, one, other)
        for one, other, place, works in zip(EACH, EACH[37:] + EACH[:37], cycle(PAIRS), cycle(WORKS), strict=False)
        if one[0] != other[0]
    ]
    wrong = []
    for (district, project, _, node, _, second, _), place, (kind, told), (other_kind, other) in tried:
        text = place.format(works=project, node=node, second=second, told=told, other=other)
        if [found[0] for found in _problems(text, district)] != sorted([kind, other_kind]):
            wrong.append(text)
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= PAIRS_FLOOR, wrong


ONCE_WRONG: tuple[tuple[str, list[tuple[str, str, str | None]]], ...] = (
    ("疏港路路基工程停工，涉路许可公路局还没批", [("approval", "r04", "r04n3")]),
    ("疏港路施工队说三个月没拿到工程款", [("funding", "r04", None)]),
    ("疏港路外地苗木没运到", [("construction", "r04", None)]),
    ("疏港路果园的树钱还没赔到位", [("acquisition", "r04", None)]),
    ("疏港路石料船堵在外头进不来", [("construction", "r04", None)]),
    ("疏港路几棵榕树园林处不让动", [("greening", "r04", None)]),
    ("疏港路村里几个人拦着罐车不让进", [("stability", "r04", None)]),
    ("疏港路藕农不让下船", [("stability", "r04", None)]),
    ("疏港路用地预审卡在永久基本农田占补上", [("land", "r04", None)]),
    ("疏港路临时用地到期没续上", [("land", "r04", None)]),
    ("疏港路尾款没结清", [("funding", "r04", None)]),
    ("疏港路大气管控不准动土", [("environment", "r04", None)]),
    ("疏港路公交改线没谈妥", [("traffic", "r04", None)]),
    ("疏港路专项债额度被调走了", [("funding", "r04", None)]),
    ("疏港路能评一直排不上专家会", [("approval", "r04", None)]),
    ("疏港路商混站环保限产的事已经解决了", []),
    ("疏港路设备款没凑齐，厂家压着不发货", [("funding", "r04", None)]),
    ("疏港路排水所说没装监测设备，不肯接管", [("handover", "r04", None)]),
    ("疏港路路基完成40%，周边村民嫌吵上访", [("stability", "r04", None)]),
    ("疏港路两户嫌补偿低谈不拢，把便道堵了", [("acquisition", "r04", None), ("stability", "r04", None)]),
    ("疏港路银杏苑业委会不让停气", [("stability", "r04", None)]),
    ("疏港路外线电缆沟穿绿道的许可城管还没批", [("approval", "r04", None)]),
    ("疏港路钢筋班组结账闹情绪走了一半人", [("construction", "r04", None)]),
    ("疏港路图纸没出，码头一期塔吊坏了", [("construction", "r03", None), ("design", "r04", None)]),
)


@pytest.mark.parametrize(("text", "wanted"), ONCE_WRONG)
def test_what_was_once_wrong(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert _problems(text, "r") == wanted
