"""A capital in mid-sentence on a word that is no name: « les États-Unis Parce que »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.joins import inner_capitals, near_signs, signs
from mtqa.languages.fr.clauses import PREPOSITIONS
from mtqa.languages.fr.trades import names_trade
from mtqa.lexicon import (
    ADJECTIVE,
    COMMON,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PROPER,
    THIRD_PERSON,
    VERB_PLURAL,
    lemmas,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["StrayCapitalDetector"]

_SUBORDINATORS = "parce puisque puisqu' lorsque lorsqu' tandis afin dont quoique".split()
_VERBS = (
    "ont sont avait avaient était étaient sera seront aura auront aurait auraient fut furent "
    "peuvent doivent devait pouvait devaient pouvaient vont"
).split()
_SURE = (*_SUBORDINATORS, *_VERBS)
_WITH_SIGNS = frozenset(
    "mais car donc cependant toutefois pourtant ainsi alors et ou que qu' qui où est a il elle ils "
    "elles on dans pour avec sans depuis pendant par sur sous chez vers entre contre selon après "
    "avant en de du des d' à au aux le la les l' un une ce cette ces son sa ses leur leurs".split()
)
_AFTER_COMMA = frozenset(
    "puis il elle ils elles on nous vous je mais et où qui dont parce puisque lorsque "
    "tandis afin alors ainsi ce c' cela cette ces avec sans pendant depuis selon malgré dès parmi "
    "jusqu'".split()
)
"""Words that begin no name and no title, hardly ever."""
_AFTER_SEMICOLON = frozenset("le la les l' un une des du au aux dans pour par sur en si".split())
_DEFINITE = frozenset("l' la cette ce cet son sa".split())
_PRONOUNS = frozenset("il elle on ils elles".split())
_ONES = frozenset("un une au aux du des".split())
_LINE = 20
_SALUTATION = 6
_FEW = 5
_JOINING = frozenset("et que qui dont jusqu'".split())
"""What no title or name begins with that stands without quotation marks, or hardly one."""
_NO_HEADS = frozenset(
    "d' de du des au aux un une ce cette ces son sa ses leur leurs en par pour sur dans avec sans "
    "entre selon depuis après avant chez vers sous contre ou où il elle ils elles comme ainsi "
    "alors".split()
)
"""What a title may begin with only where one can stand: after a noun, or a verb of reading."""
_SENTENCE_OPENERS = frozenset("ce cette ces il elle ils elles".split())
"""Before these rather a full stop is lost than a capital too many."""
_ARTICLES = frozenset("le la les".split())
_OF = ("de", "du", "des")
_READING = frozenset(
    "lire voir revoir publier écrire jouer chanter réaliser tourner adapter sortir présenter "
    "diffuser regarder écouter traduire signer composer interpréter éditer intituler fonder créer "
    "quitter aimer préférer connaître adorer découvrir monter racheter lancer donner citer "
    "rejoindre produire diriger appeler nommer baptiser devenir titrer consulter rencontrer relire "
    "raconter proposer enregistrer reprendre dire recevoir choisir sélectionner cliquer "
    "intégrer".split()
)
_NEAR = 150
_AFTER_A_NAME = frozenset((*_SUBORDINATORS, *_VERBS))
_COMMA_BEFORE = frozenset("mais car cependant toutefois pourtant".split())
_TITLES = frozenset(
    "roman romans film films livre livres chanson chansons album albums émission émissions pièce "
    "série article section chapitre titre rubrique option bouton page menu commande onglet champ "
    "association collectif parti mouvement magazine journal revue groupe opération programme "
    "campagne projet hashtag site application exposition spectacle documentaire ouvrage recueil "
    "poème essai feuilleton intitulé intitulée nommé nommée appelé appelée surnommé surnommée dit "
    "dite baptisé baptisée label marque enseigne fenêtre case touche mode fonction lien outil "
    "outils options boutons menus commandes onglets champs sections liste bis ter quater consultez "
    "consulter voir voyez choisissez choisir sélectionnez sélectionner activez cochez".split()
)
"""What a title or a name with a capital inside may stand after."""


@parameters
class StrayCapitalDetector:
    """A function word or auxiliary with a capital, between two words, without a mark before.

    Words that titles and names hold too (« Le », « Dans ») count only near other lost joints.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such capital."""
        tokens = document.tokens
        for number in tokens.positions(_SURE):
            if tokens.forms[number][0].isupper() and _is_inside(document, number):
                yield _hit(document, number)
        yield from _after_marks(document)
        torn = bool(signs(document))
        for number in inner_capitals(document):
            word = tokens.lower[number]
            found = word in _JOINING or (torn and _counts_near_signs(document, number))
            if not found and word in _NO_HEADS - _SENTENCE_OPENERS:
                found = not _may_name(document, number - 1, after=word)
            if not found and word in _ARTICLES:
                found = _is_verbal(document, number - 1)
            if found and _is_inside(document, number):
                yield _hit(document, number)


def _counts_near_signs(document: Document, number: int) -> bool:
    """Is this a word that titles hold, too, or a verb, in an article with lost joints?"""
    word = document.tokens.lower[number]
    return (word in _WITH_SIGNS or _is_only_a_verb(word)) and near_signs(document, number)


def _after_marks(document: Document) -> Iterator[Hit]:
    """« à l’arrière, Puis retirez »: a capital behind a comma or semicolon."""
    tokens = document.tokens
    torn = bool(signs(document))
    for mark in tokens.positions((",", ";")):
        number = mark + 1
        if number + 2 >= len(tokens) or not tokens.forms[number][0].isupper():
            continue
        word = tokens.lower[number]
        near = torn and near_signs(document, number)
        found = word in _AFTER_COMMA or (word in _AFTER_SEMICOLON and tokens.forms[mark] == ";")
        found = found or _is_apposed(document, number, near=near)
        if found and _is_in_a_sentence(document, number):
            span = document.span(number, number)
            form = tokens.forms[number]
            yield Hit.replacing(span, form[0].lower() + form[1:])


def _is_apposed(document: Document, number: int, *, near: bool) -> bool:
    """A participle or ordinal and what it governs; a trade, an adjective and the like `near`."""
    tokens, word = document.tokens, document.tokens.lower[number]
    kinds = document.entry(number).tags & (COMMON | PROPER)
    describes = kinds & ~ADJECTIVE == PAST_PARTICIPLE or word.endswith("ième")
    if describes and tokens.lower[number + 1] in PREPOSITIONS | _ONES:
        return True
    named = tokens.forms[number - 2].istitle() and not document.entry(number - 2).common
    trade = named and names_trade(word)
    return near and (word in _WITH_SIGNS or describes or trade or kinds == ADJECTIVE)


def _is_in_a_sentence(document: Document, number: int) -> bool:
    """Is there a sentence of some length on both sides, and no letter, verse, title or list?"""
    tokens = document.tokens
    sentence = document.sentence_of(number)
    form, before, after = (tokens.forms[n] for n in (number, number - 2, number + 1))
    if number - sentence.first < _SALUTATION or sentence.last - number < _FEW:
        return False
    if not (before[0].isalnum() and after.islower() and after[0].isalpha()):
        return False
    if form[1:] != form[1:].lower() or document.quote_around(number):
        return False
    if not before.islower() and tokens.lower[number] in _WITH_SIGNS:
        return False
    if "\n" in document.gap(number - 1) or not document.gap(number - 1):
        return False
    return not _is_title(document, number) and not _is_verse(document, number)


def _is_verbal(document: Document, number: int) -> bool:
    """Is this word a subject, or a verb after which hardly a title stands?"""
    word, tags = document.tokens.lower[number], document.entry(number).tags
    if word in _PRONOUNS:
        return True
    verb = tags & (FINITE | INFINITIVE | PRESENT_PARTICIPLE)
    other = tags & (NOUN | ADJECTIVE | PREPOSITION | CONJUNCTION)
    if number + 2 >= len(document.tokens):
        return False
    following = document.entry(number + 2)
    plain = bool(following.tags & NOUN) and following.fr > following.en
    return bool(verb) and not other and plain and _READING.isdisjoint(lemmas(word))


def _may_name(document: Document, number: int, after: str) -> bool:
    """May a title or a name stand after this word: a noun in the singular, « lire », « voir »?

    So it may after a word that no dictionary has, and after the first one of the sentence.
    """
    tags, word = document.entry(number).tags, document.tokens.lower[number]
    if (
        not document.entry(number).common
        or word in PREPOSITIONS
        or number <= document.sentence_of(number).first
    ):
        return True
    if after in _OF and tags & NOUN and document.tokens.lower[number - 1] in _DEFINITE:
        return not document.entry(number + 2).tags & (NOUN | DETERMINER)
    if tags & NOUN and not tags & PLURAL and not tags & (PREPOSITION | CONJUNCTION | DETERMINER):
        return True
    return not _READING.isdisjoint(lemmas(word))


def _is_only_a_verb(form: str) -> bool:
    """Is this a verb of the third person plural, and neither noun nor name?"""
    if not form.endswith("nt") or form in _SURE:
        return False
    tags = lookup(form).tags
    plural = tags & THIRD_PERSON and tags & VERB_PLURAL
    return bool(plural) and not tags & (NOUN | ADJECTIVE | PROPER)


def _is_verse(document: Document, number: int) -> bool:
    """Do capitals follow commas or words around here, as at the head of verses run together?"""
    tokens = document.tokens
    first, last = document.sentence_of(number)
    inner = range(max(first + 1, number - _LINE), min(last, number + _LINE))
    lines = [n for n in inner if tokens.forms[n][0].isupper() and tokens.lower[n] in _WITH_SIGNS]
    if len(lines) > 2 or (len(lines) > 1 and number not in lines):
        return True
    near = range(max(1, number - _NEAR), min(len(tokens), number + _NEAR))
    heads = [n for n in near if tokens.forms[n - 1] in ",;:" and tokens.forms[n][0].isupper()]
    common = (tokens.lower[n] in _WITH_SIGNS or tokens.lower[n] in _SURE for n in heads)
    return sum(common) > 1


def _is_option(document: Document, number: int) -> bool:
    """Is this token the letter of a list or an option: « -d Le premier », « --auto Pour »?"""
    form, start = document.tokens.forms[number], document.tokens.starts[number]
    return (len(form) == 1 and form not in "àyaô") or document.text[max(0, start - 1)] == "-"


def _is_inside(document: Document, number: int) -> bool:
    """Does the word stand in prose, between a word and a word in lower case?"""
    tokens = document.tokens
    sentence = document.sentence_of(number)
    if not sentence.first < number < sentence.last - 2:
        return False
    form, before, after = (tokens.forms[n] for n in (number, number - 1, number + 1))
    if len(form) > 1 and not form[1:].islower():
        return False
    if document.gap(number - 1) not in (" ", "\u00a0") or after[0].isupper():
        return False
    if not after[0].isalnum():
        return False
    if not before[0].isalpha() or tokens.lower[number - 1] in _TITLES or before[-1] in "'’":
        return False
    if not before[0].islower() and tokens.lower[number] not in _AFTER_A_NAME:
        return False
    if tokens.lower[number] == "a" and not document.entry(number + 1).tags & PAST_PARTICIPLE:
        return False
    if tokens.lower[number] == "une" and tokens.lower[number - 1] == "la":
        return False
    if _is_only_a_verb(tokens.lower[number]):
        subject = document.entry(number - 1).tags
        return bool(subject & NOUN and subject & PLURAL) and not _is_title(document, number)
    return not (
        _is_title(document, number)
        or _is_verse(document, number)
        or _is_option(document, number - 1)
    )


def _is_title(document: Document, number: int) -> bool:
    """Does the sentence write capitals as titles do, or is it no sentence at all?"""
    tokens = document.tokens
    first, last = document.sentence_of(number)
    if last - first < 6 or tokens.forms[last - 1] not in '.?!…»”"':
        return True
    near = range(max(first + 1, number - 40), min(last, number + 40))
    inner = [tokens.forms[n] for n in near if tokens.forms[n].isalpha()]
    return sum(form[0].isupper() for form in inner) * 3 > len(inner)


def _hit(document: Document, number: int) -> Hit:
    tokens = document.tokens
    span = document.span(number, number)
    form = tokens.forms[number]
    small = form[0].lower() + form[1:]
    plain = (Edit(span, small),)
    comma = (Edit(Span(tokens.ends[number - 1], span.end), f", {small}"),)
    if tokens.lower[number] in _COMMA_BEFORE:
        return Hit(span, (comma, plain))
    return Hit(span, (plain, comma))
