package org.postern.admin.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.content.OtherMail;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchivedMail;
import org.postern.archive.MailArchive;
import org.postern.mail.DomainSet;
import org.postern.mail.Message;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lets the content of mail in the sink and in the archive be looked at. */
@Singleton
public class ArchivedContents implements OtherMail {
    private final MailArchive archive;

    @Inject
    ArchivedContents(MailArchive archive) {
        this.archive = archive;
    }

    @Override
    public boolean look(String key, DomainSet domains, Reading reading) {
        return ArchivedMail.isKey(key)
                && archive.look(ArchivedMail.id(key), ArchiveFilter.everything().within(domains),
                        mail -> read(mail.message(), reading));
    }

    private static void read(Message message, Reading reading) {
        try {
            reading.of(message.id().text(), message.content());
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }
}
