package org.postern.auth.arc;

import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.auth.dkim.DkimKeys;
import org.postern.dns.TextDns;
import org.postern.mail.Content;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Runs the validation of one message. */
final class Chains {
    private Chains() {}

    static ArcResult result(String message, TextDns dns) throws IOException, InterruptedException {
        byte[] content = message.getBytes(StandardCharsets.ISO_8859_1);
        HeaderSection header = HeaderSection.of(Content.of(content));
        ArcValidation validation = new ArcValidator(new DkimKeys(dns, Runnable::run)).begin(header);
        BodyHasher hasher = BodyHasher.of(header, validation.needs());
        hasher.update(content, 0, content.length);
        return validation.result(hasher.end(), Duration.ZERO);
    }
}
