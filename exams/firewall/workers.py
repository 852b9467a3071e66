"""Processes that answer one question after the other: bytes there and bytes back, so a spoilt one can say no more.

What they are begun with goes one way only, from here to there.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Self

from exams.firewall.errors import FileUnreadable

Answering = Callable[[bytes], bytes]

MOST_ANSWER = 64 * 1024 * 1024


class ByteWorkers:
    """`maker` is `module:function` and gives, out of `begun_with`, what answers; `ask` raises `FileUnreadable` where
    its process died over the question. Close it, or use it in a `with` block.
    """

    def __init__(self, maker: str, begun_with: tuple[object, ...], count: int) -> None:
        self._begin = (maker, begun_with)
        self._idle = deque(_Worker(*self._begin) for _ in range(count))
        self._threads = ThreadPoolExecutor(count)

    def ask(self, question: bytes) -> "Future[bytes]":
        """The answer, once a process is free and has given it."""
        return self._threads.submit(self._asked, question)

    def _asked(self, question: bytes) -> bytes:
        worker = self._idle.popleft()  # as many threads as processes: one is always idle
        try:
            return worker.ask(question)
        except (EOFError, OSError) as error:
            worker.end()
            worker = _Worker(*self._begin)
            raise FileUnreadable(reason="died") from error
        finally:
            self._idle.append(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)
        for worker in self._idle:
            worker.end()


class _Worker:
    def __init__(self, maker: str, begun_with: tuple[object, ...]) -> None:
        spawn = get_context("spawn")
        self._connection, theirs = spawn.Pipe()
        self._process: SpawnProcess = spawn.Process(target=_serve, args=(maker, begun_with, theirs), daemon=True)
        with theirs:  # once it is the child's alone, the end of the child is the end of the pipe
            self._process.start()

    def ask(self, question: bytes) -> bytes:
        self._connection.send_bytes(question)
        return self._connection.recv_bytes(MOST_ANSWER)

    def end(self) -> None:
        self._connection.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _serve(maker: str, begun_with: tuple[object, ...], connection: Connection) -> None:
    module, _, name = maker.partition(":")
    answer: Answering = getattr(import_module(module), name)(*begun_with)
    while True:
        try:
            question = connection.recv_bytes()
        except EOFError:
            return
        connection.send_bytes(answer(question))
