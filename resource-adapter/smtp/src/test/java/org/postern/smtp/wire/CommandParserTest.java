package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.mail.Domain;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class CommandParserTest {
    private static final Mailbox ALICE = new Mailbox("alice", new Domain("test.example"));

    private final CommandParser parser = new CommandParser(Optional.of(new Domain("home.example")), Set.of());

    private void assertCommand(String line, Command command) {
        assertThat(parser.parse(line)).isEqualTo(new Parsed.Valid<>(command));
    }

    private void assertViolation(String line, Violation violation) {
        assertThat(parser.parse(line)).isEqualTo(new Parsed.Invalid<>(violation));
    }

    @Test
    void readsMailWithItsParameters() {
        assertCommand("MAIL FROM:<>", new Command.Mail(ReversePath.NULL, Parameters.NONE));
        assertCommand("mail from:<alice@test.example>", new Command.Mail(ReversePath.of(ALICE), Parameters.NONE));
        assertCommand("MAIL FROM:<alice@test.example> size=10  BODY=8BITMIME X-FLAG ",
                new Command.Mail(ReversePath.of(ALICE),
                        Parameters.of(Map.of("SIZE", "10", "BODY", "8BITMIME", "X-FLAG", ""))));
    }

    @Test
    void readsRcptAndDropsASourceRoute() {
        Command expected = new Command.Rcpt(new ForwardPath(ALICE), Parameters.NONE);
        assertCommand("RCPT TO:<alice@test.example>", expected);
        assertCommand("RCPT TO:<@a.example:alice@test.example>", expected);
        assertCommand("RCPT TO:<@a.example,@[192.0.2.1],@b.example:alice@test.example>", expected);
    }

    @Test
    void knowsWhosePostmasterIsMeant() {
        Mailbox postmaster = new Mailbox("PostMaster", new Domain("home.example"));
        assertCommand("RCPT TO:<PostMaster>", new Command.Rcpt(new ForwardPath(postmaster), Parameters.NONE));
        assertViolation("MAIL FROM:<Postmaster>", Violation.DOMAIN_MISSING);
        assertThat(new CommandParser(Optional.empty(), Set.of()).parse("RCPT TO:<Postmaster>"))
                .isEqualTo(new Parsed.Invalid<>(Violation.DOMAIN_MISSING));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL                   | PATH_KEYWORD_MISSING
            MAIL TO:<a@b>          | PATH_KEYWORD_MISSING
            RCPT FROM:<a@b>        | PATH_KEYWORD_MISSING
            MAIL FROM: <a@b>       | SPACE_BEFORE_PATH
            MAIL FROM:a@b          | ANGLE_BRACKETS_MISSING
            MAIL FROM:<a@b         | DOMAIN
            RCPT TO:<>             | NULL_PATH_NOT_ALLOWED
            RCPT TO:<@a:b>         | DOMAIN_MISSING
            RCPT TO:<@a,b:c@d>     | SOURCE_ROUTE
            RCPT TO:<@a@b:c@d>     | SOURCE_ROUTE
            MAIL FROM:<a@b>x       | TRAILING_TEXT
            MAIL FROM:<a@b> =      | PARAMETER
            MAIL FROM:<a@b> A=     | PARAMETER
            MAIL FROM:<a@b> A=b=c  | PARAMETER
            MAIL FROM:<a@b> A a    | DUPLICATE_PARAMETER
            EHLO                   | ARGUMENT_MISSING
            EHLO a b               | NOT_A_DOMAIN
            VRFY                   | ARGUMENT_MISSING
            QUIT now               | ARGUMENT_NOT_ALLOWED
            FOO                    | UNKNOWN_COMMAND
            MAILX FROM:<a@b>       | UNKNOWN_COMMAND
            ''                     | UNKNOWN_COMMAND
            GET / HTTP/1.1         | FOREIGN_PROTOCOL
            """)
    void namesWhatStandsInTheWay(String line, Violation violation) {
        assertViolation(line, violation);
    }

    @Test
    void takesNoOtherLetterForOneOfAscii() {
        assertViolation("MA\u0131L FROM:<a@b>", Violation.UNKNOWN_COMMAND);
        assertViolation("R\u017fET", Violation.UNKNOWN_COMMAND);
        assertViolation("RCPT TO:<po\u017ftmaster>", Violation.DOMAIN_MISSING);
        assertViolation("RCPT TO:<a@[\u0131Pv6:::1]>", Violation.ADDRESS_LITERAL);
        assertViolation("MAIL FROM:<a@b> \u017fIZE=1", Violation.PARAMETER);
    }

    @Test
    void readsTheCommandsOfExtensions() {
        assertCommand("auth plain AGEAYg==", new Command.Auth("PLAIN", Optional.of("AGEAYg==")));
        assertCommand("AUTH SCRAM-SHA-256 ", new Command.Auth("SCRAM-SHA-256", Optional.empty()));
        assertCommand("BDAT 0", new Command.Bdat(0, false));
        assertCommand("bdat 99999999999999999999 last", new Command.Bdat(Long.MAX_VALUE, true));
        assertCommand("ETRN @test.example", new Command.Etrn("@test.example"));
        assertCommand("VRFY m\u00fcller smtputf8", new Command.Vrfy("m\u00fcller"));
        assertCommand("XCLIENT ADDR=192.0.2.1",
                new Command.Xclient(Parameters.of(Map.of("ADDR", "192.0.2.1"))));
        assertCommand("HELP data", new Command.Help("DATA"));
        assertViolation("AUTH " + "X".repeat(21), Violation.AUTH_ARGUMENT);
        assertViolation("BDAT 5 LAST now", Violation.CHUNK_SIZE);
        assertViolation("BDAT +5", Violation.CHUNK_SIZE);
        assertViolation("BDAT \u0665", Violation.CHUNK_SIZE);
        assertViolation("BDAT " + "1".repeat(21), Violation.CHUNK_FAR_TOO_BIG);
    }

    @Test
    void boundsThePath() {
        String domain = "d".repeat(61) + "." + "d".repeat(61) + "." + "d".repeat(61);
        assertThat(parser.parse("MAIL FROM:<" + "l".repeat(64) + "@" + domain + ".dd>").toOptional()).isPresent();
        assertViolation("MAIL FROM:<" + "l".repeat(64) + "@" + domain + ".ddddd>", Violation.PATH_TOO_LONG);
    }

    @Test
    void boundsTheParameters() {
        StringBuilder line = new StringBuilder("MAIL FROM:<a@b>");
        for (int i = 0; i < 33; i++) {
            line.append(" P").append(i);
        }
        assertViolation(line.toString(), Violation.TOO_MANY_PARAMETERS);
    }

    @Test
    void givesACommandOrAViolationForAnyText() {
        Random random = new Random(17);
        String[] pieces = {"MAIL", "RCPT", "EHLO", " ", " FROM:", " TO:", "<", ">", "@", ",", ":", "\"", "\\", "[", "]",
                "IPv6:", "::", "1.2.3.4", "a", "example.com", ".", "-", "=", "SIZE", "\t", "\u00fc", "\0", "postmaster",
                "{", "\ud800", "AUTH", "PLAIN", "BDAT", "99999999999999999999", "LAST", "ETRN", "#", "XCLIENT", "ADDR",
                "VRFY",
                "EXPN", " SMTPUTF8", "STARTTLS", "LHLO", "HELP", "\u4f8b", "\u0308", "+2B", ";"};
        for (int round = 0; round < 50_000; round++) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                line.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(parser.parse(line.toString())).isNotNull();
        }
    }
}
