package org.postern.report.send;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.Lane;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.QueuedMail;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.signing.MailSigner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Lets letters wait where all mail waits, signed, in the lane of what may take its time. What cannot be delivered is told to nobody but the trace. */
public final class ParkedOutbox implements Outbox {
    private static final String NAME = "the reports";

    private final ParkedMessages parked;
    private final WaitingMail waiting;
    private final MailSigner signer;
    private final QueueIds ids;

    public ParkedOutbox(ParkedMessages parked, WaitingMail waiting, MailSigner signer, QueueIds ids) {
        this.parked = parked;
        this.waiting = waiting;
        this.signer = signer;
        this.ids = ids;
    }

    @Override
    public void hold(SentReport report, int number, ReportLetter letter, Instant now) {
        Message message = message(letter, now);
        QueuedMail mail = QueuedMail.of(message, Arrival.at(now)).in(Lane.BULK);
        parked.park(new ParkedMessage(key(report, number), mail, ParkedMessage.Reason.HELD, Optional.empty(),
                MailQueue.INCOMING, "until it is written down that it waits"));
    }

    private Message message(ReportLetter letter, Instant now) {
        Recipient to = new Recipient(new ForwardPath(letter.to()), Parameters.of(Map.of("NOTIFY", "NEVER")));
        try {
            return new Message(ids.next(),
                    new Envelope(ReversePath.of(letter.from()), Parameters.NONE, List.of(to)),
                    signer.signed(Content.of(letter.octets(now))));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static String key(SentReport report, int number) {
        String name = report.kind() + " " + report.day() + " " + report.domain() + " " + number;
        return "report:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void clear(SentReport report) {
        try {
            waiting.drop(keys(report, Letters.MOST), dropped -> {
            });
        } catch (QueueUnavailableException e) {
            throw new IllegalStateException("no queue was asked", e);
        }
    }

    @Override
    public void letGo(SentReport report, Instant now) {
        waiting.bringForward(keys(report, report.letters()), now, NAME);
    }

    private static List<String> keys(SentReport report, int most) {
        return IntStream.range(0, most).mapToObj(number -> key(report, number)).toList();
    }
}
