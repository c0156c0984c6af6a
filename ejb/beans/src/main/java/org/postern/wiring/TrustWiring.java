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
import org.postern.net.dns.DnsJavaMailDns;
import org.postern.net.scan.ScannerFactory;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.WaitingMail;
import org.postern.report.count.DmarcResults;
import org.postern.report.count.DmarcTally;
import org.postern.trust.Examination;
import org.postern.trust.FieldsOnTop;
import org.postern.trust.QuarantineRoom;
import org.postern.trust.ReputationCheck;
import org.postern.trust.RuleCheck;
import org.postern.trust.ScannerCheck;
import org.postern.trust.Reading;
import org.postern.trust.ReadingRoom;
import org.postern.trust.ScorePolicy;
import org.postern.trust.SenderCheck;
import org.postern.trust.TrustSettings;
import org.postern.trust.WaitLimit;
import org.postern.trust.Weights;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** How far mail of strangers is believed. */
@ApplicationScoped
public class TrustWiring {
    /** What waits for the DNS costs no thread of the system. */
    private static final Executor WAITING = task -> Thread.ofVirtual().name("postern-sender").start(task);

    @Produces
    @Singleton
    Examination examination(Settings settings, GatewayName name, DnsJavaMailDns dns, ReputationCheck reputation,
            WaitingMail waiting, LiveModel live, RuleCheck rules, DmarcTally tally, InstantSource clock) {
        DkimKeys keys = new DkimKeys(dns, WAITING);
        SenderCheck senders = new SenderCheck(new Spf(dns, clock, name.toString()),
                new DkimVerifier(keys, clock), new ArcValidator(keys), new Dmarc(dns), WAITING,
                new WaitLimit(settings.get(TrustSettings.WAIT), System::nanoTime),
                ReadingRoom.inHeap(Runtime.getRuntime().maxMemory()));
        FileTypes types = new FileTypes();
        return new Examination(senders, reputation,
                () -> new Reading(settings.get(TrustSettings.FILES)
                        ? Optional.of(new AttachmentInspection(types, clock))
                        : Optional.empty(), live.active()),
                new Weights(settings.get(TrustSettings.WEIGHTS)),
                new ScorePolicy(settings.get(TrustSettings.MARK), settings.get(TrustSettings.QUARANTINE),
                        settings.get(TrustSettings.REFUSE)),
                new QuarantineRoom(() -> waiting.count(ParkedFilter.everything()
                        .waitingFor(ParkedMessage.Reason.QUARANTINED), settings.get(TrustSettings.QUARANTINE_MOST)),
                        settings.get(TrustSettings.QUARANTINE_MOST), clock),
                rules, new Examination.Choices(settings.get(TrustSettings.AUTHENTICATION),
                        settings.get(TrustSettings.DMARC) == TrustSettings.DmarcUse.FOLLOW,
                        settings.get(TrustSettings.REFUSE_SPF_FAIL),
                        new TrustedPaths(settings.get(TrustSettings.SEALERS), settings.get(TrustSettings.FORWARDERS))),
                ReportWiring.isCountingDmarc(settings) ? tally : DmarcResults.NONE);
    }

    /** What they are asked about has no name yet; it gets one of the same kind. */
    @Produces
    @Singleton
    ScannerCheck scanners(Configuration configuration, QueueIds ids) {
        return new ScannerCheck(ScannerFactory.scanners(configuration.scanners(), WAITING), WAITING, ids::next);
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
                settings.get(TrustSettings.MARK));
    }
}
