"""Titles name topics in the words of the templates; a code only where the title says nothing."""

import pytest

from leaflet.importing.topics import disagree, of_codes, of_title
from leaflet.model.typed_values import Topic


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("1. What Testol is and what it is used for", "about uses"),
        ("1 What Testol is", "about"),
        ("2. What you need to know before you take Testol", "before_you_take"),
        ("Do not take Testol", "contraindications"),
        ("Warnings and precautions", "precautions"),
        ("Other medicines and Testol", "interactions"),
        ("Testol with food and drink", "food_and_drink"),
        ("Pregnancy, breast-feeding and fertility", "pregnancy breastfeeding fertility"),
        ("Driving and using machines", "driving"),
        ("Testol contains lactose", "excipients"),
        ("3. How to take Testol", "how_to_take"),
        ("If you take more Testol than you should", "overdose"),
        ("If you forget to take Testol", "missed_dose"),
        ("If you stop taking Testol", "withdrawal"),
        ("4. Possible side effects", "side_effects"),
        ("Reporting of side effects", "reporting"),
        ("5. How to store Testol", "storage"),
        ("6. Contents of the pack and other information", "contents"),
        ("Marketing Authorisation Holder", "maker"),
        ("What is in this leaflet", "other"),
        ("What is the most important information I should know about Testol?", "precautions"),
        ("What are the possible side effects of Testol?", "side_effects"),
        ("What are the ingredients in Testol?", "contents"),
        ("What is Testol?", "about"),
        ("How does Testol work?", "how_it_works"),
        ("Can I drink alcohol with it?", "food_and_drink alcohol"),
        ("Can I take more than 1 kind of tablet a day?", ""),
        ("Qué es Testol y para qué se utiliza", "about uses"),
        ("Si olvidó tomar Testol", "missed_dose"),
        ("Folheto informativo: Informação para o utilizador", ""),
        ("Hvordan du bruker Testol", "how_to_take"),
        ("5. Hvordan du oppbevarer Testol", "storage"),
        ("Mahdolliset haittavaikutukset", "side_effects"),
        ("Blue elbows", ""),
        ("4.3 Contraindications", "contraindications"),
        ("Contra-indications", "contraindications"),
        ("Stop taking it and tell your doctor if", ""),
        ("Stop using and immediately call a doctor", ""),
        ("Keep out of the sight and reach of children", "storage"),
        ("Common questions", ""),
        ("If you have any further questions", "whom_to_ask"),
        ("3 DOSAGE FORMS AND STRENGTHS", "contents"),
        ("4.2 Posology", "how_to_take"),
        ("1. Was ist Testol und wofür wird es angewendet?", "about uses"),
        ("Testol darf nicht eingenommen werden", "contraindications"),
        ("Welche Nebenwirkungen sind möglich?", "side_effects"),
        ("5. Wie ist Testol aufzubewahren?", "storage"),
        ("Jak przechowywać lek Testol", "storage"),
        ("3. Jak stosować lek Testol", "how_to_take"),
        ("Kiedy nie stosować leku Testol", "contraindications"),
        ("Comment prendre Testol", "how_to_take"),
        ("1. X’inhu Testol u għalxiex jintuża", "about uses"),
        ("2. X’għandek tkun taf qabel ma tuża Testol", "before_you_take"),
        ("6. Kontenut tal-pakkett u informazzjoni oħra", "contents"),
        ("1. Kas ir Testol krēms un kādam nolūkam to lieto", "about uses"),
        ("5. Kā uzglabāt Testol krēmu", "storage"),
        ("1. KAS YRA TESTOL IR NUO KO JIS VARTOJAMAS", "about"),
        ("Svarbi informacija apie kai kurias pagalbines Testol medžiagas", "excipients"),
        ("2. Mida on vaja teada enne Testol’i võtmist", "before_you_take"),
        ("Ärge võtke Testol’i", "contraindications"),
        ("1. Milyen típusú gyógyszer a Testol és milyen betegségek esetén alkalmazható?", "about uses"),
        ("5. Hogyan kell a Testol-t tárolni?", "storage"),
        ("Čemu musíte věnovat pozornost, než začnete Testol používat", "before_you_take"),
        ("2. Wat u moet weten voordat u Testol gebruikt", "before_you_take"),
        ("Gebruik Testol niet", "contraindications"),
        ("2. Преди да приемете Тестол", "before_you_take"),
        # Capitals without accents, and the two ways to write the Romanian letters.
        ("2. QUELLES SONT LES INFORMATIONS A CONNAITRE AVANT DE PRENDRE TESTOL ?", "before_you_take"),
        ("4. QUELS SONT LES EFFETS INDESIRABLES EVENTUELS ?", "side_effects"),
        ("Mode d’administration", "how_to_take"),
        ("5. ΠΩΣ ΝΑ ΦΥΛΑΣΣΕΤΕ ΤΟ TESTOL", "storage"),
        ("2. Τι πρέπει να γνωρίζετε πριν πάρετε το Testol", "before_you_take"),
        ("2. Ce trebuie să știți înainte să luați Testol", "before_you_take"),
        ("2. Ce trebuie să ştiţi înainte să luaţi Testol", "before_you_take"),
        ("2. Skôr ako užijete Testol", "before_you_take"),
        ("3. Ako sa Testol podáva", "how_to_take"),
        ("If you take too many drops", "overdose"),
        ("If your child swallows it", "overdose"),
        ("Too many tablets", "overdose"),
        ("Wanneer mag u Testol niet gebruiken of moet u er voorzichtig mee zijn?", "before_you_take"),
        ("Mitä sinun on tiedettävä, ennen kuin otat Testol-valmistetta", "before_you_take"),
        ("Miten Testol-valmistetta otetaan", "how_to_take"),
        ("Testol sisältää laktoosia", "excipients"),
        ("Hvis du har taget for mange Testol", "overdose"),
        ("Trafik- og arbejdssikkerhed", "driving"),
        ("Sammensetning av Testol", "contents"),
        ("Caso se tenha esquecido de tomar Testol", "missed_dose"),
        ("Kõrvaltoimetest teatamine", "reporting"),
        ("Kui te võtate Testol-i rohkem, kui ette nähtud", "overdose"),
        ("Εάν πάρετε μεγαλύτερη δόση Testol από την κανονική", "overdose"),
        ("Ако сте пропуснали да приемете Testol", "missed_dose"),
        ("Tiħux Testol", "contraindications"),
        ("I denna bipacksedel finns information om följande", "other"),
        ("Si vous oubliez de prendre Testol", "missed_dose"),
        ("Come conservare Testol", "storage"),
        ("Hoe neemt u Testol in?", "how_to_take"),
        ("Sebelum menggunakan Testol", "before_you_take"),
        ("Kesan-kesan sampingan", "side_effects"),
        ("副作用", "side_effects"),
    ],
)
def test_a_title_names_its_topics(title: str, topics: str) -> None:
    assert " ".join(of_title(title)) == topics


def test_codes_stand_for_topics_of_the_format() -> None:
    from typing import get_args

    from leaflet.importing.topics import _CODES, _TITLES

    known = set(get_args(Topic))
    assert {topic for topics in _CODES.values() for topic in topics} <= known
    assert set(_TITLES) <= known
    assert of_codes(("200000029907", "toc")) == ("overdose",)


@pytest.mark.parametrize(
    ("title", "code", "differ"),
    [
        ("storage", "storage", False),
        ("storage", "overdose", True),
        ("breastfeeding", "pregnancy", False),
        ("", "overdose", False),
        ("storage", "", False),
    ],
)
def test_a_code_that_says_another_thing_is_noticed(title: str, code: str, differ: bool) -> None:
    assert disagree(title.split(), code.split()) is differ
