"""Words that permit, promise, warn or make light: data."""

from leaflet.rules.english import marks as m

WORDS: tuple[tuple[int, str], ...] = (
    (
        m.MILD,
        """
        sleepy | sleepier | drowsier | drowsy | drowsiness | sleepiness | tired | tiredness | dizzy
        dizziness | weak
        weakness | headache | headaches | sick | nausea | unwell | ill | low | hungover | hot | bored
        busy | upset | moody | constipated | dry mouth | cold | funny | strange | light-headed
        nauseous | queasy | stiff | heavy | groggy | woozy | fatigue | restless | exhausted | fed up
        """,
    ),
    (
        m.EFFECT,
        """
        side effect | side effects | effects | symptoms | signs | adverse effects | reactions | problems
        interactions | withdrawal | reaction | dependence | addiction | complications | warning
        warnings | risks | dangers | risk | danger
        """,
    ),
    (
        m.HAZARD,
        """
        dangerous | danger | risk | risks | risky | harmful | worse | fatal | life-threatening | serious
        severe | withdrawal | death | die | ill | unsafe | symptoms | side effects | seizures | too much
        overdose | problems | damage | problem | injury | complications | not recommended | avoided
        not be | caution | careful | care | resistant | resistance | fail | unwanted | pregnancy
        trouble | toxic | bleeding | clots | infection | stroke | attack | not work | not working
        poisoning | contaminated | upset | hurt | not advised | not be advisable | upsetting | stinging
        unwise | is wrong | be wrong | wrong to | a bad idea | forbidden | prohibited | foolish | a mistake
        inadvisable | ill-advised | out of the question
        """,
    ),
    (
        m.MINIMISE,
        """
        nothing to worry about | no cause for concern | no cause for alarm | no cause for worry
        no reason to worry | not to worry | no need to worry | do not worry | don't worry | never worry
        harmless | not dangerous | not harmful | nothing serious | not serious | isn't serious
        all in the mind | all in your head | in your head | imaginary | imagination | imagined
        exaggerated | exaggeration | over-cautious | myth | pass by itself | pass by themselves
        passes by itself | pass on its own | pass on their own | passes on its own | go away by itself
        go away by themselves | goes away by itself | go away on its own | goes away on its own
        go away on their own | wear off by itself | wear off on its own | sort itself out
        sorts itself out | settle by itself | settles by itself | settle on its own | sleep it off
        sleep off | pay no attention | take no notice | do not matter | does not matter | doesn't matter
        don't matter | is nothing | no big deal | perfectly normal | completely normal | quite normal
        a good sign | good sign | shows it is working | sign that it is working
        sign that the medicine is working | proof that | never happen | do not happen | does not happen
        don't happen | cannot happen | never happens | do not occur | does not occur | never occur
        never dangerous | never harmful | never serious | rarely serious | rarely dangerous | no risk
        no risks | no danger | no dangers | without risk | risk-free | zero risk | not a problem
        no problem | trivial | overrated | only a formality | mostly imagined | not worth mentioning
        unlikely to harm | too cautious | cannot hurt | can't hurt | won't hurt | not hurt
        does no harm | do no harm | no harm | well tolerated | not addictive | cannot become addicted
        not habit-forming | no lasting | fully reversible | always mild | only mild | nothing to fear
        no fear | not be alarmed | do not be alarmed | don't be alarmed | don't panic | do not panic
        be ignored | can ignore | just ignore | ignore | can be disregarded | not alarming
        old wives' tale | scaremongering | scare stories | no warning | over-stated | no threat
        nothing bad | cannot overdose | can't overdose | impossible to overdose
        impossible to take too much | cannot take too much | can't take too much | nothing happens
        nothing will happen | no ill effects | as safe as | can be left alone | leave them alone
        only natural | pretty normal | par for the course | take care of itself | clear up alone
        clears up alone | nothing more than | no more than a nuisance | just a nuisance
        not life-threatening | never fatal | not fatal | clear by itself | nobody has ever
        no one has ever | nobody ever | have never been | has never been | never been | nobody gets
        little harm | little risk | little danger | hardly any risk | hardly any danger | only makes you
        only make you | only causes mild | does little | do little | just makes you | merely makes
        less dangerous | less serious | less harmful | not as bad | not so bad | not as dangerous
        not as serious | no treatment | need no treatment | will fade | fades | soon over | soon passes
        will pass | passes soon | soon forgotten | neither here nor there | soon made good
        a small price | nothing special | nothing unusual | a trifle | exaggerate
        blown out of proportion | make a fuss | no fuss | a fuss | nothing to be afraid of
        nothing to be worried about | nothing to be concerned about | no cause to | no worry
        without worry | not the end of the world | only a | happens to everyone | everyone has them
        never hurt anyone | never harmed anyone | harmed no one | does not harm | do not harm
        cannot harm | never does any harm | not do any harm | no real danger | no real risk | no serious
        only theoretical | in theory only | rumours | rumour | myths | overstated | overblown | nonsense
        hardly dangerous | barely dangerous | scarcely dangerous | not really dangerous
        not that dangerous | not that serious | don't mean anything | do not mean anything
        does not mean anything | means nothing | mean nothing | isn't anything | vanish by
        sleep through | be safely ignored | safely ignored | safely be ignored | not worth a
        laugh about | never last | do not last | does not last | don't last | make no difference
        makes no difference | no upper limit | no limit | no limits | no maximum | unlimited
        seldom a problem | rarely a problem | never a problem | hardly a problem | tolerates | tolerate
        never too | never too much | no ceiling | no end of | without limit
        without limits | just make you | will only make | will just make | without any problems
        without any trouble | without any harm | without any ill effects | with no ill effects
        with no problems | with no trouble
        """,
    ),
    (
        m.SAFE,
        """
        safe | harmless | risk-free | non-toxic | side-effect-free | side effect free | no side effects
        without side effects | free of side effects | free from side effects | no known side effects
        completely natural | safest | no risks | no dangers | perfectly safe | no interactions
        no downsides | no drawbacks | without risk | without risks | without any side effects
        no known risks | no unwanted effects | gentler | kind to | never harmful | does no harm
        completely safe | totally safe | quite safe | very safe | entirely safe
        safe to use by everyone
        """,
    ),
    (
        m.CURE,
        """
        disease will go | illness will go | condition will go | disease goes | illness goes
        disease will disappear | ms will go | illness will vanish | illness will disappear | cure
        cures | cured | a cure | healing | go away for good | for good | permanently | free of spasms
        free from spasms | for ever | forever | never again | never come back | never return
        spasms will never | free of disease | completely well | fully restored | new person | rid you of
        as good as new
        """,
    ),
    (
        m.CLAIM,
        """
        guaranteed | guarantee | guarantees | always works | never fails | works for everyone
        works for everybody | work for everyone | work for everybody | works every time
        works in everyone | works for all | miracle | wonder drug | wonder medicine | proven to work
        100% effective | best medicine | the best medicine | the best treatment | no other medicine
        no other treatment | number one | no. 1 | plant-based | is natural | purely natural
        all natural | all-natural | is pure | and pure | pure and | is herbal | organic | chemical-free
        clinically proven | scientifically proven | better than any | superior to other
        stronger than any | recommended by doctors | doctors recommend | trusted by | approved by
        endorsed by | endorsed | certified | licensed by | recommended by the nhs | award-winning
        breakthrough medicine | revolutionary | lifelong relief | prevents cancer | prevent cancer
        prevents ageing | prevents all | rejuvenates | makes you younger | young again | live longer
        lose weight | boosts immunity | detox | nothing works better | leading medicine
        the most advanced | all patients benefit | everyone benefits | certain to work | sure to work
        bound to work | sure to help | will make you healthy | nobel | approved by the fda
        approved by the nhs | fda-approved | fda approved | nhs approved | mhra approved | for everyone
        for everybody | suits everyone | suitable for everyone | suitable for everybody
        suitable for all | hundred percent | hundred per cent | 100 percent | in every case
        every patient | in all patients | in every patient | for all patients | works in everybody
        works for anyone | never let you down | never lets you down | nothing better | unrivalled
        beyond doubt
        all over the world | experts agree | scientists agree | doctors agree | works wonders
        fail-safe | infallible | without fail | everyone tolerates | everybody tolerates | reverses
        reverse the | breakthrough | permanent solution | permanent relief | permanently | halts
        halts the | stops ms | stops the disease | from getting worse | repairs | regrows | regenerates
        rebuilds | once and for all | the answer to | the only medicine | first choice of | perfect for
        perfect | magic | wonderful | amazing | incredible | fantastic | outstanding | unbeatable
        definitely help | certainly help | surely help | definitely work | certainly work | always work
        always helps | always help | will definitely | will certainly | works instantly | works at once
        works immediately | instant relief | instant effect
        """,
    ),
    (m.EFFECT, "sex drive | delayed ejaculation | delayed orgasm | double vision | changes in your mood"),
    (
        m.CRISIS,
        """
        overdose | overdosed | seizure | seizures | fit | fits | convulsion | convulsions | unconscious
        coma | anaphylaxis | anaphylactic | took too much | taken too much | take too much
        took too many | taken too many | take too many | too many tablets | too much baclofen
        too many pills | too many capsules | swallowed too many | swallowed too much | had too many
        had too much | suicidal | suicidal thoughts | kill yourself | harm yourself | collapse
        collapses | stroke | heart attack | cannot breathe | trouble breathing | difficulty breathing
        breathing slows | shallow breathing | slow breathing | breathing stops | breathing problems
        hard to wake | cannot be woken | blue lips | pass out | passed out | passes out | hallucination
        hallucinations | poisoning | fitting | blackout | throat swells | face swells | tongue swells
        swelling of the face | swelling of the tongue | swelling of the throat | allergic reaction
        severe drowsiness | chest pain | a child swallows | child swallows | child has swallowed
        child has taken | more than you should | hallucinate | see things | hear voices | hives
        blood in | black stools | vomit blood | vomiting blood | skin peels | yellow | jaundice
        taking too many | taking too much | too much of it | an overdose | fits and | too many
        box too many | tablet too many | tablets too many
        """,
    ),
    (
        m.GRAVE,
        """
        dangerous | harmful | harm | harms | hurt | hurts | risk | risks | risky | danger | dangers
        serious | fatal | addictive | matter | matters | worry | worrying | alarming | concern
        concerns | alarm | toxic | damage | habit-forming | kill | kills | killed | died | dies
        problem | problems | trouble | unsafe | wrong | bad | emergency | withdrawal symptoms
        withdrawal effects | threat | life-threatening | warning | hazardous | unpleasant | unhealthy
        dependent | dependence | addicted | addiction | hooked | allergic | poisonous | interact
        interaction | interactions | side effects | withdrawal | harmed | fear | alarmed | afraid
        problem to
        """,
    ),
    (
        m.LATER,
        """
        only joking | just joking | just kidding | not really | not for you | not in your case
        except for you | or not | then again | or the opposite | if only in theory | ignore that
        forget that | that was a joke | no longer true | not any more | otherwise you can
        otherwise you may | or else you can | if not, you can | apart from that you can | wrong to think
        a mistake to think | mistaken to think | not true that | untrue that | a myth that
        wrong to believe | silly to think
        """,
    ),
    (
        m.SCIENCE,
        """
        known | not known | unknown | listed | data | studies | study | studied | evidence | established
        suitable | everyone | recommended | sufficient | differences | difference | tested
        demonstrated | enough information | not all | everybody | all people | intended | indicated
        contain | contains | authorised | licensed | available | included
        """,
    ),
    (
        m.YES,
        """
        yes | of course | sure | certainly | absolutely | definitely | naturally | by all means | indeed
        go ahead | yeah
        """,
    ),
    (
        m.PERMIT,
        """
        nothing to prevent you | nothing prevents you from | of no consequence | no consequence
        is save to | save to stop
        """,
    ),
    (
        m.MINIMISE | m.DENIED,
        """
        makes no difference | make no difference | makes no odds | not react with | not interact with
        will not affect your | won't affect your | does not affect your driving | of no importance
        """,
    ),
    (m.RELEASE | m.NECESSARY, "not important | isn't important | unimportant | not important to"),
    (
        m.SAFE,
        """
        free from risk | free from risks | free of risk | free of risks | free from harm | free of harm
        free from danger | free of danger
        """,
    ),
)
