"""Which topics a title names: by its words first, then by its code, for codes lie more often than titles."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from leaflet.importing.qrd import QRD_TITLES

# EMA's QRD template for package leaflets (SPOR list 200000029659), LOINC for SPL, openFDA's keys, schema.org.
_CODES: dict[str, tuple[str, ...]] = {
    "200000029895": ("about", "uses"),
    "200000029896": ("before_you_take",),
    "200000029897": ("contraindications",),
    "200000029898": ("precautions",),
    "200000029899": ("children",),
    "200000029900": ("interactions",),
    "200000029901": ("food_and_drink",),
    "200000029902": ("pregnancy",),
    "200000029903": ("driving",),
    "200000029904": ("excipients",),
    "200000029905": ("how_to_take",),
    "200000029906": ("children",),
    "200000029907": ("overdose",),
    "200000029908": ("missed_dose",),
    "200000029909": ("withdrawal",),
    "200000029910": ("side_effects",),
    "200000029911": ("side_effects", "children"),
    "200000029912": ("reporting",),
    "200000029913": ("storage",),
    "200000029914": ("contents",),
    "200000029915": ("contents",),
    "200000029916": ("contents",),
    "200000029917": ("maker",),
    "55106-9": ("contents",),
    "55105-1": ("uses",),
    "34067-9": ("uses",),
    "34071-1": ("precautions",),
    "50570-1": ("contraindications",),
    "50569-3": ("precautions",),
    "50568-5": ("precautions",),
    "50567-7": ("precautions",),
    "50566-9": ("side_effects",),
    "50565-1": ("storage",),
    "53414-9": ("pregnancy", "breastfeeding"),
    "34068-7": ("how_to_take",),
    "44425-7": ("storage",),
    "51727-6": ("excipients",),
    "53413-1": ("whom_to_ask",),
    "59845-8": ("instructions",),
    "active_ingredient": ("contents",),
    "purpose": ("uses",),
    "indications_and_usage": ("uses",),
    "warnings": ("precautions",),
    "do_not_use": ("contraindications",),
    "ask_doctor": ("precautions",),
    "ask_doctor_or_pharmacist": ("precautions",),
    "when_using": ("precautions",),
    "stop_use": ("side_effects",),
    "pregnancy_or_breast_feeding": ("pregnancy", "breastfeeding"),
    "keep_out_of_reach_of_children": ("storage",),
    "dosage_and_administration": ("how_to_take",),
    "storage_and_handling": ("storage",),
    "inactive_ingredient": ("excipients",),
    "questions": ("whom_to_ask",),
    "http://schema.org/OverviewHealthAspect": ("about",),
    "http://schema.org/SuitabilityHealthAspect": ("before_you_take",),
    "http://schema.org/UsageOrScheduleHealthAspect": ("how_to_take",),
    "http://schema.org/SideEffectsHealthAspect": ("side_effects",),
    "http://schema.org/PregnancyHealthAspect": ("pregnancy",),
    "http://schema.org/InteractionsHealthAspect": ("interactions",),
}
# Titles as the templates of agencies (EMA QRD in its languages, FDA 21 CFR 208, NHS) word them.
_TITLES: dict[str, str] = {
    "other": (
        r"what is in this leaflet|contents of this leaflet|contenido del prospecto"
        r"|o que cont[eé]m este folheto|oversigt over indl|i dette pakningsvedlegget finner"
        r"|t[aä]ss[aä] pakkausselosteessa|محتويات هذه النشرة"
    ),
    "side_effects": (
        r"side[ -]effects?|adverse (effects|reactions)|efectos adversos|efeitos (indesej|secund)"
        r"|bivirkning|haittavaikut|nebenwirkung|effets ind|effetti indes|bijwerking"
        r"|الآثار الجانبية"
    ),
    "reporting": (
        r"reporting of|report(ing)? (any )?side|comunicaci[oó]n de (posibles )?efectos"
        r"|melding av bivirk|indberetning af|comunica[cç][aã]o de efeitos"
        r"|haittavaikutuksista ilmoitt"
    ),
    "overdose": (
        r"(take|use|given) more .*than you|taken more|too (much|many)\b(?! alcohol)|overdos"
        r"|^if .{0,30}\bswallow(s|ed)?\b|(toma|usa|utiliza)[r]? m[aá]s|tomar mais|utilizar mais"
        r"|for meget|for mange|for mye"
        r"|enemm[aä]n|من اللازم"
    ),
    "missed_dose": (
        r"forget to|forgot|missed dose|miss a dose|olvid[oó]|esquec(e|ido)|glemt|har glemt|unohd"
        r"|miss(ed)? .*dose"
    ),
    "withdrawal": (
        r"if you stop|stop (taking|using)(?! (\S+ )?and (\w+ )?(tell|call|contact|get|see|seek|ask|go|speak"
        r"|talk)\b)|interrumpe|deja de (tomar|usar)|parar de|holder op med"
        r"|avbryter|lopet(at|tamis)|stopping"
    ),
    "contraindications": (
        r"\b(do|must|should) not (take|use|be given|have)|who should not|contra-?\s?indications?\b"
        r"|not (be able to )?(take|use)|no (tome|use|utilice)\b|n[aã]o (tome|utilize|use)\b"
        r"|(brug|tag|bruk|ta) ikke|[aä]l[aä] (k[aä]yt|ota)"
    ),
    "precautions": (
        r"most important information"
        r"|warnings|while (taking|using)|precaution|misuse|abuse|special care|take care|advertencias"
        r"|advert[eê]ncias|advarsler|forsiktig|varoituk|be careful|should i avoid"
    ),
    "interactions": (
        r"other medicines|other medicinal|taking other|interact|otros medicamentos"
        r"|outros medicamentos|anden medicin|andre legemid|andre l[aæ]gemid|muut l[aä][aä]k|herbal"
        r"|(with|take) (painkillers|other)"
    ),
    "food_and_drink": (
        r"food|drink|grapefruit|alimentos|comida|\bmat\b|\bmad(,| og) drikke|ruoan|ruuan|ruoka"
    ),
    "alcohol": (r"alcohol|[aá]lcool|alkohol"),
    "pregnancy": (r"pregnan|embarazo|gravid|graviditet|raskau|schwanger|الحمل"),
    "breastfeeding": (r"breast[- ]?feed|lactancia|amamenta|aleita|amming|amning|\bimety|nursing|الرضاعة"),
    "fertility": (r"fertility|fertilidad|fertilidade|fertilitet|hedelm[aä]ll"),
    "driving": (
        r"driv(e|ing)|machines|conducci[oó]n|condu[cç][aã]o|k[øo]rs?el|kj[øo]ring|ajaminen|arbejdssikkerhed"
        r"|ride a bike"
    ),
    "children": (r"children|adolescents|paediatric|ni[nñ]os|crian[cç]as|\bb[øo]rn\b|\bbarn\b|lapset|nuoret"),
    "older_people": (r"elderly|older (people|patients)|ancianos|idosos|[aæ]ldre|eldre|i[aä]kk"),
    "excipients": (
        r"contains? (lactose|sodium|aspartame|sucrose|soya|sorbitol|ethanol|alcohol|some)"
        r"|sodium content|contiene (lactosa|sodio|sacarosa)|cont[eé]m (lactose|s[oó]dio)"
        r"|inneholder|indeholder (lactose|natrium)|inactive ingredient"
    ),
    "storage": (
        r"how (to|should i|do i) store|stor(e|ing|age)\b|conservaci[oó]n|conservar"
        r"|conserva[cç][aã]o|opbevar|oppbevar|s[aä]il(ytt|yty)|out of (the )?(reach|sight)|reach of children"
        r"|away from children|تخزين"
    ),
    "maker": (
        r"marketing authori[sz]ation|manufactur|titular de la autori|titular da autori"
        r"|indehaver af|innehaver|myyntiluvan|markedsf[øo]ring|packager"
    ),
    "contents": (
        r"contents of the pack|what .* contains|looks like|active ingredient|are the ingredients"
        r"|composici[oó]n|aspecto d|conte[uú]do da embalagem|qual a composi|pakningsst"
        r"|sammens[aæe]tning|pakkauksen sis|contenido del envase|innholdet i pakning|virkestoff"
        r"|محتويات العبوة"
    ),
    "how_to_take": (
        r"when taking|how (and when )?(to|should i|do i|much) (take|use|inject|give)"
        r"|how .* (is|are) given|when to take|directions|dosage(?! forms?)|posology"
        r"|c[oó]mo (tomar|usar|utilizar|se administra)|como (tomar|utilizar|usar)|s[aå]dan skal du"
        r"|hvordan du|miten .*(k[aä]ytet|otetaan)|dose of|كيفية (تناول|استخدام)"
    ),
    "instructions": (r"instructions for use|how to inject|how to use|step \d|modo de emple|instru[cç]"),
    "before_you_take": (
        r"before (you|your|each|taking|using)|need to know|antes de (empezar|tomar|usar|utilizar)"
        r"|f[øo]r du (begynder|bruker)|tiedett[aä]v[aä],? ennen|(?<!and )tell (my|your) (doctor|healthcare)"
        r"|who (can|may)|قبل (تناول|استخدام)"
    ),
    "how_it_works": (r"how .*works?\b|virker\b"),
    "uses": (
        r"used for|is it used|what .* (is|are) for\b|what it is for|se utiliza\b|utilizado\b"
        r"|anvendelse|brukes mot|mihin sit[aä]|\bindications\b|\bwhat is it for|^uses?$|\buses$|وفيم"
    ),
    "about": (
        r"^(\d+\.?\s*)?what (is|are) (?!the\b)|what .* (is|are)( and|$)|^about\b|qu[eé] es |o que [eé] "
        r"|hva .* er\b|virkning og|mit[aä] .* on ja|^ما هو|key facts"
    ),
    "whom_to_ask": (
        r"^questions\W*$|(any|further|more|have) questions|questions (or|and) comments"
        r"|more information|general information|other sources|otras fuentes"
    ),
}


def without_accents(text: str) -> str:
    """Return a text as capitals are often written: Ε for Έ, and S for both Ș and Ş."""
    return "".join(char for char in normalize("NFD", text) if not combining(char))


_PATTERNS = tuple(
    (topic, re.compile(without_accents(pattern), re.IGNORECASE)) for topic, pattern in _TITLES.items()
)
# In many languages at once, so ten times as slow: asked only where the first table may not know all.
_ALL = tuple(
    (topic, re.compile(without_accents(f"{pattern}|{QRD_TITLES.get(topic, '(?!)')}"), re.IGNORECASE))
    for topic, pattern in _TITLES.items()
)
_SHARED = {"alcohol", "side_effects", "fertility", "interactions"}
"""Topics that one word names in several languages; another of the title may be in the second table."""
_LONGEST = 200  # characters of a title; what is longer is a text
_PLAIN = re.compile(r"^\d+\.?\d*\.?\s+")
_POINTS_ELSEWHERE = re.compile(r"(see|siehe|voir|ver|v[eé]ase|zie|patrz)\b|[“\"«„]see\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?P<number>[1-6])\.\s*\D")
# A title that names the first must not be read for the second as well.
_HIDES = {
    "reporting": {"side_effects"},
    "excipients": {"alcohol", "contents"},
    "overdose": {"how_to_take"},
    "withdrawal": {"how_to_take"},
    "contraindications": {"before_you_take", "how_to_take", "uses"},
    "storage": {"children", "before_you_take", "how_to_take"},
    "about": {"contents"},
    "other": {"about", "contents"},
    "maker": {"contents"},
    "side_effects": {"precautions", "before_you_take"},
    "instructions": {"uses"},
    "before_you_take": {"how_to_take", "uses"},
}


_RELATED = (
    {"pregnancy", "breastfeeding", "fertility"},
    {"food_and_drink", "alcohol"},
    {"contents", "excipients", "maker"},
)


@lru_cache(maxsize=4096)  # a document asks for each of its titles several times
def of_title(title: str) -> tuple[str, ...]:
    """Return the topics that a title's words name, in the order of the table; () for none that is known."""
    words = without_accents(_PLAIN.sub("", " ".join(title[:_LONGEST].split())))
    if _POINTS_ELSEWHERE.match(words):
        return ()
    found = [topic for topic, pattern in _PATTERNS if pattern.search(words)]
    if set(found) <= _SHARED:
        found = [topic for topic, pattern in _ALL if pattern.search(words)]
    hidden = {topic for each in found for topic in _HIDES.get(each, ())}
    kept = [topic for topic in found if topic not in hidden]
    if {"uses", "about"} <= set(kept):  # "What X is and what it is used for"
        kept = ["about", *[topic for topic in kept if topic != "about"]]
    return tuple(kept)


def of_codes(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the topics that codes stand for; () for codes of parts that are no topic."""
    return tuple(dict.fromkeys(topic for code in codes for topic in _CODES.get(code, ())))


def number_of(title: str) -> int:
    """Return the number that a title of the template's six main parts begins with, else 0."""
    found = _NUMBERED.match(title.strip())
    return int(found["number"]) if found else 0


_MAIN_PARTS = (
    "200000029895", "200000029896", "200000029905", "200000029910", "200000029913", "200000029914",
)  # fmt: skip


def misnumbered(title: str, codes: Sequence[str]) -> bool:
    """Tell whether a title's number is that of another main part than its code stands for."""
    number = number_of(title)
    return bool(number) and any(code in _MAIN_PARTS and _MAIN_PARTS[number - 1] != code for code in codes)


def disagree(title: Iterable[str], code: Iterable[str]) -> bool:
    """Tell whether a title and a code name topics, and none of them the same."""
    by_title, by_code = set(title), set(code)
    if any(by_title & group and by_code & group for group in _RELATED):
        return False
    return bool(by_title) and bool(by_code) and not by_title & by_code
