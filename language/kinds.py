"""Of what kind a trouble is where who or what does it, or is wanted, says it better than the word for it."""

import re
from collections.abc import Mapping, Sequence

from language.late import late
from models.vocabulary import ProblemCategory as P

OF_LINES = late(
    r"[没未不肯先才来人][^，。；]{0,5}(?:迁|挪|移[走位开]|拔|剪[线断]?|割接|切[改断割]|改[移迁线道管]|入地|落地|下地)|(?<!回)来人?改$"
    r"|[杆塔里上下条根道][^，。；]{0,3}线[^，。；]{0,4}[没未不](?:人|来|动|拆|撤)"
    r"|停[水电气热](?:窗口|计划|时间)|(?:排|给|批|定|肯|愿|让)[^，。；]{0,3}停[水电气热](?!了|产)|停[水电气](?:[^，。；]{0,2}[批排定]不|[^，。；]{0,3}没[批排定])"
)
"""光缆没人来迁, 停电窗口没排: a line that is in the way, whoever runs it."""
OF_MAKERS = late(r"[厂家商站][里家那]?[^，。；]{0,6}(?:减产|停产|停炉)")
"""厂里断电减产: what is made for the site."""
WAITED_FOR = late(r"等[^，。；等]{1,8}等[了得]")
"""等电缆等了三天: it shall come, and not go."""
ROADWAY = late(
    r"(?:不[让准许给]|叫|要求)[^，。；]{0,4}(?:占|封|断|往?回?[收缩退])[^，。；]{0,6}(?:车道|人行道|航道|[占断封]道|[大道公马]路|[路街](?![基灯缘]))"
)
"""城管不准占河滨路."""
FITTINGS = late(
    r"不[让许准][^，。；]{0,2}[拆动敲砸][^，。；]{0,6}(?:窗|防盗|网|棚|栏|门|空调|热水器|太阳能|花[架池]|晾衣|隔断|外机|阳台|雨搭)"
)
"""业主不让拆防盗窗: those who live there let nobody work, and are not to go."""
TALKED_OF_LAND = late(
    r"(?:用地|占地|借地|租地|场地|便道|弃[渣土]场?|堆场|料场|渣场|[那这]块地)[^，。；补赔青征拆流]{0,4}[没未谈]"
)
"""用地没谈妥."""
RENEWED = late(r"不[^，。；]{0,2}(?:再)?续(?![建航])|没续(?![建航])")
"""村里不肯续: the lease of land."""
REVISED = late(r"改了[^，。；]{0,2}[\d二三四五六七八九两几]+[版稿轮]")
"""房屋改了三版还没定."""
PEOPLE_SAY = late(
    r"(?:[村居渔牧农]民|群众|住户|商户|老百姓|业主(?!单位|方|代表)|[\d一二两三四五六七八九十几]户|户主|邻居|老乡|住家|人家)们?[^，。；]{0,4}"
    r"(?:[说讲喊](?!好|定|清)|反映|怪|骂|嫌)"
)
"""4户说放炮把屋基震裂了: what others say of their own is their quarrel."""

THEY_FEAR = late(
    r"(?:[民众户工区家长师村里邻庄屯社寨邻校院楼]|老乡|群里|老板)(?:里|上|那边)?[们都还很也老总就]{0,2}"
    r"(?:怕|担心|嫌|顾虑|不放心|反感|抱怨|忧心)"
)
"""南侧小区怕有臭味: what others fear or find fault with is their quarrel, and nothing that is wrong with the air."""
GOODS_HELD = late(
    r"(?:[料砂石钢货材罐泵吊]车?|货|船)[^，。；不]{0,3}[堵困滞压卡]在(?!一起)[^，。；]{1,8}"
    r"(?:进不|出不|过不|[上下]不|到不|运不|来不|动不|$)"
)
"""石料船堵在船闸外头进不来: what is held up is on its way to the site, and stands in nobody's."""
NOT_BROUGHT = late(r"[没未]有?(?:运|送|拉|发|进场|供|到货|到场|起苗)|断货|缺货|不发货|到得慢|调不[来到]")
"""外地榉树没运到: they are to come, and not to go."""
PAID_FOR = late(r"[的]?钱|补偿|赔|价")
"""果园的树钱还没赔: what is owed for them."""
DRAWN_AGAIN = late(r"(?:图纸?|设计|方案|蓝图)[^，。；]{0,4}返工")
LET_NOBODY = late(
    r"(?:业委会|业主|居民|住户|村民|群众)[^，。；]{0,4}不[让许准](?!砍|移|迁|挪|伐|采|栽|动[^，。；]{0,4}[树棵])"
)
"""银杏苑业委会不让停气: of no trees."""
CROSSING = late(r"[穿跨过占破挖][^，。；]{1,6}的?(?:许可证?|手续|审批)[^，。；]{0,6}[没未不]")
"""电缆沟穿绿道的许可城管还没批: the line is built, and does not go."""
IN_THE_WAY = late(r"[线管杆缆沟][^，。；]{0,3}[横杵挡压埋碍戳立][^，。；]*没人[管认来]")
"""燃气管横在基坑里没人管: no works that somebody is to take over."""

