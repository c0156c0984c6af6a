package org.postern.contents;

import org.postern.mail.Content;
import org.postern.mail.FiledContent;
import org.postern.mail.JoinedContent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Contents to which the messages of one transaction refer. They go again with it, unless they may be referred to. Used by one thread.
 */
public final class PostedContents implements AutoCloseable {
    /** Octets in front of a file that a message carries itself; the trace field is one. */
    private static final int MOST_IN_FRONT = 64 * 1024;
    /** Room that names and the like take. */
    private static final long SOME = 1 << 20;

    /**
     * A content that is kept.
     *
     * @param front the octets that are not in the file, for the message to carry
     * @param name of the file with all others
     */
    public record Kept(Content front, String name) {}

    private final ContentFolder folder;
    private final List<String> names = new ArrayList<>();
    private boolean referredTo;

    PostedContents(ContentFolder folder) {
        this.folder = folder;
    }

    /**
     * Keeps a content for a message of the transaction: by one name more of the file it lies in or, where that cannot be, by a copy.
     *
     * @throws IOException when the content cannot be read, or the disk does not take it
     */
    public Kept keep(Content content) throws IOException {
        return switch (content) {
            case FiledContent file -> linked(Content.of(new byte[0]), file, content);
            case JoinedContent(Content front, FiledContent file) when front.size() <= MOST_IN_FRONT ->
                linked(front, file, content);
            default -> copied(content);
        };
    }

    private Kept linked(Content front, FiledContent rest, Content whole) throws IOException {
        String name;
        try {
            name = folder.link(rest);
        } catch (IOException | UnsupportedOperationException notHere) {
            return copied(whole);
        }
        return new Kept(front, added(name));
    }

    private Kept copied(Content content) throws IOException {
        return new Kept(Content.of(new byte[0]), added(folder.copy(content)));
    }

    private String added(String name) {
        names.add(name);
        return name;
    }

    /** Makes durable what was kept. To be called directly before the commit: from then on messages may refer to it. */
    public void force() throws IOException {
        if (!names.isEmpty()) {
            folder.forceNames();
        }
        referredTo = true;
    }

    /** The broker has refused the commit: no message refers to what was kept. */
    public void refused() {
        referredTo = false;
    }

    /** Removes what surely no message refers to. What a commit has left in doubt stays, and is found after the next start. */
    @Override
    public void close() {
        if (!referredTo) {
            names.forEach(folder::discard);
        }
    }

    /** {@return whether the disk is too full to keep this} */
    public boolean isShortOf(long octets) {
        return folder.isShortOf(octets + SOME);
    }
}
