"""What an overdose part asks for, by language: to turn to somebody, at once, and which signs it tells of.

The words are those of agencies' templates (EMA, QRD annotated template, package leaflet, section 3).
"""

import re
from typing import NamedTuple


class Urgency(NamedTuple):
    """How one language says what to do about too much of a medicine."""

    action: re.Pattern[str]
    at_once: re.Pattern[str]
    signs: re.Pattern[str]


def _urgency(verbs: str, whom: str, at_once: str, signs: str) -> Urgency:
    action = rf"\b(?:{verbs})\b[^.]*\b(?:{whom})"
    return Urgency(*(re.compile(each, re.IGNORECASE) for each in (action, at_once, rf"\b(?:{signs})")))


_BY_LANGUAGE = {
    "da": _urgency(
        "kontakt|ring|søg|opsøg|tal med|spørg|gå|tag",
        "læge|apotek|hospital|sygehus|skadestue|vagtlæge|giftlinjen|sygeplejerske|112|hjælp",
        r"straks|omgående|med det samme|øjeblikkelig|hurtigst muligt|skadestue|hospital|sygehus",
        "tegn|symptom",
    ),
    "de": _urgency(
        "wenden|verständigen|suchen|informieren|rufen|kontaktieren|gehen|fragen|sprechen|holen"
        "|benachrichtigen|setzen|begeben",
        "arzt|ärzt|apotheke|krankenhaus|notarzt|notaufnahme|pflegepersonal|gift|notruf|112|hilfe",
        r"sofort|unverzüglich|umgehend|dringend|notfall|notarzt|notaufnahme|notruf|krankenhaus",
        "anzeichen|zeichen|symptome",
    ),
    "en": _urgency(
        "contact|call|ring|phone|go to|seek|talk to|tell|see|get|ask|speak to|speak with|consult",
        r"(?:doctors?|hospitals?|pharmacists?|nurses?|poison|emergency|medical|casualty|999|112|911|111|A&E"
        r"|help)\b",
        r"immediately|at once|right away|straight ?away|emergency|urgent|hospital|casualty|A&E|now\b",
        r"(?:signs?|symptoms?)\b",
    ),
    "es": _urgency(
        "consulte|llame|acuda|contacte|póngase|busque|solicite|vaya|hable|informe|avise|pregunte|diríjase",
        "médic|farmacéutic|hospital|enfermer|urgencias|servicio|toxicol|112|ayuda",
        r"inmediat|en ?seguida|urgen|hospital|cuanto antes|sin demora|toxicol",
        "signos|síntomas",
    ),
    "fi": _urgency(
        "ota|soita|hakeudu|kysy|mene|kerro|käänny",
        "yhteyttä|lääkäri|apteek|sairaala|myrkytystietokesk|hätänumero|112|sairaanhoita|päivysty",
        r"\bheti\b|välittömästi|viipymättä|pikaisesti|sairaala|päivysty|hätä",
        "oire",
    ),
    "fr": _urgency(
        "consultez|contactez|appelez|prévenez|adressez|allez|rendez|demandez|parlez|avertissez|informez",
        "médecin|pharmacien|hôpital|infirmi|urgence|antipoison|112|samu|aide",
        r"immédiat|urgen|hôpital|sans (?:tarder|attendre|délai)|dès que possible|aussitôt",
        "signes|symptômes",
    ),
    "it": _urgency(
        "contatti|contattare|consulti|consultare|chiami|rivolga|rivolgersi|avverta|avvertire|informi"
        "|informare|vada|chieda|rechi",
        "medic|farmacist|ospedal|infermier|pronto soccorso|antiveleni|112|118|aiuto",
        r"immediat|subito|urgen|ospedal|pronto soccorso|al più presto",
        "segni|sintomi",
    ),
    "nl": _urgency(
        "neem|neemt|raadpleeg|raadpleegt|waarschuw|bel|ga|gaat|vraag|vertel|informeer|spreek",
        "arts|apotheker|ziekenhuis|verpleegkundige|eerste hulp|spoed|antigif|112|hulp",
        r"onmiddellijk|\bdirect\b|meteen|spoed|zo snel mogelijk|ziekenhuis",
        "tekenen|symptomen|verschijnselen",
    ),
    "no": _urgency(
        "kontakt|ring|oppsøk|snakk med|spør|gå|ta|tilkall",
        "lege|apotek|sykehus|giftinformasjonen|113|112|sykepleier|hjelp",
        r"straks|umiddelbart|øyeblikkelig|med en gang|omgående|snarest|sykehus|legevakt",
        "tegn|symptom",
    ),
    "pl": _urgency(
        "skontaktować|zwrócić|skontaktuj|zgłosić|zadzwonić|powiedzieć|poinformować|udać|wezwać",
        "lekarz|farmaceut|szpital|pielęgniark|pogotowi|toksykolog|112|pomoc",
        r"natychmiast|niezwłocznie|bezzwłocznie|jak najszybciej|szpital|pogotowi",
        "objaw",
    ),
    "pt": _urgency(
        "contacte|consulte|fale|ligue|procure|dirija|vá|informe|avise|peça|recorra|chame",
        "médic|farmacêutic|hospital|enfermeir|urgência|intoxica|112|ajuda",
        r"imediat|urgên|urgent|hospital|quanto antes|rapidamente",
        "sinais|sintomas",
    ),
    "sv": _urgency(
        "kontakta|ring|sök|uppsök|tala med|fråga|gå|vänd",
        "läkare|apotek|sjukhus|giftinformation|akut|sjuksköterska|vård|112|hjälp",
        r"omedelbart|genast|omgående|så snart som möjligt|sjukhus|akut",
        "tecken|symtom",
    ),
}
_BY_LANGUAGE["nb"] = _BY_LANGUAGE["nn"] = _BY_LANGUAGE["no"]


def urgency_of(language: str) -> Urgency | None:
    """Return how a language says it, None where it is not known here."""
    return _BY_LANGUAGE.get(language.split("-")[0].lower())
