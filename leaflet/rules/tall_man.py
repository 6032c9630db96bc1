"""Names that are taken for one another, in tall-man letters: capitals where they differ.

As published: the FDA's Name Differentiation Project, and ISMP's list of look-alike drug names with
recommended tall-man letters.
"""

from leaflet.precompiled import expression
from leaflet.rules.wordlists import word_set

TALL_MAN = word_set(
    """
    acetaZOLAMIDE acetoHEXAMIDE ALPRAZolam aMILoride amLODIPine ARIPiprazole azaCITIDine azaTHIOprine
    buPROPion busPIRone carBAMazepine CARBOplatin ceFAZolin cefTRIAXone CeleBREX CeleXA chlordiazePOXIDE
    chlorproMAZINE chlorproPAMIDE CISplatin clomiPHENE clomiPRAMINE clonazePAM cloNIDine cloZAPine
    cycloSERINE cycloSPORINE DAUNOrubicin DEXmedetomidine diazePAM dilTIAZem dimenhyDRINATE
    diphenhydrAMINE DOBUTamine DOCEtaxel DOPamine DOXOrubicin DULoxetine ePHEDrine EPINEPHrine fentaNYL
    FLUoxetine flavoxATE fluvoxaMINE fluPHENAZine glipiZIDE glyBURIDE guaiFENesin guanFACINE HumaLOG
    HumuLIN hydrALAZINE HYDROcodone HYDROmorphone hydrOXYzine inFLIXimab ISOtretinoin KlonoPIN LaMICtal
    LamISIL lamiVUDine lamoTRIgine levETIRAcetam levoFLOXacin LORazepam medroxyPROGESTERone metFORMIN
    methazolAMIDE methIMAzole methylPREDNISolone methylTESTOSTERone metOLazone metroNIDAZOLE
    miFEPRIStone miSOPROStol mitoXANTRONE niCARdipine NIFEdipine niMODipine NovoLIN NovoLOG OLANZapine
    OXcarbazepine oxyCODONE PACLitaxel PARoxetine PENTobarbital PHENobarbital prednisoLONE predniSONE
    PROzac QUEtiapine quiNIDine quiNINE RABEprazole risperiDONE riTUXimab rOPINIRole sAXagliptin
    SEROquel SINEquan SITagliptin SUFentanil sulfADIAZINE sulfaSALAzine sulfiSOXAZOLE SUMAtriptan
    tiaGABine tiZANidine TOLAZamide TOLBUTamide traMADol traZODone valACYclovir valGANciclovir
    vinBLAStine vinCRIStine ZOLMitriptan ZyPREXA ZyrTEC
    """
)
_SPELLED = {name.lower(): name for name in TALL_MAN}
_WORD = expression(r"[A-Za-z]{5,30}")


def told_apart(name: str) -> str:
    """Return a medicine's name with the words of the published lists in tall-man letters."""
    return _WORD.sub(lambda word: _SPELLED.get(word.group().lower(), word.group()), name)
