package org.postern.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    private static String name(String parameters) {
        return Mails
                .read("Content-Type: application/octet-stream\nContent-Disposition: attachment; " + parameters
                        + "\n\nx\n")
                .structure()
                .parts()
                .getFirst()
                .fileName()
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "filename=a.txt | a.txt",
            "filename=\"a b.txt\" | a b.txt",
            "FILENAME=\"a\\\"b.txt\" | a\"b.txt",
            "filename*=UTF-8''caf%C3%A9.txt | café.txt",
            "filename*=iso-8859-1'en'caf%E9.txt | café.txt",
            "filename*=no-such-charset''a%41.txt | aA.txt",
            "filename=plain.txt; filename*=UTF-8''better.txt | better.txt",
            "filename*0=in; filename*1=voice; filename*2=.exe | invoice.exe",
            "filename*1=voice; filename*0=in; filename*2=.exe | invoice.exe",
            "filename*0*=UTF-8''caf%C3; filename*1*=%A9; filename*2=.txt | café.txt",
            "filename*0=a; filename*2=c | a",
            "filename=\"=?utf-8?B?Y2Fmw6kudHh0?=\" | café.txt",
            "filename=\"=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9.txt?=\" | café.txt",
            "filename=\"café.txt\" | café.txt",
            "filename=\"a\u202Eb.txt\" | a\u202Eb.txt", "filename*0=a\u202E; filename*1=b | a\u202Eb",
            "filename*0=😀; filename*1=b | 😀b",
            "filename*=UTF-8''a%2 | a%2",
            "filename*=UTF-8''a%0D%0Ab | `a\r\nb`",
            "name=x.txt | none"})
    void areDecoded(String parameters, String name) {
        assertThat(name(parameters)).isEqualTo(name);
    }

    @Test
    void comeFromTheContentTypeWhereTheDispositionHasNone() {
        assertThat(Mails.read("Content-Type: application/pdf; name*=utf-8''a%20b.pdf\n\nx\n")
                .structure()
                .parts()
                .getFirst()
                .fileName())
                .contains("a b.pdf");
    }

    @Test
    void areBounded() {
        assertThat(name("filename=" + "a".repeat(5000))).hasSize(ContentLimits.FILE_NAME);
        StringBuilder sections = new StringBuilder("x=y");
        for (int i = 0; i < 1500; i++) {
            sections.append("; filename*").append(i).append("=abcdefgh");
        }
        assertThat(name(sections.toString())).hasSize(ContentLimits.FILE_NAME);
    }
}
