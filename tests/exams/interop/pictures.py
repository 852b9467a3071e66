"""Pictures, QTI items and Moodle questions about them, made small."""

import struct
import zlib
from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

MANIFEST = (
    '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>'
    '<resource identifier="r1" type="imsqti_item_xmlv2p1" href="items/one.xml"><file href="items/one.xml"/></resource>'
    "</resources></manifest>"
)
CHOICES = (
    '<hotspotChoice identifier="left" shape="rect" coords="40,60,200,120" hotspotLabel="左边的框"/>'
    '<hotspotChoice identifier="round" shape="circle" coords="560,90,40"/>'
    '<hotspotChoice identifier="star" shape="poly" coords="300,20,340,90,260,90,300,20">星形</hotspotChoice>'
)
AREAS = (
    '<areaMapping defaultValue="0"><areaMapEntry shape="rect" coords="40,60,200,120" mappedValue="1"/>'
    '<areaMapEntry shape="circle" coords="560,90,40" mappedValue="1"/>'
    '<areaMapEntry shape="ellipse" coords="300,90,30,20" mappedValue="-1"/></areaMapping>'
)


def png(wide=720, high=240):
    """A picture of one colour, packed close."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\x80" * ((wide + 7) // 8)) * high
    head = struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg(wide, high):
    """Only as much of a JPEG as says its size."""
    frame = struct.pack(">BHHB", 8, high, wide, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xda"


def hotspot_item(key=("left",), cardinality="multiple", choices=CHOICES, size='width="720" height="240"', most="0"):
    """A hotspot interaction of QTI 2.1."""
    values = "".join(f"<value>{one}</value>" for one in key)
    declared = (
        f'<responseDeclaration identifier="R" cardinality="{cardinality}" baseType="identifier">'
        f"<correctResponse>{values}</correctResponse></responseDeclaration>"
    )
    shown = f'<object type="image/png" data="../pictures/desk%20one.png" {size}>两个框和一个圆</object>'
    asked = f'<hotspotInteraction responseIdentifier="R" maxChoices="{most}"><prompt>点哪里？</prompt>{shown}{choices}'
    return _item(declared, f"{asked}</hotspotInteraction>", "match_correct")


def point_item(areas=AREAS, most="2", cardinality="multiple"):
    """A select point interaction of QTI 2.1."""
    declared = f'<responseDeclaration identifier="R" cardinality="{cardinality}" baseType="point">{areas}'
    shown = '<object type="image/png" data="../pictures/desk%20one.png" width="720" height="240"/>'
    asked = f'<selectPointInteraction responseIdentifier="R" maxChoices="{most}"><prompt>点哪里？</prompt>{shown}'
    return _item(f"{declared}</responseDeclaration>", f"{asked}</selectPointInteraction>", "map_response_point")


def _item(declared, asked, template):
    return (
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="one" title="图">'
        f"{declared}<itemBody>{asked}</itemBody>"
        f'<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/{template}"/>'
        "</assessmentItem>"
    )


def package(item, picture=None):
    """A package of one item, with its picture where there is one."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("imsmanifest.xml", MANIFEST)
        archive.writestr("items/one.xml", item)
        if picture is not None:
            archive.writestr("pictures/desk one.png", picture)
    return packed.getvalue()


def markers(drops, drags=("止付",), picture=None):
    """A question of Moodle with markers on a picture; each drop is shape, coordinates and the number of its marker."""
    file = b64encode(picture or png()).decode()
    told = "".join(f"<drag><no>{at}</no><text>{text}</text></drag>" for at, text in enumerate(drags, 1))
    told += "".join(
        f"<drop><no>{at}</no><shape>{shape}</shape><coords>{coords}</coords><choice>{choice}</choice></drop>"
        for at, (shape, coords, choice) in enumerate(drops, 1)
    )
    return (
        '<quiz><question type="ddmarker"><name><text>标记</text></name><questiontext format="html">'
        "<text>放在哪里？</text>"
        f'</questiontext><file name="bg.png" path="/" encoding="base64">{file}</file>{told}</question></quiz>'
    )
