"""What tells in a clause whose a problem is, and whether it is one."""

from language.late import late

ACCESS = late(
    r"[\u4e00-\u9fff]{2}(?:也|都|就|一直)?[进上运开拉到]不|[车货料船机](?:辆|子)?[也都就全一律]{0,2}(?:不[让准许能]|禁止?|限制?)[上进出开跑通行]"
)
"""混凝土车进不来: what is kept out stands still, and not the works."""

HELD_BACK = late(r"[压扣]着不")
"""厂家压着不发货: what those do who are not paid."""
NOT_PAID_OUT = late(
    r"[，、 ]*(?:但|只是|不过|就是)?(?:这?钱|款|资金)?(?:也|还|尚|暂|都)*[没未][^，。；]{0,6}[拨到下放]"
)
"""专项债发行成功了，钱还没拨到账上: a step of it that is still to come."""
BARS = late(r"把[^，。；]{1,6}[堵拦围锁断封挖]|[堵拦围锁][了住着]")
"""把便道堵了: what people do is more than what they say."""
THEY_SAY_SO = late(r"^[^，。；]{2,8}(?:说|嫌|讲|挑|提)")
"""排水所说没装监测设备."""
PETITIONS = late(r"上访|信访|群访|集访")
"""Who petitions speaks of the whole project."""
WITHDRAWN = late(r"[人船机车备][^，。；]{0,3}(?:都|也|全|已)*(?:撤|回港|上岸|靠泊)")
"""洪峰要过，栈桥上的人撤了."""
BESIDES = late(
    r"[，、；。 ]?(?:另外?|此外|还有(?![一两三四五六七八九十几\d])|再?加上|加之|同时|再就是|再一个|再者|其次"
    r"|[一二三四]是|第[一二三四]|[\u4e00-\u9fff]{1,6}也(?:还|都)?[没未](?!法|办法|人敢|敢|能))"
)
"""加上夜间施工证没批: what begins so is one more trouble, and does not come of the one before."""
DENIES = late(r"[没不未缺无等]")
UNAFFECTED = late(r"(?:不|[没未]有?|未)(?:受到?)?影响|[不没]耽误")
"""桥涵不受影响: with a subject of its own it solves nothing of what was told before."""
GOES_ON = late(r"照[干做常样浇铺装打挖吊旧]|接着[\u4e00-\u9fff]|继续")
DAYS = late(r"[今昨前明后][天日早晚]|[上这本]周[一二三四五六日天]?")
OVER = late(r"停|恢复|解决|处理|[后了完好通齐到]$")
"""停了两天接着干: before a word of going on, what has come to an end."""
"""屋里水电接着做: what goes on is not what stood still, where it is named."""
TAKES_OVER = late(r"[接收管要领]")
"""物业不肯接收: whoever takes over takes over the whole; who does not give 站房 holds up the node."""
REFUSES_TO_TAKE = late(r"[不没未拒][^，。；]{0,4}(?:接[收管手]?|收)")
PAPER = late(r"(?:许可|手续|审批|批复|审查|备案|评价|证)$")
"""What a paper's name ends in."""
AT_ITS_PLACE = late(
    r"(?:工程|项目|施工|主体)?的?(?:工地|现场|项目部|营地|[东南西北][侧边面头]|[旁附]近?边?|周边|门[口前]|边上|外围|对面|背后|下方|上方|隔壁)"
)
"""安置房工地十几个民工讨薪: behind a node's name these make of it a place."""
THEY_SAY = late(r"^[，、 ]?[都还就也]?(?:说|嫌|反映|怪|抱怨|担心|怕)[^，。；]{0,3}$")
"""说打桩震裂了房子: before a node's name, words of what people complain of."""
LEFT_OUT = late(r"[^，。；]{0,8}除[^，。；]{2,14}[之以]?外[全都均已其]")
"""除5户在打官司外全部签约: what is left out is only counted."""
GIVEN = late(r"[就才]不?[给能让]")
"""没有就不给批: the lack is what the node before waits for."""

