package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.postern.auth.arc.ArcValidator;
import org.postern.auth.dkim.DkimKeys;
import org.postern.auth.dkim.DkimVerifier;
import org.postern.auth.dmarc.Dmarc;
import org.postern.auth.dmarc.TrustedPaths;
import org.postern.auth.spf.Spf;
import org.postern.config.GatewayName;
import org.postern.config.file.Configuration;
import org.postern.config.Settings;
import org.postern.content.attachment.AttachmentInspection;
import org.postern.content.attachment.FileTypes;
import org.postern.content.learn.LiveModel;
import org.postern.mail.Domain;
import org.postern.mail.QueueIds;
import org.postern.metric.Meters;
import org.postern.net.dns.DnsJavaMailDns;
import org.postern.net.scan.ScannerFactory;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.WaitingMail;
import org.postern.report.count.DmarcResults;
import org.postern.report.count.DmarcTally;
import org.postern.reputation.entry.LiveEntries;
import org.postern.reputation.grey.Greylist;
import org.postern.scan.Scanners;
import org.postern.trust.EntryCheck;
import org.postern.trust.Examination;
import org.postern.trust.FieldsOnTop;
import org.postern.trust.GreylistCheck;
import org.postern.trust.ListCheck;
import org.postern.trust.QuarantineRoom;
import org.postern.trust.ReputationCheck;
import org.postern.trust.Retention;
import org.postern.trust.RuleCheck;
import org.postern.trust.ScannerCheck;
import org.postern.trust.Reading;
import org.postern.trust.ReadingRoom;
import org.postern.trust.Rehearsal;
import org.postern.trust.ScorePolicy;
import org.postern.trust.SenderCheck;
import org.postern.trust.TrustSettings;
import org.postern.trust.WaitLimit;
import org.postern.trust.Weights;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** How far mail of strangers is believed. */
@ApplicationScoped
public class TrustWiring {
    /** What waits for the DNS costs no thread of the system. */
    private static final Executor WAITING = task -> Thread.ofVirtual().name("postern-sender").start(task);

    @Produces
    @Singleton
    Examination examination(Settings settings, GatewayName name, DnsJavaMailDns dns, ReputationCheck reputation,
            WaitingMail waiting, LiveModel live, RuleCheck rules, DmarcTally tally, InstantSource clock) {
        return new Examination(senders(settings, name, dns, clock, Runtime.getRuntime().maxMemory()), reputation,
                readings(settings, live, clock), new Weights(settings.get(TrustSettings.WEIGHTS)),
                () -> policy(settings),
                room(settings, waiting, clock), rules, choices(settings),
                ReportWiring.isCountingDmarc(settings) ? tally : DmarcResults.NONE);
    }

    /** One message after another, of people who want to know. */
    @Produces
    @Singleton
    Rehearsal rehearsal(Settings settings, GatewayName name, DnsJavaMailDns dns, ListCheck lists, LiveEntries entries,
            Greylist greylist, LiveModel live, RuleCheck rules, InstantSource clock) {
        ReputationCheck reputation = new ReputationCheck(lists, new EntryCheck(entries::get, entry -> {
        }, clock), new GreylistCheck(greylist, Optional::empty, WiringLog.LOG::greylistUnread));
        return new Rehearsal(new Examination(senders(settings, name, dns, clock, 0), reputation,
                readings(settings, live, clock), new Weights(settings.get(TrustSettings.WEIGHTS)),
                () -> policy(settings),
                new QuarantineRoom(() -> new QuarantineRoom.Held(0, 0),
                        new QuarantineRoom.Held(Integer.MAX_VALUE, Long.MAX_VALUE), clock),
                rules.uncounted(), choices(settings),
                DmarcResults.NONE));
    }

    private static SenderCheck senders(Settings settings, GatewayName name, DnsJavaMailDns dns, InstantSource clock,
            long heap) {
        DkimKeys keys = new DkimKeys(dns, WAITING);
        return new SenderCheck(new Spf(dns, clock, name.toString()), new DkimVerifier(keys, clock),
                new ArcValidator(keys), new Dmarc(dns), WAITING,
                new WaitLimit(settings.get(TrustSettings.WAIT), System::nanoTime), ReadingRoom.inHeap(heap));
    }

    private static Supplier<Reading> readings(Settings settings, LiveModel live, InstantSource clock) {
        FileTypes types = new FileTypes();
        return () -> new Reading(settings.get(TrustSettings.FILES)
                ? Optional.of(new AttachmentInspection(types, clock))
                : Optional.empty(), live.active());
    }

    private static ScorePolicy policy(Settings settings) {
        return new ScorePolicy(settings.get(TrustSettings.MARK), settings.get(TrustSettings.QUARANTINE),
                settings.get(TrustSettings.REFUSE));
    }

    private static Examination.Choices choices(Settings settings) {
        return new Examination.Choices(settings.get(TrustSettings.AUTHENTICATION),
                settings.get(TrustSettings.DMARC) == TrustSettings.DmarcUse.FOLLOW,
                settings.get(TrustSettings.REFUSE_SPF_FAIL),
                new TrustedPaths(settings.get(TrustSettings.SEALERS), settings.get(TrustSettings.FORWARDERS)));
    }

    private static QuarantineRoom room(Settings settings, WaitingMail waiting, InstantSource clock) {
        ParkedFilter quarantined = ParkedFilter.everything().waitingFor(ParkedMessage.Reason.QUARANTINED);
        int most = settings.get(TrustSettings.QUARANTINE_MOST);
        return new QuarantineRoom(
                () -> new QuarantineRoom.Held(waiting.count(quarantined, most), waiting.octets(quarantined)),
                new QuarantineRoom.Held(most, settings.get(TrustSettings.QUARANTINE_SIZE)), clock);
    }

    @Produces
    @Singleton
    Retention retention(Settings settings) {
        return new Retention(settings);
    }

    @Produces
    @Singleton
    Scanners scanners(Configuration configuration, Meters meters) {
        return ScannerFactory.scanners(configuration.scanners(), WAITING, meters);
    }

    /** What they are asked about has no name yet; it gets one of the same kind. */
    @Produces
    @Singleton
    ScannerCheck scannerCheck(Scanners scanners, QueueIds ids) {
        return new ScannerCheck(scanners, WAITING, ids::next);
    }

    /** Empty for good where nothing is to be learnt: then nobody fills it. */
    @Produces
    @Singleton
    LiveModel liveModel() {
        return new LiveModel();
    }

    @Produces
    @Singleton
    FieldsOnTop fieldsOnTop(Settings settings, GatewayName name) {
        return new FieldsOnTop(settings.get(TrustSettings.SERVER).map(Domain::new).orElse(name.domain()),
                () -> settings.get(TrustSettings.MARK));
    }
}
