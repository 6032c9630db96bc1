"""Everyday words that safe instructions are made of: data.

An order about the medicine may hold these, words of the other tables, and learned words by their endings.
What else it holds makes it strange: how a medicine is taken, kept and handed out needs few words.
"""

from leaflet.rules.wordlists import word_set

WORDS = word_set(
    """
    a abdomen abdominal able about above above-mentioned absorb accompanied according accuhaler ache
    aches acne across act acting action actions active acute adapter adhd adhesive adrenaline adult
    adult's adults advice aerosol after again against age aged agitated ago ahead aids airport alarm
    alcohol all allergic allergies almost alone along already also alternate although aluminum always
    alzheimer's am amber among amount ampoule an anaemia and angina angioedema animal ankle ankles
    another antagonists anti-inflammatory anticlockwise antiseptic anxiety any anyone anything anywhere
    apart appear appears appendix appetite applicator appropriate approximately are area areas arm
    armpit arms around arthritis as asleep associated asthma at author autoimmune average aware
    awareness away b babies baby babysitter back bacteria bacterial bag bags balance bandage barcode
    barrel base based bath bathroom bd be beans because become bed bedside bedtime been before behind
    being belly belongs below belt benefit benefits beside best better between bid bin bins bipolar
    birth bit bite black bladder bleach bleeds blister blisters bloated bloating blood blood-sugar blue
    blurred body body's bone bones booster both bottle bottles bottom bowel bowels bowl box boxes bra
    brain brain's brand brands bread breakdown breakfast breakfast-time breast breastbone breasts breath
    bright bronchospasm brown burp burping but buttock buttocks button by c calcium calendar calm calms
    calves came can cancer cancers cannot cap caps card care carefully carer carton cartridge case cases
    catheter cell center central centre cereal cereals chair chamber chart check cheek chest chewing
    child's child-proof child-resistant childbearing childminder children's chills chin choice
    cholesterol chronic ciclosporin circle circular citrate citric class cleanser clear clearer click
    clicks clock clockwise cloth clothes clothing clumsy cm coating cold colds colitis colon color
    colored colour colour-coded colouring colourings colourless com comfortable common concentrating
    concern condition conditions condom condoms contact container containers containing content
    contraception contraceptive contraceptives controlled cooker cool cool-box copy cord cord's corner
    correct cot cotton cotton-wool cough coughing coughs could counter cover cramp cramps cream crease
    crumbs crusty cup cupboard cupboards cups current customs cystitis d dairy damp dark date dates day
    day's days deep defects delivery dementia density deodorant depends depressed depression depth
    described detailed details device diabetes dialler diary did diet differ differs difficult
    difficulties difficulty digoxin dinner dioxide direct directly dirt dirty disc discomfort disease
    diseases dish disk disorder dispenser dispensing disposable dissolve dissolved dissolves
    disturbances do doctor's does doing done door dose-counter down dozing drain drains drawer dress
    dressing dropper dry dry-powder due duodenum during e.g each ear ear-drops early ears ease eased
    easy eczema edge effectiveness eg eggs eight either elbow elderly elevated eleven else embossed
    empty end enema energy enlarged enough eosinophilia epilepsy episodes equipment erythematosus etc
    even evenings evenly event ever every everyone everything example except exercises exhale exp
    experience expire expiry exposed extremities eye eye-dropper eyelid eyelids eyes eyewash f face fact
    factor factors failure family far fast fasting fat fatty feeding feeds feelings feet female females
    few fewer fibre fifteen fifty fifty-five film film-coated filter finger fingers fingertip fingertips
    firm firmly first fish fist five flaky flat flavouring flavourings floor flow flu flu-like fluid
    fluids flushing foil folded folds food foods foot for forearm forehead forgetful forgotten form
    former four fourteen fourth fractures frame freezer fresh friday fridge from front fruit full fungal
    fungus further fuzzy g gallbladder garage gassy gastric gauze gelatin general generalised
    generalized generic genetic genital genitals gentle gently get gets getting given gives giving gland
    glands glass glasses gloves gluten glycol goes going gone good got gout graduated gravity great
    green grip groove grounds group groups gum gums had hair half hand handle hands hard hard-to-swallow
    has have having hay hayfever he head health healthy heart heartbeat heartbeats heartburn heat heater
    heel height help helpful helps heparin her here hernia herpes hers hiccups high him hip hips his hiv
    hives hold holder hole hospital hot hour hour's hours household how hs human humidity hundred hungry
    i i.e ice ie if illness illnesses immediate important imported impulses in inch inches indication
    infections inflammatory influenza information ingredient ingredients inhalation inhalations
    inherited injections injector injury ink inner insect inside insomnia intact intake intercourse
    internal into iron irritable is it itch itching itchy item items its itself iu jab jabs jar jaw
    jerky joint joints joints' journey jug juice just keep kept kg kidney kidneys kilogram kilograms
    kinase kind kit kitchen knee kneeling knees knob known knuckles label label's labels laboratory lack
    lactose ladder ladders lake lancet lap large last lasts late later lauryl law layer ldl-c leaflet
    leaflet's leaflets least left leg legs lemonade length lentils lesions less let letter level lever
    licence licensed lid lids lie life lifestyle light light-headedness lightheaded like likely limited
    line lines linezolid lining lip lips liquid list lithium litre litres little liver local loft long
    long-term look looks loosen loosens lot lotion low low-fat lower lowest lozenge lozenges luggage
    lukewarm lumpy lunch lunchtime lung lungs lupus lymph ma made main maize major make makes making
    malaria male males man mane mannitol manufacturer manufacturing many mark marked marking marks
    mashed mask maximum may mcg me meal meals mealtime mealtimes mean means measles measure measuring
    meat medical medicine's melt melts memory menopause mental message messages method methylene mg
    mid-morning midday middle midnight midwife's might migraine mild milk millilitre millilitres
    millimetre million minimum minor minute minutes mirror mix mixed mixture ml mmol moist moistened
    moisture monday month months more morning mornings most mouth mouthful mouthpiece mouthwash movement
    ms much mucosa mucus muddled mug multiple multivitamin mumps muscle muscles muscles' must my nail
    nail-clippers nails name nappy narrowing nasal nausea near nearest nebuliser neck necrolysis need
    needed needle needles needs nerve nerves nervousness neutropenia never new newborn next night
    night's nights nine nipple no nocte nodes none noon nor normal nose nostril nostrils not nothing now
    nozzle nsaid nsaids numb number numbers numbness nursery nurses nuts obesity obtained occur occurs
    od oedema off off-white office often oil old older on once one online only onto opening opioids
    optic or oral orally orange orange-flavoured order organ organs orgasm original osteoporosis other
    others otherwise our ourselves out outer outside oval over overactive overnight overwrap own oxidase
    oxide pack-size package packaging packet packets pad page pages pain pain-killer pain-relieving
    painful pains pale palm pancreas paper parkinson's part particular partner-safe parts passport past
    paste patch patient's pea-sized peak peanut peanuts pen pens people per percent perforatum perform
    perhaps period person pessary pharmaceuticals pharmacist's pharmacy's phone physiotherapist
    physiotherapy piece pieces pillow pinched pink pins pint pipette place plain plastic plate platelet
    platelets please plunger pneumonia pocket point polyethylene poor porphyria porridge portable
    portion possible posture pot pouch powder practice pre-filled pre-measured preceded prefilled
    pregelatinised pregnancy-test pressure preventer printed prn probenecid problem problems process
    produce produced products progress prolonged propylene protein provide psoriasis pulse pump puree
    purified purple purpose purposes purée qds qid quarter question questions quick quite radiator rare
    rate rather raw react reading ready really reason record records rectum red reddish redness reflux
    refrigerator registered registry related relaxed releaser relief relieve reliever reliever's
    relieves remedies reminder reminders replacement reply reservoir respiratory respond response rest
    restlessness result resulting results reuptake rheumatoid right ring rinse rinsed rise risk road
    roof room rooms rotated rough round routine row rub rubber rue run running runny sachets safe safety
    said salad saline same saturday sauce say scale scalp scar schedule scheduled scheme school sciatica
    sclerosis score score-line scored screen seal sealed seasonal seat seated second seconds section see
    seem seen semi-solid sense sensitive serotonin serving set settle settles seven several sewer sex
    sexual shade shake shaken shaking shaky shall shallow shape shaped shapes share sharp sharps
    sharps-bin she sheet sheets shelf shelf-life shell shellac shellfish shingles shins shock short-term
    shortest should shoulder shower shown side side-lying sides sideways sign signal signals signs
    silica silicon since single single-use sink sinus sinuses sinusitis sip sips sitting situation six
    size sizes skin sleep sleepier sleeplessness slight slippers slit small smell smells smooth snack
    sneeze sneezing snris so soap society sodium sodium-free soft soft-boiled soil solid solution
    solvent some something sometimes somewhere soon sorbitol sore sores sound soup source soya space
    spacer spasm spasm's spasms spatula special spinal spine spoon spoonful spoonfuls spoons spot spots
    spout spray sprayer spread squirt ssris staff stage stairs standard standing starch start stat state
    stated statin steady step steps stevens-johnson stick sticker sticky stiffness still stomach
    stomach-friendly stools stopper storage store straight strap street strength strengths stretches
    stretching string strip stroke strong stuffy substances such sucrose sugar sugar-free sugars
    suitable sulfate summarizes summary sun sunday sunlight supermarket supper supplied suppositories
    suppository sure surface swab swabs swallow swallowing sweat sweating sweetener sweeteners swelling
    swirl symptom symptoms symptoms-diary syndrome syringe syringes system table tablespoon tacrolimus
    talc tap taste tastes tb tds tea teacher tear tearful tears teaspoon teaspoons teeth telephone
    temperature ten tenderness tense test tests than thank that the their them themselves then therapy
    there therefore thick thickener thigh thighs thin thing things think thinning third thirst thirsty
    thirty this those though thoughts thousand three throat thrombocytopenia through throughout thrush
    thumb thursday thus thyroid tid tighten tightens till time times tin tingling tinnitus tip tissue
    tissues title to today toe toes together toilet tongue too took tools tooth toothpaste top torch
    towards tract trainer transparent travel-size travelling tray trembling tremor tremors trigger
    triptans trouble trunk try trying tryptophan tube tube's tuberculosis tubing tuesday tumour
    turbohaler twelve twenty twice twist twitching twitchy two type types ulcer ulcers unbroken unchewed
    uncommon uncontrolled undamaged under undesirable unexplained unit units unless unlike unopened
    unsteadiness unsteady unsure until untouched unusual up upon upper upper-arm upright upset upside
    urinary urinating us use used useful user using usual usually v vaccine vaccines vagina vaginal
    values valve various vegetables vein veins version versus vertigo very vessels via vial vials view
    violent virus viruses visit visual vitamin vitamins wafer wafers waist waking walking wall walls
    warm warmth wart warts was washed washing waste wastewater water watery way ways we website
    wednesday week week's weekly weeks weighing weight well went were wet what what's wheat wheelchair
    when where which while white whites who whole wholemeal whose why wide widespread will window
    windowsill windy wipe wiped wipes wish with within without wobbly woman women word words work
    worktop world worms would wound wounds wrapper wrapping wrist wrists wrong yawning year years yellow
    sugary sweet sweetened biscuit biscuits sandwich
    yellowing yes yet yoghurt yogurt yolk you younger your yours yourself zinc zip
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
