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
    "draft": "Draft: not yet approved",
    "page": "Page {page} of {pages}",
    "emergency": "Call the emergency services.",
    "emergency_here": "Call {numbers} ({region} emergency number).",
    "or": " or ",
    "advice_here": "For advice in {region}, call {name} on {number}.",
    "symbol_overdose": "Emergency sign: a solid triangle with an exclamation mark",
    "symbol_withdrawal": "Warning sign: a ring with an exclamation mark",
    "symbol_caution": "Caution sign: an open triangle with an exclamation mark",
    "dose": "My dose, as my doctor told me",
    "phone": "My pharmacy’s phone number",
    "gaps": "What this leaflet does not tell you",
    "gaps_ask": "Ask your pharmacist, and read the maker’s leaflet in the pack.",
    "sources": "The facts come from: {sources}.",
    "draft_status": "This is a draft. A pharmacist has not approved it yet.",
    "approved_status": "{by} approved these words on {date}.",
    "review_due": "They are due to be checked again by {date}.",
}

HEADINGS = {
    "about": "What {name} is",
    "how_it_works": "How {name} works",
    "uses": "What {name} is for",
    "before_you_take": "Before you take {name}",
    "contraindications": "Who should not take {name}",
    "precautions": "Taking care with {name}",
    "interactions": "{name} and other medicines",
    "alcohol": "{name} and alcohol",
    "pregnancy": "Pregnancy",
    "breastfeeding": "Breastfeeding",
    "children": "Children",
    "older_people": "Older people",
    "driving": "Driving and using machines",
    "how_to_take": "How to take {name}",
    "missed_dose": "If you miss a dose",
    "overdose": "If you take too much",
    "withdrawal": "Stopping {name}",
    "side_effects": "Side effects",
    "whom_to_ask": "Whom to ask",
    "storage": "How to store {name}",
    "contents": "What is in {name}",
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
    "contraindications": "who should not take it",
    "precautions": "what to tell your doctor before you take it",
    "interactions": "which other medicines do not mix with it",
    "alcohol": "whether you can drink alcohol",
    "pregnancy": "whether you can take it in pregnancy",
    "breastfeeding": "whether you can breastfeed",
    "children": "whether children can take it",
    "older_people": "whether older people need extra care",
    "driving": "whether you can drive",
    "dose": "how much to take",
    "route": "how to take it",
    "frequency": "how often to take it",
    "duration": "how long to take it for",
    "missed_dose": "what to do if you miss a dose",
    "overdose_signs": "how to notice that you took too much",
    "overdose_action": "what to do if you take too much",
    "withdrawal": "what can happen when you stop it",
    "side_effects": "which side effects it can have",
    "side_effects_action": "what to do about side effects",
    "whom_to_ask": "whom to ask",
    "storage": "how to store it",
    "contents": "what is in it",
}
