"""What a verb's aspect tells, whatever the verb is: 正凿, 砌着, 挖不动, 填到顶, 又吊起来, 一片没架."""

from collections.abc import Iterator

from language.late import late
from language.report.tokens import Kind, Token
from language.tables.deeds import SITE, SPLIT
from language.tables.marks import Mark
from language.tables.trades import TRADE_VERBS
from language.times.patterns import BEHIND_FIGURES

DO = f"[{''.join(sorted(SITE | frozenset('干做')))}]"
WRITE = "编审办报谈评跑走等弄招议批选试组运"
UNTOLD = frozenset("上下起进顶码运转测接盖")
AT_IT = "|".join(sorted({*(TRADE_VERBS.keys() - frozenset("上下转")), *"盖埋栽起运顶测接验"}, key=len, reverse=True))
DONE_TO = "|".join(sorted(TRADE_VERBS.keys() - UNTOLD, key=len, reverse=True))
"""What a thing may be said to be in at the end of a clause: 钢柱在立, 侧墙在支模."""
DONE_BY_ONE = "".join(sorted(verb for verb in TRADE_VERBS.keys() - UNTOLD - {"做"} if len(verb) == 1))
PLACED = "正还仍都存现所实卡堵停放压挂集中要落处摆点难设建立坐住摔躺耗"
NO_OBJECTS = "户部局处会上下里中内外边单位期前后时间了完好"
"""Behind a verb of works what it is done to: 在刮腻子; 卡在拆迁户, 在清单里 are none."""
END = r"[，。；、！）|｜\s]|$"
CLOSE = f"(?={END})"
BEGUN = f"[{''.join(sorted(SITE - frozenset('换测调移改修建插编')))}](?![完好成齐通到毕过了下来平满稳])"
"""Behind a 刚: what has just begun, and not what has just ended."""
ONGOING = late(
    rf"(?<=[\u4e00-\u9fff])(?<![其集当初高三一二四五六七八九十])(中){CLOSE}"
    rf"|(?<=[{DO[1:-1]}{WRITE}])(?<!顶)(着)(?:呢?{CLOSE}|(?=[\u4e00-\u9fff]{{1,4}}呢(?:{END})))"
    r"|(?<![\u4e00-\u9fff]上)(报|送|转|呈)(?:到|给)?[\u4e00-\u9fff]{1,4}[局厅部](?![长门\u4e00-\u9fff]{0,3}[批审备])"
    r"|(送)[省市区县部]里"
    rf"|在[^，。；、在没未\n\d]{{1,10}}?(审|办|评|盖章|会签|审核|审查|会审|走流程|流转|整理|修改)呢?{CLOSE}"
    rf"|(?<=[\u4e00-\u9fffA-Za-z])(?<![存现所实])(在(?:{AT_IT}))呢?{CLOSE}"
    rf"|(?<=[\u4e00-\u9fff])(?<![按参比依遵仿拍护关执])(照(?:样)?{DO}){CLOSE}"
    r"|(进入)[^，。；\n\d]{1,8}(?:阶段|环节|工序)"
    r"|((?:做|干|修|建|盖|施工|推进)到)了?(?:桩基|基础|地基|基坑|承台|垫层|地梁|墩身|墩柱|底板|侧墙|顶板|屋面|主体)(?=[，。；、！\s]|$)"
    rf"|(?<=[\u4e00-\u9fffA-Za-z])(?<![{PLACED}])(?<![的民人众工员户]站)(在[{DONE_BY_ONE}][\u4e00-\u9fff]{{1,2}})(?<![{NO_OBJECTS}])呢?{CLOSE}"
    rf"|(?<=[\u4e00-\u9fffA-Za-z])(在[起上盖](?:主体|结构|框架|楼|厂房|墙|塔|墩|柱))呢?{CLOSE}"
    rf"|(?<![不没未别])(?<=[\u4e00-\u9fff，])([{DONE_BY_ONE}][^，。；\n没不未还别也都就了没动]{{1,3}}(?<![的着么啥谁吗过完好])呢)(?={END})"
    rf"|(?<=刚)((?:开始)?{BEGUN}(?:[上起](?![了来])|着)?)(?=[\u4e00-\u9fff]{{0,4}}(?:{END}))"
    r"|(提?[交报送递呈](?:[进到给往至]了?|上)[\u4e00-\u9fff]{0,4}(?:窗口|大厅|系统|平台|审批中心|政务中心))"
    rf"|(?<=[验审查估证评定])会[^，。；\n会]{{0,10}}?(?<!没)(开(?:过了?|完了?|了|的|掉))"
)
"""审查中, 编着, 在资规局审, 终验会5月28号开的: under way, and no more than that."""

