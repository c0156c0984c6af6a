package org.postern.content.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.content.Mails;

import java.util.ArrayList;
import java.util.List;

class MessageFeaturesTest {
    private static List<String> features(String mail) {
        List<String> found = new ArrayList<>();
        MessageFeatures.find(Mails.read(mail), new FeatureSink() {
            @Override
            public void add(Tag tag, CharSequence text, int from, int to) {
                found.add(tag.name() + text.subSequence(from, to));
            }

            @Override
            public boolean isFull() {
                return false;
            }
        });
        return found;
    }

    @Test
    void wordsAreTakenFoldedAndAsTheyAreWritten() {
        assertThat(features("Subject: Big\n\nBUY now!!\n"))
                .contains("subject:big", "subject:Big", "word:buy", "word:BUY", "word:now!!")
                .doesNotContain("word:NOW");
    }

    @Test
    void fieldsAreTakenByNameAndOrderButNotThoseOfTheWay() {
        assertThat(features(
                "Received: by x\nX-Spam-Flag: YES\nFrom: a\nTo: b\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nMessage-ID: <1@x>\nSubject: s\n\n\n"))
                .contains("field:From", "order:>from", "order:from>to", "order:to>subject", "from:a", "subject:s")
                .doesNotContain("to:b")
                .noneMatch(feature -> feature.matches("(?i).*(received|x-spam|yes|2024|message-id).*"));
    }

    @Test
    void linksAreTakenByHostAndPath() {
        assertThat(features("Content-Type: text/html\n\n<a href='http://www.buy.example/pills?now=1'>x</a>\n"))
                .contains("tag:a", "attribute:a href",
                        "scheme:http", "host:example", "host:buy.example", "host:www.buy.example", "path:pills",
                        "path:now");
    }

    @Test
    void partsAreTakenByTypeCharsetEncodingAndExtension() {
        assertThat(features(
                "Content-Type: text/plain; charset=Big5; name=A.TXT\nContent-Transfer-Encoding: base64\n\neA==\n"))
                .contains("type:text/plain",
                        "charset:big5", "encoding:BASE64", "extension:txt", "parts:1");
    }

    @Test
    void charactersAreTakenByFour() {
        assertThat(features("Subject: AbCde\n\nx  y\nz\n")).contains("subject-gram: abc", "subject-gram:abcd",
                "subject-gram:bcde", "gram: x y", "gram:x y ");
    }

    @Test
    void wordsThatNeverEndAreOneFeature() {
        assertThat(features("Subject: s\n\n" + "x".repeat(900) + "\n")).contains("long:9")
                .noneMatch(feature -> feature.startsWith("word:x"));
    }

    @Test
    void hiddenTextIsNotTaken() {
        assertThat(features("Content-Type: text/html\n\n<style>hidden</style>v<b></b>isible<!-- secret -->\n"))
                .contains("word:visible")
                .doesNotContain("word:hidden", "word:secret");
    }
}
