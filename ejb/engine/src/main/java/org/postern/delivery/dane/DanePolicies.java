package org.postern.delivery.dane;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.host.Turns;
import org.postern.delivery.tls.DaneDemand;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.PublishedPolicy.Kind;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.dns.SecureAnswer;
import org.postern.dns.SecureAnswer.Insecure;
import org.postern.dns.SecureAnswer.Secure;
import org.postern.dns.SecureAnswer.Unsure;
import org.postern.dns.SecureDns;
import org.postern.dns.TlsaRecord;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Demands what the signed DNS says (RFC 7672, 2.2): where MX, address and TLSA records are all secure, a session that the TLSA
 * records vouch for. Where nobody signs, or no TLSA records are there, it is somebody else's turn. Where nobody can tell which of
 * the two it is, the server is not asked, for to strip DNSSEC must not be a way to strip TLS.
 */
public final class DanePolicies implements TlsPolicies {
    private static final Sentence.Form UNSURE = Sentence.form("dnssecCannotTell",
            "DNSSEC cannot tell whether {0} are true: {1}");
    private static final Sentence.Form MX = Sentence.form("theMxRecordsOfX", "the MX records of {0}");
    private static final Sentence.Form ADDRESSES = Sentence.form("theAddressesOfX", "the addresses of {0}");
    private static final Sentence.Form ALIAS = Sentence.form("theAliasX", "the alias {0}");
    private static final Sentence.Form TLSA = Sentence.form("theTlsaRecordsOfX", "the TLSA records of {0}");
    private static final Sentence.Form ELSEWHERE = Sentence.form("signedOnesDoNotNameX",
            "the signed ones do not name {0}");

    private final SecureDns dns;
    private final TlsPolicies otherwise;

    /** @param otherwise who decides where DANE does not apply */
    public DanePolicies(SecureDns dns, TlsPolicies otherwise) {
        this.dns = dns;
        this.otherwise = otherwise;
    }

    @Override
    public boolean isLearned(Destination destination) {
        return otherwise.isLearned(destination);
    }

    @Override
    public boolean learn(Destination destination, Turns turns) {
        return otherwise.learn(destination, turns);
    }

    @Override
    public Decision decide(Destination destination, NextServer server) {
        String host = server.name().toLowerCase(Locale.ROOT);
        Optional<Decision> decision = isLiteral(host) ? Optional.empty() : switch (destination) {
            case Destination.MailExchangers(var domain) when !domain.isLiteral() ->
                exchanger(domain.key(), server, host);
            case Destination.NextHost next -> host(host, server, host);
            default -> Optional.empty();
        };
        return decision.orElseGet(() -> otherwise.decide(destination, server));
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.indexOf(':') >= 0
                || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }

    /** The host's name came by way of a look-up that proves nothing, so the secure one has to have it as well. */
    private Optional<Decision> exchanger(String domain, NextServer server, String host) {
        return switch (dns.exchangers(domain)) {
            case Insecure<String> nobodySigns -> Optional.empty();
            case Unsure<String>(String reason) -> Optional.of(unsure(domain, MX.with(domain), Sentence.asItIs(reason)));
            case Secure<String>(List<String> hosts) when hosts.isEmpty()
                    ? host.equals(domain)
                    : hosts.stream().anyMatch(host::equalsIgnoreCase) ->
                host(domain, server, host);
            case Secure<String> elsewhere -> Optional.of(unsure(domain, MX.with(domain), ELSEWHERE.with(host)));
        };
    }

    private Optional<Decision> host(String domain, NextServer server, String host) {
        return switch (dns.addressed(host)) {
            case Insecure<String> nobodySigns -> alias(domain, server, host);
            case Unsure<String>(String reason) ->
                Optional.of(unsure(domain, ADDRESSES.with(host), Sentence.asItIs(reason)));
            case Secure<String>(List<String> canonical) -> {
                Set<String> bases = new LinkedHashSet<>(canonical);
                bases.add(host);
                yield records(domain, server, bases);
            }
        };
    }

    /** A signed alias vouches for its own name, though nobody signs where it leads (RFC 7672, 2.2.2). */
    private Optional<Decision> alias(String domain, NextServer server, String host) {
        return switch (dns.alias(host)) {
            case Insecure<String> nobodySigns -> Optional.empty();
            case Unsure<String>(String reason) ->
                Optional.of(unsure(domain, ALIAS.with(host), Sentence.asItIs(reason)));
            case Secure<String>(List<String> target) ->
                target.isEmpty() ? Optional.empty() : records(domain, server, Set.of(host));
        };
    }

    /** Where aliases lead comes first, the name itself second (RFC 7672, 2.2.3). */
    private Optional<Decision> records(String domain, NextServer server, Set<String> bases) {
        for (String base : bases) {
            SecureAnswer<TlsaRecord> answer = dns.tlsa(server.port(), base);
            if (answer instanceof Unsure<TlsaRecord>(String reason)) {
                return Optional.of(unsure(domain, TLSA.with(base), Sentence.asItIs(reason)));
            }
            if (answer instanceof Secure<TlsaRecord>(List<TlsaRecord> records) && !records.isEmpty()) {
                return Optional.of(demanded(domain, base, bases, new TlsaSet(records)));
            }
        }
        return Optional.empty();
    }

    private static Decision demanded(String domain, String base, Set<String> bases, TlsaSet records) {
        Set<String> names = new LinkedHashSet<>();
        names.add(base);
        names.addAll(bases);
        names.add(domain);
        PublishedPolicy policy = new PublishedPolicy(Kind.TLSA, domain, records.lines(), List.of());
        return new Demanded(new DaneDemand(policy, base, List.copyOf(names), records.usable()));
    }

    private static Decision unsure(String domain, Sentence what, Sentence reason) {
        return new Unusable(Obstacle.of(451, "4.7.5", UNSURE.with(what, reason)),
                new PublishedPolicy(Kind.TLSA, domain, List.of(), List.of()), TlsFault.DNSSEC_INVALID);
    }
}
