package org.postern.auth.dkim;

import static org.postern.auth.dkim.Row.broken;
import static org.postern.auth.dkim.Row.fail;
import static org.postern.auth.dkim.Row.pass;
import static org.postern.auth.dkim.Row.policy;

import java.util.ArrayList;
import java.util.List;

/** What a signature covers, and how much of it may change. */
final class CoverRows {
    private static final String BODY = "one\r\ntwo\r\n";

    private CoverRows() {}

    static List<Row> canonicalizations() {
        List<Row> rows = new ArrayList<>();
        for (String c : List.of("simple", "relaxed", "simple/simple", "simple/relaxed", "relaxed/simple",
                "relaxed/relaxed")) {
            boolean fields = c.startsWith("relaxed");
            boolean body = c.endsWith("/relaxed");
            rows.add(pass(c, s -> s.tag("c", c)));
            rows.add(pass(c + ", Ed25519", s -> s.ed25519().tag("c", c)));
            rows.add(pass(c + ", empty lines behind the body", s -> s.tag("c", c).onTheWay(text -> text + "\r\n\r\n")));
            rows.add(pass(c + ", no empty lines behind the body",
                    s -> s.tag("c", c).onTheWay(text -> text.replaceAll("(\r\n)+$", "\r\n"))));
            rows.add(pass(c + ", no line end behind the body",
                    s -> s.tag("c", c).onTheWay(text -> text.replaceAll("(\r\n)+$", ""))));
            rows.add(either(fields, c + ", a field folded anew",
                    s -> s.tag("c", c).changed("Dinner  at\r\n\teight", "Dinner at eight"), "header"));
            rows.add(either(fields, c + ", the case of a name", s -> s.tag("c", c).changed("Subject:", "SUBJECT  :"),
                    "header"));
            rows.add(either(body, c + ", white space in the body", s -> s.tag("c", c).changed("we  lost", "we \t lost"),
                    "body"));
            rows.add(either(body, c + ", white space at the end of a line",
                    s -> s.tag("c", c).changed("game. \t", "game."), "body"));
            rows.add(fail(c + ", white space at the start of a line", s -> s.tag("c", c).changed("Are", " Are"),
                    "body"));
            rows.add(fail(c + ", an empty line within the body", s -> s.tag("c", c).changed("Are", "\r\nAre"), "body"));
        }
        rows.add(pass("nothing said of it is simple/simple", s -> s.draft(d -> d.without("c"))));
        rows.add(fail("simple, and a name's case", s -> s.draft(d -> d.without("c")).changed("To:", "to:"), "header"));
        return rows;
    }

    private static Row either(boolean passes, String name, java.util.function.UnaryOperator<Scene> change,
            String reason) {
        return passes ? pass(name, change) : fail(name, change, reason);
    }

    static final List<Row> BODIES = List.of(
            pass("an empty body, simple", s -> s.tag("c", "simple/simple").draft(d -> d.body(""))),
            pass("an empty body, relaxed", s -> s.draft(d -> d.body(""))),
            pass("a body of empty lines, relaxed, all of them lost",
                    s -> s.draft(d -> d.body("\r\n \r\n\t\r\n")).onTheWay(t -> t.replaceAll("\\s+$", "\r\n\r\n"))),
            pass("no empty line behind the header section",
                    s -> s.draft(d -> d.body("")).onTheWay(text -> text.substring(0, text.length() - 2))),
            pass("a body without a line end", s -> s.draft(d -> d.body("abc"))),
            pass("bare CR in the body", s -> s.draft(d -> d.body("a\rb \r c\r"))),
            pass("bare LF in the body", s -> s.draft(d -> d.body("a\nb \n c\n"))),
            pass("bare CR, simple", s -> s.tag("c", "simple/simple").draft(d -> d.body("a\r\r\nb\r"))),
            fail("bare LF that became CRLF", s -> s.draft(d -> d.body("a\nb\r\n")).changed("a\nb", "a\r\nb"), "body"),
            pass("all octets there are", s -> s.draft(d -> d.body(octets()))),
            pass("a bare CR in a field", s -> s.draft(d -> d.top("X-Odd: a\rb\r\n")).tag("h", "from:x-odd")));

