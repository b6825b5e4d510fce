<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ActivityBar</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Temukan</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analisis</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Tulis</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {name}</source>
        <translation>Lepas {name}</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>Create code “{name}”</source>
        <translation>Buat kode “{name}”</translation>
    </message>
    <message>
        <source>Find or create a code</source>
        <translation>Cari atau buat kode</translation>
    </message>
    <message>
        <source>Codes that fit</source>
        <translation>Kode yang cocok</translation>
    </message>
</context>
<context>
    <name>CoverageBar</name>
    <message>
        <source>{share} % coded</source>
        <translation>{share} % dikode</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Paragraph numbers</source>
        <translation>Nomor paragraf</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Search all texts and memos…</source>
        <translation>Cari di semua teks dan memo…</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Codings in the margin</source>
        <translation>Pengodean di tepi</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Text of the source</source>
        <translation>Teks sumber</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Close {name}</source>
        <translation>Tutup {name}</translation>
    </message>
    <message>
        <source>Open sources</source>
        <translation>Sumber yang terbuka</translation>
    </message>
    <message>
        <source>Open a source</source>
        <translation>Buka sumber</translation>
    </message>
</context>
</TS>
