package org.postern.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Who is believed when a server shows a certificate: the authorities of a PEM file, read again when it has changed, or those that
 * Java knows. Each has a context of its own, so that no TLS session is resumed that somebody else vouched for.
 */
final class Authorities {
    private static final long LARGEST_FILE = 16L << 20;

    private final Optional<Path> usual;
    private final Map<Path, Read> files = new ConcurrentHashMap<>();
    private Optional<Trust> java = Optional.empty();

    /** The same trust in two forms: for a handshake, and for a look at certificates behind one. */
    private record Trust(SSLContext context, X509TrustManager manager) {}

    private record Read(FileTime changed, Trust trust) {}

    /** @param usual PEM file of those that are believed where nobody else is named; none: those that Java knows */
    Authorities(Optional<Path> usual) {
        this.usual = usual;
    }

    /**
     * {@return a context that believes these alone}
     *
     * @throws IOException saying what is wrong with the file
     */
    SSLContext context(Optional<Path> named) throws IOException {
        return trust(named.or(() -> usual)).context();
    }

    /**
     * {@return who believes the usual ones alone}
     *
     * @throws IOException saying what is wrong with the file
     */
    X509TrustManager believed() throws IOException {
        return believed(Optional.empty());
    }

    /**
     * {@return who believes these alone; the usual ones where none is named}
     *
     * @throws IOException saying what is wrong with the file
     */
    X509TrustManager believed(Optional<Path> named) throws IOException {
        return trust(named.or(() -> usual)).manager();
    }

    private Trust trust(Optional<Path> file) throws IOException {
        try {
            return file.isPresent() ? ofFile(file.get()) : ofJava();
        } catch (GeneralSecurityException e) {
            throw new IOException("the authorities " + file.map(Path::toString).orElse("of Java") + " are of no use: "
                    + e.getMessage(), e);
        }
    }

    private synchronized Trust ofJava() throws GeneralSecurityException {
        if (java.isEmpty()) {
            java = Optional.of(trustIn(null));
        }
        return java.get();
    }

    private Trust ofFile(Path file) throws IOException, GeneralSecurityException {
        FileTime changed = Files.getLastModifiedTime(file);
        Read read = files.get(file);
        if (read == null || !read.changed().equals(changed)) {
            read = new Read(changed, trustIn(store(file)));
            files.put(file, read);
        }
        return read.trust();
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is larger than " + LARGEST_FILE + " octets");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(pem);
            for (Certificate certificate : all) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException(file + " holds no certificate");
        }
        return store;
    }

    /** {@return trust in the authorities in the store; null is the factory's way to say those that Java knows} */
    private static Trust trustIn(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        X509TrustManager manager = Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("this Java has no trust manager"));
        return new Trust(context(manager), manager);
    }

    /** {@return a context that believes whom these believe} */
    static SSLContext context(TrustManager... managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, Arrays.copyOf(managers, managers.length), null);
        return context;
    }
}
