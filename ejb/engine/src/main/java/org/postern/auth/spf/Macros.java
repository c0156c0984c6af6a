package org.postern.auth.spf;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.auth.spf.MacroString.Literal;
import org.postern.auth.spf.MacroString.Macro;
import org.postern.auth.spf.MacroString.Part;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What the macros of a check stand for (RFC 7208, 7). Used by one thread. */
final class Macros {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String NAMES_THE_SENDER = "sl";

    private final SpfQuestion question;
    private final String receiver;
    private final InstantSource clock;
    private final Limits limits;
    private final ValidatedNames names;

    Macros(SpfQuestion question, String receiver, InstantSource clock, Limits limits, ValidatedNames names) {
        this.question = question;
        this.receiver = receiver;
        this.clock = clock;
        this.limits = limits;
        this.names = names;
    }

    /**
     * {@return the name that a domain-spec stands for, labels cut off on the left where it is too long (7.3); empty if the DNS cannot be
     * asked for it}
     */
    Optional<String> name(MacroString spec, String domain) throws Stopped {
        if (spec.uses("p") && !names.areKnown()) {
            limits.term();
        }
        return nameOfExplanation(spec, domain);
    }

    /** {@return the same for the name that an explanation stands at, which counts against no limit (4.6.4)} */
    Optional<String> nameOfExplanation(MacroString spec, String domain) {
        StringBuilder name = new StringBuilder();
        for (int i = spec.parts().size() - 1; i >= 0 && name.length() <= Grammar.LONGEST_NAME + 1; i--) {
            name.insert(0, value(spec.parts().get(i), domain));
        }
        if (!name.isEmpty() && name.charAt(name.length() - 1) == '.') {
            name.setLength(name.length() - 1);
        }
        while (name.length() > Grammar.LONGEST_NAME) {
            int dot = name.indexOf(".");
            name.delete(0, dot < 0 ? name.length() : dot + 1);
        }
        return Optional.of(name.toString()).filter(text -> !isBeyondNames(spec) && Grammar.isAskable(text));
    }

    /** {@return whether it has a local part in it that no name can have, and so matches nothing (RFC 8616, 4)} */
    boolean isBeyondNames(MacroString spec) {
        return spec.uses(NAMES_THE_SENDER) && question.localPart().chars().anyMatch(c -> c > '~');
    }

    /** {@return the text that an explain-string stands for, about as long as is shown at most} */
    String explanation(MacroString spec, String domain) {
        StringBuilder text = new StringBuilder();
        for (Part part : spec.parts()) {
            if (text.length() > SpfResult.LONGEST_EXPLANATION) {
                break;
            }
            text.append(value(part, domain));
        }
        return text.toString();
    }

    private String value(Part part, String domain) {
        return switch (part) {
            case Literal(String text) -> text;
            case Macro macro when macro.escaped() -> escaped(transformed(macro, of(macro.letter(), domain)));
            case Macro macro -> transformed(macro, of(macro.letter(), domain));
        };
    }

    private String of(char letter, String domain) {
        return switch (letter) {
            case 's' -> question.localPart() + "@" + question.domain();
            case 'l' -> question.localPart();
            case 'o' -> question.domain();
            case 'd' -> domain;
            case 'i' -> AddressText.dotted(question.client());
            case 'p' -> names.toShow(domain);
            case 'v' -> question.isIpv4() ? "in-addr" : "ip6";
            case 'h' -> question.helo();
            case 'c' -> AddressText.readable(question.client());
            case 'r' -> receiver;
            case 't' -> Long.toString(clock.instant().getEpochSecond());
            default -> throw new IllegalArgumentException("no macro: " + letter);
        };
    }

    private static String transformed(Macro macro, String value) {
        List<String> parts = new ArrayList<>();
        String delimiters = macro.delimiters().isEmpty() ? "." : macro.delimiters();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || delimiters.indexOf(value.charAt(i)) >= 0) {
                parts.add(value.substring(start, i));
                start = i + 1;
            }
        }
        if (macro.reversed()) {
            Collections.reverse(parts);
        }
        return String.join(".", parts.subList(Math.max(0, parts.size() - macro.most()), parts.size()));
    }

    /** {@return the text with all but the unreserved characters of a URI as its octets (RFC 3986, 2.3)} */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte octet : text.getBytes(UTF_8)) {
            char c = (char) (octet & 0xff);
            if (Grammar.isAlpha(c) || Grammar.isDigit(c) || "-._~".indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return escaped.toString();
    }
}
