"""The garbage collector while many values are created."""

import gc

import pytest

from desktop.work.garbage import garbage_collector_disabled


def test_the_collector_rests_meanwhile_and_works_again_whatever_happens() -> None:
    def fail() -> None:
        with garbage_collector_disabled():
            assert not gc.isenabled()
            raise ZeroDivisionError

    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        fail()
    assert gc.isenabled()
    gc.unfreeze()
