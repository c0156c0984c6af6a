package org.postern.smtp.server;

import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;
import org.postern.smtp.Replies;

import java.util.function.Supplier;

/** An authentication that cannot fail: an exception of the one behind it is 454 4.7.0, since unknown means temporary. */
final class GuardedExchange implements SaslExchange {
    private static final SaslStep LATER = new SaslStep.Refused(Replies.CANNOT_AUTHENTICATE_NOW);

    private final SaslExchange exchange;

    GuardedExchange(SaslExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public SaslStep begin() {
        return guard(exchange::begin);
    }

    @Override
    public SaslStep respond(byte[] response) {
        return guard(() -> exchange.respond(response));
    }

    private static SaslStep guard(Supplier<SaslStep> question) {
        try {
            SaslStep step = question.get();
            return step == null ? LATER : step;
        } catch (RuntimeException _) {
            return LATER;
        }
    }

    @Override
    public void abandon() {
        try {
            exchange.abandon();
        } catch (RuntimeException _) {
            // Nothing hangs on it: the exchange is over either way.
        }
    }
}
