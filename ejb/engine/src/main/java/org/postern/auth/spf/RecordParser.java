package org.postern.auth.spf;

import org.postern.auth.spf.DualCidr.Split;
import org.postern.sentence.Sentence;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a record, all of it: an error anywhere is one of the whole (RFC 7208, 4.6). Used once. */
final class RecordParser {
    private static final Sentence.Form TOO_LONG = Sentence.form("spfLongerThanX", "it is longer than {0} characters");
    private static final Sentence.Form TWICE = Sentence.form("spfStandsThereTwice", "{0}= stands there twice");
    private static final Sentence.Form NO_MECHANISM = Sentence.form("spfNoMechanism",
            "there is no mechanism ''{0}''");
    private static final Sentence.Form MORE_THAN_ALL = Sentence.form("spfMoreThanAll",
            "''{0}'' says more than ''all''");
    private static final Sentence.Form NO_COLON = Sentence.form("spfNoColon",
            "''{0}'' has no '':'' where it should");
    private static final Sentence.Form NO_LENGTH = Sentence.form("spfNoPrefixLength", "''{0}'' is no prefix length");
    private static final Sentence.Form NO_IPV4 = Sentence.form("spfNoIpv4Address", "''{0}'' is no IPv4 address");
    private static final Sentence.Form NO_IPV6 = Sentence.form("spfNoIpv6Address", "''{0}'' is no IPv6 address");
    /** The longest record that is read, in characters. Such as can be published well have 450 (3.4). */
    static final int LONGEST = 16_384;

    private final List<Directive> directives = new ArrayList<>();
    private Optional<MacroString> redirect = Optional.empty();
    private Optional<MacroString> explanation = Optional.empty();

    private RecordParser() {}

    /** {@return what the record says} */
    static SpfRecord parse(String text) throws Malformed {
        if (text.length() > LONGEST) {
            throw new Malformed(TOO_LONG.with(String.valueOf(LONGEST)));
        }
        RecordParser parser = new RecordParser();
        for (String term : SpfRecord.terms(text).split(" ", -1)) {
            if (!term.isEmpty()) {
                parser.term(term);
            }
        }
        return new SpfRecord(parser.directives, parser.redirect, parser.explanation);
    }

    private void term(String term) throws Malformed {
        int sign = term.indexOf('=');
        if (sign >= 0 && Grammar.isName(term.substring(0, sign))) {
            modifier(term.substring(0, sign).toLowerCase(Locale.ROOT), term.substring(sign + 1));
        } else {
            String mechanism = Qualifier.begins(term) ? term.substring(1) : term;
            directives.add(new Directive(Qualifier.of(term), mechanism(mechanism), term));
        }
    }

    private void modifier(String name, String value) throws Malformed {
        switch (name) {
            case "redirect" -> redirect = once(name, redirect, value);
            case "exp" -> explanation = once(name, explanation, value);
            default -> MacroParser.string(value);
        }
    }

    private static Optional<MacroString> once(String name, Optional<MacroString> before, String value)
            throws Malformed {
        if (before.isPresent()) {
            throw new Malformed(TWICE.with(name));
        }
        return Optional.of(MacroParser.domain(value));
    }

    private static Mechanism mechanism(String text) throws Malformed {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != '/') {
            end++;
        }
        String rest = text.substring(end);
        return switch (text.substring(0, end).toLowerCase(Locale.ROOT)) {
            case "all" -> all(text, rest);
            case "include" -> new Mechanism.Include(MacroParser.domain(argument(text, rest)));
            case "a" -> {
                Split split = DualCidr.split(rest);
                yield new Mechanism.Address(target(text, split.rest()), split.lengths());
            }
            case "mx" -> {
                Split split = DualCidr.split(rest);
                yield new Mechanism.Exchangers(target(text, split.rest()), split.lengths());
            }
            case "ptr" -> new Mechanism.Names(target(text, rest));
            case "ip4" -> network(argument(text, rest), Prefix.IPV4_BITS);
            case "ip6" -> network(argument(text, rest), Prefix.IPV6_BITS);
            case "exists" -> new Mechanism.Exists(MacroParser.domain(argument(text, rest)));
            default -> throw new Malformed(NO_MECHANISM.with(text));
        };
    }

    private static Mechanism all(String mechanism, String rest) throws Malformed {
        if (!rest.isEmpty()) {
            throw new Malformed(MORE_THAN_ALL.with(mechanism));
        }
        return new Mechanism.All();
    }

    private static Optional<MacroString> target(String mechanism, String rest) throws Malformed {
        return rest.isEmpty() ? Optional.empty() : Optional.of(MacroParser.domain(argument(mechanism, rest)));
    }

    private static String argument(String mechanism, String rest) throws Malformed {
        if (!rest.startsWith(":")) {
            throw new Malformed(NO_COLON.with(mechanism));
        }
        return rest.substring(1);
    }

    private static Mechanism network(String argument, int bits) throws Malformed {
        int slash = argument.indexOf('/');
        String address = slash < 0 ? argument : argument.substring(0, slash);
        int length = slash < 0 ? bits : Prefix.length(digits(argument.substring(slash + 1)), bits);
        return new Mechanism.Network(bits == Prefix.IPV4_BITS ? ipv4(address) : ipv6(address), length);
    }

    private static String digits(String text) throws Malformed {
        for (int i = 0; i < text.length(); i++) {
            if (!Grammar.isDigit(text.charAt(i))) {
                throw new Malformed(NO_LENGTH.with(text));
            }
        }
        return text;
    }

    private static InetAddress ipv4(String text) throws Malformed {
        String[] numbers = text.split("\\.", -1);
        boolean good = numbers.length == 4;
        for (String number : numbers) {
            good &= isOctet(number);
        }
        if (!good) {
            throw new Malformed(NO_IPV4.with(text));
        }
        return InetAddress.ofLiteral(text);
    }

    /** {@return whether it is a number of 0 to 255, without a zero before another digit} */
    private static boolean isOctet(String number) {
        boolean digits = !number.isEmpty() && number.length() <= 3
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && !(number.length() > 1 && number.startsWith("0")) && Integer.parseInt(number) < 256;
    }

    /** {@return an address of 16 octets, also where it is an IPv4-mapped one: such networks have no client in them (5.6)} */
    private static InetAddress ipv6(String text) throws Malformed {
        boolean plausible = text.indexOf(':') >= 0 && text.length() <= 45
                && text.chars().allMatch(c -> c == ':' || c == '.' || (Character.digit(c, 16) >= 0 && c < 128));
        try {
            if (plausible) {
                InetAddress address = InetAddress.ofLiteral(text);
                return address instanceof Inet4Address ? mapped(address) : address;
            }
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw new Malformed(NO_IPV6.with(text));
        }
        throw new Malformed(NO_IPV6.with(text));
    }

    private static InetAddress mapped(InetAddress ipv4) throws UnknownHostException {
        byte[] octets = new byte[16];
        octets[10] = -1;
        octets[11] = -1;
        System.arraycopy(ipv4.getAddress(), 0, octets, 12, 4);
        return Inet6Address.getByAddress("", octets, -1);
    }
}
