"""Messages of about 120 characters as liaisons write them, filled with the names of a made-up district."""

import random

from tests.language.district import Built, chat

LENGTH = 120

ONE = (
    "@项目助手 项目名称：{a}\n本周进展：桩基累计完成{n}00根；设备基础进场；综合楼完成场平\n存在问题：南侧120亩地块有村民阻挠施工\n"
    "需协调事项：请镇政府出面做工作\n下周计划：桩基完成6{n}%",
    "@项目助手 {a}目前主体完成{n}5%，钢柱吊装6{n}根，本周完成投资{n}80万元，累计完成1.{n}8亿元；环评批复6月{n}日已取得，施工许可证还在办，"
    "下一步计划11月底前完成主体、同步开展设备基础施工，请供电公司协调管线迁改。",
    "@项目助手 【项目名称】{a}\n【形象进度】设备安装4{n}套（总60套）\n【投资完成】本月2100万元，累计1.9{n}亿元\n"
    "【存在问题】1.消防验收标准不明确；2.厂家调试人员不足\n【需协调】请住建局明确消防验收标准，争取9月底前具备验收条件",
    "领导，{a}这周情况报一下：征地还剩{n}户没签，涉及2亩多，镇里说月底前能清完；可研批复已经下来了，初设正在编，预计下周三送审。"
    "资金方面专项债8600万元到位了{n}成，其余的财政说6月底前拨付，暂时没有其他困难。",
)
SOME = (
    "@项目助手 本周三个项目情况：\n1. {a}：路面摊铺完成2.{n}公里，9月25日前铺完\n2. {b}：主体封顶，二次结构完成{n}0%，"
    "累计投资{n}200万元\n3. {c}：被热力管沟挡住了，需热力公司配合切改，其他没变化，工程款也按月支付了",
    "报告：{a}环评6月{n}日已批复，本周完成投资1200万元，累计3.2亿元，主体施工到{n}层；{b}征地还剩3户没签，管线迁改请供电公司协调，"
    "基础完成6{n}%，预计8月底前出正负零，资金已到位，没有别的问题了。",
)
ASKED = (
    "@项目助手 {a}现在到哪一步了？上次说的征地问题解决没有，谁在负责，今年投资完成了多少，占年度计划的百分之几，预计什么时候能开工，"
    "另外{b}是不是还是黄灯，为什么一直没有变化，请把依据一起发我看一下，下午开会要用。",
)


def usual(rng: random.Random, made: list[Built]) -> str:
    """A report on one project, in one of three cases on several, now and then a question."""
    pattern = rng.choice(rng.choices((ONE, SOME, ASKED), (6, 3, 1))[0])
    a, b, c = (rng.choice((each.entry.name, *each.said)) for each in rng.sample(made, 3))
    return pattern.format(a=a, b=b, c=c, n=rng.randint(2, 9))


def dense(rng: random.Random, made: list[Built]) -> str:
    """As many projects as a message of this length can hold, which nobody writes: the worst case that still is news."""
    return chat(rng, made, LENGTH)
