"""Which rule a contact of a group follows."""

from desktop.core.touch_group import KeepInTouchRule, TouchGroup, rule_of


def test_a_contact_follows_the_rule_of_the_group_and_without_one_the_usual() -> None:
    groups = [TouchGroup(1, "Close", 30, 60), TouchGroup(2, "Wide")]
    assert rule_of(1, groups) == KeepInTouchRule(30, 60)
    assert rule_of(2, groups) == rule_of(None, groups) == rule_of(9, groups) == KeepInTouchRule(90, 180)
