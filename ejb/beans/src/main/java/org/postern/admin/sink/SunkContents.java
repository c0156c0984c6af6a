package org.postern.admin.sink;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.content.OtherMail;
import org.postern.mail.DomainSet;
import org.postern.mail.Message;
import org.postern.sink.Sink;
import org.postern.sink.SinkFilter;
import org.postern.sink.SunkMail;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lets the content of mail in the sink be looked at. */
@Singleton
public class SunkContents implements OtherMail {
    private final Sink sink;

    @Inject
    SunkContents(Sink sink) {
        this.sink = sink;
    }

    @Override
    public boolean look(String key, DomainSet domains, Reading reading) {
        return SunkMail.isKey(key)
                && sink.look(SunkMail.id(key), SinkFilter.everything().within(domains),
                        message -> read(message, reading));
    }

    private static void read(Message message, Reading reading) {
        try {
            reading.of(message.id().text(), message.content());
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }
}
