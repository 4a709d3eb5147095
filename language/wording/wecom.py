"""What the office is told when WeChat Work does not take a letter, and what it can do about it."""

TROUBLE = {
    "busy": "企业微信暂时繁忙",
    "conflict": "企业微信正在处理同一会话的上一条消息",
    "too_fast": "发送过快，企业微信要求稍后再发",
    "token": "企业微信应用的 access_token 失效",
    "secret": "企业微信应用凭证无效，请核对 corp_id 和应用的 Secret",
    "bot_secret": "智能机器人的 BotID 或 Secret 无效，请在管理后台核对",
    "reply_over": "该条消息的回复期限已过",
    "webhook_gone": "群机器人地址已失效、被停用或已移出群，请重新粘贴群机器人地址",
    "group_gone": "机器人已不在群内或群已解散，请重新拉入并在群里绑定",
    "never_met": "这个会话里还没有人和机器人说过话：群里先 @ 它一次，个人先在单聊里对它说一句",
    "too_long": "内容超过企业微信的长度上限",
    "person": "对方不在应用可见范围内，或账号不存在",
    "not_allowed": "应用没有这个接口的权限，或 agent_id 不对",
    "disabled": "应用已被管理员停用",
    "network_not_allowed": "服务器出口地址不在应用的“企业可信IP”里",
    "media": "图片或文件的格式、大小不符合企业微信要求",
    "media_over": "上传的图片或文件已过期",
    "rejected": "企业微信拒绝了请求",
    "unreachable": "连不上企业微信服务器",
    "unclear": "发送结果不明，可能已送达",
    "foreign": "地址不属于企业微信，未发送",
    "nowhere": "没有可用的发送通道",
    "offline": "智能机器人的长连接暂时断开",
    "kicked": "智能机器人的长连接被另一处登录顶掉",
}

BOT_REFUSED = (
    "企业微信拒绝了智能机器人的 BotID 或 Secret（{code}），已停止连接，收不到消息。"
    "请在管理后台该机器人的“API 模式 > 使用长连接”里核对，改好后重新启动。"
)
SUBSCRIPTION_REFUSED = "企业微信没有接受智能机器人的长连接（{code}），稍后再试，这段时间收不到消息。"
KICKED = (
    "智能机器人在别处建立了长连接，本机的连接被顶掉，已停止连接，收不到消息。"
    "同一个机器人只能有一处连接：请停掉另一处，再重新启动本机。"
)

UNMENTIONED = "已发到群里，但没有 @ 到人：{reason}"
NO_WEBHOOK = "本群没有登记群机器人地址"
REST_IN_FILE = "（全文见附件）"
FULL_TEXT = "全文"

CARD_TITLES = {
    "notice": "周报提示",
    "reminder": "周报提醒",
    "draft": "周报草稿待核定",
    "office": "请办公室核实",
}
SOMETHING_TO_CHOOSE = "请选择"
PRESS_OR_TYPE = "点下面的按钮即可，直接回文字也行。"
CHOSEN = "已选：{label}"

CHECKS = {
    "bot": "智能机器人长连接",
    "bot_callback": "智能机器人回调",
    "app": "自建应用凭证",
    "agent": "自建应用",
    "app_callback": "自建应用回调",
    "webhook": "群机器人",
}
REMEDIES = {
    "bot": "在管理后台 安全与管理 > 管理工具 > 智能机器人 打开该机器人，API 模式选“使用长连接”，核对 BotID 和 Secret。",
    "app": "在管理后台 我的企业 核对企业 ID，在 应用管理 > 该应用 核对 Secret；出口地址填进“企业可信IP”。",
    "webhook": "在那个群的群设置 > 消息推送 里重新复制 Webhook 地址，由办公室私聊发给机器人。",
    "agent": "在管理后台 应用管理 > 该应用 核对 AgentId、是否启用；“可见范围”要包含所有联络员。",
}
NO_ANSWER_IN_TIME = "连不上长连接的服务器，请确认本机能访问外网 443 端口"
WORKS = "可用"
NOT_TRIED = "正在运行的机器人占着长连接，没有试；要试请先停下它"
CALLBACK_WHERE = "回调地址应为 https://你的域名{path}，转发到 {host}:{port}；保存前本机要先运行"
SIGN_IN = (
    "网页登录：把 {domain} 填进应用的 网页授权及JS-SDK > 可信域名，和 企业微信授权登录 > 授权回调域；"
    "打开 {address}/login 试一次"
)
NO_SIGN_IN = "没有填 [pages] address，网页不能用企业微信登录，只能用口令"
NO_BUTTONS = "没有设自建应用的接收消息，催报和草稿不带按钮，只有文字"
NO_APP = "没有填自建应用，私下提醒只能发给在单聊里对机器人说过话的人"
