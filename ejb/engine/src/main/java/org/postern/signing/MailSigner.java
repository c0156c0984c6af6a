package org.postern.signing;

import org.postern.auth.FromField;
import org.postern.auth.dkim.DkimSigner;
import org.postern.auth.dkim.SigningKey;
import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Signs a message in the name of its author's domain, where that has keys: all authors in one From field must be of that very domain, and
 * whoever hands the message in must be allowed to write as each of them. The content is read once, 16 KB at a time, and not changed.
 *
 * <p>Never throws for what is in a message, nor where a signature fails: the message then goes on without. For all threads.
 */
public final class MailSigner {
    private static final int PIECE = 16 * 1024;

    private final DkimSigner signer;
    private final KeysInForce keys;
    private final Consumer<RuntimeException> teller;
    private volatile boolean failing;

    /** @param teller is given the first failure, and the first one after a signature that was made */
    public MailSigner(DkimSigner signer, KeysInForce keys, Consumer<RuntimeException> teller) {
        this.signer = signer;
        this.keys = keys;
        this.teller = teller;
    }

    /**
     * {@return what is to be put on top of the message}
     *
     * @param header of this content
     * @param may whether whoever hands it in may write as this author
     * @throws IOException when the content cannot be read
     */
    public Signatures sign(HeaderSection header, Content content, Predicate<Mailbox> may) throws IOException {
        if (keys.isEmpty()) {
            return Signatures.NONE;
        }
        List<Mailbox> authors = authors(header);
        Optional<Domain> domain = authors.stream().map(Mailbox::domain).findFirst();
        Optional<List<SigningKey>> own = domain.flatMap(keys::of);
        if (own.isEmpty() || !authors.stream().map(Mailbox::domain).allMatch(domain.get()::equals)) {
            return Signatures.NONE;
        }
        if (!authors.stream().allMatch(may)) {
            return Signatures.not("its sender may not write in the name of " + domain.get());
        }
        if (own.get().isEmpty()) {
            return Signatures.not("the keys of " + domain.get() + " cannot be opened on this node");
        }
        return signed(header, hashes(header, content), own.get());
    }

    /**
     * {@return a message that the gateway itself has written, signed if its domain has keys}
     *
     * @throws IOException when the content cannot be read
     */
    public Content signed(Content own) throws IOException {
        if (keys.isEmpty()) {
            return own;
        }
        byte[] fields = sign(HeaderSection.of(own), own, any -> true).fields();
        return fields.length == 0 ? own : Content.join(fields, own);
    }

    private static List<Mailbox> authors(HeaderSection header) {
        List<String> from = header.all("From");
        return header.isWellFormed() && from.size() == 1
                ? FromField.mailboxes(from.getFirst()).orElse(List.of())
                : List.of();
    }

    private Signatures signed(HeaderSection header, BodyHashes hashes, List<SigningKey> own) {
        try {
            Optional<byte[]> fields = signer.sign(header, hashes, own);
            failing = false;
            return fields.map(made -> Signatures.of(made, "signed by " + own.getFirst().domain()))
                    .orElse(Signatures.NONE);
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                teller.accept(e);
            }
            return Signatures.not("that failed, see the log");
        }
    }

    private static BodyHashes hashes(HeaderSection header, Content content) throws IOException {
        BodyHasher hasher = BodyHasher.of(header, List.of(DkimSigner.NEED));
        byte[] piece = new byte[PIECE];
        try (InputStream octets = content.open()) {
            for (int read = octets.read(piece); read >= 0; read = octets.read(piece)) {
                hasher.update(piece, 0, read);
            }
        }
        return hasher.end();
    }
}
