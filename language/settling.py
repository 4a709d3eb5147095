"""What is said of a matter in the ledgers by its number or its project: carried out, on what ground, to be closed."""

import re

from language import ledger_orders
from language.late import late
from language.numerals import small_number

_CLOSING = late(
    r"销号|销掉|销了(?:吧|$|[，,。])|销一下|可以销|能销|销项|销账|消号(?=了|吧|$|[，,。；;])|申请消号|同意消号|(?:^|[，,、\d]|那就?|都|了)销(?:了吧|了|掉|吧)?$"
    r"|(?:[那这该][条件个项宗桩]|也|请|全|都|并|给|予以|申请|来)销(?:吧|$|[，,。；;])|(?:可以?|能|予以|就此|就)(?:了结|结案|结了|划掉|勾掉)|(?:了结|结案)(?:了|掉)?(?:吧)?$|(?:划|勾|抹|清|结)掉(?:吧|了)?$"
)
_NOT_CLOSING = late(r"[没未不]能?销|销号?了?(?:没|吗)|退回|暂缓销|先别销|[?？]|哪|几|多少|谁|怎么")
_FINISHED = late(
    r"(?:已经?|均已?|都已?|全部|今天|昨天|今日|昨日)[^，。；;\n]{0,10}?(?:完成|办结|办完|办妥|落实|解决|改完|迁完|拆完|修完|清完|装完|通气|通水|通车|到位|拿到|取得|核发|批复|签完|签订|全签|迁完|搬完|整改|发了?(?=$|[，,。；;])|下发|获批|批准|送电|通电|接通|接上|送上|开通|拆完|移交|交付|拨付|出具)"
    r"|(?:完成|办完|办结|办妥|落实|解决|做完|迁完|搬完|签完)(?:了|完毕|到位)|(?:办结|完成)(?:[，,。；;]|$)"
    r"|(?<![停坏断塌垮漏倒卡堵])[\u4e00-\u9fff](?:完|好|清楚?|通|妥|齐|掉|走|新)了(?=$|[，,。；;])"
)
_NOT_YET = late(
    r"[未没](?:能|有|完|办|落|解|到|拿|取|批|签|得)|还(?:差|缺|没|剩|需|要)|尚|预计|计划|力争|争取|拟|将(?:于|在)|待|基本|部分|一半|正在|快要?"
)
_GROUND = late(
    r"〔\d{4}〕|\[20\d\d\]|文号|附[上件了]?|依据|凭证|佐证|证明|单据|验收单|回执|批文|批复文件|会议纪要|照片|协议|确认[函表书]|[复回]函|扫描件|复印件|原件|材料在"
)
_SETTLED = late(
    r"(?:问题|矛盾|困难|缺口|难题|事[情项]?|分歧|争议|堵点)[^，。；;\n]{0,8}?(?:已经?|都|均|全部)?[^，。；;\n]{0,4}?(?:解决|化解|消除|协调)(?:了|完毕|到位|掉|好)"
    r"|(?:问题|缺口|矛盾|难题)(?:已经?|都|均|全部)(?:得到)?(?:解决|化解|消除|补上|补齐)|(?:已经?|都|均)(?:得到)?(?:协调)?(?:解决|化解)(?!方案)"
    r"|(?:解决|化解)(?:了|完毕|到位)|没(?:有)?问题了|不再是问题|缺口(?:解决|补上|补齐)"
)
_TO_SETTLE = late(
    r"[未没不](?:能|有|得到|予|曾)?(?:及时)?(?:协调)?(?:解决|化解)|待(?:协调)?解决|需要?[^，。；;\n]{0,8}解决|请[^，。；;\n]{0,10}解决|尽快解决|才能解决|如果|若|只要|解决不了"
    r"|(?:争取|力争|预计|计划|拟|将|要|准备|打算|希望|有望|才能?)[^，。；;\n]{0,16}?(?:解决|化解)|解决(?:了|没)?(?:没|吗|方案|办法)|[?？]|(?:部分|一半|基本|大部|初步|一些)[^，。；;\n]{0,4}解决"
)


def numbers_in(text: str) -> list[tuple[int, int]]:
    """The numbers of decisions that are named, in order: 24-03 → (24, 3); storeys, buildings and days are none."""
    found = []
    for hit in ledger_orders.REFERENCE.finditer(text[:600]):
        if hit["of"] and not re.match(ledger_orders.NOT_OF_WORKS, text[hit.end() :]):
            continue
        meeting, item = small_number(hit["meeting"] or hit["of"]), small_number(hit["item"] or hit["nr"])
        if meeting and item and (meeting, item) not in found:
            found.append((meeting, item))
    return found


