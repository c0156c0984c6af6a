package org.postern.admin.content;

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
import org.postern.mail.Message;
import org.postern.queue.WaitingMail;

import java.io.InputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what is in mail that waits, and lets files be taken out of it. All is empty for mail that no longer
 * waits. Few texts are looked at at a time; whoever comes then hears {@link org.postern.limit.BusyException}. */
@Desk
@Singleton
public class ContentDesk {
    /** So many are read at a time, each of which is a few megabytes in memory. */
    private static final int MOST_READ = 4;
    private static final String BUSY = "Others are looking at content now. Try again in a moment.";

    private final WaitingMail waiting;
    private final Bulkhead readers = new Bulkhead(MOST_READ);

    @Inject
    ContentDesk(WaitingMail waiting) {
        this.waiting = waiting;
    }

    /** {@return what the message is made of} */
    @Looks(value = Role.OPERATOR, ofDomains = true)
    public Optional<ShownMail> look(String key) {
        return reading(key, message -> {
            LeafParts parts = new LeafParts();
            ReadMessage read = read(message, parts);
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
        return reading(key, message -> {
            LongText text = new LongText(html);
            read(message, text);
            tells(message, html ? "as HTML" : "as text");
            List<SafeHtml> safe = text.texts().stream().map(html ? SafeHtml::of : SafeHtml::ofText).toList();
            return new SafeHtml(safe.stream().map(SafeHtml::html).collect(Collectors.joining("<hr>")),
                    text.isCut() || safe.stream().anyMatch(SafeHtml::cut));
        });
    }

    /** {@return one of its parts, by its number; to be closed} */
    @Acts(value = Role.OPERATOR, as = "file taken", ofDomains = true)
    public Optional<TakenFile> file(String key, int number) {
        return taken(key, (message, target) -> {
            PartCopy copy = new PartCopy(number, target.target());
            read(message, copy);
            copy.copied().flatMap(Part::fileName).ifPresent(target::named);
            tells(message, "part " + (number + 1) + ", " + target.size() + " octets");
            return copy.copied().isPresent();
        });
    }

    /** {@return all its octets; to be closed} */
    @Acts(value = Role.OPERATOR, as = "source taken", ofDomains = true)
    public Optional<TakenFile> source(String key) {
        return taken(key, (message, target) -> {
            message.content().writeTo(target.target());
            target.named(message.id().text() + ".eml");
            tells(message, target.size() + " octets");
            return true;
        });
    }

    private static void tells(Message message, String what) {
        Act.tells("message " + message.id().text(), "", what);
    }

    /** What is read of a message. */
    private interface Reading<T> {
        T of(Message message) throws IOException;
    }

    private <T> Optional<T> reading(String key, Reading<T> reading) {
        try (var _ = readers.enter(BUSY)) {
            return with(key, reading);
        }
    }

    private <T> Optional<T> with(String key, Reading<T> reading) {
        if (!Caller.ofWhom().isAll() && waiting.within(Caller.ofWhom(), List.of(key)).isEmpty()) {
            return Optional.empty();
        }
        List<T> read = new ArrayList<>();
        waiting.look(key, parked -> {
            try {
                read.add(reading.of(parked.mail().message()));
            } catch (IOException e) {
                throw new UncheckedIOException("the content cannot be read", e);
            }
        });
        return read.stream().findFirst();
    }

    private static ReadMessage read(Message message, PartInspector inspector) throws IOException {
        Content content = message.content();
        try (InputStream octets = content.open()) {
            return MessageReader.read(octets, inspector);
        }
    }

    /** What is copied of a message. */
    private interface Copying {
        /** {@return whether there is such a thing} */
        boolean to(Message message, TakenFile target) throws IOException;
    }

    private Optional<TakenFile> taken(String key, Copying copy) {
        Optional<TakenFile> taken = Optional.empty();
        try {
            TakenFile file = TakenFile.empty();
            try {
                taken = with(key, message -> copy.to(message, file)).filter(found -> found).map(found -> file);
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
