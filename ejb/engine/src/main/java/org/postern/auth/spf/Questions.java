package org.postern.auth.spf;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.SenderDns;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;

import java.net.InetAddress;

/** The DNS, as long as there is time; then it does not answer any more. Asked only for names that are {@linkplain Grammar#isAskable askable}. */
final class Questions {
    private static final Temporary TOO_LATE = new Temporary(
            Sentence.form("spfTakesTooLong", "the check takes too long").with());

    private final SenderDns dns;
    private final Limits limits;

    Questions(SenderDns dns, Limits limits) {
        this.dns = dns;
        this.limits = limits;
    }

    TextAnswer texts(String name) {
        return limits.areReached() ? TOO_LATE : dns.texts(name);
    }

    /** {@return the addresses of the family that counts} */
    AddressAnswer addresses(String host, boolean ipv4) {
        if (limits.areReached()) {
            return TOO_LATE;
        }
        return ipv4 ? dns.ipv4(host) : dns.ipv6(host);
    }

    MxAnswer exchangers(String domain) {
        return limits.areReached() ? TOO_LATE : dns.mx(new Domain(domain));
    }

    NameAnswer names(InetAddress client) {
        return limits.areReached() ? TOO_LATE : dns.names(client);
    }
}
