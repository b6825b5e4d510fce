"""English sentences with a number in them, for one; Indonesian says one as it says many."""

from __future__ import annotations

ONE: dict[str, str] = {
    "step.apply_codes": "Code with {n} code",
    "step.uncode_many": "Remove {n} coding",
    "step.recode": "Recode {n} coding as “{code}”",
    "step.delete_codes": "Delete {n} code",
    "step.remove_sources": "Remove {n} source",
    "step.paste_cells": "Paste {n} cell",
    "step.clear_cells": "Clear {n} cell",
    "step.delete_cases": "Delete {n} case",
    "step.code_passages": "Code {n} passage as “{code}”",
    "step.split": "Split {n} coding off into “{code}”",
    "step.use_quotations": "Mark {n} quotation as used",
    "step.leave_out_quotations": "Leave out {n} quotation",
    "step.take_back_quotations": "Put {n} quotation back on the shelf",
    "step.freeze_lines": "Keep the line numbers of {n} source",
    "step.renew_lines": "Number the lines of {n} source anew",
    "step.take_comments": "Take in {n} comment from “{file}”",
    "step.add_pseudonyms": "{n} pseudonym",
    "step.remove_pseudonyms": "Remove {n} pseudonym",
    "step.import_posts": "Import {n} post from “{name}”",
    "imported_posts": "{n} post, a source of its own.",
    "said_posts": "Imported {n} post from {path}",
    "txt_nul_replaced": "{count} zero byte stands as �.",
    "txt_bytes_lost": "{count} place could not be decoded and stands as �.",
    "docx_hidden_text": "{count} character of hidden text was left out.",
    "docx_charts": "{count} chart was left out.",
    "docx_diagrams": "{count} SmartArt diagram was left out.",
    "docx_objects": "{count} embedded object was left out; its preview is kept if there is one.",
    "docx_inserted_files": "{count} other file inserted into the document was left out.",
    "docx_pictures_left_out": (
        "{count} picture could not be kept: linked, missing, damaged or too large."
    ),
    "docx_symbols": "{count} symbol has no Unicode character and stands as � (font: {fonts}).",
    "docx_comments_adrift": "{count} comment has no place in the text and was left out.",
    "html_pictures_left_out": "{count} picture of the page is not in the file and was left out.",
    "pdf_some_without_text": (
        "{count} page holds no text, only pictures: it can be seen and coded as a page, "
        "not searched."
    ),
    "table_rows_without_text": "{count} row without text was left out.",
    "table_formulas": (
        "{count} formula has no stored result and was read as empty. Open the file in Excel or "
        "LibreOffice and save it, and it has one."
    ),
    "chat_media_left_out": "{count} file of the chat was left out: {names}.",
    "codes_unused": "{n} code without quotations: {names}.",
    "reduction_uncoded": "{n} passage without a code is not in this table.",
    "check_left_out": "The starred quotations; {n} other of this informant is not on this form.",
    "knows_coders_count": "{n} person coded: {names}.",
    "knows_cases": "{n} case in the project: {names}.",
    "knows_observations": "{n} observation note: {names}.",
    "knows_recordings": "{n} sound or video source: {names}.",
    "knows_times": "{n} transcript carries time stamps.",
    "knows_codes": "{n} code in {depth} levels; {used} used in {codings} codings.",
    "knows_subcodes": "{n} code below them; used in one source only: {rare}.",
    "knows_quotations": "{n} coded passage in {sources} sources; {starred} starred.",
    "knows_trail": "Audit trail: {n} step from {first} to {last}.",
    "knows_pseudonyms": "{n} name has a pseudonym for everything that is exported.",
    "knows_translated": "{n} passage carries a translation.",
    "comments_log_corrected": "{n} place of the text was corrected as in the file.",
    "said_comments_edits": "The text was edited in {n} place; --correct takes that over",
    "said_replaced": "Replaced “{written}” by “{substitute}”: {count} time ({places})",
    "said_leak": "“{written}” in {part}: {count} time, e.g. {excerpt}",
    "salvage.partly": "Of “{table}” only {count} row could be read",
}
