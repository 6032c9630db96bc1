"""Words that join clauses, turn them round, allow and ask: data."""

from leaflet.rules.english import marks as m

WORDS: tuple[tuple[int, str], ...] = (
    (m.AND, "and | and then | then | plus | as well as"),
    (m.OR, "or | nor | and/or"),
    (m.BUT, "but | however | so | yet | otherwise"),
    (m.SAYS, "make sure | making sure | ensure | check that | be sure"),
    (
        m.IF,
        """
        if | when | whenever | once | in case | provided | providing | as soon as | whether | as long as
        so long as | should you | in the event | the moment | each time | every time | where
        in cases of | in case of | assuming | given that | supposing | at the first sign
        """,
    ),
    (
        m.UNLESS,
        """
        unless | except | except if | except when | other than | if not | save when | save if | bar when
        apart from
        """,
    ),
    (m.UNTIL, "until | till | up until"),
    (m.BEFORE, "before | prior to | ahead of | beforehand"),
    (m.AFTER, "after | following | since | afterwards"),
    (m.WHILE, "while | whilst | as"),
    (
        m.BECAUSE,
        """
        because | as this | since this | so that | in order to | in order that | in order not to | as it
        due to
        """,
    ),
    (
        m.THOUGH,
        """
        although | though | even if | even though | even when | even once | regardless | no matter
        whether or not | despite | in spite of | even after | even while | whatever
        """,
    ),
    (m.THAT, "that | which | how | what | why | where"),
    (m.WHO, "who | whose"),
    (m.TO, "to"),
    (
        m.BY,
        """
        during | by | with | from | for | of | in | about | on | at | off | over | into | under
        through
        """,
    ),
    (m.INSTEAD, "rather than | instead of | in place of | sooner than"),
    (
        m.NOT,
        """
        not | never | neither | nobody | hardly | at no time | on no account | under no circumstances
        in no way | by no means | scarcely | no one | nothing | no longer | not ever
        """,
    ),
    (m.NO, "no | none | zero"),
    (m.WITHOUT, "without | without first | lacking"),
    (m.CAN | m.NOT, "can't | cannot | couldn't | can not"),
    (
        m.MUST | m.NOT,
        """
        mustn't | shouldn't | must not | should not | ought not | ought not to | are not to | is not to
        may not | are not allowed to | is not allowed | not supposed to | not be
        """,
    ),
    (m.DO | m.NOT, "don't | doesn't | didn't | dont"),
    (m.WILL | m.NOT, "won't | wouldn't"),
    (m.BE | m.NOT, "isn't | aren't | wasn't | weren't | ain't"),
    (m.HAVE | m.NOT, "haven't | hasn't | hadn't"),
    (m.CAN, "can | could | may | might | able to | be able to | are able to"),
    (
        m.MUST,
        """
        must | should | ought to | have to | has to | need to | needs to | shall | had better | had to
        are to | is to | supposed to | having to | needing to
        """,
    ),
    (m.WILL, "will | would | going to"),
    (m.BE, "be | is | are | was | were | been | being | am | become | becomes | gets"),
    (m.BE | m.IT, "it's | that's | there's | this is | there is | there are | here's | it is"),
    (m.BE | m.YOU, "you're"),
    (m.YOU | m.HAVE, "you've"),
    (m.YOU | m.WILL, "you'll | you'd"),
    (m.DO, "do | does | did"),
    (m.HAVE, "have | has | had | having"),
    (m.ONLY, "only | just on | solely"),
    (m.EVEN, "even"),
    (m.EVEN | m.IF, "also when | also if"),
    (
        m.ADVERB,
        """
        just | also | simply | please | still | always | first | usually | often | ever | really
        instead | too | well | all | both | quite | very | perhaps | maybe | especially | then
        suddenly | gradually | slowly | safely | immediately | quickly | accidentally | particularly
        now | soon | already | probably | normally | generally | sometimes | actually | here | easily
        certainly | of course | at home | definitely | kindly | directly
        """,
    ),
)
