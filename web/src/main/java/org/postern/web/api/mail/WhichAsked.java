package org.postern.web.api.mail;

import jakarta.ws.rs.QueryParam;
import org.postern.assessment.QuarantineKind;
import org.postern.queue.DeferralKind;
import org.postern.queue.ParkedMessage.Reason;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The same as {@link Which}, in the query of an address. Made and filled in by the server. */
public class WhichAsked {
    @QueryParam("q")
    private Optional<String> q = Optional.empty();
    @QueryParam("reason")
    private Optional<Reason> reason = Optional.empty();
    @QueryParam("destination")
    private Optional<String> destination = Optional.empty();
    @QueryParam("domain")
    private Optional<String> domain = Optional.empty();
    @QueryParam("sender")
    private Optional<String> sender = Optional.empty();
    @QueryParam("kind")
    private Optional<DeferralKind> kind = Optional.empty();
    @QueryParam("arrivedBefore")
    private Optional<Instant> arrivedBefore = Optional.empty();
    @QueryParam("attempts")
    private Optional<Integer> attempts = Optional.empty();
    @QueryParam("held")
    private Optional<QuarantineKind> held = Optional.empty();
    @QueryParam("words")
    private Optional<String> words = Optional.empty();

    Which which() {
        return new Which(q, reason, destination, domain, sender, kind, arrivedBefore,
                attempts.map(OptionalInt::of).orElse(OptionalInt.empty()), held, words);
    }
}
