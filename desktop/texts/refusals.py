"""What the rules of the program refuse, and what to do first."""

from desktop.texts.marking import N_, N_in

TEXTS = {
    "named_themselves": N_("{name} cannot have named themselves. Nothing was changed."),
    "circle": N_(
        "{referrer} came to you through {name}, so the chain of names would go in a circle. Nothing was changed."
    ),
    "this_person": N_in("instead of a name, at the beginning of a sentence", "This person"),
    "this_contact": N_in("instead of a name, within a sentence", "this contact"),
    "no_time": N_("This meeting has no time yet. Enter when it is, then save it for your calendar."),
    "no_question": N_("Choose at least one question first. Everything entered so far is saved."),
}
