package org.postern.contents;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.DataFolder;
import org.postern.mail.FiledContent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/**
 * Large content of mail in the gateway's own queues. The JMS message carries the name of a file, which belongs to this message
 * alone: one name more of the file in which the content arrived, so that content is written once on its way.
 *
 * <p>Why no crash loses mail: file and name are on the disk before the transaction is committed that brings the message into a queue,
 * and the name goes only after whatever follows from the message is durable elsewhere and the broker was told so, some seconds later.
 * Between the two there is always a name for each message. What a crash may leave is a name without a message, which {@link ContentSweep}
 * looks for. A message whose file is gone can only be one whose acknowledgement the broker has lost; it is put aside for a person.
 */
@Singleton
public class Contents {
    private final ContentFolder folder;
    private final LongSupplier nanos;
    private final SpentContents spent = new SpentContents();
    private final JournalRuns runs;
    /** Of earlier runs, since a message of which one was asked for. Only what lay in the queues at the start can be among them. */
    private final Set<String> taken = new HashSet<>();
    private Set<String> earlierRuns = Set.of();

    /**
     * The contents of one run of the gateway.
     *
     * @param data where they lie
     */
    @Inject
    public Contents(DataFolder data) {
        this(data, System::nanoTime);
    }

    /** The same with another time. */
    public Contents(DataFolder data, LongSupplier nanos) {
        this.folder = new ContentFolder(data.content());
        this.runs = new JournalRuns(data.journal());
        this.nanos = nanos;
    }

    /** Begins the run: the journal learns of it, and tells of those before. */
    public synchronized void begin() {
        try {
            earlierRuns = runs.begin(folder.run());
        } catch (IOException e) {
            ContentsLog.LOG.cannotLook(e.toString());
        }
    }

    /** {@return the place for what one transaction of the broker will refer to} */
    public PostedContents forPosting() {
        return new PostedContents(folder);
    }

    /**
     * {@return the content that a message refers to}
     *
     * @throws java.nio.file.NoSuchFileException when it is gone
     * @throws IOException when it cannot be read now
     * @throws IllegalArgumentException when this can be no name of a content
     */
    public synchronized FiledContent take(String name) throws IOException {
        spent.takeBack(name);
        FiledContent content = folder.find(name);
        if (!folder.isOfThisRun(name)) {
            taken.add(name);
        }
        return content;
    }

    /** All that followed from the message that refers to this content is durable: its file goes in a few seconds, if nobody takes it again. */
    public synchronized void spend(String name, long size) {
        spent.add(name, size, nanos.getAsLong());
    }

    /** Removes the files of messages that were dealt with some seconds ago. */
    public void removeSpent() {
        removeAll(spent::takeDue);
    }

    /** The same at the end of a run, when all that can be has been acknowledged: what stays stays for a week. */
    public void removeSpentAtTheEnd() {
        removeAll(spent::takeAtTheEnd);
    }

    private void removeAll(LongFunction<Optional<String>> spentAt) {
        while (removeOne(spentAt)) {
            // each under its own lock, so that nobody waits for all
        }
    }

    private synchronized boolean removeOne(LongFunction<Optional<String>> spentAt) {
        Optional<String> due = spentAt.apply(nanos.getAsLong());
        due.ifPresent(folder::discard);
        return due.isPresent();
    }

    /** {@return what earlier runs have left: those of which the journal knows, and others from before this time} */
    synchronized List<String> ofEarlierRuns(Instant before) throws IOException {
        return folder.ofEarlierRuns(earlierRuns, before);
    }

    /** Removes files that surely no message refers to, but for those that were asked for since the start; {@return how many} */
    synchronized int discardUntaken(Collection<String> names) {
        List<String> untaken = names.stream().filter(name -> !taken.contains(name)).toList();
        untaken.forEach(folder::discard);
        return untaken.size();
    }

    /** {@return all that may be names of contents within a text} */
    public static Set<String> namesIn(String text) {
        return ContentFolder.NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }
}
