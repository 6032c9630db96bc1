"""English: plain words after the NHS content standard."""

TAG = "en"

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

PHRASES = {
    "identity": "{name}, version {version}, {date}",
    "identity_draft": "{name}, draft version {version}, {date}",
    "proof_copy": "Proof copy: not for patients.",
    "draft": "Draft: not yet approved",
    "version": "Version {version}, {date}",
    "turn_over": "Turn over",
    "more_warnings_on": "More warnings on page {page}",
    "more_on": "More on page {page}",
    "in_this_leaflet": "In this leaflet",
    "continued": "(continued)",
    "scale_bar": "This line is 5 cm long.",
    "questions": "Questions for my pharmacist",
    "summary": "Summary of the leaflet.",
    "summary_note": "This is a summary. Read the whole leaflet as well.",
    "more_warnings": "The leaflet has more warnings. Read it as well.",
    "card_draft": "Draft version {version}, {date}",
    "card_name": "My name",
    "card_dose": "My dose",
    "say_as": "Say it: {words}",
    "signs": "Signs:",
    "page": "Page {page} of {pages}",
    "contents": "Contents",
    "book_summary": (
        "Type can be enlarged and read aloud. The headings lead to every part. "
        "Each picture is described in words."
    ),
    "picture": "Picture: {alt}",
    "online": "Read this leaflet on a screen, or have it read aloud:",
    "online_code": "QR code that leads to {address}",
    "left_empty": "left empty to write in",
    "empty": "empty",
    "no_dose": "none",
    "per": "per",
    "power": "to the power of",
    "to": "to",
    "emergency": "Call the emergency services.",
    "emergency_here": "Call {numbers} (in {region}).",
    "or": " or ",
    "signal_emergency": "Emergency",
    "signal_warning": "Warning",
    "signal_caution": "Caution",
    "help": "Help and advice",
    "help_here": "Help and advice in {region}",
    "help_emergency": "Emergency",
    "help_advice": "Advice",
    "in_brackets": "({words})",
    "your_dose_heading": "Your dose",
    "symbol_overdose": "Emergency sign: a solid triangle with an exclamation mark",
    "symbol_withdrawal": "Warning sign: a ring with an exclamation mark",
    "symbol_caution": "Caution sign: an open triangle with an exclamation mark",
    "dose": "My dose, as my doctor told me",
    # No phrase has an apostrophe: authors type one kind or the other, and a page has one.
    "phone": "Phone of my pharmacy",
    "to_write_on": "A line to write on",
    "lines_to_write_on": "{lines} lines to write on",
    "from_pharmacist": "From your pharmacist",
    "for_patient": "For:",
    "your_dose": "Your dose:",
    "note": "Note:",
    "pharmacy": "Your pharmacy",
    "pharmacy_phone": "Phone:",
    "pharmacy_hours": "Open:",
    "logo": "Logo of {name}",
    "reading_title": "Reading test",
    "reading_question": "Which line can you read easily?",
    "reading_how": "Hold this sheet as you would hold a leaflet, with your usual glasses and light.",
    "reading_standard": "The ferry leaves at seven.",
    "reading_clear": "Her garden faces south.",
    "reading_large": "Fresh bread is sold here.",
    "reading_giant": "The blue door is open.",
    "reading_acb": "Rain is due by evening.",
    "reading_aph": "His train came early.",
    # Each size has numbers of its own, so that nobody reads them by heart.
    "numbers_standard": "Bus 308 at 10:36, stop 81",
    "numbers_clear": "Bus 680 at 8:30, stop 13",
    "numbers_large": "Bus 103 at 6:08, stop 38",
    "numbers_giant": "Bus 816 at 3:08, stop 60",
    "numbers_acb": "Bus 368 at 10:03, stop 18",
    "numbers_aph": "Bus 130 at 8:16, stop 83",
    "gaps": "What this leaflet does not tell you",
    "gaps_ask": "Ask your pharmacist, and read the leaflet in the pack.",
    "gaps_silenced": "These are left out on purpose:",
    "gap_silenced": "{gap}: {reason}",
    "about_words": "About these words",
    "sources": "The facts come from: {sources}.",
    "draft_status": "This is a draft. A pharmacist has not approved it yet.",
    "approved_status": "A pharmacist approved these words on {date}.",
    "approved_in": "A pharmacist in the register {register} approved these words on {date}.",
    "review_due": "They are due to be checked again by {date}.",
}

