package org.postern.bounce;

import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says of a refusal in which class it is: the first rule that matches decides. Safe for many threads. */
public final class Classifier {
    private static final String RULES = "classes.txt";
    /** What stands for a code that is not known. */
    private static final int NO_CODE = 0;

    private final List<Rule> rules;

    Classifier(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** {@return a classifier by the rules of the gateway} */
    public static Classifier standard() {
        try (InputStream octets = Objects.requireNonNull(Classifier.class.getResourceAsStream(RULES), RULES);
                BufferedReader lines = new BufferedReader(new InputStreamReader(octets, StandardCharsets.UTF_8))) {
            return new Classifier(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rule::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be read", e);
        }
    }

    /** {@return the class of a 4xx or 5xx} */
    public BounceClass of(Reply reply) {
        return of(reply.code(), reply.status(), String.join(" ", reply.lines()));
    }

    /** {@return the class of what another server reports (RFC 3464), or says in words alone} */
    public BounceClass of(Optional<EnhancedStatus> status, String text) {
        return of(NO_CODE, status, text);
    }

    private BounceClass of(int code, Optional<EnhancedStatus> status, String text) {
        String normal = WordPattern.normal(text);
        return rules.stream()
                .filter(rule -> rule.matches(code, status, normal))
                .findFirst()
                .map(Rule::verdict)
                .orElse(BounceClass.OTHER);
    }
}
