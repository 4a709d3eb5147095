"""What a word that ends something comes to: reached, denied, nearly reached, planned, of a number or a part only."""

from language.amounts import NumberKind, NumberSpan
from language.belonging import PERMITS
from language.facts.acts import Act
from language.facts.papers import ON_PAPER
from language.facts.said import Said, is_mark, kinds_of, without_tail
from language.late import late
from language.report.done_to import VERB
from language.report.tokens import Kind, Token
from language.tables.ladder import BESIDE, BEYOND
from language.tables.marks import Mark
from models.vocabulary import NodeKind

ENDING = frozenset({Mark.DONE, Mark.DONE_PAST, Mark.WHOLE, Mark.AWARD})
PAPERS = ("批复", "批文", "证", "批准", "审批")
FIXED = frozenset({"定了", "定下来", "已定", "敲定"})
ACTS_OF_A_DAY = frozenset(
    {NodeKind.START, NodeKind.TOPPING_OUT, NodeKind.COMPLETION, NodeKind.ACCEPTANCE, NodeKind.OPERATION}
)
WORKED_AT = frozenset(
    {
        NodeKind.START,
        NodeKind.FOUNDATION,
        NodeKind.STRUCTURE,
        NodeKind.TOPPING_OUT,
        NodeKind.INSTALLATION,
        NodeKind.OPERATION,
    }
)
"""Works and acts: no paper that comes ends them (批文下来才能开工)."""
OF_PAPERS = late(r"批|^下来|^核发|^核准|^领到|^拿到|^证")
CALLED_GRANTED = late(r"批|证|许可|令$|报告$|备案")
JUST_HAPPENED = ("了", "的", "啦", "喽", "咯")
VERB_BEFORE = {"完": (0, 1, 2), "好": (0, 1, 2), "立": (0, 1)}
"""How many characters of a verb may stand before an end: 组|立完, 修|完了."""
AS_NOUN = late(
    r"的?(?:时间|日期|日子)|的?(?:在即|在望|可期|可待|尚早|未遂|指日可待|遥遥无期)|前(?=[，。；、\s]|$)"
    r"|的(?:决心|目标|把握|希望|可能|难度|前提|时候|门槛|障碍)"
)
"""完成时间, 批复的日子: the end is only named, and a day beside it decides."""
NOT_KNOWN = late(r"不(?:确定|知道|清楚|晓得|了解|好说)[^，。；]{0,6}[没不未]$")
UNTOLD = late(
    r"(?:可能|大概|大约|估计|恐怕|想必|或许|也许|兴许|没准|说不定|是否|是不是|有没有|算不算|算不上|谈不上|称不上|不能说|不能算|不算"
    r"|责令|勒令|力保|任务是|目标是|(?<![为困灾疑])难(?![点题度民])|(?<![请被来电通])传|[催盯]着?|在催|催[办促]|不是|并非|以为|当成|当作|视同|疑似|应(?=(?:于|在)?$)(?<![反供响对适相效感]应)|(?:怎么|咋)(?:着|样|说|讲)?(?=[也都])|(?:说[啥什]么?|无论如何|不管怎[么样]+|再怎么[着样说]?)(?=[也都])|(?<![撤分脱剥隔偏])离|距|要想|(?<![无不])[需须]要?|(?<![招接对期款交优善])待|何[曾时]|哪[里天日年月]?|几时|(?:什么|啥)时[候间]|要求|必能?"
    r"|(?:早就?|应|就|本|原|都)该|急盼|[坐只就]等|等着|没法|无法|没办法|不能|难以)"
    r"(?:说|是|都|也|就|先|算|得上|全部|全|最终|真正|彻底|按时|按期|如期|准时|及时|顺利|早日|在|于|把|将|得|该|要|能|会|已经?|业已)*$"
)
"""Before an end, what leaves open or denies that it has come: 是否已, 不是已经, 离…还早, 无法按时."""

HURRY = late(r"(?:抓紧|加快|赶紧|赶快|加紧|尽快|尽早|早日|加把劲|赶在)[^，。；]{0,9}$")
"""这两天抓紧组立完: what somebody hurries to end has not ended."""