    static final List<Row> TAMPERED = List.of(
            fail("From", s -> s.changed("From: Ann <ann", "From: Ann <eve"), "header section"),
            fail("To", s -> s.changed("To: bob", "To: eve"), "header section"),
            fail("Subject", s -> s.changed("Dinner", "Supper"), "header section"),
            fail("Date", s -> s.changed("2025", "2026"), "header section"),
            fail("From is gone", s -> s.changed("From: Ann <ann@example.com>\r\n", ""), "header section"),
            fail("the body", s -> s.changed("lost", "lose"), "body"),
            fail("a letter behind the body", s -> s.onTheWay(text -> text + "x"), "body"),
            fail("the body is gone", s -> s.onTheWay(text -> text.substring(0, text.indexOf("Hi Bob"))), "body"),
            fail("the hash of the body", s -> s.changed("bh=", "bh=AAAA"), "body"),
            fail("a tag that was added", s -> s.changed("v=1;", "v=1; t=5;"), "header section"),
            fail("a signed name that was left out", s -> s.changed("from:to:subject:date", "from:to:subject"),
                    "header section"),
            fail("the identity", s -> s.tag("i", "ann@example.com").changed("i=ann", "i=eve"), "header section"),
            fail("the end", s -> s.tag("x", "" + (Draft.NOW + 60)).changed("x=179", "x=189"), "header section"),
            fail("one letter of the signature", s -> s.onTheWay(text -> {
                int at = text.indexOf("; b=") + 10;
                return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
            }), "header section"), pass("white space within the signature", s -> s.onTheWay(text -> {
                int at = text.indexOf("; b=") + 10;
                return text.substring(0, at) + "\r\n \t" + text.substring(at);
            })), pass("a field that is not signed", s -> s.onTheWay(text -> "X-New: 1\r\n" + text)),
            broken("a line that is no field behind the signature",
                    s -> s.onTheWay(text -> text.replaceFirst("\r\nFrom", "\r\nno field\r\nFrom")), "no fields"));

    static final List<Row> LIMITS = List.of(
            pass("l= is all of the body", s -> s.draft(d -> d.body(BODY)).tag("l", "10")),
            pass("l= is all of it, and empty lines follow",
                    s -> s.draft(d -> d.body(BODY)).tag("l", "10").onTheWay(text -> text + "\r\n\r\n")),
            policy("l= is less than was there", s -> s.draft(d -> d.body(BODY)).tag("l", "5"), "only 5 of 10"),
            policy("something was added behind l=",
                    s -> s.draft(d -> d.body(BODY)).tag("l", "10").onTheWay(text -> text + "evil\r\n"),
                    "only 10 of 16"),
            policy("l=0", s -> s.draft(d -> d.body(BODY)).tag("l", "0"), "only 0 of 10"),
            pass("l=0 of an empty body", s -> s.draft(d -> d.body("")).tag("l", "0")),
            pass("l=2 of an empty body, simple", s -> s.tag("c", "simple").draft(d -> d.body("")).tag("l", "2")),
            fail("what is before the end of l= was changed",
                    s -> s.draft(d -> d.body(BODY)).tag("l", "5").changed("one", "eno"), "body"),
            fail("a limited signature of another header",
                    s -> s.draft(d -> d.body(BODY)).tag("l", "5").changed("To: bob", "To: eve"), "header section"),
            broken("l= is more than there is", s -> s.draft(d -> d.body(BODY)).tag("l", "11"), "more than the body"),
            broken("l= is more than anything", s -> s.draft(d -> d.body(BODY)).tag("l", "9".repeat(76)),
                    "more than the body"),
            broken("l= is no number", s -> s.tag("l", "ten"), "l= is no number"),
            broken("l= is negative", s -> s.tag("l", "-1"), "l= is no number"));

    private static String octets() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            all.append((char) i);
        }
        return all + "\r\n";
    }
}
