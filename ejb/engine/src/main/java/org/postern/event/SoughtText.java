package org.postern.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody has typed, or copied from a log, a reply or a header section. No pattern here backtracks over more than it bounds. */
final class SoughtText {
    private static final Pattern REFERENCE = Pattern.compile("\\[ref ([^\\]\\s]{1,64})\\]");
    private static final Pattern QUEUE_ID = Pattern.compile("(?<![0-9A-Za-z])[0-9A-HJKMNP-TV-Z]{16}(?![0-9A-Za-z])");
    private static final Pattern REPLY = Pattern.compile("[245]\\d\\d[ -].*");
    private static final Pattern FIELD = Pattern
            .compile("(?i)(subject|message-id|ehlo|helo|lhlo|mail from|rcpt to|from|to|ref)(?::| (?=\\S)) ?(.*)");
    private static final Pattern PEER = Pattern
            .compile("(?:.* )?\\[(?:(?i)ipv6:)?([0-9A-Fa-f:.]{2,45})\\](?::\\d{1,5})?");
    private static final Pattern WITH_PORT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}):\\d{1,5}");
    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>]*<([^<>\\s]{1,512}@[^<>\\s]{1,255})>[^<>]*");
    private static final Pattern IDENTIFIED = Pattern.compile("<[^<>\\s]+>?");
    private static final String NULL = "<>";
    /** In the order in which they are tried. */
    private static final List<Function<String, Optional<Sought>>> READERS = List.of(SoughtText::named,
            SoughtText::field,
            SoughtText::client, SoughtText::reply, SoughtText::bracketed, SoughtText::identified);

    private SoughtText() {}

    static Sought parse(String typed) {
        String cut = typed.substring(0, Math.min(typed.length(), Sought.MAX_LENGTH));
        String text = cut.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (text.isEmpty()) {
            return new Sought.Anything();
        }
        return READERS.stream()
                .map(reader -> reader.apply(text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> plain(text));
    }

    /** A name of ours that stands in a sentence, such as one of our replies. */
    private static Optional<Sought> named(String text) {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.find()) {
            return Optional.of(new Sought.Word(reference.group(1)));
        }
        Matcher id = QUEUE_ID.matcher(text);
        return REPLY.matcher(text).matches() && id.find() ? Optional.of(new Sought.Word(id.group())) : Optional.empty();
    }

    private static Optional<Sought> field(String text) {
        Matcher field = FIELD.matcher(text);
        if (!field.matches() || field.group(2).isBlank()) {
            return Optional.empty();
        }
        String value = field.group(2).strip();
        boolean colon = text.charAt(field.end(1)) == ':';
        return switch (field.group(1).toLowerCase(Locale.ROOT)) {
            case "subject" -> colon ? Optional.of(subject(value)) : Optional.empty();
            case "message-id" -> Optional.of(new Sought.MessageId(HeaderFacts.keptId(value)));
            case "ehlo", "helo", "lhlo" -> value.indexOf(' ') < 0
                    ? Optional.of(client(value).orElseGet(() -> new Sought.HostName(TracedClient.kept(value))))
                    : Optional.empty();
            case "ref" -> value.indexOf(' ') < 0 ? Optional.of(new Sought.Word(value)) : Optional.empty();
            default -> colon ? bracketed(value).or(() -> Optional.of(plain(value))) : Optional.empty();
        };
    }

    private static Optional<Sought> client(String text) {
        Matcher peer = PEER.matcher(text);
        Matcher port = WITH_PORT.matcher(text);
        String address = peer.matches() ? peer.group(1) : port.matches() ? port.group(1) : text;
        return TracedClient.canonical(address).map(Sought.Client::new);
    }

    /** What the next server said, if it gave the message a name. */
    private static Optional<Sought> reply(String text) {
        return RemoteName.in(text).map(Sought.Word::new);
    }

    private static Optional<Sought> bracketed(String text) {
        if (text.equals(NULL)) {
            return Optional.of(new Sought.NullReversePath());
        }
        Matcher inside = IN_BRACKETS.matcher(text);
        return inside.matches() ? Optional.of(new Sought.Address(inside.group(1))) : Optional.empty();
    }

    /** What is in brackets and no address, or too long to be one. */
    private static Optional<Sought> identified(String text) {
        return IDENTIFIED.matcher(text).matches()
                ? Optional.of(new Sought.MessageId(HeaderFacts.keptId(text)))
                : Optional.empty();
    }

    private static Sought subject(String words) {
        return new Sought.Subject(HeaderFacts.keptSubject(words));
    }

    private static Sought plain(String text) {
        int at = text.lastIndexOf('@');
        if (text.indexOf(' ') >= 0 && !(text.startsWith("\"") && at > 0)) {
            return subject(text);
        }
        if (at == 0 && text.length() > 1) {
            return new Sought.DomainName(text.substring(1).toLowerCase(Locale.ROOT));
        }
        if (at > 0) {
            return at == text.length() - 1
                    ? new Sought.LocalPart(text.substring(0, at))
                    : new Sought.Address(text);
        }
        return text.indexOf('.') > 0 ? new Sought.HostName(text.toLowerCase(Locale.ROOT)) : new Sought.Word(text);
    }
}
