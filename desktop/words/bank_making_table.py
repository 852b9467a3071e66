"""The sentences for what headquarters makes of its bank: questions that no exam can ask, blueprints that lack some.

To add a code: one line here, two entries in assets/translations/zh/bank_making.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    # released questions that stay out of the pack
    "E_ASK_CHAPTER": (
        mark("“{category}” names no chapter of the course."),
        mark("Write its number or title into the question, such as “Chapter 2” or “2.6”."),
    ),
    "E_ASK_CHAPTER.none": (
        mark("No chapter of the course is named."),
        mark("Write its number or title into the question, such as “Chapter 2” or “2.6”."),
    ),
    "E_ASK_TYPE": (
        mark("An exam has no card for a question of the type “{type}”."),
        mark("It stays in the bank. Ask the same in another type."),
    ),
    "E_ASK_MEDIA": (
        mark("The question shows a picture, which an exam cannot."),
        mark("Say in words what the picture shows."),
    ),
    "E_ASK_PICTURE": (
        mark("The picture of this question is missing, or of a kind that an exam does not show."),
        mark("Bring it in with a PNG or JPEG of at most 300 kB in the same package."),
    ),
    "E_ASK_REGIONS": (
        mark("An exam cannot ask the regions of this picture: 2 to 20, each a plain shape inside the picture."),
        mark("Draw the regions anew in the program it came from."),
    ),
    "E_ASK_OPTIONS": (
        mark(
            "An exam cannot show these options ({count}): at least two, no more than {most}, each filled and different."
        ),
        mark("Change the options."),
    ),
    "E_ASK_WEIGHTS": (
        mark("The marks of this question are counted in a way that an exam does not know."),
        mark("Give every right answer the same weight, and a number one right value."),
    ),
    "E_ASK_KEY": (
        mark("The key of this question is not clear enough for an exam."),
        mark("Name the right answer."),
    ),
    # blueprints
    "E_BLUEPRINT_UNFILLED": (
        mark("The live questions cannot fill the exam “{blueprint}”: form {form} lacks {missing}."),
        mark("Release more questions, or ask for fewer. Nothing was changed."),
    ),
    "E_BLUEPRINT_RULE": (
        mark("The blueprint's numbers do not fit together [{field}]."),
        mark("Correct that number. Nothing was saved."),
    ),
    "E_OVERLAY_RULE": (
        mark("Box {place} of the overlay lacks something [{field}]."),
        mark("Each needs a fact or a section, a Chinese text, a source, and a day like 2026-11-29. Nothing was saved."),
    ),
    "E_BLUEPRINT_NONE": (
        mark("Headquarters knows no exam “{blueprint}”."),
        mark("Publish the course once; then its exams can be changed here."),
    ),
}
