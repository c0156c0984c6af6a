package org.postern.web.local;

import org.postern.admin.parked.ParkedAct;
import org.postern.admin.parked.Selection;
import org.postern.assessment.QuarantineKind;
import org.postern.event.Sought;
import org.postern.mail.Mailbox;
import org.postern.queue.DeferralKind;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.QuarantineFilter;
import org.postern.routing.Destination;
import org.postern.routing.RouteTarget;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.MailboxParser;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongBiFunction;

/** Reads what a request asks for about parked mail. Throws {@link IllegalArgumentException} saying what is wrong with it. */
final class ParkedWords {
    private static final int BOUNCE = 550;
    private static final Set<String> ALWAYS = Set.of("action", "by");
    private static final Set<String> FILTER = Set.of("text", "reason", "destination", "domain", "sender", "kind",
            "older", "attempts", "held", "words");
    private static final Map<String, Set<String>> MORE = Map.ofEntries(entry("list", "after-key", "after-due", "limit"),
            entry("look", "key"), entry("operation", "id"), entry("cancel", "id"), entry("destinations", "after"),
            entry("pause", "destination"), entry("resume", "destination"), entry("flush", "destination"),
            entry("limit", "destination", "concurrency", "per-minute"), entry("bounce", "status", "reply"),
            entry("redirect", "to"));
    private static final Set<String> FILTERING = Set.of("list", "count");
    private static final Set<String> ACTS = Set.of("retry", "release", "hold", "drop", "expire", "bounce", "redirect",
            "ham", "spam", "allow", "block", "forget");
    /** What cannot be taken back. */
    private static final Set<String> ENDS = Set.of("drop", "expire", "bounce", "spam", "block");

    private ParkedWords() {}

    private static Map.Entry<String, Set<String>> entry(String action, String... names) {
        return Map.entry(action, Set.of(names));
    }

    /** {@return the form, after a look whether every word in it is one that this action knows} */
    static Form known(Form form) {
        String action = form.word("action");
        Set<String> names = new HashSet<>(ALWAYS);
        names.addAll(MORE.getOrDefault(action, Set.of()));
        if (FILTERING.contains(action) || ACTS.contains(action)) {
            names.addAll(FILTER);
        }
        if (ACTS.contains(action)) {
            names.addAll(Set.of("key", "all", "expect"));
        }
        return form.of(names, Set.of("sender"), Set.of("key"));
    }

    /**
     * {@return the messages that are named one by one, or else those that match what is asked for}
     *
     * @param count tells how many match, and may stop counting at its second argument
     */
    static Selection selection(Form form, Instant now, ToLongBiFunction<ParkedFilter, Integer> count) {
        boolean filtered = FILTER.stream().anyMatch(form::has);
        if (form.has("key")) {
            if (filtered || form.has("all")) {
                throw new IllegalArgumentException("Say which by key, or by what they have in common, not both.");
            }
            return new Selection.These(form.all("key"));
        }
        if (filtered == form.word("all").equals("yes")) {
            throw new IllegalArgumentException("Say which, or all=yes.");
        }
        ParkedFilter filter = filter(form, now);
        if (form.has("expect") || ENDS.contains(form.word("action"))) {
            expect(form, filter, count);
        }
        return new Selection.Matching(filter);
    }

    private static void expect(Form form, ParkedFilter filter, ToLongBiFunction<ParkedFilter, Integer> count) {
        if (!form.has("expect")) {
            throw new IllegalArgumentException("This is for good, and about " + count.applyAsLong(filter,
                    Integer.MAX_VALUE) + " messages. Say expect=NUMBER to have it done to so many at most.");
        }
        int most = Integer.parseInt(form.word("expect"));
        if (most < Integer.MAX_VALUE && count.applyAsLong(filter, most + 1) > most) {
            throw new IllegalArgumentException("More than " + most + " messages match; nothing was done.");
        }
    }

    static ParkedFilter filter(Form form, Instant now) {
        ParkedFilter filter = ParkedFilter.everything().by(Sought.parse(form.word("text")));
        filter = form.given("reason")
                .map(text -> Reason.valueOf(upper(text)))
                .map(filter::waitingFor)
                .orElse(filter);
        filter = form.given("destination").map(filter::headedFor).orElse(filter);
        filter = form.given("domain").map(filter::toDomain).orElse(filter);
        filter = form.has("sender") ? filter.from(form.word("sender")) : filter;
        filter = form.given("kind").map(text -> DeferralKind.valueOf(upper(text))).map(filter::of).orElse(filter);
        filter = form.given("older")
                .map(text -> now.minus(Duration.parse("PT" + text)))
                .map(filter::arrivedBefore)
                .orElse(filter);
        if (form.given("held").isPresent() || form.given("words").isPresent()) {
            filter = filter.inQuarantine(new QuarantineFilter(
                    form.given("held").map(text -> QuarantineKind.valueOf(upper(text))), form.word("words")));
        }
        return form.given("attempts").map(Integer::parseInt).map(filter::triedAtLeast).orElse(filter);
    }

    static ParkedAct act(Form form) {
        String action = form.word("action");
        return switch (action) {
            case "retry", "release" -> new ParkedAct.RetryNow();
            case "ham" -> new ParkedAct.ReleaseAsHam();
            case "spam" -> new ParkedAct.DropAsSpam();
            case "allow" -> new ParkedAct.ReleaseAndAllow();
            case "block" -> new ParkedAct.DropAndBlock();
            case "forget" -> new ParkedAct.Forget();
            case "hold" -> new ParkedAct.Hold();
            case "drop" -> new ParkedAct.Drop();
            case "expire" -> new ParkedAct.Expire();
            case "bounce" -> new ParkedAct.Bounce(Reply.of(BOUNCE,
                    form.given("status").orElse("5.7.1"),
                    form.given("reply").orElse("returned to its sender")));
            case "redirect" -> redirect(form.word("to"));
            default -> throw new IllegalArgumentException("There is no such action: " + action);
        };
    }

    private static ParkedAct redirect(String to) {
        if (to.indexOf('@') > 0) {
            Mailbox mailbox = MailboxParser.parse(to)
                    .toOptional()
                    .orElseThrow(() -> new IllegalArgumentException("not an address: " + to));
            return new ParkedAct.ReplaceRecipient(mailbox);
        }
        return new ParkedAct.RedirectTo(destination(to));
    }

    /** {@return the destination that a person has written as in a route; or, with the domain, {@code mx:example.org}} */
    static Destination destination(String text) {
        if (text.startsWith("mx:")) {
            return MailboxParser.parse("postmaster@" + text.substring("mx:".length()))
                    .toOptional()
                    .map(mailbox -> new Destination.MailExchangers(mailbox.domain()))
                    .orElseThrow(() -> new IllegalArgumentException("not a domain: " + text));
        }
        return switch (RouteTarget.parse(text)) {
            case RouteTarget.To(Destination destination) -> destination;
            case RouteTarget.MailExchangers mx -> throw new IllegalArgumentException("mx of which domain?");
            case RouteTarget.Discard discard ->
                throw new IllegalArgumentException("to discard is no destination; drop it instead");
            case RouteTarget.Refuse refuse -> throw new IllegalArgumentException("to refuse is no destination");
        };
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
