package org.postern.admin.domains;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.auth.spf.Spf;
import org.postern.auth.spf.SpfOutcome;
import org.postern.config.GatewayName;
import org.postern.delivery.sts.OwnPolicies;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NoAnswer;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.sentence.Sentence;
import org.postern.signing.StoredKey;

import java.net.InetAddress;
import java.time.format.DateTimeFormatter;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a domain ought to publish whose mail this gateway takes and sends, and what the DNS says now: MX, SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC
 * 9989), MTA-STS (RFC 8461) and TLS reports (RFC 8460).
 */
@Desk
@Singleton
public class RecordDesk {
    private static final DateTimeFormatter POLICY_ID = DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String TXT = "TXT";
    private static final Sentence.Form UNTRIED = Sentence.form("thereIsOneUntriedX",
            "there is one; the address of {0} is not known now: {1}");
    private static final Sentence.Form NO_ADDRESS = Sentence.form("thereIsOneWithoutAddressX",
            "there is one; {0} has no address to try it with");
    private static final Sentence UNFINISHED = Sentence.form("thereIsOneThatRefersToMore",
            "there is one; the DNS does not say all that it refers to").with();

    private final KeyDesk keys;
    private final DnsLooks looks;
    private final String gateway;
    private final StsRecords sts;
    private final InstantSource clock;

    @Inject
    RecordDesk(KeyDesk keys, DnsLooks looks, GatewayName gateway, OwnPolicies policies, InstantSource clock) {
        this.keys = keys;
        this.looks = looks;
        this.gateway = gateway.domain().key();
        this.sts = new StsRecords(policies, this.gateway);
        this.clock = clock;
    }

    /** {@return the records; none where this is no domain name} Those that are no keys are suggestions. */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<DomainRecord> of(String text) {
        return OwnDomain.ofWhom(text)
                .map(domain -> looks.lookIfFree(look -> records(domain, look)))
                .orElse(List.of());
    }

    private List<DomainRecord> records(Domain domain, DnsLook look) {
        List<DomainRecord> records = new ArrayList<>();
        records.add(new DomainRecord(domain.text(), "MX", "10 " + gateway + ".", exchangers(domain, look)));
        records.add(new DomainRecord(domain.text(), TXT, "\"v=spf1 mx a:" + gateway + " -all\"", spf(domain, look)));
        for (StoredKey key : keys.needed(domain)) {
            records.add(KeyView.of(key, KeyDesk.publication(key, look)).dns());
        }
        String postmaster = "mailto:postmaster@" + domain;
        records.add(suggested("_dmarc." + domain, "v=DMARC1", "; p=none; rua=" + postmaster, look));
        List<DomainRecord> published = sts.of(domain, look);
        records.addAll(published.isEmpty()
                ? List.of(suggested("_mta-sts." + domain, "v=STSv1", "; id=" + POLICY_ID.format(clock.instant()), look))
                : published);
        records.add(suggested("_smtp._tls." + domain, "v=TLSRPTv1", "; rua=" + postmaster, look));
        return records;
    }

    /** Whatever the domain wishes is right, as long as it says it once. */
    private static DomainRecord suggested(String name, String version, String rest, DnsLook look) {
        Publication now = Publication.of(look.texts(name), text -> isOfVersion(text, version), any -> true);
        return new DomainRecord(name, TXT, '"' + version + rest + '"', now);
    }

    private static boolean isOfVersion(String text, String version) {
        String dense = text.replace(" ", "");
        return dense.startsWith(version + ";") || dense.equals(version);
    }

    private Publication exchangers(Domain domain, DnsLook look) {
        return switch (look.mx(domain)) {
            case MxAnswer.Found(List<MailExchanger> hosts) -> {
                List<String> names = hosts.stream()
                        .map(host -> host.preference() + " " + host.host().toLowerCase(Locale.ROOT))
                        .toList();
                yield names.stream().anyMatch(name -> name.endsWith(" " + gateway))
                        ? Publication.there()
                        : Publication.differs(names);
            }
            case MxAnswer.NullMx none -> Publication.differs(List.of("0 ."));
            case NoAnswer none -> Publication.of(none);
        };
    }

    /** It is right where it lets all addresses send that the gateway's name has. */
    private Publication spf(Domain domain, DnsLook look) {
        TextAnswer answer = look.texts(domain.text());
        Publication said = Publication.of(answer, RecordDesk::isSpf, any -> true);
        if (said.state() != Publication.State.THERE) {
            return said;
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (AddressAnswer family : List.of(look.ipv4(gateway), look.ipv6(gateway))) {
            if (family instanceof Temporary(Sentence reason)) {
                return Publication.unknown(UNTRIED.with(gateway, reason));
            }
            if (family instanceof AddressAnswer.Found(List<InetAddress> found)) {
                addresses.addAll(found);
            }
        }
        return addresses.isEmpty()
                ? Publication.unknown(NO_ADDRESS.with(gateway))
                : letsSend(domain, answer, addresses, look);
    }

    private Publication letsSend(Domain domain, TextAnswer answer, List<InetAddress> addresses, DnsLook look) {
        Spf spf = new Spf(look, clock, gateway);
        ReversePath sender = ReversePath.of(new Mailbox("postmaster", domain));
        for (InetAddress address : addresses) {
            SpfOutcome outcome = spf.check(address, gateway, sender).mailFrom().outcome();
            if (outcome == SpfOutcome.TEMPERROR) {
                return Publication.unknown(UNFINISHED);
            }
            if (outcome != SpfOutcome.PASS) {
                return Publication.of(answer, RecordDesk::isSpf, any -> false);
            }
        }
        return Publication.there();
    }

    private static boolean isSpf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("v=spf1") || lower.startsWith("v=spf1 ");
    }
}
