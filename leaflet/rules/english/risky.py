"""Words for what a reader may do with a medicine that can harm: data, in the notation of `acts`."""

from leaflet.rules.english import marks as m

VERBS: tuple[tuple[int, str], ...] = (
    (
        m.ROUTE,
        """
        inject the liquid | inject the syrup | inject the mouth | inject the cream | inject the powder
        crush | chew | break | break .. up | split | snort | inject the tablet | inject the tablets
        inject tablets | inject the crushed | inject crushed | smoke | grind | bite | powder | cut
        cut up | cut .. up | cut .. open | suck | sniff | chop | mash | pound | freeze | boil
        heat the | heat up | snip | burn | break .. open | prise open | blend | pulverise | melt
        halve the tablet | divide the tablet | rip | pierce | puncture | scratch | squash
        """,
    ),
    (
        m.STOP,
        """
        stop | quit | discontinue | cease | halt | abandon | ditch | jettison | terminate | cancel
        suspend | interrupt | pause | give up | give .. up | leave off | come off | go off | get off
        break off | do without | cut out | do away with | wean | wean .. off | withhold | dump | bin the
        bin your | bin it | bin them | chuck | pack in | pack .. in | lay off | knock off | call a halt
        put .. aside | set aside | lay aside | put away | dispense with | phase out | call it a day
        be done with | be through with | be finished with | be free of | finish with | go cold turkey
        put .. to one side | leave .. to one side | lay .. to one side | take yourself off | take a break
        have a break | take a rest | have a rest | take a holiday | have a holiday | take a pause
        take time off | have time off | leave .. alone | throw .. away | throw away | throw out
        let .. lapse | refuse to take | drop the medicine | drop the tablets | drop your | drop it
        drop them | part with | say goodbye to | bring .. to an end | put an end to | end the | end your
        end it | end treatment | end therapy | call it quits | finish treatment early | forgo
        give .. a rest | swear off | wind down | be rid of | get rid of | flush .. away | kick the
        toss the | toss your | toss it | toss them | live without | manage without | cope without
        get by without | stay off | keep off | be off | stretch out the gap | leave .. in the cupboard
        leave .. in the drawer | desist | have a day off | take a day off | give .. the boot
        give .. a break | hold off | let go of | leave .. off
        """,
    ),
    (
        m.LESS,
        """
        drop the dose | drop your dose | reduce | lower | halve | decrease | lessen | cut down
        cut back | cut .. down | cut .. in half | cut .. back | ease off | ease down | taper
        taper .. off | go down | step down | scale back | scale down | bring .. down | trim | drop down
        get by on | turn .. down | diminish | shrink | water down | come down | cut by | make do with
        move down | stretch | ration | skimp | economise | dial .. down | dial down | tail off | drop to
        go lower | stretch .. out | spread .. out | thin out
        """,
    ),
    (
        m.MORE,
        """
        increase | double | triple | treble | quadruple | raise | top up | top .. up | step up
        step .. up | go up | boost | exceed | make up for | catch up | overdo | build up | build .. up
        double up | go higher | go over | go beyond | add to | add a | add one | add another | add two
        add some | up the | up your | up it | push .. up | put .. up | crank up | load up
        take a double | compensate for | bump up | bump .. up | redouble | bring .. forward | move up
        turn .. up | scale up | help yourself to | stack | ramp up | ramp .. up | work up to | surpass
        go .. over the | repeat | dial up | dial .. up | overstep | go past | stock up | pile on | pile up
        """,
    ),
    (
        m.SKIP,
        """
        go .. without taking | skip a day | miss a day | skip days | skip | miss | omit | forget about
        forget about the | leave out | leave .. out | pass over | miss out | miss .. out
        give .. a miss | go without | let .. go by | bypass | pass up | let .. slide | jump over | dodge
        neglect | sit .. out | leave .. for another day | let .. pass | pass on taking | drop a dose
        ignore your dose | sit out
        """,
    ),
    (
        m.CHANGE,
        """
        change | alter | adjust | adapt | modify | vary | tailor | experiment with | play with
        play around with | fine-tune | tweak | rearrange | reschedule | correct | fit .. to
        personalise | juggle | tinker with | fiddle with | shift | amend | revise | customise
        set your own | choose your own | pick your own | decide on your own | work out your own | match
        self-adjust | regulate | titrate | mix up | move .. around
        """,
    ),
    (
        m.SHARE,
        """
        let .. try | let .. have | let .. use | let .. take | share | lend | pass on | pass .. on
        hand on | hand out | hand .. out | sell | donate | give away | give .. away | exchange
        hand over | hand .. over | borrow | pass .. round | pass .. around | pass .. to | loan
        distribute | hand down | treat others with | split .. with | divide .. among | hand .. to
        trade
        """,
    ),
    (
        m.SAVE,
        """
        save | hang on to | hold on to | store up | put .. by | put by | keep .. for later
        keep .. for another | keep .. for next | keep .. for the next | keep .. for future
        keep .. in case | keep .. for when | keep .. for a | reuse | re-use | use .. again
        use it up | use them up | use up | hoard | stash | reserve | keep the rest | keep any left
        keep what is left
        keep .. left over | keep leftover | keep spare | keep old | keep unused | stockpile | lay by
        set .. aside for | put .. aside for | finish off | use .. left over | use leftover | use old
        use expired | use spare | take old | take leftover | take expired | take .. left over
        keep a few back | keep .. back | keep .. handy for | top .. off with
        """,
    ),
    (
        m.RESTART,
        """
        give .. another go | give .. another try | give .. another chance | pick up again
        pick up where | take .. afresh | have another go | try .. again
        restart | resume | start .. again | start again | begin again | begin .. again | go back on
        go back to taking | take .. up again | recommence | start .. over | get back on | go back to
        get back to | return to | repeat the course | do another course | go on taking .. again
        get .. without a prescription | buy .. without a prescription | order .. without a prescription
        order more online | buy .. on the internet | get .. on the internet | get .. from the internet
        get .. from a friend | get more from a friend | borrow | order .. online | buy more online
        buy .. online | take up .. again | pick .. up again | start up again | reintroduce
        """,
    ),
    (
        m.SWAP,
        """
        swap | switch | substitute | replace | change over to | change to | trade .. for | move to
        move over to | alternate | switch over | interchange
        """,
    ),
)