TURNED_TO = late(
    r"(?:^|[，。；、 ])(?:现在|目前|眼下|接着|这就|这周|本周|今天|手头)(?:全力|主要|集中力量|正式?|已经)?"
    r"(上|干|做|搞|弄|赶|抢|攻)(?=[^了完好不成午月周级报会海面游下到法工出升起来的得么点人，。；、 ][\u4e00-\u9fff])"
)
"""现在上主体, 眼下搞装修: what is done now."""
DOING_NOW = late(
    r"(?:今天|现在|目前|眼下|这两天|这几天|刚刚?)"
    rf"(?:主要|还|就|都|一门心思|一心一意|一心|全力|专心|专门|集中[人力][力手]|只顾着?|光顾着?|忙着|紧着)*({DO})(?![了完好成到过通上下起不得的平齐满稳毕走空光掉])"
    r"(?=[\u4e00-\u9fff])(?![^，。；\n]{0,7}(?:[完好毕齐通]|成(?!槽|孔)|到位|收官|合龙|封顶|结束|[0-9一二两三四五六七八九十几][\u4e00-\u9fff]|的))"
)
"""今天浇屋面: what is done today, and nothing that it has come to."""

HELPLESS = late(
    rf"(?:{DO}|[进走办批施运])不(?:下去|动|成)(?!的|了的)|(?<![不没未别])停(?!摆|放|靠){DO}(?=了|{END})"
    rf"|(?:没法|无法|没办法)再?{DO}(?!完)"
    rf"|{DO}不了(?!的|网|牌|标|线|多|几|两|[一二三四五六七八九十\d]|太|那么|解)|趴(?:了|着|那|在那)(?![一两])|[停趴搁撂晾]了(?=[快有好]?[一二两三四五六七八九十半几多\d])"
    r"|(?<!罚)停(?=[一二两三四五六七八九十半几\d]{1,3}[来多]?(?:个(?:多|星|礼|月)|[天日周月年])(?!生产|[水电气]))"
    r"|(?<![不没未别车船机辆艘泊])停在(?!建)|(?<![料货材机械子不没未])[撂搁僵]在(?![^，。；]{0,3}(?:仓|库|路边|厂|码头|港|海关|外头))|(?<![不没未别])停[到至](?=现|今(?![年后])|目前|如今|此刻|昨)"
)
"""挖不下去, 趴了一周, 停栽, 停在二层, 停到现在: what cannot be gone on with stands still."""

OPENED = late(
    rf"(?=[已就正开起破首才又])(?:(?<=[日号天周旬底末午晚一二三四五六日])|{BEHIND_FIGURES})(?:已经?|就|正式|才|又)?(开[挖槽钻铺吊浇打焊砌拆栽种建装组滑]|起[吊滑架顶砌](?![升重来])|破土|首吊)了?(?={END}|第?一|首)"
    rf"|(?<=[\u4e00-\u9fff])(?<![没未不时好可能有让许待等复停])(开[挖槽钻铺吊浇打焊砌拆栽种装组][了啦]?|[开动]工){CLOSE}"
    rf"|(?<=刚)({DO}(?:上|起来)?){CLOSE}"
    rf"|(?<![没未不又])(进了(?![一二两三四五六七八九十几好])[\u4e00-\u9fff]{{0,4}}?(?:队伍?|班组|人手?|工人|机械|挖机|桩机|钻机|吊车)){CLOSE}"
)
"""5月6日开挖, 进了拆除队: works that are begun on a day."""

AGAIN = late(
    rf"(?:接着|继续){DO}(?!上报|报)|又(?:开|干|动|转|施工)了(?![一两二三四五几\d])|又(?:重新)?(?:开始|继续){DO}|又{DO}(?:起来|上)(?!的)|(?<=[日号天周午晨旬底已又])复[灌钻掘挖吊浇砌铺架推](?!合)|又开[挖钻铺吊浇打焊砌拆栽种建工干始]|(恢复了?)(?=(?:{DO}|[施作开顶])[进筑设业工桩模线土塔梁管挖打吊])"
    rf"|(?<=[日号天周午晨旬底])(?:又|才|就|已经?)?动了(?={END})"
    r"|停工[令单通知书]{1,3}[^，。；\n没未]{0,6}(解除|撤销|解了|撤了|收回)"
)
"""又吊起来, 恢复掘进: work goes on after a standstill."""

