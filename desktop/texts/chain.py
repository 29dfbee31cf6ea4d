"""The words of the referral chain, on the screen, on paper and on the command line."""

from desktop.texts.marking import N_, N_in

TEXTS = {
    "found": N_in("where a person of the chain stands", "found"),
    "written_to": N_in("where a person of the chain stands", "written to"),
    "replied": N_in("where a person of the chain stands", "replied"),
    "agreed": N_in("where a person of the chain stands", "agreed"),
    "met": N_in("where a person of the chain stands", "met"),
    "thanked": N_in("where a person of the chain stands", "thanked"),
    "in_touch": N_in("where a person of the chain stands", "in touch"),
    "declined": N_in("where a person of the chain stands", "said no"),
    "no_answer": N_in("where a person of the chain stands", "no answer"),
    "resting": N_in("where a person of the chain stands", "resting"),
    "no_name": N_in("a person of the chain", "no name yet"),
    "use_name": N_in("a note at a person of the chain", "say who named them"),
    "leave_name_out": N_in("a note at a person of the chain", "leave the name out"),
    "ask_about_name": N_in("a note at a person of the chain", "ask about the name first"),
    "introducing": N_("{name} introduces you"),
    "circle": N_("named by {name}, who stands further down: a circle, cut here"),
    "branch": N_("a branch of {people}, {met} met"),
}