def asks_closing(text: str) -> bool:
    """Whether somebody says that something may be closed (申请销号, 可以销了); a question about it is none."""
    said = text[:600]
    return _CLOSING.search(said) is not None and not _NOT_CLOSING.search(said)


_CALLED = late(
    r"^(?:请|把|将|好的?|行|嗯|对|那就?|[，,])*(?P<who>(?!刚|上面|前面|上[次一个]|[昨今前]天|[这那第你我他]|最[前后先]|以上|所有|全部|几)[\u4e00-\u9fff]{2,8}?)"
    r"(?:牵头|负责|承办|办)?的?(?:[那这]一?(?:[件个条项桩码]|边)|的事)"
)


def called(text: str) -> str:
    """What a matter is called that is to be closed (财政 of 财政那件办完了，销掉); else empty."""
    found = _CALLED.match(text[:60])
    return found["who"] if found else ""


def says_finished(text: str) -> bool:
    """Whether words say that something is carried out, without reservation."""
    said = text[:600]
    return _FINISHED.search(said) is not None and not _NOT_YET.search(said)


_PAID_OUT = late(
    r"(?:已经?|昨天|今天|上午|下午|刚刚?|全部|都)[^，。；？?]{0,8}(?:拨付?|打款?|汇|转|支付|兑付|划拨)(?:到|给|出|了|完|下)"
)


def speaks_of_money(text: str) -> bool:
    """Whether money is what is to be paid out."""
    return re.search(r"款|钱|资金|拨付|兑付|支付|经费", text) is not None


def says_paid(text: str) -> bool:
    """Whether words say that money has been paid out (600万昨天已经拨付到卫健局账户)."""
    said = text[:200]
    return _PAID_OUT.search(said) is not None and not _NOT_YET.search(said)


_DISPUTES = late(
    r"(?:不|没|并非|不是)(?:该|应该?|归|由|属于?)[^，。；;\n]{0,4}(?:我|咱|本)|轮不到(?:我|咱)|(?:我|咱)[^，。；;\n]{0,6}(?:办不了|管不[了着]|牵不了头|没(?:有)?(?:这个?)?(?:职能|权限|职责|权)|无权|无(?:此)?职[能责])"
    r"|(?:不|非)(?:在|是|属)?(?:于)?(?:我|本)[^，。；;\n]{0,6}(?:职责|职能|权限|管|负责|业务)|(?:应该?|该|得|理应)(?:归|由|是|找)(?!我|本)[^，。；;\n]{2,12}(?:牵头|负责|办理?|管|来|主办)"
    r"|(?:职责|职能|权限)(?:不在|没在)(?:我|本)|是(?!我)[^，。；;\n]{2,10}的(?:职责|职能|事权|权限)|改由(?!我)|换(?:个|一家)?单位|另行?指定|协调不动"
    r"|(?:我|咱|本|镇|乡|局|街道|办|公司)(?:们|里|这边|方)?(?:没有?|无)(?:这个?|此|该|这方面的?|相关)?(?:权限|职权|职能|权力|[\u4e00-\u9fff]{0,3}权(?!证|属|利|益))|(?:请|建议|应|要)(?:办公室)?转(?:给|交|到)(?!我|本)"
    r"|(?:得|应该?|要|需)(?:由|归|找)?(?!我|本)[^，。；;\n]{2,8}(?:局|委|办|公司|镇|街道|中心)(?:来)?(?:牵头|确认|出面|定夺|主办|认定)"
)


_TOO_LATE = late(
    r"[\u4e00-\u9fff]不(?:上|了|完|成|及|来|出|到)|来不及|赶不[上及]|(?:得|要|需)(?:等)?(?:到)?[^，。；;\n]{0,4}\d{1,2}(?:月|[日号])|最快|怕是|(?:宽|放|缓|延|推|拖|顺|展|挪|改|调)[限宽期延放挪后整]?(?:到|至)|宽限|缓一缓"
)


def comes_later(text: str) -> bool:
    """Whether words say that something will not be there by its day (14号接不上，得25号)."""
    return _TOO_LATE.search(text[:200]) is not None


