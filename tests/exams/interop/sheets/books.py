"""Workbooks for tests: rows in, bytes out."""

import zipfile
from io import BytesIO

from openpyxl import Workbook

HEAD = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案"]
GOOD = ["单选题", "先做什么？", "核对身份", "查余额", "挂断", "转接", "A"]


def book(**sheets):
    """A workbook of sheets by title, each a list of rows."""
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(made)


def saved(made):
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def changed(raw, **texts):
    """The same workbook with parts replaced: by the end of their names, dots as underscores; None leaves them out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.rpartition("/")[2].replace(".", "_")
            if key not in texts:
                new.writestr(name, old.read(name))
            elif texts[key] is not None:
                new.writestr(name, texts[key](old.read(name).decode()))
    return out.getvalue()
