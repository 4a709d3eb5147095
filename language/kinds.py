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
NUISANCE = late(
    r"^(?![^，。；]*[标招采])(?=[^，。；]*(?:投诉|举报))[^，。；]*(?:噪[音声]|扬尘|灰尘|粉尘|异味|臭|泥浆|渣土|夜间|半夜|夜里|晚上)"
)
"""夜间施工噪声被投诉: no bidder complains of it."""
NEIGHBOURS = late(
    r"^(?![^，。；]*[标招采])(?=[^，。；]*(?:投诉|举报))[^，。；]*(?:施工|工地|居民|群众|邻居|住户|村民|业主|小区)"
)
OF_MAKERS = late(r"[厂家商站][里家那]?[^，。；]{0,6}(?:减产|停产|停炉|[限停断没]电|限产|检修|放假)")
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
NOT_CHOSEN = late(
    r"(?:施工|监理|总包|检测|第三方|设计|勘察|代理|审计|造价|咨询|测绘|中标)(?:单位|机构|公司|队伍|方)?(?:到现在|一直|至今|还|都|也|仍|始终|迟迟)*"
    r"[没未]有?(?:招|选|确?定|落实|进库)"
)
"""施工单位没定: whoever is to build has yet to be chosen."""
OLD_HOUSES = late(r"(?:仓库|房子?|老屋|楼|棚|厂房|围墙|猪圈)[^，。；]{0,3}拆不(?:掉|了|动|下来)")
GROUND_WANTING = late(r"(?:指标|用地|耕地|占补|林地|土地)[^，。；]{0,3}缺口")
HANDS_WANTING = late(r"(?:人员|工人|劳动力|劳务|用工|砂石|材料|混凝土|土方|运力)[^，。；]{0,3}缺口")
POWER_WANTING = late(r"(?:用电|供电|电力|容量|供水|用水|供气|用气|供热)[^，。；]{0,3}缺口")
"""用地指标缺口大: what is wanting, and no money."""
UNPAID = late(r"欠薪(?![^，。；]{0,10}(?:访|闹|堵|讨|围|拦|聚|告|投诉))")
TOO_WET = late(r"太湿|太滑|泡软|泥泞|化冻")
NO_CLOSING = late(r"不[给让准许批][^，。；]{0,3}(?:封航|断航|停航|封路|封道|断交|占道|断路)")
FELLING = late(r"(?:采伐|砍伐|伐木|移植)(?:指标|许可|证|手续|限额)")
UNDECIDED = late(
    r"(?:方案|图纸?|设计|变更|需求|选型|选色|样板|布局|户型)[^，。；]{0,8}(?:[定决拿]不|[没未]有?(?:定|确认|签|回复?|答复|点头)|不确认|不签)"
)
"""装修方案业主定不下来: what is not decided, whoever is to decide it."""
NOT_FELLED = late(r"[没不未][^，。；]{0,4}(?:移|砍|伐|锯|迁)(?:走|掉)?[^，。；]{0,2}[树苗]")
"""绿化队没来移树."""
USE_OF_LAND = late(r"(?:土地|用地|地块)(?:的)?(?:性质|用途)")
STOPPED_FOR_SAFETY = late(r"(?:安监|质监|应急|安全|监理|质量)[^，。；]{0,8}(?:停工令|叫停|责令)")
AT_THE_DESK = late(r"窗口|材料|要件|报件|收件|受理")
"""审批窗口说材料不合格不收: papers that are not taken in."""
ASSESSED = late(r"(?:安全|质量)[^，。；]{0,4}(?:评价|评估|审查|条件|预评)[^，。；]{0,4}[没未不]")
"""地震安全性评价没过: a paper."""
PASSAGE = late(
    r"(?:(?:电力|燃气|管廊|管线|线路)通道|(?:开挖|破除|占用)(?:绿地|绿化|城市道路|人行道))"
    r"[^，。；]{0,5}(?:许可|手续|审批)[^，。；]{0,6}[没未不]"
)
"""电力通道规划许可没拿到: what it lets somebody do."""
WATERLOGGED = late(r"积水|泡水|泥泞|[都全]是(?:水|烂?泥)|陷车")
"""场地积水进不去."""
OF_A_LINE = late(r"[缆线管杆塔站道气](?:的)?(?:迁改?|改[迁移线]|移|切改|搬迁)[^，。；]{0,3}(?:协议|补偿|费用?|合同)")
"""光缆迁改协议没签: with whom the line is agreed about, and nobody's land."""
WITH_LENDERS = late(r"(?:融资|贷款|授信|资金|投资|银团|入股|担保|分成|股东|股权|合作方?|合资)[^，。；]{0,6}谈")
OF_SUPPLY = late(
    r"(?:并网|接入|购售电|供[电气水热]|用[电气]|调度)(?:接入)?(?:协议|合同|方案)|(?:燃气|供电|电力|电网|供水|自来水|热力)(?:公司|局|所|集团)[^，。；]{0,6}[不没未][^，。；]{0,3}签"
)
"""并网协议不肯签: with whom it is agreed about, and nobody's land."""
WITH_MAKERS = late(
    r"(?:设备|机组|供货|采购|厂家|供应商|分包|总包|施工|监理|检测|租赁|安装|服务|代理)(?:单位|方|商)?[^，。；]{0,4}(?:合同|协议|价格?)"
    r"|(?:合同|供货协议)[^，。；]{0,3}谈(?:崩|判|黄|破)"
)
"""机组合同谈崩了: of what is bought."""
BY_SUPERVISOR = late(r"(?:监理|总监|质监站?|安监站?|质安站)[^，。；]{0,4}(?:不[让准许给]|叫停)")
"""监理不让铺: who looks after the works, and nobody in the way."""
AT_CUSTOMS = late(r"(?:海关|口岸|报关|清关|商检)[^，。；]{0,6}(?:卡|压|扣|滞|没放|没出|查验|排队|慢)")
"""海关卡了一批压缩机: goods that do not come."""
MEASURED_BY = late(
    r"(?i:PUE|能耗|能效|碳|排放|煤耗|电耗|水耗|总量|性能|技术|经济|环境|强度|质量|检测|水质|噪声)[^，。；]{0,4}指标"
)
"""PUE指标没过: what a review measures, and no quota of land."""
PERMIT_ENDS = late(r"(?:许可|批文|批复|证)[^，。；地]{0,6}到期")
"""抛泥区许可月底到期: a paper."""
WORKS_OF_SUPPLY = late(r"[水电气热][厂站][^，。；]{0,10}供不[上到]")

