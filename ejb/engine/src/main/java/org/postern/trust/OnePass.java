package org.postern.trust;

import org.postern.assessment.Symbol;
import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.content.MessageReader;
import org.postern.content.PassedOctets;
import org.postern.content.Exceeded;
import org.postern.content.ReadMessage;
import org.postern.content.attachment.AttachmentInspection;
import org.postern.content.attachment.Finding;
import org.postern.content.attachment.SeenFile;
import org.postern.mail.Content;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One pass over the content for all that needs its octets: hashes of the body, and the files in it.
 *
 * @param hashes those that were needed
 * @param exceeded what could not be looked at, and why
 * @param files what was found in its files
 * @param seen its files; empty where nobody has looked for them
 * @param judgement what the active model says of it
 */
record OnePass(BodyHashes hashes, Set<Exceeded> exceeded, List<Finding> files, Optional<List<SeenFile>> seen,
        Optional<Symbol> judgement) {
    private static final int BLOCK = 32 * 1024;

    /**
     * {@return what one pass gives; where nothing is needed, the content is not read at all}
     *
     * @param reading why the message is read, beside its body's hashes
     * @throws IOException when the content cannot be read
     */
    static OnePass over(Content content, HeaderSection header, Collection<BodyNeed> needs,
            Reading reading) throws IOException {
        BodyHasher hasher = BodyHasher.of(header, needs);
        if (reading.isNeeded()) {
            try (InputStream octets = new Hashed(content.open(), hasher)) {
                ReadMessage message = MessageReader.read(octets, reading.inspector());
                return new OnePass(hasher.end(), message.structure().exceeded(),
                        reading.files().map(AttachmentInspection::findings).orElse(List.of()),
                        reading.files().map(AttachmentInspection::files), reading.told(message));
            }
        }
        if (!needs.isEmpty()) {
            try (InputStream octets = content.open()) {
                pass(octets, hasher, new byte[Math.clamp(content.size(), 1, BLOCK)]);
            }
        }
        return new OnePass(hasher.end(), Set.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static void pass(InputStream octets, BodyHasher hasher, byte[] block) throws IOException {
        for (int read = octets.read(block); read >= 0; read = octets.read(block)) {
            hasher.update(block, 0, read);
        }
    }

    /** Octets that are hashed as somebody reads them. */
    private static final class Hashed extends PassedOctets {
        private final BodyHasher hasher;

        private Hashed(InputStream octets, BodyHasher hasher) {
            super(octets);
            this.hasher = hasher;
        }

        @Override
        protected void passed(byte[] octets, int offset, int length) {
            hasher.update(octets, offset, length);
        }
    }
}
