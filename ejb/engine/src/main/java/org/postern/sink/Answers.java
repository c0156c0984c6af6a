package org.postern.sink;

import org.postern.config.rule.Misbehaviour;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.tls.Protection;
import org.postern.mail.Recipient;
import org.postern.smtp.Reply;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What a sink answers to one attempt, as a server would. Rolls no dice: the same seed, attempt and recipient get the same answer again.
 *
 * @param misbehaviour how badly it behaves
 * @param seed of the message
 * @param attempt which one it is, from 1
 */
public record Answers(Misbehaviour misbehaviour, String seed, int attempt) {
    private static final int ALL = 100;
    private static final NextServer SERVER = new NextServer("sink", InetAddress.getLoopbackAddress(), 25);

    /** {@return whether the message is taken, and the connection cut before anybody is told} */
    public boolean isCut() {
        return misbehaviour.cut() > 0 && share("") < misbehaviour.cut();
    }

    /** {@return what is said of this recipient where the connection is not cut} */
    public Diagnosis of(Recipient recipient) {
        int share = share(recipient.mailbox().toString());
        if (share < misbehaviour.refuse()) {
            return new Diagnosis.Remote(SERVER, Reply.of(550, "5.1.1", "no such mailbox: the sink refuses on purpose"));
        }
        return share < misbehaviour.refuse() + misbehaviour.defer()
                ? new Diagnosis.Remote(SERVER, Reply.of(450, "4.2.0", "later: the sink puts off on purpose"))
                : taken();
    }

    /** {@return that the message is kept for good} */
    private static Diagnosis taken() {
        return new Diagnosis.Taken(SERVER, Reply.of(250, "2.0.0", "kept in the sink"), "kept for those who test",
                Diagnosis.Handover.FINAL);
    }

    /** {@return what it looks like when the connection is cut} */
    public static Diagnosis cut() {
        return new Diagnosis.Uncertain(SERVER,
                Reply.of(451, "4.4.2", SERVER + " may have taken the message, but did not say so: cut on purpose"),
                Protection.NONE);
    }

    /** {@return that nothing can be kept now} */
    public static Diagnosis full(String why) {
        return new Diagnosis.Remote(SERVER, Reply.of(451, "4.3.0", "the sink can keep nothing now: " + why));
    }

    /** {@return a number below a hundred, each as often as the other} */
    private int share(String whose) {
        CRC32 hash = new CRC32();
        hash.update((seed + ' ' + attempt + ' ' + whose).getBytes(StandardCharsets.UTF_8));
        return (int) (mixed(hash.getValue()) % ALL);
    }

    /** Names that differ in one letter have check sums that differ in few bits; from here on they differ in half of them. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return (mixed ^ (mixed >>> 31)) >>> 1;
    }
}