HANDED_TO = late(
    r"(?:(?:已经?|再|正在|正|刚刚?|又)?(?:[呈上转申]?报|[呈递]?送|提交|递交|报送|呈交|提请|申请|报请)(?:给|到|至|经|由|请|了)*)"
    r"(?P<to>(?:[省市区县州镇国]|自然资源|发改|住建|环保?|水利|水务|交通|林业?|文物|国土|规划|[部厅局委办府]|政府|[局厅县市区省部]长|主任|书记|领导|部门|窗口|上级"
    r"|主管|分管)*)$"
)
"""Right before a grant: to whom something was handed for it."""
BEING_WRITTEN = late(
    r"(?:文件|文|稿)?(?:已经?|还|都|也|仍|正|在|待)*(?:拟|起草|会签|核稿|校对|套红|用印|发(?=[，。；]|$)(?<=待发))"
)
"""Behind the name of a paper: 批文待发, 批复已拟好."""
GRANTED = frozenset({"批了", "获批", "批下来了", "批复了"})
LETTERS = ("下文", "已下文", "发文", "下了文", "出文", "已发文")
"""省里已下文，钱没到账: the letter is there, the money is not."""
ARRIVED = late(rf"(?:{BEYOND})$")
ARRIVES = late(r"到位|下达|落实|拨付")
WORKS_PAPERS = late(r"(?:手续|许可证?|批文|审批)(?:还|都|也|仍|一直|至今|到现在)*[没未不][\u4e00-\u9fff]{0,2}$")
MONEY_OWED = late(r"[款钱费]|资金")
ALLOTTED = late(r"(?:额度|指标|计划|文件|批文|预算|通知|红头)(?:都|也|是|已经?|刚刚?|才)*$")
OF_A_TIME = late(r"(?:时间|日期|日子|窗口期?|停电计划|期限)[^，。；]{0,8}$")
DUE = ("该", "应该", "早该", "就该")
AGENT = late(r"(单位|机构|队伍|厂家|班组|经费|服务商|代理|中介|代理公司)(?:都|已经?|也|刚刚?|才|还)?$")
CHOSEN = ("中标单位", "施工单位", "总包单位", "中选单位", "成交单位")
DEALS = ("协议", "合同", "意向")
AT_LAST = ("如期", "提前", "顺利", "圆满", "终于", "总算", "成功", "正式", "胜利")
"""Before an act these say that it has happened, where nothing makes it a hope: 如期封顶."""
DENYING = frozenset({Mark.NOT, Mark.NOT_GRANTED, Mark.NOT_STARTED})
"""Right before an end: 没给|批, 没顾上|干完."""
SMALL = frozenset({Mark.ALL, Mark.PERFECT, Mark.PROGRESS, Mark.NEAR})
"""What may stand between a denial and its verb."""

_HELD_UP = r"(?:来得及|顾得?上|给|让|许|准|敢|能够?|肯|愿意?|同意|允许|答应|舍得)"
UNWILLING = late(rf"(?:{_HELD_UP}+[\u4e00-\u9fff]?(?<![的了]))?")
"""What may stand between a 不 and what it denies."""
DENIED_VERB = late(rf"{_HELD_UP}+[\u4e00-\u9fff]{{0,3}}(?<![的了])|[\u4e00-\u9fff]{{2,3}}(?<![的了])")
"""What may stand between a 没 and the end it denies: its verb, and what held it up."""

