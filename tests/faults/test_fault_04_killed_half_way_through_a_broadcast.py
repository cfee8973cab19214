"""Killed half way through a broadcast: it goes on, and nobody is skipped without being counted.

Fails without the claim being committed before the call (`deliver.claim`).
"""

from deployment import Deployment
from kill_and_look import cut_short, states


async def test_fault_04_killed_half_way_nobody_is_skipped_without_being_counted(
    deployment: Deployment,
) -> None:
    arrived = await cut_short(deployment, "claimed:2", 6)
    assert max(arrived) == 1
    assert states(deployment) == {"sent": sum(arrived), "unknown": 6 - sum(arrived)}
    assert states(deployment)["unknown"] > 0
