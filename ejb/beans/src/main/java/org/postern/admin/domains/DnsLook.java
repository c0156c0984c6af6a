package org.postern.admin.domains;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.SenderDns;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;

import java.net.InetAddress;

/** One look at the DNS for a person who waits for it: after two questions without an answer no more are asked. For one thread. */
final class DnsLook implements SenderDns {
    private static final int PATIENCE = 2;
    private static final Sentence SILENT = Sentence.form("dnsWasSilentBefore",
            "not asked, since the DNS did not answer before").with();
    private static final Sentence BUSY = Sentence.form("dnsOthersAreAsking",
            "not asked, since others are asking the DNS; look again").with();

    private final SenderDns dns;
    private final Temporary unasked;
    private int unanswered;

    DnsLook(SenderDns dns) {
        this(dns, new Temporary(SILENT), 0);
    }

    private DnsLook(SenderDns dns, Temporary unasked, int unanswered) {
        this.dns = dns;
        this.unasked = unasked;
        this.unanswered = unanswered;
    }

    /** {@return one that asks nothing, since others are asking, and says so} */
    static DnsLook without(SenderDns dns) {
        return new DnsLook(dns, new Temporary(BUSY), PATIENCE);
    }

    @Override
    public TextAnswer texts(String name) {
        return isTired() ? unasked : noted(dns.texts(name));
    }

    @Override
    public MxAnswer mx(Domain domain) {
        return isTired() ? unasked : noted(dns.mx(domain));
    }

    @Override
    public AddressAnswer addresses(String host) {
        return isTired() ? unasked : noted(dns.addresses(host));
    }

    @Override
    public AddressAnswer ipv4(String host) {
        return isTired() ? unasked : noted(dns.ipv4(host));
    }

    @Override
    public AddressAnswer ipv6(String host) {
        return isTired() ? unasked : noted(dns.ipv6(host));
    }

    @Override
    public NameAnswer names(InetAddress address) {
        return isTired() ? unasked : noted(dns.names(address));
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
