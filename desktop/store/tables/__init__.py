"""The tables as peewee sees them; no row leaves the store, each subject turns its rows into values of `core`."""

from desktop.store.tables.learning import LearningDirectionRow as LearningDirectionRow
from desktop.store.tables.learning import LearningEntryRow as LearningEntryRow
from desktop.store.tables.learning import LearningEvidenceRow as LearningEvidenceRow
from desktop.store.tables.meetings import MeetingFactRow as MeetingFactRow
from desktop.store.tables.meetings import MeetingRow as MeetingRow
from desktop.store.tables.meetings import OpportunityRow as OpportunityRow
from desktop.store.tables.meetings import OwnQuestionRow as OwnQuestionRow
from desktop.store.tables.meetings import OwnTopicRow as OwnTopicRow
from desktop.store.tables.meetings import PlannedQuestionRow as PlannedQuestionRow
from desktop.store.tables.meetings import PromiseRow as PromiseRow
from desktop.store.tables.meetings import ReadingItemRow as ReadingItemRow
from desktop.store.tables.people import ContactDetailRow as ContactDetailRow
from desktop.store.tables.people import ContactDirectionRow as ContactDirectionRow
from desktop.store.tables.people import ContactPhotoRow as ContactPhotoRow
from desktop.store.tables.people import ContactPropertyRow as ContactPropertyRow
from desktop.store.tables.people import ContactRow as ContactRow
from desktop.store.tables.people import ContactStepRow as ContactStepRow
from desktop.store.tables.people import ContactTagRow as ContactTagRow
from desktop.store.tables.people import DifferentPeopleRow as DifferentPeopleRow
from desktop.store.tables.people import DirectionRow as DirectionRow
from desktop.store.tables.people import HomeworkRow as HomeworkRow
from desktop.store.tables.people import KeepInTouchGroupRow as KeepInTouchGroupRow
from desktop.store.tables.people import OrganisationRow as OrganisationRow
from desktop.store.tables.people import ResearchNoteRow as ResearchNoteRow
from desktop.store.tables.remembered import PutOffRow as PutOffRow
from desktop.store.tables.remembered import SettingRow as SettingRow
from desktop.store.tables.remembered import TableMappingRow as TableMappingRow
from desktop.store.tables.writing import FreeTimeRow as FreeTimeRow
from desktop.store.tables.writing import MessageRow as MessageRow
from desktop.store.tables.writing import OwnLetterRow as OwnLetterRow

TABLES = (
    OrganisationRow,
    DirectionRow,
    KeepInTouchGroupRow,
    ContactRow,
    ContactDetailRow,
    ContactTagRow,
    ContactDirectionRow,
    ResearchNoteRow,
    MeetingRow,
    PlannedQuestionRow,
    MeetingFactRow,
    OwnTopicRow,
    OwnQuestionRow,
    ReadingItemRow,
    LearningEntryRow,
    LearningEvidenceRow,
    LearningDirectionRow,
    PromiseRow,
    OpportunityRow,
    MessageRow,
    ContactStepRow,
    HomeworkRow,
    FreeTimeRow,
    OwnLetterRow,
    PutOffRow,
    ContactPropertyRow,
    ContactPhotoRow,
    DifferentPeopleRow,
    TableMappingRow,
    SettingRow,
)
