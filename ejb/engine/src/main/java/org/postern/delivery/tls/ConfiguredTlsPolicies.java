package org.postern.delivery.tls;

import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.TlsPolicy;
import org.postern.config.rule.TlsRule;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Turns;
import org.postern.routing.Destination;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator demands: by the domain of the recipients, or by the host that a route names. The first rule that matches
 * counts, and somebody else decides where none does. A look-up costs the same however many rules there are.
 */
public final class ConfiguredTlsPolicies implements TlsPolicies {
    private static final String ANYTHING = "*";

    private final List<TlsRule> rules;
    private final TlsPolicies otherwise;
    private final Map<String, Integer> firstOf = new HashMap<>();

    /**
     * @param rules in their order
     * @param otherwise who decides where no rule matches
     */
    public ConfiguredTlsPolicies(List<TlsRule> rules, TlsPolicies otherwise) {
        this.rules = List.copyOf(rules);
        this.otherwise = otherwise;
        for (int i = 0; i < rules.size(); i++) {
            firstOf.putIfAbsent(key(rules.get(i).domains()), i);
        }
    }

    /** @param usual what holds where no rule matches */
    public ConfiguredTlsPolicies(List<TlsRule> rules, TlsPolicy usual) {
        this(rules, usual(usual));
    }

    /** {@return the same policy for everybody} */
    public static TlsPolicies usual(TlsPolicy policy) {
        TlsRule rule = new TlsRule(new RecipientPattern.Anyone(), policy, List.of(), Optional.empty());
        return (destination, server) -> demanded(rule, server);
    }

    private static String key(RecipientPattern pattern) {
        return switch (pattern) {
            case RecipientPattern.Anyone all -> ANYTHING;
            case RecipientPattern.OfDomain of -> of.domain().key();
            case RecipientPattern.OfSubdomains of -> "." + of.parent().key();
            case RecipientPattern.OfMailbox of -> throw new IllegalArgumentException("a TLS rule is for domains");
        };
    }

    @Override
    public Decision decide(Destination destination, NextServer server) {
        int first = first(name(destination, server));
        return first < rules.size() ? demanded(rules.get(first), server) : otherwise.decide(destination, server);
    }

    @Override
    public boolean isLearned(Destination destination) {
        return isRuled(destination) || otherwise.isLearned(destination);
    }

    @Override
    public boolean learn(Destination destination, Turns turns) {
        return isRuled(destination) || otherwise.learn(destination, turns);
    }

    /** {@return the operator's rule for mail that goes by the name of a domain, or to a host; the first that matches} Asks nobody. */
    public Optional<TlsRule> rule(String name) {
        int first = first(name.toLowerCase(Locale.ROOT));
        return first < rules.size() ? Optional.of(rules.get(first)) : Optional.empty();
    }

    private boolean isRuled(Destination destination) {
        return destination instanceof Destination.MailExchangers mx && first(mx.domain().key()) < rules.size();
    }

    private static Decision demanded(TlsRule rule, NextServer server) {
        return new Demanded(switch (rule.policy()) {
            case NONE -> new TlsDemand.None();
            case MAY -> new TlsDemand.May();
            case ENCRYPT -> new TlsDemand.Encrypt();
            case VERIFY -> new TlsDemand.Verify(rule.names().isEmpty() ? List.of(server.name()) : rule.names(),
                    rule.authorities());
        });
    }

    private static String name(Destination destination, NextServer server) {
        return switch (destination) {
            case Destination.MailExchangers mx -> mx.domain().key();
            case Destination.NextHost next -> next.host().toLowerCase(Locale.ROOT);
            case Destination.LmtpHost next -> next.host().toLowerCase(Locale.ROOT);
            case Destination.Smart smart -> server.name().toLowerCase(Locale.ROOT);
            case Destination.ApplicationTopic topic ->
                throw new IllegalArgumentException("not a destination outside: " + topic);
            case Destination.Reports reports ->
                throw new IllegalArgumentException("not a destination outside: " + reports);
            case Destination.Sink sink ->
                throw new IllegalArgumentException("not a destination outside: " + sink);
            case Destination.ApplicationQueue queue ->
                throw new IllegalArgumentException("not a destination outside: " + queue);
        };
    }

    private int first(String name) {
        int first = Math.min(firstOf.getOrDefault(ANYTHING, rules.size()), firstOf.getOrDefault(name, rules.size()));
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            first = Math.min(first, firstOf.getOrDefault(name.substring(dot), rules.size()));
        }
        return first;
    }
}
