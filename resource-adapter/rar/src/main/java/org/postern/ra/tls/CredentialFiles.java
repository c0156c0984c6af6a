package org.postern.ra.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads key material, and says whether its files are still those that were read. */
final class CredentialFiles {
    private static final int MOST_FILES = 10_000;
    private static final long MOST_OCTETS = 1 << 20;

    private final TlsSettings settings;

    CredentialFiles(TlsSettings settings) {
        this.settings = settings;
    }

    /** {@return what tells one state of the files from another: names, sizes and times} */
    String state() {
        StringBuilder state = new StringBuilder();
        try {
            for (Path file : files()) {
                state.append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
        } catch (IOException e) {
            state.append(e);
        }
        return state.toString();
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (settings.isSelfSigned()) {
            files.add(SelfSigned.fileIn(settings.home()));
        }
        Stream.of(settings.certificate(), settings.key(), settings.keystore(), settings.clientAuthorities())
                .flatMap(Optional::stream)
                .forEach(files::add);
        files.addAll(inFolder());
        return files;
    }

    private List<Path> inFolder() throws IOException {
        if (settings.folder().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(settings.folder().get())) {
            return list.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList();
        }
    }

    /**
     * {@return the server's own credential first, then those of the folder}
     *
     * @throws IOException naming the file that cannot be read or understood
     */
    Credentials read() throws IOException {
        List<Credential> all = new ArrayList<>();
        if (settings.keystore().isPresent()) {
            all.add(fromKeystore(settings.keystore().get()));
        } else {
            Path certificate = settings.certificate().orElseGet(() -> SelfSigned.fileIn(settings.home()));
            all.add(fromPem(certificate, settings.key().orElse(certificate)));
        }
        for (Path file : inFolder()) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".p12") || name.endsWith(".pfx")) {
                all.add(fromKeystore(file));
            } else if (name.endsWith(".pem") || name.endsWith(".crt")) {
                all.add(fromPem(file, keyBeside(file)));
            }
        }
        return new Credentials(all);
    }

    /** {@return {@code NAME.key} if there is one, else the same file} */
    private static Path keyBeside(Path certificate) {
        String name = certificate.getFileName().toString();
        Path key = certificate.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".key");
        return Files.exists(key) ? key : certificate;
    }

    private static Credential fromPem(Path certificate, Path key) throws IOException {
        try {
            Optional<PrivateKey> read = Pem.key(text(key));
            return Credential.of(Pem.certificates(text(certificate)),
                    read.orElseThrow(() -> new GeneralSecurityException("there is no private key in " + key)));
        } catch (GeneralSecurityException e) {
            throw new IOException(certificate + ": " + e.getMessage(), e);
        }
    }

    private Credential fromKeystore(Path file) throws IOException {
        char[] password = settings.password().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return Credential.of(store, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** {@return the text of a file that is not too large to be key material} */
    static String text(Path file) throws IOException {
        if (Files.size(file) > MOST_OCTETS) {
            throw new IOException(file + " is larger than " + MOST_OCTETS + " octets");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
