package org.postern.cli.operate;

import org.postern.cli.client.Trouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a gateway, laid out for a start; nobody but its owner may look into it. */
final class DataFolder {
    /** What WildFly notes beside an application about the run that it is in. */
    private static final List<String> NOTES = List.of(".deployed", ".failed", ".pending", ".isdeploying",
            ".isundeploying");

    private DataFolder() {}

    /** Makes it, if it is not there. */
    static void make(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data.toAbsolutePath().getParent());
                folder(data);
            }
        } catch (IOException e) {
            throw Trouble.failed("cannot make the data folder " + data + ": this user may not write in "
                    + data.toAbsolutePath().getParent());
        }
        if (!Files.isWritable(data)) {
            throw Trouble.failed("the data folder " + data
                    + " is closed to this user, who may not write there: be its owner, or name another one (--data DIR)");
        }
    }

    /**
     * Lays it out. What is of the server is made anew at each start, so that a new build takes effect; what must last lies elsewhere in it. The token
     * of the run before would go to whatever has its port now.
     */
    static void layOut(Path data) {
        try {
            for (String name : List.of("db", "journal", "spool", "log", "tmp", "server", "deployments")) {
                folder(data.resolve(name));
            }
            forgetTheRunBefore(data.resolve("deployments"));
            for (String name : List.of("server/configuration", "server/deployments", "server/tmp", "local-token")) {
                remove(data.resolve(name));
            }
            Path server = Server.home().resolve("standalone");
            Path configuration = folder(data.resolve("server/configuration"));
            for (String file : List.of("postern.xml", "logging.properties", "mgmt-users.properties",
                    "mgmt-groups.properties")) {
                copy(server.resolve("configuration").resolve(file), configuration.resolve(file));
            }
            copy(server.resolve("deployments/postern.ear"),
                    folder(data.resolve("server/deployments")).resolve("postern.ear"));
        } catch (IOException e) {
            throw Trouble.failed("cannot lay out the data folder " + data + ": " + e);
        }
    }

    /** Each start tries every application again; one that a person has undeployed stays so. */
    private static void forgetTheRunBefore(Path deployments) throws IOException {
        try (Stream<Path> files = Files.list(deployments)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (NOTES.stream().anyMatch(file.toString()::endsWith)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Makes a file, or empties it, that nobody else may read. */
    static void secret(Path file) {
        try {
            Files.deleteIfExists(file);
            if (isPosix(file.getParent())) {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw Trouble.failed("cannot write " + file + ": " + e.getMessage());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        secret(to);
        Files.write(to, Files.readAllBytes(from));
    }

    private static Path folder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return path;
        }
        return isPosix(path.toAbsolutePath().getParent())
                ? Files.createDirectory(path,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(path);
    }

    private static boolean isPosix(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    private static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(one);
            }
        }
    }
}