NOT_LED = late(r"没[^，。；]{0,2}[拉接引送][过进上到来通]|[拉接引送]不[过进上来通]")
"""外线电缆没拉过来: it shall come, and not go."""
POLES_STAY = late(
    r"(?:基站|[铁信]塔|[电线灯水]杆|杆[子线]|箱变|变压器|[光电]缆|管[线道])[^，。；]{0,6}[不没]有?(?:肯|愿意?)?[搬挪迁移腾]"
)
"""移动基站不搬: nobody lives there."""
TO_HAND_IN_AGAIN = late(
    r"(?:公安|消防|水[利务]|海事|交警|环保|文物|审批|住建|应急|专家组?|评审)[^，。；]{0,5}(?:让|要求?|叫)[^，。；]{0,3}重新?(?:报|批|审|上会|论证)"
)
"""爆破方案公安让重新报: a paper."""
DESIGNERS_LACK = late(r"设计(?:院|单位|方|所|人员|师)[^，。；]{0,5}(?:人手|人不|没人|没空|忙不|排不)")
"""设计院人手不够: no hands of the site."""
QUEUED_AT = late(r"[在到][\u4e00-\u9fff]{1,5}(?:[局厅部委办院里]|专家|窗口|中心|那)[\u4e00-\u9fff]{0,2}排队")
"""卡在市局排队呢: a paper, and no carts."""
WORKS_OF_SUPPLY = late(r"[水电气热][厂站][^，。；]{0,10}供不[上到]")

BETTER: Mapping[P, Sequence[tuple[re.Pattern[str], P]]] = {
    P.SUPPLY: ((CROSSING, P.APPROVAL), (OF_LINES, P.UTILITIES), (OF_MAKERS, P.CONSTRUCTION)),
    P.APPROVAL: ((THEY_FEAR, P.STABILITY), (OF_LINES, P.UTILITIES)),
    P.UTILITIES: ((WAITED_FOR, P.CONSTRUCTION), (NOT_LED, P.SUPPLY), (CROSSING, P.APPROVAL)),
    P.DESIGN: ((TO_HAND_IN_AGAIN, P.APPROVAL),),
    P.ACQUISITION: (
        (POLES_STAY, P.UTILITIES),
        (ROADWAY, P.TRAFFIC),
        (FITTINGS, P.STABILITY),
        (TALKED_OF_LAND, P.LAND),
        (REVISED, P.DESIGN),
    ),
    P.ENVIRONMENT: ((ROADWAY, P.TRAFFIC), (THEY_FEAR, P.STABILITY)),
    P.STABILITY: ((RENEWED, P.LAND), (GOODS_HELD, P.CONSTRUCTION)),
    P.CONSTRUCTION: (
        (PEOPLE_SAY, P.STABILITY),
        (DRAWN_AGAIN, P.DESIGN),
        (DESIGNERS_LACK, P.DESIGN),
        (WORKS_OF_SUPPLY, P.SUPPLY),
        (QUEUED_AT, P.APPROVAL),
    ),
    P.GREENING: (
        (CROSSING, P.APPROVAL),
        (LET_NOBODY, P.STABILITY),
        (NOT_BROUGHT, P.CONSTRUCTION),
        (PAID_FOR, P.ACQUISITION),
    ),
    P.HANDOVER: ((IN_THE_WAY, P.UTILITIES),),
}
"""What a clause of some category tells of instead, if it holds this."""


def better_kinds(text: str, categories: tuple[P, ...]) -> tuple[P, ...]:
    """The categories of a clause, each as what is done or wanted says it."""
    return tuple(dict.fromkeys(_better(text, each) for each in dict.fromkeys(categories)))


def _better(text: str, category: P) -> P:
    return next((other for pattern, other in BETTER.get(category, ()) if pattern.search(text)), category)
