"""Does a clause ask somebody to coordinate or support? 请审阅 and what one does oneself ask for nothing."""

from functools import lru_cache

from language.late import late
from language.tables.headings import Role
from language.words import any_of, listed

WHOM = any_of(
    listed("""
    局 委 办 镇 乡 街道 公司 分局 政府 部门 省里 区里 县里 市里 指挥部 专班 支队 大队 中队 派出所 领导 区长 县长 市长
    主任 局长 书记 上级 财政 法院 水司 电司 供电 电信 联通 铁塔 运营商 交警 城管 公安 海事 海关 园林 住建 水利 水务 林业
""")
).pattern
WHAT = any_of(
    listed("""
    协调 支持 帮 解决 调度 配合 出警 督促 督办 敦促 明确 过问 研究 加快 尽快 推动 出面 牵头 给予 关注 关心 批准 同意 催
    促 安排 落实 协助 指导 保障 疏导 打招呼 打个招呼 说说 说一声 沟通 对接 做工作 做做工作 想办法 想想办法 定夺 拍板
    拿主意 搭把手 拉一把 撑腰 撑个腰 出主意 出出主意 出把力 拨付 定一下 予以
""")
).pattern
SHARED = "协调|支持|配合|上会|研究解决|出面|帮助|调度|推动|牵头解决|提级|帮忙|协助"
HELP = late(
    rf"请(?![将把])[^，。；\n]{{0,8}}(?:{WHOM})(?!已)|恳请|请求|提请|恳求|恳盼|(?<!到处)求助(?=[^，。；\n]{{0,10}}(?:{WHOM}))|求援|诚请|央请|劳烦|烦劳|有劳|拜托"
    rf"|请[^，。；\n]{{0,18}}(?:{WHAT})|(?:麻烦|烦请)[^，。；\n]{{0,14}}(?:{WHOM}|{WHAT})"
    r"|(?:盼(?!着)|(?<!有)望)[^，。；\n]{0,14}(?:协调|支持|解决|帮|出面|过问|招呼|催|督促|做工作|牵头|调度|协助|统筹|指挥部|专班|[局镇]|街道|公司|领导|财政|[区县市]里)"
    rf"|(?:需要?|须|建议|要(?!是)|得|想请|求)[^，。；\n没]{{0,16}}(?:{SHARED})"
    r"|(?:帮忙?|协助|帮着|帮我们|帮咱们?)(?:协调|解决|推动|催|沟通|一下|问问|说说|做|盯)"
    r"|需要?[^，。；\n没]{2,16}(?:会商|会办|会诊|把关)"
    r"|(?:[区县市省]里?|领导|上级|指挥部|专班|[局办镇])能不能[^，。；\n]{0,12}(?:帮|派|出面|协调|支持|牵头|招呼|催|解决|汇报|说)"
    r"|协调一下|上会研究|(?:还是)?得[^，。；\n]{0,4}出面"
)
ASKING = frozenset("请恳求劳托烦盼望需须议要得帮协会")
"""Without one of these characters nobody is asked for anything."""

COURTESY = late(
    r"(?:如有|若有|有)(?:错误|错漏|误|不妥|出入|疑问|问题)?[，,]?请[^，。；\n]*|请(?:各位|各)?(?:领导|主任|区长|县长|局长|同志|老师|单位|部门)?们?(?:放心|审[阅核定示]|知悉|周知|悉知|查[收阅看]|阅|指[示正]"
    r"|批[示评]|过目|参[阅会加]|收|核[对实]|[谅理]解|见谅|稍等|注意|确认)"
)
"""Polite words that ask for nothing: 请审阅, 请知悉, 有误请联系办公室."""
OWN_EFFORT = late(
    r"正在[^，。；\n]{0,6}协调|在协调|已[^，。；\n]{0,4}协调|协调中|不用再?协调|无需协调|不需要?协调|协调好|不用再|积极协调|正协调|协调了|请示|请假|申请|需协调(?:事项|问题)?[：:]?无|会同|^[^，。；\n请求望盼需烦让]*配合[^，。；\n]{0,4}做"
)

DENIED = late(
    r"(?<!有)(?:没有?|[暂并]?无|不存在)(?:什么|啥|其[他它]|别的|任何|特别|太多)*(?:需要?|要|须|得|想)[^，。；\n]{0,10}(?:的|事项|问题)"
    rf"|(?<!是)(?:[不无][需用须]|不必|用不着|犯不着)要?[^，。；\n]{{0,8}}(?:{SHARED}|解决|操心)"
)
"""暂无需要协调的事项, 不需要领导出面: that nobody is asked for anything."""


@lru_cache(maxsize=16)
def asks_for_help(text: str, role: Role | None) -> bool:
    """Whether a clause asks somebody to coordinate or support."""
    if ASKING.isdisjoint(text):
        return role is Role.HELP and len(text) > 3 and not OWN_EFFORT.search(text)
    if OWN_EFFORT.search(text) or DENIED.search(text):
        return False
    asked = COURTESY.sub("", text) if "请" in text else text
    return HELP.search(asked) is not None or (role is Role.HELP and len(text) > 3)
