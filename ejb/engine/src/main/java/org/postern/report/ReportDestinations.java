package org.postern.report;

import org.postern.auth.dmarc.Organizations;
import org.postern.auth.dmarc.PolicyRecord;
import org.postern.auth.dmarc.ReportUri;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.mail.Mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether those whom a record names want reports about it (RFC 9990, 4): who belongs to another organization must say so, so that nobody is
 * flooded on somebody else's word. Asks the DNS for at most 9 names for each address, and 8 for the policy domain.
 */
public final class ReportDestinations {
    private static final int LONGEST_NAME = 253;
    private static final String INFIX = "._report._dmarc.";

    private final TextDns dns;
    private final Organizations organizations;

    public ReportDestinations(TextDns dns) {
        this.dns = dns;
        this.organizations = new Organizations(dns);
    }

    /** What is known of one address. */
    public sealed interface Destination {
        /**
         * Reports go there; it may be another one of the same host than the record names.
         *
         * @param most the octets of the largest message that is wanted, if that is said
         */
        record Wanted(Mailbox mailbox, Optional<Long> most) implements Destination {}

        /** None goes there. */
        record Unwanted(ReportUri uri, String reason) implements Destination {}

        /** The DNS does not say, now. */
        record Unknown(ReportUri uri, String reason) implements Destination {}
    }

    /**
     * {@return what is known of each address, in their order; of those named instead as well, and in all ten at most}
     *
     * @param domain the policy domain, A-labels
     * @param uris of its record's {@code rua}
     */
    public List<Destination> of(String domain, List<ReportUri> uris) {
        Optional<String> own = organizations.of(domain);
        return uris.stream()
                .limit(ReportUri.MOST)
                .flatMap(uri -> of(domain, own, uri))
                .distinct()
                .limit(ReportUri.MOST)
                .toList();
    }

    private Stream<Destination> of(String domain, Optional<String> own, ReportUri uri) {
        if (uri.mailbox().isEmpty()) {
            return Stream.of(new Destination.Unwanted(uri, "reports are sent by mail alone"));
        }
        Mailbox mailbox = uri.mailbox().get();
        String host = mailbox.domain().key();
        Optional<String> other = mailbox.domain().isLiteral() ? Optional.of(host) : organizations.of(host);
        if (own.isEmpty() || other.isEmpty()) {
            return Stream.of(new Destination.Unknown(uri, "its organization is not known"));
        }
        return own.equals(other)
                ? Stream.of(new Destination.Wanted(mailbox, uri.most()))
                : confirmed(domain, host, uri, mailbox);
    }

    private Stream<Destination> confirmed(String domain, String host, ReportUri uri, Mailbox mailbox) {
        String name = domain + INFIX + host;
        if (name.length() > LONGEST_NAME || mailbox.domain().isLiteral()) {
            return Stream.of(new Destination.Unwanted(uri, "nothing can be published for it"));
        }
        Function<String, Stream<Destination>> no = reason -> Stream.of(new Destination.Unwanted(uri, reason));
        return switch (dns.texts(name)) {
            case TextAnswer.Found found -> confirmed(found.texts(), host, uri, mailbox);
            case Temporary unknown ->
                Stream.of(new Destination.Unknown(uri, name + ": " + unknown.reason()));
            case NoSuchDomain none -> no.apply("no record at " + name);
            case NoData none -> no.apply("no record at " + name);
        };
    }

    private static Stream<Destination> confirmed(List<String> texts, String host, ReportUri uri, Mailbox mailbox) {
        List<PolicyRecord> records = texts.stream()
                .map(PolicyRecord::parse)
                .flatMap(Optional::stream)
                .limit(10)
                .toList();
        if (records.isEmpty()) {
            return Stream.of(new Destination.Unwanted(uri, host + " has not said that it wants them"));
        }
        List<Destination> instead = new ArrayList<>();
        for (ReportUri other : records.stream().flatMap(record -> record.rua().stream()).toList()) {
            if (!other.mailbox().map(one -> one.domain().key().equals(host)).orElse(false)) {
                return Stream.of(new Destination.Unwanted(uri, host + " names yet another host"));
            }
            instead.add(new Destination.Wanted(other.mailbox().get(), other.most()));
        }
        return instead.isEmpty()
                ? Stream.of(new Destination.Wanted(mailbox, uri.most()))
                : instead.stream();
    }
}
