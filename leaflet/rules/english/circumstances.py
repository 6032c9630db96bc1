"""Words for amounts, forms, conditions and who decides: data."""

from leaflet.rules.english import marks as m

WORDS: tuple[tuple[int, str], ...] = (
    (m.SOMETHING, "something | anything"),
    (
        m.CALENDAR | m.UNKNOWN | m.PLAIN,
        """
        days | week | weeks | month | months | year | years | christmas | easter | summer | winter | spring
        autumn | birthday | afterwards | monday | tuesday | wednesday | thursday | friday
        """,
    ),
    (m.CALENDAR | m.DELAY, "a day or so | a week or so | in a day | in a day or so | the day after"),
    (m.ALCOHOL, "drink and alcohol"),
    (m.BENIGN, "eat and drink | eating and drinking | food and drink"),
    (
        m.CLEARED,
        """
        drowsiness has gone | dizziness has gone | sleepiness has gone | has cleared | have cleared
        has worn off | have worn off | has passed | have passed | is clear again | see clearly
        does not make you sleepy | does not make you dizzy | does not affect you | effects have gone
        """,
    ),
    (m.BIGGER | m.OVER, "more than | longer than | over | sooner than"),
    (
        m.DELAY | m.SELF,
        """
        when it suits | when it suits you | whenever it suits | whenever it suits you
        when you feel like it | whenever you like | whenever you want | whenever you please
        when you like | in your own time | at your convenience | at your leisure | if you feel like it
        when convenient | when it is convenient | when you have time | when you get round to it
        when you get time | if you can be bothered | whenever convenient
        """,
    ),
    (
        m.BIGGER,
        """
        more | extra | bigger | larger | higher | stronger | additional | as many | as much | plenty
        """,
    ),
    (m.NUMBER, "two | three | four | both | several | second"),
    (
        m.SMALLER,
        "less | fewer | smaller | half | lower | weaker | one half | one less | a quarter | to a minimum",
    ),
    (
        m.PROPER,
        """
        tapering | blood test | blood tests | check-up | check-ups | monitoring | follow-up | every day
        regularly | full dose | full course | whole course | exactly | on time | as prescribed
        at the right time | at the right times | at the same time each day | at the same time every day
        same time each day | same time every day | with water | with a glass of water
        with a drink of water | with plenty of water | drink of water | glass of water | new needle
        a new needle | clean needle | fresh needle | new needles | clean syringe | clean hands | sterile
        in full | faithfully | daily as | each day | correctly | as directed | as told | the right way
        according to | prescribed dose | recommended dose | right dose
        """,
    ),
    (
        m.FAILING | m.NOT,
        """
        not help | not work | not enough | not better | not strong enough | not relieved
        not feel better
        """,
    ),
    (
        m.FAILING,
        """
        still hurts | still hurt | still have pain | pain persists | pain continues | no better
        too weak | wears off | persists | comes back | no relief | gets worse | worse | pain is bad
        stiff
        """,
    ),
    (
        m.UNUSED,
        """
        unused | no longer use | no longer need | no longer used | empty | out of date | expired
        leftover | you no longer | old medicines | that are left | left over | any left | bottle
        needle | needles | syringe | pen | after opening | damaged
        """,
    ),
    (
        m.HOW_MUCH,
        """
        how much | how many | how often | how long | how large a | what dose | which dose
        the right dose for you
        """,
    ),
    (m.AT_HOME, "at home | by yourself | without a doctor | on your own | alone | without help | in bed"),
    (m.BENIGN, "between two doses | between the two doses | between doses | patch change | patch changes"),
    (m.CONSENT, "consent | approval | agreement | permission | say-so | go-ahead | all-clear"),
    (m.SOLID, "tablet | tablets | pill | pills | capsule | capsules | caplet | caplets"),
    (
        m.BODY,
        """
        eye | eyes | ear | ears | nose | nostril | vein | veins | skin | rectum | bottom | vagina
        muscle | wound | suppository | as a suppository | enema | powder | syringe | pipe | cigarette
        back passage | pump | feeding tube | drip | cannula
        """,
    ),
    (
        m.EXTERNAL,
        """
        drops | ear drops | eye drops | cream | gel | ointment | patch | patches | inhaler | spray
        suppository | suppositories | lotion | nose drops | nasal spray | shampoo | pessary | foam
        plaster | eye ointment
        """,
    ),
    (m.ANY_MORE, "any more | any longer | anymore | any further"),
    (m.BY | m.MEANS, "by"),
    (m.IF | m.DAYS, "on days when | on the days when | on days that | on the days that"),
    (m.IF | m.HAZARD, "tempted to | tempted"),
    (m.PLAIN, "amount of | amounts of | number of | level of | levels of"),
    (
        m.PRODUCT,
        """
        ibuprofen | aspirin | paracetamol | maoi | maois | grapefruit | st john's wort | supplements
        antihistamines | antacids | vitamins | warfarin | sleeping pills
        """,
    ),
    (m.GIVE, "give"),
    (m.STOP, "suspension | a day off | day off | cutting out | breaking off"),
    (m.CAN | m.MIGHT, "might | could"),
    (
        m.WEAK,
        """
        consider | considering | think about | think of | you might like to | you may like to
        you may wish to | you may want to | you might want to | you might wish to | you could always
        contemplate | toy with | have a think about | it is up to you to | feel free to
        """,
    ),
    (
        m.WHIM,
        """
        insist | insists | afford | ask for it | asks for it | comes up | come up | can spare | bothered
        fancy | in the mood | crosses your mind
        happens to come | happen to come | happens to be | happen to be
        happen to pass | you remember | curious
        nothing better | convenient | handy | feel up to | time to spare | have the time | minded to
        there is time | on your way | passing by | free afternoon | feel like
        """,
    ),
    (
        m.IF | m.PROVIDED,
        """
        provided that | providing that | provided you | provided they | provided he | provided she
        provided it | providing you | as long as | so long as | assuming
        assuming that | supposing | on condition that
        """,
    ),
    (
        m.DECIDES,
        """
        decide | decides | decided | determine | determines | determined | prescribe | prescribes
        prescribed | judge | judges | judged | authorise | authorises | authorised | have the last word
        has the last word | have the final say | has the final say
        """,
    ),
    (m.DEPENDS, "depends on | depend on | depending on | will depend on | varies with"),
    (m.FITS, "suitable | suited | suits | suit | made for | meant for | right for"),
    (m.DIRECTED, "with medical supervision | only with medical supervision | medical supervision"),
    (m.NOW | m.DAYS, "today | this very day"),
    (m.AFTER | m.DELAY, "long after | some time after | well after | only after | weeks after | days after"),
    (
        m.DELAY,
        """
        as late as | late | with some delay | with a delay | with delay | some delay | in good time or not
        last thing | by and by | one of these days | sooner or later | when all is over
        """,
    ),
    (m.BENIGN, "twice as likely | late in pregnancy | later in pregnancy | the late stage"),
    (
        m.DELAY,
        """
        in weeks | in some weeks | in a few weeks | in several weeks | in six weeks | in three weeks
        in months | in a few months | in some months | in six months | in three months | in years
        in some years | in a year | in ten years | in a year or two | in a month or two
        in a week or two | in an hour or two | in a few hours | in a little while | in the end
        in the new year | in the autumn | in autumn | in the spring | in spring | in the summer
        in summer | in the winter | in winter | in passing | in the fullness of time | in its own time
        within weeks | within some weeks | within a few weeks | within months | within a few months
        within a year | within years | within the season | within the year | within the month
        within 24 weeks | within 24 days | within 24 months | within 48 days
        by autumn | by the autumn | by spring | by the spring | by summer | by the summer | by winter
        by the winter | by christmas | by easter | by next week | by next month | come spring
        come autumn | come summer | come winter | at christmas | at easter
        next spring | next autumn | next summer | next winter | next term | next quarter | next season
        next tuesday | next wednesday | next thursday | next friday | next saturday | next sunday
        next weekend | next year's | next morning | next evening | next christmas | next holiday
        some sunday | some saturday | some monday | some weekend | some afternoon | some evening
        some other day | some other time | some other week | some later date | a later date
        some time or other | some year | some years | some stage | some later | some point
        another day | another time | one of these years | one of these weeks | one fine day
        that weekend | that winter | that summer | that week | the same week | the same month
        the same year | same-year | same-month | same-season | same-week | on your next | annual review
        yearly review | annual check | yearly check | annual check-up | yearly check-up
        yearly visit | annual visit | annual appointment | at the next review | at your next review
        next blood test | next prescription | next repeat | next refill | when it is over
        when they are over | when it has passed | when it has gone | when they have gone
        when it has settled | when it has calmed down | when it has healed | when they have healed
        once it has passed | once it is over | once they are over | once it has gone
        once they have passed | once you are home | when you get home | after you get home
        when you are home | back from holiday | after the holidays | before bed | before bedtime
        at bath time | at bathtime | at sunrise | at sunset | at dawn | after the film | after dinner
        after supper | after school | after the game | with a letter | by letter | a letter to | a postcard
        an email | by email | an e-mail | with hesitation | with much hesitation | without hurry
        without hurrying | without haste | unhurriedly | leisurely | at a leisurely | belated | belatedly
        eventual | dawdle | ample time | plenty of time | never urgent | hardly urgent
        too soon to call | after everything else | the latest possible | latest possible moment
        at the very last | at the last moment | at the last sign | whenever you next | slow help
        last of everything
        when there is a gap | when there is time | spare moment | a free moment | a quiet moment
        when the mood | once severe | once symptoms are severe | no appointment
        """,
    ),
    (
        m.MORE,
        """
        twice as | two times as | three times as | above the maximum | over the maximum
        over the daily maximum | above the daily maximum | beyond the maximum | on top of your usual
        on top of your normal | on top of the usual | on top of your prescribed | over the limit
        """,
    ),
)
