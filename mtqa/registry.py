"""What a rule file may name under `use`: each detector is a class whose fields are its parameters.

A detector is a frozen dataclass with a method `find`; the class attribute `SLOTS` names the
holes that its hits fill in a rule's message, beside `{found}` and `{correction}`. Only who reads
rule files needs them all: a check has the detectors of its rules from `mtqa.rule_cache`.
"""

from __future__ import annotations

from typing import Any

from mtqa.detectors.access_key import AccessKey
from mtqa.detectors.acronym_article import AcronymArticleDetector
from mtqa.detectors.acronym_expansions import AcronymExpansions
from mtqa.detectors.adjacent_synonyms import AdjacentSynonymsDetector
from mtqa.detectors.adjective_agreement import (
    AttributeAgreementDetector,
    FirstAdjectiveDetector,
    NounAdjectiveDetector,
)
from mtqa.detectors.all_agreement import AllAgreementDetector
from mtqa.detectors.apposed_participle import ApposedParticipleDetector
from mtqa.detectors.bare_english_article import BareEnglishArticleDetector
from mtqa.detectors.bare_word import BareWordDetector
from mtqa.detectors.bilingual_double import BilingualDoubleDetector
from mtqa.detectors.broken_sentence import BrokenSentenceDetector
from mtqa.detectors.byte_escape import ByteEscapeDetector
from mtqa.detectors.capital_variants import CapitalVariants
from mtqa.detectors.changed_end_mark import ChangedEndMark
from mtqa.detectors.changed_item import ChangedItem
from mtqa.detectors.changed_name import ChangedName
from mtqa.detectors.changed_number import ChangedNumber
from mtqa.detectors.changed_unit import ChangedUnit
from mtqa.detectors.clashing_marks import ClashingMarksDetector
from mtqa.detectors.common_capital import CommonCapitalDetector
from mtqa.detectors.contraction import MissedContractionDetector
from mtqa.detectors.country_preposition import CountryPrepositionDetector
from mtqa.detectors.cut_elision import CutElisionDetector
from mtqa.detectors.cut_sentence import CutSentenceDetector
from mtqa.detectors.cut_word import CutWordDetector
from mtqa.detectors.damaged_tag import DamagedTagDetector
from mtqa.detectors.determiner_agreement import GenderAgreementDetector, NumberAgreementDetector
from mtqa.detectors.document_spelling import BareCapitalA, DocumentSpellingDetector
from mtqa.detectors.doubled_function_word import DoubledFunctionWordDetector
from mtqa.detectors.doubled_word import DoubledWordDetector
from mtqa.detectors.elision import MissedElisionDetector
from mtqa.detectors.equivalent_heads import EquivalentHeadsDetector
from mtqa.detectors.escaped_character import HtmlEntityDetector, UnicodeEscapeDetector
from mtqa.detectors.figure import FigureDetector
from mtqa.detectors.fill_in import FillInDetector
from mtqa.detectors.foreign_inflected_word import ForeignInflectedWordDetector
from mtqa.detectors.foreign_institution import ForeignInstitutionDetector
from mtqa.detectors.foreign_mark import ForeignMarkDetector
from mtqa.detectors.foreign_month import ForeignMonthDetector
from mtqa.detectors.foreign_name import ForeignNameDetector
from mtqa.detectors.foreign_passage import ForeignPassageDetector
from mtqa.detectors.foreign_phrase import ForeignPhraseDetector
from mtqa.detectors.foreign_stem import ForeignStem
from mtqa.detectors.foreign_word import ForeignWordDetector
from mtqa.detectors.glossary_term import GlossaryTerm
from mtqa.detectors.glued_words import GluedWordsDetector
from mtqa.detectors.inhabitants import InhabitantDetector, NationalityDetector
from mtqa.detectors.inner_capitals import InnerCapitals
from mtqa.detectors.interface_command import InterfaceCommandDetector
from mtqa.detectors.interface_string import InterfaceStringDetector
from mtqa.detectors.inversion import InversionDetector
from mtqa.detectors.joint_doubles import JointDoublesDetector
from mtqa.detectors.list_comma import ListCommaDetector
from mtqa.detectors.locution_regime import LocutionRegimeDetector
from mtqa.detectors.loop import LoopDetector
from mtqa.detectors.lost_end_mark import LostEndMark
from mtqa.detectors.lost_negation import LostNegation
from mtqa.detectors.lost_question_mark import LostQuestionMarkDetector
from mtqa.detectors.lost_space import LostSpaceDetector
from mtqa.detectors.lost_subject import LostSubjectDetector
from mtqa.detectors.misplaced_verb import (
    BrokenInstructionDetector,
    FiniteForInfinitiveDetector,
)
from mtqa.detectors.mixed_address import MixedAddress
from mtqa.detectors.mojibake import MojibakeDetector
from mtqa.detectors.mood import MoodDetector
from mtqa.detectors.name_variants import NameVariants
from mtqa.detectors.named_heads import NamedHeads
from mtqa.detectors.noun_form import FormBeforeVowelDetector
from mtqa.detectors.number_twice import NumberTwiceDetector
from mtqa.detectors.odd_character import LostCharacterDetector, OddCharacterDetector
from mtqa.detectors.omitted_sentence import OmittedSentence
from mtqa.detectors.pair_twice import PairTwiceDetector
from mtqa.detectors.pattern import PatternDetector
from mtqa.detectors.phrase_table import PhraseTable
from mtqa.detectors.preposition_chain import PrepositionChainDetector
from mtqa.detectors.quote_comma import CommaInsideQuoteDetector, MissingQuoteCommaDetector
from mtqa.detectors.raw_markdown import RawMarkdownDetector
from mtqa.detectors.repeated_brackets import RepeatedBracketsDetector
from mtqa.detectors.repeated_passage import RepeatedPassageDetector
from mtqa.detectors.restated_clause import RestatedClauseDetector
from mtqa.detectors.restated_phrase import RestatedPhraseDetector
from mtqa.detectors.saint_names import SaintNames
from mtqa.detectors.short_string import EmptyString, ShortString
from mtqa.detectors.slash_unit import SlashUnitDetector
from mtqa.detectors.slashed_alternatives import SlashedAlternativesDetector
from mtqa.detectors.spacing_habit import SpacingHabitDetector
from mtqa.detectors.speaker_gender import SpeakerGender
from mtqa.detectors.speaker_label import SpeakerLabelDetector
from mtqa.detectors.stray_capital import StrayCapitalDetector
from mtqa.detectors.stray_stop import StrayStopDetector
from mtqa.detectors.string_code import StringCode
from mtqa.detectors.string_consistency import StringConsistency
from mtqa.detectors.string_edge import ChangedEdge
from mtqa.detectors.subject_comma import SubjectCommaDetector, UnclosedAppositionDetector
from mtqa.detectors.turned_quote import MixedPairDetector, TurnedQuoteDetector
from mtqa.detectors.twin_clause import TwinClauseDetector
from mtqa.detectors.twin_sentence import TwinSentenceDetector
from mtqa.detectors.two_determiners import TwoDeterminersDetector
from mtqa.detectors.two_names import TwoNames
from mtqa.detectors.unpaired_bracket import UnpairedBracketDetector
from mtqa.detectors.unpaired_quote import UnpairedQuoteDetector
from mtqa.detectors.untranslated_string import UntranslatedString
from mtqa.detectors.unused_suppression import UnusedSuppression
from mtqa.detectors.verb_agreement import NounVerbAgreementDetector, PronounVerbAgreementDetector
from mtqa.detectors.verb_form import (
    BareParticipleDetector,
    InfinitiveAfterAuxiliaryDetector,
    ParticipleAfterPrepositionDetector,
)
from mtqa.detectors.vous_among_tu import VousAmongTu
from mtqa.detectors.whole_line import WholeLineDetector
from mtqa.detectors.wrong_elision import WrongElisionDetector

