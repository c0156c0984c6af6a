package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.mail.Mailbox;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Wish;
import org.postern.sentence.Sentence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One session with a milter about one message: what it hears, and what it answers to each step. */
final class MilterSession {
    private static final Sentence.Form OF_VERSION = Sentence.form("milterOfVersionX", "a milter of version {0}");
    private static final Sentence.Form TOO_MUCH = Sentence.form("milterWantsMoreThanXChanges",
            "it wants more than {0} changes");
    private static final int VERSION = 6;
    private static final int OLDEST_VERSION = 2;
    private static final int ADD_HEADERS = 0x1;
    private static final int CHANGE_HEADERS = 0x10;
    private static final int QUARANTINE = 0x20;
    /** Many want to be allowed to take fields away, and seldom do; when they do, it is not done, and told. */
    private static final int ACTIONS = ADD_HEADERS | CHANGE_HEADERS | QUARANTINE;
    private static final int MOST_CHANGES = ScanResult.Found.MOST_WISHES;

    private final MilterWire wire;
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> undone = new ArrayList<>();
    private Optional<Wish> lastRefusal = Optional.empty();
    private int refused;
    private int protocol;
    private boolean bodySkipped;

    MilterSession(MilterWire wire) {
        this.wire = wire;
    }

    /** {@return whether the milter wants no more than it is offered} */
    boolean negotiate() throws ScannerFault, InterruptedException {
        wire.send('O', ByteBuffer.allocate(12).putInt(VERSION).putInt(ACTIONS).putInt(MilterStep.OFFERED).array());
        MilterWire.Packet packet = wire.receive();
        if (packet.command() != 'O' || packet.data().length < 12) {
            throw nonsense(packet);
        }
        ByteBuffer answer = ByteBuffer.wrap(packet.data());
        int version = answer.getInt();
        if (version < OLDEST_VERSION || version > VERSION) {
            throw new ScannerFault(OF_VERSION.with(String.valueOf(version)));
        }
        int actions = answer.getInt();
        protocol = answer.getInt();
        return (actions & ~ACTIONS) == 0 && (protocol & ~MilterStep.OFFERED) == 0;
    }

    boolean keepsLeadingSpace() {
        return (protocol & MilterStep.LEADING_SPACE) != 0;
    }

    /** {@return whether it has read enough of the body} */
    boolean isBodySkipped() {
        return bodySkipped;
    }

    /**
     * Tells a step; {@return what the milter makes of the message, if it has made up its mind}.
     *
     * @param macros names and values, by turns
     */
    Optional<ScanResult> step(MilterStep step, byte[] data, String... macros)
            throws ScannerFault, InterruptedException {
        if (!tell(step, data, macros)) {
            return Optional.empty();
        }
        return decided(answer(), step);
    }

    /** {@return whether an answer is due} */
    private boolean tell(MilterStep step, byte[] data, String... macros) throws ScannerFault, InterruptedException {
        if (step.isSpared(protocol)) {
            return false;
        }
        macros(step.command(), macros);
        wire.send(step.command(), data);
        return !step.isUnanswered(protocol);
    }

    private void macros(char command, String... macros) throws ScannerFault, InterruptedException {
        if (macros.length > 0) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.write(command);
            Arrays.stream(macros).forEach(text -> data.writeBytes((text.replace('\0', ' ') + "\0").getBytes(UTF_8)));
            wire.send('D', data.toByteArray());
        }
    }

    /** Tells a recipient, who may be refused without the others. */
    Optional<ScanResult> recipient(Mailbox mailbox, byte[] data) throws ScannerFault, InterruptedException {
        if (!tell(MilterStep.RCPT, data, "{rcpt_addr}", mailbox.toString())) {
            return Optional.empty();
        }
        MilterWire.Packet packet = answer();
        Optional<Wish> refusal = "rty".indexOf(packet.command()) >= 0 ? MilterReplies.wish(packet) : Optional.empty();
        if (refusal.isEmpty()) {
            return decided(packet, MilterStep.RCPT);
        }
        refused++;
        lastRefusal = refusal;
        findings.add(Finding.noted("RECIPIENT_REFUSED", mailbox.toString()));
        return Optional.empty();
    }

    /** {@return that the message is refused, if each of so many recipients is} */
    Optional<ScanResult> refusedByAll(int recipients) {
        return refused == recipients && refused > 0 ? lastRefusal.map(this::only) : Optional.empty();
    }

    private MilterWire.Packet answer() throws ScannerFault, InterruptedException {
        MilterWire.Packet packet = wire.receive();
        while (packet.command() == 'p') {
            packet = wire.receive();
        }
        return packet;
    }

    private Optional<ScanResult> decided(MilterWire.Packet packet, MilterStep step) throws ScannerFault {
        switch (packet.command()) {
            case 'c' -> {
                return Optional.empty();
            }
            case 'a' -> {
                return Optional.of(ScanResult.of(findings, List.of()));
            }
            case 's' -> {
                if (step != MilterStep.BODY || (protocol & MilterStep.SKIP) == 0) {
                    throw nonsense(packet);
                }
                bodySkipped = true;
                return Optional.empty();
            }
            default -> {
                return Optional.of(only(MilterReplies.wish(packet).orElseThrow(() -> nonsense(packet))));
            }
        }
    }

    private ScanResult only(Wish wish) {
        return ScanResult.of(findings, List.of(wish));
    }

    /** Tells that this was all; {@return what the milter makes of the message}. */
    ScanResult end(String... macros) throws ScannerFault, InterruptedException {
        macros('E', macros);
        wire.send('E', new byte[0]);
        MilterWire.Packet packet = answer();
        for (int changes = 0; isChange(packet); changes++) {
            if (changes == MOST_CHANGES) {
                throw new ScannerFault(TOO_MUCH.with(String.valueOf(MOST_CHANGES)));
            }
            packet = answer();
        }
        if (packet.command() != 'c' && packet.command() != 'a') {
            MilterWire.Packet last = packet;
            return only(MilterReplies.wish(packet).orElseThrow(() -> nonsense(last)));
        }
        return undone.isEmpty()
                ? ScanResult.of(findings, wishes)
                : new ScanResult.Unwilling("it wants to change what is not changed: " + String.join(", ", undone));
    }

    /** Notes a change that is wished for; {@return whether it was one}. */
    private boolean isChange(MilterWire.Packet packet) {
        switch (packet.command()) {
            case 'h' -> add(MilterFields.wished(packet.data(), 0));
            case 'i' -> add(MilterFields.wished(packet.data(), Math.min(Integer.BYTES, packet.data().length)));
            case 'q' -> wishes.add(new Wish.Quarantine(packet.text()));
            case 'm' -> undone.add("a header field");
            case 'b' -> undone.add("the body");
            case '+', '2', '-' -> undone.add("the recipients");
            case 'e' -> undone.add("the sender");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void add(Optional<Wish.AddField> field) {
        field.ifPresentOrElse(wishes::add, () -> undone.add("a field that is none"));
    }

    /** Takes leave. Who has gone already has said all before. */
    void quit() throws InterruptedException {
        try {
            wire.send('Q', new byte[0]);
        } catch (ScannerFault gone) {
            Thread.onSpinWait();
        }
    }

    private static ScannerFault nonsense(MilterWire.Packet packet) {
        return new ScannerFault(ScannerFault.NONE_BUT.with(String.valueOf(packet.command())));
    }
}