TWICE_DENIED = late(r"(?:不是|并非|不可能|不会|不能)(?:说|都|全|一直)?(?:没有?|未|不)[\u4e00-\u9fff]{0,2}$")
"""不是没办: what is only not denied has not been told to have happened."""
ONCE = frozenset({"批过", "过的", "办过", "批的", "批了"})
BEFORE_NOW = late(r"(?:原来|原先|本来|以前|早先|早年|曾经?|先前|当年)(?:是|也|就|都|已经?)?$")
OPEN = frozenset({Mark.PLAN, Mark.HOPE, Mark.DOUBT, Mark.WAITING, Mark.LACK, Mark.THING})
"""Right behind the bare name of an end these tell that it has not come."""
NEEDS = ("需", "须", "必", "要求", "应")
ITS_PAPERS = ("手续", "资料", "附件")
GOES_WITH = late(r"^(?:最后[一二两三几\d]*[\u4e00-\u9fff]?|[并且比得于在后的率至到给我们]|手续|文件|工作)+")
HAN = late(r"[\u4e00-\u9fff]")
PASSES = late(r"(?:[省市区县部厅局里级]{1,2}|行政|主管部门)?(?:审批|审核|审查|核准|备案|验收|许可)")
"""顺利通过审批: what is passed is the paper itself."""
PASSED = frozenset({"通过", "通过了", "过", "过了", "审过", "审过了", "同意", "审核同意"})
WRITTEN_OR_WEIGHED = frozenset("评编写报测勘示递送答查抽")
SEEN_THROUGH = late(r"[，、 ]?(?:已经?|都|也|顺利|一次)*(?:通过|合格|没(?:有)?(?:什么|啥|大)?问题)")
MENDS = late(
    r"(?:了|来了?)?[，、 ]?(?:[共一有]*[\d一二两三四五六七八九十几]+[条处项个]"
    r"|[\u4e00-\u9fff]{0,4}?(?:正?在|要|得|需|还得|还要)[改修补整完])"
)
"""意见出了，11条, 意见出了，在改: what follows remarks."""
FINISHED = ("完", "完了", "好", "好了")
REMARKED_ON = frozenset(
    {
        NodeKind.DRAWING_REVIEW,
        NodeKind.PROJECT_APPROVAL,
        NodeKind.PRELIMINARY_DESIGN,
        NodeKind.LAND_TRANSFER,
        NodeKind.ENVIRONMENTAL_ASSESSMENT,
        NodeKind.CONSTRUCTION_PERMIT,
    }
)
"""Papers of which an opinion is but what reviewers remark; others are opinions themselves."""
MENDED = frozenset("改修补复")
TERM = frozenset("期")
"""评完了, 公示完了, 签约期结束: what is at its end is a step."""
BESIDE_IT = late(BESIDE)
LED_TO = frozenset("定出")
"""评标定了: behind the name of a step, the end that it led to."""
EXPERTS = late(
    r"(?:专家组?|经办人?|科室|处室|股室|[科处室股]|[科处室股]长|主任|[局县市区省部厅]长|书记|分管(?:领导|局长|县长|区长)?|领导|评审组|评审委员会|评委会|审查组|规委会|评审|会审|初审|内审|预审|会议|常务会|专题会|会上|评估会?|论证会?)"
    r"(?:成员|们|那边|都|已经?|也|一致|全票|原则上?|顺利|刚刚?|上周|昨天|今天|前天)*$"
)
"""Who passes something that has yet to be granted."""

ONE_STAGE = late(r"(?<![海机相有开攻把闭])关(?:都|也|已经?|算是?)?$")
"""居民代表那关过了: one of several that a paper has to pass."""

REWRITE = late(
    r"(?:请|把|将|麻烦|帮|给|要求|让|命令)[^，。；！？\n]{1,50}(?:改|标|标记|标注|登记|记|设|设置|置|更新|修改|变更|录入?|填|写|显示)(?:为|成|回|作)"
    r"[“”\"'「『【]?(?:已经?)?$"
)
WRITTEN = frozenset("为成回作")
"""One of these stands right before what is to be written."""
PUT_RIGHT = late(r"更正|勘误|纠正|写错|报错|填错|打错|有误|应为|应该?是|不对")
"""With these words somebody puts right what they said before."""

SOME = late(r"[\u4e00-\u9fff](的)(?:都|全|也|已|就){0,2}$")

ITS_PAPERS_OWN = late(r"的?(?:各项|前期|审批)?(?:手续|材料|资料)")
NO_OTHER = late(
    r"最后一?[\u4e00-\u9fff]|大概|大约|估计|近日|日前|近期|[双全]线|流程|程序|遗留户|[剩余尾]户|剩下|余下|单位|意见书|合格[书证]?|许可证|批文|双双|一次|成功|[\u4e00-\u9fff]{0,4}(?:[局厅委办]|政府|部门|交警|公司|集团|银行)|[省市县区镇乡村厂局厅部院行]里|[省市县区]发改|指标|发行|资金|款项"
    r"|都|也|已经?|全部?|终于|总算|顺利|基本|现在|目前|就|才|刚刚?|又|还|一次性|按期|如期|提前|圆满|胜利|正式|整体|总体|全面|彻底|真正|按时|一起|同步|陆续|先后|分别|均|统统"
    r"|[给把被让将]|我们?|咱们?|他们|施工单位|施工方|总包|工人|队伍?|[那这]边|[那这]块|[那这]个|[的了吧呢啊哦是于在到算其实]"
    rf"|工作|任务|工程|项目|施工|建设|部分|作业|环节|节点|内容|[{VERB}走办谈载]{{1,3}}\s*$"
)
MOST_OF_IT = late(r"了?(?:绝?大部分|大多数|多数|一?部分|大头|一些|主要部分|主要的)")
"""完成了大部分: the rest has not ended."""
STRETCH_ENDS = late(
    r"[\u4e00-\u9fff](?<![全标各分工阶手])(?P<stretch>段)(?:[已也就全都]|[谈签拆迁征清铺挖干修埋焊做打装])*$"
)


