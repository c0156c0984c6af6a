package org.postern.cli.mail;

import org.postern.cli.client.Address;
import org.postern.cli.client.Exit;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Session;

import java.nio.file.Path;
import java.util.List;

/** Messages that are handed to the classifier, one after another. */
final class Lessons {
    private static final int TOLD_EACH = 500;

    private final Session session;
    private final Address address;
    private int done;
    private int left;

    Lessons(Session session, Address address) {
        this.session = session;
        this.address = address;
    }

    /** Hands over all there are in these places. Fails where something was left out, when all of it was tried. */
    void all(List<String> paths) {
        paths.forEach(path -> MailFiles.each(Path.of(path), this::one));
        session.screen().text(done + (done == 1 ? " message, " : " messages, ") + left + " left out");
        if (left > 0) {
            session.screen().flush();
            throw Trouble.failed("");
        }
    }

    private void one(byte[] message, Path file) {
        try {
            if (message.length > MailFiles.LARGEST) {
                throw Trouble.failed("The message is larger than " + MailFiles.LARGEST + " octets.");
            }
            session.api().postMail(address, message);
            done++;
        } catch (Trouble trouble) {
            if (trouble.status() != Exit.FAILED) {
                throw trouble;
            }
            left++;
            session.screen().text(trouble.words() + "\n  in " + file);
        }
        if ((done + left) % TOLD_EACH == 0) {
            session.screen().text(done + left + " ...");
        }
    }
}
