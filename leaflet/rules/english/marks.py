"""What a word can mean to the rules of safety: one bit a meaning, so that a sentence is a row of integers.

A word may have several: "stop" tells the reader to end something, "may" permits or is only possible.
"""

from collections.abc import Iterator
from itertools import count


def _bits() -> Iterator[int]:
    return (1 << number for number in count())


_bit = _bits()


def _next(number: int) -> tuple[int, ...]:
    return tuple(next(_bit) for _ in range(number))


# Forms of a verb, and what a word is by its shape.
BASE, S_FORM, ING, PAST, ADVERB, NUMBER, UNKNOWN = _next(7)
# Marks between the words.
COMMA, COLON, STOP_MARK, QUESTION, OPEN, CLOSE = _next(6)
# Words that join clauses.
AND, OR, BUT, IF, UNLESS, UNTIL, BEFORE, AFTER, WHILE, BECAUSE, THOUGH, THAT, WHO, TO, BY, INSTEAD = _next(16)
# Words that turn a clause round, allow it, ask for it.
NOT, NO, WITHOUT, CAN, MUST, WILL, BE, DO, HAVE, ONLY, EVEN = _next(11)
PERMIT, ADVISE, RELEASE, AFRAID, FORGET, AVOID, WISH, NECESSARY = _next(8)
# Who and what.
YOU, YOUR, THE, DOCTOR, SAYS, PEOPLE, OTHERS, MEDICINE, IT, DOSE, ANY, OTHER, BENIGN, SOMETHING = _next(14)
# How and when.
NOW, DELAY, SELF, WELL, SUDDEN, SLOWLY, DIRECTED, TOGETHER, AGAIN, DAYS, NEXT, MISSED, NEEDED = _next(13)
# What the reader may do with a medicine.
STOP, LESS, MORE, SKIP, CHANGE, SHARE, SAVE, RESTART, SWAP, ROUTE, TAKE, CONTINUE, START = _next(13)
# Amounts, as words beside a medicine or a dose.
BIGGER, SMALLER, PROPER = _next(3)
# What the reader may do for protection, and what endangers.
TELL, HELP, DUTY, WAIT, DRIVE, DRINK, ALCOHOL, GIVE, PREGNANT = _next(9)
# A verb that handles a medicine safely, a danger that asks for help at once, what is said to be grave.
(
    HANDLE,
    STRANGE,
    CRISIS,
    GRAVE,
    FAILING,
    UNUSED,
    YES,
    OVER,
    VAGUE,
    PLAIN,
    NEEDS,
    IGNORE,
    HOW_MUCH,
    AT_HOME,
    WHOLE,
    LATER,
    SCIENCE,
    DENIED,
    SOLID,
    BODY,
    EXTERNAL,
    SLIP,
    ANY_MORE,
    MEANS,
) = _next(24)
# How firmly help is asked for, under which kind of condition, and who decides.
MIGHT, WEAK, WHIM, PROVIDED, DECIDES, DEPENDS, FITS, CLEARED, CALENDAR = _next(9)
# What can happen, and what is said of it.
DANGER, MILD, EFFECT, HAZARD, MINIMISE, CURE, SAFE, CLAIM, PRODUCT, CONSENT = _next(10)
# Which part of the body a form is made for, and where on the body something is put.
(
    FOR_EYE,
    FOR_EAR,
    FOR_NOSE,
    FOR_SKIN,
    FOR_BELOW,
    FOR_NEEDLE,
    PATCH,
    IN_MOUTH,
    IN_EYE,
    IN_EAR,
    IN_NOSE,
    ORAL,
) = _next(12)
# What harms when it is done with a medicine, and what helps first in an emergency.
(
    VOMIT,
    MARKET,
    SORE,
    HEAT,
    FORSAKEN,
    WEEKLY,
    DAILY,
    HALVE,
    EASE,
    AID,
    EXEMPT,
    SUPPLY,
    PRICK,
    CRUDE,
    OPEN_SKIN,
    BARRED,
    TO_SUCK,
) = _next(17)

RISKS = STOP | LESS | MORE | SKIP | CHANGE | SHARE | SAVE | RESTART | SWAP | ROUTE
DUTIES = TELL | HELP | DUTY
ACTS = (
    RISKS | DUTIES | TAKE | CONTINUE | START | DRIVE | DRINK | WAIT | GIVE | HANDLE | STRANGE | NEEDS | IGNORE
)
THINGS = MEDICINE | DOSE | IT
JOINTS = COMMA | COLON | STOP_MARK | QUESTION | OPEN | CLOSE | AND | OR | BUT
SUBORDINATE = IF | UNLESS | UNTIL | BEFORE | AFTER | WHILE | BECAUSE | THOUGH | THAT | WHO | INSTEAD
