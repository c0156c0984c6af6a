package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.GatewayName;
import org.postern.config.GatewaySettings;
import org.postern.config.Settings;
import org.postern.delivery.report.TlsFigures;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueIds;
import org.postern.net.dns.DnsJavaMailDns;
import org.postern.queue.ParkedMessages;
import org.postern.queue.WaitingMail;
import org.postern.report.count.DmarcFigures;
import org.postern.report.count.DmarcTally;
import org.postern.report.send.DailyReports;
import org.postern.report.send.DmarcReports;
import org.postern.report.send.LetterBounds;
import org.postern.report.send.ParkedOutbox;
import org.postern.report.send.Reporter;
import org.postern.report.send.ReportLedger;
import org.postern.report.send.ReportSettings;
import org.postern.report.send.ReportTurn;
import org.postern.report.tls.DailyTlsReports;
import org.postern.signing.KeysInForce;
import org.postern.signing.MailSigner;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is reported to other domains. */
@ApplicationScoped
public class ReportWiring {
    private static final int MARK = 8;

    @Produces
    @Singleton
    DmarcTally dmarcTally(InstantSource clock, Settings settings) {
        return new DmarcTally(clock, settings.get(GatewaySettings.NODE));
    }

    @Produces
    @Singleton
    Reporter reporter(Settings settings, GatewayName name) {
        String organization = settings.get(ReportSettings.ORGANIZATION);
        return new Reporter(organization.isBlank() ? name.toString() : organization,
                settings.get(ReportSettings.FROM).orElse(Mailbox.postmaster(name.domain())),
                Optional.of(settings.get(ReportSettings.CONTACT)).filter(contact -> !contact.isBlank()));
    }

    @Produces
    @Singleton
    ReportTurn reportTurn(Settings settings, GatewayName name, DmarcFigures figures, TlsFigures sessions,
            DnsJavaMailDns dns,
            Reporter reporter, ReportLedger ledger, ParkedOutbox outbox, KeysInForce keys, InstantSource clock) {
        String mark = UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, MARK);
        List<DailyReports> kinds = new ArrayList<>();
        if (isCountingDmarc(settings)) {
            kinds.add(new DmarcReports(figures, dns, reporter, clock, mark));
        }
        if (settings.get(ReportSettings.FROM).isPresent() && settings.get(ReportSettings.TLS)) {
            kinds.add(new DailyTlsReports(sessions, dns, reporter, mark));
        }
        LetterBounds bounds = new LetterBounds(settings.get(ReportSettings.TARGET_LIMIT),
                settings.get(ReportSettings.LETTER_LIMIT));
        return new ReportTurn(kinds, ledger, outbox, bounds,
                domain -> keys.of(domain).filter(own -> !own.isEmpty()).isPresent(),
                reporter, clock, UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    ParkedOutbox outbox(ParkedMessages parked, WaitingMail waiting, MailSigner signer, QueueIds ids) {
        return new ParkedOutbox(parked, waiting, signer, ids);
    }

    /** {@return whether what DMARC comes to is reported} */
    static boolean isCountingDmarc(Settings settings) {
        return settings.get(ReportSettings.FROM).isPresent() && settings.get(ReportSettings.DMARC);
    }
}
