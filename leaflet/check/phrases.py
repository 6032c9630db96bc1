"""The ways English tells of stopping a medicine, taking less, taking more, and skipping a dose: data.

One phrase a line, over the canonical form of a sentence (`leaflet.check.canon`): "med" is any medicine,
"doctor" anybody who prescribes or dispenses. A name in angle brackets is filled in from `PIECES`, or
from `VERBS` as the base form ("take") or the -ing form ("taking"). Everything is bounded, and no two
pieces side by side can match the same words, so that matching stays linear on any text.
"""

PIECES = {
    "OBJ": r"(?:med|it|them|this|these|those)",
    "DET": r"(?:(?:your|the|a|an|this|that|each|every|any|all|one|two|next|usual|normal|daily|full|whole|of"
    r"|first|last|second|odd|occasional|single|few|some|morning|evening|night|bedtime|lunchtime|afternoon"
    r"|following|prescribed|or|tomorrow 's|today 's|tonight 's) ){0,4}",
    "DOSE": r"<DET>(?:dose|med)\b",
    # The dose as something to change.
    "ITS": r"(?:(?:(?:your|the|this|that|each|every|any|daily|usual|next|morning|evening|night) ){1,3}dose"
    r"|dose of med|med(?! (?:levels?|exposure|concentrations?|requirements?|plasma|effects?)\b)"
    r"|(?:the )?(?:amount|number|quantity)(?:(?: of)? (?:med|it|them|dose)(?! in\b)"
    r"| (?:that )?you take)|how (?:much|many|often|long)(?: med)? you (?:take|use))",
    # After a bare "stop": the end of the clause, or when and how; so that "stop driving" is no match.
    "END": r"(?=$| [.,;:!?)–—-]| (?:if|when|whenever|once|as|after|before|or|and(?! (?:rest|sit|lie|think"
    r"|breathe))|suddenly|abruptly|immediately|at once|at any time|straight|right away|early|now|today"
    r"|tomorrow|for|any|until|unless|completely|altogether|gradually|slowly|too|without|on your own"
    r"|by yourself|yourself|sooner|then)\b)",
    "NOT PURPOSE": r"(?! (?:from\b|(?!during\b|morning\b|evening\b)\w{2,20}ing\b))",  # "stop it spreading"
    "REST": r"(?:rest|remainder|remaining|what is left|whatever is left|leftover|left over)",
    "KEEP": r"(?:continue|carry on|keep|keep on|go on|persist)",
    "NEXT": r"(?:next|morning|evening|night|bedtime|usual|following|second|daily)",
    "YOUR": r"(?:(?:your|the|this|that|tonight 's|today 's|tomorrow 's) )?",
    "BETTER": r"(?:better|well|fine|gone|goes|go|stops?|eases?|settles?|improves?|disappears?|away)",
    "NOT MISSED": r"(?! (?:that )?you (?:have )?(?:missed|forgot))",
    "BIGGER": r"(?:double|triple|bigger|larger|higher|stronger|extra|additional|second|further)",
}

# Each verb, or several used alike, in the base form and in the -ing form.
VERBS = {
    "stop": (
        "(?:stop|quit|cease|discontinue|halt|pause|suspend|interrupt|abandon)",
        "(?:stopping|quitting|ceasing|discontinuing|halting|pausing|suspending|interrupting|abandoning)",
    ),
    "bare stop": ("(?:stop|quit|discontinue)", "stopping"),
    "end": ("(?:end|drop)", "(?:ending|dropping)"),
    "give": ("give", "giving"),
    "come": ("(?:come|get|go|stay)", "(?:coming|getting|going|staying)"),
    "get": ("get", "getting"),
    "go": ("go", "going"),
    "wean": ("wean", "weaning"),
    "leave": ("leave", "leaving"),
    "do": ("(?:do|go|manage)", "(?:doing|going|managing)"),
    "throw": ("throw", "throwing"),
    "flush": ("(?:flush|bin|destroy)", "(?:flushing|binning|destroying)"),
    "put": ("put", "putting"),
    "hold": ("hold", "holding"),
    "refrain": ("(?:refrain|abstain)", "(?:refraining|abstaining)"),
    "let": ("let", "letting"),
    "take": ("(?:take|use|have|give)", "(?:taking|using|having|giving)"),
    "lower": (
        "(?:halve|reduce|lower|decrease|lessen|drop|taper)",
        "(?:halving|reducing|lowering|decreasing|lessening|dropping|tapering)",
    ),
    "halve": ("(?:halve|reduce|decrease)", "(?:halving|reducing|decreasing)"),
    "cut": ("cut", "cutting"),
    "bring": ("(?:bring|step|taper|scale|ease)", "(?:bringing|stepping|tapering|scaling|easing)"),
    "divide": ("(?:divide|split)", "(?:dividing|splitting)"),
    "raise": (
        "(?:double|triple|increase|raise|boost)",
        "(?:doubling|tripling|increasing|raising|boosting)",
    ),
    "double": ("double", "doubling"),
    "move": ("(?:bring|step|put|move|push|turn)", "(?:bringing|stepping|putting|moving|pushing|turning)"),
    "up": ("up", "upping"),
    "repeat": ("repeat", "repeating"),
    "make": ("make", "api"),
    "catch": ("catch", "catching"),
    "add": ("add", "adding"),
    "skip": ("(?:skip|miss|omit|forgo)", "(?:skipping|missing|omitting|forgoing)"),
    "pass": ("pass", "passing"),
    "forget": ("forget", "forgetting"),
}

