"""What the office says of matters in the ledgers without their numbers: keep it open, open it again, it may go."""

from language.late import late

LONGEST = 80
_ASKS = late(r"[?？]|吗[。]?$|没有?[。]?$|是不是|能不能|可不可以|谁|哪|几[个条项件]|什么|怎么|多少|为啥|为什么")
_STAYS = late(
    r"(?:继续|还得|还要|仍然?|照旧|接着|先)挂(?:着|号|在)|挂着(?:吧|别动|不动|不能)|(?:先|暂时?|还|可)?(?:不|别|不要|不能|不可以?|不许|不予|没到)(?:给他们?|给它)?(?:销(?!售)|结案|办结|了结|划掉|勾掉)"
    r"|缓销|(?:不|还不|不能)算(?:数|办结|完成|解决|落实|交差|完|了)|没(?:有)?(?:真正)?(?:解决|办完|落实|整改)(?:到位|完|好)?[，,]?(?:先)?(?:不|别)销|退回去?(?:重[做办报]|补|完善|$|[，,])|打回"
)
_AGAIN = late(
    r"(?:重新|再|又|还得|给我|恢复)(?:给我)?(?:挂(?:起来|上去?|回来?|号)?|打开|立起来|列(?:上|进)去?)(?=$|[，,。；;了吧]|起|上|回|号)|恢复(?:挂号|未销|(?:吧|了|一下|起来)(?=$|[，,。]))|挂回(?:来|去|上)|(?:撤销|取消|撤回|收回)(?:刚才的?|那个)?销号"
    r"|(?:又|重新)(?:反复|反弹|犯了|冒出来|出来)了?[^，。；;\n]{0,8}(?:挂|列)"
)
_MAY_GO = late(
    r"同意|照准|准了|^准|予以认可|认可|没意见|没问题|核实(?:过|无误)|核(?:过|对过|准)了?|看过了|可以$|可以(?:了|的)(?:$|[，,。])|^(?:行|好|可以|可)[，,]"
)


_LATER = late(r"延|推迟|往后|宽限|改[到至为]|调[到至整]|不同意|不行|不可以")


def stays_open(text: str) -> bool:
    """Whether something in the ledgers is not to be closed (先不销，让他们补; 便桥不算数，继续挂着)."""
    return len(text) <= LONGEST and _STAYS.search(text) is not None and not _ASKS.search(text)


def opens_again(text: str) -> bool:
    """Whether something that was closed is to stand in the ledger again (迁坟的问题重新挂上)."""
    return len(text) <= LONGEST and _AGAIN.search(text) is not None and not _ASKS.search(text)


def consents(text: str) -> bool:
    """Whether the office says yes to what somebody has asked to be closed (数据中心这条同意)."""
    no = _STAYS.search(text) or _ASKS.search(text) or _LATER.search(text)
    return len(text) <= LONGEST and _MAY_GO.search(text) is not None and not no


_OF_MATTER = late(
    r"归谁|(?:谁|哪家|哪个(?:单位|局|部门))(?:在|来|去|正在)?(?:管|办|负责|跟|盯|牵头|抓|弄|处理)|(?:第?几|哪一?)级|到谁(?:手|那)|(?:[了完]结?|解决|搞定|办好|弄好|落实|过期|超期|到期|销号?|妥)了?(?:没有?|吗|吧|了没|了吧)[?？]?$"
    r"|怎么又|咋又|又来|(?:怎么样|咋样|如何)了?[?？呀啊]?$|到(?:哪|什么)|进展|[办谈弄搞处拆迁签](?:得|的)(?:怎|咋|如何)|卡在|为啥|为什么|怎么还|啥时候?|什么时候|何时|几时"
)


def asks_of_matter(text: str) -> bool:
    """Whether a short question is whose some matter is, how far it is or whether it is over."""
    return len(text) <= 60 and _OF_MATTER.search(text) is not None


_HANDS_OVER = late(
    r"(?:改|转|划|移|交|换|调整)(?:由|给|交|到|为|归|成)(?:给|由)?[^，。；;\n]{2,12}|由[^，。；;\n]{2,12}?(?:负责|牵头|接手|接|办理?|管|盯)|归[^，。；;\n]{2,12}?管|让[^，。；;\n]{2,12}?(?:去|来)?(?:谈|办|管|盯|处理|解决|协调|对接)"
)


def hands_over_matter(text: str) -> bool:
    """Whether a matter goes to another unit (渔船的事改由农业农村局负责)."""
    return len(text) <= LONGEST and _HANDS_OVER.search(text) is not None and not _ASKS.search(text)
