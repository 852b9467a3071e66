"""The sentences for certificates handed in by themselves, people who are one, and a register on a server.

To add a code: one line here, two entries in assets/translations/zh/collect.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_PAPER_DIFFERS": (
        mark("The certificate {number} is in the register with other facts than on this paper [{field}]."),
        mark("The register stands. Look into how this paper came about."),
    ),
    "E_CERT_NUMBER": (
        mark("The certificate number {number} belongs to another exam already."),
        mark("The first one stands. A person has to decide; both are under the conflicts."),
    ),
    "W_PAPER_UNKNOWN": (
        mark("The certificate {number} is genuine, but no bundle with its exam has come in."),
        mark("Ask the branch for its bundle; until then it does not count."),
    ),
    "E_PAPER_UNREAD": (
        mark("Certificates by themselves are not read here."),
        mark("Nothing was taken in. Check it with: academy certificate verify."),
    ),
    "E_MERGE": (
        mark("These two records cannot become one."),
        mark("Name two different staff IDs, the one to keep first."),
    ),
    "E_MERGE.same": (
        mark("Both staff IDs are {gone}: that is one record already."),
        mark("Name two different staff IDs, the one to keep first."),
    ),
    "E_MERGE.unknown": (
        mark("{staff_id} is not on the staff list."),
        mark("Take in the staff list first, or correct the number."),
    ),
    "E_MERGE.id_number": (
        mark("The ID numbers of {kept} and {gone} end differently: these are two people."),
        mark("Nothing was changed. Correct the staff list first if one of the numbers is wrong."),
    ),
    "E_MERGE.merged": (
        mark("{staff_id} was made one with {other} before."),
        mark("Undo that first."),
    ),
    "E_REGISTER_DRIVER": (
        mark("This installation cannot speak to PostgreSQL."),
        mark("Install the library psycopg beside it (pip install 'branch-academy[postgresql]'), or use a file."),
    ),
    "E_REGISTER_SERVER": (
        mark("The register's server does not answer as it should [{detail}]."),
        mark("Nothing was done. Check its address, and whether it is running and lets you in."),
    ),
}
