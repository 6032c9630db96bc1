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
    "what_to_do": "What to do",
    "about": "About this leaflet",
    "supplement": "This leaflet does not replace the maker’s leaflet in the pack. Read that one too.",
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
