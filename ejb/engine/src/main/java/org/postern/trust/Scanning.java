package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.config.rule.ScannerRule;
import org.postern.receiver.Reason;
import org.postern.scan.ScanResult;
import org.postern.scan.Scanned;
import org.postern.scan.Wish;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What all scanners have said of one message.
 *
 * @param scanned each of them, in the order in which they are named
 */
public record Scanning(List<Scanned> scanned) {
    static final Scanning NONE = new Scanning(List.of());

    /**
     * {@return what they have found, one symbol for each, and one more where that is malware, or where one would not have let the message
     * through} Whoever decides in the end, that stays known.
     */
    public Assessment assessment() {
        List<Symbol> symbols = new ArrayList<>();
        first(Scanning::isVirus).ifPresent(by -> symbols.add(KnownSymbol.MALWARE.found(by)));
        first(Scanning::isAside).ifPresent(by -> symbols.add(KnownSymbol.SCANNER_ASIDE.found(by)));
        scanned.forEach(one -> ScannerCheck.found(one).ifPresent(symbols::add));
        return Assessment.of(symbols);
    }

    private Optional<String> first(Predicate<Scanned> which) {
        return scanned.stream().filter(which).findFirst().map(one -> "by " + one.rule().name());
    }

    private static boolean isVirus(Scanned one) {
        return one.rule().kind() == ScannerRule.Kind.CLAMD && one.result() instanceof ScanResult.Found;
    }

    private static boolean isAside(Scanned one) {
        return one.result() instanceof ScanResult.Found found && found.wishes()
                .stream()
                .anyMatch(wish -> wish instanceof Wish.Reject || wish instanceof Wish.Quarantine
                        || wish instanceof Wish.Discard);
    }

    /**
     * {@return the examination, as far as scanners wish for no more than it comes to} A wish to discard is one for quarantine: nothing is
     * thrown away that somebody was told we took. Who is awaited and has said nothing puts the message off.
     */
    public Examined over(Examined examined) {
        Examined strictest = examined;
        for (Scanned one : scanned) {
            if (one.isAwaited()) {
                strictest = stricter(strictest, Verdict.DEFER, Optional.of(Replies.LOCAL_ERROR),
                        Reason.seen("the scanner says nothing").by(one.rule().name()));
            }
            if (one.result() instanceof ScanResult.Found found) {
                for (Wish wish : found.wishes()) {
                    strictest = wished(strictest, wish, one.rule().name());
                }
            }
        }
        return strictest;
    }

    /** {@return whether one of them would have the client come again} */
    boolean wishesGreylist() {
        return scanned.stream()
                .anyMatch(one -> one.result() instanceof ScanResult.Found found
                        && found.wishes().stream().anyMatch(Wish.Greylist.class::isInstance));
    }

    private static Examined wished(Examined examined, Wish wish, String scanner) {
        return switch (wish) {
            case Wish.Reject(Optional<Reply> reply) -> stricter(examined, Verdict.REFUSE,
                    reply.or(() -> Optional.of(TrustReplies.SCORE_TOO_HIGH)), Reason.NONE.by(scanner));
            case Wish.Defer(Optional<Reply> reply) -> stricter(examined, Verdict.DEFER,
                    reply.or(() -> Optional.of(TrustReplies.COME_AGAIN)), Reason.NONE.by(scanner));
            case Wish.Quarantine(String reason) ->
                stricter(examined, Verdict.QUARANTINE, Optional.empty(), Reason.seen(reason).by(scanner));
            case Wish.Discard() -> stricter(examined, Verdict.QUARANTINE, Optional.empty(),
                    Reason.seen("it would have been discarded").by(scanner));
            case Wish.Mark() -> stricter(examined, Verdict.MARK, Optional.empty(), Reason.NONE.by(scanner));
            case Wish.Greylist() -> examined;
            case Wish.AddField field -> examined;
        };
    }

    private static Examined stricter(Examined examined, Verdict verdict, Optional<Reply> reply, Reason reason) {
        return examined.assessment().verdict().compareTo(verdict) >= 0
                ? examined
                : new Examined(examined.assessment().judged(verdict, reason), reply);
    }
}
