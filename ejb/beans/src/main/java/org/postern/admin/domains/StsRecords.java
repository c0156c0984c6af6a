package org.postern.admin.domains;

import org.postern.delivery.sts.OwnPolicies;
import org.postern.delivery.sts.PolicyRecord;
import org.postern.delivery.sts.StsPolicy;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NoAnswer;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a domain has to publish by whose policy others are to be held to TLS (RFC 8461). */
final class StsRecords {
    private static final String TXT = "TXT";
    private static final int MOST_NAMED = 20;
    private static final Sentence.Form NOT_NAMED = Sentence.form("policyDoesNotNameX",
            "{0} is an MX host, and the policy does not name it");
    private static final Sentence DOMAIN_NOT_NAMED = Sentence.form("policyDoesNotNameTheDomain",
            "there is no MX record, and the policy does not name the domain").with();

    private final OwnPolicies policies;
    private final String gateway;

    StsRecords(OwnPolicies policies, String gateway) {
        this.policies = policies;
        this.gateway = gateway;
    }

    /** {@return the record that says that there is a policy, the host that has it, and the policy itself} Empty where none is published here. */
    List<DomainRecord> of(Domain domain, DnsLook look) {
        return policies.of(domain).map(policy -> records(domain, policy, look)).orElse(List.of());
    }

    private List<DomainRecord> records(Domain domain, StsPolicy policy, DnsLook look) {
        String host = OwnPolicies.HOST + domain;
        String name = "_mta-sts." + domain;
        Publication record = Publication.of(look.texts(name), text -> text.startsWith("v=STSv1"),
                text -> PolicyRecord.id(List.of(text)).equals(Optional.of(policy.id())));
        return List.of(new DomainRecord(name, TXT, "\"v=STSv1; id=" + policy.id() + '"', record),
                new DomainRecord(host, "CNAME", gateway + ".", address(host, look)),
                new DomainRecord("https://" + host + OwnPolicies.PATH, "policy",
                        policy.file().strip().replace("\r\n", ", "), exchangers(domain, policy, look)));
    }

    private static Publication address(String host, DnsLook look) {
        AddressAnswer first = look.ipv4(host);
        if (first instanceof AddressAnswer.Found) {
            return Publication.there();
        }
        return look.ipv6(host) instanceof AddressAnswer.Found
                ? Publication.there()
                : Publication.of((NoAnswer) first);
    }

    /** It is right where it names all hosts that the DNS does: mail for another one would not be delivered there. */
    private static Publication exchangers(Domain domain, StsPolicy policy, DnsLook look) {
        if (policy.mode() == StsPolicy.Mode.NONE) {
            return Publication.there();
        }
        return switch (look.mx(domain)) {
            case MxAnswer.Found(List<MailExchanger> hosts) -> {
                List<Sentence> unnamed = hosts.stream()
                        .map(host -> host.host().toLowerCase(Locale.ROOT))
                        .filter(host -> !policy.names(host))
                        .limit(MOST_NAMED)
                        .map(host -> NOT_NAMED.with(host))
                        .toList();
                yield unnamed.isEmpty() ? Publication.there() : Publication.differs(Sentence.joined(" | ", unnamed));
            }
            case MxAnswer.NullMx none -> Publication.differs(List.of("0 ."));
            case Temporary(Sentence reason) -> Publication.unknown(reason);
            case NoAnswer none -> policy.names(domain.key())
                    ? Publication.there()
                    : Publication.differs(DOMAIN_NOT_NAMED);
        };
    }
}
