"""Killed half way through a broadcast: it continues, and nobody is skipped without being counted.

Fails if the claim is not committed before the call (`deliver.claim`).
"""

from deployment import Deployment
from kill_and_look import asked, cut_short, states


async def test_fault_04_killed_half_way_nobody_is_skipped_without_being_counted(
    deployment: Deployment,
) -> None:
    arrived = await cut_short(deployment, "claimed:2", 6)
    ended = states(deployment)
    assert sum(ended.values()) == 6
    assert ended.keys() == {"sent", "unknown"}
    # Messages are in flight while others are claimed: one with an unknown outcome may have arrived.
    assert max(arrived) == 1
    assert ended["sent"] <= sum(arrived) < 6
    in_the_ledger = asked(
        deployment,
        "SELECT d.state FROM deliveries d JOIN contacts c ON c.id = d.contact_id "
        "ORDER BY c.chat_id",
    )
    for times, (state,) in zip(arrived, in_the_ledger, strict=True):
        assert times == 1 or state == "unknown"
