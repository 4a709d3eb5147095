"""Does this text carry a secret mark? Asked before anything is kept."""

import re
import unicodedata

_BLANKS = re.compile(r"[ \t\u3000\u200b-\u200f\u2060\ufeff]+")

_LEVEL = "绝密|机密|秘密"
_TERM = r"[★☆＊*]"
_YEARS = r"(?:\d{1,2}|[一二三五十]{1,3})(?:年|个月)"
_PAPER = "文件|材料|资料|文电|电报|公文|通知|信息|内容|事项|载体|件|级"

_MARKS = re.compile(
    "|".join(
        (
            rf"(?:{_LEVEL}){_TERM}",  # 秘密★1年
            rf"{_TERM}(?:{_LEVEL})",
            rf"(?:{_LEVEL})[·:：\-—]?(?:{_YEARS}|长期|启封)",
            rf"[【\[（(〔《<](?:{_LEVEL}|工作秘密|涉密|内部秘密)(?:{_PAPER})?[】\])）〕》>]",
            rf"密级(?:为|是|[:：])?(?:{_LEVEL})",
            rf"(?:定为|列为|属于|属|是|为|标注|标有|注明|有个|这份|那份|一份|该)(?:{_LEVEL})(?:{_PAPER}|的|[，。,;；！!]|$)",
            rf"(?:{_LEVEL})(?:文件|材料|资料|文电|电报|公文|载体|信息|内容|件|级)",
            r"工作秘密",
            r"涉密(?:的)?(?:文件|材料|资料|信息|内容|件|载体|公文|事项|数据|光盘|[^，。；\n]{0,3}图)",
            rf"保密期限[:：为]?(?:{_YEARS}|长期)",
            r"国家秘密",
            rf"^(?:{_LEVEL})$",
            r"份号[:：]?\d",
            rf"(?:标|印|盖|写)(?:有|着|了)?(?:{_LEVEL})",
            rf"(?:{_LEVEL})字样",
            rf"(?:^|[\n。；])(?:{_LEVEL})[:：]",
        )
    ),
    re.MULTILINE,
)

_INNOCENT = re.compile(
    "|".join(
        (
            r"(?:不|非|无|未|没有?)(?:属于?|涉及?|是|含有?|得|存在)*(?:绝密|机密|秘密|涉密|工作秘密|国家秘密)(?:文件|材料|资料|信息|内容|事项|件|级)?",
            r"(?:绝密|机密|秘密|涉密|国家秘密|工作秘密)(?:室|档案室|库房|机房|机|计算机|电脑|打印机|复印机|网络|系统|资质|工程|会议室|人员|岗位|武器|花园)",
            r"(?:保守|保护|泄露|严守)(?:国家|工作|商业)?秘密",
            r"(?:国家秘密|工作秘密|涉密|商业秘密)(?:管理|保护|保密)?(?:法|条例|办法|规定|培训|检查|教育|自查|知识|宣传|制度|目录|定密)",
            r"保守国家秘密",
            r"商业秘密",
            r"秘密花园|秘密武器|小秘密",
            r"涉密(?:项目)?(?:不上网|资质|单位)",
        )
    )
)


def marks_secret(text: str) -> bool:
    """Whether a text or a file's name carries a mark of state or work secrecy, not merely speaks of secrecy."""
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    if "密" not in plain and "份号" not in plain:
        return False  # every mark has the one or the other, and almost no message has either
    plain = _INNOCENT.sub("〇", plain)
    return _MARKS.search(plain) is not None
