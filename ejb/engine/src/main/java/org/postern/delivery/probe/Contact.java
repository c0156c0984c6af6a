package org.postern.delivery.probe;

import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One connection with a server, or one that did not come about.
 *
 * @param server name, address and port
 * @param demand what was demanded of TLS, and by which policy; empty where there was no connection
 * @param lines what was said, in its order
 * @param tls protocol and cipher; empty in the clear
 * @param chain the certificates that the server has shown
 * @param flaw why these would prove nothing to somebody who asks for an authority and the name of the host; empty if they would, or if there are none
 * @param fault why TLS was not as demanded; empty if it was, or was not come to
 */
public record Contact(String server, String demand, List<Line> lines, Optional<String> tls,
        List<ShownCertificate> chain, Optional<Sentence> flaw, Optional<Sentence> fault) {
    public Contact {
        lines = List.copyOf(lines);
        chain = List.copyOf(chain);
    }

    /** Who says a line. */
    public enum Speaker {
        /** This gateway. */
        WE,
        /** The server: a stranger's words. */
        SERVER,
        /** Nobody: it is what happened. */
        NOBODY
    }

    /**
     * A line of a transcript.
     *
     * @param at how long after the beginning of all
     */
    public record Line(Duration at, Speaker speaker, String text) {}
}
