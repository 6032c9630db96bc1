"""Words for how and when: data."""

from leaflet.rules.english import marks as m

WORDS: tuple[tuple[int, str], ...] = (
    (
        m.DELAY,
        """
        tomorrow | next week | next month | next visit | next appointment | next check-up
        next time you see | next day | the day after | in the morning | later | later on | at some point
        in due course | at your convenience | when convenient | when it is convenient
        when it's convenient | at your leisure | sometime | some time | eventually | when you have time
        when you get time | when you find time | when time allows | when it suits | when it suits you
        whenever it suits you | whenever you like | whenever you want | when you like
        when you feel like it | when you feel like | if you feel like it | if convenient | in a few days
        in a day or two | for a day or two | after a few days | within a few days | in a week
        after a week | within a week | within a month | for a few days | for a week | in a while
        for a while | next year | after the weekend | on monday | after your holiday | when it opens
        when it is open | during opening hours | in office hours | in working hours | next routine
        routine appointment | routine check | the next time | when you are next | when you're next
        when you next | in your own time | take your time | when you get round to it
        when you get around to it | one day | some day | no hurry | no rush | not urgent | if it lasts
        if it goes on | if it gets worse | if they get worse | if it does not pass | the following day
        the following week | a few hours later | after some hours | overnight | until morning
        until monday | for now | as and when | at any time that suits | when you are free
        when you're free | when ready | when you are ready | in a month | in two weeks
        within two weeks | before long | at the next opportunity | when there is time | by post
        the next morning | when it is easy | when passing | when you happen to | once it is quiet
        last of all | at the end of the week | next monday | in the next few days | at your own pace
        no sooner than | later in the week | when you can be bothered | when you get a chance
        when you get the chance | when you remember | after work | if you have time
        if you can be bothered | over the next few | at a later | when practical | end of the week
        holiday is over | over the weekend | after lunch | after breakfast | if you must | optionally
        """,
    ),
    (
        m.SELF,
        """
        up to you | your choice | your own choice | your decision | your own decision | your call
        as you like | as you please | as you wish | as you see fit | as you want
        as you whatever you like | whenever you like | whenever you want | whenever you please
        whenever you wish | when you like | if you like | if you wish | to suit yourself | to suit you
        suits you | suit you | suit yourself | on your own | by yourself | without asking
        without telling | without advice | without help | without checking | without talking
        without consulting | without seeing | without supervision | without a doctor
        without your doctor | your own judgement | your own judgment | your own | decide for yourself
        decide yourself | judge for yourself | how you feel | what you feel | as you feel
        the way you feel | how you are feeling | feel you need | think you need | feel is right
        feels right | feel like | feel like it | as many as | as much as | as often as
        as long as you like | let your body | your body will | listen to your body | trust your
        your instinct | your gut | do it yourself | do so do it anyway | go ahead | suit themselves
        on their own | by themselves | to taste | experiment | free choice | at will | at any time
        any time you | any time | ad lib | no permission | without permission | whatever dose
        your comfort | your day | your plans | your schedule | your lifestyle
        no questions asked | whichever | nobody minds | nobody will mind | personal preference
        your preference | you prefer | you think best | you think fit | seems right | seems best
        you know best | you are the best judge | at your discretion | of your own accord | self-adjust
        self-adjustment | unsupervised | on your own initiative | without involving | in your own hands
        own devices | in a hurry | anyway | without medical | however you | how long you | how much you
        how many you | how often you | all by yourself | try it and see | see how it goes | who decides
        a matter for you | you are in charge | in your hands | rests with you | depends on your mood
        only a guide | just a guide | rough guide | merely a guide | a suggestion | not set in stone
        rule of thumb | feel your way | find your own | trial and error | by trial | so can you
        so may you | you can too | you too can | you can as well | you think | wherever you like
        anywhere you like | wherever you want | anywhere you want | you are free | is yours to
        left to you | left to the patient | leave it to you | leave that to you
        at the patient's discretion | patient's discretion | patient's choice | as your mood | see fit
        as you think | what feels | what suits | your own feeling | trust yourself | rely on your
        rely on how | your own doctor | best judge | you alone decide | adjust to taste
        whatever you feel | however much | however many | however long | your body knows
        your body tells | body tells you | nobody else's business | without further | without bothering
        without troubling | without waiting for | without a word | behind your doctor's back
        without your doctor's | without any doctor | no doctor needed | more is better
        the more the better | two work better | works better than one | work better than one
        twice as well | otherwise you can | otherwise you may | will not mind | won't mind
        would not mind | does not mind | doesn't mind | and see how | see how you feel
        how you feel without | see how you get on
        """,
    ),
    (
        m.WELL,
        """
        feel better | feels better | feel well | feel fine | feel good | feel ok | feel great
        feel stronger | feel strong | feel happy | feeling better | feeling well | feeling fine
        feeling good | are better | are well | are well again | feel well again | feel like yourself
        feel normal | feel yourself | better again | symptoms go | symptoms have gone
        symptoms are gone | symptoms ease | symptoms disappear | pain has gone | pain is gone
        pain goes | pain eases | spasms ease | spasms have gone | spasms are gone | spasms go
        spasms stop | spasms have stopped | symptoms stop | symptoms improve | symptoms have improved
        you improve | you recover | you have recovered | good days | good day | feel cured | are cured
        fully recovered | on the mend | feel healthy | are healthy | no longer hurt
        no longer have pain | no longer feel | feel relaxed | have improved | feel comfortable
        free of pain | pain-free | symptom-free | no symptoms | no pain | no more spasms
        have no spasms | without spasms | fit again | back to normal | feel all right | feel fit
        have a good day | symptoms settle | pain settles | spasms settle | settle down
        muscles feel loose | muscles feel relaxed | muscles are loose | you no longer | bad days
        bad day | worst days | spasms return | pain returns | pain is bad | spasms are bad
        feel the need
        """,
    ),
    (
        m.SUDDEN,
        """
        suddenly | abruptly | sudden | abrupt | all at once | overnight | from one day to the next
        quickly | straight away | in one go | cold turkey | at once | too fast | too quickly | rapid
        rapidly | instantly | immediately | early | too early | too soon
        """,
    ),
    (
        m.SLOWLY,
        """
        slowly | gradually | gradual | bit by bit | step by step | little by little | over several weeks
        over weeks | in small steps | in stages | slow
        """,
    ),
    (
        m.DIRECTED,
        """
        as directed | as advised | as told | as instructed | as agreed | as prescribed | as recommended
        as explained | as your doctor | as the doctor | as your nurse | as your pharmacist | as shown
        exactly as | told to | advised to | told you | asked you | tells you | advises you | advised by
        prescribed by | told otherwise | tells you to | on medical advice | with medical advice
        under medical | under close medical | under the supervision | under supervision
        with supervision | doctor's advice | doctor's instructions | doctor's instruction
        doctor's help | doctor's orders | doctor's guidance | on the advice | with the advice
        with the help | under the care | with your doctor | with a doctor | by your doctor | by a doctor
        by the doctor | from your doctor | from a doctor | doctor has told | doctor has asked
        doctor says | doctor tells | doctor advises | doctor agrees | doctor decides | instructed
        instructed by | in agreement with | on prescription | been told | been advised | discussed with
        discussing with | discussing this with | agreed with | under the direction | at the direction
        guidance of
        """,
    ),
    (m.AGAIN, "again | back on | once more | afresh"),
    (
        m.DAYS,
        """
        on days | that day | today | tonight | at weekends | on weekends | weekends | weekend | holiday
        holidays | that morning | that evening | this evening | this morning | some days
        every other day | for a day | for a week | for a few days | for two days | for a while
        a day or two | a day or so | the odd day
        a few days | few days | day off | now and then | from time to time | every so often
        occasionally | once in a while | before a party | party | parties | night out | celebrations
        celebration | wedding | when busy | sundays | sunday | saturdays | fridays | vacation
        busy days | rest of the week | rest of the day | rest of the month | on good days | on bad days
        on quiet days | on the days when | on the days | on days you | that week | this week
        """,
    ),
    (
        m.NEXT,
        """
        next dose | next tablet | next capsule | next one | next pill | next injection | next time
        following dose | next scheduled | next regular | next usual | time for the next
        time for your next
        """,
    ),
    (m.MISSED | m.HAZARD, "like missing it | like missing one | counts as missing | counts as missed"),
    (
        m.MISSED,
        """
        missed | missed dose | forgotten | forgotten dose | missed tablet | missed one | forgot
        dose you missed | one you missed | doses you missed | forget to take | forgot to take | you miss
        you forget
        """,
    ),
    (m.NEEDED, "clearly needed | absolutely necessary | clearly necessary | really needed"),
)
