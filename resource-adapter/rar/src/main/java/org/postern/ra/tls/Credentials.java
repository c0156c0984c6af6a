package org.postern.ra.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * What this server can prove to be, chosen by the name a client asks for: the certificate that has it, one that has it by a
 * wildcard, else the first of all. Never changes.
 */
final class Credentials extends X509ExtendedKeyManager {
    private final List<Credential> all;

    /** Of these, the first is the one for clients that ask for no name, or for one that nobody here has. */
    Credentials(List<Credential> all) {
        this.all = List.copyOf(all);
    }

    List<Credential> all() {
        return all;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return chooseServerAlias(keyType, socket instanceof SSLSocket tls
                ? serverName(tls.getHandshakeSession())
                : Optional.empty());
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return chooseServerAlias(keyType, serverName(engine.getHandshakeSession()));
    }

    private String chooseServerAlias(String keyType, Optional<String> asked) {
        OptionalInt chosen = choose(keyType, asked);
        return chosen.isPresent() ? Integer.toString(chosen.getAsInt()) : null;
    }

    OptionalInt choose(String keyType, Optional<String> serverName) {
        int best = serverName.map(name -> all.stream().mapToInt(c -> c.suits(name)).max().orElse(0)).orElse(0);
        if (best == 0) {
            // Another kind of key would be another identity: only what belongs to the first name may stand in for it.
            return candidates(keyType).filter(i -> i == 0 || all.get(i).names().equals(all.getFirst().names()))
                    .findFirst();
        }
        return candidates(keyType).filter(i -> all.get(i).suits(serverName.get()) == best)
                .boxed()
                .min(Comparator.naturalOrder())
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private IntStream candidates(String keyType) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i).hasKey(keyType));
    }

    /** {@return the name a client asked for, lower case} */
    static Optional<String> serverName(SSLSession session) {
        if (session instanceof ExtendedSSLSession extended) {
            for (SNIServerName name : extended.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return Optional.of(host.getAsciiName().toLowerCase(Locale.ROOT));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return all.get(Integer.parseInt(alias)).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return all.get(Integer.parseInt(alias)).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return candidates(keyType).mapToObj(Integer::toString).toArray(String[]::new);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
