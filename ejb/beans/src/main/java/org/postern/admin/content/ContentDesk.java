package org.postern.admin.content;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.content.MessageReader;
import org.postern.content.Part;
import org.postern.content.PartInspector;
import org.postern.content.preview.LeafParts;
import org.postern.content.preview.LongText;
import org.postern.content.preview.PartCopy;
import org.postern.content.preview.SafeHtml;
import org.postern.content.ReadMessage;
import org.postern.limit.Bulkhead;
import org.postern.mail.Content;
import org.postern.mail.DomainSet;
import org.postern.mail.Message;
import org.postern.queue.WaitingMail;
import org.postern.sentence.Sentence;

import java.io.InputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what is in mail that waits, that nobody could process, or that is kept for those who test, and lets files be taken out of it. All is empty for mail that is not there
 * any more. Few texts are looked at at a time; whoever comes then hears {@link org.postern.limit.BusyException}. */
@Desk
@Singleton
public class ContentDesk {
    /** So many are read at a time, each of which is a few megabytes in memory. */
    private static final int MOST_READ = 4;
    private static final Sentence.Form MESSAGE = Sentence.form("auditContentMessageX", "message {0}");
    private static final Sentence.Form PART = Sentence.form("auditContentPartX", "part {0}");
    private static final Sentence.Form OCTETS = Sentence.form("auditContentXOctets", "{0} octets");
    private static final Sentence AS_HTML = Sentence.form("auditContentAsHtml", "as HTML").with();
    private static final Sentence AS_TEXT = Sentence.form("auditContentAsText", "as text").with();
    private static final Sentence BUSY = Sentence
            .form("contentBusy", "Others are looking at content now. Try again in a moment.")
            .with();

    private final WaitingMail waiting;
    private final Bulkhead readers = new Bulkhead(MOST_READ);
    private final List<OtherMail> others;

    @Inject
    ContentDesk(WaitingMail waiting, Instance<OtherMail> others) {
        this(waiting, others.stream().toList());
    }

    ContentDesk(WaitingMail waiting, List<OtherMail> others) {
        this.waiting = waiting;
        this.others = others;
    }

    /** {@return what the message is made of} */
    @Looks(value = Role.OPERATOR, ofDomains = true)
    public Optional<ShownMail> look(String key) {
        return reading(key, (name, content) -> {
            LeafParts parts = new LeafParts();
            ReadMessage read = read(content, parts);
            return new ShownMail(key, read.fields(), parts.found(), read.structure().exceeded(),
                    read.structure().size());
        });
    }

    /**
     * {@return its text, as content of a body that is safe in any page}
     *
     * @param html whether the HTML in it is wanted, and not its plain text
     */
    @Acts(value = Role.OPERATOR, as = "content read", ofDomains = true)
    public Optional<SafeHtml> text(String key, boolean html) {
        return reading(key, (name, content) -> {
            LongText text = new LongText(html);
            read(content, text);
            tells(name, html ? AS_HTML : AS_TEXT);
            List<SafeHtml> safe = text.texts().stream().map(html ? SafeHtml::of : SafeHtml::ofText).toList();
            return new SafeHtml(safe.stream().map(SafeHtml::html).collect(Collectors.joining("<hr>")),
                    text.isCut() || safe.stream().anyMatch(SafeHtml::cut));
        });
    }

    /** {@return one of its parts, by its number; to be closed} */
    @Acts(value = Role.OPERATOR, as = "file taken", ofDomains = true)
    public Optional<TakenFile> file(String key, int number) {
        return taken(key, (name, content, target) -> {
            PartCopy copy = new PartCopy(number, target.target());
            read(content, copy);
            copy.copied().flatMap(Part::fileName).ifPresent(target::named);
            tells(name, Sentence.joined(", ", List.of(PART.with(Integer.toString(number + 1)), octets(target.size()))));
            return copy.copied().isPresent();
        });
    }

    /** {@return all its octets; to be closed} */
    @Acts(value = Role.OPERATOR, as = "source taken", ofDomains = true)
    public Optional<TakenFile> source(String key) {
        return taken(key, (name, content, target) -> {
            content.writeTo(target.target());
            target.named(name + ".eml");
            tells(name, octets(target.size()));
            return true;
        });
    }

    private static Sentence octets(long size) {
        return OCTETS.with(Long.toString(size));
    }

    private static void tells(String name, Sentence what) {
        Act.tells(MESSAGE.with(name), Act.NOTHING, what);
    }

    /** What is read of a message. */
    private interface Reading<T> {
        T of(String name, Content content) throws IOException;
    }

    private <T> Optional<T> reading(String key, Reading<T> reading) {
        try (var _ = readers.enter(BUSY)) {
            return with(key, reading);
        }
    }

    private <T> Optional<T> with(String key, Reading<T> reading) {
        DomainSet domains = Caller.ofWhom();
        boolean mayWait = domains.isAll() || !waiting.within(domains, List.of(key)).isEmpty();
        List<T> read = new ArrayList<>();
        OtherMail.Reading adding = (name, content) -> read.add(reading.of(name, content));
        if (!mayWait || !waiting.look(key, parked -> read(parked.mail().message(), adding))) {
            elsewhere(key, domains, adding);
        }
        return read.stream().findFirst();
    }

    private void elsewhere(String key, DomainSet domains, OtherMail.Reading reading) {
        for (OtherMail other : others) {
            if (other.look(key, domains, reading)) {
                return;
            }
        }
    }

    private static void read(Message message, OtherMail.Reading reading) {
        try {
            reading.of(message.id().text(), message.content());
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }

    private static ReadMessage read(Content content, PartInspector inspector) throws IOException {
        try (InputStream octets = content.open()) {
            return MessageReader.read(octets, inspector);
        }
    }

    /** What is copied of a message. */
    private interface Copying {
        /** {@return whether there is such a thing} */
        boolean to(String name, Content content, TakenFile target) throws IOException;
    }

    private Optional<TakenFile> taken(String key, Copying copy) {
        Optional<TakenFile> taken = Optional.empty();
        try {
            TakenFile file = TakenFile.empty();
            try {
                taken = with(key, (name, content) -> copy.to(name, content, file)).filter(found -> found)
                        .map(found -> file);
            } finally {
                if (taken.isEmpty()) {
                    file.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be copied", e);
        }
        return taken;
    }
}
