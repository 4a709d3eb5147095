"""Signing in to the pages by WeChat Work: the two addresses where it asks its members, and who comes back."""

from yarl import URL

from bot.platforms.wecom.app import AppApi
from bot.platforms.wecom.errors import WeComError
from bot.platforms.wecom.parse import PLATFORM
from bot.platforms.wecom.settings import Settings
from pages.door import BACK, NotShown

LONGEST_CODE = 512
WRONG_CODES = frozenset({40029, 42022})
CLIENT = "wxwork"


class Login:
    """The application's OAuth. `settings.address` is the pages' own address, the only one a code is sent to."""

    platform = PLATFORM

    def __init__(self, api: AppApi, settings: Settings) -> None:
        self._api = api
        self._settings = settings

    def is_inside(self, agent: str) -> bool:
        """Whether this is WeChat Work's own browser, which knows its member already."""
        return CLIENT in agent.lower()

    def leads_to(self, state: str, *, inside: bool) -> str:
        """Where the member is asked: without a word inside the client, by a picture to scan outside."""
        ours, back = self._settings, self._settings.address + BACK
        query = {"appid": ours.corp_id, "agentid": str(ours.agent_id), "redirect_uri": back, "state": state}
        if not inside:
            asked = {"login_type": "CorpApp", **query}
            return str(URL(f"{ours.login}/wwlogin/sso/login").with_query(asked))
        asked = {**query, "response_type": "code", "scope": "snsapi_base"}
        return str(URL(f"{ours.authorize}/connect/oauth2/authorize").with_query(asked).with_fragment("wechat_redirect"))

    async def account(self, code: str) -> str:
        """The member behind a code, which is good once and for five minutes; raises NotShown."""
        if not 0 < len(code) <= LONGEST_CODE:
            raise NotShown(again=True)
        try:
            found = await self._api.get("/cgi-bin/auth/getuserinfo", code=code)
        except WeComError as error:
            raise NotShown(again=error.code in WRONG_CODES or not error.permanent) from None
        user = found.get("userid")
        # Without one it is a guest; with a slash a member of another corporation.
        if not isinstance(user, str) or not user or "/" in user:
            raise NotShown(again=False)
        return user
