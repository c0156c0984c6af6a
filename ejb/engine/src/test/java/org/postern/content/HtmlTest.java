package org.postern.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class HtmlTest {
    private final List<String> seen = new ArrayList<>();

    private String read(String html) {
        return Html.read(html, new Html.Visitor() {
            @Override
            public void tag(String name) {
                seen.add(name);
            }

            @Override
            public void attribute(String tag, String name, String value) {
                seen.add(tag + ' ' + name + '=' + value);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "<p>one<br>two</p> | ` one two `",
            "v<b>ia</b>gra | viagra",
            "v<!-- x -->ia | via",
            "a<style>b{}</style>c | `a  c`",
            "a<script>if (a<b) {}</script>c | `a  c`",
            "a<style>b{}</STYLE>c | `a  c`",
            "v<!-->ia | via",
            "v<!--->ia | via",
            "v<!-- x --!>ia | via",
            "v<!-- - -- x -->ia | via",
            "a &lt; b &amp; c&nbsp;d | a < b & c d",
            "&#118;&#x69;a | via",
            "v&shy;ia | via",
            "1 < 2 | 1 < 2",
            "a < | a <",
            "&unknown; & | &unknown; &",
            "&#99999999; | &#99999999;",
            "<p title='a>b'>c | ` c`",
            "<!-- never ends | ``"})
    void onlyWhatIsVisibleIsText(String html, String text) {
        assertThat(read(html)).isEqualTo(text);
    }

    @Test
    void tagsAndAttributesAreTold() {
        read("<A HREF=\"http://x.example/?a=1&amp;b=2\" target=_blank disabled><img/src='y'>");
        assertThat(seen).containsExactly("a", "a href=http://x.example/?a=1&b=2", "a target=_blank", "a disabled=",
                "img", "img src=y");
    }

    @Test
    void whatNeverEndsTakesNoTime() {
        read("<a ".repeat(300_000));
        read("<a b='".repeat(100_000));
        read("<a b=&".repeat(100_000));
        read("<!--".repeat(200_000));
        read("<script>".repeat(100_000));
        read("<!--".repeat(100_000));
        read("<!-- --!>".repeat(100_000));
        read("&#".repeat(300_000));
        assertThat(seen).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://a.example, a.example, ''", "HTTPS://user:pw@A.Example:8080/x?y, a.example, /x?y",
            "//a.example/x, a.example, /x",
            "http:\\\\a.example/x, '', ''", "mailto:a@b.example, '', ''", "/x//y, '', ''",
            "http://[::1]:80/, [::1]:80, /", "'  ftp://f.example ', f.example, ''",
            "http://, '', ''"})
    void aLinkHasAHostAndAPath(String reference, String host, String path) {
        assertThat(Links.of(reference).map(link -> link.host() + ' ' + link.path()).orElse(" "))
                .isEqualTo(host + ' ' + path);
    }

    @Test
    void linksAreFoundInText() {
        List<String> hosts = new ArrayList<>();
        Links.find("see http://a.example/x, (https://b.example) or <HTTP://c.example> and ://x :// y",
                link -> hosts.add(link.host()));
        assertThat(hosts).containsExactly("a.example", "b.example", "c.example", "x");
    }
}
