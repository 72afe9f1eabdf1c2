"""Verbs that report what somebody said, as they stand after a quotation."""

from __future__ import annotations

__all__ = ["REPORTING", "SPEECH_PARTICIPLES"]

REPORTING = frozenset(
    """
    admet admettait affirme affirmait affirma ajoute ajoutait ajouta annonce annonçait annonça
    analyse argumente assure assurait assura avertit avoue avouait commente commentait concède
    conclut concluait confie confiait confia confirme constate crie criait déclare déclarait
    déclara déplore détaille dit dira disait disent écrit écrivait estime estimait explique
    expliquait expliqua exprime fait glisse indique indiquait indiqua insiste interroge juge
    lance lançait lança martèle note nuance observe poursuit précise précisait précisa prévient
    promet promettait proteste raconte racontait rappelle rappelait reconnaît regrette regrettait
    relève répète répond répondait répondit résume révèle rétorque s'exclame s'indigne
    s'interroge s'inquiète sourit souffle souligne soulignait souligna soupire témoigne
    """.split()
)
"""Finite forms that open an attribution: « X », explique le maire."""

SPEECH_PARTICIPLES = frozenset(
    """
    admis affirmé ajouté annoncé assuré averti avoué commenté conclu confié confirmé constaté
    crié déclaré déploré détaillé dit écrit estimé expliqué indiqué insisté jugé lancé martelé
    noté nuancé observé poursuivi précisé prévenu promis raconté rappelé reconnu regretté relevé
    répété répondu résumé révélé rétorqué souligné soupiré témoigné tweeté
    """.split()
)
"""Participles that do so after an auxiliary: « X », a déclaré le maire."""
