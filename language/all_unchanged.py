"""同上周, 我们两个都没动: short answers by which everything that was asked of somebody is as it was."""

from language.late import late
from language.numerals import small_number
from language.report.same import SAME

_ALL_UNCHANGED = late(
    r"(?:我们?(?:局|委|办|镇|街道|司|公司|单位|中心|院)|本(?:局|委|单位|司)|我)?的?(?:本周|这周|目前|这)?(?:所有|全部|各|几|[两三四五六七八九十\d]+(?=个|项目|事项|项工作))?个?"
    r"(?:项目|事项|工作)?(?:均|都|全部|也|还是|仍)?"
    r"(?:同上周?|同上一周|按上周|(?:和|跟|与)上周(?:一样|相同)|无变化|没有?(?:什么|啥)?变化|没变化?|没动|无新?进展|没有?新?进展|零报告|无更新|照旧|一切照旧|老样子|一样没变化|没有?(?:什么|啥)?需要更新的|没有?(?:什么|啥)?可报的|无可报|本周无|本周没有|暂无|=)(?:了|的)?|无"
    r"|(?:本周|这周|目前)?(?:情况|进展|各项目|都|均)?(?:还是?|仍|也|均|都|暂)?(?:不变|没变|照旧|如旧|原样|没有?新情况|无新情况|无(?:变化|进展|更新))"
    r"|维持(?:上周|原状|不变|原样)(?:不变)?|[照按]上周的?(?:报|来|算)?|[和跟与同](?:上周|上次|上回|上期|之前)(?:一样|相同|差不多|一致|没(?:什么|啥)?变化|没差别)"
    r"|上[周次](?:啥|什么|怎么?)样(?:现在|这周|本周)?[还就](?:是)?(?:啥|什么|怎么?)样|(?:本周|这周)?(?:没有?|无)(?:什么|啥)?需要(?:报|更新|上报|汇报|填报)的"
)

_NOTHING_TO_REPORT = late(
    r"(?:我们?|咱们?|本)?(?:[\u4e00-\u9fff]{0,6}(?:局|委|办|镇|乡|街道|公司|中心|单位|院|所|司))?"
    r"(?:[\u4e00-\u9fff]{0,4}(?:这边|这里|这儿|那边|我们|这块|这头|条线|口上?|方面))?(?:的)?(?:本周|这周|本期)?"
    r"(?:(?:暂时?|都|均|也|还|是|就)*(?:没有?|无)(?:什么|啥|任何)?(?:需要|需|要|可|应|待)?(?:报告|上报|汇报|反馈|填报|报送|更新|报)的?(?:事项|情况|内容|东西|事儿?|进展)?(?:了|呢)?|"
    r"(?:(?:本周|这周|这期|本期|今天)(?:的)?(?:暂时?|都|均|也|还|是|就)*(?:没有?|无)(?:了|的|呢|新的?|什么|啥|情况|内容|进展|动态|事项|项目|东西|(?:需?要|可)(?:报|更新|上报)的?)*"
    r"|(?:暂时?|都|均|也|还|是|就)*(?:没有?|无)(?:什么|啥)?(?:新的?)?(?:情况|内容|动态|东西|事项)?(?:需?要|可)(?:报|更新|上报)的?(?:了|呢|东西|内容|事项)?)|(?:暂时?|都|均|也|还|是|就)*(?:没有?|无)(?:什么|啥)?新(?:的)?(?:情况|进展|动态|变化|东西)(?:了|呢)?)"
    r"|[\u4e00-\u9fff]{1,6}(?:局|委|办|镇|乡|街道|公司|中心|单位|院|所|分局)(?:这边)?[：:]?(?:无|零报告|无情况|无内容|无变化|没有|没变化)"
)
"""粮食局无, 我们这边本周没有: whoever is asked has nothing to report."""
_STAYS_SO = late(r"^(?:因为?|由于|主要(?:是|因)|原因|还在|仍在|都?在?等|仍|还|施工单位|总包|监理|业主|甲方|设计)")
_TOLD = late(r"\d|批了|[已获]批|完[成工]|封顶|开工|取得|拿到|下来|通过|签")

_FRONT = late(
    r"(?:那就?|就|嗯|哦)?(?:(?:咱|我)们?|本)?(?:[\u4e00-\u9fff]{0,6}(?:局|委|办|镇|乡|街道|公司|中心|单位|院|所|司|集团))?"
    r"(?:这边|这里|这儿|这块|这头|手[上头里]|名下|负责|管|牵头|跟踪|报)?的?(?:本周|这周|这期|本期|目前|暂时?)?"
    r"(?:(?:这|那)?(?:[两三四五六七八九十\d]{1,2}(?=[个项])|几|各|所有|全部)个?|各)?(?:项目|事项|工作|工程)?(?:的?(?:情况|进度|进展))?(?:本周|这周|这期|本期|目前)?"
    r"(?:[暂也都均全还是仍就先]|全部|依然|依旧|继续)*"
)
"""我们这边两个项目都…: whose and of how many it is said; nothing of it need be there."""
_BACK = late(r"(?:[了的啊哈呢哦吧呀]|谢谢|就这样|一样没变化?)+$")
_STILL = late(
    r"没(?:有)?(?:变|变化|动|动静|进展)?|不变|无|照旧|如旧|原样|老样(?:子)?|那样(?:子)?|这样(?:子)?|一样|同上(?:周|期|次)?|零报告|没(?:有)?(?:什么|啥)(?:动静|变化|进展|动作|新)?"
    r"|(?:[报按写算照填跟和与同]|按照|参照)?(?:上(?:一|个)?(?:周|期|次|回|礼拜|星期))(?:报|说|填)?的?(?:那样|情况|内容|一样|没两样|数|原样|来|算|报|写|填)?"
)
_COURTESY = late(r"(?:谢谢|多谢|辛苦|麻烦|收到|好的?|嗯+|以上|报告完毕|完毕)(?:了|啦|哈|大家|领导|您)*")
_PARTS = late(r"[，,、。；;\s]+")


def says_all_unchanged(text: str) -> bool:
    """Whether a message says nothing but that nothing has moved: it answers for all that its sender was asked."""
    parts = [part for part in _PARTS.split(text.strip().rstrip("。.!！~ ")) if part and not _COURTESY.fullmatch(part)]
    if not parts or not _says_so(parts[0]):
        return False
    return all(_says_so(part) for part in parts[1:]) or _only_why(parts)


def _says_so(part: str) -> bool:
    if _ALL_UNCHANGED.fullmatch(part) or _NOTHING_TO_REPORT.fullmatch(part):
        return True
    front = _FRONT.match(part)
    rest = part[front.end() :] if front else part
    return bool(rest) and any(each.fullmatch(_BACK.sub("", rest)) or each.fullmatch(rest) for each in (_STILL, SAME))


def _only_why(parts: list[str]) -> bool:
    """本周没有新进展，施工单位在换项目经理: what stands behind it says why, and nothing that has happened."""
    rest = parts[1:]
    return (
        parts[0][:2] in ("本周", "这周")
        and len(rest) == 1
        and bool(_STAYS_SO.match(rest[0]))
        and not _TOLD.search(rest[0])
    )


_SO_MANY = late(r"(?P<many>[两二三四五六七八九\d]{1,2})个(?:项目|事项|工作|工程|(?=[都均全也还]))")


def counts_unchanged(text: str) -> int:
    """Of how many projects somebody says that nothing has moved (两个项目都没变化); 0 where no number is said."""
    found = _SO_MANY.search(text)
    return (2 if found["many"] == "两" else small_number(found["many"]) or 0) if found else 0
