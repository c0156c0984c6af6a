package org.postern.it.refusal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What strangers write to keep a receiver busy: each is taken, and found out, and other mail passes behind it. */
@World.Shared
class OutlastsHostileContentIT {
    private static final String CLIENT = "203.0.113.230";
    private static final String DOMAIN = "hostile.example";
    /** What the log says of a session that ended by an error of our own. */
    private static final String SESSION_FAILED = "POSTERN1014";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern QUEUED = Pattern.compile("250 .* queued as (\\S+)");

    @AfterAll
    static void otherMailPasses(World world) throws IOException {
        isFound(world, "Subject: behind all that\n\nhonest\n", "SPF_PASS");
        assertThat(world.gateway().log()).doesNotContain(SESSION_FAILED);
    }

    private static String hand(World world, String domain, String content) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal())) {
            dialogue.send(("PROXY TCP4 " + CLIENT + " 198.51.100.1 40000 25\r\n").getBytes(ISO_8859_1));
            dialogue.hear();
            dialogue.say("EHLO client.example");
            return dialogue.mail("a@" + domain, "judge@test.example",
                    ("From: <a@" + domain + ">\n" + content).replace("\n", "\r\n").getBytes(ISO_8859_1));
        }
    }

    private static void isFound(World world, String content, String symbol) {
        isFound(world, DOMAIN, content, symbol);
    }

    /** What weighs much has to come again at first. */
    private static void isFound(World world, String domain, String content, String symbol) {
        world.dns().txt(DOMAIN, "v=spf1 ip4:" + CLIENT + " -all");
        String id = Await.value("it is taken", LIMIT, () -> {
            Matcher queued = QUEUED.matcher(hand(world, domain, content));
            return queued.find() ? Optional.of(queued.group(1)) : Optional.empty();
        });
        world.console().awaitStory(id, symbol);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return packed.toByteArray();
    }

    private static String attached(byte[] zip) {
        return "MIME-Version: 1.0\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=a.zip\n\n"
                + Base64.getMimeEncoder(76, new byte[]{'\n'}).encodeToString(zip) + "\n";
    }

    @Test
    void aThousandLevelsOfParts(World world) throws IOException {
        StringBuilder mail = new StringBuilder("MIME-Version: 1.0\n");
        for (int level = 0; level < 1000; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%1$04d\n\n--b%1$04d\n".formatted(level));
        }
        isFound(world, mail + "\nthe end\n", "MIME_DEPTH");
    }

    @Test
    void aHundredThousandParts(World world) throws IOException {
        isFound(world, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
                + "--x\n\na\n".repeat(100_000) + "--x--\n", "MIME_PARTS");
    }

    @Test
    void bombsInArchives(World world) throws IOException {
        byte[] flat = zip("zeros", new byte[40 << 20]);
        isFound(world, attached(flat), "FILE_BOMB");
        isFound(world, attached(zip("inner.zip", flat)), "FILE_BOMB");
    }

    @Test
    void archivesInArchivesWithoutEnd(World world) throws IOException {
        byte[] deep = zip("a.txt", new byte[]{'x'});
        for (int level = 0; level < 50; level++) {
            deep = zip("a.zip", deep);
        }
        isFound(world, attached(deep), "FILE_DEEP");
    }

    @Test
    void encodedWordsWithoutEnd(World world) throws IOException {
        String words = "=?utf-8?q?=41=\n ".repeat(10_000) + "=?x?b?" + "QUFB".repeat(1000);
        isFound(world, "Subject: " + words + "\n\nx\n", "SPF_PASS");
    }

    @Test
    void aHundredSignatures(World world) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (int number = 0; number < 100; number++) {
            mail.append("DKIM-Signature: v=1; a=rsa-sha256; d=s%d.%s; s=s; h=From; bh=AAAA; b=AAAA\n".formatted(number,
                    DOMAIN));
        }
        isFound(world, mail + "\nx\n", "DKIM_");
    }

    @Test
    void policiesThatLeadInACircle(World world) throws IOException {
        world.dns().txt("circle.example", "v=spf1 include:circle.example redirect=circle.example");
        isFound(world, "circle.example", "Subject: circle\n\nx\n", "SPF_PERMERROR");
    }

    @Test
    void answersOfTheDnsOfSixtyThousandOctets(World world) throws IOException {
        List<String> strings = Collections.nCopies(240, "v=spf1 ".concat("x".repeat(243)));
        world.dns().txt("long.example", strings).txt("_dmarc.long.example", strings);
        isFound(world, "long.example", "Subject: long\n\nx\n", "SPF_");
    }
}
