"""The fixed words of printed papers: titles, headings and labels of the letter, the card, the brief and the chain."""

from desktop.texts.marking import N_, N_in, N_plural

TEXTS = {
    "page": N_("page {page} of {pages}"),
    # A letter and a card.
    "letter": N_in("the title of a printed letter that has no subject", "Letter"),
    "thank_you": N_in("in large letters on the front of a card", "Thank you"),
    # A history.
    "history": N_in("the title of the history with a contact whose file is not to name anybody", "History"),
    # The brief: its titles.
    "brief": N_("Brief: {name}"),
    "brief_of_nobody": N_in("the title of a brief whose file is not to name anybody", "Brief"),
    "packet": N_plural("Brief for {count} meeting", "Briefs for {count} meetings"),
    "at_the_door": N_in("a page of the brief", "At the door"),
    "on_the_table": N_in("a page of the brief", "On the table"),
    # The brief: when and where.
    "no_time": N_("The time is not agreed yet"),
    "their_time": N_in("label in the brief", "Their time"),
    "where": N_in("label in the brief", "Where"),
    "call": N_in("label in the brief, beside a phone number", "Call"),
    "video": N_in("label in the brief, beside an address to dial in", "Video"),
    "route": N_in("label in the brief", "Route"),
    "be_there": N_in("label in the brief, beside a time of day", "Be there"),
    "phone_today": N_in("label in the brief, beside a phone number", "Phone today"),
    # The brief: the person, and what to say.
    "say": N_("say: {sound}"),
    "purpose": N_in("heading in the brief", "Purpose"),
    "opening": N_in("heading in the brief", "Opening"),
    "warm_line": N_in("heading in the brief", "A warm word"),
    "facts": N_in("heading in the brief", "What I found"),
    "read_on": N_("read {date}"),
    "asked_back": N_in("heading in the brief", "If they ask"),
    "rescues": N_in("heading in the brief", "If it stalls"),
    "bring": N_in("heading in the brief", "Bring"),
    # The brief: what is asked.
    "follow_up": N_in("before a further question in the brief", "And then:"),
    "what_comes": N_in("heading in the brief, above lines to write on", "What comes by itself"),
    "who_else": N_("Who else? May I use your name?"),
    "promised": N_in("heading in the brief, above lines to write on", "I promised"),
    "half": N_("half {time}"),
    "close": N_("close {time}"),
    # The chain.
    "chain": N_("Who led to whom"),
    "chain_of": N_("Who led to whom: {name}"),
    "chain_as_of": N_("{people} people, {met} met. As of {day}."),
    "level": N_("level {level}"),
}
