package org.postern.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Random;

class KeySealTest {
    private static final byte[] SECRET = "a private key".getBytes(US_ASCII);

    @TempDir
    private Path folder;

    private SealFile file() {
        return new SealFile(folder.resolve("new").resolve("dkim.seal"), new Random(2));
    }

    @Test
    void whatIsSealedIsOpenedUnderItsNameAlone() throws GeneralSecurityException {
        SealedKey sealed = SomeKeys.SEAL.seal(SECRET, "a", new Random(1));
        assertThat(SomeKeys.SEAL.open(sealed, "a")).isEqualTo(SECRET);
        assertThat(sealed.toString()).doesNotContain(sealed.text());
        assertThatThrownBy(() -> SomeKeys.SEAL.open(sealed, "b")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void whatWasChangedIsNotOpened() {
        for (String text : new String[]{"", "AAAA", "no Base64!", SomeKeys.SEAL.seal(SECRET, "a", new Random(1))
                .text()
                .replaceFirst("^.", "?")}) {
            SealedKey changed = new SealedKey(SomeKeys.SEAL.name(), text);
            assertThatThrownBy(() -> SomeKeys.SEAL.open(changed, "a")).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void theSealIsMadeOnceForItsOwnerAlone() throws IOException, GeneralSecurityException {
        assertThat(file().seal()).isEmpty();
        KeySeal made = file().sealOrNew();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path()))).isEqualTo("rw-------");
        assertThat(file().sealOrNew().name()).isEqualTo(made.name());
        SealedKey sealed = made.seal(SECRET, "a", new Random(1));
        assertThat(file().seal().orElseThrow().open(sealed, "a")).isEqualTo(SECRET);
        assertThat(made.name()).isNotEqualTo(SomeKeys.SEAL.name());
    }

    @Test
    void aFileThatIsNoSealIsNotOverwritten() throws IOException {
        Path other = folder.resolve("other");
        for (String text : new String[]{"", "short", "x".repeat(1000)}) {
            Files.writeString(other, text);
            assertThatThrownBy(() -> new SealFile(other, new Random(2)).sealOrNew()).isInstanceOf(IOException.class);
            assertThat(other).hasContent(text);
        }
    }
}
