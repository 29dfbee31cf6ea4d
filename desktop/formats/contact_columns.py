"""What the column headings of contact tables mean, in the programs and languages people export from.

LinkedIn, Google (old and new), Outlook (desktop and web), Thunderbird, Roundcube, and tables people made themselves, in
English, German, French, Spanish, Italian, Portuguese, Dutch and some Polish and Swedish.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from desktop.core.text import fold
from desktop.formats.own_fields import OWN_FIELDS


class ColumnField(StrEnum):
    """What a column holds; the order is that of a list to choose from."""

    LEFT_OUT = "left out"  # says nothing about a person
    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    PHONETIC = "phonetic"  # how a part of the name is said
    PRONOUNS = "pronouns"
    ROLE = "role"
    ORGANISATION = "organisation"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    ADDRESS = "address"
    STREET = "street"
    EXTENDED = "extended"
    BOX = "box"
    POSTCODE = "postcode"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    NOTE = "note"
    TAG = "tag"
    CONNECTED = "connected"
    ZONE = "zone"
    UNKNOWN = "unknown"
    # These are found out, never chosen.
    TITLE = "title"  # a form of address beside a column for the role, else the role
    OCCUPATION = "occupation"
    LABEL = "label"  # says what kind of value the columns of the same `group` hold
    OWN = "own"  # a field only Groundwork has, named by `label`; without one the column says that Groundwork wrote this


class TableColumn(Struct, frozen=True):
    """What one column means: its field, the label for its values, and the columns it belongs together with.

    `sure`: the whole heading is known, so that it can hardly be part of somebody's data.
    """

    field: ColumnField
    label: str = ""
    group: str = ""
    sure: bool = False


OWN_MARK = (
    "groundwork 1"  # the heading, folded, of the empty column in tables Groundwork wrote; the number of its layout
)
ADDRESS_PARTS = (
    ColumnField.BOX,
    ColumnField.EXTENDED,
    ColumnField.STREET,
    ColumnField.CITY,
    ColumnField.REGION,
    ColumnField.POSTCODE,
    ColumnField.COUNTRY,
)
_IN_ADDRESS = frozenset((*ADDRESS_PARTS, ColumnField.ADDRESS))

# Whole headings, folded to words.
_HEADINGS: dict[ColumnField, str] = {
    ColumnField.NAME: "name|full name|display name|contact name|contact|person|fn|vollstandiger name|anzeigename"
    "|nom complet|nom affiche|nombre completo|nombre para mostrar|nome completo|nome visualizzato|nome de exibicao"
    "|naam|volledige naam|weergavenaam|schermnaam|imie i nazwisko|namn|fullstandigt namn",
    ColumnField.GIVEN: "first name|firstname|given name|givenname|first|forename|vorname|prenom|nombre|nombre de pila"
    "|nome|primeiro nome|voornaam|imie|fornamn",
    ColumnField.MIDDLE: "middle name|middlename|additional name|second name|weitere vornamen|zweiter vorname"
    "|deuxieme prenom|segundo nombre|secondo nome|segundo nome|nome do meio|tweede naam|tussenvoegsel|drugie imie"
    "|mellannamn",
    ColumnField.FAMILY: "last name|lastname|family name|familyname|surname|last|nachname|familienname|zuname|nom"
    "|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|nazwisko|efternamn",
    ColumnField.PREFIX: "name prefix|prefix|honorific|salutation|anrede|namensprafix|titre de civilite|tratamiento"
    "|aanhef",
    ColumnField.SUFFIX: "name suffix|suffix|namenszusatz|sufijo|suffisso|sufixo|achtervoegsel",
    ColumnField.NICKNAME: "nickname|nick name|short name|spitzname|surnom|apodo|soprannome|roepnaam|bijnaam",
    ColumnField.PRONOUNS: "pronouns|pronoun|preferred pronouns|personal pronouns|pronomen|pronoms|pronombres|pronomi"
    "|pronomes|voornaamwoorden|zaimki",
    ColumnField.TITLE: "title|titel|titre|titulo|titolo|tytul",
    ColumnField.ROLE: "job title|jobtitle|position|role|organization title|organisation title|current title"
    "|current position|job|headline|stellenbezeichnung|funktion|berufsbezeichnung|stelle|poste|fonction"
    "|intitule du poste|puesto|cargo|posizione|qualifica|posicion|posicao|functie|functietitel|stanowisko|befattning",
    ColumnField.OCCUPATION: "occupation|profession|beruf|profession metier|metier|profesion|professione|profissao"
    "|beroep",
    ColumnField.ORGANISATION: "company|company name|organization|organisation|organization name|organisation name"
    "|employer|current company|firm|business|firma|unternehmen|arbeitgeber|societe|entreprise|organizacion|empresa"
    "|azienda|societa|organizzazione|organizacao|bedrijf|organisatie|werkgever|foretag",
    ColumnField.LINK: "url|linkedin|linkedin url|linkedin profile|linkedin profile url|profile url|profile|website"
    "|web site|web page|webpage|homepage|home page|web|link|blog|twitter|x|mastodon|instagram|github|xing|facebook"
    "|webseite|internetseite|site web|page web|sitio web|pagina web|sito web|pagina da web|webpagina",
    ColumnField.NOTE: "note|notes|comment|comments|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|remarque"
    "|remarques|commentaire|nota|notas|comentario|comentarios|commento|commenti|observacoes|opmerking|opmerkingen"
    "|notatka|notatki|anteckningar|key facts",
    ColumnField.TAG: "tag|tags|category|categories|label|labels|group|groups|group membership|keywords|kategorie"
    "|kategorien|stichworte|gruppen|categorie|etiquette|etiquettes|groupe|categoria|categorias|etiqueta|etiquetas|grupo"
    "|etichette|gruppo|categorieen|groep",
    ColumnField.CONNECTED: "connected on|connected|date connected|verbunden am|vernetzt am|date de connexion"
    "|conectado el|fecha de conexion|collegato il|conectado em|verbonden op",
    ColumnField.ZONE: "time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|fuso orario|fuso horario|tijdzone",
    ColumnField.ADDRESS: "address|adresse|direccion|indirizzo|endereco|adres|adress|mailing address|postal address",
    ColumnField.EMAIL: "email|e mail|email address|e mail address|mail|courriel|correo|e post|primary email",
    ColumnField.PHONE: "tel|telephone|phone|phones|other phones|callback|isdn|telex|radio|handy|mobile|mobile phone"
    "|fax",
    ColumnField.LEFT_OUT: "initials|sensitivity|priority|private|e mail type|photo|account"
    "|e mail display name|e mail 2 display name|e mail 3 display name|directory server|internet free busy|file as"
    "|show|mileage|organization type|screen name|vertraulichkeit|prioritat|privat|initialen|konto",
}

# Single words that tell what a longer heading is about; looked at in this order.
_WORDS: tuple[tuple[ColumnField, frozenset[str]], ...] = tuple(
    (field, frozenset(words.split()))
    for field, words in (
        (ColumnField.EMAIL, "email emails mail courriel correo emailadresse mailadresse"),
        (ColumnField.PHONE, "phone telephone tel telefon telefono telefone telefoon telefonnummer telefoonnummer mobile"
         " mobil mobiltelefon cell cellphone cellulare movil celular portable mobiel handy fax pager telefax rufnummer"
         " komorkowy mobilnummer"),
        (ColumnField.POSTCODE, "zip zipcode postcode postal plz postleitzahl cp cap cep postnummer"),
        (ColumnField.BOX, "box postfach apartado"),
        (ColumnField.STREET, "street strasse rue calle rua straat ulica gata"),
        (ColumnField.CITY, "city town ort stadt ville ciudad citta cidade plaats woonplaats locality miasto suburb"),
        (ColumnField.COUNTRY, "country land pays pais paese kraj"),
        (ColumnField.REGION, "state region province bundesland provincia estado provincie county kanton regione"
         " regiao"),
        (ColumnField.ADDRESS, "address adresse direccion indirizzo endereco adres adress"),
        (ColumnField.LINK, "url website web webpage webseite homepage linkedin site sitio sito"),
    )
)  # fmt: skip

_LABELS = {
    word: label
    for label, words in {
        "home": "home personal privat private prive domicile casa prywatny hem particular personnel",
        "work": "work business office geschaftlich dienstlich arbeit professionnel travail bureau trabajo lavoro"
        " trabalho werk zakelijk sluzbowy arbete",
        "mobile": "mobile cell mobil mobiltelefon cellphone handy movil celular cellulare portable mobiel komorkowy"
        " mobilnummer",
        "fax": "fax telefax",
        "pager": "pager",
        "car": "car",
        "company": "company",
        "assistant": "assistant",
        "main": "main",
        "LinkedIn": "linkedin",
        "blog": "blog",
        "Instagram": "instagram",
        "X": "twitter x",
        "GitHub": "github",
        "Xing": "xing",
        "Facebook": "facebook",
        "Mastodon": "mastodon",
        "profile": "profile",
    }.items()
    for word in words.split()
}
_EXACT = {heading: field for field, headings in reversed(_HEADINGS.items()) for heading in headings.split("|")}
_GOOGLE = re.compile(
    r"(e mail|phone|address|website|im|organization|event|relation|custom field|external id|jot|calendar link)"
    r" (\d+) (.*)"
)
_GOOGLE_PARTS = {
    ("e mail", "value"): ColumnField.EMAIL,
    ("e mail", "address"): ColumnField.EMAIL,  # "E-mail 2 Address" is Outlook's
    ("phone", "value"): ColumnField.PHONE,
    ("website", "value"): ColumnField.LINK,
    ("address", "formatted"): ColumnField.ADDRESS,
    ("address", "street"): ColumnField.STREET,
    ("address", "extended address"): ColumnField.EXTENDED,
    ("address", "po box"): ColumnField.BOX,
    ("address", "city"): ColumnField.CITY,
    ("address", "region"): ColumnField.REGION,
    ("address", "postal code"): ColumnField.POSTCODE,
    ("address", "country"): ColumnField.COUNTRY,
    ("organization", "name"): ColumnField.ORGANISATION,
    ("organization", "title"): ColumnField.ROLE,
}
_PHONETIC = frozenset(("yomi", "phonetic"))
_NAME_PARTS = frozenset(("given", "first", "additional", "middle", "family", "last", "surname"))
_NOT_OF_THE_PERSON = frozenset(
    ("yomi", "phonetic", "spouse", "partner", "maiden", "manager", "user", "file", "account", "type", "display")
)
# Words beside those that tell the part of an address.
_FILLERS = frozenset(("address", "code", "po", "line", "name", "number", "region", "country"))
# Found within longer headings ("participant first name"); longest first.
_WITHIN = tuple(
    (heading, field)
    for heading, field in sorted(_EXACT.items(), key=lambda pair: -len(pair[0]))
    if field in (ColumnField.GIVEN, ColumnField.FAMILY, ColumnField.MIDDLE, ColumnField.ROLE)
    and (" " in heading or heading in ("firstname", "lastname", "surname", "vorname", "nachname", "jobtitle"))
)


def column_of(heading: str) -> TableColumn:
    """What a column with this heading holds; `Field.UNKNOWN` where the heading says nothing to us."""
    return _column_of(heading) if len(heading) < 100 else TableColumn(ColumnField.UNKNOWN)


@lru_cache(maxsize=1000)
def _column_of(heading: str) -> TableColumn:
    key = " ".join(re.findall(r"[^\W_]+", fold(heading)))
    words = frozenset(key.split())
    label = " ".join(dict.fromkeys(label for word in key.split() if (label := _LABELS.get(word))))
    if exact := _EXACT.get(key):
        return TableColumn(
            exact, label if exact in (ColumnField.EMAIL, ColumnField.PHONE, ColumnField.LINK) else "", sure=True
        )
    if key == OWN_MARK or (key.startswith("groundwork ") and key[11:].replace(" ", "_") in OWN_FIELDS):
        return TableColumn(ColumnField.OWN, "" if key == OWN_MARK else key[11:].replace(" ", "_"), sure=True)
    if match := _GOOGLE.fullmatch(key):
        kind, number, part = match.groups()
        field = ColumnField.LABEL if part in ("label", "type") else _GOOGLE_PARTS.get((kind, part), ColumnField.UNKNOWN)
        return TableColumn(field, group=f"{kind} {number}", sure=True)
    if words & _PHONETIC and words & _NAME_PARTS:
        return TableColumn(ColumnField.PHONETIC)
    if words & _NOT_OF_THE_PERSON:
        return TableColumn(ColumnField.UNKNOWN)
    for field, known in _WORDS:
        if words & known or (field is ColumnField.EMAIL and "e mail" in key):
            return TableColumn(field, label, group=_address_group(key, known, label) if field in _IN_ADDRESS else "")
    return TableColumn(next((field for part, field in _WITHIN if part in key), ColumnField.UNKNOWN))


def _address_group(key: str, known: frozenset[str], label: str) -> str:
    """What the parts of one address have in common: "Home City" and "Home Street 2" are of one."""
    rest = [word for word in key.split() if word not in known and word not in _FILLERS and not word.isdigit()]
    return label or " ".join(rest) or "address"


def is_linkedin(columns: Iterable[TableColumn]) -> bool:
    """Whether these are the columns of LinkedIn's Connections.csv."""
    fields = {column.field for column in columns}
    return {ColumnField.CONNECTED, ColumnField.GIVEN, ColumnField.FAMILY} <= fields
