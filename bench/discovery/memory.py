"""How much memory a process and its children take."""

import contextlib
from dataclasses import dataclass

import psutil


@dataclass
class Peak:
    """The most seen so far, summed over the processes, in bytes."""

    rss: int = 0
    pss: int = 0
    """Pages shared among processes counted once; where the system tells."""

    def look_at(self, process: psutil.Process) -> None:
        """Look at the process and all its children once; a process that ends meanwhile counts as nothing."""
        rss = pss = 0
        with contextlib.suppress(psutil.NoSuchProcess):
            for one in (process, *process.children(recursive=True)):
                with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                    taken = one.memory_full_info()
                    rss += taken.rss
                    pss += getattr(taken, "pss", 0)
        self.rss, self.pss = max(self.rss, rss), max(self.pss, pss)
