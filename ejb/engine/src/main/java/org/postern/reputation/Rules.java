package org.postern.reputation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What lists may answer (RFC 5782, 2.1), and how those show that they do not answer who asks. */
final class Rules {
    private static final int LOOPBACK = 127;

    private Rules() {}

    /** {@return what is wrong with one of these answers, if anything is} */
    static Optional<String> broken(List<InetAddress> answers) {
        return answers.stream().flatMap(answer -> broken(answer).stream()).findFirst();
    }

    private static Optional<String> broken(InetAddress answer) {
        byte[] octets = answer.getAddress();
        String said = "it answers " + answer.getHostAddress();
        if (!(answer instanceof Inet4Address) || octets[0] != LOOPBACK) {
            return Optional
                    .of(said + ", which is no answer of a list: the zone is gone, or a resolver rewrites answers");
        }
        if (octets[1] == -1 && octets[2] == -1) {
            return Optional.of(said + ", which means that it does not answer this resolver, or so many questions");
        }
        if (octets[1] == 0 && octets[2] == 0 && octets[3] == 1) {
            return Optional
                    .of(said + ", which no list may: it does not answer this resolver, or a resolver rewrites answers");
        }
        return Optional.empty();
    }
}
