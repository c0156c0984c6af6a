package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.DataFolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is deployed beside the gateway, on a server of its own: what lies in the folder {@code deployments} of the data folder, with what the
 * server's scanner has noted beside it, and what somebody has deployed otherwise.
 */
@Singleton
public class Deployments {
    /** No more are told. */
    static final int MOST = 200;
    private static final String GATEWAY = "postern.ear";
    private static final Pattern ARCHIVE = Pattern.compile(".+\\.(?:jar|war|ear|rar)");
    private static final int LONGEST_REASON = 300;
    private static final int READ = 4_096;

    private final Path folder;
    private final ManagementTree tree;

    @Inject
    Deployments(DataFolder data, ManagementTree tree) {
        this.folder = data.deployments();
        this.tree = tree;
    }

    /** {@return all of them, those that last first; none on a server of somebody's own, which keeps its deployments itself} */
    public List<Deployment> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Deployment> all = new ArrayList<>(lasting());
        List<String> names = all.stream().map(Deployment::name).toList();
        tree.read("jboss.as:deployment=*", bean -> bean.key("deployment"))
                .stream()
                .filter(name -> !name.equals(GATEWAY) && !names.contains(name))
                .map(name -> new Deployment(name, Deployment.State.PASSING, ""))
                .forEach(all::add);
        return all;
    }

    private List<Deployment> lasting() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> ARCHIVE.matcher(name).matches())
                    .sorted()
                    .limit(MOST)
                    .map(this::of)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Deployment of(String name) {
        Optional<String> failure = failure(name);
        if (failure.isPresent()) {
            return new Deployment(name, Deployment.State.FAILED, failure.get());
        }
        if (is(name, ".deployed")) {
            return new Deployment(name, Deployment.State.DEPLOYED, "");
        }
        return new Deployment(name, is(name, ".undeployed")
                ? Deployment.State.UNDEPLOYED
                : Deployment.State.UNDER_WAY, "");
    }

    private boolean is(String name, String note) {
        return Files.exists(folder.resolve(name + note));
    }

    private Optional<String> failure(String name) {
        try (InputStream note = Files.newInputStream(folder.resolve(name + ".failed"))) {
            String reason = new String(note.readNBytes(READ), StandardCharsets.UTF_8).replaceAll("[\\s\\p{Cc}]+", " ")
                    .strip();
            return Optional.of(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
