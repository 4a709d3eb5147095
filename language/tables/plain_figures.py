"""Figures as people say them, for plain ones: a half of the works, about so much, so many up to now, of so many."""

from collections.abc import Iterator

from language.tables.plain_words import BEGINS, COUNTED, DIGITS, END, NUMBER, STOP, Wording, said
from language.words import listed

NUMERAL = rf"(?:[\d.]*\d|[{DIGITS}]+)"
WORKS = ("完成", "干", "推进", "实施", "施工")
"""What a half of is a half of the works; of what is 装, 打 or 拆 it may be one thing of several."""
WORKED_ON = listed("""
    改造 安装 装修 迁改 拆迁 征迁 吊装 架设 铺设 浇筑 填筑 掘进 开挖 整形 平整 布展 栽植 摊铺 砌筑 桩基 主体 基础
    路基 路面
""")
OF_WORKS = "|".join(f"(?<={each})" for each in WORKED_ON)
COME_TO = "(?:了|完了?|好了?|成了?|到了?|过了?)?"
LEVEL = (
    "(?:总体|整体|形象)?(?:进度|进展|工程量|工作量|完成率|完成量)(?:已经?|也|才|刚|有|是|到了?|过了?|达到?|完成了?)*"
)
UNITS = "根|台|座|户|亩|栋|片|榀|孔|基|套|公里|米|吨|个|块|处|层|环|节|棵|盏|间|樘|万?方|万?平方?米?"


def _halves() -> Iterator[Wording]:
    """打了一半 is 50 %; what is said to be somewhat more or less than a half is no number."""
    # A count before it, or a part, has a half of its own: 96根打了一半, 左幅铺了一半.
    counted = rf"(?<![\d{DIGITS}][根台座户亩栋片米里方吨个块孔基层])(?<![\d幅侧段区楼半的])"
    told = rf"{counted}(?:(?:{'|'.join(WORKS)}){COME_TO}|{LEVEL})"
    keys = ("一半", "半数", "大半", "小半", "多半", "半拉", "小一半")
    yield Wording("完成50%", keys, rf"{told}(?:一半|半数)(?=了?{STOP})")
    yield Wording("完成50%", ("一半",), rf"{counted}(?:{OF_WORKS})(?:已经?|才|刚|也)?一半(?=了?{STOP})")
    yield Wording("在施工，", ("一半",), rf"{counted}(?<=[打做干铺浇架吊砌挖填修建掘])了?一半(?=了?{STOP})")
    about = "(?:差不多|大约|大概|将近|接近|快|近|约|有|超过|不到|不足|刚过|刚)"
    some = "一大半|大半|一多半|多半|一小半|小半|小一半|半拉|一半|半数"
    more = "(?:都|还)?(?:多一?点儿?|多些|多|还多|以上|以下|左右|不到|的样子)?"
    yield Wording("完成过半", keys, rf"{told}{about}?(?:{some}){more}(?=了?{STOP})")
    yield Wording("完成过半", ("过了半", "过了一半"), rf"(?:已经?|都|刚|才)*过了一?半(?=了?{STOP})")
    yield Wording("0.5公里", ("半公里",), r"(?<=[了完好成到])半公里")


def _about() -> Iterator[Wording]:
    """差不多30%, 完成差不多30%: about so much."""
    share = rf"(?={NUMERAL}(?:%|成))"
    yield Wording(
        r"\1约",
        ("差不多", "大致", "大差不差", "八九不离十"),
        rf"(?:差不多|大致|大差不差)"
        rf"((?:完成|干到|做到|到|达到|有|是)?了?){share}",
    )
    yield Wording(r"\1\2%", ("进度",), rf"(进度：?)([1-9]\d?)(?={STOP})")
    yield Wording(r"\1%", ("个点",), r"(?<=[度到])了?(\d{1,2})个点(?=了?(?:[，。；]|$))")


def _waited_for() -> Iterator[Wording]:
    """方案待省里批复: who is to grant it stands between."""
    who = r"(?:[省市县区国州盟](?![，。；])[^，。；、\d]{0,5}?|[\u4e00-\u9fff]{1,5}?(?:局|厅|委|部|办|里|院|会|中心))"
    wait = r"(?:等待|(?<![接招期对])待|等候?|候)着?"
    yield Wording("待批复", ("待", "等"), rf"{wait}{who}(?:给)?(?:批复|批准|审批|核准|核发|批)(?:下来)?{END}")
    gives = "(?:出具|下发|印发|颁发|签发|核发|发放|下达|送达|返回|发|给|出)"
    paper = "(?:正式|书面|最终)?的?(?:批复|批文|批复文件|批准文件|核准文件|复函|批件|行政许可)(?:意见)?"
    yield Wording("待批复", ("待", "等", "候"), rf"{wait}{who}?{gives}{paper}{END}")


