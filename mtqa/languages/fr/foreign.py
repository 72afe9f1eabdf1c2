"""Foreign words in French text: how far a word is French, English, Spanish or Italian."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mtqa.lexicon import lookup
from mtqa.patterns import pattern

__all__ = [
    "ABSTRACTS",
    "BEFORE_TERMS",
    "BIBLIOGRAPHY",
    "LANGUAGES",
    "LATIN",
    "LOAN_PHRASES",
    "LONGEST_MENTION",
    "NAMED_THINGS",
    "NAMING",
    "PERSONS",
    "STRONG",
    "is_french",
    "is_french_beside",
    "is_plainly_foreign",
    "is_title",
    "is_unseen_in_french",
    "leans_abroad",
    "leans_to_french",
    "likeliest_language",
    "pulls",
    "reads_as_french",
]

LANGUAGES = ("en", "es", "it")
"""The languages whose frequencies the lexicon knows beside French."""

BIBLIOGRAPHY = pattern(
    r"\b(?:pp?|vol|éds?|eds?|trad|n[o°])\.|\bI[SB][SB]N\b|\bdoi\b|\bet al\b|\barXiv\b"
    r"|\bUniversity\b|^\W*(?:\^|↑)|\((?:en|es|it|angl?\.|esp\.|ital\.)\)|\b[Aa]ccessed\b|\b[Rr]etrieved\b"
    r"|\b(?:19|20)\d\d ?; ?\d+|\b[A-Z][a-z]+ [A-Z]{1,3}, [A-Z][a-z]+ [A-Z]{1,3}\b"
    r"|^\W*(?:19|20)\d\d ?[:–—-]|\b\d{1,2}:\d\d\W*$"
    r"|(?<=\w )Press\b|\bJournal\b|\bProceedings\b|\b[Ii]n : |\((?:[^()]*\b)?(?:1[5-9]|20)\d\d\)",
)
"""What bibliographies and lists of works hold."""

NAMING = pattern(
    r"\b(?:anglais|anglaise|espagnole?|italien|italienne|titres?|intitulée?s?|chansons?|devise"
    r"|slogan|proverbe|expressions?|mots?|terme|phrases?|signifie|traduit|traduction|originale?"
    r"|acronyme|sigle|abréviation|citation|nommée?s?|appelée?s?|albums?|films?|livres?|refrain"
    r"|article|formule|adage|romans?|singles?|morceaux?|séries?|hymne|VO|licence|commande)\b",
    re.IGNORECASE,
)
"""What announces a title, a label or a foreign wording."""

NAMED_THINGS = frozenset(
    """
    mot mots terme article préposition conjonction pronom verbe adverbe anglais espagnol italien
    attribut propriété option commande paramètre variable champ clé mot-clé opérateur fonction
    méthode balise instruction clause valeur chaîne groupe film album chanson titre roman duo
    clef suffixe préfixe propriétés genre style marque label société entreprise
    catégorie type version mode série paquet fichier module in
    pluriel singulier
    """.split()
)
"""What is followed by the name of a thing: « le mot the », « le groupe with »."""

PERSONS = frozenset(
    "juge maire mairesse ministre président présidente entraîneur entraîneuse joueur joueuse"
    " capitaine directeur directrice avocat avocate acteur actrice chanteur chanteuse écrivain"
    " écrivaine journaliste procureur procureure conseiller conseillère porte-parole député"
    " députée sénateur sénatrice candidat candidate évêque chercheur chercheuse gardien gardienne"
    " défenseur attaquant attaquante milieu pilote coureur coureuse peintre poète général colonel"
    " commissaire secrétaire gouverneur gouverneure roi reine infante prêtre religieuse médecin"
    " ingénieur architecte professeur professeure élève ouvrier ouvrière voisin voisine frère sœur"
    " fils fille mère père oncle tante cousin cousine ami amie mari épouse veuve".split()
)
"""Whom a name may follow: « le juez Ortega »."""

LONGEST_MENTION = 12
"""How many tokens a quotation has, at most, that quotes foreign words for their own sake."""

STRONG = 15
"""How far a word must lean to a language (tenths of a power of ten) to speak for it."""
_ONE_LETTER_WORDS = "yiè"
_UNSEEN = 10
_FARTHEST = 30
_EVERYDAY = 55
_COMMON_ABROAD = 38
_SEEN_ABROAD = 26
_RARE_IN_FRENCH = 25
_FAR = 15
_MARGIN = 4


@lru_cache(maxsize=1 << 16)
def pulls(form: str) -> tuple[int, int, int]:
    """How far more common a lower-case form is in each of LANGUAGES than in French.

    In tenths of a power of ten, from -30 to 30; 0 for a form that none of them knows.
    """
    entry = lookup(form)
    french = max(entry.fr, 30 if entry.common and not entry.fr else _UNSEEN)
    return (_pull(entry.en, french), _pull(entry.es, french), _pull(entry.it, french))


def _pull(foreign: int, french: int) -> int:
    return max(-_FARTHEST, min(_FARTHEST, max(foreign, _UNSEEN) - french))


@lru_cache(maxsize=1 << 16)
def is_french(form: str) -> bool:
    """Is a lower-case form a word of French, and rather of French than of another language?"""
    entry = lookup(form)
    if not entry.common:
        return form[-1:] == "'"
    abroad = max(entry.en, entry.es, entry.it)
    return entry.fr >= _EVERYDAY or not abroad or entry.fr >= max(abroad, STRONG)


def is_french_beside(form: str, language: str) -> bool:
    """Is a lower-case form a word of French, and no rather one of this one of LANGUAGES?"""
    entry = lookup(form)
    if not entry.common:
        return form[-1:] == "'"
    abroad = entry[2 + LANGUAGES.index(language)]
    if not abroad or entry.fr >= _EVERYDAY:
        return True
    return entry.fr >= max(abroad - _MARGIN, STRONG)


def is_plainly_foreign(form: str) -> bool:
    """Is a lower-case form common in another language, and no word that French texts have?"""
    entry = lookup(form)
    if entry.known or entry.fr > _RARE_IN_FRENCH or not form.isalpha():
        return False
    foreign = max(entry.en, entry.es, entry.it)
    if foreign < _COMMON_ABROAD or foreign - entry.fr < _FAR:
        return False
    return not lookup(form.removesuffix("s").removesuffix("e")).common


def is_unseen_in_french(form: str) -> bool:
    """Is a lower-case form one that French texts never have, and another language now and then?"""
    entry = lookup(form)
    if entry.known or entry.fr > _UNSEEN or not form.isalpha():
        return False
    return max(entry.en, entry.es, entry.it) >= _SEEN_ABROAD


def leans_abroad(form: str) -> bool:
    """Does a lower-case form lean far to another language?"""
    if not form[0].isalpha() or (len(form) == 1 and form not in _ONE_LETTER_WORDS):
        return False
    _, french, *others = lookup(form)
    return max(others) >= max(french, STRONG) + STRONG


def leans_to_french(form: str, language: str) -> bool:
    """Is a lower-case form clearly commoner in French than in this one of LANGUAGES?"""
    entry = lookup(form)
    return form[-1] == "'" or entry.fr >= entry[2 + LANGUAGES.index(language)] + _MARGIN


def likeliest_language(form: str) -> str:
    """The one of LANGUAGES that a lower-case form is most common in."""
    entry = lookup(form)
    return max(LANGUAGES, key=lambda language: entry[2 + LANGUAGES.index(language)])


def is_title(forms: Iterable[str]) -> bool:
    """Do most of the longer words begin with a capital?"""
    long = [form for form in forms if form[0].isalpha() and len(form) > 3 and form not in _KEYS]
    capitals = sum(form[0].isupper() for form in long)
    return capitals * 2 > len(long) or (capitals > 0 and len(long) <= 2)


def reads_as_french(forms: Iterable[str]) -> bool:
    """Do these lower-case words, taken together, lean to French more than to any other?"""
    leanings = [pulls(form) for form in forms if form[0].isalpha()]
    return all(sum(column) < 0 for column in zip(*leanings, strict=True)) if leanings else False


_KEYS = frozenset(
    "Ctrl Alt Shift Cmd Enter Return Esc Escape Tab Space Delete Backspace Home End".split()
)
"""Names of keys, whose capitals make no title of a sentence."""

LATIN = frozenset(
    """
    ab ac ad alium ante apud atque aut causa corpore corpus cum de dei deo deum deus dies dominus
    domini ecce ego eius ejus enim erat ergo esse est et ex facto fiat fides gratia habeas habet
    hoc homini hominem homo iam idem in inter ipse ipso ita juris jus lex lux manu mater mea mens
    mihi modus mundi nec nemo nihil nisi nobis non nos nunc omnia omnes omnis ora orbi pace pacem
    pax per populi post potest primus pro qua quae quam qui quia quid quis quo quod quoque ratio
    rerum res rex sed semper sic sine spiritus status sub sum sunt super suum suus tamen te tempus
    terra tibi tu tuum ubi unum urbi ut vel veni veritas vir vita vox
    """.split()
)
"""Latin words that Spanish and Italian share or resemble: they speak against both."""

LOAN_PHRASES = frozenset(
    """
    made in|made by|on the rocks|by night
    all inclusive|as soon as possible|back to basics|business as usual|happy few|face to face
    last but not least|time is money|work in progress|you know|the show must go on|so what
    to be or not to be|no man's land|know-how|one man show|the end|made in china|to be continued
    wait and see|what else|why not|who's who|i love you|oh my god|do it yourself
    that is the question|the right man in the right place|too big to fail|winner takes all
    never mind|good bye|struggle for life|the place to be|pay as you go|end of life
    what you see is what you get
    dolce vita|far niente|dolce far niente|che bella|va bene|mamma mia|se non è vero è ben trovato
    eppur si muove|hasta la vista|hasta luego|no pasarán|viva la muerte|mi casa es su casa
    order by|group by|man in the middle|one two three|first in first out|as a service
    bring your own device|state of the art|proof of concept|end of file|out of memory|rest of the
    best of the|out of the box|one to one|word of mouth|call to action|point of sale|cost of
    time to market|pay to win|free to play|ready to use|ready to wear|back to back|by design
    behind the scenes|on demand|off the record|up to date|step by step|side by side|do or die
    best in class|make or buy|go to market|go no go|hit and run|stop and go|bed and breakfast
    drag and drop|plug and play|copy and paste|cash and carry|trial and error|kiss and cry
    mix and match|click and collect|hide and seek|search and replace|on the road|on the go
    bella ciao|tutti quanti|ma non troppo|allegro ma non troppo|il dolce stil novo
    the winner is|and the winner is|business is business|let it be|come on|all right|not in my name
    no comment|so british|very british|old school|good morning|good night|happy end|happy birthday
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
"""Phrases that French writers use as they are."""

BEFORE_TERMS = frozenset(
    "le la l' les un une des du de d' au aux ce cet cette ces son sa ses en mode style type".split()
)
"""What stands before a borrowed term: « un one man show », « en stand by »."""

ABSTRACTS = frozenset("abstract summary resumen riassunto keywords english".split())
"""What heads the abstract of an article in another language."""
