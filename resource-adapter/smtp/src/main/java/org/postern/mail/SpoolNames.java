package org.postern.mail;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names for files in which content lies while it is dealt with, and which go with it. A name says in which run of the server it was given,
 * so that what a killed one has left can be told from what is in use. Safe for many threads.
 */
public final class SpoolNames {
    private static final String NUMBER = "[0-9a-f-]{36}";

    private final String prefix;
    private final String ofThisRun;
    private final Pattern pattern;

    /**
     * Names of one kind in this run.
     *
     * @param kind lower-case letters with which they begin, of no other kind in the same folder
     */
    public SpoolNames(String kind) {
        prefix = kind + "-";
        ofThisRun = prefix + UUID.randomUUID() + "-";
        pattern = Pattern.compile(prefix + NUMBER + "-" + NUMBER);
    }

    /**
     * {@return a name that no file has}
     *
     * @param folder made if it is not there
     * @throws IOException when it can neither be used nor made
     */
    public Path next(Path folder) throws IOException {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
        return folder.resolve(ofThisRun + UUID.randomUUID());
    }

    /**
     * Removes the files of this kind that earlier runs have left. Others stay, and so do those of this run.
     *
     * @throws IOException when one cannot be removed, or the folder cannot be read; a folder that is not there holds nothing
     */
    public void removeLeftovers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (pattern.matcher(name).matches() && !name.startsWith(ofThisRun)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