UNWILLING = late(r"嫌|不[肯愿同让签]|要价|谈不|谈崩|没谈|异议|拒|钉子|顶着|争议|反悔|不满|分歧")
STUCK = late(
    r"卡|[压扣][了着]|吃不准|不一|先例|迟迟|一直|消息|回音|回复|答复|下文|排不|约不|慢|不[给肯愿同松受点签出]|反复|打回|驳回|受阻|扯|难|没过|未过|缺|来回|[两三]次|说(?:让)?(?:我们)?(?:再|先|还[要得])?等"
)
MAKES_SUPPLY = late(r"接入|外电|电源|供[电水气热]|外线|专线")
"""Names of nodes that bring power, water or gas to the site."""
OPINIONS = late(r"意见[^，。；]{0,4}(?:返|反馈|回[来了]|退回|[已都]?出|下[来了]|拿到|收到)")
AMENDS = late(r"(?:正在?|在|按|根据)[^，。；]{0,5}改|修改(?!设计|方案)|回复|完善")
"""What is done about opinions that came back."""
MAKES_HANDOVER = late(r"移交|交接|接管|交付")
BACK = late(
    r"[，、 ]?(?:现在?|目前|眼下|如今|后来|这[几两]?[天周]|今天|昨天|上周|总算|终于|已经?|都|也|算是|又|就|基本)*"
    r"(?:(?:恢复)?正常(?:了|施工|作业)?|好[了转]了?|没事了?|过去了|没有?这[个回]?事了?"
    r"|(?:问题|矛盾|争议|纠纷|事情?)?(?:都|也|已经?)*(?:解决|协调|处理|谈|调解|协商)(?:(?:好|通|妥|完|拢|下来)了?|了)"
    r"|(?:理|捋)?顺了|搞定了?|妥了|消停了?|缓过来了?|拉平了?|摆平了?)[。 ]?"
)
"""停了两天，现正常: what was told before is over."""
AT_ODDS = late(r"意见|分歧|互相|相互|扯皮|推[诿来]|皮球|各说各|说不到一|[职权]责|责任|分工|牵头")
"""海关和口岸办意见不一: that they are at odds, and not yet about what."""
RETURNED = late(r"[退打][了回]|退件|驳回")
"""规划许可证退回来两次: that it was returned, and not yet why."""
MUTUAL = late(
    r"(?:互相|相互)(?:都?在)?(?:等|推|观望|看|踢|扯|攀比|指望|靠)|[你我]等[你我]|你(?:看|推)我|我(?:看|推)你"
    r"|(?:谁|哪家|几家|各家|[两三四]家|双方|两边|都)[也都就还在说让要想不]{0,4}(?:[不没][肯愿想敢]?(?:意|打算)?(?:先[来动迁改挪停干上出]|(?:来|迁|动|改|挪|干|上)?在?前头)"
    r"|[等让指望看着在]{1,3}(?:对方|别[人家]|人家|另[外一]|其他|对门|他们))"
    r"|等(?P<who>[一-鿿]{2,5})[，、](?P=who)[又再也还说]?等"
)
"""移动联通互相等, 你等我我等你, 谁也不肯先来, 燃气等自来水，自来水等燃气: each waits for another."""
ANEW = late(r"(?:重新|二次|再次|又)[^，。；]{0,4}(?:挂|招标|公告|发布|上网|组织|招)")
OPENING = late(r"[，、 ][^。；]{0,12}(?:[日号旬底初]|周.)[^，。；]{0,3}开标")
"""已重新挂网，8月下旬开标."""
LEAVES = late(r"撤场|撤[了走出离]|离场|退场|收队")
SURVEYS = late(r"(?:考古|文物|勘探|勘察|勘测|测绘|测量|检测|监测|发掘|调查|钻探|物探|评估|审计|评审)[队组员人单位]")
IDLES = late(r"[不没未](?:转|动|响|开机?|开门|冒烟|亮灯?)[了过]?$|(?:停|趴|闲|歇|空|锁|关|晾)着?呢?$")
"""塔吊也不转: where works stand still, what can be seen of it and no reason."""
HALTED = late(r"叫停|停用|责令|喊停")
PLACED = late(r"^[，；。 ]?[^，。；]{0,6}[那这](?:一|几|两)?(?:处|段|截)")
SLACK = late(r"放慢|慢[下了]|(?:[一每]|这|本)[天周班晚日夜][^，。；]{0,3}[只就才仅]|只[能够]|轮着|干干停停|断断续续")
"""大坝一天只放一炮: little is done, for what was told before."""
SLOWED = late(
    r"^(?:[\u4e00-\u9fff]{0,2}(?:进度|工期|施工|进展|速度)|整体|所以|只好|[就都也]|明显|[这本]周|最近|现在|[，、 ])*"
    r"(?:放缓|放慢|慢[下了]|变慢|偏慢|快不|上不[来去]|提不|跟不上|受影响|干不|做不|往后[拖推延]|拖了|耽误|只能)"
)
"""进度慢下来了: of what was spoken of before."""
AFFECTING = ("影响", "制约", "耽误", "拖累", "卡住")
SUFFERS = late(
    r"受到?了?(?:很大|较大|一定|严重|直接)?(?:影响|制约|限制|牵连|拖累|阻碍)(?:了|[很较]大)?$|(?:展不开|推不动|推进不了|快不起来)了?$"
)
"""站前场地施工受到影响: what is said to suffer is no trouble of its own."""

