"""Acts with a medicine, dangers and the like as nouns, and slips of the pen in their verbs: data."""

from leaflet.rules.english import marks as m

WORDS: tuple[tuple[int, str], ...] = (
    (
        m.STOP,
        """
        discontinuation | cessation | withdrawal | stoppage | end of treatment | treatment break
        drug holiday | interruption | interruptions | a break from | a break | breaks
        break in treatment | pauses | a pause | stops | stopping | abandonment | no more tablets
        not another tablet | the last of | gap in treatment | gaps in treatment | treatment gap
        treatment-free | treatment holiday | time off | a rest from | days off | tablet-free | drug-free
        medicine-free | dose-free | ending the | ending treatment | ended | termination
        tablet-free day | week off | a week off | month off | a week without | a day without
        day without | a month without | days without | weeks without | had enough of
        no further need of | no further need | no more need | done with | finished with | through with
        free of the tablets | away with the tablets | away with it | can end | may end | can be ended
        could end
        """,
    ),
    (
        m.STOP | m.BASE,
        """
        stpo | sotp | stp | stopp | sttop | quite taking | quitt | discontinu | dicontinue | discontiune
        """,
    ),
    (m.MORE | m.BASE, "duoble | dobule | doubble | dubble | incraese | increse | tripple | inrease"),
    (m.SKIP | m.BASE, "skp | sikp | skpi | skipp"),
    (m.LESS | m.BASE, "reudce | redcue | havle | lowwer | reduse"),
    (m.SHARE | m.BASE, "shrae | sahre"),
    (m.CHANGE | m.BASE, "chnage | cahnge | ajust | adjsut"),
    (
        m.CHANGE | m.VAGUE,
        """
        adjustment | adjustments | alteration | variation | variations | freedom | flexible
        """,
    ),
    (
        m.CHANGE,
        """
        self-adjustment | dose change | dose changes | changes to the dose | changes in dose
        changes to your dose | change of dose | self-management of | a matter of taste | dose adjustment
        self-dosing
        """,
    ),
    (m.LESS | m.VAGUE, "reduction | reductions"),
    (
        m.LESS,
        """
        dose reduction | a smaller dose | half the dose | half a dose | half your dose | half of it
        half of your | half of the | lower dose | lower doses | smaller dose | smaller doses
        fewer tablets | fewer doses | fewer capsules | fewer pills | less of it | less medicine
        a lower dose | only half | just half | one less | one tablet less | one fewer | just one half
        less often | fewer puffs | less frequently | half the amount | half the tablets | half as much
        half as many | half dose | half doses | a half dose | quarter dose | reduced dose | minimal dose
        """,
    ),
    (
        m.MORE,
        """
        doubling | double dose | double doses | twice the dose | twice the amount | extra dose
        extra doses | extra tablet | extra tablets | extra pill | extra capsule | extra capsules
        extra puff | extra puffs | extra one | an extra | additional dose | additional doses
        additional tablet | additional tablets | another dose | another tablet | another pill
        another capsule | another one | another puff | second dose | second tablet | second helping
        more tablets | more doses | more of it | more capsules | more often | more frequently
        larger dose | larger doses | larger amount | bigger dose | bigger doses | higher dose
        higher doses | stronger dose | two doses | 2 doses | both doses | 2 double doses
        one more tablet | one more dose | one more | two at once | two at a time | two together
        twice as much | twice as many | twice as often | dose increase | dose increases | catch-up dose
        catch-up doses | as many tablets | as many doses | a little more | a bit more | some more
        a few more | more medicine | more pills | extra medicine | extra medication | extra insulin
        extra drops | an additional | loading dose | overdosing | longer than prescribed
        longer than your | longer than you | longer than recommended | past its | expired
        after the expiry | after its expiry | past the expiry | out of date | out-of-date | whole day's
        day's tablets | day's dose | full day's | all your tablets | the whole pack | a handful
        handful of | catch-up | two days' | a week's worth | entire day's | adult dose | adult's dose
        the adult dose | grown-up dose | times the dose | times the usual | times your dose
        times as much | times as many | dose twice | it twice | them twice | tablet twice
        tablets twice | doses in one | doses together | tablets together
        """,
    ),
    (m.SKIP, "skipped | skipping | missing a dose | missing doses | omission | a missed dose or two"),
    (
        m.SHARE,
        """
        sharing | within reach of children | within the reach of children | within children's reach
        where children can | in the reach of children | within easy reach of children
        children can reach | children can get | within reach of the children
        """,
    ),
    (
        m.SAVE,
        """
        left-over | leftover | leftovers | left-overs | left over | spare tablets | old tablets
        next illness | another illness | next infection | for another time | for next time
        for next winter | for the future | for future use | for later | for a rainy day | just in case
        for emergencies | past their date | past its date | past the date | past the expiry date
        past their expiry | past its expiry | beyond the expiry | beyond its date | beyond their date
        """,
    ),
    (m.SWAP, "alternating | instead of baclofen | any brand | different brand"),
    (m.TELL, "enquire | question"),
    (
        m.ALCOHOL,
        """
        alcohol | wine | beer | beers | spirits | whisky | whiskey | vodka | gin | cocktail | cocktails
        champagne | drinks | cider | rum | brandy | liquor | lager | pint | pints | glass of wine
        nightcap | tipple | booze | ale | prosecco | alcoholic drinks | alcoholic | schnapps | port
        sherry
        """,
    ),
    (
        m.PREGNANT,
        """
        breastfed | breast-fed
        pregnant | pregnancy | breastfeed | breast-feed | breastfeeding | breast-feeding | unborn
        nursing | expecting | trying for a baby | conceive
        """,
    ),
    (
        m.DRIVE,
        """
        driving | machinery | machines | machine | the wheel | car | cars | motorbike | heavy machinery
        """,
    ),
    (
        m.DANGER,
        """
        overdose | overdosed | seizure | seizures | fit | fits | convulsion | convulsions | unconscious
        unconsciousness | coma | anaphylaxis | anaphylactic | rash | rashes | blister | blisters
        blistering | hives | swelling | swollen | swells | swell | wheeze | wheezing | breathing
        breathe | breathless | breathlessness | shortness of breath | short of breath | chest pain
        chest | blood | bleeding | bleed | jaundice | yellow | hallucination | hallucinations | suicidal
        suicide | suicidal thoughts | kill yourself | harm yourself | harming | self-harm | collapse
        collapses | faint | fainting | stroke | heart attack | paralysis | slurred | weakness on
        allergic | allergy | reaction | serious | severe | poisoning | poisoned | confusion | confused
        withdrawal symptoms | withdrawal effects | took too much | taken too much | take too much
        took too many | taken too many | take too many | too many tablets | too much baclofen
        too many pills | too many capsules | more than you should | swallowed too many
        swallowed too much | had too much | had too many | double dose by mistake | of these signs
        of these symptoms | of these side effects | of these | of the following | following signs
        following symptoms | following side effects | these signs | these symptoms | signs of
        symptoms above | above symptoms | above signs | vision loss | loss of vision | sight | liver
        peeling | fever | high temperature | sore throat | stiff neck | heart rhythm
        irregular heartbeat | palpitations | heartbeat | pass out | passed out | passes out
        passing out | black stools | tarry | vomit blood | tendon | pancreatitis | dehydration
        muscle pain | urine | wake | hard to wake | cannot be woken | not waking | blue lips | lips
        throat | tongue | depression | mania | pregnant | infection | choking | accidental | by mistake
        accidentally | a child swallows | child takes | child has taken | child swallows | bruising
        bruise | eyesight | low blood sugar | severely | dying | death | shallow | fitting | blackout
        blackouts | skin peels | sepsis | meningitis | thrombosis | clot | clots
        """,
    ),
)
