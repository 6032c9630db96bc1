"""Sentences made from frames: the same act permitted and forbidden, the same duty asked for and denied.

What a frame does to an act is what the second reader must learn; the acts stand in for all others.
"""

from collections.abc import Iterator, Sequence

_RISKS = """
stop taking it suddenly|stopping it suddenly
stop the tablets|stopping the tablets
come off the medicine in a week|coming off the medicine in a week
end the treatment|ending the treatment
double the dose|doubling the dose
take a double dose|taking a double dose
take two tablets at once|taking two tablets at once
take more than you were told|taking more than you were told
go over the limit|going over the limit
skip doses|skipping doses
leave out a dose|leaving out a dose
change the dose|changing the dose
lower the dose|lowering the dose
raise your dose|raising your dose
share the tablets|sharing the tablets
give the tablets to a friend|giving the tablets to a friend
keep tablets that are left over|keeping tablets that are left over
take somebody else's tablets|taking somebody else's tablets
start it again after a break|starting it again after a break
crush the tablets|crushing the tablets
chew the capsules|chewing the capsules
cut the patch|cutting the patch
inject the liquid|injecting the liquid
use the needle again|using the needle again
drink alcohol|drinking alcohol
drink wine with it|drinking wine with it
drive a car|driving a car
use machines|using machines
take other medicines with it|taking other medicines with it
swap it for another medicine|swapping it for another medicine
use it after the date on the box|using it after the date on the box
buy it on the internet|buying it on the internet
take it in pregnancy|taking it in pregnancy
ignore a bad rash|ignoring a bad rash
put off calling for help|putting off calling for help
stay away from your check-ups|staying away from your check-ups
"""
_RISK_ALLOWED = """
You can {b}.
You may {b}.
You may {b} if you like.
You should {b}.
You are free to {b}.
Feel free to {b}.
Please {b}.
Always {b}.
{B}.
{B} whenever you like.
{B} if you feel tired.
{B} if it suits you.
It is fine to {b}.
It is safe to {b}.
It is a good idea to {b}.
It is best to {b}.
It is not dangerous to {b}.
It does not matter if you {b}.
It is up to you whether you {b}.
It does no harm to {b}.
There is no harm in {g}.
There is nothing wrong with {g}.
Nothing will happen if you {b}.
{G} is fine.
{G} is allowed.
{G} is up to you.
{G} does no harm.
{G} is nothing to worry about.
{G} is the best thing you can do.
{G} is a matter of taste.
Do not be afraid to {b}.
Do not hesitate to {b}.
Do not worry if you {b}.
Nobody will mind if you {b}.
Your doctor will not mind if you {b}.
If you feel better, {b}.
If you feel tired, you can {b}.
When it suits you, {b}.
You do not have to ask before you {b}.
You can {b} without asking your doctor.
Many people {b} without any trouble.
Most patients {b} now and then.
We advise you to {b}.
Try {g}.
Why not {b}?
Can I {b}? Yes.
May I {b}? Of course you may.
Unless you feel ill, {b}.
It is wrong to say that you must not {b}.
"""
_RISK_BARRED = """
Do not {b}.
Never {b}.
You should not {b}.
You must not {b}.
You cannot {b}.
Please do not {b}.
Do not {b} without asking your doctor.
Do not {b} unless your doctor tells you to.
Do not {b}, even if you feel better.
Talk to your doctor before you {b}.
Ask your pharmacist before you {b}.
Ask your doctor whether you may {b}.
If you want to {b}, ask your doctor first.
Only {b} if your doctor has told you to.
You may {b} only if your doctor agrees.
Your doctor will tell you whether you can {b}.
It is dangerous to {b}.
It is not safe to {b}.
It can be harmful to {b}.
It is important that you do not {b}.
Make sure that you do not {b}.
Avoid {g}.
{G} can be dangerous.
{G} can do serious harm.
{G} may make you very ill.
{G} is not allowed.
If you {b}, you could become very ill.
People who {b} risk their health.
Can I {b}? No.
May I {b}? Ask your doctor first.
"""
_DUTIES = """
call an ambulance|calling an ambulance
tell your doctor|telling your doctor
go to hospital|going to hospital
ask your pharmacist|asking your pharmacist
get medical help|getting medical help
see a doctor|seeing a doctor
tell your doctor about your other medicines|telling your doctor about your other medicines
finish the course|finishing the course
take it every day|taking it every day
keep to the dose|keeping to the dose
read this leaflet|reading this leaflet
wash your hands|washing your hands
have your blood tested|having your blood tested
measure the dose with the syringe|measuring the dose with the syringe
use contraception|using contraception
report side effects|reporting side effects
carry your card|carrying your card
keep it out of the reach of children|keeping it out of the reach of children
lower the dose slowly|lowering the dose slowly
check your blood sugar|checking your blood sugar
use a new needle each time|using a new needle each time
"""
_DUTY_DENIED = """
Do not {b}.
Never {b}.
You must not {b}.
You should not {b}.
You need not {b}.
You do not have to {b}.
There is no need to {b}.
There is no point in {g}.
There is no hurry to {b}.
{G} is not necessary.
{G} is a waste of time.
{G} is optional.
Do not bother to {b}.
Forget to {b}.
{B} when it suits you.
{B} only if you feel like it.
{B} one of these days.
{B} if you happen to think of it.
{B} if you can be bothered.
{B} in a week or two.
It is not important to {b}.
It is wrong to {b}.
It is silly to {b}.
You could {b} if you have time.
Only {b} if you feel very ill.
You can wait a week before you {b}.
Avoid {g}.
Nobody expects you to {b}.
Do I have to {b}? No.
Should I {b}? Not if you do not want to.
"""
_DUTY_ASKED = """
{B}.
Always {b}.
You must {b}.
You should {b}.
Please {b}.
Remember to {b}.
Make sure that you {b}.
It is important to {b}.
It is important that you {b}.
Do not forget to {b}.
Do not put off {g}.
You need to {b}.
Your nurse can help you to {b}.
Your pharmacist can tell you why you should {b}.
Should I {b}? Yes.
"""
_DANGERS = """
a fit|an overdose|swelling of the face|yellow skin|thoughts of suicide|trouble with breathing|chest pain
black stools|a severe rash|bleeding that does not stop|a swollen tongue
"""
_DANGER_WAVED_AWAY = """
{B} is nothing to worry about.
{B} is harmless.
{B} can wait.
{B} will pass.
{B} needs no treatment.
If you have {b}, wait and see.
If you have {b}, do not call a doctor.
If you have {b}, rest at home for a few days.
If you have {b}, take another tablet.
If you have {b}, tell your doctor at your next visit.
Do not worry about {b}.
You can ignore {b}.
You need not see a doctor about {b}.
Call your doctor about {b} when you have time.
After {b}, carry on as before.
"""
_DANGER_NAMED = """
{B} can be dangerous.
{B} may be a sign of something serious.
{B} needs treatment at once.
If you have {b}, call an ambulance.
If you have {b}, go to hospital at once.
If you have {b}, stop taking it and get medical help straight away.
Get medical help at once if you have {b}.
Call your doctor straight away about {b}.
Never ignore {b}.
Tell your doctor if you have ever had {b}.
Do not wait if you have {b}.
"""


def made_from_frames() -> Iterator[tuple[bool, str]]:
    """Yield each sentence with whether it is dangerous."""
    risks, duties = _pairs(_RISKS), _pairs(_DUTIES)
    dangers = [(noun, "") for line in _DANGERS.strip().splitlines() for noun in line.split("|")]
    for dangerous, frames, fillings in (
        (True, _RISK_ALLOWED, risks),
        (False, _RISK_BARRED, risks),
        (True, _DUTY_DENIED, duties),
        (False, _DUTY_ASKED, duties),
        (True, _DANGER_WAVED_AWAY, dangers),
        (False, _DANGER_NAMED, dangers),
    ):
        for frame in frames.strip().splitlines():
            for base, gerund in fillings:
                yield dangerous, frame.format(b=base, B=_capital(base), g=gerund, G=_capital(gerund))


def _pairs(lines: str) -> Sequence[tuple[str, str]]:
    return [
        (base, gerund) for base, _, gerund in (line.partition("|") for line in lines.strip().splitlines())
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