STOP = r"""
<stop> (?:taking|swallowing|injecting|inhaling)\b(?! (?:part|care|place|notes?)\b)
<stop> (?:using|having|applying|wearing|drinking) <OBJ>\b
<stop> (?:<OBJ>|your dose|the dose)\b<NOT PURPOSE>
<bare stop><END>
<end> (?:your |the )?med\b
<give> (?:up (?:taking )?<OBJ>|<OBJ> up|up taking)\b
<come> (?:right |straight |slowly |gradually )?off <OBJ>\b
<wean> (?:yourself|off|<OBJ>)\b
<leave> off (?:taking )?<OBJ>\b
<leave> <OBJ> (?:off|behind|at home)\b
(?<=med )(?:can|may|could|should) (?:now |then )?end\b
(?:try|trying|spend|spending|see how you (?:feel|get on|manage)) <A TIME><WITHOUT>
<do> without <OBJ>\b
<throw> (?:away|out) (?:the |all |any )?(?:<REST>|<OBJ>)\b(?! (?:after|when|that|if it|past|you have not))
<throw> <OBJ> (?:away|out)\b(?! (?:after|if it|when (?:it|they|the)))
(?:<flush>|<get> rid of|<leave>) (?:the )?<REST>\b
(?:<flush>|<get> rid of) <OBJ>\b
<put> <OBJ> (?:aside|away for good)\b
<take> <OBJ> no more\b
<take> no more\b(?! than| often)
<take> (?:(?:a|an|some|another|short|long|little|few) ){0,3}(?:break|holiday|rest) from (?:taking )?<OBJ>\b
<take> (?:(?:a|an|some|another|few|two|one) ){0,3}(?:time|weeks?|days?) off (?:from )?(?:taking )?<OBJ>\b
<take> (?:a )?(?:drug|med) holiday\b
<let> <OBJ> run out\b
<refrain> from (?:taking|using) <OBJ>\b
<hold> off (?:on )?(?:taking|using|<OBJ>)\b
<take> <OBJ> (?:only )?(?:until|till) (?:you (?:feel|are)|the|your|they|it) [^.,;:!?]{0,30}?\b<BETTER>\b
<take> <OBJ> (?:only )?(?:while|as long as|so long as) you (?:feel|have pain|are ill|are in pain|need)\b
"""

