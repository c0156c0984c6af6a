package org.postern.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** An authority that certifies clients, as the JDK's own tool makes one, with all keys in one PKCS#12 file. */
public final class Authority {
    private static final char[] PASSWORD = KeyFiles.PASSWORD.toCharArray();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Path keys;
    private final Path certificate;

    private Authority(Path folder, String name) {
        keys = folder.resolve(name + ".p12");
        certificate = folder.resolve(name + ".pem");
    }

    /** {@return a new authority with its files in this folder} */
    public static Authority in(Path folder, String name) {
        Authority authority = new Authority(folder, name);
        authority.keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", "authority", "-dname",
                "CN=" + name, "-ext", "bc:c=ca:true");
        authority.keytool("-exportcert", "-rfc", "-alias", "authority", "-file", authority.certificate.toString());
        return authority;
    }

    /** {@return the PEM file of its certificate} */
    public Path certificate() {
        return certificate;
    }

    /** {@return what a client needs that is to have a certificate of this authority for this common name} */
    public KeyManager[] client(String name) throws IOException {
        String alias = "client-" + NEXT.incrementAndGet();
        keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", alias, "-dname", "CN=" + name,
                "-signer", "authority");
        try {
            KeyStore all = KeyStore.getInstance(keys.toFile(), PASSWORD);
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry("client", all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(own, PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void keytool(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", KeyFiles.PASSWORD, "-keystore", keys.toString()));
        Commands.run(command);
        if (!Files.exists(keys)) {
            throw new AssertionError(command + " made no " + keys);
        }
    }
}
