package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** PKCS#12 files with a self-signed pair each, as the JDK's own tool makes them. */
public final class KeyFiles {
    public static final String PASSWORD = "for tests alone";

    private KeyFiles() {}

    /** Makes a pair for this name, and puts it where the file is, in place of what was there. */
    public static Path make(Path file, String name) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Commands.run(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-keyalg", "EC", "-groupname", "secp256r1", "-alias", "server", "-dname", "CN=" + name, "-ext",
                "SAN=dns:" + name, "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", beside.toString()));
        try {
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