__all__ = ["DETECTORS"]

DETECTORS: dict[str, type[Any]] = {
    "access-key": AccessKey,
    "acronym-article": AcronymArticleDetector,
    "acronym-expansions": AcronymExpansions,
    "adjacent-synonyms": AdjacentSynonymsDetector,
    "all-agreement": AllAgreementDetector,
    "apposed-participle": ApposedParticipleDetector,
    "attribute-agreement": AttributeAgreementDetector,
    "bare-capital-a": BareCapitalA,
    "bare-english-article": BareEnglishArticleDetector,
    "bare-participle": BareParticipleDetector,
    "bare-word": BareWordDetector,
    "bilingual-double": BilingualDoubleDetector,
    "broken-sentence": BrokenSentenceDetector,
    "broken-instruction": BrokenInstructionDetector,
    "byte-escape": ByteEscapeDetector,
    "capital-variants": CapitalVariants,
    "changed-end-mark": ChangedEndMark,
    "changed-item": ChangedItem,
    "changed-name": ChangedName,
    "changed-number": ChangedNumber,
    "changed-unit": ChangedUnit,
    "clashing-marks": ClashingMarksDetector,
    "country-preposition": CountryPrepositionDetector,
    "comma-inside-quote": CommaInsideQuoteDetector,
    "common-capital": CommonCapitalDetector,
    "cut-elision": CutElisionDetector,
    "cut-sentence": CutSentenceDetector,
    "cut-word": CutWordDetector,
    "damaged-tag": DamagedTagDetector,
    "document-spelling": DocumentSpellingDetector,
    "doubled-function-word": DoubledFunctionWordDetector,
    "doubled-word": DoubledWordDetector,
    "equivalent-heads": EquivalentHeadsDetector,
    "figure": FigureDetector,
    "fill-in": FillInDetector,
    "foreign-inflected-word": ForeignInflectedWordDetector,
    "finite-for-infinitive": FiniteForInfinitiveDetector,
    "first-adjective": FirstAdjectiveDetector,
    "foreign-institution": ForeignInstitutionDetector,
    "foreign-mark": ForeignMarkDetector,
    "foreign-month": ForeignMonthDetector,
    "foreign-name": ForeignNameDetector,
    "foreign-passage": ForeignPassageDetector,
    "foreign-phrase": ForeignPhraseDetector,
    "foreign-word": ForeignWordDetector,
    "form-before-vowel": FormBeforeVowelDetector,
    "gender-agreement": GenderAgreementDetector,
    "glossary-term": GlossaryTerm,
    "glued-words": GluedWordsDetector,
    "html-entity": HtmlEntityDetector,
    "infinitive-after-auxiliary": InfinitiveAfterAuxiliaryDetector,
    "inhabitant": InhabitantDetector,
    "inner-capitals": InnerCapitals,
    "interface-command": InterfaceCommandDetector,
    "interface-string": InterfaceStringDetector,
    "inversion": InversionDetector,
    "list-comma": ListCommaDetector,
    "joint-doubles": JointDoublesDetector,
    "locution-regime": LocutionRegimeDetector,
    "loop": LoopDetector,
    "lost-character": LostCharacterDetector,
    "lost-end-mark": LostEndMark,
    "lost-negation": LostNegation,
    "lost-question-mark": LostQuestionMarkDetector,
    "lost-space": LostSpaceDetector,
    "missing-quote-comma": MissingQuoteCommaDetector,
    "lost-subject": LostSubjectDetector,
    "missed-contraction": MissedContractionDetector,
    "missed-elision": MissedElisionDetector,
    "mixed-address": MixedAddress,
    "mixed-pair": MixedPairDetector,
    "mojibake": MojibakeDetector,
    "mood": MoodDetector,
    "name-variants": NameVariants,
    "named-heads": NamedHeads,
    "nationality": NationalityDetector,
    "noun-adjective": NounAdjectiveDetector,
    "noun-verb-agreement": NounVerbAgreementDetector,
    "number-agreement": NumberAgreementDetector,
    "number-twice": NumberTwiceDetector,
    "odd-character": OddCharacterDetector,
    "participle-after-preposition": ParticipleAfterPrepositionDetector,
    "omitted-sentence": OmittedSentence,
    "pair-twice": PairTwiceDetector,
    "pattern": PatternDetector,
    "phrase-table": PhraseTable,
    "foreign-stem": ForeignStem,
    "preposition-chain": PrepositionChainDetector,
    "pronoun-verb-agreement": PronounVerbAgreementDetector,
    "raw-markdown": RawMarkdownDetector,
    "repeated-brackets": RepeatedBracketsDetector,
    "repeated-passage": RepeatedPassageDetector,
    "restated-clause": RestatedClauseDetector,
    "restated-phrase": RestatedPhraseDetector,
    "saint-names": SaintNames,
    "slashed-alternatives": SlashedAlternativesDetector,
    "slash-unit": SlashUnitDetector,
    "spacing-habit": SpacingHabitDetector,
    "speaker-gender": SpeakerGender,
    "speaker-label": SpeakerLabelDetector,
    "stray-capital": StrayCapitalDetector,
    "stray-stop": StrayStopDetector,
    "changed-edge": ChangedEdge,
    "empty-string": EmptyString,
    "short-string": ShortString,
    "untranslated-string": UntranslatedString,
    "string-consistency": StringConsistency,
    "string-code": StringCode,
    "subject-comma": SubjectCommaDetector,
    "unclosed-apposition": UnclosedAppositionDetector,
    "turned-quote": TurnedQuoteDetector,
    "twin-clause": TwinClauseDetector,
    "twin-sentence": TwinSentenceDetector,
    "two-determiners": TwoDeterminersDetector,
    "two-names": TwoNames,
    "unicode-escape": UnicodeEscapeDetector,
    "unpaired-bracket": UnpairedBracketDetector,
    "unpaired-quote": UnpairedQuoteDetector,
    "unused-suppression": UnusedSuppression,
    "vous-among-tu": VousAmongTu,
    "whole-line": WholeLineDetector,
    "wrong-elision": WrongElisionDetector,
}
