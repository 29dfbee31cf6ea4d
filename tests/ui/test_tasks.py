"""Work off the main thread: done or failed on the main thread, cancelled without a word."""

from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.errors import ReadError
from desktop.ui.tasks import Progress, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_the_result_arrives_on_the_main_thread_and_the_work_was_elsewhere(tasks: Tasks, qtbot: QtBot) -> None:
    where: list[object] = []

    def work(progress: Progress) -> int:
        where.append(current_thread())
        progress(1, 2)
        return 42

    arrived: list[object] = []
    progressed: list[tuple[int, int]] = []

    def done(value: int) -> None:
        arrived.extend([value, current_thread()])

    tasks.run(work, done, pytest.fail, lambda *far: progressed.append(far))
    tasks.wait()
    assert arrived == [42, main_thread()]
    assert where[0] is not main_thread()
    assert progressed == [(1, 2)]


def test_an_error_of_the_users_world_is_handed_over(tasks: Tasks) -> None:
    def work(_progress: Progress) -> None:
        raise ReadError("store.busy")

    failed: list[str] = []
    tasks.run(work, pytest.fail, lambda error: failed.append(str(error)))
    tasks.wait()
    assert failed == ["Something else is being saved just now. Nothing was changed; try again in a moment."]


def test_a_bug_reaches_the_exception_hook(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        tasks.run(work, pytest.fail, pytest.fail)
        tasks.wait()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_cancelled_work_stops_at_its_next_report_and_says_nothing(tasks: Tasks) -> None:
    begun, go_on = Event(), Event()
    reached: list[int] = []

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(30)
        progress(1, 2)
        reached.append(1)

    task = tasks.run(work, pytest.fail, pytest.fail)
    assert begun.wait(30)
    task.cancel()
    go_on.set()
    tasks.wait()
    assert reached == []


def test_the_end_is_told_after_done_failed_and_cancelled_however_soon_it_comes(tasks: Tasks, qtbot: QtBot) -> None:
    ended: list[str] = []

    def fail(_progress: Progress) -> None:
        raise ReadError("store.busy")

    for _ in range(20):
        tasks.run(
            lambda _progress: None, lambda _done: ended.append("done"), pytest.fail, ended=lambda: ended.append("-")
        )
    tasks.run(fail, pytest.fail, lambda _error: ended.append("failed"), ended=lambda: ended.append("-"))
    go_on = Event()

    def wait(progress: Progress) -> None:
        go_on.wait(5)
        progress(0, 1)

    tasks.run(wait, pytest.fail, pytest.fail, ended=lambda: ended.append("-")).cancel()
    go_on.set()
    tasks.wait()
    assert ended == ["done", "-"] * 20 + ["failed", "-", "-"]
