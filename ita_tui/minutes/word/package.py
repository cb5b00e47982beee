"""The file around a Word document: its page, what is left out of it, and its bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Length

from ita_tui.minutes.style import Digits
from ita_tui.minutes.word.styles import SETTINGS, STYLES, Style

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.rel import Relationships
    from docx.section import Section

_KEPT = {RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES, RELATION.STYLES, RELATION.SETTINGS}
"""What of python-docx's model file is kept; the rest is a thumbnail, fonts, other styles."""

_LEFT, _RIGHT, _WIDTH = Cm(3), Cm(2), Cm(21)

TEXT_WIDTH = Length(_WIDTH - _LEFT - _RIGHT)
"""Between the margins."""

_NUMBER_FORMAT = {Digits.THAI: "thaiNumbers", Digits.ARABIC: "decimal"}

_TIMES = {qn("dcterms:created"), qn("dcterms:modified")}
"""Those of the model file, which say nothing of the document."""

_LONGEST_TITLE = 255
"""What the properties of a file hold."""


def blank(title: str, digits: Digits) -> WordDocument:
    """A document without text: A4, the styles, the number of the page above it."""
    document = Document()
    _leave_out(document.part.rels)
    _leave_out(document.part.package.rels)
    for element, source in (
        (document.styles.element, STYLES),
        (document.settings.element, SETTINGS),
    ):
        element[:] = list(parse_xml(source))
    properties = document.core_properties
    properties.title = title[:_LONGEST_TITLE]
    properties.author = properties.comments = ""
    properties.language = "th-TH"
    for part in list(properties._element):
        if part.tag in _TIMES:
            properties._element.remove(part)
    _set_page(document.sections[0], digits)
    return document


def packed(document: WordDocument) -> bytes:
    """The bytes of a document: the same for the same text, so without the time of writing."""
    written, same = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(same, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return same.getvalue()


def _leave_out(relations: Relationships) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in _KEPT]:
        del relations[key]


def _set_page(section: Section, digits: Digits) -> None:
    """A4 with the margins of official letters, and `- ๒ -` above each page but the first."""
    section.page_width, section.page_height = _WIDTH, Cm(29.7)
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance = section.footer_distance = Cm(1.25)
    section.different_first_page_header_footer = True
    # The digits belong to the section, not to the field: with the field's own switch
    # (\* ThaiArabic) LibreOffice counts in Thai letters instead. It has no Thai digits for pages
    # whatever a Word file asks for, and shows Arabic ones here; Word shows the Thai.
    number_format = OxmlElement("w:pgNumType")
    number_format.set(qn("w:fmt"), _NUMBER_FORMAT[digits])
    section._sectPr.find(qn("w:pgMar")).addnext(number_format)
    (paragraph,) = section.header.paragraphs
    paragraph.style = Style.HEADER
    paragraph.add_run("- ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    # The number that a program shows which does not count pages.
    field.append(paragraph.add_run(digits.prose("2"))._r)
    paragraph._p.append(field)
    paragraph.add_run(" -")
