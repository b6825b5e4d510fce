<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupList</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln coding</numerusform>
            <numerusform>%Ln codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup(s)</source>
        <translation>
            <numerusform>%Ln backup</numerusform>
            <numerusform>%Ln backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln coding</numerusform>
            <numerusform>%Ln codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln source(s)</source>
        <translation>
            <numerusform>in %Ln source</numerusform>
            <numerusform>in %Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln coding</numerusform>
            <numerusform>%Ln codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) with the codes below it</source>
        <translation>
            <numerusform>%Ln coding with the codes below it</numerusform>
            <numerusform>%Ln codings with the codes below it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentsModel</name>
    <message numerus="yes">
        <source>%Ln reply(ies)</source>
        <translation>
            <numerusform>%Ln reply</numerusform>
            <numerusform>%Ln replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) replaced</source>
        <translation>
            <numerusform>%Ln name replaced</numerusform>
            <numerusform>%Ln names replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln coding</numerusform>
            <numerusform>%Ln codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memo(s)</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
            <numerusform>%Ln memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new code(s)</source>
        <translation>
            <numerusform>%Ln new code</numerusform>
            <numerusform>%Ln new codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) taken off</source>
        <translation>
            <numerusform>%Ln coding taken off</numerusform>
            <numerusform>%Ln codings taken off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct the text as in the file (%Ln)</source>
        <translation>
            <numerusform>Correct the text as in the file (%Ln)</numerusform>
            <numerusform>Correct the text as in the file (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take off codes that the file no longer has (%Ln)</source>
        <translation>
            <numerusform>Take off codes that the file no longer has (%Ln)</numerusform>
            <numerusform>Take off codes that the file no longer has (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in (%Ln)</source>
        <translation>
            <numerusform>Take in (%Ln)</numerusform>
            <numerusform>Take in (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) of the list of pseudonyms will be replaced.</source>
        <translation>
            <numerusform>%Ln name of the list of pseudonyms will be replaced.</numerusform>
            <numerusform>%Ln names of the list of pseudonyms will be replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>The text of %Ln passage(s) was removed</source>
        <translation>
            <numerusform>The text of %Ln passage was removed</numerusform>
            <numerusform>The text of %Ln passages was removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneWords</name>
    <message numerus="yes">
        <source>%Ln place(s) coded “{code}”</source>
        <translation>
            <numerusform>%Ln place coded “{code}”</numerusform>
            <numerusform>%Ln places coded “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) coded “{code}”</source>
        <translation>
            <numerusform>%Ln passage coded “{code}”</numerusform>
            <numerusform>%Ln passages coded “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) moved to “{code}”</source>
        <translation>
            <numerusform>%Ln coding moved to “{code}”</numerusform>
            <numerusform>%Ln codings moved to “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) split off into “{code}”</source>
        <translation>
            <numerusform>%Ln coding split off into “{code}”</numerusform>
            <numerusform>%Ln codings split off into “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) taken off</source>
        <translation>
            <numerusform>%Ln coding taken off</numerusform>
            <numerusform>%Ln codings taken off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) starred</source>
        <translation>
            <numerusform>%Ln passage starred</numerusform>
            <numerusform>%Ln passages starred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken off %Ln passage(s)</source>
        <translation>
            <numerusform>Star taken off %Ln passage</numerusform>
            <numerusform>Star taken off %Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) copied, each with its reference</source>
        <translation>
            <numerusform>%Ln passage copied, each with its reference</numerusform>
            <numerusform>%Ln passages copied, each with its reference</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message numerus="yes">
        <source>%Ln file(s) deleted.</source>
        <translation>
            <numerusform>%Ln file deleted.</numerusform>
            <numerusform>%Ln files deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup(s) deleted.</source>
        <translation>
            <numerusform>%Ln backup deleted.</numerusform>
            <numerusform>%Ln backups deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also delete these %Ln file(s); a new backup is made first</source>
        <translation>
            <numerusform>Also delete %Ln file; a new backup is made first</numerusform>
            <numerusform>Also delete these %Ln files; a new backup is made first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also delete %Ln backup(s) that hold it; a new one is made first</source>
        <translation>
            <numerusform>Also delete %Ln backup that holds it; a new one is made first</numerusform>
            <numerusform>Also delete %Ln backups that hold it; a new one is made first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln coding</numerusform>
            <numerusform>%Ln codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) of the case</source>
        <translation>
            <numerusform>%Ln value of the case</numerusform>
            <numerusform>%Ln values of the case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message numerus="yes">
        <source>Only %Ln chosen passage(s) — show all</source>
        <translation>
            <numerusform>Only %Ln chosen passage — show all</numerusform>
            <numerusform>Only %Ln chosen passages — show all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameCard</name>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln code</numerusform>
            <numerusform>%Ln codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FramesPage</name>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln code</numerusform>
            <numerusform>%Ln codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln code</numerusform>
            <numerusform>%Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln coding</numerusform>
            <numerusform>%Ln codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memo(s)</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
            <numerusform>%Ln memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message numerus="yes">
        <source>%Ln post(s) imported</source>
        <translation>
            <numerusform>%Ln post imported</numerusform>
            <numerusform>%Ln posts imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported</source>
        <translation>
            <numerusform>%Ln file imported</numerusform>
            <numerusform>%Ln files imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with remarks</source>
        <translation>
            <numerusform>%Ln with remarks</numerusform>
            <numerusform>%Ln with remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewPage</name>
    <message numerus="yes">
        <source>%Ln turn(s)</source>
        <translation>
            <numerusform>%Ln turn</numerusform>
            <numerusform>%Ln turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln speaker</numerusform>
            <numerusform>%Ln speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) to look at</source>
        <translation>
            <numerusform>%Ln more file to look at</numerusform>
            <numerusform>%Ln more files to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import all %Ln of this shape</source>
        <translation>
            <numerusform>Import all %Ln of this shape</numerusform>
            <numerusform>Import all %Ln of this shape</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportPage</name>
    <message numerus="yes">
        <source>Make codes of the comments (%Ln)</source>
        <translation>
            <numerusform>Make codes of the comments (%Ln)</numerusform>
            <numerusform>Make codes of the comments (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import again (%Ln)</source>
        <translation>
            <numerusform>Import again (%Ln)</numerusform>
            <numerusform>Import again (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported.</source>
        <translation>
            <numerusform>%Ln file imported.</numerusform>
            <numerusform>%Ln files imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped; the reason stands below each.</source>
        <translation>
            <numerusform>%Ln skipped; the reason stands below each.</numerusform>
            <numerusform>%Ln skipped; the reason stands below each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message numerus="yes">
        <source>Line numbers of %Ln source(s) are kept.</source>
        <translation>
            <numerusform>Line numbers of %Ln source are kept.</numerusform>
            <numerusform>Line numbers of %Ln sources are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them was corrected since.</source>
        <translation>
            <numerusform>%Ln of them was corrected since.</numerusform>
            <numerusform>%Ln of them was corrected since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reference(s) change:</source>
        <translation>
            <numerusform>%Ln reference change:</numerusform>
            <numerusform>%Ln references change:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message numerus="yes">
        <source>of %Ln page(s)</source>
        <translation>
            <numerusform>of %Ln page</numerusform>
            <numerusform>of %Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesChoice</name>
    <message numerus="yes">
        <source>Replace names by pseudonyms (%Ln)</source>
        <translation>
            <numerusform>Replace names by pseudonyms (%Ln)</numerusform>
            <numerusform>Replace names by pseudonyms (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutPanel</name>
    <message numerus="yes">
        <source>The first %Ln quotation(s) were looked through.</source>
        <translation>
            <numerusform>The first %Ln quotation were looked through.</numerusform>
            <numerusform>The first %Ln quotations were looked through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To look at (%Ln)</source>
        <translation>
            <numerusform>To look at (%Ln)</numerusform>
            <numerusform>To look at (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln quotation</numerusform>
            <numerusform>%Ln quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln quotation</numerusform>
            <numerusform>%Ln quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%Ln quotation(s) before this</source>
        <translation>
            <numerusform>%Ln quotation before this</numerusform>
            <numerusform>%Ln quotations before this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more quotation(s)</source>
        <translation>
            <numerusform>%Ln more quotation</numerusform>
            <numerusform>%Ln more quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln codes</source>
        <translation>
            <numerusform>%Ln code</numerusform>
            <numerusform>%Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memos</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
            <numerusform>%Ln memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectVerbs</name>
    <message numerus="yes">
        <source>%Ln problem(s) found</source>
        <translation>
            <numerusform>%Ln problem found</numerusform>
            <numerusform>%Ln problems found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) left</source>
        <translation>
            <numerusform>%Ln problem left</numerusform>
            <numerusform>%Ln problems left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repaired; %Ln change(s) in the history.</source>
        <translation>
            <numerusform>Repaired; %Ln change in the history.</numerusform>
            <numerusform>Repaired; %Ln changes in the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PseudonymModel</name>
    <message numerus="yes">
        <source>%Ln time(s) in small letters. If that is an ordinary word, write the name in double quotes: it is then replaced only as it is written.</source>
        <translation>
            <numerusform>Once in small letters. If that is an ordinary word, write the name in double quotes: it is then replaced only as it is written.</numerusform>
            <numerusform>%Ln times in small letters. If that is an ordinary word, write the name in double quotes: it is then replaced only as it is written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefreshStrip</name>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited by you: a comment shows the new text</source>
        <translation>
            <numerusform>%Ln edited by you: a comment shows the new text</numerusform>
            <numerusform>%Ln edited by you: a comment shows the new text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer in the chapter: a comment says so</source>
        <translation>
            <numerusform>%Ln no longer in the chapter: a comment says so</numerusform>
            <numerusform>%Ln no longer in the chapter: a comment says so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln hit(s)</source>
        <translation>
            <numerusform>more than %Ln hit</numerusform>
            <numerusform>more than %Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln text(s)</source>
        <translation>
            <numerusform>in %Ln text</numerusform>
            <numerusform>in %Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln source(s)</source>
        <translation>
            <numerusform>in %Ln source</numerusform>
            <numerusform>in %Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln hit(s) alone</source>
        <translation>
            <numerusform>The %Ln hit alone</numerusform>
            <numerusform>The %Ln hits alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s)</source>
        <translation>
            <numerusform>%Ln paragraph</numerusform>
            <numerusform>%Ln paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln turn(s)</source>
        <translation>
            <numerusform>%Ln turn</numerusform>
            <numerusform>%Ln turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SameCodePlaces</name>
    <message numerus="yes">
        <source>See all %Ln passages</source>
        <translation>
            <numerusform>See the %Ln passage</numerusform>
            <numerusform>See all %Ln passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message numerus="yes">
        <source>%Ln passage(s) on the shelf</source>
        <translation>
            <numerusform>%Ln passage on the shelf</numerusform>
            <numerusform>%Ln passages on the shelf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln printed</source>
        <translation>
            <numerusform>%Ln printed</numerusform>
            <numerusform>%Ln printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln quotation</numerusform>
            <numerusform>%Ln quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message numerus="yes">
        <source>By kind of source… (%Ln set)</source>
        <translation>
            <numerusform>By kind of source… (%Ln set)</numerusform>
            <numerusform>By kind of source… (%Ln set)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message numerus="yes">
        <source>about %Ln second(s)</source>
        <translation>
            <numerusform>about %Ln second</numerusform>
            <numerusform>about %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>about %Ln minute</numerusform>
            <numerusform>about %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextVerbs</name>
    <message numerus="yes">
        <source>%Ln turn(s) coded.</source>
        <translation>
            <numerusform>%Ln turn coded.</numerusform>
            <numerusform>%Ln turns coded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnChoice</name>
    <message numerus="yes">
        <source>%Ln turn(s) found.</source>
        <translation>
            <numerusform>%Ln turn found.</numerusform>
            <numerusform>%Ln turns found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrittenNotice</name>
    <message numerus="yes">
        <source>%Ln name(s) replaced</source>
        <translation>
            <numerusform>%Ln name replaced</numerusform>
            <numerusform>%Ln names replaced</numerusform>
        </translation>
    </message>
</context>
</TS>
