package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.mail.Content;
import org.postern.mail.HeaderSection;
import org.postern.policy.Confidence;
import org.postern.policy.check.SenderRights;
import org.postern.receiver.SessionFacts;
import org.postern.signing.MailSigner;
import org.postern.signing.Signatures;

import java.io.IOException;

/**
 * Whose mail is signed: that of users, in whose name they may write; of clients of trusted networks, and of applications. A stranger's never is. It is
 * done once, before the 250, for all ways that the message takes.
 */
@Singleton
public class Signing {
    private final Confidence confidence;
    private final MailSigner signer;

    @Inject
    Signing(Confidence confidence, MailSigner signer) {
        this.confidence = confidence;
        this.signer = signer;
    }

    /** {@return what is added to a message that came by SMTP} */
    Signatures bySmtp(SessionFacts session, HeaderSection header, Content content) throws IOException {
        if (!confidence.isIn(session)) {
            return Signatures.NONE;
        }
        return signer.sign(header, content,
                author -> session.identity().map(user -> SenderRights.allow(user, author)).orElse(true));
    }

    /** {@return what is added to a message that an application has handed in} */
    Signatures local(HeaderSection header, Content content) throws IOException {
        return signer.sign(header, content, author -> true);
    }
}
