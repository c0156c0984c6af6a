package org.postern.admin.trust;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.config.GatewayName;
import org.postern.config.Settings;
import org.postern.limit.Bulkhead;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.QueueIds;
import org.postern.policy.Confidence;
import org.postern.policy.FilterChain;
import org.postern.queue.WaitingMail;
import org.postern.receiver.SessionFacts;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.trust.Examined;
import org.postern.trust.FieldsOnTop;
import org.postern.trust.KnownSymbol;
import org.postern.trust.Rehearsal;
import org.postern.trust.ScannerCheck;
import org.postern.trust.TrustSettings;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each check would say to a message: nothing is kept of it, counted or learnt. */
@Desk
@Singleton
public class DryRun {
    private static final Sentence TRUSTED = Sentence.form("clientIsTrusted",
            "the client is of networks.trusted, whose mail is not examined").with();
    private static final Sentence.Form REFUSED_BEFORE = Sentence.form("refusedAtRcpt",
            "the client would be refused at RCPT already, by {0}, unless it is allowed");
    private static final Sentence.Form COMES_AGAIN = Sentence.form("hasToComeAgain",
            "who is not known would have to come again, by {0}");
    private static final Sentence NOT_SCANNED = Sentence.form("scannersNotAsked",
            "scanners were not asked").with();
    /** The largest message, in octets. */
    public static final int LARGEST = 10_000_000;
    /** So many are judged at a time, each of which may lie in memory twice. */
    private static final int MOST_AT_A_TIME = 3;
    private static final Sentence BUSY = Sentence
            .form("judgeBusy", "Other messages are being judged now. Try again soon.")
            .with();

    private static final Sentence.Form TOO_LARGE = Sentence.form("messageTooLarge",
            "The message is larger than {0,number,#} octets.");

    private final Rehearsal rehearsal;
    private final ScannerCheck scanners;
    private final FilterChain filters;
    private final FieldsOnTop fields;
    private final Confidence confidence;
    private final WaitingMail waiting;
    private final Settings settings;
    private final GatewayName gateway;
    private final QueueIds ids;
    private final Bulkhead bulkhead = new Bulkhead(MOST_AT_A_TIME);

    @Inject
    DryRun(Rehearsal rehearsal, ScannerCheck scanners, FilterChain filters, FieldsOnTop fields, Confidence confidence,
            WaitingMail waiting, Settings settings, GatewayName gateway, QueueIds ids) {
        this.rehearsal = rehearsal;
        this.scanners = scanners;
        this.filters = filters;
        this.fields = fields;
        this.confidence = confidence;
        this.waiting = waiting;
        this.settings = settings;
        this.gateway = gateway;
        this.ids = ids;
    }

    /**
     * {@return what would become of this message}
     *
     * @param message whose lines may all end with LF alone; read to its end, and not closed
     * @throws IllegalArgumentException saying what is wrong with the draft or the message
     * @throws org.postern.limit.BusyException when others are being judged
     * @throws IOException when it cannot be read
     * @throws InterruptedException when interrupted while waiting for the DNS or a scanner
     */
    @Looks(Role.OPERATOR)
    public JudgedMessage judge(RunDraft draft, InputStream message) throws IOException, InterruptedException {
        try (var _ = bulkhead.enter(BUSY)) {
            return judge(draft, withLineEnds(octets(message)));
        }
    }

    /**
     * {@return what would become of a message that waits, if it still does; from its sender to its recipients, unless the draft says otherwise}
     *
     * @throws IllegalArgumentException saying what is wrong with the draft or the message
     * @throws org.postern.limit.BusyException when others are being judged
     * @throws IOException when it cannot be read
     * @throws InterruptedException when interrupted while waiting for the DNS or a scanner
     */
    @Looks(Role.OPERATOR)
    public Optional<JudgedMessage> judgeWaiting(String key, RunDraft draft) throws IOException, InterruptedException {
        try (var _ = bulkhead.enter(BUSY)) {
            return waiting(key, draft);
        }
    }

    private Optional<JudgedMessage> waiting(String key, RunDraft draft) throws IOException, InterruptedException {
        List<Envelope> envelopes = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        List<IOException> failures = new ArrayList<>();
        waiting.look(key, parked -> {
            try (InputStream octets = parked.mail().message().content().open()) {
                contents.add(octets(octets));
                envelopes.add(parked.mail().message().envelope());
            } catch (IOException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return contents.isEmpty()
                ? Optional.empty()
                : Optional.of(judge(draft.or(envelopes.getFirst()), contents.getFirst()));
    }

    private JudgedMessage judge(RunDraft draft, byte[] octets) throws IOException, InterruptedException {
        SessionFacts session = draft.session("dry run " + ids.next(), gateway.toString());
        Envelope envelope = draft.envelope();
        if (confidence.isIn(session)) {
            return new JudgedMessage(Assessment.NONE, Optional.empty(),
                    List.of(TRUSTED));
        }
        Content content = Content.of(octets);
        HeaderSection header = HeaderSection.of(content);
        Assessment found = filters.findings(session);
        Assessment known = fields.isForged(header) ? found.with(fields.forgery()) : found;
        ScannerCheck.Asked scanned = draft.scanners()
                ? scanners.ask(session, envelope, content, known)
                : ScannerCheck.NOBODY;
        try {
            Examined examined = rehearsal.examination().examine(session, envelope, content, header, known, scanned);
            return new JudgedMessage(examined.assessment(), examined.refusal(), notes(examined, draft));
        } finally {
            scanned.cancel();
        }
    }

    private List<Sentence> notes(Examined examined, RunDraft draft) {
        List<Sentence> notes = new ArrayList<>();
        double listed = weight(examined, KnownSymbol.LISTED) + weight(examined, KnownSymbol.WELCOMED);
        int refused = settings.get(TrustSettings.REFUSE_LISTED);
        if (refused > 0 && listed >= refused) {
            notes.add(REFUSED_BEFORE.with(TrustSettings.REFUSE_LISTED.key()));
        }
        if (settings.get(TrustSettings.GREYLIST) && examined.refusal().isEmpty()
                && examined.assessment().score() >= settings.get(TrustSettings.GREYLIST_SCORE)) {
            notes.add(COMES_AGAIN.with(TrustSettings.GREYLIST.key()));
        }
        if (!draft.scanners()) {
            notes.add(NOT_SCANNED);
        }
        return notes;
    }

    private static double weight(Examined examined, KnownSymbol known) {
        return examined.assessment()
                .symbols()
                .stream()
                .filter(symbol -> symbol.name().equals(known.name()))
                .mapToDouble(Symbol::weight)
                .sum();
    }

    private static byte[] octets(InputStream message) throws IOException {
        byte[] octets = message.readNBytes(LARGEST + 1);
        if (octets.length > LARGEST) {
            throw new RefusedException(TOO_LARGE.with(LARGEST));
        }
        return octets;
    }

    /** What people have in files often has lost its CR, with which it was signed. */
    static byte[] withLineEnds(byte[] octets) {
        ByteArrayOutputStream ended = new ByteArrayOutputStream(octets.length + octets.length / 32);
        for (byte octet : octets) {
            if (octet == '\r') {
                return octets;
            }
            if (octet == '\n') {
                ended.write('\r');
            }
            ended.write(octet);
        }
        return ended.toByteArray();
    }
}
