package org.postern.delivery.probe;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.TlsDemand;
import org.postern.sentence.Sentence;
import org.postern.smtp.client.Ear;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Sees how connections with servers come about. Safe for many threads, since several may be made at once; returns at once and never fails. */
public interface Witness {
    /** A connection came about; {@return who hears what is said on it} */
    Ear connected(NextServer server, TlsDemand demand);

    /** There is no connection, in a few words. */
    void failed(NextServer server, String reason);

    /**
     * The server has shown its certificates.
     *
     * @param chain its own, then those of authorities as they came
     * @param flaw why they would prove nothing to somebody who asks for an authority and the name of the host; empty if they would
     */
    void shown(NextServer server, List<X509Certificate> chain, Optional<Sentence> flaw);

    /** It was seen whether TLS is as demanded. {@code fault} says why not; empty if it is. */
    void judged(NextServer server, Optional<Sentence> fault);
}
