"""How a Word file looks: its styles and its settings, as WordprocessingML.

After the customs of official Thai papers: TH Sarabun New of 16 points, and paragraphs that begin
2.5 cm in, their lines spread as Thai is. Word takes the font, size, weight and slant of Thai
letters from the settings for complex scripts (w:cs, w:szCs, w:bCs, w:iCs) alone, so each stands
beside its Latin twin. Lengths are in twentieths of a point: 567 are 1 cm.
"""

from __future__ import annotations

FONT = "TH Sarabun New"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Style:
    """The names of the styles of a document."""

    BODY = "Body Text"
    TITLE = "Title Line"
    SPEAKER = "Speaker"
    LABEL = "Labelled"
    RULE = "Rule"
    SIGNATURE = "Signature Line"
    SIGNER = "Signer"
    CELL = "Table Text"
    HEADER = "Header"
    HYPERLINK = "Hyperlink"
    TABLE = "Table Grid"

    @staticmethod
    def heading(level: int) -> str:
        """The style of a heading; those below level 3 look alike."""
        return f"Heading {min(level, 3)}"


_OWN = {
    Style.TITLE, Style.SPEAKER, Style.LABEL, Style.RULE, Style.SIGNATURE, Style.SIGNER, Style.CELL,
}  # fmt: skip
"""The styles that Word does not know of itself."""

_CENTRED = '<w:jc w:val="center"/>'
_BOLD = "<w:b/><w:bCs/>"
_WITH_NEXT = "<w:keepNext/><w:keepLines/>"


def _size(points: int) -> str:
    return f'<w:sz w:val="{2 * points}"/><w:szCs w:val="{2 * points}"/>'


def _above(points: int, below: int = 0) -> str:
    return f'<w:spacing w:before="{20 * points}" w:after="{20 * below}"/>'


def _style(name: str, paragraph: str = "", run: str = "") -> str:
    default = name == "Normal"
    heading = name.startswith("Heading ")
    kind = 'w:default="1"' if default else 'w:customStyle="1"' if name in _OWN else ""
    base = "" if default else '<w:basedOn w:val="Normal"/>'
    # Inside a file these two kinds of style have names in small letters.
    inner = name.lower() if heading or name == Style.HEADER else name
    followed = f'<w:next w:val="{_id(Style.BODY)}"/>' if heading else ""
    return (
        f'<w:style w:type="paragraph" {kind} w:styleId="{_id(name)}"><w:name w:val="{inner}"/>'
        f"{base}{followed}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _id(name: str) -> str:
    return name.replace(" ", "")


_FONTS = (
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{_size(16)}'
    '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>'
)

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

_OTHERS = f"""
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
  <w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
  <w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
  <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
  <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
</w:style>
<w:style w:type="table" w:styleId="{_id(Style.TABLE)}"><w:name w:val="Table Grid"/>
  <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>
</w:style>
"""

# A signature: the dots end where what was signed for begins, and the name stands below the dots.
_SIGNATURE_TABS = (
    '<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="5670"/></w:tabs><w:spacing w:before="560"/>'
    '<w:ind w:left="5670" w:hanging="3402"/>'
)
_SIGNER_PLACE = f'<w:ind w:left="2268" w:right="2665"/>{_CENTRED}'

_RULE = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:spacing w:after="120"/><w:ind w:left="3402" w:right="3402"/>'
)

_PARAGRAPHS = (
    _style("Normal", run=_FONTS),
    _style(
        Style.heading(1),
        f'{_WITH_NEXT}{_CENTRED}<w:outlineLvl w:val="0"/>',
        f"{_BOLD}{_size(18)}",
    ),
    _style(Style.heading(2), f'{_WITH_NEXT}{_above(12, 3)}<w:outlineLvl w:val="1"/>', _BOLD),
    _style(Style.heading(3), f'{_WITH_NEXT}{_above(8, 3)}<w:outlineLvl w:val="2"/>', _BOLD),
    _style(Style.BODY, '<w:ind w:firstLine="1418"/><w:jc w:val="thaiDistribute"/>'),
    _style(Style.TITLE, f"{_WITH_NEXT}{_CENTRED}"),
    _style(Style.SPEAKER, f"{_WITH_NEXT}{_above(4)}"),
    _style(Style.LABEL, _above(4)),
    _style(Style.RULE, _RULE),
    _style(Style.SIGNATURE, f"{_WITH_NEXT}{_SIGNATURE_TABS}"),
    _style(Style.SIGNER, f"{_WITH_NEXT}{_SIGNER_PLACE}"),
    _style(Style.CELL),
    _style(Style.HEADER, _CENTRED),
)

STYLES = (
    f'<w:styles xmlns:w="{_WORD}"><w:docDefaults>'
    f"<w:rPrDefault><w:rPr>{_FONTS}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    f"{''.join(_PARAGRAPHS)}{_OTHERS}</w:styles>"
)
"""The whole of the part `word/styles.xml`."""

SETTINGS = f"""
<w:settings xmlns:w="{_WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
  w:val="15"/></w:compat>
<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>
</w:settings>
"""
"""The whole of the part `word/settings.xml`."""
