"""Changes of the profile whose fields are known by name only."""

import pytest

from desktop.core.profile import profile_changes


def test_the_fields_of_the_profile_can_be_changed_by_name() -> None:
    assert profile_changes({"name": "Ada Byron", "link": ""}) == {"name": "Ada Byron", "link": ""}


def test_a_name_that_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError, match="nickname"):
        profile_changes({"name": "Ada", "nickname": "A"})
