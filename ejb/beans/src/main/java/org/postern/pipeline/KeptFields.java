package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.Settings;
import org.postern.content.EncodedWords;
import org.postern.event.HeaderFacts;
import org.postern.event.TraceSettings;
import org.postern.mail.HeaderSection;

import java.util.Optional;

/** Takes from a header section what the trace keeps of it. Messages are private; whoever runs the gateway may not want their Subjects kept. */
@Singleton
public class KeptFields {
    /** Of a field so much is decoded; what is kept of it is shorter. */
    private static final int READ = 2000;

    private final Settings settings;

    @Inject
    KeptFields(Settings settings) {
        this.settings = settings;
    }

    HeaderFacts of(HeaderSection header) {
        Optional<String> subject = settings.get(TraceSettings.SUBJECT) ? header.first("Subject") : Optional.empty();
        return new HeaderFacts(header.first("Message-ID"), subject.map(KeptFields::decoded));
    }

    private static String decoded(String body) {
        return EncodedWords.decode(body.substring(0, Math.min(body.length(), READ)));
    }
}
