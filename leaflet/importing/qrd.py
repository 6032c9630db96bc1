"""Standard titles of package leaflets in the languages of the EU, and the few that samples of others show.

Source: EMA, QRD human product-information annotated template, package leaflet, sections 1 to 6, in each
language. A title is known by the words that stay the same whatever the medicine is called. Those in Danish,
English, Finnish, German, Norwegian, Polish, Portuguese, Slovak, Spanish and Swedish were held against
published leaflets; so were the main ones in Czech, Estonian, Greek, Hungarian, Italian, Latvian, Lithuanian
and Maltese, and in Bulgarian and Dutch against leaflets of an older edition of the template; those in French
against the form of French-speaking agencies that follow it. Those in Croatian, Romanian and Slovenian follow
the template alone. Where no title is known, the code decides; where there is none, the part stays under its
own title.
"""

QRD_TITLES: dict[str, str] = {
    "other": (
        r"was in dieser packungsbeilage|que contient cette notice|contenuto di questo foglio"
        r"|inhoud van deze bijsluiter|spis treści ulotki|co naleznete v této|co sa dozviete"
        r"|a betegtájékoztató tartalma|ce găsiți în acest|τι περιέχει το παρόν|какво съдържа тази"
        r"|i denna bipacksedel finns|što se nalazi u ovoj uputi|kaj vsebuje navodilo|selles infolehes"
        r"|šajā instrukcijā|apie ką rašoma|f.dan il-fuljett|v příbalové informaci naleznete"
        r"|^in deze bijsluiter|^в тази листовка"
    ),
    "about": (
        r"was ist .+ und wofür|qu.est-ce que .+ et dans quel|(che )?cos.?è .+ (e )?a (che )?cosa"
        r"|wat is .+ en waarvoor|co to jest .+ i w jakim|co je .+ a k čemu|čo je .+ a na čo"
        r"|milyen típusú gyógyszer|ce este .+ și pentru ce|τι είναι .+ και ποια"
        r"|какво представлява .+ и за какво|vad .+ är och vad|hvad .+ er og hvad"
        r"|što je .+ i za što|kaj je .+ in za kaj|mis ravim on|kas ir .+ un kādam"
        r"|kas yra .+ ir (kam|nuo ko)|x.inhu .+ għalxiex|apakah (itu )?.+ dan|\bapakah \S+( dan|\?|$)"
        r"|מהו .+ ולמה|למה מיועדת התרופה"
    ),
    "uses": (
        r"wofür wird es angewendet|dans quels? cas est-il utilisé|a (che )?cosa serve"
        r"|waarvoor wordt dit|w jakim celu się|k čemu se používá|na čo sa používa"
        r"|milyen betegségek esetén|pentru ce se utilizează|ποια είναι η χρήση"
        r"|за какво се използва|vad det används för|hvad det anvendes til|za što se koristi"
        r"|za kaj ga uporabljamo|milleks seda|kādam nolūkam|kam jis vartojamas|għalxiex jintuża"
        r"|效能|効能|適應症|适应症"
        r"|למה מיועדת"
    ),
    "before_you_take": (
        r"wat u moet weten voordat|преди да (приемете|използвате)|skôr ako (užijete|použijete)|"
        r"was sollten sie vor der|was müssen sie vor der"
        r"|quelles sont les informations à connaître avant|cosa deve sapere prima"
        r"|wanneer mag u .+ niet .+ of moet|informacje ważne przed|čemu musíte věnovat pozornost"
        r"|čo potrebujete vedieť|tudnivalók .+ (szedése|alkalmazása) előtt"
        r"|ce trebuie să știți înainte|τι πρέπει να γνωρίζετε πριν|какво трябва да знаете, преди"
        r"|vad du behöver veta innan|det skal du vide|što morate znati prije"
        r"|kaj morate vedeti, preden|mida on vaja teada enne|kas jums jāzina pirms"
        r"|kas žinotina prieš|x.għandek tkun taf qabel|sebelum (anda )?(menggunakan|mengambil)|服用前"
        r"|使用前|使用する前|לפני (השימוש|נטילת)"
    ),
    "contraindications": (
        r"contra-?\s?indica|kontra-?indi[ck]a|gegenanzeigen|przeciwwskazania"
        r"|darf nicht (eingenommen|angewendet)|ne (prenez|utilisez) jamais|non (prenda|usi|deve)\b"
        r"|^gebruik .{1,60} niet\b|^neem .{1,60} niet in\b"
        r"|(wanneer )?mag u .{0,40}niet (innemen|gebruiken)(?! of moet)|kiedy nie (przyjmować|stosować)"
        r"|neužívejte|nepoužívejte|neužívajte|nepoužívajte|ne (szedje|alkalmazza)|nu (luați"
        r"|utilizați)|μην? (πάρετε|χρησιμοποιήσετε)|не приемайте|не използвайте|(ta|använd) inte"
        r"|nemojte (uzimati|primjenjivati)|ne (jemljite|uporabljajte)|ärge (võtke|kasutage)"
        r"|nelietojiet|vartoti (negalima|draudžiama)|tiħux|tieħux|tużax|禁忌|使用してはいけない"
        r"|jangan (gunakan|menggunakan|ambil)|אין להשתמש"
    ),
    "precautions": (
        r"warnhinweise|vorsichtsmaßnahmen|avertissements|avvertenze|waarschuwingen"
        r"|wanneer moet u extra voorzichtig|ostrzeżenia|upozornění|upozornenia|figyelmeztetések"
        r"|atenționări|προειδοποιήσεις|предупреждения|varningar|upozorenja|opozorila|hoiatused"
        r"|brīdinājumi|įspėjimai|twissijiet|使用上の注意|注意事項|注意事项|אזהרות"
    ),
    "interactions": (
        r"zusammen mit anderen arzneimitteln|wechselwirkung|autres médicaments|altri medicinali"
        r"|andere geneesmiddelen|a inne leki|další léčivé|iné lieky|egyéb gyógyszerek"
        r"|împreună cu alte medicamente|άλλα φάρμακα|други лекарства|andra läkemedel"
        r"|drugi lijekovi|druga zdravila|muud ravimid|citas zāles|kiti vaistai|kitų vaistų vartojimas"
        r"|mediċini oħra|相互作用"
        r"|ubat(-ubatan)? lain|אינטראקצי"
    ),
    "food_and_drink": (
        r"nahrungsmitteln|aliments|con cibi|eten en drinken|voedsel|z jedzeniem|s jídlem|a jedlo"
        r"|étellel|cu alimente|με τροφ|с храна|med mat|hranom|hrano|koos toidu|kopā ar uzturu"
        r"|vartojimas su maistu|ma. ikel"
    ),
    "alcohol": r"alkohol|alcool|алкохол|οινοπνευματώδη|alkohola|酒精",
    "pregnancy": (
        r"schwangerschaft|grossesse|gravidanza|zwangerschap|ciąża|ciąży|těhotenství|tehotenstvo"
        r"|terhesség|sarcina|κύηση|εγκυμοσύνη|бременност|trudnoća|nosečnost|\brasedus|grūtniecība"
        r"|nėštumas|tqala|妊婦|妊娠|懷孕|怀孕|mengandung|הריון"
    ),
    "breastfeeding": (
        r"stillzeit|allaitement|allattamento|borstvoeding|karmienie piersią|kojení|dojčenie"
        r"|szoptatás|alăptarea|θηλασμός|кърмене|dojenje|imetamine|barošana ar krūti|žindymo"
        r"|treddigħ|授乳|哺乳|penyusuan|menyusu|הנקה"
    ),
    "fertility": (
        r"fortpflanzungsfähigkeit|zeugungsfähigkeit|fertilit|fécondité|vruchtbaarheid|płodność"
        r"|plodnost|fertilitatea|γονιμότητα|фертилитет|termékenység|plodnost|viljakus|vaisingumas"
    ),
    "driving": (
        r"verkehrstüchtigkeit|conduite de véhicules|guida di veicoli|rijvaardigheid"
        r"|prowadzenie pojazdów|řízení dopravních|vedenie vozidiel|gépjárművezetés"
        r"|conducerea vehiculelor|οδήγηση|шофиране|körförmåga|upravljanje vozilima"
        r"|upravljanj[ea] vozil|autojuhtimine|transportlīdzekļu|vairavimas|issuq|sewqan|נהיגה|memandu"
    ),
    "children": (
        r"kinder und jugendliche|enfants et adolescents|bambini e adolescenti|kinderen en jongeren"
        r"|dzieci i młodzież|děti a dospívající|deti a dospievajúci|gyermekek és serdülők"
        r"|copii și adolescenți|παιδιά και έφηβοι|деца и юноши|barn och ungdomar"
        r"|djeca i adolescenti|otroci in mladostniki|lapsed ja noorukid|bērni un pusaudži"
        r"|vaikams ir paaugliams|tfal u adolexxenti"
    ),
    "excipients": (
        r"enthält (lactose|natrium|saccharose)|contient du (lactose|sodium)|contiene (lattosio"
        r"|sodio)|bevat (lactose|natrium)|zawiera (laktozę|sód)|obsahuje (laktosu|laktózu|sodík)"
        r"|(laktózt|nátriumot) tartalmaz|conține (lactoză|sodiu)|περιέχει (λακτόζη|νάτριο)"
        r"|съдържа (лактоза|натрий)|innehåller (laktos|natrium)|sadrži (laktozu|natrij)"
        r"|vsebuje (laktozo|natrij)|sisaldab (laktoosi|naatriumi)|satur (laktozi|nātriju)"
        r"|sudėtyje yra (laktozės|natrio)|pagalbines .{0,60}medžiagas"
        r"|fih (lactose|lattożju|sodium)|sisältää (laktoosia|natriumia)"
        r"|添加物|賦形劑"
    ),
    "how_to_take": (
        r"wie ist .+ (einzunehmen|anzuwenden)|comment (prendre|utiliser)|come (prendere|usare)"
        r"|hoe (neemt|gebruikt|wordt) |jak (przyjmować|stosować|się)|jak se .+ (užívá|používá)"
        r"|ako (sa .+ podáva|užívať|používať)|hogyan kell (szedni|alkalmazni)|cum să (luați|utilizați)"
        r"|πώς να (πάρετε|χρησιμοποιήσετε)|как да (приемате|използвате)|hur du (tar|använder)"
        r"|sådan skal du (tage|bruge)|kako (uzimati|primjenjivati|jemati|uporabljati)"
        r"|kuidas .+ (võtta|kasutada)|kā lietot|kaip vartoti|kif għandek|dosierung|posologie"
        r"|mode d.administration|durée du traitement|posologia|dawkowanie|用法|用量|posology|כיצד תשתמש"
        r"|cara (menggunakan|mengambil)"
    ),
    "overdose": (
        r"größere menge .+ (haben|wurde)|überdosierung|plus de .+ que vous n.auriez dû|surdosage"
        r"|più .+ di quanto deve|sovradosaggio|te veel .+ (gebruikt|ingenomen)"
        r"|większej niż zalecana|przedawkowani|více .+ než jste|viac .+ ako máte|predávkov"
        r"|předávkov|mehr .+ als sie sollten|mai mult .+ decât trebuie|(μεγαλύτερη|περισσότερη) δόση"
        r"|повече от необходимата|för stor mängd|(uzeli|vzeli|uzmete|primijenite) (više|več)"
        r"|rohkem,? kui|vairāk nekā|per didelę|aktar milli suppost|az előírtnál több|過量|過剰投与"
        r"|terlebih dos"
    ),
    "missed_dose": (
        r"einnahme .+ vergessen|anwendung .+ vergessen|oubliez de|dimentica|vergeten|pominięcie"
        r"|zapomněl|zabudnete|elfelejtette|uitați să|ξεχάσετε|пропусн(ете|али)|glömt|zaboravili|pozabili"
        r"|unustate|aizmirsis|aizmirsāt|pamiršus|tinsa tie|忘記|飲み忘れ|terlupa"
    ),
    "withdrawal": (
        r"(einnahme|anwendung) .+ (abbrechen|beenden)|arrêtez de|interrompe|stopt met"
        r"|przerwanie (przyjmowania|stosowania)|přestal|prestanete|abbahagyja|încetați să"
        r"|σταματήσετε|спр(ете|ели)|slutar att|prestali|prenehali|lõpetate|pārtrauc|nustojus|tieqaf"
    ),
    "side_effects": (
        r"nebenwirkungen|effets (indésirables|secondaires)|effetti indesiderati|bijwerkingen"
        r"|działania niepożądane|nežádoucí účinky|vedľajšie účinky|mellékhatás|reacții adverse"
        r"|ανεπιθύμητες ενέργειες|нежелани реакции|biverkningar|nuspojave|neželeni učinki"
        r"|kõrvaltoimed|blakusparādības|šalutinis poveikis|effetti sekondarji|副作用|不良反應|不良反应"
        r"|undesirable effects|kesan(-kesan)? sampingan|תופעות לוואי"
    ),
    "reporting": (
        r"meldung von nebenwirkungen|déclaration des effets|segnalazione degli effetti"
        r"|melden van bijwerkingen|zgłaszanie działań|hlášení nežádoucích|hlásenie vedľajších"
        r"|mellékhatások bejelentése|raportarea reacțiilor|αναφορά ανεπιθύμητων"
        r"|съобщаване на нежелани|rapportering av biverkningar|prijavljivanje nuspojava"
        r"|poročanje o neželenih|kõrvaltoimetest teatamine|ziņošana par blakus"
        r"|pranešimas apie šalutinį|rappurtar tal-effetti"
    ),
    "storage": (
        r"aufzubewahren|aufbewahrung|comment conserver|come conservare|hoe bewaart u"
        r"|jak przechowywać|jak .+ uchovávat|ako uchovávať|tárolni|tárolása|cum se păstrează"
        r"|πώς να φυλάσσετε|как да съхранявате|förvaras|förvaring|kako čuvati|shranjevanje"
        r"|säilitada|kā uzglabāt|kaip laikyti|kif taħżen|保存|貯藏|貯法|儲存|penyimpanan|cara menyimpan"
        r"|אחסן"
    ),
    "contents": (
        r"inhalt der packung|contenu de l.emballage|contenuto della confezione"
        r"|(inhoud|aard) van de verpakking|zawartość opakowania|obsah balení|obsah balenia"
        r"|csomagolás tartalma|conținutul ambalajului|περιεχόμεν[αο] της συσκευασίας"
        r"|съдържание на опаковката|förpackningens innehåll|sadržaj pakiranja|vsebina pakiranja"
        r"|pakendi sisu|iepakojuma saturs|pakuotės turinys|kontenut tal-pakkett|組成|成分"
        r"|dosage forms and strengths|was .+ enthält\b|ce que contient|co zawiera"
    ),
    "maker": (
        r"pharmazeutischer unternehmer|titulaire de l.autorisation|titolare dell.autorizzazione"
        r"|houder van de vergunning|podmiot odpowiedzialny|držitel rozhodnutí|držiteľ rozhodnutia"
        r"|forgalomba hozatali|deținătorul autorizației|κάτοχος άδειας|притежател на разрешението"
        r"|innehavare av godkännande|nositelj odobrenja|imetnik dovoljenja|müügiloa hoidja"
        r"|reģistrācijas apliecības|registruotojas|製造販売|製造元"
    ),
    "instructions": (
        r"gebrauchsanweisung|hinweise zur anwendung|mode d.emploi|istruzioni per l.uso"
        r"|instrukcja użycia|instruksi penggunaan"
    ),
}
"""Topic, and words that its title holds in one language or another."""
