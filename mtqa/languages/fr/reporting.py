"""Verbs that report what somebody said, as they stand after a quotation."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["reports"]

_STEMS = """
affirm ajout analys argument articul assur avou bredouill chuchot comment complèt confi confirm
constat cri déclar déplor détaill demand estim expliqu exprim gliss grommel hurl indiqu insist
interrog ironis jug lanc lâch martèl murmur nuanc observ plaid plaisant précis proclam promett
protest racont rappell recommand redout regrett relativis relèv remarqu répèt résum rétorqu révèl
reprend souffl soulign soupir témoign tonn tranch exclam indign inquièt étonn emport enthousiasm
agac amus alarm félicit désol défend balbuti certifi clam conseill enchaîn enrag exult fustig
grogn grond jubil jur lament marmonn menac pest pronostiqu prophétis questionn raill rassur
scand spécifi suggèr suppli susurr tempêt tempèr vocifér
""".split()
_OTHERS = """
annonce annonçait annonça annoncent avance avançait avança dénonce dénonçait dénonça admet admettait
avertit concède concédait conclut concluait conclurent convient craint dit disait dira disent dirent
écrit écrivait écrivit fait note notait nota poursuit poursuivait poursuivit prévient prévenait
promet promettait reconnaît reconnaissait rapporte reprend reprit répond répondait répondit
répondent renchérit rit rugit sourit soutient soutenait réplique répliqua répète répétait répéta
rappelle rappelait rappela révélait relevait inquiétait complétait martelait souvient réjouit
s'exclame
""".split()
_FINITE = frozenset(
    [stem + ending for stem in _STEMS for ending in ("e", "ait", "a", "ent", "aient", "èrent")]
    + _OTHERS
)
_PARTICIPLES = frozenset(
    """
    admis affirmé ajouté alerté annoncé argumenté assuré avancé averti avoué commenté complété
    concédé conclu confié confirmé constaté crié critiqué déclaré dénoncé demandé déploré détaillé
    dit écrit estimé expliqué exclamé exclamée fait félicité félicitée fulminé glissé hurlé indigné
    indignée indiqué inquiété inquiétée insisté ironisé jugé justifié lâché lancé martelé murmuré
    noté nuancé objecté observé plaidé plaisanté poursuivi précisé prédit prévenu proclamé promis
    protesté raconté rapporté rappelé reconnu regretté relativisé relevé remarqué renchéri répété
    répliqué répondu résumé révélé rétorqué salué soufflé souligné soupiré soutenu témoigné tonné
    tranché tweeté
    """.split()
)
_AUXILIARIES = frozenset(
    "a ont avait avaient aurait auraient est sont était étaient eut ai".split()
)
_ENCLITICS = frozenset("-il -elle -ils -elles -on -je -t-il -t-elle -t-on -t-ils -t-elles".split())
_CLITICS = frozenset("s' se m' me lui leur nous vous l' le y t' te".split())
_ADVERBS = frozenset(
    "ainsi aussi alors aussitôt déjà encore enfin ensuite même notamment par seulement "
    "simplement toutefois également ajouté".split()
)
_CLAUSE = frozenset("que qu' comment pourquoi combien si".split())
_MOST_ADVERBS = 2


def reports(words: Sequence[str], at: int, last: int) -> bool:
    """Do the lower-case tokens from `at` on say who said it: « a déclaré X », « m’a-t-il dit »?

    Not so where « que » follows the verb, for it then governs what comes after it.
    """
    while at < last and words[at] in _CLITICS:
        at += 1
    if at >= last - 1:
        return False
    if words[at] in _AUXILIARIES:
        at += 1
        at += words[at] in _ENCLITICS
        end = min(at + _MOST_ADVERBS, last)
        while at < end and (words[at] in _ADVERBS or words[at].endswith("ment")):
            at += 1
        said = at < last and words[at] in _PARTICIPLES
    else:
        said = words[at] in _FINITE
    return said and (at + 1 >= last or words[at + 1] not in _CLAUSE)
