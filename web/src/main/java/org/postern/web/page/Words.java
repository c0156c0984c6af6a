package org.postern.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.postern.assessment.QuarantineKind;
import org.postern.event.EventKind;
import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.TracedLine;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.routing.Destination;
import org.postern.web.text.Texts;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** How pages say things. Everything it returns is text, still to be escaped. */
@Named
@ApplicationScoped
public class Words {
    private static final int SHOWN = 8;
    private static final Pattern AFTER_SIGN = Pattern.compile("(?<=[-._+=/])(?=.)");
    private static final Pattern DOT = Pattern.compile("\\.");
    /** From this length on a half of an address may be broken. */
    private static final int LONG = 25;
    /** What is behind so many pieces is not broken at its signs. */
    private static final int MOST_PIECES = 20;
    private static final String UNTIL = "until ";
    private static final Pattern QUEUE_ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");

    /** {@return what happened, as the head of a step} */
    public String kind(EventKind kind) {
        return Texts.current().word(kind);
    }

    /** {@return the class of colour that goes with it} */
    public String kindTone(EventKind kind) {
        return switch (kind) {
            case RECEIVED, SUBMITTED, EXPANDED, ROUTED, RELEASED -> "calm";
            case HANDED_OVER, DELIVERED -> "good";
            case DEFERRED, PARKED -> "wait";
            case REFUSED, FAILED, BOUNCED, BOUNCED_BACK -> "bad";
            case DROPPED -> "dim";
        };
    }

    /** {@return who spoke the reply of such an event} */
    public String speaker(EventKind kind) {
        return switch (kind) {
            case RECEIVED, REFUSED -> Texts.current().say("message.weSaid");
            case DROPPED, PARKED -> Texts.current().say("message.lastSaid");
            default -> Texts.current().say("message.theySaid");
        };
    }

    public String progress(Progress progress) {
        return Texts.current().word(progress);
    }

    public String progressTone(Progress progress) {
        return switch (progress) {
            case ON_THE_WAY -> "calm";
            case DELIVERED -> "good";
            case WAITING -> "wait";
            case REFUSED, FAILED -> "bad";
            case DROPPED -> "dim";
        };
    }

    public String reason(Reason reason) {
        return Texts.current().word(reason);
    }

    /** {@return what is done to something that people keep, in a word, as a {@code Preview} names it} */
    public String change(String change) {
        return Texts.current().say("configuration." + change);
    }

    public String quarantine(QuarantineKind kind) {
        return Texts.current().word(kind);
    }

    /** {@return a weight or a score with its sign, for people} */
    public String weight(double value) {
        return value == 0 ? "0" : String.format(Texts.current().locale(), "%+.2f", value).replaceFirst("[.,]?0+$", "");
    }

    /** {@return what a decoded field says; a word in its place where it says nothing} */
    public String shown(String text) {
        return text.isBlank() ? Texts.current().say("common.saysNothing") : text;
    }

    /** {@return a destination for people; the text itself if it is none} */
    public String destination(String text) {
        Texts texts = Texts.current();
        try {
            return switch (Destination.parse(text)) {
                case Destination.MailExchangers mx -> texts.say("common.mailExchangersOfX", mx.domain());
                case Destination.NextHost host -> texts.say("common.hostXPortX", host.host(), host.port());
                case Destination.Smart(var hosts) -> texts.say("common.smartHostsX", hosts);
                case Destination.ApplicationTopic topic -> texts.say("common.topicX", topic.name());
                case Destination.LmtpHost host -> texts.say("common.lmtpHostXPortX", host.host(), host.port());
                case Destination.ApplicationQueue queue -> texts.say("common.queueX", queue.name());
                case Destination.Reports reports -> texts.say("common.reportsThatTheGatewayReads");
                case Destination.Sink sink -> sink.behaves()
                        ? texts.say("common.sink")
                        : texts.say("common.sinkThatMisbehavesX", text.substring(text.indexOf(':') + 1));
            };
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** {@return a time span in its two largest units} */
    public String duration(Duration span) {
        long millis = span.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Texts.current().locale(), "%.1f s", millis / 1000.0);
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        return span.toDays() < 1
                ? span.toHours() + " h " + span.toMinutesPart() + " min"
                : Texts.current().say("common.daysXHoursX", span.toDays(), span.toHoursPart());
    }

    /** {@return from 0 to 4 how long a span is, for the eye} */
    public int weight(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 1) {
            return 0;
        }
        if (seconds < 60) {
            return 1;
        }
        if (seconds < 3600) {
            return 2;
        }
        return seconds < 86_400 ? 3 : 4;
    }

    public String size(long octets) {
        if (octets < 1024) {
            return octets + " B";
        }
        if (octets < 1024 * 1024) {
            return String.format(Texts.current().locale(), "%.1f KB", octets / 1024.0);
        }
        return String.format(Texts.current().locale(), "%.1f MB", octets / (1024.0 * 1024.0));
    }

    /** {@return the moment that the note of a step is {@code until}; null if it says something else} */
    public Instant moment(String note) {
        try {
            return note.startsWith(UNTIL) ? Instant.parse(note.substring(UNTIL.length())) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@return the queue id of another message that ends the note of a step; null if there is none} */
    public String mentioned(String note) {
        String last = note.substring(note.lastIndexOf(' ') + 1);
        return QUEUE_ID.matcher(last).matches() ? last : null;
    }

    /** {@return the first of a list that may be long} */
    public List<String> some(List<String> all) {
        return all.subList(0, Math.min(all.size(), SHOWN));
    }

    /** {@return what was said last of what was sought; empty if nothing} */
    public String lastWords(TracedLine line) {
        return line.lastWords().orElse("");
    }

    /** {@return how many recipients there are besides the one who is shown} */
    public String others(TracedLine line) {
        int all = line.message().recipients();
        return switch (line.sought()) {
            case 0 -> Texts.current().say("common.andXMore", all - 1);
            case 1 -> Texts.current().say("common.ofXRecipients", all);
            default -> Texts.current().say("common.andXMoreLikeItOfXRecipients", line.sought() - 1, all);
        };
    }

    /** {@return how many recipients have come this far, as {@code 3 delivered}} */
    public String fate(Fate fate) {
        return Texts.current()
                .say("common.xFate", fate.recipients(),
                        progress(fate.progress()).toLowerCase(Texts.current().locale()));
    }

    /** {@return the part of an address before its last {@code @}; all of it if it has none} */
    public String localPart(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /** {@return the part of an address behind its last {@code @}; null if it has none} */
    public String domainPart(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? null : address.substring(at + 1);
    }

    /** {@return a local part in pieces, between which a line may be broken: each but the last ends with a dot, hyphen or the like} */
    public List<String> pieces(String localPart) {
        return localPart.length() < LONG ? List.of(localPart) : List.of(AFTER_SIGN.split(localPart, MOST_PIECES));
    }

    /** {@return the labels of a domain; where it is short they stay together, but for those beyond ASCII} */
    public List<String> labels(String domain) {
        boolean whole = domain.length() < LONG && domain.chars().allMatch(c -> c < 128);
        return whole ? List.of(domain) : List.of(DOT.split(domain, MOST_PIECES));
    }

    /** {@return an address for people: the null reverse-path has a name} */
    public String sender(String reversePath) {
        if (reversePath == null) {
            return Texts.current().say("common.unknownSender");
        }
        return reversePath.isEmpty() ? Texts.current().say("common.aReport") : reversePath;
    }
}
