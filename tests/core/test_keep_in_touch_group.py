"""Which rule a contact of a group follows."""

from desktop.core.keep_in_touch_group import KeepInTouchGroup, KeepInTouchRule, keep_in_touch_rule


def test_a_contact_follows_the_rule_of_the_group_and_without_one_the_usual() -> None:
    groups = [KeepInTouchGroup(1, "Close", 30, 60), KeepInTouchGroup(2, "Wide")]
    assert keep_in_touch_rule(1, groups) == KeepInTouchRule(30, 60)
    assert (
        keep_in_touch_rule(2, groups)
        == keep_in_touch_rule(None, groups)
        == keep_in_touch_rule(9, groups)
        == KeepInTouchRule(90, 180)
    )
