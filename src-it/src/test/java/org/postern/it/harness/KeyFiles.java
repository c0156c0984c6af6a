package org.postern.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** PKCS#12 files with a self-signed pair each, as the JDK's own tool makes them. */
public final class KeyFiles {
    public static final String PASSWORD = "for tests alone";

    private KeyFiles() {}

    /** Makes a pair for this name, and puts it where the file is, in place of what was there. */
    public static Path make(Path file, String name) {
        return make(file, name, List.of());
    }

    /** Makes a pair for this name whose time was over before now. */
    public static Path makeExpired(Path file, String name) {
        return make(file, name, List.of("-startdate", "-30d", "-validity", "20"));
    }

    private static Path make(Path file, String name, List<String> more) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        List<String> command = new ArrayList<>(
                List.of(tool(), "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair", "-keyalg", "EC",
                        "-groupname", "secp256r1",
                        "-alias", "server", "-dname", "CN=" + name, "-ext", "SAN=dns:" + name, "-storetype", "PKCS12",
                        "-storepass", PASSWORD, "-keystore", beside.toString()));
        command.addAll(more);
        Commands.run(command);
        try {
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }

    /** {@return a PEM file beside these files with their certificates, which whoever believes them takes as authorities} */
    public static Path certificates(Path... files) {
        StringBuilder pem = new StringBuilder();
        for (Path file : files) {
            pem.append(Commands.run(List.of(tool(), "-exportcert", "-rfc", "-alias", "server", "-storepass", PASSWORD,
                    "-keystore", file.toString())));
        }
        try {
            return Files.writeString(files[0].resolveSibling(files[0].getFileName() + ".pem"), pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a PKCS#12 file beside this one with its certificate, which whoever believes it takes as authority, and the same password} */
    public static Path trust(Path file) {
        Path trust = file.resolveSibling(file.getFileName() + ".trust");
        Commands.run(
                List.of(tool(), "-importcert", "-noprompt", "-alias", "server", "-storetype", "PKCS12", "-storepass",
                        PASSWORD, "-file", certificates(file).toString(), "-keystore", trust.toString()));
        return trust;
    }

    /** {@return the SHA-256 of the public key in this file, as TLSA records have it, in hexadecimal digits} */
    public static String keyDigest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(store.getCertificate("server").getPublicKey().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return what a server needs to show this pair} */
    public static SSLContext context(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