class Ends:
    """Judges the ends that are told in one segment by what stands beside them."""

    def __init__(self, said: Said) -> None:
        self._said = said

    def is_paper(self, token: Token, place: int) -> bool:
        """批复5月25日前拿到: a paper that is only named, with its verb behind it."""
        if token.text in PAPERS and token.end == self._said.end and self._said.follows(token, ("的",)):
            return True  # 取水许可的批复，省厅说…
        if token.text not in PAPERS or any(each.kind is not Kind.DATE for each in self._said.tokens[:place]):
            return False
        rest = self._said.tokens[place + 1 :]
        return bool(rest) and rest[0].kind is Kind.DATE and any(is_mark(each, ENDING) for each in rest)

    def stands_firm(self, token: Token, place: int) -> bool:
        """Whether an end is neither impossible nor denied nor only near."""
        return not (self._impossible(token, place) or self.denied(token, place) or self._nearly(token, place))

    def _of_a_time(self, token: Token) -> bool:
        """通航时间海事已经批了: a day is fixed or granted, and nothing has ended."""
        first = max(self._said.start, token.start - 10)
        return token.text[0] in "批定" and OF_A_TIME.search(self._said.text, first, token.start) is not None

    def _of_a_paper(self, token: Token) -> bool:
        """批文下来才能开工, 开工取决于批文: a paper is granted, the works beside it have not ended."""
        if OF_PAPERS.search(token.text) is None or any(
            each.kind is Kind.NODE and CALLED_GRANTED.search(each.text) for each in self._said.tokens
        ):
            return False  # 开工令下来了
        named = [node for each in self._said.tokens if each.kind is Kind.NODE for node in each.value.nodes.values()]
        return bool(named) and all(
            node.kind in WORKED_AT and CALLED_GRANTED.search(node.name) is None for node in named
        )

    def _only_fixed(self, token: Token) -> bool:
        """试通航定了，7月1日: of an act it is the day that is fixed."""
        if token.text not in FIXED:
            return False
        node = self._said.node_before(token)
        return node is not None and kinds_of(node) <= ACTS_OF_A_DAY

    def act(self, token: Token, place: int, by_name: bool, ahead: bool) -> Act | None:
        """What an end comes to: denied, nearly reached, planned, of a number only, of a step, or reached.

        `ahead` where what is still to come is told before it.
        """
        if self._impossible(token, place) or self._untold(token):
            return Act.PLANNED
        if self._handed_to_grant(token):
            return Act.PENDING
        if self.denied(token, place):
            return None if self._of_its_money(token) or self._of_its_papers(token) else self._denied_end(token, by_name)
        if self._nearly(token, place):
            return Act.PROGRESS
        if self._only_mentioned(token, place):
            return Act.NAMED
        text, near = self._said.text, max(self._said.start, token.start - 8)
        if AS_NOUN.match(text, token.end - token.text.endswith("的")) or TWICE_DENIED.search(text, near, token.start):
            return Act.NAMED
        if token.text in ONCE and BEFORE_NOW.search(text, near, token.start):
            return Act.NAMED  # 原来批过
        if self._said.follows(token, DUE) or (self._said.follows(token, ("先",)) and not self._said.told_as_past()):
            return Act.PLANNED  # 主体该封顶了
        if ahead:
            return Act.PLANNED
        if not by_name and (self._of_a_time(token) or self._only_fixed(token) or self._of_a_paper(token)):
            return None
        if by_name and not self._counted(token, place):
            return self._named_end(token, place)
        if self._of_some(token) or self._of_one_stretch(token) or MOST_OF_IT.match(text, token.end):
            return Act.PARTLY_DONE
        if not by_name and (self.of_a_thing(place) or self._of_agent(token) or self._only_going_on(token, place)):
            return None
        if not by_name and self._said.goes_on_with(token, DEALS):
            return Act.STEPPED
        if by_name or (token.value is not Mark.WHOLE and self._counted(token, place) and not self._grants(token)):
            return Act.PARTLY_DONE
        if self._step_before(token, place) or self._not_yet_in(token):
            return Act.STEPPED
        return self._end_of_another(token) if self._of_another(token, place) else Act.DONE

    def _end_of_another(self, token: Token) -> Act:
        """报名结束 is a step of a tender; 青苗清完了, 垫层浇完了 are parts that tell nothing of the whole."""
        node = self._said.node_before(token)
        return Act.STEPPED if node is not None and kinds_of(node) <= ON_PAPER else Act.PARTLY_DONE

    def _of_another(self, token: Token, place: int) -> bool:
        """开工手续办完了, 通车演练完成: what is named between the node and the end is what has ended."""
        node = self._said.node_before(token)
        if node is None or kinds_of(node) & PERMITS or Mark.EXCEPT in self._said.small:
            return False
        begin = max(node.end, without_tail(node))
        if ITS_PAPERS_OWN.match(self._said.text, without_tail(node), node.end + 2) and kinds_of(node) <= ACTS_OF_A_DAY:
            return True  # 开工手续办完了
        rest = self._said.text[begin : token.start]
        if len(rest) < 2 or "，" in rest:
            return False
        for each in reversed(self._said.tokens[:place]):
            if each.start < begin:
                break
            if each.kind not in (Kind.MARK, Kind.DATE):
                return False
            rest = rest[: each.start - begin] + " " + rest[each.end - begin :]
        rest = NO_OTHER.sub(" ", NO_OTHER.sub(" ", rest))  # 卸载成功: the verb stands at the end only then
        named = {sign for each in node.value.nodes.values() for sign in each.name}
        return len(HAN.findall(rest)) >= 2 and named.isdisjoint(rest)

    def _handed_to_grant(self, token: Token) -> bool:
        """已报市局批, 已报请批复, 批文在拟: whoever is to grant it has it, or is writing it."""
        if token.text[0] not in "批审核签":
            return False
        text = self._said.text
        if token.text in PAPERS and BEING_WRITTEN.match(text, token.end, self._said.end):
            return True
        handed = HANDED_TO.search(text, max(self._said.start, token.start - 12), token.start)
        return handed is not None and (not token.text.endswith(JUST_HAPPENED) or handed["to"] == "")

    def _not_yet_in(self, token: Token) -> bool:
        """专项债批下来了, 额度下来了 of 专项债资金到位, 审核通过 of 专项债发行: what is granted has not arrived."""
        text, near = self._said.text, max(self._said.start, token.start - 8)
        allotted = ALLOTTED.search(text, near, token.start) is not None
        letter = text.startswith(LETTERS, token.start) or text.startswith(LETTERS, token.start - 1)
        granted = letter or token.text in GRANTED or token.text in PASSED or token.text == "批下来"
        if not allotted and not granted:
            return False
        node = self._said.node_before(token)
        return node is not None and all(ARRIVED.search(each.name) for each in node.value.nodes.values())

    def _only_mentioned(self, token: Token, place: int) -> bool:
        """完成在即, 批复取决于省厅, 完工计划不变: an end by its bare name of which something else is said."""
        if token.value is not Mark.DONE or self._said.told_as_past() or self._said.goes_on_with(token, JUST_HAPPENED):
            return False
        following = self._said.after(place)
        opens = following is not None and is_mark(following, OPEN) and following.text not in ITS_PAPERS
        if opens and following is not None and following.start - token.end <= 1:
            return True
        end = following.start if following is not None else self._said.end
        rest = GOES_WITH.sub("", self._said.text[token.end : end])
        if token.text == "通过" and PASSES.fullmatch(rest):
            return False
        dated = any(each.kind is Kind.DATE for each in self._said.tokens[:place])
        return not dated and len(HAN.findall(rest)) >= 2

    def _of_one_stretch(self, token: Token) -> bool:
        """青苗补偿双河镇段谈完: the end of a stretch is none of the whole."""
        found = STRETCH_ENDS.search(self._said.text, max(self._said.start, token.start - 8), token.start)
        if found is None:
            return False
        at = found.start("stretch")
        return not any(each.start <= at < each.end for each in self._said.tokens if each.kind is not Kind.MARK)

    def _of_some(self, token: Token) -> bool:
        """电力的迁完了: of some of them, which are named by nothing but what they are."""
        found = SOME.search(self._said.text, max(self._said.start, token.start - 6), token.start)
        if found is None:
            return False
        owner = self._said.text[: found.start(1)]
        return not any(each.end == len(owner) for each in self._said.tokens)

    def _of_agent(self, token: Token) -> bool:
        """环评单位定了: whoever is to do it has been found, nothing is done; that of a tender is its end."""
        found = AGENT.search(self._said.text, max(self._said.start, token.start - 6), token.start)
        return found is not None and not self._said.text.endswith(CHOSEN, 0, found.end(1))

    def _only_going_on(self, token: Token, place: int) -> bool:
        """正在办: an end that is being worked at."""
        before = self._said.before(place)
        if before is None or token.value is not Mark.DONE or before.end != token.start:
            return False
        return (
            before.kind is Kind.MARK
            and before.value is Mark.PROGRESS
            and before.text.endswith(("在", "正", "抓紧", "加快"))
        )

    def _grants(self, token: Token) -> bool:
        """贷款授信批了八个亿: what is granted is done, however much it is; money that is to arrive has not."""
        if token.text not in GRANTED:
            return False
        shares = (NumberKind.PERCENT, NumberKind.PERCENT_RANGE)
        if any(each.kind is Kind.NUMBER and each.value.kind in shares for each in self._said.tokens):
            return False
        named = [each for each in self._said.tokens if each.kind is Kind.NODE and each.end <= token.start]
        return not any(ARRIVES.search(node.name) for each in named for node in each.value.nodes.values())

    def _named_end(self, token: Token, place: int) -> Act | None:
        if not self._happened(token):
            return Act.DONE if self._paid_in(token, place) else Act.NAMED
        if self.of_a_thing(place):
            return None
        return Act.STEPPED if self._step_before(token, place) else Act.DONE

    def _paid_in(self, token: Token, place: int) -> bool:
        """资金8000万元到位: the money of a node of money, said in full before its act."""
        before = self._said.before(place)
        if before is None or before.kind is not Kind.NUMBER or token.start - before.end > 1:
            return False
        return before.value.kind is NumberKind.MONEY and all(
            node.kind is NodeKind.FINANCING for node in token.value.nodes.values()
        )

    def _denied_end(self, token: Token, by_name: bool) -> Act:
        """没批 waits for its end; 没开工 and 没办 have not begun."""
        at_once = by_name and token.value.node.kind in (NodeKind.START, NodeKind.OPERATION)
        begins = at_once or token.text in ("办", "供地")
        return Act.NOT_STARTED if begins else Act.PENDING

    def _impossible(self, token: Token, place: int) -> bool:
        """赶不完, 批不了: what cannot be done, which is no state."""
        before = self._said.before(place)
        return before is not None and before.text == "不" and before.end == token.start and token.text != "通过"

    def _untold(self, token: Token) -> bool:
        """Whether it is left open, or somebody only wants it written so: 请将环评改为已批复."""
        text = self._said.text
        backs = VERB_BEFORE.get(token.text[0], (0,))
        if NOT_KNOWN.search(text, max(0, token.start - 10), token.start) and text.startswith(
            token.text[0], token.start - 2
        ):
            return True  # 不确定批没批
        starts = [token.start - back for back in backs] + [each.start for each in self._named_before(token)]
        if any(UNTOLD.search(text, max(0, start - 16), start) for start in starts):
            return True
        if not self._said.told_as_past() and any(
            HURRY.search(text, max(self._said.start, start - 10), start) for start in (token.start, *starts)
        ):
            return True
        if WRITTEN.isdisjoint(text[max(0, token.start - 4) : token.start]):
            return False
        ordered = REWRITE.search(text, max(0, token.start - 60), token.start)
        return ordered is not None and PUT_RIGHT.search(text) is None

    def _named_before(self, token: Token) -> list[Token]:
        """急需环评|批复: the node right before an end, before which it may be told how that is meant."""
        text, tokens = self._said.text, self._said.tokens
        beside = [each for each in tokens if 0 <= token.start - each.end <= 1]
        return [
            each
            for each in beside
            if each.kind is Kind.NODE or (each.kind is Kind.DATE and text.endswith(NEEDS, 0, each.start))
        ]

    def denied(self, token: Token, place: int) -> bool:
        """Whether a 没 or 未 stands before the verb with nothing but small words between."""
        at = token.start
        for before in reversed(self._said.tokens[:place]):
            if before.kind in (Kind.WORK, Kind.NODE) and before.end >= at:
                at = before.start  # 没|组立|完
                continue
            if before.kind is not Kind.MARK or not self._close(before, at):
                return False
            if before.value in DENYING and before.text[0] in "没未不":
                return self.denies(before)
            if before.value not in SMALL:
                return False
            at = before.start
        return False

    def denies(self, token: Token) -> bool:
        """Whether a 没 is not itself denied: 不是没开工."""
        return not self._said.follows(token, ("不是", "并非"))

    def _close(self, before: Token, at: int) -> bool:
        """Whether nothing stands between, or after a 没 only the verb: 没延期下来, not 没拆的都签了."""
        if before.text == "不":
            return UNWILLING.fullmatch(self._said.text, before.end, at) is not None  # 钥匙不交|正式供热
        between = self._said.text[before.end : at]
        if before.value is Mark.NOT and len(between) > 1:
            return DENIED_VERB.fullmatch(between) is not None
        return 0 <= at - before.end <= 1

    def _nearly(self, token: Token, place: int) -> bool:
        before = self._said.before(place)
        if before is not None and before.kind in (Kind.WORK, Kind.NODE) and before.end >= token.start:
            token, before = before, self._said.before(place - 1)  # 快|组立|完了
        if is_mark(before, (Mark.PERFECT,)) and before is not None and before.text == "就" and place > 1:
            before = self._said.before(place - 1)  # 马上就完了
        return before is not None and is_mark(before, (Mark.NEAR,)) and token.start - before.end <= 1

    def _happened(self, token: Token) -> bool:
        """Whether a node's own name is told as an event: with 已, 了 or a day gone by."""
        if (
            token.value.past
            or self._said.goes_on_with(token, JUST_HAPPENED)
            or self._said.follows(token, ("已", "已经", *AT_LAST))
        ):
            return True
        return any(
            each.text != "就" and 0 <= token.start - each.end <= 3 for each in self._said.marks(Mark.PERFECT, Mark.ALL)
        )

    def of_a_thing(self, place: int) -> bool:
        """Whether the ending is told of something beside the works: 设备订货完成, 资料齐了."""
        for before in reversed(self._said.tokens[:place]):
            if before.kind in (Kind.NODE, Kind.WORK):
                return False
            if is_mark(before, (Mark.THING,)):
                return True
        return False

    def _step_before(self, token: Token, place: int) -> bool:
        """Whether it is a step that ended, or a paper on the way: 评审通过, 送审稿完成, 专家组一致通过."""
        if self._of_beside(token):
            return True
        weighed = WRITTEN_OR_WEIGHED if token.text in FINISHED else TERM if token.text[0] in "结过满" else ""
        if weighed and self._said.text[token.start - 1 : token.start] in weighed:
            return True
        if token.text in PASSED and ONE_STAGE.search(
            self._said.text, max(self._said.start, token.start - 3), token.start
        ):
            return True
        if token.text in PASSED and EXPERTS.search(
            self._said.text, max(self._said.start, token.start - 14), token.start
        ):
            return True
        for before in reversed(self._said.tokens[:place]):
            if before.kind is Kind.NODE and before.value.step and not before.value.act:
                return token.text not in LED_TO
            if before.kind in (Kind.NODE, Kind.NUMBER) or is_mark(before, ENDING):
                return False
            if is_mark(before, (Mark.STEP, Mark.PAPER)):
                return token.start - before.end <= 10
        return False

    def _of_beside(self, token: Token) -> bool:
        """林勘外业做完了, 招标代理抽完了: what is done for a paper has ended, and not the paper."""
        node = self._said.node_before(token)
        if node is None:
            return False
        between = self._said.text[node.end : token.start]
        if BESIDE_IT.search(between) or self._of_remarks(token, node, between) or self._is_revised(token):
            return kinds_of(node) <= ON_PAPER
        return False

    def _of_its_money(self, token: Token) -> bool:
        """征迁补偿款没到位: of works it is the money that has not come, which says nothing of how far they are."""
        if not ARRIVES.search(token.text) and token.text[:2] != "到账":
            return False
        node = self._said.node_before(token)
        if node is None or NodeKind.FINANCING in kinds_of(node):
            return False
        return MONEY_OWED.search(self._said.text[node.end : token.start]) is not None

    def _of_its_papers(self, token: Token) -> bool:
        """桩基手续没下来，不敢干: of works it is a paper that has not come, which says nothing of how far they are."""
        node = self._said.node_before(token)
        if node is None or CALLED_GRANTED.search(node.text):
            return False
        between = self._said.text[without_tail(node) : token.start]
        return WORKS_PAPERS.search(between) is not None and kinds_of(node) <= WORKED_AT - {NodeKind.START}

    def _of_remarks(self, token: Token, node: Token, between: str) -> bool:
        """图审意见出了，在改: what reviewers of drawings remark, where they do not pass them at once."""
        if not between.startswith("意见") or SEEN_THROUGH.match(self._said.text, token.end):
            return False
        remarks = kinds_of(node) <= REMARKED_ON and not between.startswith("意见书")
        return (remarks and token.text[0] in "出下回到有") or MENDS.match(self._said.text, token.end) is not None

    def _is_revised(self, token: Token) -> bool:
        """图纸改完了, 局长签了字: what is mended or signed is handed on, and not there."""
        text = self._said.text
        signed = token.text[0] == "签" and (
            text.startswith("字", token.end)
            or EXPERTS.search(text, max(self._said.start, token.start - 8), token.start) is not None
        )
        return signed or (token.text in FINISHED and text[token.start - 1] in MENDED)

    def _counted(self, token: Token, place: int) -> bool:
        """Whether the ending is told of a number only: 完成3公里, 6台装完, but not 6台全部装完."""
        return self._counts_behind(token, place) or self._counted_before(place, token.value is Mark.DONE_PAST)

    def _counts_behind(self, token: Token, place: int) -> bool:
        behind = [each for each in self._said.tokens[place + 1 : place + 5] if each.value is not Mark.PERFECT][:3]
        after = next((each for each in behind if each.kind not in (Kind.NODE, Kind.WORK, Kind.PART)), None)
        if after is None or after.kind is not Kind.NUMBER or not is_amount(after.value):
            return False
        object_said = "".join(each.text for each in behind if token.end <= each.start < after.start)
        between = self._said.text[token.end : after.start].replace(object_said, "").strip("约近大概了共将为超过的和、 ")
        apart = token.value is Mark.DONE_PAST and after.start > token.end
        if self._said.text[after.start - 1] == "的" and after.value.kind is NumberKind.PERCENT:
            return len(between) <= 8  # 完成设计量的73%
        return len(between) <= (8 if object_said else 0 if apart else 2)

    def _counted_before(self, place: int, past: bool) -> bool:
        for at in reversed(range(place)):
            before = self._said.tokens[at]
            if is_mark(before, (Mark.ALL, Mark.WHOLE)) or (is_mark(before, (Mark.PERFECT,)) and "全" in before.text):
                return self._is_share(self._said.before(at), before)
            if before.kind is Kind.NUMBER:
                span = before.value
                money = span.kind in (NumberKind.MONEY, NumberKind.MONEY_RANGE) or (
                    past and span.kind is NumberKind.NUMBER and span.unit is None  # 资金3800万已下达
                )
                whole = WHOLE_OF.search(self._said.text, max(self._said.start, before.start - 6), before.start)
                return is_amount(before.value) and not money and whole is None
            if before.kind not in (Kind.WORK, Kind.NODE) and not is_mark(before, (Mark.PERFECT, Mark.PROGRESS)):
                return False
        return False

    def _is_share(self, share: Token | None, whole: Token) -> bool:
        """三分之二|都弄完了: all of a share."""
        if share is None or share.kind is not Kind.NUMBER or share.end != whole.start:
            return False
        return share.value.kind in (NumberKind.PERCENT, NumberKind.FRACTION) and share.value.value != 100


WHOLE_OF = late(r"(?:全[长线段程部路堤坝渠河]|整[段条])(?:的|共|约|一共)?$")
"""全长9.2公里已经清完: the whole is what is counted."""


def is_amount(span: NumberSpan) -> bool:
    """Whether a number counts or measures something."""
    return span.kind is not NumberKind.NUMBER or span.unit is not None or (span.value or 0) >= 1000
