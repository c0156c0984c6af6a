package org.postern.admin.domains;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MxAnswer;
import org.postern.dns.SenderDns;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;

/** One look at the DNS for a person who waits for it: after two questions without an answer no more are asked. For one thread. */
final class DnsLook {
    private static final int PATIENCE = 2;
    private static final Temporary TIRED = new Temporary("not asked, since the DNS did not answer before");

    private final SenderDns dns;
    private int unanswered;

    DnsLook(SenderDns dns) {
        this.dns = dns;
    }

    SenderDns dns() {
        return dns;
    }

    TextAnswer texts(String name) {
        return isTired() ? TIRED : noted(dns.texts(name));
    }

    MxAnswer mx(Domain domain) {
        return isTired() ? TIRED : noted(dns.mx(domain));
    }

    AddressAnswer ipv4(String host) {
        return isTired() ? TIRED : noted(dns.ipv4(host));
    }

    AddressAnswer ipv6(String host) {
        return isTired() ? TIRED : noted(dns.ipv6(host));
    }

    private boolean isTired() {
        return unanswered >= PATIENCE;
    }

    private <A> A noted(A answer) {
        if (answer instanceof Temporary) {
            unanswered++;
        }
        return answer;
    }
}
