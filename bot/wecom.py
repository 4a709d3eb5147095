"""WeChat Work as the configuration describes it, built for the running bot."""

from bot.config_wecom import WeComConfig
from bot.platforms.wecom.settings import PLATFORMS_OWN, Callback, Settings


def wecom_settings(config: WeComConfig, address: str = "") -> Settings:
    """The corporation as its platform's folder wants it described."""
    form, secrets = config.form, config.secrets
    return Settings(
        bot_id=form.bot_id,
        bot_secret=secrets["bot_secret"],
        bot_name=form.bot_name,
        bot_callback=Callback(secrets["bot_token"], secrets["bot_aes_key"]),
        corp_id=form.corp_id,
        agent_id=form.agent_id,
        app_secret=secrets["app_secret"],
        app_callback=Callback(secrets["app_token"], secrets["app_aes_key"]),
        api=form.api,
        socket=form.socket,
        login=form.login,
        authorize=form.authorize,
        media_domains=form.media_domains,
        address=address or PLATFORMS_OWN,
    )
