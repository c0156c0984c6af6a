package org.postern.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({"report.pdf, report.pdf", "../../etc/passwd, passwd", "C:\\x\\a.txt, a.txt", ".htaccess, htaccess",
            "a.exe., a.exe", "CON, _CON", "aux.txt, _aux.txt", "Com1.tar.gz, _Com1.tar.gz", "'a\"; x=\"b', a_; x=_b",
            "a%2e%00.txt, a_2e_00.txt", "/, part-1", "..., part-1", "'', part-1", "größe.txt, größe.txt"})
    void itNamesNoFolderDeviceOrHiddenFile(String given, String name) {
        assertThat(FileName.of(given, "part-1")).isEqualTo(name);
    }

    @Test
    void nothingInItIsInvisibleOrTurnsTheDirectionOfReading() {
        assertThat(FileName.of("invoice\u202Efdp.exe\u200b\r\nX: y\0", "x")).isEqualTo("invoicefdp.exeX_ y");
        assertThat(FileName.of("a\uD83D", "x")).isEqualTo("a");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.of("a".repeat(255) + ".exe", "x")).hasSize(120).endsWith("a.exe");
        assertThat(FileName.of("\uD83D\uDE00".repeat(100), "x")).hasSize(120);
        assertThat(FileName.of("a" + "\uD83D\uDE00".repeat(100), "x")).hasSize(119);
    }

    @Test
    void theFieldIsAsciiAndHasTheNameInBothForms() {
        assertThat(FileName.disposition("\u00e9 'a'.pdf"))
                .isEqualTo("attachment; filename=\"___a_.pdf\"; filename*=UTF-8''%C3%A9%20%27a%27.pdf");
    }
}
