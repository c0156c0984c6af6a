package org.postern.it.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hostile message that waits, as its content is asked for.
 *
 * @param id its queue id
 * @param key under which it waits
 */
record LookedAt(String id, String key) {
    private static final Pattern LOOK = Pattern.compile("[?&;]look=([^&\"#]+)");
    private static final String MESSAGE = """
            From: Mallory <mallory@evil.example>
            To: bob@hold.example
            Subject: =?utf-8?q?inv=E2=80=AEoice_<script>?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/html

            <p onclick=steal()>Dear <b>customer</b><script>steal()</script><img src=http://127.0.0.1:1/pixel>
            <a href=http://evil.example/login>bank.example</a>
            --x
            Content-Type: text/html; name="../../x\\"; evil=\\"\u202efdp.html"
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            PHNjcmlwdD5zdGVhbCgpPC9zY3JpcHQ+
            --x--
            """.replace("\n", "\r\n");

    /** {@return one that was handed in and waits now, as soon as an operator sees it wait} */
    static LookedAt parked(Gateway gateway, Console operator) throws IOException {
        String reply = SmtpDialogue.hand(gateway.smtp(), "mallory@evil.example", "bob@hold.example",
                MESSAGE.getBytes(UTF_8));
        assertThat(reply).startsWith("250");
        String id = reply.substring(reply.lastIndexOf(' ') + 1).strip();
        return Await.value("it waits", Duration.ofSeconds(60), () -> {
            Matcher look = LOOK.matcher(operator.get("message?id=" + id).body());
            return look.find()
                    ? Optional.of(new LookedAt(id, java.net.URLDecoder.decode(look.group(1), UTF_8)))
                    : Optional.empty();
        });
    }

    HttpResponse<String> page(Console console) {
        return console.get("message?id=" + id + "&look=" + encoded());
    }

    HttpResponse<String> text(Console console) {
        return console.get("content/text?as=html&key=" + encoded());
    }

    HttpResponse<String> file(Console console) {
        return console.post("content/file", "part=1&key=" + encoded());
    }

    HttpResponse<String> source(Console console) {
        return console.post("content/source", "key=" + encoded());
    }

    private String encoded() {
        return URLEncoder.encode(key, UTF_8);
    }
}