# The negation is part of what prompts: nobody forbids by "you no longer need to take it".
STOP_RELEASED = r"""
no longer (?:need|have|require)s?\b(?: to)?(?: <KEEP>)?(?: with)?(?: (?:take|taking|use|using))? <OBJ>\b
no longer (?:need|have) to (?:take|use|continue|keep taking)\b
(?:med|it) is no longer (?:needed|necessary|required)\b
not (?:need|have|necessary|required)(?: to)? <KEEP> (?:with|to take|to use|taking|using|<OBJ>)\b
not (?:need|have) to (?:finish|complete|take|use) (?:all |every |each |any )?(?:med|it|them|dose)<NOT HOW>
(?:need not|no need to|not necessary to|unnecessary to) <KEEP>\b(?: (?:with|to take|taking|using))?<ALL>
(?:need not|no need to|not necessary to|unnecessary to) (?:finish|complete|take|use)\b<ALL><NOT HOW>
no (?:reason|point|sense|use) (?:to|in|for) (?:you to )?(?:<KEEP>|<KEEPING>)<WITH IT>
(?:med|it) (?:is|are) not (?:needed|necessary|required) (?:after|once|when|if|any more|anymore|any longer)\b
not need <OBJ> (?:any more|anymore|any longer|again|now)\b
not <KEEP>(?: with)? (?:to (?:take|use)|taking|using)\b
not (?:continue|carry on|go on|persist)(?: with)? <OBJ>\b
not take any (?:more|further)(?: of)?(?: <OBJ>| dose|<END>)(?! than)
(?:not|never) (?:take|use) <OBJ> (?:any more|anymore|any longer|again)\b(?! (?:than|until|before)\b)
not (?:take|use) <OBJ> for <A FEW>(?:days?|weeks?|months?|while|time)\b
not bother (?:to )?(?:finish|with|complet|tak|us|continu|carry)
(?:will|do) not need med (?:once|when|after|as soon as|if)\b
(?:can|may|should|could) (?:now )?do without med\b
(?:are|is) (?:done|finished|through) with med\b
not (?:renew|refill|collect|reorder|order more|pick up)\b[^.,;]{0,12} med\b
"""
PIECES["NOT HOW"] = (
    r"(?! (?:with|before|after|on an|at the same|at a|whole|every day at|in water|crushed|in the|\d))"
)
PIECES["ALL"] = r"(?: (?:any more|more|of|the|all|rest)){0,3} (?:<OBJ>|dose|rest)\b"
PIECES["A TIME"] = r"(?:(?:a|one|two|few|some|\d+|days?|weeks?|months?|while) ){0,4}"
PIECES["KEEPING"] = r"(?:going on|carrying on|keeping|continuing)"
PIECES["WITH IT"] = r"(?: (?:with|taking|using|to take|to use))?<ALL>"
PIECES["WITHOUT"] = r"without (?:taking )?<OBJ>\b"
PIECES["A FEW"] = r"(?:(?:the|a|an|one|two|three|\d+|several|some|few|rest|of|couple|next) ){1,4}"

LESS = r"""
<lower> <ITS>\b
<halve> dose\b
(?:halve|halving) <OBJ>\b
(?:reduce|reducing) (?:it|them)\b(?= (?:by|yourself|to|if|when|once|gradually|slowly|each|every|a))
<cut> (?:<ITS>|<OBJ>|dose) (?:in half|in two|down|back|by)\b
<cut> (?:your|the) dose\b
<cut> (?:down|back)(?: on)? (?:<ITS>|<OBJ>|dose|taking|yourself|gradually|slowly)\b
<bring> (?:(?:down|off|back) )?(?:on )?<ITS>(?: (?:down|back|off))?\b
<bring> <OBJ> (?:down|back|off)\b
<take> (?:only |just )?half (?:of )?(?:(?:your|the|a|that|usual|this) ){0,3}(?:dose|it|them|as|amount)\b
<take> (?:only |just )?half (?:of )?med (?=if|when|instead|until|for|once|[.])
<take> (?:(?:a|an|only|just|your|the|bit|little) ){0,3}(?:less|fewer|smaller|lower|reduced) <LESS OF>
<take> (?:(?:a|an|only|just|your|the|bit|little) ){0,3}(?:less|fewer|half)<END>
<take> (?:a )?(?:bit|little) (?:less|fewer)\b
(?:half|smaller|lower) dose (?:is|will be) (?:enough|fine|ok|plenty)\b
<take> <OBJ> less\b
<take> <OBJ> only (?:once|every other|every second)\b[^.,;:!?]{0,20} (?:if|when|instead)\b
<take> (?:one|1) (?:med )?(?:instead of|rather than) (?:two|2|three|3)\b
(?:one|1) (?:med |dose )?(?:instead of|rather than) (?:your )?(?:two|2|three|3)\b
<take> only (?:one|1|two|2) of (?:your|the)\b
<take> <OBJ> (?:every other|every second|on alternate) days? (?:instead|if|when)
(?:get|getting) by (?:on|with) (?:only )?(?:half|less|fewer|one)\b
<go> down to (?:one|1|a|half|two|2)\b
<divide> <ITS> (?:by|in|into)\b
(?:smaller|lower|reduced|half) dose (?:can|may|could|should) be (?:taken|used)\b
"""
PIECES["LESS OF"] = r"(?:(?:dose|amount)|of (?:it|med)|med|often|than prescribed|than your|of them)\b"