ACROSS = late(
    r"(?:(?:下穿|上跨|穿越|跨越|横穿|[穿跨过](?=[^，。；]{0,3}(?:高速|国道|省道|公路|铁路)))|涉路|路政)[^，。；占]{0,10}"
    r"(?:许可|手续|审批|方案)[^，。；占]{0,10}[没未不]"
)
"""下穿高速的手续路政没批: a paper, and no traffic."""
NOT_PAID_OUT = late(
    r"(?:[费款钱]|租金|经费|资金)[^，。；]{0,6}(?:[没未]有?(?:下?拨|拨付|拨下来|拨到位)|拨不[下到]|拨付不)"
)
"""老人暂住点的租金一直没拨: money, whoever waits for it."""

BETTER: Mapping[P, Sequence[tuple[re.Pattern[str], P]]] = {
    P.SUPPLY: ((CROSSING, P.APPROVAL), (OF_LINES, P.UTILITIES), (OF_MAKERS, P.CONSTRUCTION)),
    P.APPROVAL: (
        (AT_CUSTOMS, P.CONSTRUCTION),
        (NO_CLOSING, P.TRAFFIC),
        (THEY_FEAR, P.STABILITY),
        (OF_LINES, P.UTILITIES),
    ),
    P.TENDER: ((NUISANCE, P.ENVIRONMENT), (NEIGHBOURS, P.STABILITY)),
    P.UTILITIES: ((WAITED_FOR, P.CONSTRUCTION), (NOT_LED, P.SUPPLY), (CROSSING, P.APPROVAL)),
    P.DESIGN: ((TO_HAND_IN_AGAIN, P.APPROVAL), (USE_OF_LAND, P.LAND)),
    P.LAND: (
        (MEASURED_BY, P.APPROVAL),
        (PERMIT_ENDS, P.APPROVAL),
        (FELLING, P.GREENING),
        (WATERLOGGED, P.WEATHER),
        (PASSAGE, P.APPROVAL),
    ),
    P.ACQUISITION: (
        (NOT_PAID_OUT, P.FUNDING),
        (OF_A_LINE, P.UTILITIES),
        (WITH_LENDERS, P.FUNDING),
        (OF_SUPPLY, P.SUPPLY),
        (WITH_MAKERS, P.TENDER),
        (POLES_STAY, P.UTILITIES),
        (ROADWAY, P.TRAFFIC),
        (FITTINGS, P.STABILITY),
        (TALKED_OF_LAND, P.LAND),
        (REVISED, P.DESIGN),
    ),
    P.ENVIRONMENT: ((STOPPED_FOR_SAFETY, P.CONSTRUCTION), (ROADWAY, P.TRAFFIC), (THEY_FEAR, P.STABILITY)),
    P.FUNDING: (
        (GROUND_WANTING, P.LAND),
        (HANDS_WANTING, P.CONSTRUCTION),
        (POWER_WANTING, P.SUPPLY),
    ),
    P.TRAFFIC: ((ACROSS, P.APPROVAL),),
    P.STABILITY: (
        (NOT_PAID_OUT, P.FUNDING),
        (BY_SUPERVISOR, P.CONSTRUCTION),
        (UNPAID, P.FUNDING),
        (UNDECIDED, P.DESIGN),
        (OLD_HOUSES, P.ACQUISITION),
        (RENEWED, P.LAND),
        (GOODS_HELD, P.CONSTRUCTION),
    ),
    P.CONSTRUCTION: (
        (NOT_CHOSEN, P.TENDER),
        (NOT_FELLED, P.GREENING),
        (TOO_WET, P.WEATHER),
        (ASSESSED, P.APPROVAL),
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
    P.HANDOVER: ((IN_THE_WAY, P.UTILITIES), (AT_THE_DESK, P.APPROVAL)),
}
"""What a clause of some category tells of instead, if it holds this."""


def better_kinds(text: str, categories: tuple[P, ...]) -> tuple[P, ...]:
    """The categories of a clause, each as what is done or wanted says it."""
    return tuple(dict.fromkeys(_better(text, each) for each in dict.fromkeys(categories)))


def _better(text: str, category: P) -> P:
    return next((other for pattern, other in BETTER.get(category, ()) if pattern.search(text)), category)