# An action with one of these speaks of the signs that follow it.
POINTING = ("of these", "of them", "the following", "these signs", "these symptoms")

# The words that change with how the medicine is used. A vaccine is had, and given by somebody else.
_USE = {"take": "use", "taking": "using", "took": "used"}
_TAKE = {"take": "take", "taking": "taking", "took": "took"}
_HAVE = {"take": "have", "taking": "having", "took": "had"}
VERBS = {
    "": _USE,
    "swallow": _TAKE,
    "under_tongue": _TAKE,
    "inject": _USE,
    "inhale": _USE,
    "eye": _USE,
    "ear": _USE,
    "nose": _USE,
    "skin": _USE,
    "patch": _USE,
    "rectal": _USE,
    "vaginal": _USE,
    "vaccine": _HAVE,
    "other": _USE,
}

# Names that stand for several things: "What Testol tablets are".
PLURALS = frozenset(
    (
        *("ampoules", "capsules", "caplets", "cartridges", "dressings", "drops", "granules", "gums"),
        *("implants", "inhalers", "injections", "lozenges", "pastilles", "patches", "pens"),
        *("pessaries", "plasters", "powders", "rings", "sachets", "sprays", "suppositories"),
        *("syringes", "tablets", "vials", "wafers", "wipes"),
    )
)
ONE = {"is": "is", "works": "works", "it": "it"}
MANY = {"is": "are", "works": "work", "it": "them"}

HEADINGS = {
    "about": "What {name} {is}",
    "how_it_works": "How {name} {works}",
    "uses": "What {name} {is} for",
    "before_you_take": "Before you {take} {name}",
    "contraindications": "Who should not {take} {name}",
    "precautions": "Taking care with {name}",
    "interactions": "{name} and other medicines",
    "food_and_drink": "{name} with food and drink",
    "alcohol": "{name} and alcohol",
    "pregnancy": "Pregnancy",
    "breastfeeding": "Breastfeeding",
    "fertility": "Fertility",
    "children": "Children",
    "older_people": "Older people",
    "driving": "Driving and using machines",
    "excipients": "Other ingredients to know about",
    "how_to_take": "How to {take} {name}",
    "instructions": "Step by step",
    "monitoring": "Tests and check-ups",
    "travel": "Travelling with {name}",
    "missed_dose": "If you miss a dose",
    "overdose": "If you {take} too much",
    "withdrawal": "Stopping {name}",
    "side_effects": "Side effects",
    "reporting": "Reporting side effects",
    "whom_to_ask": "Whom to ask",
    "storage": "How to store {name}",
    "contents": "What is in {name}",
    "maker": "Who makes {name}",
}
# Headings and gaps of a route whose own differ in more than the verb.
HEADINGS_BY_ROUTE = {
    "vaccine": {
        "how_to_take": "How {name} {is} given",
        "overdose": "If you are given too much",
        "withdrawal": "Not having more doses",
    },
}

# Gaps that start alike are told in one line: the start, whether it is said once, and the joining word.
GAP_STARTS = (
    ("whether you can ", True, "or"),
    ("whether ", True, "or"),
    ("how ", False, "and"),
    ("what ", False, "and"),
)

