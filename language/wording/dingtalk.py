"""What the office is told when DingTalk does not take a letter, and what it can do about it."""

TROUBLE = {
    "busy": "钉钉暂时繁忙",
    "too_fast": "发送过快，钉钉要求稍后再发",
    "held_back": "钉钉限制了向此人发送的速度",
    "quota": "本月钉钉调用次数已用完，请联系管理员购买增购包或等到下月",
    "token": "钉钉应用凭证无效，请核对 client_id 和 client_secret",
    "session_over": "该条消息的回复地址已过期",
    "webhook_gone": "群机器人地址已失效、被停用或已移出群，请重新粘贴群机器人地址",
    "security": "群机器人的安全设置拒绝了消息，请核对加签密钥、关键词和服务器时间",
    "group_gone": "群已解散、机器人不在群内或会话标识无效，请在群里重新绑定",
    "silenced": "机器人在群内被禁言或停用，请群主解除",
    "unsafe": "内容未通过钉钉审核",
    "too_long": "内容超过钉钉的长度上限",
    "person": "对方不在钉钉通讯录或机器人可见范围内",
    "not_allowed": "钉钉应用缺少接口权限，请在开放平台申请",
    "network_not_allowed": "服务器出口地址不在钉钉应用的白名单内",
    "media": "图片或文件的格式、大小不符合钉钉要求",
    "rejected": "钉钉拒绝了请求",
    "banned": "钉钉暂时封禁了本机出口地址的调用",
    "unreachable": "连不上钉钉服务器",
    "unclear": "发送结果不明，可能已送达",
    "foreign": "地址不属于钉钉，未发送",
    "nowhere": "没有可用的发送通道",
    "not_taken_back": "钉钉没有撤回：可能已超过24小时，或已经撤回过",
}

QUOTA_USED_UP = "钉钉本月 Stream/Webhook 用量已用完：群里的消息收到了但没有内容，请联系管理员购买增购包。"
CREDENTIALS_REFUSED = (
    "钉钉拒绝了应用凭证（Stream 登记失败，{code}），收不到消息。请核对 client_id、client_secret 和应用是否已发布。"
)
GATEWAY_STRANGE = "钉钉登记接口给出的连接地址不在 {domain} 之内，未连接，收不到消息。"
BUDGETS = {"api": "接口调用", "traffic": "Webhook 与 Stream"}
BUDGET_PASSED = "钉钉{budget}本月已用 {used} 次，达到额度 {limit} 次的 {percent}%。"

UNMENTIONED = "已发到群里，但没有 @ 到人：{reason}"
FULL_TEXT = "全文"
REST_IN_FILE = "（全文见附件）"
NO_WEBHOOK = "本群没有登记群机器人地址"

UNSAFE_INSTEAD = "这条答复没有通过钉钉的内容审核，没能显示，请联系办公室。"
ANSWER_THE_ROBOT = "请到与机器人的单聊里回复"
PRESS_OR_TYPE = "点下面的按钮即可，直接回文字也行。"
CARD_TITLES = {
    "notice": "周报提示",
    "reminder": "周报提醒",
    "draft": "周报草稿待核定",
    "office": "请办公室核实",
}
SOMETHING_TO_CHOOSE = "请选择"
CHOSEN = "已选：{label}"

CHECKS = {
    "token": "应用凭证",
    "stream": "Stream 连接",
    "robot": "机器人发消息权限",
    "contact": "通讯录权限",
    "notice": "工作通知",
    "card": "互动卡片权限",
    "webhook": "群机器人",
}
REMEDIES = {
    "token": "在开放平台 应用开发 > 应用 > 凭证与基础信息 核对 Client ID 和 Client Secret。",
    "stream": "在 应用能力 > 机器人 打开机器人，消息接收模式选 Stream，并发布版本；有出口白名单的再放行本机地址。",
    "robot": "在 权限管理 申请“企业内机器人发送消息权限”（qyapi_robot_sendmsg）。",
    "contact": "在 权限管理 申请“成员信息读权限”（qyapi_get_member）；不申请也能用，只是不能核对姓名。",
    "notice": "在 凭证与基础信息 核对 AgentId；不填 agent_id 也能用，第二次催报就走单聊。",
    "card": "在 权限管理 申请“互动卡片实例写权限”（Card.Instance.Write）；不填 card_template，按钮替你说话。",
    "webhook": "在那个群的 群设置 > 机器人 里重新复制 Webhook 地址，安全设置选“加签”的再核对密钥和服务器时间。",
}
