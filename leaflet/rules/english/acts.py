"""Words for what a reader may do: data. Verbs stand in their plain form; `..` leaves room for an object.

Each list is meant to be wide: a word too many costs a pharmacist a look, a word too few costs a patient.
"""

from leaflet.rules.english import marks as m
from leaflet.rules.english import misused, risky

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
        finish it | finish the course | finish your course | finish the full | finish the whole
        finish the entire | finish what | finish everything | finish all of | complete | stick to the
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
        go to sleep
        go back to bed | drink milk | drink coffee | make yourself sick | bear with | grin and bear
        make yourself vomit | treat yourself | toughen up | tough it out
        """,
    ),
    *risky.VERBS,
    *misused.VERBS,
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
    (
        m.FORGET,
        """
        forget | fail | neglect | refuse to | decline to | omit to | forget to | fail to | neglect to
        avoid having to
        """,
    ),
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
        interact | stop .. from working | stop .. from doing | keep .. from working
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
