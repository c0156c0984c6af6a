package org.postern.net.dns;

import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Gives each look-up a ration of questions and time, so that no zone makes a validator ask for ever. What the servers themselves say
 * about DNSSEC is taken out of their answers: everybody may set a bit.
 */
final class Ration implements Resolver {
    /** The ration of the look-up that this thread makes. */
    static final ScopedValue<Ration.Left> LEFT = ScopedValue.newInstance();

    private final Resolver resolver;

    Ration(Resolver resolver) {
        this.resolver = resolver;
    }

    /** What is left of a ration. Used by one thread. */
    static final class Left {
        private int questions;
        private final long end;

        Left(int questions, Duration time) {
            this.questions = questions;
            this.end = System.nanoTime() + time.toNanos();
        }

        private boolean take() {
            return questions-- > 0 && System.nanoTime() < end;
        }
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        if (LEFT.isBound() && !LEFT.get().take()) {
            return CompletableFuture.failedFuture(new IOException("it takes too many questions, or too long"));
        }
        return AtOnce.of(resolver.sendAsync(query, executor)).thenApply(answer -> {
            answer.getHeader().unsetFlag(Flags.AD);
            return answer;
        });
    }

    @Override
    public void setPort(int port) {
        resolver.setPort(port);
    }

    @Override
    public void setTCP(boolean flag) {
        resolver.setTCP(flag);
    }

    @Override
    public void setIgnoreTruncation(boolean flag) {
        resolver.setIgnoreTruncation(flag);
    }

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {
        resolver.setEDNS(version, payloadSize, flags, options);
    }

    @Override
    public void setTSIGKey(TSIG key) {
        resolver.setTSIGKey(key);
    }

    @Override
    public Duration getTimeout() {
        return resolver.getTimeout();
    }

    @Override
    public void setTimeout(Duration timeout) {
        resolver.setTimeout(timeout);
    }
}
