"""WeChat Work (企业微信): the only folder that knows its signatures, tokens, limits and channels."""
