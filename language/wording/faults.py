"""What is said of a platform that does not take a letter, where no platform's own words are at hand."""

RATE_LIMIT = "发送过快，平台要求稍后再发"
SERVER_ERROR = "平台暂时出错"
TIMEOUT = "平台没有应答"
FORBIDDEN = "平台拒绝发送"
