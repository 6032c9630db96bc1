"""Everyday words that safe instructions are made of: data.

An order about the medicine may hold these, words of the other tables, and learned words by their endings.
What else it holds makes it strange: how a medicine is taken, kept and handed out needs few words.
"""

from leaflet.rules.wordlists import word_set

WORDS = word_set(
    """
    a abdomen abdominal able about above above-mentioned absorb according accuhaler across act adhd
    adhesive adrenaline adult adult's adults aerosol after again against age aged ago ahead aids alcohol
    all allergic allergies almost alone along already also alternate although always alzheimer's am
    among amount ampoule an and angina animal ankle another anti-inflammatory anticlockwise antiseptic
    anxiety any anyone anything anywhere apart appear appetite applicator appropriate approximately are
    arm armpit arms around arthritis as asthma at author average away b babies baby back bacteria
    bacterial bag bags balance bandage barcode base bath bathroom bd be because become bed bedside
    bedtime been before behind being belly below belt benefit benefits beside best better between bid
    bin birth bit bite black bladder bleach blister blisters blood blood-sugar blue body body's bone
    bones booster both bottle bottles bottom bowel bowels bowl box boxes bra brain bread breakfast
    breakfast-time breast breastbone breasts breath bright brown but buttock buttocks button by c
    calendar calm came can cancer cannot cap caps card care carefully carer carton cartridge case cases
    catheter centre chair chamber chart check cheek chest chewing child's child-proof child-resistant
    children's chin choice cholesterol circle circular class cleanser clear click clicks clock clockwise
    cloth clothes clothing cm coating cold colds colour colour-coded comfortable common concern
    condition conditions condom condoms contact container containers contraception contraceptive cool
    cool-box cord corner correct cotton cotton-wool cough coughs could counter cover cramp cramps cream
    crease crumbs cup cupboard cupboards cups current cystitis d dark date dates day day's days deep
    dementia deodorant depression depth details device diabetes dialler diary did diet difficult
    difficulty dinner direct directly dirt dirty disc disease diseases dish disk dispenser dispensing
    disposable do doctor's does doing done door dose-counter down drawer dressing dropper dry dry-powder
    due during e.g each ear ear-drops early ears easy eczema edge eg eight either elbow elderly eleven
    else empty end enema enough epilepsy equipment etc even evenings evenly event ever every everyone
    everything example except exhale experience expire expiry eye eye-dropper eyelid eyelids eyes
    eyewash f face fact family far fast fasting fat fatty feet few fewer fifteen fifty fifty-five film
    film-coated filter finger fingers fingertip fingertips firm firmly first fist five flat flavouring
    floor flow flu fluid fluids foil folded folds food foods foot for forearm forehead forgotten form
    former four fourteen fourth freezer fresh friday fridge from front fruit full fungus further g
    gastric gauze general genital gently get gets getting given gives giving gland glass glasses gloves
    gluten goes going gone good got gout graduated gravity great green grip groove group groups gum gums
    had hair half hand handle hands hard hard-to-swallow has have having hay hayfever he head health
    healthy heart heartbeat heartburn heat heel height help helpful helps her here hernia herpes hers
    hiccups high him hip his hiv hives hold hole hospital hot hour hour's hours household how hs hundred
    i i.e ice ie if illness immediate important in inch inches indication infections influenza
    information ingredient ingredients inhalation inhalations injector injury inner insect inside
    insomnia intact intake intercourse internal into is it itch itching itchy item items its itself iu
    jar jaw joint joints journey jug juice just keep kept kg kidney kidneys kilogram kilograms kind kit
    kitchen knee knees knob known label labels laboratory lactose lancet lap large last late later layer
    leaflet leaflets least left leg legs lemonade length less let letter level lever lid lids lie
    lifestyle light like likely line lines lip lips liquid list litre litres little liver local long
    long-term look lot lotion low lower lozenge lozenges lukewarm lunch lunchtime lung lungs lupus made
    main make makes making malaria man mane mannitol manufacturer many mark marking marks mashed mask
    maximum may mcg me meal meals mealtime mealtimes mean means measles measure measuring meat medical
    medicine's menopause mg mid-morning midday middle midnight might migraine mild milk millilitre
    millilitres millimetre million minimum minute minutes mirror mix mixed mixture ml mmol moist
    moistened moisture monday month months more morning mornings most mouth mouthful mouthpiece
    mouthwash movement ms much mug multiple multivitamin mumps muscle muscles must my nail nail-clippers
    nails name nappy nasal nausea near nebuliser neck need needed needle needles needs nerve never new
    next night night's nights nine nipple no nocte none noon nor normal nose nostril nostrils not
    nothing now nozzle number numbers obesity od off office often oil old older on once one only onto
    opening or oral orally orange orange-flavoured order organ original osteoporosis other others
    otherwise our ourselves out outer outside over overnight own pack-size package packaging pad page
    pages pain pain-killer pain-relieving painful pale palm paper parkinson's part partner-safe parts
    past paste patch patient's pea-sized peak peanut pen pens people per percent perhaps period person
    pessary pharmacist's piece pieces pillow pinched pink pint pipette place plain plastic plate please
    plunger pneumonia pocket point portable portion possible pot pouch powder practice pre-filled
    pre-measured prefilled pregnancy-test pressure prn problem problems process progress psoriasis pulse
    pump puree purpose purée qds qid quarter question questions quick quite rather raw reading ready
    really reason record rectum red reflux refrigerator registered relief replacement reply reservoir
    response rest result rheumatoid right ring rinse rinsed rise risk roof room rooms rotated round
    routine row rub rubber run running sachets safe safety said salad saline same saturday sauce say
    scale scalp scar schedule sciatica sclerosis score score-line scored screen seal sealed seasonal
    seat seated second seconds section see seem seen semi-solid serving set seven several sex sexual
    shade shake shaken shaking shall shallow share sharp sharps sharps-bin she sheet sheets shelf
    shelf-life shingles short-term should shoulder shower side side-lying sides sideways sign signs
    since single single-use sink sinus sinusitis sip sips sitting situation six size skin sleep
    sleeplessness slight slippers slit small smooth snack so soap society soft soft-boiled soil solid
    solution solvent some something sometimes somewhere soon sorbitol sore sores sound soup source space
    spacer spasm spasms spatula special spinal spine spoon spoonful spoonfuls spoons spot spots spout
    spray sprayer spread squirt staff stage standard standing starch start stat state steady step steps
    stick sticker sticky stiffness still stomach stomach-friendly stools stopper store straight strap
    strength string strip stroke strong such sugar sugar-free suitable summary sun sunday sunlight
    supper suppositories suppository sure surface swab swabs swallow swallowing sweat sweetener swelling
    swirl symptom symptoms symptoms-diary syringe syringes table tablespoon tap tb tds tea tear tears
    teaspoon teaspoons teeth temperature ten test tests than thank that the their them then therapy
    there therefore thick thigh thighs thin thing things think third thirty this those though thousand
    three throat through thrush thumb thursday thus thyroid tid till time times tin tip tissue tissues
    title to today toe toes together toilet tongue too took tooth toothpaste top torch towards
    transparent travel-size tray tremor trouble try trying tube tuberculosis tubing tuesday turbohaler
    twelve twenty twice twist two type types ulcer ulcers unbroken unchewed undamaged under unit units
    unless unlike unopened until untouched up upon upper upper-arm upright upset upside urinary us use
    used useful user using usual usually v vaccine vaccines vagina vaginal valve vein veins versus
    vertigo very via vial vials view virus viruses visit vitamin vitamins wafer wafers waist wall walls
    warm warmth wart warts was washed washing waste water way ways we website wednesday week week's
    weekly weeks weight well went were wet what what's when where which while white who whole whose why
    wide will window wipe wiped wipes wish with within without woman women word words work world worms
    would wound wounds wrapper wrapping wrist wrong year years yellow yes yet yoghurt yogurt yolk you
    your yours yourself zinc zip
    """
)

# The endings of learned words and names of substances: no danger was ever typed in them.
ENDINGS = tuple(
    word_set(
        """
        aemia al amine ance ant ants ary ase ate ates azine cillin cin cy cycline emia ence ent ents
        ers fen floxacin gen graphy ic ical ics ide ides ine ines ism itis ity ium ive lam lin mab
        mycin nib ogy oid oids oin ol olone oma one ones or ors ose osis ous pam pathy phen pril
        profen sartan sion some sone statin tide tion tions tropin ulin vir xaban xib xin yl zole
        """
    )
)
SHORTEST_LEARNED = 8  # letters; shorter words with such endings are everyday ones
