"""What of a contact may leave, and to which kind of file."""

import pytest

from desktop.core.contact import CardProperty, Contact, Detail, MayUseName, Photo, Source, Stage
from desktop.core.contact_fields import ExportGroup
from desktop.core.errors import UserError
from desktop.core.export.contact_export import (
    ALL_GROUPS,
    ContactRecord,
    ExportKind,
    MeetingRecord,
    export_kind_of,
    exported_fields,
    only,
    without_confidential,
)
from desktop.core.meeting import AnswerKind, Meeting, PlannedQuestion
from desktop.core.values import replace

ANN = Contact(
    name="Ann",
    emails=(Detail("a@x.example"),),
    phones=(Detail("030 5550110"),),
    links=(Detail("x.example"),),
    addresses=(Detail("1 Pier"),),
    organisation="Works",
    role="Pilot",
    notes="secret",
    tags=("warm",),
    photo=Photo("image/gif", b"x"),
    source=Source.ALUMNI,
    stage=Stage.MET,
    may_use_name=MayUseName.YES,
    properties=(CardProperty("UID", "1"),),
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.vcf", ExportKind.VCARD),
        ("a.b.VCARD", ExportKind.VCARD),
        ("a.csv", ExportKind.CSV),
        ("a.md", ExportKind.MARKDOWN),
        ("a.json", ExportKind.ARCHIVE),
        ("a.ICS", ExportKind.CALENDAR),
    ],
)
def test_the_ending_of_a_name_says_which_kind_of_file_it_is(name: str, kind: ExportKind) -> None:
    assert export_kind_of(name) is kind


@pytest.mark.parametrize("name", ["a", "a.txt", "vcf.", ""])
def test_a_name_that_says_nothing_is_refused(name: str) -> None:
    with pytest.raises(UserError):
        export_kind_of(name)


def test_with_everything_chosen_nothing_stays_behind() -> None:
    assert only(ANN, exported_fields(ALL_GROUPS)) == ANN


def test_with_nothing_chosen_the_name_alone_leaves() -> None:
    assert only(ANN, exported_fields(())) == Contact(name="Ann")


@pytest.mark.parametrize("group", sorted(ALL_GROUPS))
def test_each_choice_lets_its_own_fields_leave_and_no_other(group: ExportGroup) -> None:
    chosen, others = only(ANN, exported_fields({group})), only(ANN, exported_fields(ALL_GROUPS - {group}))
    for name in Contact.__struct_fields__:
        left = getattr(chosen, name) == getattr(ANN, name)
        stayed = getattr(others, name) == getattr(Contact(), name)
        if name != "name" and getattr(ANN, name) != getattr(Contact(), name):
            assert left is stayed, name
            assert left is (name in exported_fields({group})), name


def test_answers_in_confidence_and_what_is_for_the_user_alone_stay_behind_and_are_counted() -> None:
    open_, hidden, empty = (
        PlannedQuestion(1, answer="yes"),
        PlannedQuestion(2, answer="no", answer_kind=AnswerKind.FACT, in_confidence=True),
        PlannedQuestion(3, in_confidence=True),
    )
    meeting = Meeting(1, feared="stumbling", happened="nothing", notes="kept")
    record, left_out = without_confidential(
        ContactRecord(ANN, meetings=(MeetingRecord(meeting, (open_, hidden, empty)),))
    )
    assert left_out == 3
    (kept,) = record.meetings
    assert kept.meeting == replace(meeting, feared="", happened="")
    assert kept.questions == (open_, replace(hidden, answer="", answer_kind=None), empty)
