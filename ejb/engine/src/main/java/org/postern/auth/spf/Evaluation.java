package org.postern.auth.spf;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** One run of {@code check_host()} (RFC 7208, 4), which runs again in itself for {@code include} and {@code redirect}. Used by one thread. */
final class Evaluation {
    private static final Sentence.Form NO_DOMAIN = Sentence.form("spfOfNoDomain", "there is no domain {0}");
    private static final Sentence.Form NO_RECORD = Sentence.form("xHasNoSpfRecord", "{0} has no SPF record");
    private static final Sentence.Form UNANSWERED = Sentence.form("dnsSaysNothingOfX",
            "the DNS says nothing of {0}: {1}");
    private static final Sentence.Form SEVERAL = Sentence.form("xHasSeveralSpfRecords",
            "{0} has more than one SPF record");
    private static final Sentence.Form UNREADABLE = Sentence.form("spfRecordCannotBeRead",
            "the SPF record of {0} cannot be read: {1}");
    private static final Sentence.Form MATCHES = Sentence.form("spfMatches", "{0} matches ''{1}'' of {2}");
    private static final Sentence.Form MATCHES_NOTHING = Sentence.form("spfMatchesNothing",
            "{0} matches nothing of {1}");
    private static final Sentence.Form REFERS = Sentence.form("spfRecordRefersToAnother",
            "the SPF record of {0} refers to another: {1}");
    private static final Sentence.Form INCLUDES = Sentence.form("spfRecordIncludesAnother",
            "the SPF record of {0} includes another: {1}");
    private static final Sentence.Form TOO_MANY_HOSTS = Sentence.form("xHasTooManyExchangers",
            "{0} has more than {1} mail exchangers");

    private final SpfQuestion question;
    private final Questions dns;
    private final Limits limits;
    private final ValidatedNames names;
    private final Macros macros;

    Evaluation(SpfQuestion question, Questions dns, Limits limits, ValidatedNames names, Macros macros) {
        this.question = question;
        this.dns = dns;
        this.limits = limits;
        this.names = names;
        this.macros = macros;
    }

    /** {@return what the record of a domain says, and those that it refers to} */
    Finding check(String domain) throws Stopped {
        if (!Grammar.isAskable(domain) || !Grammar.endsInTopLabel(domain)) {
            return Finding.none(domain, MacroParser.NO_NAME.with(domain));
        }
        return switch (dns.texts(domain)) {
            case TextAnswer.Found found ->
                selected(domain, found.texts().stream().filter(SpfRecord::isMarked).toList());
            case NoSuchDomain none -> Finding.none(domain, NO_DOMAIN.with(domain));
            case NoData none -> Finding.none(domain, NO_RECORD.with(domain));
            case Temporary unknown -> throw unanswered(domain, unknown);
        };
    }

    private static Stopped unanswered(String name, Temporary answer) {
        return Stopped.forNow(UNANSWERED.with(name, answer.reason()));
    }

    /** One record, and no more than one, is what a domain says (4.5). */
    private Finding selected(String domain, List<String> records) throws Stopped {
        if (records.isEmpty()) {
            return Finding.none(domain, NO_RECORD.with(domain));
        }
        if (records.size() > 1) {
            throw Stopped.forGood(SEVERAL.with(domain));
        }
        try {
            return evaluated(domain, RecordParser.parse(records.getFirst()));
        } catch (Malformed wrong) {
            throw Stopped.forGood(UNREADABLE.with(domain, wrong.sentence()));
        }
    }

    private Finding evaluated(String domain, SpfRecord record) throws Stopped {
        for (Directive directive : record.directives()) {
            if (matches(directive.mechanism(), domain)) {
                SpfOutcome outcome = directive.qualifier().outcome();
                return new Finding(outcome, Optional.of(directive), domain, record.explanation(),
                        MATCHES.with(client(), directive.text(), domain));
            }
        }
        if (record.redirect().isPresent()) {
            return redirected(domain, record.redirect().get());
        }
        return new Finding(SpfOutcome.NEUTRAL, Optional.empty(), domain, Optional.empty(),
                MATCHES_NOTHING.with(client(), domain));
    }

    private String client() {
        return AddressText.readable(question.client());
    }

    private Finding redirected(String domain, MacroString target) throws Stopped {
        limits.term();
        Finding finding = check(macros.name(target, domain).orElse(""));
        if (finding.outcome() == SpfOutcome.NONE) {
            throw Stopped.forGood(REFERS.with(domain, finding.reason()));
        }
        return finding;
    }