NEXT_STEP = late(
    r"(?<!一直)(?<!始终)(?<!迟迟)(?:还|尚|暂)?[没未](?:上会|开会|轮到|轮上|排到|出文|发文|盖章|签发|出件|开(?:评审|审查|专家)会)$"
)
"""县里还没上会: a step that is still to come, and nothing goes wrong."""
FAULT = "嫌"
"""Who says so finds fault with something."""
BARELY_STUCK = late(
    r"(?:许可证?|证|手续|批复|批文)[也就都才]?(?:卡[着住]了?|卡[着住]呢|办不[了下]来?|批不[了下]来?|拿不[到了])$"
)
"""保证金没钱交，施工许可证卡着."""

FOLLOWS_SUIT = late(r"(?:跟着|随之|随着|相应|顺势|连带)[^，。；]{0,4}(?:往后|顺延|推迟|延后|后移|后延|挪|推)")
"""招标跟着往后挪: what only comes later with the rest."""
STANDS = late(r"[停歇](?!车|水|电|气)")
PUT_BACK = late(r"(?:只[能有好]|不得不|被迫)[^，。；]{0,3}(?:往后|推迟|延后|顺延|缓)")
"""控规要调，施工许可证只有往后靠."""
CANNOT = late(r"没法|无法|动不|干不|做不|开不|进不|下不|铺不|装不|挖不|上不去|只能|搁|拖|推迟|往后|等着|卡|受影响|慢")
"""What is held up by what was told before."""
THERE = late(r"[，；。 ]?(?:就|只是|但|所以)?[那这][一两几]?(?:处|段|块|截|头|片|栋|个口|个点|边|里|儿)")
"""这一段挖不了: of what was spoken of before."""
NOT_GRANTED = late(r"[没未不]给?批|批不|[审办]不下来")
UNGRANTED = late(r"[没未不](?:给)?[批发]|没到齐|没开成|改期")
LEFT = late(r"[剩差]")

GOES = late(r"放假|过年|过节|休假|歇[年假]|[走离回散](?:完|光|了|家|去|老家|乡|场)|返乡")
FEAST = late(
    r"过[完了]?[年节]|春节|新年|元宵|正月|腊月|小年|除夕|放假|假期|休假|歇年|[年节][前后]|国庆|中秋|元旦|端午|五一|初[一二三四五六七八九十]{1,2}"
)
WANTING = late(
    r"[没未]有?(?:回|来|到|发|给|凑|招|人)|不[来够足肯愿干回]|缺|[人太]少|招|凑|嫌|欠|薪|工[资钱价]|跑|罢|闹|农忙|[收割插采]|麦|稻|秧|另找|被|抽|调"
)
"""Hands that leave; a feast for which they do; and what makes a trouble of it all the same."""

