package org.postern.admin.domains;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.dns.FreshDns;
import org.postern.limit.Bulkhead;
import org.postern.sentence.Sentence;

import java.util.function.Function;
import java.util.Optional;

/** Lets a few people at a time ask the DNS, whatever they ask about: a question that nobody answers holds a thread for seconds. */
@Singleton
public class DnsLooks {
    static final int AT_ONCE = 4;
    private static final Sentence BUSY = Sentence
            .form("dnsBusy", "Others are asking the DNS; try again in a moment.")
            .with();

    private final FreshDns dns;
    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE);

    @Inject
    DnsLooks(FreshDns dns) {
        this.dns = dns;
    }

    /**
     * {@return what comes of a look}
     *
     * @throws org.postern.limit.BusyException if so many are asking
     */
    <T> T look(Function<DnsLook, T> looking) {
        try (var _ = bulkhead.enter(BUSY)) {
            return looking.apply(new DnsLook(dns.open()));
        }
    }

    /** {@return what comes of a look, where what nobody could ask about is not known, as if the DNS did not answer} */
    <T> T lookIfFree(Function<DnsLook, T> looking) {
        Optional<Bulkhead.Entry> entered = bulkhead.tryEnter();
        if (entered.isEmpty()) {
            return looking.apply(DnsLook.without(dns.open()));
        }
        try (var _ = entered.get()) {
            return looking.apply(new DnsLook(dns.open()));
        }
    }
}
