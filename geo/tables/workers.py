"""Who reads the pieces of records: this process in threads, or the workers of a Dask cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Protocol, TypeVar

from geo.base.errors import MapError, Problem

P = TypeVar("P")
R = TypeVar("R")
P_contra = TypeVar("P_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)
#: Seconds until a scheduler that does not answer is given up.
_PATIENCE = 15


class Counting(Protocol[P_contra, R_co]):
    """Work that can be sent: what to do with a piece."""

    def count(self, piece: P_contra, /) -> R_co:
        """Do it."""
        ...


def in_threads(threads: int, count: Callable[[P], R], pieces: Iterable[P]) -> Iterator[R]:
    """Count pieces here.

    Parameters
    ----------
    threads : int
        Pieces that are counted at a time; at least 1.
    count : callable
    pieces : iterable

    Returns
    -------
    iterator
        The results in the order of the pieces. Not more wait than twice the threads.
    """
    if threads == 1:
        yield from map(count, pieces)
        return
    left = iter(pieces)
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[R]] = deque(
            pool.submit(count, piece) for piece in islice(left, 2 * threads)
        )
        try:
            while waiting:
                yield waiting.popleft().result()
                waiting += [pool.submit(count, piece) for piece in islice(left, 1)]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def on_cluster(
    scheduler: str, work: Counting[P, R], pieces: Sequence[P], tell: Callable[[R], None]
) -> Iterator[R]:
    """Count pieces on a Dask cluster.

    Parameters
    ----------
    scheduler : str
        ``tcp://host:8786``. Its workers have this package and see the files under the same names.
    work : Counting
        Sent to every worker once.
    pieces : sequence
        What a worker was at when it died is counted by another.
    tell : callable
        Told every result when it comes, in any order.

    Returns
    -------
    iterator
        The results in the order of the pieces.

    Raises
    ------
    MapError
        If the scheduler does not answer, or pieces are lost again and again.
    """
    try:
        from distributed import Client, KilledWorker, as_completed  # an extra, for clusters
    except ImportError:
        remedy = "Install it with: pip install 'geo-choropleth[cluster]'"
        raise MapError(Problem("--scheduler", "needs Dask", remedy)) from None
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        remedy = "Is it running, and is the address right? For example tcp://10.0.0.1:8786."
        raise MapError(Problem("--scheduler", f"{scheduler!r}: {reason}", remedy)) from None
    with client:
        sent = client.scatter(work, broadcast=True)
        futures = [client.submit(_count, sent, piece, pure=False, retries=2) for piece in pieces]
        with client.as_current():
            done = as_completed(futures, with_results=True)
        place = {future.key: i for i, future in enumerate(futures)}
        came: dict[int, R] = {}
        turn = 0
        try:
            for future, result in done:
                tell(result)
                came[place[future.key]] = result
                future.release()
                while turn in came:
                    yield came.pop(turn)
                    turn += 1
        except KilledWorker as error:
            what = f"{scheduler!r}: workers died again and again"
            raise MapError(Problem("--scheduler", what, f"Look at their memory: {error}")) from None


def _count(work: Counting[P, R], piece: P) -> R:
    return work.count(piece)