def _cleared() -> Iterator[Wording]:
    """地全征完了: the land stands before what is done to it."""
    all_of_it = r"((?:都|全部?|也|已经?|基本|总算|终于)*)"
    end = r"(完|齐|好|到位|下来)"
    yield Wording(
        r"征地\1完成",
        ("征完", "征齐", "征好", "征到位", "征下来"),
        rf"(?<![征土用林草耕农湿场基工拆空荒宅])的?地块?{all_of_it}征{end}{END}",
    )


def _of_all() -> Iterator[Wording]:
    """Of how many, said behind or before with the unit only once: 打了32，一共96根; 计划96根，现在32根."""
    whole = "一共|总共|总数|合计|共|总计"
    count = rf"(?<![\d.{DIGITS}])({NUMERAL})"
    yield Wording(
        r"\1\3，共\2\3",
        ("，一共", "，总共", "，总数", "，总计", "，合计", "，共"),
        rf"(?<=[了到打成装签浇铺砌]){count}，(?:{whole})(?:是|有)?({NUMERAL})({UNITS}){STOP}",
    )
    wholes = ("，总", "，一共", "，合计", "，共")
    all_of_them = r"(?:总[共数量的计]?|一?共|合计)(?:是|有|要)?"
    yield Wording(r"\1\2，共\3\2", wholes, rf"{count}({UNITS})了?，{all_of_them}({NUMERAL}){STOP}")
    rest = r"(?:(?:还|就|只)?剩下?|还差)"
    yield Wording(r"\1\2，还剩\3\2", ("剩", "还差"), rf"{count}({UNITS})了?，?{rest}({NUMERAL}){STOP}")
    ten_thousands = rf"{count}万({UNITS})了?"
    yield Wording(r"\1万\2，共\3万\2", wholes, rf"{ten_thousands}，{all_of_them}({NUMERAL})万{STOP}")
    yield Wording(r"\1万\2，还剩\3万\2", ("剩", "还差"), rf"{ten_thousands}，?{rest}({NUMERAL})万{STOP}")
    yield Wording(
        r"共\1\2，完成\3\2",
        ("，现在", "，目前", "，眼下", "，到现在"),
        rf"(?:总?计划|设计)(?:总数|总量)?(?:是|有)?({NUMERAL})({UNITS})，(?:现在|目前|眼下|到现在)(?:是|有|才|只有)?({NUMERAL})\2(?={STOP})",
    )
    until = "(?:今天|昨天|今日|昨日|昨晚|前天|目前|现在|上?周[一二三四五六日])"
    yield Wording(
        "累计",
        ("一共", "总共", "总计", "为止"),
        rf"(?:截止到?|截至|到|至){until}(?:为止)?，?(?:一共|总共|总计|共)(?:是|有)?(?!几){NUMBER}",
    )
    yield Wording("累计", ("总数",), rf"(?<=，)总数(?:已经?)?(?:到了?|达到?了?|有了){NUMBER}")


def _counted() -> Iterator[Wording]:
    units = "根|台|座|户|亩|栋|片|榀|孔|基|套|公里|米|吨|个|块|处|万?方"
    yield Wording(r"\2全部\1", ("完",), rf"全(?:部|都)?([\u4e00-\u9fff]完)了?([\d{DIGITS}万.]+(?:{units})){STOP}")
    yield said("一共", "共计 统共 拢共 通共 满打满算", before=COUNTED, after=NUMBER)
    yield said("还剩", "余下 尚余", after=NUMBER)
    owed = rf"(?=[\d{DIGITS}]+(?:\.\d+)?(?:户|片|根|台|栋|座|公里|米|亩|基|榀|孔|节|环|层|套|吨|方|块|棵|株))"
    yield said("还剩", "欠", before=BEGINS, after=owed)
    yield said("还剩", "还缺", after=rf"(?=[\d{DIGITS}]+(?:\.\d+)?(?:户|公里|亩|层|环))")
    works = r"(?:项目|工程)?(?:开工|动工|进场|复工|开建|开挖|开始施工)(?:建设)?"
    tails = ("以来", "起", "至今", "到现在", "到目前", "到今天")
    since = rf"(?<![日号月旬年天周底])(?:自从|自|从|打)?{works}(?:{'|'.join(tails)})[，,]?"
    yield Wording("", tails, rf"{since}(?=累计|共|总共|一共)")
    # 离封顶还早着呢: it has not ended, and may well have begun.
    early = rf"(?:离|距离?)[^，。；、\n\d]{{1,10}}?(?:还|都还)?(?:早|远)(?:着呢?|得很|呢)?{END}"
    yield Wording("", ("还早", "早着", "还远"), early)
    yield Wording("累计", tails, rf"{since}(?=[^，。；\n]{{0,8}}\d)")
    yield said("累计", "到今天累计 到昨天累计 到现在累计 到目前累计 到今日累计")
    yield said("累计", "自动工累计 前后累计 累积", after=r"(?=[^，。；]{0,6}[\d一二三四五六七八九十])")