THROUGHOUT = late(
    rf"(?<![安完健])(全(?:线|部|段|程|面)?[挖钻顶掘铺穿架焊敷接打贯拉联连]?通(?!过))(?=了|{END})|([搬拆腾清卖]光)(?=了|{END})"
)
"""全线焊通, 全通, 拆光: an end that nothing partial can reach."""
ENDED_ON = late(
    rf"(?<=[日号天周旬底末初午晚前月上一二三四五六七八九十])(?<![以之])({DO}|[投验封批通过])的(?=[，。；、！\s]|$)"
)
"""闸门二月九号装的: behind its day the verb with a 的 is told as past."""
REACHED = late(
    rf"(?<=[井桩孔洞墙坑槽])(?:[打钻挖掘沉])?到底(?=了|{END})|(?<![没未不难要想能可先])(?<=[批评证件书目案地标额权审准\u4e00-\u9fff])拿下(?=了|{END})|"
    rf"(?<=[日号天午晨晚周])到了?底|(?:到了?设计(?:标高|高程|深度|坡比)|[填砌浇爬打架装立升筑]到了?[坝堤塔墩墙]?顶(?:部|高程|标高)?|[挖沉钻]到了?底|[清拆搬腾迁挖]干净|[搬拆腾]光|{DO}(?:利索|利落)"
    rf"|(?:全部?|[都均])(?:已经?)?((?:[上入][架墙]|[入下]地))(?=了|{END})|{DO}[好齐毕]|[挖钻顶掘铺穿架焊敷拉接连布埋]通|[填拆推挖夯]平|[干盖修铺架浇打挖砌拼焊栽钻]成)(?=了|{END})"
)
"""填到顶, 搬干净, 凿好: an end by what the verb has come to."""

DOSSIER = late(r"(?<=[用征土]地|报批|预审|手续)(组件)(?=[已完都编整报均也]|正在)")
"""用地组件已完成: the papers that are handed in, not the panels of a solar farm."""
AGREED = late(r"(?<=[，、。 ])(?:这个?)?(?:已经?|也|并)?[报经][^，。；\d\n]{1,8}(?:同意|认可)了?(?=[，。；、！]|$)")
"""调整为7月20日，已报指挥部同意: who agrees to what was told, which is no progress."""

MANUFACTURED = late(
    r"(?:还|正|都)?在[\u4e00-\u9fff]{0,3}(?:厂[里家内]?|车间)里?(?:生产|加工|制作|制造|排产|做|预拼)(?:[着呢中]|当中)?"
)
"""闸门还在厂里做: what is made elsewhere is not put up yet."""

RUMOUR = late(
    r"据(?![说悉传此报有点])[^，。；\d]{1,8}?(?:说|讲|透露|传)(?!明)"
    r"|(?<![打视旁收])听(?![取证说闻证讼任])[^，。；\d]{1,10}?(?:说|讲|议论|提起|提到|念叨|透露)(?![明])"
)
"""据窗口说, 听水利局说: what somebody else is said to have said."""

PARTED = {verb[0] + verb[1]: Mark[mark] for mark, verbs in SPLIT.items() for verb in verbs.split()}
PARTED_VERB = late(rf"(?:{'|'.join(f'{verb[0]}(?:[的了过]|完了?){verb[1]}' for verb in PARTED)})")
"""封的顶, 验了槽: a verb with its object, told as past."""

VISITED = late(
    rf"(?:[来去到]?(?:现场)?(?:看|查|踏勘|勘查|核查|核验)(?:完|过)了?(?:现场|工地)|[来去到]?[看查]了?现场了?(?={END})|来(?:[看查验]|检查)?过了?(?={END})"
    rf"|[看查]过了?(?={END})|来了[一两三][趟次回](?={END})|来[看查]了(?={END}))"
)
"""看完现场, 上周来看过: somebody came to look, which ends nothing."""
ON_SHOW = late(r"挂(?:在[交平]?[\u4e00-\u9fff]{0,3}网上|着网|在网上)")
"""招标还挂在网上: it is out, and that is all."""

FORMS = (
    (VISITED, Mark.STEP, None),
    (ON_SHOW, Mark.STEP, None),
    (RUMOUR, Mark.HEARSAY, frozenset("据听")),
    (ONGOING, Mark.PROGRESS, None),
    (TURNED_TO, Mark.PROGRESS, None),
    (DOING_NOW, Mark.PROGRESS, None),
    (HELPLESS, Mark.BLOCKED, None),
    (OPENED, Mark.ENTER, None),
    (AGAIN, Mark.RESUMED, None),
    (THROUGHOUT, Mark.WHOLE, frozenset("通光")),
    (ENDED_ON, Mark.DONE_PAST, frozenset("的")),
    (REACHED, Mark.DONE, None),
    (AGREED, Mark.IDLE, frozenset("报经")),
    (DOSSIER, Mark.PAPER, frozenset("组")),
    (MANUFACTURED, Mark.IDLE, frozenset("在")),
)
"""Each with one of the characters that it holds, where few texts have them."""


def aspects(text: str) -> Iterator[Token]:
    """Each verb that tells by its aspect how far something is."""
    characters = frozenset(text)
    for form, mark, signs in FORMS:
        if signs is not None and signs.isdisjoint(characters):
            continue
        for hit in form.finditer(text):
            group = hit.lastindex or 0
            yield Token(
                hit.start(group), hit.end(group), Kind.MARK, hit[0] if mark is not Mark.ENTER else hit[group], mark
            )
    for hit in PARTED_VERB.finditer(text):
        yield Token(hit.start(), hit.end(), Kind.MARK, hit[0], PARTED[hit[0][0] + hit[0][-1]])
