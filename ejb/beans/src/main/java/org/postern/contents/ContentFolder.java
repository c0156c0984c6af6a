package org.postern.contents;

import org.postern.mail.Content;
import org.postern.mail.FiledContent;
import org.postern.mail.OwnerOnly;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Files of one folder, each of which is content that one message in a queue refers to by the file's name. A file is complete and on
 * the disk before a message refers to it, and nobody writes to it afterwards.
 *
 * <p>A name says of which folder it is, so that a file that is gone can be told from one that lies elsewhere, in a file system that is not
 * mounted, say; and in which run of the gateway it was given, so that what an earlier run has left can be told from what comes to be
 * now. It is 128 random bits more: no two files of all runs have one.
 */
final class ContentFolder {
    private static final String NUMBER = "[0-9a-z]{1,13}";
    static final Pattern NAME = Pattern.compile(NUMBER + "(-" + NUMBER + "){3}");
    /** The file with the number of the folder. */
    static final String ID = "folder.id";
    private static final int RADIX = 36;
    private static final int BLOCK = 64 * 1024;

    private final Path folder;
    private final RandomGenerator random = new SecureRandom();
    private final String run = number();
    private Optional<String> id = Optional.empty();

    ContentFolder(Path folder) {
        this.folder = folder;
    }

    private String number() {
        return Long.toUnsignedString(random.nextLong(), RADIX);
    }

    /** {@return whether a name can be that of a content: only such names are ever looked for} */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Keeps what this file holds under a name of its own; nothing is copied. The octets are on the disk on return, the name only after
     * {@link #forceNames}.
     *
     * @throws IOException when the file cannot have another name here, or cannot be forced; it then has none
     */
    String link(FiledContent content) throws IOException {
        String name = newName();
        Path file = folder.resolve(name);
        content.link(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            return name;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Keeps a copy under a name of its own, otherwise as {@link #link} does. */
    String copy(Content content) throws IOException {
        String name = newName();
        Path file = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(folder))) {
            try (OutputStream target = Channels.newOutputStream(channel)) {
                content.writeTo(target);
                channel.force(true);
            }
            return name;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private String newName() throws IOException {
        return prefix() + number() + "-" + number();
    }

    /** {@return with what the names of this run begin} */
    private String prefix() throws IOException {
        return id() + "-" + run + "-";
    }

    /** {@return the number of the folder, which is made if this is its first time} */
    private synchronized String id() throws IOException {
        Path file = folder.resolve(ID);
        if (id.isEmpty()) {
            if (!Files.exists(file)) {
                make(file);
            }
            id = Optional.of(number(file));
        } else if (!Files.exists(file)) {
            throw new IOException(folder + " is not the folder that it was");
        }
        return id.get();
    }

    private static String number(Path file) throws IOException {
        String number = Files.readString(file);
        if (!number.matches(NUMBER)) {
            throw new IOException(file
                    + " is damaged: it holds the first part of the names of the files beside it, and nothing else");
        }
        return number;
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
        forceNames(folder.toAbsolutePath().getParent());
        Path half = folder.resolve(ID + ".new");
        try (FileChannel channel = FileChannel.open(half,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                OwnerOnly.file(folder))) {
            channel.write(StandardCharsets.US_ASCII.encode(number()));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        forceNames();
    }

    /** Makes the names durable that were given so far. */
    void forceNames() throws IOException {
        forceNames(folder);
    }

    private static void forceNames(Path of) throws IOException {
        try (FileChannel names = FileChannel.open(of, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /**
     * {@return the content of this name}
     *
     * @throws java.nio.file.NoSuchFileException when there is none any more
     * @throws IOException when it cannot be read now, or lies in another folder than this one
     * @throws IllegalArgumentException when this is no name
     */
    FiledContent find(String name) throws IOException {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a content");
        }
        if (!name.startsWith(id() + "-")) {
            throw new IOException("the content " + name + " lies in another folder than " + folder);
        }
        Path file = folder.resolve(name);
        return new Kept(file, Files.size(file));
    }

    /** Gives the disk's room back; a file that cannot be removed is told of, and found after the next start. */
    void discard(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            ContentsLog.LOG.cannotRemove(name, e.toString());
        }
    }

    /** {@return the number of this run, as it stands in the names it gives} */
    String run() {
        return run;
    }

    /** {@return whether this run has given the name} */
    boolean isOfThisRun(String name) {
        return runOf(name).equals(run);
    }

    private static String runOf(String name) {
        return name.split("-", 3)[1];
    }

    /**
     * {@return the names of contents that earlier runs have left: of these runs, and others from before this time; other files are nothing
     * of ours}
     */
    List<String> ofEarlierRuns(Set<String> runs, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, id() + "-*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (isName(name) && !isOfThisRun(name)
                        && isFileOf(file, runs.contains(runOf(name)) ? Instant.MAX : before)) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    private static boolean isFileOf(Path file, Instant before) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(before);
    }

    /** {@return whether the disk has no room for so many octets more} */
    boolean isShortOf(long octets) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < octets;
        } catch (IOException e) {
            return false;
        }
    }

    private record Kept(Path file, long size) implements FiledContent {
        @Override
        public InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(file), BLOCK);
        }

        @Override
        public void link(Path name) throws IOException {
            Files.createLink(name, file);
        }
    }
}
