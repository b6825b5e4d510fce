"""Tags and attributes of WordprocessingML in lxml's notation."""

from __future__ import annotations

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
C_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CX_NS = "http://schemas.microsoft.com/office/drawing/2014/chartex"
DGM_NS = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V_NS = "urn:schemas-microsoft-com:vml"
O_NS = "urn:schemas-microsoft-com:office:office"
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
W15_NS = "http://schemas.microsoft.com/office/word/2012/wordml"


def w(name: str) -> str:
    return f"{{{W_NS}}}{name}"


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, TRPR, TCPR = w("pPr"), w("rPr"), w("trPr"), w("tcPr")
VAL, ID, TYPE = w("val"), w("id"), w("type")
BODY, SDT, SDT_CONTENT = w("body"), w("sdt"), w("sdtContent")
INS, DEL, MOVE_TO, MOVE_FROM = w("ins"), w("del"), w("moveTo"), w("moveFrom")
COMMENT_START, COMMENT_END = w("commentRangeStart"), w("commentRangeEnd")
COMMENT_REFERENCE = w("commentReference")
TEXT_BOX = w("txbxContent")
BREAK = w("br")

ALTERNATE = f"{{{MC_NS}}}AlternateContent"
CHOICE = f"{{{MC_NS}}}Choice"
FALLBACK = f"{{{MC_NS}}}Fallback"
BLIP = f"{{{A_NS}}}blip"
IMAGE_DATA = f"{{{V_NS}}}imagedata"
OLE_OBJECT = f"{{{O_NS}}}OLEObject"
MATH = f"{{{M_NS}}}oMath"
MATH_PARAGRAPH = f"{{{M_NS}}}oMathPara"
REL_ID = f"{{{R_NS}}}id"
REL_EMBED = f"{{{R_NS}}}embed"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
