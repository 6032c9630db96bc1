"""Words for what a reader may do: data. Verbs stand in their plain form; `..` leaves room for an object.

Each list is meant to be wide: a word too many costs a pharmacist a look, a word too few costs a patient.
"""

from leaflet.rules.english import marks as m

VERBS: tuple[tuple[int, str], ...] = (
    (
        m.DUTY,
        """
        wean .. off | taper .. off | read | wash | clean | rinse | lock | lock .. up | lock .. away
        protect | follow | obey | heed | observe | keep .. out of reach | keep .. out of the reach
        keep out of reach | keep out of the reach | monitor | keep .. away from children
        keep away from children | double-check | sterilise | disinfect | pay attention | wear gloves
        wear sun | use sun | look out for | watch for | watch out for | measure | attend | go for
        finish the tablets | finish the medicine | finish the pack | finish all | finish them
        finish it | finish the course | finish your course | finish the full | complete | stick to the
        keep to | stick to your | wait for your doctor | wait for advice | keep track | have regular
        have your blood | have blood tests | taper | wean | comply with | adhere to
        """,
    ),
    (
        m.WAIT,
        """
        put two fingers | stick your fingers | put your fingers | bring the tablets up | sleep it off
        wait | hold on | rest | sleep | sit tight | lie down | sleep .. off | put off | postpone | delay
        watch and wait | have a nap | take a nap | see how | keep an eye on | put up with | live with
        hang on | stay at home | stay in bed | stay put | brush off | shrug off | brush .. off
        shrug .. off | play down | sit it out | ride .. out | walk .. off | leave it | hope
        let it pass | nap | work through | push through | get some sleep | get some rest | go to bed
        go back to bed | drink milk | drink coffee | make yourself sick | bear with | grin and bear
        make yourself vomit | treat yourself | toughen up | tough it out
        """,
    ),
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
        give .. a break | hold off | let go of
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
    (
        m.TAKE,
        """
        take | use | swallow | have | apply | inject | inhale | drink | insert | wear | administer
        consume | put on | gulp | finish off | help yourself | put in | ingest | get through
        self-medicate
        """,
    ),
    (
        m.CONTINUE,
        """
        continue | keep | carry on | go on | keep on | keep up | persist | stay on | stick with
        stick to | persevere | remain on | maintain
        """,
    ),
    (
        m.START,
        """
        start | begin | try | commence | initiate | take up | go on to | add | combine | mix
        launch into
        """,
    ),
    (
        m.TELL,
        """
        tell | call | contact | ask | see | talk to | talk with | talk | speak to | speak with | speak
        consult | phone | ring | inform | report | let .. know | check with | notify | visit | discuss
        mention | ring up | get in touch with | go and see | go back to | go to see | seek | alert
        get advice | get .. advice | take advice | show | go to | turn to | warn | bring .. up with
        admit | disclose | raise .. with | check .. with | dial | involve | make an appointment
        get checked | get .. checked | be checked | own up | confide in | remind | return to your doctor
        share .. with your doctor | message | text | email
        """,
    ),
    (
        m.HELP,
        """
        get help | get medical | get emergency | get urgent | get immediate | call for help | send for
        go to hospital | go to the hospital | attend | get to hospital | get to a hospital
        get to the nearest | rush | get treatment | summon | fetch
        """,
    ),
    (
        m.HANDLE,
        """
        stop and rest | stop and sit | swallow | gather | assess | space | prepare | locate | put
        place | hold | press | remember | carry | bring | shake | remove | spray | insert | fill | rinse
        pour | push | pull | turn | twist | peel | tear | let | lift | sit | stand | stay | lie
        breathe | look | make | make sure | ensure | keep | store | dispose | discard | return | check
        open | close | attach | wipe | dry | clean | squeeze | tilt | pinch | click | prime | dial
        draw | add water | mix | stir | gently | repeat steps | warm | roll | allow | leave | label
        rub | massage | note | write | record | buy | get | collect | order | receive | find | feel | notice
        experience | develop | become | happen | expect | choose a | pick a | select | drink plenty of
        eat | use sun | plan | set an alarm | include | learn | understand | know | look at | look up
        watch | travel | show | cover | protect | apply | measure | calculate | follow | refill
        replace the cap | replace the | replace your | see | hear | support | enjoy | work | walk | pass
        go | come | lose | gain | refer | reach | reassemble | inspect | assemble | discuss | consider
        unwrap | suffer | recap | stick | administer | give | tuck | tap | aim | blow | hang | point
        slide | unscrew | screw | wait | visit | access | download | scan | visit our | answer | test
        register | report | recognise | recognize | touch | direct | ventilate | launder
        """,
    ),
    (
        m.DRIVE,
        """
        drive | operate machinery | operate machines | operate heavy | operate a | operate | ride
        ride a bike | use machines | use machinery | use heavy | use tools | use dangerous
        use power tools | fly a | get behind the wheel | take the wheel | climb | work at heights
        swim alone | use ladders | pilot | handle machinery | dive
        """,
    ),
    (
        m.MINIMISE,
        """
        pass by itself | pass by themselves | pass on its own | pass on their own | go away by itself
        go away by themselves | go away on its own | go away on their own | settle by itself
        settle by themselves | settle on its own | settle on their own | clear by itself
        clear up by itself | clear up on its own | clear up on their own | clear up by themselves
        resolve by itself | resolve by themselves | resolve on its own | resolve on their own
        disappear by itself | disappear on its own | stop by itself | stop by themselves
        stop on its own | stop on their own | wear off by itself | wear off on its own | ease by itself
        ease on its own | heal by itself | heal on its own | get better by itself
        get better on its own | sort itself out | sort themselves out | take care of itself
        look after itself | look after themselves | end by itself | end on its own
        """,
    ),
    (m.DRINK, "drink | have a drink | booze | toast"),
    (m.NEEDS, "need | require"),
    (
        m.IGNORE,
        """
        keep .. to yourself | keep to yourself | keep .. private | keep .. secret | keep .. quiet
        keep quiet about | say nothing | stay silent | keep silent | keep .. dark | hush up | cover up
        ignore | disregard | overlook | dismiss | never mind | pay no attention to | take no notice of
        forget what | throw .. to the winds | turn a blind eye | brush aside | hide .. from your doctor
        keep .. from your doctor | conceal | lie to | hide your | think nothing of | laugh off
        override | defy
        """,
    ),
    (
        m.AFRAID,
        """
        hesitate | fear | worry | be afraid | be scared | be frightened | be concerned | mind | be shy
        be anxious | feel guilty | feel bad | be worried | be alarmed | panic | be nervous | bother
        fret | be embarrassed | be put off | be put off by | let .. put you off | let .. stop you
        let .. deter you | be deterred | think twice | be ashamed | shy away | lose sleep
        concern yourself
        """,
    ),
    (m.FORGET, "forget | fail | neglect | omit to | forget to | fail to | neglect to | avoid having to"),
    (
        m.AVOID,
        """
        avoid | refrain from | stay away from | keep away from | resist | steer clear of | prevent
        abstain from | keep from | beware of | guard against | stay clear of | hold back from
        keep yourself from | rule out
        """,
    ),
    (
        m.WISH,
        """
        want | wish | plan | intend | think about | think of | decide | need | like | have to | prefer
        choose | feel like | try | would like | hope | happen | begin | be able | be going | be about
        be likely | seem | tend
        """,
    ),
    (
        m.SAYS,
        """
        tell | told | advise | say | ask | recommend | direct | instruct | decide | agree | prescribe
        suggest | confirm | approve | want | explain | show | help | guide | supervise | order | discuss
        arrange | plan | think | consider | judge | allow | review
        """,
    ),
    (m.GIVE, "give | offer | feed | treat | let | slip | administer | leave"),
    (
        m.HAZARD,
        """
        bring .. back | come back | run out | let .. run out | cause | lead | harm | damage | kill
        worsen | risk | endanger | hurt | affect | burn | poison | make .. worse | get worse | return
        slow | make .. ill | make .. sleepy | make .. dizzy | increase the risk | raise the risk
        increase your risk | raise your risk | trigger | provoke | bring on | weaken | intensify
        interact
        """,
    ),
    (
        m.CURE,
        """
        cure | heal | eliminate | make .. go away | make .. disappear | eradicate | wipe out
        get rid of
        """,
    ),
)