# Each completes "This leaflet does not tell you …".
GAPS = {
    "kind_of_medicine": "what kind of medicine it is",
    "uses": "what it is used for",
    "contraindications": "who should not {take} it",
    "precautions": "what to tell your doctor before you {take} it",
    "interactions": "which other medicines do not mix with it",
    "alcohol": "whether you can drink alcohol",
    "pregnancy": "whether you can {take} it in pregnancy",
    "breastfeeding": "whether you can breastfeed",
    "children": "whether children can {take} it",
    "older_people": "whether older people need extra care",
    "driving": "whether you can drive",
    "dose": "how much to {take}",
    "route": "how to {take} it",
    "frequency": "how often to {take} it",
    "duration": "how long to {take} it for",
    "missed_dose": "what to do if you miss a dose",
    "overdose_signs": "how to notice that you {took} too much",
    "overdose_action": "what to do if you {take} too much",
    "withdrawal": "what can happen when you stop it",
    "side_effects": "which side effects it can have",
    "side_effects_action": "what to do about side effects",
    "reporting": "how to report side effects",
    "whom_to_ask": "whom to ask",
    "storage": "how to store it",
    "contents": "what is in it",
}
GAPS_BY_ROUTE = {
    "vaccine": {
        "dose": "how much is given",
        "route": "how it is given",
        "frequency": "how often it is given",
        "duration": "how long it protects",
        "overdose_signs": "how to notice that you were given too much",
        "overdose_action": "what to do if you were given too much",
        "withdrawal": "what can happen when you have no more doses",
    },
}

# Dates by region, the first for all others (NHS content standard: 6 August 2018).
DATES = {"": "{day} {month} {year}", "US": "{month} {day}, {year}"}
# Numbers by region: the sign before decimals, and between thousands of five digits or more.
NUMBERS = {"": (".", ","), "ZA": (",", "\u00a0")}
# Between the items of a list, and before its last word where there are more than two.
LISTS = (", ", ",")

# What a region is called, in a sentence, and whom it asks for advice.
REGIONS = {
    "uk": ("the UK", "NHS 111"),
    "ie": ("Ireland", "National Poisons Information Centre"),
    "eu": ("the European Union", ""),
    "us": ("the United States", "Poison Help"),
    "ca": ("Canada", "Poison Centres"),
    "au": ("Australia", "Poisons Information Centre"),
    "nz": ("New Zealand", "National Poisons Centre"),
}

# The dangerous facts. Whoever changes a word here changes what pharmacists have approved: raise EDITION.
EDITION = "1"
FACTS = {
    "stopping_never_nobody": "Do not stop {name} suddenly.",
    "stopping_never_doctor": "Do not stop {name} suddenly. Your doctor decides when and how you stop.",
    "stopping_never_patient": "Do not stop {name} suddenly. You decide when to stop.",
    "stopping_allowed_nobody": "{name} can be stopped from one day to the next.",
    "stopping_allowed_doctor": (
        "Your doctor decides when you stop {name}. You can stop it from one day to the next."
    ),
    "stopping_allowed_patient": "You decide when to stop {name}. You can stop it from one day to the next.",
    "overdose_emergency": "If you {take} too much, get emergency medical help at once.",
    "overdose_poison_line": "If you {take} too much, call a poison information line at once.",
    "overdose_doctor_now": "If you {take} too much, contact a doctor at once.",
    "overdose_pharmacist": "If you {take} too much, ask your pharmacist what to do.",
    "missed_skip": "If it is nearly time for your next dose, skip the missed dose.",
    "double_never": "Do not {take} a double dose to make up for a missed one.",
    "stop_emergency": "Stop {taking} {name} and get emergency medical help at once if you have:",
    "stop_poison_line": "Stop {taking} {name} and call a poison information line at once if you have:",
    "stop_doctor_now": "Stop {taking} {name} and contact a doctor at once if you have:",
    "stop_pharmacist": "Stop {taking} {name} and ask your pharmacist if you have:",
    "dose": "Your dose is {amount} {often}.",
    "dose_most": "Do not {take} more than {amount} in a {per}.",
    "dose_interval": "Leave at least {hours} between two doses.",
}
OFTEN = {1: "once a {per}", 2: "twice a {per}"}
OFTEN_ELSE = "{times} times a {per}"
HOURS = ("hour", "hours")
UNITS = frozenset(
    {"mg", "g", "mL", "ml", "micrograms", "nanograms", "units", "drops", "puffs", "tablets", "capsules"}
)

# Units as they are spoken: of one, and of more.
