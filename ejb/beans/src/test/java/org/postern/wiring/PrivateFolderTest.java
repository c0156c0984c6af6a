package org.postern.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class PrivateFolderTest {
    @TempDir
    private Path place;

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    @Test
    void oneThatIsMissingIsMadeForItsOwnerAlone() throws IOException {
        Path folder = place.resolve("data/postern");
        PrivateFolder.keep(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void oneThatAServerHasMadeForAllIsClosed() throws IOException {
        Path folder = Files.createDirectory(place.resolve("postern"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFolder.keep(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        PrivateFolder.keep(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void whatCannotBeMadeStopsNothing() throws IOException {
        Path file = Files.writeString(place.resolve("file"), "");
        PrivateFolder.keep(file.resolve("data"));
        assertThat(file).isRegularFile();
    }
}
