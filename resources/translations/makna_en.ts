<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupList</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n source(s)</source>
        <translation>
            <numerusform>in %n source</numerusform>
            <numerusform>in %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) with the codes below it</source>
        <translation>
            <numerusform>%n coding with the codes below it</numerusform>
            <numerusform>%n codings with the codes below it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentsModel</name>
    <message numerus="yes">
        <source>%n reply(ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) replaced</source>
        <translation>
            <numerusform>%n name replaced</numerusform>
            <numerusform>%n names replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new code(s)</source>
        <translation>
            <numerusform>%n new code</numerusform>
            <numerusform>%n new codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) taken off</source>
        <translation>
            <numerusform>%n coding taken off</numerusform>
            <numerusform>%n codings taken off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct the text as in the file (%n)</source>
        <translation>
            <numerusform>Correct the text as in the file (%n)</numerusform>
            <numerusform>Correct the text as in the file (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take off codes that the file no longer has (%n)</source>
        <translation>
            <numerusform>Take off codes that the file no longer has (%n)</numerusform>
            <numerusform>Take off codes that the file no longer has (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in (%n)</source>
        <translation>
            <numerusform>Take in (%n)</numerusform>
            <numerusform>Take in (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of the list of pseudonyms will be replaced.</source>
        <translation>
            <numerusform>%n name of the list of pseudonyms will be replaced.</numerusform>
            <numerusform>%n names of the list of pseudonyms will be replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>The text of %n passage(s) was removed</source>
        <translation>
            <numerusform>The text of %n passage was removed</numerusform>
            <numerusform>The text of %n passages was removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskVerbs</name>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problem found</numerusform>
            <numerusform>%n problems found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) left</source>
        <translation>
            <numerusform>%n problem left</numerusform>
            <numerusform>%n problems left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repaired; %n change(s) in the history.</source>
        <translation>
            <numerusform>Repaired; %n change in the history.</numerusform>
            <numerusform>Repaired; %n changes in the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message numerus="yes">
        <source>%n backup(s) deleted.</source>
        <translation>
            <numerusform>%n backup deleted.</numerusform>
            <numerusform>%n backups deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also delete %n backup(s) that hold it; a new one is made first</source>
        <translation>
            <numerusform>Also delete %n backup that hold it; a new one is made first</numerusform>
            <numerusform>Also delete %n backups that hold it; a new one is made first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the case</source>
        <translation>
            <numerusform>%n value of the case</numerusform>
            <numerusform>%n values of the case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameCard</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FramesPage</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message numerus="yes">
        <source>%n post(s) imported</source>
        <translation>
            <numerusform>%n post imported</numerusform>
            <numerusform>%n posts imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) imported</source>
        <translation>
            <numerusform>%n file imported</numerusform>
            <numerusform>%n files imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with remarks</source>
        <translation>
            <numerusform>%n with remarks</numerusform>
            <numerusform>%n with remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewPage</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n speaker</numerusform>
            <numerusform>%n speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) to look at</source>
        <translation>
            <numerusform>%n more file to look at</numerusform>
            <numerusform>%n more files to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import all %n of this shape</source>
        <translation>
            <numerusform>Import all %n of this shape</numerusform>
            <numerusform>Import all %n of this shape</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportPage</name>
    <message numerus="yes">
        <source>Make codes of the comments (%n)</source>
        <translation>
            <numerusform>Make codes of the comments (%n)</numerusform>
            <numerusform>Make codes of the comments (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import again (%n)</source>
        <translation>
            <numerusform>Import again (%n)</numerusform>
            <numerusform>Import again (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) imported.</source>
        <translation>
            <numerusform>%n file imported.</numerusform>
            <numerusform>%n files imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped; the reason stands below each.</source>
        <translation>
            <numerusform>%n skipped; the reason stands below each.</numerusform>
            <numerusform>%n skipped; the reason stands below each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message numerus="yes">
        <source>Line numbers of %n source(s) are kept.</source>
        <translation>
            <numerusform>Line numbers of %n source are kept.</numerusform>
            <numerusform>Line numbers of %n sources are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them was corrected since.</source>
        <translation>
            <numerusform>%n of them was corrected since.</numerusform>
            <numerusform>%n of them was corrected since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) change:</source>
        <translation>
            <numerusform>%n reference change:</numerusform>
            <numerusform>%n references change:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message numerus="yes">
        <source>of %n page(s)</source>
        <translation>
            <numerusform>of %n page</numerusform>
            <numerusform>of %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesChoice</name>
    <message numerus="yes">
        <source>Replace names by pseudonyms (%n)</source>
        <translation>
            <numerusform>Replace names by pseudonyms (%n)</numerusform>
            <numerusform>Replace names by pseudonyms (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutPanel</name>
    <message numerus="yes">
        <source>The first %n quotation(s) were looked through.</source>
        <translation>
            <numerusform>The first %n quotation were looked through.</numerusform>
            <numerusform>The first %n quotations were looked through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To look at (%n)</source>
        <translation>
            <numerusform>To look at (%n)</numerusform>
            <numerusform>To look at (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s)</source>
        <translation>
            <numerusform>%n quotation</numerusform>
            <numerusform>%n quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n quotation(s) before this</source>
        <translation>
            <numerusform>%n quotation before this</numerusform>
            <numerusform>%n quotations before this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more quotation(s)</source>
        <translation>
            <numerusform>%n more quotation</numerusform>
            <numerusform>%n more quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codes</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memos</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PseudonymModel</name>
    <message numerus="yes">
        <source>%n time(s) in small letters. If that is an ordinary word, write the name in double quotes: it is then replaced only as it is written.</source>
        <translation>
            <numerusform>Once in small letters. If that is an ordinary word, write the name in double quotes: it is then replaced only as it is written.</numerusform>
            <numerusform>%n times in small letters. If that is an ordinary word, write the name in double quotes: it is then replaced only as it is written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefreshStrip</name>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited by you: a comment shows the new text</source>
        <translation>
            <numerusform>%n edited by you: a comment shows the new text</numerusform>
            <numerusform>%n edited by you: a comment shows the new text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer in the chapter: a comment says so</source>
        <translation>
            <numerusform>%n no longer in the chapter: a comment says so</numerusform>
            <numerusform>%n no longer in the chapter: a comment says so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n hit(s)</source>
        <translation>
            <numerusform>more than %n hit</numerusform>
            <numerusform>more than %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n text</numerusform>
            <numerusform>in %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n source(s)</source>
        <translation>
            <numerusform>in %n source</numerusform>
            <numerusform>in %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n hit(s) alone</source>
        <translation>
            <numerusform>The %n hit alone</numerusform>
            <numerusform>The %n hits alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>%n paragraph</numerusform>
            <numerusform>%n paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SameCodePlaces</name>
    <message numerus="yes">
        <source>See all %n passages</source>
        <translation>
            <numerusform>See the %n passage</numerusform>
            <numerusform>See all %n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message numerus="yes">
        <source>%n passage(s) on the shelf</source>
        <translation>
            <numerusform>%n passage on the shelf</numerusform>
            <numerusform>%n passages on the shelf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n printed</source>
        <translation>
            <numerusform>%n printed</numerusform>
            <numerusform>%n printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message numerus="yes">
        <source>%n quotation(s)</source>
        <translation>
            <numerusform>%n quotation</numerusform>
            <numerusform>%n quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message numerus="yes">
        <source>By kind of source… (%n set)</source>
        <translation>
            <numerusform>By kind of source… (%n set)</numerusform>
            <numerusform>By kind of source… (%n set)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextVerbs</name>
    <message numerus="yes">
        <source>%n turn(s) coded.</source>
        <translation>
            <numerusform>%n turn coded.</numerusform>
            <numerusform>%n turns coded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnChoice</name>
    <message numerus="yes">
        <source>%n turn(s) found.</source>
        <translation>
            <numerusform>%n turn found.</numerusform>
            <numerusform>%n turns found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WritePage</name>
    <message numerus="yes">
        <source>%n quotation(s)</source>
        <translation>
            <numerusform>%n quotation</numerusform>
            <numerusform>%n quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrittenNotice</name>
    <message numerus="yes">
        <source>%n name(s) replaced</source>
        <translation>
            <numerusform>%n name replaced</numerusform>
            <numerusform>%n names replaced</numerusform>
        </translation>
    </message>
</context>
</TS>
