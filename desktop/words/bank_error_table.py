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
    "E_TOO_MANY": (
        mark("Too many gaps: {count}; with so many words there may be {most}."),
        mark("Make several questions of it."),
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
    # tables, workbooks, typed papers
    "E_BANK_SHEET": (
        mark("This workbook or document cannot be opened: {detail}"),
        mark("Nothing was taken in. Open it, save it anew as .xlsx or .docx, and try again."),
    ),
    "E_BANK_HEADINGS": (
        mark("No headings were found in the first five rows of any table."),
        mark("Nothing was taken in. Write the headings 题干, 选项A, 选项B, 答案 above the columns."),
    ),
    "E_BANK_LOCKED": (
        mark("This file is locked with a password."),
        mark("Nothing was taken in. Save it without a password."),
    ),
    "E_BANK_MACROS": (
        mark("This file carries macros."),
        mark("Nothing was taken in. Save it as .xlsx or .docx, without macros."),
    ),
    "E_BANK_MISSING": (
        mark("There is no question bank at {path}."),
        mark("Check the path; the first import makes the bank."),
    ),
    "E_BANK_FOREIGN": (
        mark("{path} is no question bank of this program, or it is damaged [{detail}]."),
        mark("It was left as it is. Name another file."),
    ),
    "E_BANK_NOTHING": (
        mark("There is no import left in {path} that could be taken back."),
        mark("The bank is empty."),
    ),
    "E_BANK_TOUCHED": (
        mark("The last import cannot be taken back: people have worked on {count} of its questions."),
        mark("Retire what is not wanted, one by one."),
    ),
    "E_BANK_MOVED": (
        mark("Somebody else has changed this question meanwhile, or it is gone."),
        mark("Nothing was written. Open it again and look."),
    ),
    "E_BANK_STEP": (
        mark("A question cannot go from “{state}” to “{wanted}”."),
        mark("It goes from draft to review, from there to live, and is retired at the end."),
    ),
    "E_BANK_OWN": (
        mark("Whoever wrote a question or handed it to review cannot release it."),
        mark("Ask a second person to sign in, look at it, and release it."),
    ),
    "E_BANK_NAME": (
        mark("Nobody is named who works in the bank."),
        mark("Type your name; it is written down with what you do."),
    ),
    "E_BANK_WRITE": (
        mark("{path} could not be written: {detail}"),
        mark("Check the folder and its permissions, and that no other program has the file open."),
    ),
    "E_SHEET_STEM": (
        mark("The question has no text."),
        mark("Write it in the column 题干."),
    ),
    "E_SHEET_ANSWER": (
        mark("“{text}” is no answer that can be read for this type."),
        mark("Write the letters of the right options, such as A or ACD."),
    ),
    "E_SHEET_KEY": (
        mark("The answer names option {key}, but the options end at {last} or that one is empty."),
        mark("Correct the answer or add the option."),
    ),
    "E_SHEET_ONE": (
        mark("A single choice question has several right options: {key}."),
        mark("Name one, or make it a multiple choice question."),
    ),
    "E_SHEET_MANY": (
        mark("The question has {count} options; only {most} can have a letter."),
        mark("Take some out, or make several questions of it."),
    ),
    "E_SHEET_TRUTH": (
        mark("“{text}” says neither true nor false."),
        mark("Write 对 or 错."),
    ),
    "E_SHEET_BLANKS": (
        mark("The question has {blanks} blanks, the answer {answers} parts."),
        mark("Write one part a blank with | between them; alternatives with ; between them."),
    ),
    "E_SHEET_MARK": (
        mark("“{text}” is no number of points."),
        mark("Write a number, such as 2 or 0.5."),
    ),
    "E_SHEET_QUOTE": (
        mark("A quotation mark is missing or too many in this row."),
        mark("Quotation marks inside a cell are written twice."),
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
    "W_SHEET_FEW": (
        mark("A multiple choice question has one right option only: {key}."),
        mark("Check whether one is missing."),
    ),
    "W_SHEET_SAME": (
        mark("Two options of the question say the same."),
        mark("Check which one was meant."),
    ),
    "W_SHEET_LETTER": (
        mark("A true-or-false question without options has the answer {key}; A was taken for true, B for false."),
        mark("Write 对 or 错."),
    ),
    "W_TRANSLATION": (
        mark("The text in the other language is not whole; until it is, exams show the first one in both languages."),
        mark("Write the question, then every option it has on a line of its own: A. …"),
    ),
    "W_SHEET_OPTIONS": (
        mark("This type has no options; what stands in the columns of options was left out."),
        mark("Check that no cell of the row has moved."),
    ),
    "W_SHEET_IMAGE": (
        mark("The question has a picture in a cell, which was not taken in."),
        mark("Add the picture where the question is kept."),
    ),
    "W_SHEET_SKIPPED": (
        mark("The sheet “{sheet}” was left out: hidden, a manual, or without headings."),
        mark("If it holds questions, show it and write headings above its columns."),
    ),
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
    "W_XML_CLOSED": (
        mark("A tag was not closed; it was closed where the one around it ends."),
        mark("Check the answers of the question at this place."),
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
