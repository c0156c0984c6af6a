package org.postern.admin.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.DataFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the applications beside the gateway stand, by what the server has noted beside them. */
class DeploymentsTest {
    @TempDir
    private Path data;

    private void put(String file, String text) throws IOException {
        Path folder = Files.createDirectories(data.resolve("deployments"));
        Files.writeString(folder.resolve(file), text);
    }

    private Deployments deployments() {
        return new Deployments(new DataFolder(data), new ManagementTree());
    }

    @Test
    void eachIsToldWithWhatTheServerHasNoted() throws IOException {
        put("a.war", "");
        put("a.war.deployed", "a.war");
        put("b.jar", "");
        put("c.ear", "");
        put("c.ear.undeployed", "c.ear");
        put("notes.txt", "");
        assertThat(deployments().all()).extracting(Deployment::toString)
                .containsExactly("application a.war: deployed", "application b.jar: not deployed yet",
                        "application c.ear: undeployed");
    }

    @Test
    void whyItFailedIsOneShortLine() throws IOException {
        put("a.war", "");
        put("a.war.failed", "WFLYCTL0080:\n\t no price list " + "x".repeat(2_000));
        assertThat(deployments().all()).singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Deployment.State.FAILED))
                .satisfies(one -> assertThat(one.why()).startsWith("WFLYCTL0080: no price list xxx").hasSize(301));
    }

    @Test
    void onAServerOfSomebodysOwnNothingIsTold() {
        assertThat(deployments().all()).isEmpty();
    }
}