def _money() -> Iterator[Wording]:
    """本月完成800万, 完成5600万投资, 两个半亿: money invested in its usual order and words."""
    told = rf"(?=约?(?:[\d.]+|[{DIGITS}]+)[万亿])"
    yield Wording("累计完成投资", ("总投资",), rf"总投资额?(?:已经?|累计)?完成了?{told}")
    amount = rf"(?:约|近|超|了)?{NUMERAL}个?[万亿](?:元|块钱?)?"
    yield Wording(
        r"\1完成投资\2", ("投资",), rf"(累计|总共|一共|已经?)?(?:完成|投入)了?({amount})的?(?:投资额?|固投)(?={STOP})"
    )
    yield Wording(r"完成投资\1", ("投资完成",), rf"(?<![成计度资了\d])({amount})的?投资完成了?(?={STOP})")
    period = rf"(?:本|这个?|上个?|当)(?:月|周|季度)|今年|本年|年度|(?:{NUMERAL}月份?)|[一二三四]季度|上半年"
    yield Wording(r"\1完成投资\2", ("完成",), rf"((?:{period})(?:累计|共|已)?)完成了?({amount})(?={STOP})")
    yield Wording(
        "年初以来", ("年初到现在", "年初到目前", "年初至今", "年初到今天"), "年初(?:到现在|到目前|至今|到今天)"
    )
    yield said("纳统投资", "入统", after=NUMBER)
    yield said("完成产值", "完成工程量 完成工作量", after=rf"(?={amount}(?:了?{STOP}))")
    yield said("投了", "砸进去 砸了 花进去 花掉 砸下去", after=rf"(?=了?{amount})")
    yield Wording(r"\1亿五千万", ("个半亿",), "([一二两三四五六七八九])个半亿")
    yield Wording(r"约\1", ("来万", "来亿"), r"(\d+)来(?=[万亿])")


def _precast() -> Iterator[Wording]:
    """护坡预制块铺了6200平: what is laid of pieces that were cast before is no casting."""
    acts = "铺|安装|安放|吊|架设|砌|拼|沉放|就位|摆|码|挂"
    yield Wording(
        r"\1",
        ("预制块", "预制板", "预制件", "预制砖", "预制构件", "预制墩"),
        rf"(?<=[\u4e00-\u9fff])(?:混凝土|砼|水泥)?预制(块|板|件|砖|构件|墩)(?=(?:已经?|累计|共|现|也)*(?:{acts}))",
    )


def _machines() -> Iterator[Wording]:
    """桩机3台已经进场: how many machines have come is no measure of any works."""
    yield Wording(
        r"\1",
        ("台",),
        rf"([桩钻挖吊铺路压炮旋掘][\u4e00-\u9fff]{{0,3}}[机车钻挖])(?:共)?{NUMERAL}台(?=(?:已经?|也|都|全部)*(?:进场|入场|到场))",
    )


def _storeys() -> Iterator[Wording]:
    """主体4层，7层封顶: behind how high it stands, how high it is to be."""
    storeys = rf"([\d{DIGITS}]{{1,3}})层"
    yield Wording(
        r"\1层，共\2层，封顶",
        ("层封顶", "层就封顶", "层才封顶", "层到顶", "层就到顶", "层才到顶"),
        rf"(?<![#号\d{DIGITS}]){storeys}[，、；](?:总?共|一共)?{storeys}[就才]?(?:封|到)顶(?!了)"
        r"(?:，(?=按|计划|预计|争取|力争|定[在于]|安排))?",
    )


def _nearly() -> Iterator[Wording]:
    """再有一基就完: so many are left."""
    yield Wording(
        r"还剩\1",
        ("再有", "再来"),
        rf"再[有来]({NUMERAL}(?:{UNITS}))(?=就?(?:能|可以)?[\u4e00-\u9fff]?(?:完|齐|好|到位|封顶|全|结束))",
    )


WORDINGS = (
    *_nearly(),
    *_counted(),
    *_halves(),
    *_about(),
    *_of_all(),
    *_cleared(),
    *_waited_for(),
    *_money(),
    *_storeys(),
    *_precast(),
    *_machines(),
)