    private boolean matches(Mechanism mechanism, String domain) throws Stopped {
        return switch (mechanism) {
            case Mechanism.All all -> true;
            case Mechanism.Network(InetAddress base, int length) -> Prefix.isShared(base, question.client(), length);
            case Mechanism.Include(MacroString target) -> includes(target, domain);
            case Mechanism.Address(Optional<MacroString> target, DualCidr lengths) -> {
                limits.term();
                Optional<String> host = target(target, domain);
                yield host.isPresent() && isAt(host.get(), lengths);
            }
            case Mechanism.Exchangers(Optional<MacroString> target, DualCidr lengths) -> {
                limits.term();
                Optional<String> name = target(target, domain);
                yield name.isPresent() && isExchanger(name.get(), lengths);
            }
            case Mechanism.Names(Optional<MacroString> target) -> {
                limits.term();
                Optional<String> name = target(target, domain);
                yield name.isPresent() && isNamed(name.get());
            }
            case Mechanism.Exists(MacroString target) -> {
                limits.term();
                Optional<String> name = macros.name(target, domain);
                yield name.isPresent() && !addresses(name.get(), true).isEmpty();
            }
        };
    }

    private Optional<String> target(Optional<MacroString> spec, String domain) throws Stopped {
        return spec.isPresent() ? macros.name(spec.get(), domain) : Optional.of(domain);
    }

    /** {@return whether the record of another domain lets the client send (5.2)} */
    private boolean includes(MacroString target, String domain) throws Stopped {
        limits.term();
        if (macros.isBeyondNames(target)) {
            return false;
        }
        Finding finding = check(macros.name(target, domain).orElse(""));
        if (finding.outcome() == SpfOutcome.NONE) {
            throw Stopped.forGood(INCLUDES.with(domain, finding.reason()));
        }
        return finding.outcome() == SpfOutcome.PASS;
    }

    private boolean isAt(String host, DualCidr lengths) throws Stopped {
        return isOneOf(addresses(host, question.isIpv4()), lengths);
    }

    private boolean isOneOf(List<InetAddress> addresses, DualCidr lengths) {
        int bits = question.isIpv4() ? lengths.ipv4() : lengths.ipv6();
        return addresses.stream().anyMatch(address -> Prefix.isShared(address, question.client(), bits));
    }

    private List<InetAddress> addresses(String host, boolean ipv4) throws Stopped {
        return switch (dns.addresses(host, ipv4)) {
            case AddressAnswer.Found found -> found.addresses();
            case Temporary unknown -> throw unanswered(host, unknown);
            case NoSuchDomain none -> nothing();
            case NoData none -> nothing();
        };
    }

    private <T> List<T> nothing() throws Stopped {
        limits.nothingFound();
        return List.of();
    }

    private boolean isExchanger(String domain, DualCidr lengths) throws Stopped {
        List<MailExchanger> exchangers = switch (dns.exchangers(domain)) {
            case MxAnswer.Found found -> found.exchangers();
            case MxAnswer.NullMx none -> List.of();
            case Temporary unknown -> throw unanswered(domain, unknown);
            case NoSuchDomain none -> nothing();
            case NoData none -> nothing();
        };
        if (exchangers.size() > Limits.HOSTS) {
            throw Stopped.forGood(TOO_MANY_HOSTS.with(domain, String.valueOf(Limits.HOSTS)));
        }
        return oneIsAt(exchangers, lengths);
    }

    /** {@return whether the client is one of the exchangers, whose order is nobody's wish: one that matches counts, whoever else is not answered for} */
    private boolean oneIsAt(List<MailExchanger> exchangers, DualCidr lengths) throws Stopped {
        boolean found = false;
        Optional<Stopped> unanswered = Optional.empty();
        for (MailExchanger exchanger : exchangers) {
            if (!Grammar.isAskable(exchanger.host())) {
                continue;
            }
            switch (dns.addresses(exchanger.host(), question.isIpv4())) {
                case AddressAnswer.Found addresses when isOneOf(addresses.addresses(), lengths) -> {
                    return true;
                }
                case AddressAnswer.Found addresses -> found = true;
                case Temporary unknown -> unanswered = Optional.of(unanswered(exchanger.host(), unknown));
                case NoSuchDomain none -> {
                    // it has no address that could be the client's
                }
                case NoData none -> {
                    // it has none of this family
                }
            }
        }
        if (unanswered.isPresent()) {
            throw unanswered.get();
        }
        if (!found && !exchangers.isEmpty()) {
            limits.nothingFound();
        }
        return false;
    }

    private boolean isNamed(String domain) throws Stopped {
        if (names.areNone()) {
            limits.nothingFound();
        }
        return names.oneIsIn(domain);
    }
}