SILENT = late(
    r"(?:说|让|叫)[^，。；]{0,3}再等|没(?:个|有)?(?:消息|动静|下文|回音|音信|准信|回信|说法)|石沉大海|杳无音|[半几两三四五六][个]?[年月]了?还?[没未]|快[半一两][个]?[年月]了"
)
"""Of a permit: nobody answers."""
OF_IT = late(r"(?:剩下?|其余|余下|另外?|后面|还有)(?:的|一半|一部分|那|几|[一二两三四五])|后续|尾款")
"""What begins so is of what was spoken of just before."""

MOVES_LINES = late(r"迁|切改|改移|入地|下地|割接")
"""Names of nodes by which lines are moved: who is to move them supplies nothing."""
MOVING = late(r"[迁移挪切]|改线")
WINDOW = late(r"停[电气水](?:窗口|时间)")
"""停电窗口排不出来: when a line may be cut."""
"""运营商不来迁: of the line that is in the way."""
CUTTING = late(r"停[水电气热]|割接|切[换改]|碰口")
"""What is done to a line that is in the way: no lack of the site."""

AWARDED = late(r"(?:已经?|刚|重新)?(?:定标|中标|成交|招到|招上)了?[。 ]*$")
"""流标后重新招，已定标."""
USED_TO_BE = late(
    r"(?<![节月日号旬底期汛雨冬年工])(?:之前|此前|先前|原来|原先|以前|早先|前期|前段(?:时间)?|前阵子?|前[几两些]天|前一阵子?|一度|曾经?)"
    r"(?![^，。；]*(?:到现在|至今|还|一直|仍))"
)
A_DAY_AGO = late(r"(?:近日|昨[天日晚]|前[天日晚]|上周.?|上个?月|周[一二三四五六日末]|早上|上午|中午|今早)")
"""昨天停电: what was so then may be over."""
WELL_SINCE = late(r"[^，。；没未不还更又也缺差欠卡难等]{1,14}(?:了|[通到齐好完够]|正常|办结|解决)[。！ ]*")
"""之前堵路，镇里做工作后散了: behind what used to be, any end is the end of it."""
BY_NOW = late(
    r"[，、 ]*(?:但|不过|好在|幸好)?(?:现在?|目前|如今|眼下|后来|今[天日早晚]|昨[天日晚]|这[两几]天"
    r"|刚刚?|总算|终于|下午|晚上|已经?)"
    r"[^，。；没未不还更缺差欠卡难等]{0,12}(?:了|[通到齐好完够]|到位|正常|办结|解决)[。！ ]*"
)
"""现在人齐了: what had been wanting is there."""
THEY_LEFT = late(
    r"[，、 ]*(?:后来|最后|现在|目前|昨[天日晚]|今[天日早晚]|前天|上午|下午|晚上|中午|已经?|都|也"
    r"|刚|终于|总算|人|群众|村民|居民|牧民|住户|他们"
    r"|经?(?:街道|镇里|村里|苏木|派出所|民警|社区|乡里)?(?:劝导|调解|协调|做工作|出面|到场|来人)?后?)*"
    r"(?:撤|散|走|离开|劝[走离散返开]|让开|放行|疏通|疏散|回去|平息)(?:了|走了|开了|的)[。！ ]*"
)
"""居民围了两天，昨天撤了: who stood in the way has gone."""
CAME = late(
    r"(?:都|全|也|已经?|[今昨前]天|[今昨][日早晚]|上周.?|刚刚?|现在|总算|终于|才)*"
    r"(?:(?:运|送|赶|拉|补)?到货?了|到齐了|送来了|到场了|补上了|补齐了|给了|来了)"
)
"""膜材断货一周，今天到了: what was wanting is there."""

SHORT_OF_PAPERS = late(
    r"[缺差少](?:了|着)?(?:[一二两三四五几\d]+)[样项份件](?!设备|机)|[缺差少](?:材料|资料|要件|附件|件)(?!款)|(?:材料|资料|要件)不[齐全]"
    r"|(?<![就只仅相])[缺少](?:了|着|的是)?(?![^，。；]{0,8}(?:没|未|不))[^，。；\d]{0,8}?(?:回执|意见书?|合格[书证]|证明|批[文复]|[复回]?函|公章|盖章|签字)"
)
"""Of a permit: what must be handed in for it is wanting."""