MORE = r"""
<raise> (?:<ITS>|up on (?:your |the )?(?:dose|med))\b
(?<!a )(?<!the )(?<!any )<raise> dose\b
<double> (?:up|<OBJ>)\b
<move> (?:up )?<ITS> up\b
(?:<move>|<up>) up <ITS>\b
<up> (?:your|the) dose\b
<take> (?:(?:your|the|usual|normal|med|dose|it) ){0,3}<TWICE> <OF THAT>(?! (?:day|week|month))
<take> (?:a |an )?<BIGGER> (?:strength )?(?:dose|med|one|amount|half)\b
<take> another (?:dose|med|one)\b(?! (?:after|in|\d+ hours|at least|that|for))
(?:take|taking) (?:an |some )?(?:extra|additional)<END>
<take> (?:(?:some|even|a bit|a little|one|two|a few|\d+|much) ){0,2}more <MORE OF>
<take> (?:(?:some|even|a bit|a little|one|two|a few|\d+|much) ){0,2}more<END>
<take> <OBJ> (?:more often|more frequently|for longer|more than|twice as often)\b
<take> <SEVERAL> (?:(?:dose|med) )?(?:together|at once|at the same time|at one time|in one go)\b
<take> (?:the )?(?:next )?(?:two|2|both) dose\b
if [^,.;:!?]{0,40} not (?:enough|work|help\w*|better)[^,.;:!?]{0,20}, <take> (?:two|2|three|3|another)\b
<take> (?:it |them |med )?as (?:much|many|often)(?: of it| med)? as you (?:need|like|want|wish|feel)\b
<add> med\b(?! (?:to|into|in)\b)
<take> (?:your|the) dose twice\b(?! (?:a|each|every)\b)
<go> up (?:by|to) (?:one|1|two|2|half|a|\d+)\b
<add> (?:an |a |one )?(?:extra|another|more|second|further)(?: dose| med)?\b(?! (?:salt|sugar|water))
<take> (?:your |the |a )?(?:missed|forgotten) (?:dose|med|one) (?:together )?(?:with|and) (?:your|the) next\b
<repeat> (?:your |the |that )?(?:dose|it) (?=if|when|until|at|straight|as)
(?:higher|larger|bigger|double|second|extra|stronger) dose (?:can|may|could|should) be (?:taken|used)\b
<make> up (?:for )?<DET>(?:missed |forgotten |lost )?(?:dose|med|it|one)\b
<catch> up (?:on |with |by taking )?<DET>(?:missed |forgotten |lost )?(?:dose|med|it|one)\b
"""
PIECES["TWICE"] = r"(?:twice|double|triple|2 times|two times|three times|3 times)"
PIECES["OF THAT"] = r"(?:as|the|your|dose|amount|med)\b"
PIECES["SEVERAL"] = r"(?:two|2|three|3|both|several)"
PIECES["MORE OF"] = (
    r"(?:dose|of (?:it|them|med)|med|often|frequently|than (?:prescribed|your|the|you|it|doctor))\b"
)

SKIP = r"""
<skip> (?:out )?(?:on )?(?:taking )?(?:<DET>(?:dose|med|one|day|days|ones)|it|them)\b<NOT MISSED>
<skip> (?:taking )?(?:the )?next\b
<leave> out <DET>(?:dose|med)\b<NOT MISSED>
<leave> (?:<DET>dose|it|them|med) out\b
<leave> out (?:<DET>one|it|them)\b<NOT MISSED>
<cut> out <DOSE>
missed (?:dose|med)\b[^.,;:!?]{0,20} (?:is|are) (?:fine|ok|harmless|no problem|all right|allowed)\b
<pass> (?:on|over) <DET>dose\b
<forget> about <DOSE>
<go> without <DET>dose\b
<go> (?:a|one|two|a few|\d+) days? without (?:taking )?<OBJ>\b
<give> (?:<DOSE>|<OBJ>) a miss\b
<take> <OBJ> only (?:on|when|if) (?:the )?(?:(?:bad|worst|some) )?(?:days|you feel)\b
<take> <OBJ> only (?:on|when|if) your \w{3,12} (?:feel|hurts?|aches?|is|are)\b
only <take> <OBJ> (?:on (?:the )?(?:bad |worst |some )?days|when you feel)\b
"""

SKIP_RELEASED = r"""
not (?:take|use) <OBJ> (?:on (?:the )?(?:days?|weekends?|\w{3,6}days?)|at weekends)\b
not (?:take|use) <OBJ> (?:that day|today|tonight|tomorrow)\b
not (?:take|use) <OBJ> when you (?:drive|drink|feel|are (?:tired|sleepy|busy|going|out))\b
not (?:take|use) another (?:dose|med) (?:if|when)\b
not (?:take|taking) <YOUR><NEXT> (?:dose|med)\b
"""

# Participles of the passive: "the dose can be halved".
PARTICIPLES = {
    "stop": "stopped|discontinued|ceased|halted|withdrawn|given up|thrown away|suspended|interrupted|paused",
    "less": "halved|reduced|lowered|decreased|cut|cut down|cut in half|tapered",
    "more": "doubled|tripled|increased|raised|repeated",
    "skip": "skipped|missed|omitted|left out|missed out",
}
