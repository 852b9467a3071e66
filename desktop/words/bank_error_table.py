"""The sentences for question banks of other programs: files, questions not taken, and those to look at.

To add a code: one line here, two entries in assets/translations/zh/bank.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    # file
    "E_BANK_EMPTY": (
        mark("There is nothing in this file."),
        mark("Nothing was taken in. Export the questions again."),
    ),
    "E_BANK_FORMAT": (
        mark("No format of questions that is read here was found in this file."),
        mark("Nothing was taken in. Name the format with --format, or export the questions in another one."),
    ),
    "E_BANK_XML": (
        mark("The XML of this file is not whole: line {line}, column {column}."),
        mark("Nothing was taken in. Mend that place, or export the questions again."),
    ),
    "E_BANK_ENTITIES": (
        mark("This file declares XML entities of its own, which no export of questions needs."),
        mark("Nothing was taken in. Ask whoever made the file for a clean export."),
    ),
    "E_ZIP.bank": (
        mark("This package is damaged, locked, or holds what no package of questions may: {detail}"),
        mark("Nothing was taken in. Export the questions again, or unpack the packages inside and take them in alone."),
    ),
    "E_PATH.bank": (
        mark("The package holds a file whose name is not allowed: {path}"),
        mark("Nothing was taken in. Ask whoever made the package for a clean export."),
    ),
    # questions not taken
    "E_UNSUPPORTED": (
        mark("Questions of the type “{type}” are not read here."),
        mark("The others were. Enter it anew in another type."),
    ),
    "E_NO_ANSWER": (
        mark("The question has no answer."),
        mark("Add a right answer."),
    ),
    "E_TOO_FEW": (
        mark("Too few answers: {count}; at least {least} are needed."),
        mark("Add the missing ones."),
    ),
    "E_ANSWER_NUMBER": (
        mark("“{text}” is no number."),
        mark("Write it in digits, with a point before the decimals."),
    ),
    "E_FRACTION": (
        mark("“{text}” is no weight of an answer."),
        mark("Write a percentage, such as 50 or -33.33333."),
    ),
    "E_GIFT_BRACE": (
        mark("“{missing}” is missing: a brace was left out, or a blank line stands between the braces."),
        mark("Add the brace or take the blank line out; a brace in the text is written with a backslash."),
    ),
    "E_GIFT_MATCHING": (
        mark("“{text}” is no pair: there is no “->” in it."),
        mark("Write every pair as: left -> right."),
    ),
    "E_AIKEN_START": (
        mark("An option or an answer stands here before any question."),
        mark("Write the question's text in the line above its options."),
    ),
    "E_AIKEN_END": (
        mark("The question “{text}” ends without a line “ANSWER:”."),
        mark("Add the line; a question's text may have one line only."),
    ),
    "E_AIKEN_KEY": (
        mark("The answer “{key}” is none of the question's options."),
        mark("Name the letter of an option."),
    ),
    "E_WORD_BRACE": (
        mark("The sentence has no “{missing}” around its answers."),
        mark("Write the answers between braces."),
    ),
    "E_CLOZE_NONE": (
        mark("There is no blank in the text."),
        mark("Write each blank as: {{1:SHORTANSWER:=answer}}."),
    ),
    "E_CLOZE_TYPE": (
        mark("A blank has the type “{type}”, which there is not."),
        mark("Use SHORTANSWER, NUMERICAL, MULTICHOICE or MULTIRESPONSE."),
    ),
    "E_CLOZE_KEY": (
        mark("Blank {blank} has no fully right answer."),
        mark("Mark one with an equals sign."),
    ),
    "E_CLOZE_OPEN": (
        mark("Blank {blank} does not end."),
        mark("Close it with a brace; a brace in an answer is written with a backslash."),
    ),
    "E_QTI_FILE": (
        mark("The file {file} of the package could not be read [{reason}]."),
        mark("The others were. Mend it or export it again."),
    ),
    # grading
    "E_GRADE_CASE": (
        mark("Line {line} is no case that can be graded: {detail}."),
        mark("The others were graded. Each line holds question, response and options."),
    ),
    "E_GRADE_TYPE": (
        mark("Line {line}: a question of the type “{type}” is not marked by a program."),
        mark("The others were graded."),
    ),
    # questions taken, with something to look at
    "W_ENCODING": (
        mark("The file is not UTF-8; it was read as {encoding}."),
        mark("Check that the characters are right."),
    ),
    "W_FRACTION": (
        mark("The weight “{fraction}” is none of those that Moodle knows."),
        mark("It was kept as written."),
    ),
    "W_NO_FULL_MARK": (
        mark("No answer of the question gives the whole mark."),
        mark("Check which one is right."),
    ),
    "W_EMPTY_OPTION": (
        mark("An answer of the question is empty."),
        mark("Check whether one is missing."),
    ),
    "W_NO_NAME": (
        mark("The question has no name; the beginning of its text was taken."),
        mark("Name it where it is kept."),
    ),
    "W_GIFT_LOWER": (
        mark("“{text}” in small letters is a short answer, not true or false."),
        mark("Write TRUE or FALSE if that is meant."),
    ),
    "W_GIFT_WEIGHT": (
        mark("A weight stands behind an equals sign; it was read as the weight of that option."),
        mark("With weights, begin the option with a tilde."),
    ),
    "W_GIFT_SECOND": (
        mark("There are more braces behind the answers; they were read as text."),
        mark("Put a blank line before each question."),
    ),
    "W_GIFT_CATEGORY": (
        mark("There is text below the line of the category; it was read as a part of its name."),
        mark("Put a blank line below the category."),
    ),
    "W_XML_MARKUP": (
        mark("A text holds tags of its own instead of escaped ones; they were kept as its text."),
        mark("Check how it looks."),
    ),
    "W_XML_ORDER": (
        mark("The answers are not called true and false; the first was taken for true."),
        mark("Check which one is right."),
    ),
    "W_MISSING_FILE": (
        mark("The manifest of the package lists {file}, which is not there."),
        mark("The others were read. Ask for that file if it is needed."),
    ),
    # questions written
    "W_LOST": (
        mark("“{name}” loses in this format: {what}."),
        mark("Export to Moodle XML to keep it."),
    ),
    "W_NOT_WRITTEN": (
        mark("“{name}” cannot be written in this format: {type}."),
        mark("It was left out. Export to Moodle XML to keep it."),
    ),
}
