"""The methods that set, remove and show the webhook."""

from emulator.bot_api import requests as r
from emulator.bot_api.errors import bad_request
from emulator.bot_api.webhook_rules import MOST_CONNECTIONS, checked_secret, checked_url
from emulator.chat import Json
from emulator.updates import USUAL_CONNECTIONS, Webhook
from emulator.world import World


def set_webhook(world: World, ask: r.SetWebhook) -> bool:
    """Post updates to this address from now on; an empty address ends that."""
    if ask.certificate is not None or ask.ip_address is not None:
        raise bad_request("bad webhook: the emulator takes neither certificate nor ip_address")
    most = ask.max_connections or USUAL_CONNECTIONS
    webhook = Webhook(
        checked_url(ask.url) if ask.url else "",
        checked_secret(ask.secret_token or ""),
        min(max(most, 1), MOST_CONNECTIONS),
    )
    if ask.allowed_updates is not None:
        world.updates.allowed = frozenset(ask.allowed_updates) or None
    _change_webhook(world, webhook, drop=bool(ask.drop_pending_updates))
    return True


def delete_webhook(world: World, ask: r.DeleteWebhook) -> bool:
    _change_webhook(world, Webhook(), drop=bool(ask.drop_pending_updates))
    return True


def _change_webhook(world: World, webhook: Webhook, *, drop: bool) -> None:
    if drop:
        world.updates.clear()
    world.webhook = webhook
    world.restart_posting()


def get_webhook_info(world: World, _: r.GetWebhookInfo) -> Json:
    return world.webhook.info(len(world.updates), world.updates.allowed)
