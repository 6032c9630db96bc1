"""Words for the wrong place, the wrong source and the wrong first aid: data, in the notation of `acts`."""

from leaflet.rules.english import marks as m

VERBS: tuple[tuple[int, str], ...] = (
    (m.ORAL | m.HANDLE, "swallow | drink | eat | gulp | lick | gargle | gargle with"),
    (m.PRICK, "inject"),
    (m.SUPPLY, "buy | order | get | obtain | purchase"),
    (
        m.VOMIT,
        """
        vomit | throw up | bring .. back up | bring .. up again | empty your stomach | induce vomiting
        force vomiting | cause vomiting | make yourself sick | make yourself vomit | make .. vomit
        make yourself throw up | make the child sick | make the person sick | make him sick
        make her sick | make them sick | try to be sick | try to vomit | stick your fingers
        put two fingers | put your fingers | tickle
        """,
    ),
    (m.HALVE, "break | split | halve | halve the tablet | divide the tablet | break .. in half"),
    (
        m.AID | m.HANDLE,
        """
        stay with the | stay with them | stay with him | stay with her | lay .. on | roll .. on
        turn .. on | loosen | note the time | check .. breathing | keep .. to show | keep .. to hand
        keep .. ready | keep .. with you | keep .. safe | bring .. with | take .. with you
        show | start chest | begin chest | give chest | do chest | put .. in the recovery | start cpr
        begin cpr | have .. ready | have .. to hand | keep the pack | keep the bottle | keep the box
        keep the packet | keep the container
        """,
    ),
    (
        m.HANDLE,
        """
        draw up | draw .. up | rest the | rest your
        drip | dribble | instil | instill | squirt | smear | splash
        take .. with you | take .. on holiday | take .. to your pharmacist | take .. to the pharmacy
        take .. to a pharmacy | take .. to hospital | take .. to the hospital
        """,
    ),
)
WORDS: tuple[tuple[int, str], ...] = (
    (m.FOR_EYE, "eye drops | eye drop | eye ointment"),
    (m.FOR_EAR, "ear drops | ear drop | ear spray"),
    (m.FOR_NOSE, "nasal spray | nose drops | nasal drops | nose spray"),
    (m.FOR_SKIN, "cream | lotion | ointment | emollient | shampoo"),
    (m.FOR_BELOW, "suppository | suppositories | pessary | pessaries | enema"),
    (m.PATCH, "patch | patches"),
    (m.FOR_NEEDLE, "insulin"),
    (m.TO_SUCK | m.MEDICINE, "lozenge | lozenges | pastille | pastilles"),
    (m.BARRED, "live vaccine | live vaccines"),
    (m.IN_MOUTH, "tongue | mouth | throat"),
    (m.IN_EYE, "eye | eyes"),
    (m.IN_EAR, "ear | ears"),
    (m.IN_NOSE, "nose | nostril | nostrils"),
    (m.VOMIT, "salt water | salty water | mustard water | fingers down"),
    (
        m.MARKET,
        """
        website | a website | websites | online | internet | the web | online shop | web shop | ebay
        market stall | social media | an auction
        """,
    ),
    (
        m.SORE,
        """
        sore | bruised | broken skin | scarred | irritated | inflamed | swollen | tender | lumpy
        infected | sunburnt | scar | bruise | hard lumps
        """,
    ),
    (m.IT, "it twice a day | them twice a day | it twice daily | them twice daily | it twice each day"),
    (
        m.MEDICINE | m.SOLID,
        "tablet twice a day | tablets twice a day | tablet twice daily | tablets twice daily",
    ),
    (m.DOSE, "dose twice a day | dose twice daily"),
    (m.OPEN_SKIN, "broken skin | open wounds | an open wound"),
    (
        m.CRUDE,
        """
        kitchen spoon | household spoon | household teaspoon | ordinary spoon | normal spoon
        kitchen teaspoon | kitchen tablespoon | soup spoon | dessert spoon | tea cup | teacup
        """,
    ),
    (
        m.DOCTOR | m.ONLY,
        "only a doctor | only a prescriber | only a specialist | only a nurse | only a pharmacist",
    ),
    (
        m.HAZARD | m.EFFECT | m.GRAVE,
        """
        cause of withdrawal | causes of withdrawal | cause withdrawal | risk of withdrawal
        signs of withdrawal | symptoms of withdrawal
        """,
    ),
    (m.NOT, "nobody can tell | no one can tell"),
    (m.CLAIM, "will .. within a minute | will .. within seconds | will .. in seconds | will .. in a minute"),
    (m.HEAT, "heat | hot water bottle | heat pad | heating pad | electric blanket | hot bath | sauna"),
    (
        m.FORSAKEN,
        """
        no longer need | no longer use | no longer needed | do not need any more | don't need any more
        no longer take | you no longer need | you no longer use | you no longer take
        """,
    ),
    (m.WEEKLY, "methotrexate"),
    (
        m.DAILY,
        """
        every day | daily | each day | a day | every night | every morning | every evening | per day
        """,
    ),
    (
        m.UNKNOWN | m.PLAIN,
        """
        once a week | once weekly | once a month | once monthly | once only | only once | just once
        once each week | once every
        """,
    ),
    (m.DAILY | m.UNKNOWN | m.PLAIN, "once a day | once daily | once each day | once every day"),
    (
        m.EASE,
        """
        easier to swallow | help you swallow | hard to swallow | difficulty swallowing | score line
        trouble swallowing | break line | score-line | break-line | difficult to swallow | scored
        """,
    ),
    (
        m.EXEMPT,
        """
        is different | are different | is another matter | are another matter | do not count
        does not count | don't count | doesn't count | is the exception | are the exception
        is an exception | are an exception | is exempt | are exempt
        """,
    ),
    (
        m.BENIGN,
        """
        usual day | usual time | usual times | normal time | normal times | normal day | usual routine
        usual schedule | normal routine | normal schedule | usual pattern
        """,
    ),
    (
        m.PREGNANT,
        """
        mother-to-be | mothers-to-be | mums-to-be | expectant | with child | carrying a child
        every stage of pregnancy
        """,
    ),
)
