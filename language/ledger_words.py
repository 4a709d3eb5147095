"""What the office says of matters in the ledgers without their numbers: keep it open, open it again, it may go."""

from language.late import late

LONGEST = 80
_ASKS = late(r"[?？]|吗[。]?$|没有?[。]?$|是不是|能不能|可不可以|谁|哪|几[个条项件]|什么|怎么|多少|为啥|为什么")
_STAYS = late(
    r"(?:继续|还得|还要|仍然?|照旧|接着|先)挂(?:着|号|在)|挂着(?:吧|别动|不动|不能)|(?:先|暂时?|还|可)?(?:不|别|不要|不能|不可以?|不许|不予|没到)(?:给他们?|给它)?(?:销(?!售)|结案|办结|了结|划掉|勾掉)"
    r"|缓销|(?:不|还不|不能)算(?:数|办结|完成|解决|落实|交差|完|了)|没(?:有)?(?:真正)?(?:解决|办完|落实|整改)(?:到位|完|好)?[，,]?(?:先)?(?:不|别)销|退回去?(?:重[做办报]|补|完善|接着|继续|再|让|给|$|[，,])|打回|(?:答复|回复|说法|这个?理由|材料|结果)(?:还是|也|可|都)?(?:不(?:行|够|认可|满意|过关|算)|没(?:有)?说服力|太(?:虚|空|笼统))|没到位"
)
_AGAIN = late(
    r"(?:重新|再|又|还得|给我|恢复)(?:给我)?(?:挂(?:起来|上去?|回来?|号)?|打开|立起来|列(?:上|进)去?)(?=$|[，,。；;了吧]|起|上|回|号)|恢复(?:挂号|未销|(?:吧|了|一下|起来)?(?=$|[，,。]))|销错(?:了|号)|[错误]销(?:了|掉)|不该销|先?别销了?，?(?:放|挂)回|挂回(?:来|去|上)|(?:撤销|取消|撤回|收回)(?:刚才的?|那个)?销号"
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
    r"期限|时限|(?:哪天|几号|啥时候?|什么时候)(?:到期|截止)|归谁|(?:谁|哪家|哪个(?:单位|局|部门))(?:在|来|去|正在)?(?:管|办|负责|跟|盯|牵头|抓|弄|处理)|(?:第?几|哪一?)级|到谁(?:手|那)|(?:[了完]结?|解决|搞定|办好|弄好|落实|过期|超期|到期|销号?|妥)了?(?:没有?|吗|吧|了没|了吧)[?？]?$"
    r"|怎么又|咋又|又来|(?:怎么样|咋样|如何)了?[?？呀啊]?$|到(?:哪|什么)|进展|[办谈弄搞处拆迁签](?:得|的)(?:怎|咋|如何)|卡在|为啥|为什么|怎么还|啥时候?|什么时候|何时|几时"
)


def asks_of_matter(text: str) -> bool:
    """Whether a short question is whose some matter is, how far it is or whether it is over."""
    return len(text) <= 60 and _OF_MATTER.search(text) is not None


_POINTS = late(r"[那这][条件项桩](?!线)|[那这]个(?:事|问题)|议定|交办|会上定")


def points_at_matter(text: str) -> bool:
    """Whether a question points at something in the ledgers and not at the works (通航评估那件到哪一步了)."""
    return _POINTS.search(text[:60]) is not None


_HANDS_OVER = late(
    r"(?:改|转|划|移|交|换|调整)(?:由|给|交|到|为|归|成)(?:给|由)?[^，。；;\n]{2,12}|[转交派分](?=[^，。；;\n]{1,10}?(?:局|委|办|公司|镇|街道|中心|支队|集团)[^，。；;\n]{0,2}(?:去|来)?(?:办|接|管|处理|协调|答复|负责|牵头|跟|盯|$|[，,]))|由[^，。；;\n]{2,12}?(?:负责|牵头|接手|接|办理?|管|盯)|归[^，。；;\n]{2,12}?管|以[^，。；;\n]{2,12}?为主(?!体|要)|让[^，。；;\n]{2,12}?(?:去|来)?(?:谈|办|管|盯|处理|解决|协调|对接)"
)


def hands_over_matter(text: str) -> bool:
    """Whether a matter goes to another unit (渔船的事改由农业农村局负责)."""
    return len(text) <= LONGEST and _HANDS_OVER.search(text) is not None and not _ASKS.search(text)


_MERGES = late(
    r"(?:合并|归并|并)(?!(?:到|在)(?:下|这|本|上)?[一个]*(?:周|期|次|月|星期))"
    r"(?:成|为|到|在|起来|一起|一下|一条|一个|处理|了|吧|$)|合(?:成|为|到|在)(?:一|同)|(?:是|算|当)(?:一|同一|同)(?:回|件|个|码)(?:事|问题)[^。；;\n]{0,6}(?:合|并)"
)


def merges(text: str) -> bool:
    """Whether several problems are to be one (这两个其实是一回事，并成一条)."""
    return len(text) <= 60 and _MERGES.search(text) is not None and not _ASKS.search(text)


_SENDS_BACK = late(
    r"退回|打回|接着办|继续办|重新?(?:办|答复|研究|报)|(?:答复|回复|说法|这个?理由|结果)(?:还是|也|可|都)?(?:不|没|太)"
)


def sends_back(text: str) -> bool:
    """Whether a unit's answer is given back to it, and not only something kept open."""
    return stays_open(text) and _SENDS_BACK.search(text) is not None


_GOES_UP = late(
    r"(?:报|提请|提交|上报|呈报|报请|升级|提|升)(?:到|给|至|请|交)*(?:(?P<leader>[^，。；;\n]{0,3}副(?:区长|县长|市长|指挥长|镇长)|分管(?:副?[区县市]长|领导)?)"
    r"|(?P<head>指挥长|主要领导|组长|[^，。副；;\n]{0,3}(?:书记|县长|区长|市长))|(?P<some>领导)|(?P<group>协调?推动组|推动组|专班|上一?级|(?:第)?二级))(?:那儿?|那里|这边)?(?:去)?(?:协调|研究|审定|定夺?|出面|解决|过问|拍板)?(?=$|[，,。；;了吧])"
)


def level_up(text: str) -> int:
    """To which level the office takes a problem that it names by words (海域的问题直接报沈区长协调); nought: none."""
    found = _GOES_UP.search(text) if len(text) <= 60 and not _ASKS.search(text) else None
    if found is None or not _MATTER.search(text):
        return 0
    return 4 if found["head"] else 2 if found["group"] else 3


_MATTER = late(r"问题|难题|[那这][条个件项]|(?:的)?事(?:情|儿)?(?=[，,直就请]|报|提|上)")
