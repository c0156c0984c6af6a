package org.postern.content.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postern.content.attachment.Files.PROGRAM;
import static org.postern.content.attachment.Files.found;
import static org.postern.content.attachment.Files.suspicions;
import static org.postern.content.attachment.Files.text;
import static org.postern.content.attachment.Files.zip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.content.Mails;
import org.postern.content.MessageReader;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class AttachmentInspectionTest {
    private static final byte[] PDF = text("%PDF-1.4\n%x\n1 0 obj\n");

    @Test
    void nothingIsSaidAgainstUsualFiles() {
        assertThat(found("a.pdf", "application/pdf", PDF)).isEmpty();
        assertThat(found("a.txt", "text/plain", text("some words"))).isEmpty();
        assertThat(found("a.csv", "text/csv", text("a;b\n1;2\n"))).isEmpty();
        assertThat(
                found("a.zip", "application/zip", zip("a.txt", text("some words"), "b/", new byte[0], "b/c.pdf", PDF)))
                .isEmpty();
        assertThat(found("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                zip("[Content_Types].xml", text("<Types/>"), "word/document.xml", text("<w/>")))).isEmpty();
        assertThat(found("a.doc", "application/msword", Files.ole("WordDocument"))).isEmpty();
        assertThat(found("a.tar.gz", "application/gzip", Files.gzip(Files.tar("a.txt", text("some words"))))).isEmpty();
        assertThat(found("photo.png", "image/jpeg",
                new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'})).isEmpty();
        assertThat(found("page.html", "text/html", text("<html><body>x</body></html>"))).isEmpty();
        assertThat(found("empty.dat", new byte[0])).isEmpty();
    }

    @Test
    void textWithoutANameIsNoFile() {
        AttachmentInspection inspection = new AttachmentInspection(Files.TYPES, Files.CLOCK);
        Mails.read("Content-Type: text/plain\n\nMZ\n");
        Mails.read(Mails.octets("Content-Type: text/plain\n\nMZ\n"), inspection);
        assertThat(inspection.findings()).isEmpty();
    }

    @Test
    void eachFileIsSeenInArchivesTooWithWhatItIsAndWhatItIsCalled() {
        AttachmentInspection inspection = new AttachmentInspection(Files.TYPES, Files.CLOCK);
        Mails.read(Files.mail("a.zip", "application/pdf", zip("b.txt", PROGRAM)), inspection);
        assertThat(inspection.files()).containsExactly(
                new SeenFile("a.zip", "application/pdf", "application/zip"),
                new SeenFile("a.zip/b.txt", "application/octet-stream", "application/x-msdownload"));
    }

    @Test
    void aProgramIsOneWhateverItIsCalled() {
        assertThat(found("photo.jpg", "image/jpeg", PROGRAM)).extracting(Finding::suspicion)
                .containsExactly(Suspicion.PROGRAM, Suspicion.OTHER_TYPE);
        assertThat(found("data", "image/jpeg", PROGRAM)).extracting(Finding::suspicion)
                .contains(Suspicion.PROGRAM, Suspicion.OTHER_TYPE);
        assertThat(suspicions("x.bin", join("\177ELF\2\1\1"))).contains(Suspicion.PROGRAM);
    }

    private static byte[] join(String magic) {
        return Arrays.copyOf(magic.getBytes(StandardCharsets.ISO_8859_1), 200);
    }

    @Test
    void octetsOfAnotherTypeThanTheNameSaysAreFound() {
        assertThat(found("a.docx", "application/octet-stream", PDF))
                .containsExactly(new Finding(Suspicion.OTHER_TYPE, "a.docx: application/pdf"));
        assertThat(found("a.pdf", "application/pdf", text("<html><script>1</script></html>")))
                .extracting(Finding::suspicion)
                .containsExactly(Suspicion.OTHER_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"a.exe, DANGEROUS_NAME", "A.EXE, DANGEROUS_NAME", "a.exe., DANGEROUS_NAME", "'a.exe ', DANGEROUS_NAME",
            "a.js, DANGEROUS_NAME",
            "a.e\u200Bxe, DANGEROUS_NAME", "invoice.pdf.exe, DOUBLE_EXTENSION", "invoice.pdf .scr, DOUBLE_EXTENSION",
            "ex\u202Egpj.exe, HIDING_NAME",
            "a\u0001b.txt, HIDING_NAME", "invoice.pdf                        .exe, HIDING_NAME"})
    void namesThatDeceiveAreFound(String name, Suspicion suspicion) {
        assertThat(suspicions(name, text("words"))).contains(suspicion);
        assertThat(suspicions("a.zip", zip(name, text("words")))).contains(suspicion);
    }

    @ParameterizedTest
    @CsvSource({"exe", "my.computer.txt", "report.2024.pdf", "exe.txt", "a.b.c.d", "...", "café.pdf"})
    void usualNamesAreNot(String name) {
        assertThat(suspicions(name, text("words"))).doesNotContain(Suspicion.DANGEROUS_NAME, Suspicion.DOUBLE_EXTENSION,
                Suspicion.HIDING_NAME);
    }

    @ParameterizedTest
    @CsvSource({"../a.txt", "a/../../b.txt", "/etc/passwd", "C:\\a.txt", "..\\a.txt"})
    void namesThatLeadOutOfTheFolderAreFound(String name) {
        assertThat(suspicions("a.zip", zip(name, text("words")))).containsExactly(Suspicion.NAME_LEADS_OUT);
    }

    @Test
    void whatLiesInAnArchiveIsFoundWithItsPath() {
        assertThat(found("a.zip", zip("b/c.exe", PROGRAM))).containsExactly(
                new Finding(Suspicion.DANGEROUS_NAME, "a.zip/b/c.exe"),
                new Finding(Suspicion.PROGRAM, "a.zip/b/c.exe: application/x-msdownload"));
    }

    @Test
    void eachKindOfArchiveIsLookedInto() {
        assertThat(suspicions("a.zip", Files.stored("c.exe", PROGRAM))).contains(Suspicion.PROGRAM);
        assertThat(suspicions("a.tar", Files.tar("c.exe", PROGRAM))).contains(Suspicion.PROGRAM);
        assertThat(suspicions("a.exe.gz", Files.gzip(PROGRAM))).contains(Suspicion.PROGRAM, Suspicion.DANGEROUS_NAME);
        assertThat(suspicions("a.a", Files.ar("c.exe", PROGRAM))).contains(Suspicion.PROGRAM, Suspicion.DANGEROUS_NAME);
        assertThat(suspicions("a.cpio", Files.cpio("c.exe", PROGRAM))).contains(Suspicion.PROGRAM,
                Suspicion.DANGEROUS_NAME);
        assertThat(suspicions("a.tgz", Files.gzip(Files.tar("b.zip", zip("c.exe", PROGRAM)))))
                .contains(Suspicion.PROGRAM);
    }

    @Test
    void aSecondMemberOfGzipIsSeenToo() {
        byte[] hidden = Files.join(Files.gzip(Files.tarHeader("a.txt", '0', 0)),
                Files.gzip(Files.tar("b.exe", PROGRAM)));
        assertThat(suspicions("a.tar.gz", hidden)).contains(Suspicion.PROGRAM);
    }

    @Test
    void longNamesInTarAreSeen() {
        String name = "d/".repeat(80) + "c.exe";
        byte[] gnu = Files.join(Files.tarHeader("././@LongLink", 'L', name.length()), Files.padded(text(name), 512),
                Files.tar("short.txt", text("x")));
        String line = " path=" + name + "\n";
        byte[] pax = Files.join(Files.tarHeader("x", 'x', line.length() + 3),
                Files.padded(text((line.length() + 3) + line), 512), Files.tar("short.txt", text("x")));
        assertThat(suspicions("a.tar", gnu)).contains(Suspicion.DANGEROUS_NAME);
        assertThat(suspicions("a.tar", pax)).contains(Suspicion.DANGEROUS_NAME);
    }

    @Test
    void whatCannotBeLookedIntoIsSaid() {
        assertThat(suspicions("a.rar", join("Rar!\u001A\u0007\u0001\0"))).containsExactly(Suspicion.OPAQUE);
        assertThat(suspicions("a.7z", join("7z\u00BC\u00AF'\u001C\0\4"))).containsExactly(Suspicion.OPAQUE);
        assertThat(suspicions("a.xz", join("\u00FD7zXZ\0"))).containsExactly(Suspicion.OPAQUE);
        byte[] zip = Files.stored("a.txt", text("words"));
        zip[8] = 14;
        assertThat(suspicions("a.zip", zip)).contains(Suspicion.OPAQUE);
    }

    @Test
    void encryptedEntriesAndDocumentsAreFound() {
        byte[] zip = Files.stored("a.txt", text("words"));
        zip[6] |= 1;
        assertThat(suspicions("a.zip", zip)).contains(Suspicion.ENCRYPTED);
        assertThat(found("a.docx", Files.ole("EncryptedPackage")))
                .contains(new Finding(Suspicion.ENCRYPTED, "a.docx: EncryptedPackage"));
    }

    @Test
    void macrosAndEmbeddedFilesAreFound() {
        assertThat(suspicions("a.docm",
                zip("[Content_Types].xml", text("<Types/>"), "word/vbaProject.bin", Files.ole("VBA"))))
                .contains(Suspicion.MACROS);
        assertThat(suspicions("a.odt",
                zip("mimetype", text("application/vnd.oasis.opendocument.text"), "Basic/script-lb.xml", text("<x/>"))))
                .contains(Suspicion.MACROS);
        assertThat(suspicions("a.doc", Files.ole("_VBA_PROJECT"))).containsExactly(Suspicion.MACROS);
        assertThat(suspicions("a.doc", Files.ole("\u0001Ole10Native"))).containsExactly(Suspicion.EMBEDDED_FILE);
        assertThat(suspicions("a.zip", zip("a.doc", Files.ole("_VBA_PROJECT")))).containsExactly(Suspicion.MACROS);
    }

    @Test
    void theEvidenceShowsWhatAPersonCouldNotSee() {
        assertThat(found("ex\u202Egpj.exe", text("x")))
                .contains(new Finding(Suspicion.DANGEROUS_NAME, "ex<U+202E>gpj.exe"));
        assertThat(new Finding(Suspicion.BOMB, "x".repeat(1000)).evidence()).hasSize(Finding.LONGEST);
    }

    @Test
    void aMessageThatCannotBeReadIsAnErrorAndNoFinding() {
        byte[] mail = Files.mail("a.zip", "application/zip", zip("a.txt", new byte[200_000]));
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(mail, 0, mail.length - 60)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (available() == 0) {
                    throw new IOException("the disk is gone");
                }
                return super.read(target, offset, length);
            }
        };
        assertThatThrownBy(() -> MessageReader.read(broken, new AttachmentInspection(Files.TYPES, Files.CLOCK)))
                .hasMessageContaining("the disk is gone");
    }
}
