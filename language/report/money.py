"""Money that is invested, and the share of a plan that it is."""

from language.late import late
from language.report.draft import is_of_more
from language.report.figures import REACH, Figure, Measures
from language.tables.measures import BARE_MONEY, SCOPES, Cue
from language.understanding import Investment
from language.words import WordTable, spread
from models.vocabulary import Scope

SCOPE_WORDS: WordTable[Scope] = WordTable(spread({scope: words.split() for scope, words in SCOPES.items()}))

NOT_INVESTED = (Cue.OTHER_MONEY, Cue.PLANNED, Cue.WRONG, Cue.OLD_LEVEL, Cue.LEFT)
PLAN_WORDS = ("计划", "投资", "年度", "概算", "任务", "全年")
OF_MONEY = ("投资", "概算", "资金", "年度", "年计划", "全年")
OF_INVESTMENT = ("投资", "年度", "年计划")
PLANNED_FOR = (("年", Scope.YEAR), ("季度", Scope.QUARTER), ("月", Scope.MONTH), ("周", Scope.WEEK))
MONTHS = late(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月?[-—~至到](?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
"""1—6月: the year up to then."""
FIRST_MONTHS = late(r"前(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?月")
MONTH = late(
    r"(?<!截至)(?<!截止)(?<!至)(?<!到)(?:\d{1,2}|(?<!\d)[一二三四五六七八九十]{1,2}|这个|[本当单上])月(?:份|(?![底末初中上下\d]))"
)
OF_A_YEAR = late(
    r"(?<!自)(?<!从)(?<!\d)20\d\d年(?:度|全年)?(?:内|里)?(?:累计|一?共)?(?:完成|实现)?(?:固定资产)?投资[\u4e00-\u9fff]{0,2}$"
)
"""2026年完成投资2860万元: what was invested in that year."""
SUM_OF = late(
    r"(?:(?:本|当|这个?|\d{1,2}|[一二三四五六七八九十]{1,2})(?:月份?|周|季度?)|[一二三四]季度)累计(?:完成)?(?:投资)?[\u4e00-\u9fff]{0,2}$"
)
"""本月累计: what was invested in that time, and not since the beginning."""
SUMS = (("季", Scope.QUARTER), ("月", Scope.MONTH), ("周", Scope.WEEK))
OF_THE_AMOUNT = late(r"元?的[约近]?\d[\d.]*%")
"""Behind an amount of a plan: the percent is one of it. 年度计划5.2亿元的103%."""
OF_A_PLAN = late(r"元?[，、,（(](?:占|完成|达到?|为)(?:年度?计划|全年|本年|总投资|年度投资|季度计划|月度?计划|概算)")
"""Behind an amount: it is one invested. 完成3400万，占年计划的48%."""
TOLD = late(r".*[报填发说写]的")


SAID_IN_YUAN = 1_000_000
"""A bare number below it is of no unit that can be told: 完成投资5600 is yuan by the letter, ten thousands in truth."""


def is_bare_money(figure: Figure) -> bool:
    """累计投了一千八百万: a number without a unit is money where money is told of."""
    if figure.span.unit is not None or figure.span.value is None or figure.span.value < BARE_MONEY:
        return False
    if figure.span.text[-1:] not in "万亿" and figure.span.value < SAID_IN_YUAN:
        return False
    if figure.topic.headed is not None or (names_plan(figure) and figure.span.text[-1:] in "万亿"):
        return True  # 年计划3.4亿
    if OF_A_PLAN.match(figure.text, figure.token.end):
        return True
    if figure.topic.listed is not None and figure.span.text[-1:] in "万亿" and _stands_alone(figure):
        return True
    told = figure.setting.invests or figure.topic.invested or figure.has(Cue.INVESTED, Cue.OTHER_MONEY)
    told = told or (figure.span.text[-1:] in "万亿" and _is_sum(figure))
    return told or "投资" in figure.window


def read_money(figure: Figure, result: Measures) -> None:
    """Money counts only where it is invested."""
    topic, setting = figure.topic, figure.setting
    last = _cue(figure)
    shared = OF_THE_AMOUNT.match(figure.text, figure.token.end) is not None and names_plan(figure)
    if shared or (figure.last(Cue.SHARE, Cue.INVESTED, Cue.DONE) is Cue.SHARE and figure.followed_by(("的",))):
        topic.plan, topic.shared = _plan_scope(figure), True  # 占总投资9.8亿元的63%
        return
    if last in NOT_INVESTED or setting.planned or figure.before(6).endswith(WHOLES):
        _note_plan(figure, Cue.PLANNED if setting.planned else last)
        return
    listed = topic.listed is not None and (_stands_alone(figure) or bool(SCOPE_WORDS.find(figure.window)))
    invests = setting.invests or topic.invested or figure.has(Cue.INVESTED) or listed
    invests = (
        invests
        or topic.headed is not None
        or _is_sum(figure)
        or OF_A_PLAN.match(figure.text, figure.token.end) is not None
    )
    if result.investments and OF_PLAN.search(figure.before(24)):
        result.investments.pop()  # 全年投资1.1亿完成9200万
    if invests and figure.span.exact and figure.span.yuan is not None and not setting.troubled:
        topic.invested = True
        topic.scope = topic.carry = _scope(figure)
        result.investments.append(Investment(figure.span.yuan, topic.scope))


ALONE = late(r"(?:则|也|仅|只|才|为|是|有|完成|[：:，, ]){0,3}")
ENDS = "，。；、,;\n"


def _stands_alone(figure: Figure) -> bool:
    """北营110累计完成投资1200万元，二污800万元: whether nothing but the amount is said of a project."""
    end = figure.token.end
    text = figure.text
    return ALONE.fullmatch(figure.window) is not None and (end == len(text) or text[end] in ENDS)


SUMMED = late(
    r"[，：: ]?(?:目前|现在?|截[至止]目前)?(?:(?:今年|本年|年内|年初)?(?:以来)?(?:累计|总共|一?共)|今年以来|今年"
    r"|本年度?|年内|本月|本周|本季度?)(?:已经?|一?共|完成|达到?|约|大概|是|为|[：: ])*"
)
OTHER_SUMS = late(
    r"款|资金|钱|缺口|差|欠|拨|贷|债|产值|税|收入|营业|补偿|补助|赔|合同|招商|签约|销售|总投资|概算|预算|计划|到位|支付|付|方(?!案|便|面|向|式)|[吨亩米立棵株块只头尾度](?![的万])"
)


def _is_sum(figure: Figure) -> bool:
    """主体八成，累计8300万: a sum of so much, of which nothing else is said, is money that was invested."""
    value, end, text = figure.span.value, figure.token.end, figure.text
    if not value or (end < len(text) and text[end] not in "，。；,;\n") or SUMMED.fullmatch(figure.window) is None:
        return False
    low = max(text.rfind(each, 0, figure.token.start) for each in "。；;\n") + 1
    enough = value >= ENOUGH or (figure.span.yuan or 0) >= ENOUGH
    return enough and not figure.topic.counted and OTHER_SUMS.search(text, low, figure.token.start) is None


ENOUGH = 1_000_000
"""So many yuan at least: what is less may as well be a count of something."""
WHOLES = ("总投资", "概算", "总投资约", "总投资为", "总概算", "投资总额", "计划总投资")
DONE_OF_IT = late(
    r"元?[，,、 ]?(?:目前|现|至今|开工以来|截至目前)?(?:已经?|累计|实际)*完成(?:投资)?(?=[\d一二三四五六七八九十])"
)
OF_PLAN = late(
    r"(?:全年|年度|今年|计划)(?:计划|任务)?(?:总)?投资(?:约|额|为)?"
    r"[\d.一二三四五六七八九十百千两]{1,9}[万亿]元?[，,、 ]?(?:已|实际|目前|截至目前)?完成(?:投资)?$"
)
"""What stands before it is the plan."""


def _cue(figure: Figure) -> Cue | None:
    last = figure.last(Cue.INVESTED, Cue.LEVEL, Cue.DONE, *NOT_INVESTED)
    other = last is Cue.DONE and figure.has(Cue.OTHER_MONEY) and not figure.has(Cue.INVESTED)
    return Cue.OTHER_MONEY if other else last


def _note_plan(figure: Figure, last: Cue | None) -> None:
    """年计划2.1亿元，完成率41%: the plan that the share after it is of."""
    if figure.before(6).endswith(WHOLES) and DONE_OF_IT.match(figure.text, figure.token.end):
        figure.topic.invested = True  # 总投资1.2亿元，已完成7800万元
    if last is Cue.PLANNED and (named := _named_plan(figure)) is not None:
        figure.topic.plan = named
    if last in (Cue.PLANNED, Cue.OLD_LEVEL) and any(word in figure.window for word in OF_INVESTMENT):
        figure.topic.invested = True


def _scope(figure: Figure) -> Scope:
    """The period named nearest before the amount."""
    summed = SUM_OF.search(figure.window)
    if summed is not None and not MONTHS.search(figure.before(REACH)):
        return next(scope for word, scope in SUMS if word in summed[0])
    if figure.topic.listed is not None and _stands_alone(figure):
        return figure.topic.carry or figure.topic.listed
    said = _without_telling(figure.window)
    near = SCOPE_WORDS.find(said) or figure.topic.scope
    stretch = said if near or MONTH.search(said) else _without_telling(figure.before(REACH))
    found = SCOPE_WORDS.find(stretch)
    if MONTHS.search(stretch) or FIRST_MONTHS.search(stretch) or OF_A_YEAR.search(stretch):
        return Scope.YEAR
    if found:
        return Scope.YEAR if any(each.value is Scope.YEAR for each in found) else found[-1].value
    if MONTH.search(stretch):
        return Scope.MONTH
    whole = figure.topic.scope if figure.has(Cue.AMONG) else None  # 本月4800万，其中设备3000万
    return figure.topic.carry or whole or figure.topic.plan or figure.topic.headed or Scope.TOTAL


def _without_telling(words: str) -> str:
    """上周五报的投资: when it was told is no period of the money."""
    told = TOLD.search(words)
    return words[told.end() :] if told else words


def scope_headed(label: str) -> Scope | None:
    """The period that a heading gives to the money below it: 1—8月完成投资：…."""
    if "投资" not in label:
        return None
    if MONTHS.search(label):
        return Scope.YEAR
    found = SCOPE_WORDS.find(label)
    if found:
        return Scope.YEAR if any(each.value is Scope.YEAR for each in found) else found[-1].value
    return Scope.MONTH if MONTH.search(label) else Scope.TOTAL


def is_share_of_plan(figure: Figure, result: Measures) -> bool:
    """Whether a percent is said to be one of a plan of money: 占年度计划48%."""
    if figure.topic.counted and not any(word in figure.window for word in OF_MONEY):
        return False  # 860户，占任务的70%
    if figure.topic.shared and figure.window == "的":
        return True
    return figure.has(Cue.SHARE) and bool(
        figure.topic.invested or figure.topic.headed or names_plan(figure) or result.investments
    )


WORKS_PROGRESS = late(r"(?:形象|工程|施工|建设|总体|整体|总|实物)(?:形象)?(?:进度|工程量|量)")
"""完成投资3500万，形象进度30%: of the works, right behind the money."""


def is_of_money(figure: Figure) -> bool:
    """Whether a percent is one of money by what stands before it: 年度投资完成48%."""
    beside = figure.topic.invested and not figure.named and "投资" in figure.before(12)
    return "投资" in figure.window or (beside and WORKS_PROGRESS.search(figure.window) is None)


def names_plan(figure: Figure) -> bool:
    """Whether a plan is named before the number."""
    return any(word in figure.window for word in PLAN_WORDS)


def read_share(figure: Figure, result: Measures) -> None:
    """A share of a plan completes the amount before it, or stands alone."""
    if not figure.span.exact or figure.has(Cue.RATE):
        return
    scope = _plan_scope(figure)
    last = result.investments[-1] if result.investments else None
    if last is not None and last.plan_percent is None and not is_of_more(last.scope, scope):
        named = names_plan(figure) or figure.topic.plan is not None
        result.investments[-1] = Investment(last.yuan, scope if named else last.scope, figure.span.value)
    else:
        result.investments.append(Investment(None, scope, figure.span.value))


def _plan_scope(figure: Figure) -> Scope:
    if "总投资" in figure.window or "概算" in figure.window:
        return Scope.TOTAL
    return _named_plan(figure) or figure.topic.plan or figure.topic.scope or Scope.YEAR


def _named_plan(figure: Figure) -> Scope | None:
    return next((scope for word, scope in PLANNED_FOR if word in figure.window), None)
