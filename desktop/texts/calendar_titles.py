"""The titles of entries in a calendar, each with what only the user may see and, for a shared calendar, without."""

from desktop.texts.marking import N_, N_in

TEXTS = {
    "meeting": N_("Conversation with {name}"),
    "meeting_private": N_in("a meeting in a calendar that others see", "Appointment"),
    "promised": N_("Promised to {name}: {text}"),
    "promised_private": N_("A promise of yours"),
    "promised_to_me": N_("Promised by {name}: {text}"),
    "promised_to_me_private": N_("A promise to you"),
    "introduction": N_("Check in with {name}"),
    "introduction_private": N_("Check in on an introduction"),
    "in_touch": N_("Keep in touch with {name}"),
    "in_touch_private": N_("Keep in touch with someone"),
    "to_try": N_("What came of it: {text}"),
    "to_try_private": N_("Look what came of something"),
    "coming_back": N_("Come back to {name}"),
    "coming_back_private": N_("Come back to someone"),
}
