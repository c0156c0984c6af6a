package org.postern.it.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Daemon;
import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.DkimKeyPair;
import org.postern.scan.ScanResult;
import org.postern.scan.Wish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** OpenDKIM as a milter, which signs what comes from one domain, and tells whose signature is good. */
class HearsOpenDkimAsMilterIT {
    private static final String PROGRAM = "/usr/sbin/opendkim";

    private static final String STRANGER = "192.0.2.8";

    private static final Daemon OPENDKIM = new Daemon();
    private static Asked asked;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(PROGRAM)), "opendkim is not installed");
        DkimKeyPair pair = DkimKeyPair.generate(Algorithm.RSA_SHA256);
        OPENDKIM.write("key.pem", "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(pair.privateKey().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
        OPENDKIM.write("published", "s1._domainkey.home.example " + pair.published().text() + "\n");
        String configuration = OPENDKIM.write("opendkim.conf", """
                Mode sv
                Domain home.example
                Selector s1
                KeyFile $FOLDER/key.pem
                InternalHosts 192.0.2.7
                TestPublicKeys $FOLDER/published
                AuthservID mx.example.net
                AlwaysAddARHeader yes
                RequireSafeKeys no
                Canonicalization simple/simple
                Socket inet:$PORT@127.0.0.1
                Background no
                Syslog no
                """);
        OPENDKIM.start(List.of(PROGRAM, "-f", "-x", configuration));
        asked = new Asked(OPENDKIM.folder(), """
                [[scanner]]
                name = "opendkim"
                kind = "milter"
                address = "127.0.0.1:%d"
                """.formatted(OPENDKIM.port()));
    }

    @AfterAll
    static void stop() {
        OPENDKIM.close();
    }

    private static String field(String message, String client) throws IOException, InterruptedException {
        ScanResult result = asked.of(message, client);
        assertThat(result).isInstanceOf(ScanResult.Found.class);
        List<Wish> wishes = ((ScanResult.Found) result).wishes();
        assertThat(wishes).singleElement().isInstanceOf(Wish.AddField.class);
        return wishes.getFirst().toString();
    }

    @Test
    void whatItSignsOnTopIsGoodToTheOctet() throws IOException, InterruptedException {
        String message = Asked.HEADER.replace("An order", "An order,\n\t folded  twice")
                + "\nTwo chairs, please.\n.\n\n\n" + "and more\n".repeat(30_000);
        String signature = field(message, Asked.CLIENT);
        assertThat(signature).startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=home.example; s=s1");
        String signed = signature.replace("\r\n", "\n") + message;
        assertThat(field(signed, STRANGER)).startsWith("Authentication-Results: mx.example.net;")
                .contains("dkim=pass");
        assertThat(field(signed + "more\n", STRANGER)).contains("dkim=fail");
    }

    @Test
    void whatItWouldTakeAwayIsNotTakenAway() throws IOException, InterruptedException {
        assertThat(asked.of("Authentication-Results: mx.example.net; dkim=pass\n" + Asked.HEADER + "\nTwo chairs\n",
                STRANGER)).isInstanceOf(ScanResult.Unwilling.class);
    }
}
