package org.postern.trust;

import org.postern.assessment.Symbol;
import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;
import org.postern.auth.dkim.DkimResults;
import org.postern.auth.dkim.SignatureResult;
import org.postern.auth.dmarc.DmarcFinding;
import org.postern.auth.spf.SpfOutcome;
import org.postern.auth.spf.SpfResult;
import org.postern.auth.spf.SpfResults;
import org.postern.mail.Domain;
import org.postern.mail.ReversePath;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the ways to authenticate a sender came to for one message.
 *
 * @param sender of MAIL
 */
public record SenderFindings(ReversePath sender, SpfResults spf, DkimResults dkim, DmarcFinding dmarc) {

    /** {@return what SPF said of MAIL FROM; of HELO where that is null} */
    ResultName spfResult() {
        return ResultName.of(spf.mailFrom().outcome().word()).orElse(ResultName.NONE);
    }

    /** {@return all of it but DMARC, as symbols} */
    List<Symbol> symbols() {
        List<Symbol> symbols = new ArrayList<>();
        symbols.add(named("SPF_", spf.mailFrom().outcome().name()).found(evidence(spf.mailFrom())));
        if (!sender.isNull() && spf.helo().outcome() == SpfOutcome.FAIL) {
            symbols.add(KnownSymbol.SPF_HELO_FAIL.found(evidence(spf.helo())));
        }
        symbols.add(named("DKIM_", dkim.word().name()).found(evidence(dkim)));
        return symbols;
    }

    private static KnownSymbol named(String prefix, String result) {
        return KnownSymbol.valueOf(prefix + result);
    }

    private static String evidence(SpfResult result) {
        return result.domain() + ": " + result.mechanism().orElse(result.reason());
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

    /** {@return all of it, for the next reader} */
    List<MethodResult> results() {
        List<MethodResult> results = new ArrayList<>();
        if (!sender.isNull()) {
            results.add(result(spf.mailFrom(), Property.smtp("mailfrom", sender.address())));
        }
        if (sender.isNull() || spf.helo().outcome() != SpfOutcome.NONE) {
            results.add(result(spf.helo(), Property.smtp("helo", spf.helo().domain())));
        }
        if (dkim.signatures().isEmpty()) {
            results.add(new MethodResult("dkim", ResultName.NONE));
        }
        dkim.signatures().forEach(signature -> results.add(result(signature)));
        results.add(dmarc.toMethodResult());
        return results;
    }

    private static MethodResult result(SpfResult spf, Property identity) {
        MethodResult bare = new MethodResult("spf", ResultName.of(spf.outcome().word()).orElse(ResultName.NONE),
                identity);
        return spf.outcome() == SpfOutcome.PASS || spf.outcome() == SpfOutcome.NONE ? bare : bare.because(spf.reason());
    }

    private static MethodResult result(SignatureResult signature) {
        List<Property> properties = new ArrayList<>();
        signature.domain().ifPresent(domain -> properties.add(Property.header("d", domain.key())));
        add(properties, "i", signature.identity());
        add(properties, "a", signature.algorithm());
        add(properties, "s", signature.selector());
        add(properties, "b", signature.mark());
        MethodResult bare = new MethodResult("dkim",
                ResultName.of(signature.word().text()).orElse(ResultName.PERMERROR),
                properties.toArray(Property[]::new));
        return signature.passes() ? bare : bare.because(signature.reason());
    }

    private static void add(List<Property> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.add(Property.header(name, value));
        }
    }
}