def disputes(text: str) -> bool:
    """Whether a unit says that what was decided is not for it to do (这个不该我们牵头，是住建局的职责)."""
    return _DISPUTES.search(text[:200]) is not None


_LOOKED_INTO = late(r"核(?:实|查|对)?(?:过|无误|属实)|现场(?:看|查|核)过|看过(?:现场|材料|证|原件)|验(?:过|收过)")


def looked_into(text: str) -> bool:
    """Whether the office says that it has seen for itself (大渡退塘核过了)."""
    return _LOOKED_INTO.search(text[:200]) is not None


def shows_ground(text: str) -> bool:
    """Whether words name what proves it (附验收单, 回执在附件)."""
    return _GROUND.search(text[:600]) is not None


def says_settled(text: str) -> bool:
    """Whether words say that a problem is no more (停电窗口定了，问题解决了); hopes and demands say nothing of it."""
    said = text[:600]
    return _SETTLED.search(said) is not None and not _TO_SETTLE.search(said)


_OF_DECISION = late(r"交办|交代|吩咐|布置|议定|会议|例会|调度会|协调会|专题会|会上|纪要|领导")


def speaks_of_decision(text: str) -> bool:
    """Whether what is to be closed is called what a meeting or a leader wanted, and no problem."""
    return _OF_DECISION.search(text[:200]) is not None


_BOTH = late(
    r"问题[^，。；;\n]{0,4}(?:也|都|一并|一起|同时)|(?:连|和|与|及)[^，。；;\n]{0,6}问题|(?:事项?|决定)[^，。；;\n]{0,6}(?:也|都|一并|一起|同时)"
)


def speaks_of_both(text: str) -> bool:
    """Whether what a meeting decided and the problem behind it are to be closed together (问题也一并销)."""
    return speaks_of_decision(text) and "问题" in text and _BOTH.search(text[:120]) is not None


_ASIDE = late(
    rf"[，,。；;\s]*(?:{ledger_orders.REFERENCE.pattern})?\s*号?[，,]?\s*(?:现|拟|再次?|重新)?申请[销消]号[，,。；;\s]*"
)


def ground_in(words: str) -> str:
    """The words on what ground something is to be closed, without its number and the request itself."""
    return _ASIDE.sub("，", words).strip(" ，,。；;：:") or words


_AROUND_CLOSING = late(
    r"同意|可以|准予|予以|申请|确认|核实|过了|无误|没问题|这个|那个|那项|这项|那件|这件|那条|一项|项|问题|议定事项|事项|的|了|吧|把|将|给|就|请|销号|销掉|销项|销账|消号|销|[，,。；;：:\s]"
)


def without_closing(text: str) -> str:
    """What is left of a consent to close something: the words for what it is about."""
    return _AROUND_CLOSING.sub("", text[:60])


def speaks_of_all(text: str) -> bool:
    """Whether all that waits is meant (全部同意销号)."""
    return re.search(r"全部|全都|都|一并|一起|各项", text[:60]) is not None


def quoted_issues(text: str) -> list[int]:
    """The serials of the problems whose numbers are named (2026-007、2026-009), in order."""
    found = [int(hit[1]) for hit in re.finditer(r"(?<!\d)20\d\d-(\d{3})(?!\d)", text)]
    bare = [
        int(hit[1])
        for hit in re.finditer(
            r"(?<![\d-])(\d{1,3})(?=(?:号|[、和与]\d{1,3}号)?(?:号)?(?:问题)?(?:[、和与]|合并|并))", text
        )
    ]
    return list(dict.fromkeys(found or bare))


def quoted_issue(quote: str) -> int | None:
    """The serial of the one problem whose number stands in what is quoted (2026-007)."""
    found = {int(hit[1]) for hit in re.finditer(r"(?<!\d)20\d\d-(\d{3})(?!\d)", quote)}
    return found.pop() if len(found) == 1 else None


_CLOSING_CLAUSE = late(r"[，,。；;\s]*(?:现|拟|再次?|重新)?(?:申请[销消]号|(?:可以|能)销号?(?:了)?(?:吧)?|请予销号)")


def without_numbers(words: str) -> str:
    """The words without the numbers of decisions and what is said of closing them: what is told of the works."""
    plain = ledger_orders.REFERENCE.sub("", words[:600])
    return _CLOSING_CLAUSE.sub("", plain).strip(" ，,。；;、")
