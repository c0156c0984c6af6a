package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.postern.config.Settings;
import org.postern.config.file.Configuration;
import org.postern.dns.ClientNames;
import org.postern.net.dns.DnsJavaMailDns;
import org.postern.reputation.ClientLook;
import org.postern.reputation.DnsLists;
import org.postern.reputation.entry.LiveEntries;
import org.postern.reputation.grey.Greylist;
import org.postern.reputation.grey.GreylistStore;
import org.postern.reputation.grey.GreylistTimes;
import org.postern.trust.Admission;
import org.postern.trust.EntryCheck;
import org.postern.trust.Examination;
import org.postern.trust.GreylistCheck;
import org.postern.trust.ListCheck;
import org.postern.trust.ReputationCheck;
import org.postern.trust.TrustSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What others say of those who send. */
@ApplicationScoped
public class ReputationWiring {
    /** What waits for the DNS costs no thread of the system. */
    private static final Executor WAITING = task -> Thread.ofVirtual().name("postern-lists").start(task);

    /** An honest server has come again by then, and one that writes once a month stays known (RFC 6647, 4.4). */
    private static final Duration PATIENCE = Duration.ofDays(2);
    private static final Duration MEMORY = Duration.ofDays(35);

    @Produces
    @Singleton
    DnsLists lists(Configuration configuration, DnsJavaMailDns dns, InstantSource clock) {
        return new DnsLists(dns, WAITING, clock, configuration.dnsLists(),
                (list, why) -> WiringLog.LOG.listBroken(list.zone(), why.toString()));
    }

    @Produces
    @Singleton
    ListCheck listCheck(Settings settings, DnsLists lists, ClientNames names, InstantSource clock) {
        return new ListCheck(lists, new ClientLook(lists, names, WAITING, clock), WAITING,
                settings.get(TrustSettings.WAIT), clock);
    }

    @Produces
    @Singleton
    LiveEntries entries() {
        return new LiveEntries();
    }

    @Produces
    @Singleton
    EntryCheck entryCheck(LiveEntries entries, InstantSource clock) {
        return new EntryCheck(entries, clock);
    }

    @Produces
    @Singleton
    Greylist greylist(Settings settings, GreylistStore store, InstantSource clock) {
        return new Greylist(store,
                () -> new GreylistTimes(settings.get(TrustSettings.GREYLIST_PAUSE), PATIENCE, MEMORY), clock);
    }

    @Produces
    @Singleton
    ReputationCheck reputation(Settings settings, ListCheck lists, EntryCheck entries, Greylist greylist) {
        return new ReputationCheck(lists, entries, new GreylistCheck(greylist,
                () -> Optional.of(settings.get(TrustSettings.GREYLIST_SCORE))
                        .filter(score -> settings.get(TrustSettings.GREYLIST)),
                WiringLog.LOG::greylistUnread));
    }

    @Produces
    @Singleton
    Admission admission(Settings settings, ListCheck lists, EntryCheck entries, Examination examination) {
        return new Admission(lists, entries, examination, new Admission.Rules(
                settings.get(TrustSettings.REFUSE_LISTED), settings.get(TrustSettings.GREET_DELAY),
                settings.get(TrustSettings.REFUSE_EARLY)));
    }
}
