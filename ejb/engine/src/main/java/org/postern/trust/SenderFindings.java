package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;
import org.postern.auth.arc.ArcResult;
import org.postern.auth.arc.ChainStatus;
import org.postern.auth.dkim.DkimResults;
import org.postern.auth.dkim.SignatureResult;
import org.postern.auth.dmarc.Author;
import org.postern.auth.dmarc.DmarcFinding;
import org.postern.auth.spf.SpfOutcome;
import org.postern.auth.spf.SpfResult;
import org.postern.auth.spf.SpfResults;
import org.postern.content.Exceeded;
import org.postern.mail.Domain;
import org.postern.mail.ReversePath;
import org.postern.receiver.Reason;
import org.postern.smtp.wire.DomainParser;
import org.postern.trust.rule.RuledMail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ways to authenticate a sender came to for one message.
 *
 * @param sender of MAIL
 */
record SenderFindings(ReversePath sender, SpfResults spf, DkimResults dkim, ArcResult arc, OnePass pass,
        DmarcFinding dmarc) {

    /** {@return what SPF said of MAIL FROM; of HELO where that is null} */
    ResultName spfResult() {
        return spf.mailFrom().outcome().result();
    }

    /** {@return all of it but DMARC, as symbols} */
    List<Symbol> symbols() {
        List<Symbol> symbols = new ArrayList<>();
        symbols.add(named("SPF_", spf.mailFrom().outcome().name()).found(evidence(spf.mailFrom())));
        if (!sender.isNull() && spf.helo().outcome() == SpfOutcome.FAIL) {
            symbols.add(KnownSymbol.SPF_HELO_FAIL.found(evidence(spf.helo())));
        }
        symbols.add(named("DKIM_", dkim.word().name()).found(evidence(dkim)));
        if (arc.status() != ChainStatus.NONE) {
            symbols.add(named("ARC_", arc.status().name()).found(arc.sealers().isEmpty()
                    ? arc.reason()
                    : "sealed by " + arc.sealers().getLast()));
        }
        symbols.addAll(ofContent());
        pass.judgement().ifPresent(symbols::add);
        return symbols;
    }

    /** {@return what was found in the content, each kind once} */
    private List<Symbol> ofContent() {
        Map<KnownSymbol, String> found = new EnumMap<>(KnownSymbol.class);
        pass.files()
                .forEach(finding -> found.merge(named("FILE_", finding.suspicion().name()), finding.evidence(),
                        (first, second) -> first + "; " + second));
        pass.exceeded()
                .stream()
                .filter(exceeded -> exceeded != Exceeded.TEXT)
                .forEach(exceeded -> found.put(named("MIME_", exceeded.name()), ""));
        return found.entrySet().stream().map(one -> one.getKey().found(one.getValue())).toList();
    }

    /** {@return all of it but what DMARC comes to, nothing decided yet} */
    Assessment assessment() {
        return new Assessment(symbols(), Verdict.NONE, Reason.NONE, results());
    }

    /** {@return the domains that have sent the message, or let it be sent: by SPF, by a signature, and the author's by DMARC} */
    Set<Domain> proved() {
        Set<Domain> proved = new LinkedHashSet<>(dkim.passed());
        proved.addAll(proved(spf));
        if (dmarc.result() == ResultName.PASS && dmarc.author() instanceof Author.Known(String domain)) {
            proved.add(new Domain(domain));
        }
        return proved;
    }

    /** {@return what rules are to know of it} */
    RuledMail.Examination forRules() {
        return new RuledMail.Examination(proved(), pass.seen());
    }

    /** {@return the domain that SPF lets the client send for; none if it does not} */
    static Set<Domain> proved(SpfResults results) {
        return results.mailFrom().outcome() == SpfOutcome.PASS
                ? DomainParser.parse(results.mailFrom().domain()).toOptional().map(Set::of).orElse(Set.of())
                : Set.of();
    }

    private static KnownSymbol named(String prefix, String result) {
        return KnownSymbol.valueOf(prefix + result);
    }

    private static String evidence(SpfResult result) {
        return result.domain() + ": " + result.mechanism().orElseGet(result.reason()::toString);
    }

    private static String evidence(DkimResults results) {
        List<Domain> passed = results.passed();
        return passed.isEmpty()
                ? results.signatures()
                        .stream()
                        .map(one -> one.domain().map(Domain::text).orElse("?") + ": " + one.reason())
                        .collect(Collectors.joining("; "))
                : passed.stream().map(Domain::text).collect(Collectors.joining(", "));
    }

    /** {@return all of it, for the next reader; signatures last, since strangers make their number and length, and what is told is bounded} */
    List<MethodResult> results() {
        List<MethodResult> results = new ArrayList<>();
        if (!sender.isNull()) {
            results.add(result(spf.mailFrom(), Property.smtp("mailfrom", sender.address())));
        }
        if (sender.isNull() || spf.helo().outcome() != SpfOutcome.NONE) {
            results.add(result(spf.helo(), Property.smtp("helo", spf.helo().domain())));
        }
        results.add(dmarc.toMethodResult());
        chain().ifPresent(results::add);
        if (dkim.signatures().isEmpty()) {
            results.add(new MethodResult("dkim", ResultName.NONE));
        }
        dkim.signatures().forEach(signature -> results.add(result(signature)));
        return results;
    }

    /** {@return what there is to say of a chain; there is no word of RFC 8601 for one that nobody could look at now} */
    private Optional<MethodResult> chain() {
        return switch (arc.status()) {
            case NONE, UNKNOWN -> Optional.empty();
            case FAIL -> Optional.of(new MethodResult("arc", ResultName.FAIL).because(arc.reason()));
            case PASS -> Optional.of(new MethodResult("arc", ResultName.PASS,
                    Property.header("oldest-pass", Integer.toString(arc.oldestPass()))));
        };
    }

    /** {@return who sealed last in a chain that holds} */
    Optional<String> sealer() {
        return arc.status() == ChainStatus.PASS ? Optional.of(arc.sealers().getLast().key()) : Optional.empty();
    }

    private static MethodResult result(SpfResult spf, Property identity) {
        MethodResult bare = new MethodResult("spf", spf.outcome().result(),
                identity);
        return spf.outcome() == SpfOutcome.PASS || spf.outcome() == SpfOutcome.NONE
                ? bare
                : bare.because(spf.reason().toString());
    }

    private static MethodResult result(SignatureResult signature) {
        List<Property> properties = new ArrayList<>();
        signature.domain().ifPresent(domain -> properties.add(Property.header("d", domain.key())));
        add(properties, "i", signature.identity());
        add(properties, "a", signature.algorithm());
        add(properties, "s", signature.selector());
        add(properties, "b", signature.mark());
        MethodResult bare = new MethodResult("dkim",
                signature.word().result(),
                properties.toArray(Property[]::new));
        return signature.passes() ? bare : bare.because(signature.reason());
    }

    private static void add(List<Property> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.add(Property.header(name, value));
        }
    }
}
