"""Words for who and what: data. Each stands as it is; forms that matter are spelled out."""

from leaflet.rules.english import marks as m

WORDS: tuple[tuple[int, str], ...] = (
    (
        m.PERMIT,
        """
        fine | ok | okay | alright | all right | safe | harmless | allowed | allowed to | free to
        welcome to | welcome | permitted | permissible | possible | acceptable | reasonable | okay to
        at liberty | no harm | no problem | no danger | no risk | no objection | nothing wrong
        no reason not to | well tolerated | no big deal | no trouble | not a problem | not an issue
        no issue | nothing bad | no worries | doesn't matter | does not matter | don't matter
        do not matter | doesn't hurt | won't hurt | will not hurt | does not hurt | cannot hurt
        can't hurt | can do no harm | does no harm | do no harm | will do no harm | won't matter
        will not matter | won't harm | will not harm | cannot harm | can't harm | cannot do any harm
        makes no difference | make no difference | has no effect | have no effect | without harm
        without problems | without any problem | without risk | without danger | risk-free
        no consequences | without consequences | good enough | perfectly | perfectly safe
        perfectly fine | a personal choice | entitled to | no ill effects | without ill effects
        free of charge to | not harmful | not dangerous | isn't dangerous | isn't harmful
        isn't a problem | is no problem | painless | not risky | not serious | not a worry
        unproblematic | no drama | no big thing | at ease | good to | trouble-free | straightforward
        tolerated | never a problem | not a big deal | not wrong | quite normal | uncritical
        inconsequential | no need to panic | feasible | nothing to stop you | nothing stops you
        nothing prevents you | nothing keeps you | no law against | makes sense | make sense
        no one will mind | nobody will mind | nobody minds | goes well | go well | never wrong
        nothing speaks against | you might like to | we suggest | good for | does the trick | will do
        will suffice | suffices | is enough | works better | work better | can safely | could safely
        may safely | more is better | is the exception | by all means | usual to | normal to | customary to
        nothing against | not unwise | not forbidden | not prohibited | not a bad idea | no bad idea
        not foolish | not a mistake | no mistake | no crime | not a crime | isn't wrong | leave to
        """,
    ),
    (
        m.ADVISE,
        """
        recommended | best | advisable | advised | sensible | a good idea | helpful | wise | better
        feel free | feel free to | why not | useful | good | preferable | encouraged | clever | ideal
        practical | handy | smart | worth | suggested | beneficial | works well | appropriate
        a great way | common practice | popular | enough to | no reason why | convenient
        make it a habit | a better idea | the easiest way | the best way | good practice | desirable
        why don't you | why do you not | why not just | how about
        """,
    ),
    (
        m.RELEASE,
        """
        need not | needn't | no need | no need to | not need | not need to | don't need | don't need to
        do not need | do not need to | does not need | doesn't need | not necessary | unnecessary
        isn't necessary | aren't necessary | not have to | don't have to | do not have to
        doesn't have to | does not have to | never have to | never need to | never need | not important
        unimportant | isn't important | not required | isn't required | not needed | aren't needed
        isn't needed | no reason to | no point | pointless | not worth | optional | not essential
        not obliged to | waste of time | a waste | no longer need | no longer needed
        no longer necessary | not compulsory | superfluous | redundant | not vital | hardly necessary
        hardly need | will not need | won't need | won't have to | will not have to | not matter whether
        no use | overkill | over-cautious | uncalled for | no obligation | don't bother | do not bother
        never bother | not bother | rarely necessary | seldom necessary | hardly ever needed
        never needed | ever needed | ever necessary | not critical | no one needs | nobody needs
        no requirement | not mandatory | not advisable | only a formality | a formality | not crucial
        excused from | spare yourself | save yourself | not urgent | no urgency | no hurry | no rush
        do not feel you have to | don't feel you have to | do not feel that you must
        do not feel obliged to | don't feel obliged to | not feel you must | rarely worth | seldom worth
        rarely needed | seldom needed | not worth it | hardly worth | no call for | no call to | need no
        needs no | without fear | not called for | nobody expects | no one expects you | not obliged
        not compelled | serves no | serve no purpose | of no use | no good reason | little point
        little use | no value | no one has to | nobody has to | no one must | nobody must | no sense in
        nobody need | no one need
        """,
    ),
    (
        m.AFRAID,
        """
        afraid | scared | frightened | concerned | worried | alarmed | embarrassed | shy | nervous
        anxious
        """,
    ),
    (m.NECESSARY, "necessary | important | essential | vital | required | needed | crucial | critical"),
    (
        m.YOU,
        """
        you | yourself | anyone | somebody | someone | everybody | everyone | one can | carers
        caregivers | parents
        """,
    ),
    (m.YOUR, "your | your own | my"),
    (
        m.THE,
        """
        the | a | an | this | these | those | any | another | each | every | both | all | some | more
        most | further | own | usual | prescribed | regular | next | single | one | two | daily
        evening | morning
        """,
    ),
    (
        m.DOCTOR,
        """
        doctor | doctors | doctor's | gp | gps | nurse | nurses | pharmacist | pharmacists | prescriber
        physician | physicians | clinician | clinicians | specialist | specialists | consultant
        dentist | surgeon | midwife | chemist | clinic | neurologist | psychiatrist | cardiologist
        healthcare | health care | medical | clinical | surgery | team | hospital | hospital staff
        anaesthetist | dietitian | paediatrician | poison centre | poisons centre | poison center
        poison control | poison line | poisons line | poisons information | pharmacy | care team
        professional | provider | providers | professionals | practitioner | prescribers | doctors'
        ophthalmologist | oncologist | healthcare provider's | emergency services | emergency room
        casualty | 999 | 911 | 112 | 111
        """,
    ),
    (
        m.HELP,
        """
        get help | seek help | find help | for help | help at once | help immediately | ask for help
        any help | help straight away | help right away | help now | call for help | emergency help
        without help | ambulance | emergency | 999 | 911 | 112 | 111 | 000 | a&e | casualty
        medical help | medical attention | medical advice | medical care | urgent help | paramedics
        paramedic | first aid | poison centre | emergency department | emergency room
        emergency services | hospital | nearest hospital | urgent care | medical assistance | assistance
        medical treatment | medical supervision | fire service | fire brigade | fire department
        """,
    ),
    (
        m.PEOPLE,
        """
        people | patients | patient | users | person | many | others | some | most | adults | women
        men | pensioners | anybody | folk | many doctors | some doctors | most doctors | other doctors
        no doctor | few doctors | doctors think | doctors say | not every doctor
        """,
    ),
    (
        m.OTHERS,
        """
        somebody who | someone who | people who | a friend | someone you know | your wife | your husband
        your children | a colleague | a neighbour | your neighbour | your family | your friends
        your dog | your cat | your partner | anyone who | someone else | anyone else | anybody else
        somebody else | other people | others | friend | friends | family | relative | relatives
        neighbour | neighbours | neighbor | colleague | colleagues | partner | child | children | kids
        anyone | pet | pets | husband | wife | mother | father | sister | brother | anybody | household
        roommate | flatmate | mates | loved ones | a person | spouse | parent | parents | son | daughter
        dog | cat | workmates | loved one | visitors | guests | mum | dad | grandmother | grandfather
        aunt | uncle | people with | people you know | whoever
        """,
    ),
    (
        m.MEDICINE,
        """
        medicine | medicines | medication | medications | drug | drugs | tablet | tablets | pill | pills
        capsule | capsules | caplet | caplets | treatment | treatments | therapy | inhaler | injection
        injections | patch | patches | insulin | antibiotic | antibiotics | antidepressant
        antidepressants | steroid | steroids | painkiller | painkillers | syrup | drops | drop | cream
        gel | spray | prescription | course | pack | packs | box | boxes | supply | puff | puffs
        sachet | sachets | lozenge | suppository | product | vaccine | eye drops | ointment | liquid
        meds | remedy | bottle | strip | stuff | pen | film | regimen | schedule | taking | tabs | tab
        tablett | tablest | medicin | medcine | teh tablets | repeat | implant
        """,
    ),
    (
        m.DOSE,
        """
        dose | doses | dosage | dosages | dosing | amount | amounts | how much | how many | how often
        timing | one | ones | mg | units | quota | helping | intake | interval | tablet count
        daily dose | evening dose | morning dose | lunchtime dose | bedtime dose | recommended dose
        prescribed dose
        """,
    ),
    (m.IT, "it | them | this | these | those | they | one | some | everything | ones"),
    (m.ANY, "any | anything | all | whatever | anyone"),
    (
        m.OTHER,
        """
        other | others | another | additional | different | new | non-prescription | herbal
        over-the-counter | old | similar | second
        """,
    ),
    (
        m.BENIGN,
        """
        smoking | smoke | cigarettes | drinking | alcohol | breastfeeding | breast-feeding | bleeding
        blood | infection | bacteria | virus | growth | spread | spreading | working | growing | bandage
        needle | needles | activity | exercise | exercising | sport | sun | coffee | caffeine | driving
        cells | body | muscles | pain | spasms | attacks | attack | itching | hiccups | contraception
        periods | meal | meals | salt | weight | breathing | period | job | seal | cap | lid | water
        appointment | appointments | check-up | clinic | pregnancy | heart | air | sugar | skin
        stomach | risk | risks | chance | chances | pressure | swelling | fever | temperature
        inflammation | production | number of sperm | symptoms | mood | amount of water | feeding
        fluid | urine | milk | level | levels | acid | cholesterol | enzyme | effect | effects
        side effects | hormone | hormones | immune | diet | eating | clots | clotting | vomiting
        diarrhoea | diarrhea | position | dressing | nappy | contact lenses | light | blood glucose
        glucose | blood sugar | sign | signs | study | injecting | test | tests | result | concentration
        concentrations | exposure | clearance | time | sensitivity | absorption | metabolism
        working properly | ability | count | counts | incidence | frequency | response | activities
        safe place | safe and effective | safe disposal | safe distance | safe use | injection site
        site of injection | alcohol wipe | alcohol wipes | alcohol swab | alcohol swabs | alcohol pad
        rubbing alcohol | more likely | white blood cells | blood pressure | site | infections | enzymes
        enzyme levels | liver enzymes | more easily | for more information | more information
        more about | the more | no more than | not more than | more serious | more severe | more common
        once more
        """,
    ),
    (
        m.NOW,
        """
        now | immediately | at once | straight away | straightaway | right away | without delay
        urgently | urgent | emergency | as soon as possible | as soon as you can | same day
        without waiting | instantly | promptly | quickly | immediate | this minute | right now
        as quickly as possible | within the hour | in an emergency | any time
        """,
    ),
    (
        m.TOGETHER,
        """
        together | at once | at the same time | in one go | all at once | in one | at one time | on top
        on top of | in addition | as well | with the next | with your next | simultaneously
        """,
    ),
)
