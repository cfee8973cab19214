"""Edited files come into force between two acts, on the thread where acts run."""

import threading
from pathlib import Path

from posting import posting_house

from content.library import Library
from usecases.operations import reload
from usecases.world import Loaded, World


class Noted(World):
    """Notes on which thread it was renewed."""

    threads: list[str]

    def renew(self, library: Library, loaded: Loaded) -> None:
        self.threads.append(threading.current_thread().name)
        super().renew(library, loaded)


async def test_edited_files_are_taken_up_inside_an_act(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        service, old = here.service, here.service.world
        world = Noted(old.library, old.now, old.sleep, old.draw, old.loaded)
        world.threads = []
        service.world, service.reread = world, lambda: buckinghamshire
        await service.batcher.run(lambda tx: reload.ask(tx, world))
        await service._reload()
        assert world.threads == ["writer"]
        assert await service.batcher.run(reload.state) == reload.DONE
