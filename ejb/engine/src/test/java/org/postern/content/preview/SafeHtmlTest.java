package org.postern.content.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SafeHtmlTest {
    private static String of(String stranger) {
        return SafeHtml.of(stranger).html();
    }

    @Test
    void keepsStructureAndText() {
        String table = "<table width=\"100\"><tbody><tr><td colspan=\"2\"><b>bold</b> &amp; plain</td></tr></tbody></table>";
        assertThat(of(table)).isEqualTo(table);
        assertThat(of("a <1> b")).isEqualTo("a &lt;1&gt; b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>steal()</script>", "<style>@import 'http://x.example/a'</style>",
            "<link rel=stylesheet href=http://x.example/a>",
            "<meta http-equiv=refresh content='0;url=http://x.example'>",
            "<base href=http://x.example/>", "<iframe src=http://x.example></iframe>",
            "<object data=http://x.example></object>", "<embed src=http://x.example>",
            "<svg><script>steal()</script><image href=http://x.example /></svg>",
            "<video src=http://x.example poster=http://x.example></video>", "<img src=http://x.example/pixel>",
            "<img src='//x.example/pixel'>", "<img src=cid:part>", "<img src='data:image/svg+xml;base64,AAAA'>",
            "<img src='data:text/html,x.example'>", "<img srcset='http://x.example 2x'>",
            "<math><mtext><table><mglyph><style><img src=http://x.example onerror=steal()>",
            "<noscript><p title='</noscript><img src=http://x.example onerror=steal()>'></noscript>",
            "<!--><img src=http://x.example onerror=steal()>-->", "<input type=image src=http://x.example>",
            "<frameset><frame src=http://x.example></frameset>"})
    void nothingThatABrowserWouldFetchOrRunIsLeft(String hostile) {
        assertThat(of("<p>before</p>" + hostile)).doesNotContain("x.example", "steal()\"", "onerror", "<script",
                "src=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p onclick=steal()>text", "<p style='background:url(http://x.example)'>text",
            "<p background=http://x.example>text", "<form action=http://x.example><p>text</form>",
            "<body onload=steal() background=http://x.example><p>text"})
    void attributesThatDoSomethingAreLeftOut(String hostile) {
        assertThat(of(hostile)).isEqualTo("<p>text</p>");
    }

    @Test
    void aLinkLeadsNowhereAndSaysWhereItHadLed() {
        assertThat(of("<a href='https://evil.example/a?b' target=_top>bank.example</a>"))
                .isEqualTo("<a title=\"https://evil.example/a?b\">bank.example \u2039evil.example\u203a</a>");
        assertThat(of("<a href='javascript:steal()'>x</a>")).doesNotContain("href");
        assertThat(of("<a name=x>y</a>")).isEqualTo("<a>y</a>");
    }

    @Test
    void aPictureIsKeptIfTheMessageHasItWithinAndElseItsWords() {
        assertThat(of("<img src='data:image/png;base64,AAAA' width=7 onload=x()>"))
                .isEqualTo("<img src=\"data:image/png;base64,AAAA\" width=\"7\">");
        assertThat(of("<img src=http://x.example alt='Our <logo>'>")).isEqualTo("[Our &lt;logo&gt;]");
    }

    @Test
    @Timeout(20)
    void whatTheRepairOfBrokenHtmlWouldMultiplyIsCut() {
        String fonts = IntStream.range(0, 400).mapToObj("<font size=%d>"::formatted).collect(Collectors.joining());
        SafeHtml safe = SafeHtml.of(fonts + "<p>x".repeat(120_000));
        assertThat(safe.cut()).isTrue();
        assertThat(safe.html().length()).isLessThan(5_000_000);
    }

    @Test
    @Timeout(20)
    void depthIsBounded() {
        for (String tag : new String[]{"<div>", "<table><tr><td>", "<b>", "<svg>", "<a href=x>", "<ul><li>",
                "<span a"}) {
            assertThat(SafeHtml.of(tag.repeat(LongText.MOST / tag.length())).html()).isNotNull();
        }
    }

    @Test
    void plainTextIsOnlyText() {
        assertThat(SafeHtml.ofText("a <b> & \"c\"\n</pre><script>").html())
                .isEqualTo("<pre dir=\"auto\">a &lt;b&gt; &amp; \"c\"\n&lt;/pre&gt;&lt;script&gt;</pre>");
    }
}
