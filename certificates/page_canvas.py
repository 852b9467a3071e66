"""One canvas of our own over reportlab's: a single tagged A4 page that describes itself and carries its fonts."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from certificates.boxes import PAGE_HEIGHT, PAGE_WIDTH, TextLine
from certificates.fonts import SERIF, face, runs
from certificates.icc import srgb
from certificates.page_files import Attachment, file_specification, name_tree
from certificates.page_fonts import font_name
from certificates.page_streams import ornament_stream, packed_stream, plain_stream
from certificates.page_tags import Structure, text_string
from certificates.palette import COLOURS
from certificates.xmp import About, xmp

PAGE_BOX = (0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT)


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """A catalog that also keeps output intents and attached files."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF")
    __Refs__ = tuple(name for name in pdfdoc.PDFCatalog.__NoDefault__ if name not in {"ViewerPreferences", "MarkInfo"})


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that also keeps its place in the structure."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class _Information(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The information dictionary, saying the same as the metadata."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.about = about

    def digest(self, md5object: Any) -> None:
        """Nothing: the document's identifier is set from its facts."""

    def format(self, document: Any) -> bytes:
        """The dictionary's bytes."""
        about = self.about
        day = pdfdoc.PDFString(f"D:{about.day:%Y%m%d}000000+08'00'")
        told = {"Title": about.title, "Author": about.author, "Subject": about.subject}
        entries: dict[str, Any] = {key: text_string(text) for key, text in told.items()}
        entries |= {"Creator": text_string(about.tool), "Producer": text_string(about.tool)}
        entries |= {"CreationDate": day, "ModDate": day}
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


class CertificateCanvas(Canvas):  # type: ignore[misc]
    """Draws one page; `finish` gives its bytes. The same calls give the same bytes."""

    _code: list[str]

    def __init__(self, about: About) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=font_name(SERIF),
            lang=about.languages[0],
        )
        self._structure = Structure()
        self._forms: dict[str, Any] = {}
        self._about = about
        self._files: dict[str, Any] = {}
        catalog = _Catalog()
        catalog.Pages, catalog.Lang = self._doc.Pages, pdfdoc.PDFString(about.languages[0])
        self._doc.Catalog = self._doc._catalog = catalog
        self._doc.info = _Information(about)
        digest = sha256(xmp(about)).hexdigest()[:32]
        self._doc._ID = f"\n[<{digest}><{digest}>]\n".encode()

    def operators(self, code: str) -> None:
        """Put plain PDF operators on the page."""
        self._code.append(code)

    def add_form(self, name: str, content: str, box: tuple[float, float, float, float], *inner: str) -> None:
        """Keep a drawing that the page, and drawings after it, stamp as `/name Do`; `inner` are those it stamps."""
        forms = pdfdoc.PDFDictionary({each: self._forms[each] for each in inner}) if inner else None
        self._forms[name] = self._doc.Reference(ornament_stream(content, box, forms), f"Ornament.{name}")

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """What is drawn inside says nothing: a screen reader passes it over."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    @contextmanager
    def figure(self, language: str, alt: str, words: str = "") -> Iterator[None]:
        """What is drawn inside is one picture, described by `alt`; copied as text it gives `words`."""
        number = self._structure.mark("Figure", language, alt, alt)
        self._code.append(f"/Figure <</MCID {number}>> BDC q\n{_span(words)}")
        yield
        self._code.append("EMC Q EMC")

    def text(self, line: TextLine) -> None:
        """Set one line where the layout put it; spaced letters still copy as the word they are."""
        number = self._structure.mark(line.tag, line.language, (line.field, line.language))
        pieces, spaced = runs(line.style.face, line.text), line.style.tracking * line.size
        self._code.append(
            f"/{line.tag} <</MCID {number}>> BDC\n{_span(line.text if spaced or len(pieces) > 1 else '')}"
        )
        self.setFillColorRGB(*COLOURS[line.colour])
        x = line.x
        for name, piece in pieces:
            self.setFont(font_name(name), line.size)
            self.drawString(x, line.baseline, piece, charSpace=spaced)
            x += face(name).width(piece) * line.size + spaced * len(piece)
        self._code.append("EMC EMC")

    def attach(self, attachment: Attachment) -> None:
        """Carry a file along, under its name."""
        written = file_specification(self._doc, attachment, self._about.day)
        self._files[attachment.name] = self._doc.Reference(written, f"File.{attachment.name}")

    def finish(self) -> bytes:
        """Close the page and give the file's bytes."""
        doc, page = self._doc, _Page()
        page.pagewidth, page.pageheight = PAGE_WIDTH, PAGE_HEIGHT
        page.Contents = packed_stream("\n".join([self._preamble, *self._code]).encode("latin-1"))
        page.Resources = pdfdoc.PDFResourceDictionary(XObject=self._forms)
        page.Resources.basicFonts()
        page.StructParents, page.Tabs = 0, pdfdoc.PDFName("S")
        page_reference = doc.thisPageRef()
        doc.addPage(page)
        self._code.clear()
        self._describe(doc, page_reference)
        return bytes(doc.GetPDFData(self))

    def _describe(self, doc: Any, page: Any) -> None:
        catalog = doc.Catalog
        catalog.StructTreeRoot = self._structure.write(doc, page)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = doc.Reference(plain_stream(xmp(self._about), Type="/Metadata", Subtype="/XML"), "Metadata")
        profile = doc.Reference(packed_stream(srgb(), N=3), "Profile")
        intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "DestOutputProfile": profile}
        intent["OutputConditionIdentifier"] = pdfdoc.PDFString("sRGB IEC61966-2.1")
        catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
        if self._files:
            catalog.AF = pdfdoc.PDFArray(list(self._files.values()))
            catalog.Names = name_tree(self._files)


def _span(words: str) -> str:
    """Opens a span that stands for these words, whatever is drawn in it."""
    return f"/Span <</ActualText <FEFF{words.encode('utf-16-be').hex()}>>> BDC" if words else "/Span <<>> BDC"
