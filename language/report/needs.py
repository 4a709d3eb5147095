"""What a site needs beside its works: that it has come, gone or is wanting does not say how far the works are."""

from language.late import late
from language.report.saying import Saying
from language.report.tokens import Kind
from models.registry import NodeEntry
from models.vocabulary import NodeKind

ON_SITE = frozenset(
    {
        NodeKind.START,
        NodeKind.FOUNDATION,
        NodeKind.STRUCTURE,
        NodeKind.TOPPING_OUT,
        NodeKind.INSTALLATION,
        NodeKind.OTHER,
    }
)

_PEOPLE = (
    "人员|人手|人马|工人|队伍|班组|劳务|师傅|司机|监理|监理单位|检测单位|安全员|技术员|技术工人|项目经理|管理人员|总监"
)
_MONEY = "资金|[工预进尾货欠材租][\u4e00-\u9fff]{0,3}款|工资|农民工工资|经费|保证金|补助"
_GOODS = "材料|物资|设备|机械|机具|配件|塔吊|吊车|挖机|泵车|施工电梯|(?:防汛|应急)物资"
_SUPPLY = "水电|三通一平|临电|临水|外电|施工用电|施工用水|便道|施工便道|信号|蒸汽|燃气"
_PAPERS = (
    "手续|图纸|施工图|蓝图|(?:专项|施工)?方案|设计变更|变更|合同|协议"
    "|(?:安全|技术)?交底|例会|[\u4e00-\u9fff]{0,4}许可证?"
)
_IN_THE_WAY = "坟|坟地|树木|行道树|杆子|电杆|电线杆|杆线|光缆|管线|导改|(?:交通)?导改|围墙|青苗|附着物"
_HOUSEHOLDS = r"(?:那|这|最后|剩下的?|其余)?[\d一二两三四五六七八九十几]+[户家](?:人|企业|商户)?"
_ON_THE_SITE = (
    "围挡|临建|食堂|宿舍|项目部|工棚|样板|样板间|检测|试验|检验|演练|培训|教育|扬尘(?:治理|管控)?|环保|安全检查|隐患|整改"
    "|验槽|水位|积水|信访件?|投诉"
)
_THING = "|".join((_HOUSEHOLDS, _PEOPLE, _MONEY, _GOODS, _SUPPLY, _PAPERS, _IN_THE_WAY, _ON_THE_SITE))
_SMALL = "(?:现在|目前|今天|昨天|上周|这两天|已经?|都|也|刚刚?|才|总算|终于|全部?|还|尚|一直|至今|仍|正式)"
_VERB = (
    r"[没未不]?有?[到通齐来有够接送批给下办移迁砍锯拨付发出交定签搭装搞做修"
    r"买备进建换配过验打清搬腾谈改拆会增招落解退升降抽完][\u4e00-\u9fff]{0,3}"
)
_SHORT = r"[水电气网路人钱料货款坟树图证]"
_SHORT_VERB = (
    r"[没未不]?有?[通到齐来有够接送批给下办移迁砍锯拨付发出交改]"
    r"(?:上|好|完|通|到|齐|来|下来|走|位|掉|进来)?"
)
OF_NEEDS = late(
    rf"[，、；。 ]*(?:但|不过|就是)?{_SMALL}*(?P<thing>{_SHORT}){_SMALL}*{_SHORT_VERB}[了的]?[。！ ]*"
    rf"|[，、；。 ]*(?:但|不过|就是)?{_SMALL}*(?P<things>{_THING}){_SMALL}*{_VERB}[了的]?[。！ ]*"
)
"""电通了, 人齐了, 预付款没打, 图纸没出: said of a site, whichever of its works was named before."""
BARE_PAPER = late(
    rf"[，、；。 ]*(?:但|不过|就是)?{_SMALL}*(?:批|办|审)?(?:批了|下来了?|定标了?|中标了?|招到了?|招上了?)[。！ ]*"
)
"""原来卡在用地上，现在批了: of a paper, whichever it is."""


ELSE = late(r"线路|水[中下上利]")
"""In these a 路 or a 水 is none of the site's."""


def only_of_needs(saying: Saying, node: NodeEntry) -> bool:
    """Whether what is told of some works is only told of what they need."""
    if node.kind not in ON_SITE:
        return False
    named = [each for each in saying.segment.subjects if each.kind is Kind.NODE]
    start = named[-1].start + len(named[-1].text) - saying.segment.start if named else 0
    if not saying.segment.subjects and BARE_PAPER.fullmatch(saying.text):
        return True
    if (found := OF_NEEDS.fullmatch(saying.text, max(0, start))) is None:
        return False
    thing = found["thing"] or found["things"][:2]
    return thing not in ELSE.sub("", node.name)
