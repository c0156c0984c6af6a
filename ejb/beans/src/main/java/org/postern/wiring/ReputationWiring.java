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
import org.postern.trust.Admission;
import org.postern.trust.EntryCheck;
import org.postern.trust.Examination;
import org.postern.trust.ListCheck;
import org.postern.trust.ReputationCheck;
import org.postern.trust.TrustSettings;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What others say of those who send. */
@ApplicationScoped
public class ReputationWiring {
    /** What waits for the DNS costs no thread of the system. */
    private static final Executor WAITING = task -> Thread.ofVirtual().name("postern-lists").start(task);

    @Produces
    @Singleton
    DnsLists lists(Configuration configuration, DnsJavaMailDns dns, InstantSource clock) {
        return new DnsLists(dns, WAITING, clock, configuration.dnsLists(),
                (list, why) -> WiringLog.LOG.listBroken(list.zone(), why));
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
    ReputationCheck reputation(ListCheck lists, EntryCheck entries) {
        return new ReputationCheck(lists, entries);
    }

    @Produces
    @Singleton
    Admission admission(Settings settings, ListCheck lists, EntryCheck entries, Examination examination) {
        return new Admission(lists, entries, examination, settings.get(TrustSettings.REFUSE_LISTED));
    }
}
