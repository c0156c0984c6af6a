package org.postern.net.scan;

import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.Secret;
import org.postern.mail.Content;
import org.postern.mail.Recipient;
import org.postern.net.Secrets;
import org.postern.scan.Finding;
import org.postern.scan.GuardedScanner;
import org.postern.scan.ScanResult;
import org.postern.scan.ScannedMail;
import org.postern.scan.Scanner;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Rspamd's normal worker, asked by HTTP (POST /checkv2). Follows nobody elsewhere, and reads no answer above {@value #MOST_ANSWER} octets. What
 * HTTP has no letters for in names and addresses is told as question marks.
 */
final class Rspamd implements Scanner {
    private static final Sentence NO_ANSWER = Sentence.form("noAnswer", "no answer").with();
    private static final Sentence NO_PASSWORD = Sentence.form("scannerHasNoPassword", "it has no password").with();
    private static final Sentence.Form STATUS = Sentence.form("httpStatusX", "status {0}");
    private static final int MOST_ANSWER = 1 << 19;
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_HEADER = 1000;
    private static final int OK = 200;
    private static final int TOO_LARGE = 413;

    private final ScannerRule rule;
    private final HttpClient http;
    private final URI address;

    /**
     * Of this rule.
     *
     * @param http that follows no redirects
     */
    Rspamd(ScannerRule rule, ScannerAddress.Tcp server, HttpClient http) {
        this.rule = rule;
        this.http = http;
        this.address = URI.create("http://" + server + "/checkv2");
    }

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public ScanResult scan(ScannedMail mail) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(rule.limits().time());
        WatchedContent content = new WatchedContent(mail.content());
        try {
            return result(answer(mail, content, deadline));
        } catch (ScannerFault fault) {
            content.throwFault();
            return new ScanResult.Unavailable(fault.sentence());
        }
    }

    /** A worker may close a connection that it has kept for the next message just when that comes, so a second one is tried. */
    private HttpResponse<byte[]> answer(ScannedMail mail, WatchedContent content, Deadline deadline)
            throws ScannerFault, IOException, InterruptedException {
        HttpRequest request = request(mail, content);
        try {
            return send(request, deadline);
        } catch (ConnectException refused) {
            throw new ScannerFault(ScannerFault.NO_CONNECTION.with(rule.address().toString()), refused);
        } catch (IOException first) {
            content.throwFault();
            try {
                return send(request, deadline);
            } catch (IOException second) {
                throw new ScannerFault(NO_ANSWER, second);
            }
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request, Deadline deadline)
            throws ScannerFault, IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER));
        try {
            return answer.get(deadline.millis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ScannerFault(ScannerFault.NOT_IN_TIME);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(ScannedMail mail, Content content) throws ScannerFault {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .POST(body(content))
                .header("IP", literal(mail))
                .header("From", words(mail.envelope().reversePath().address()))
                .header("Queue-Id", mail.queueId().text());
        mail.helo().ifPresent(helo -> request.header("Helo", words(helo)));
        mail.user().ifPresent(user -> request.header("User", words(user)));
        mail.clientName().ifPresent(name -> request.header("Hostname", words(name)));
        for (Recipient recipient : mail.envelope().recipients().stream().limit(MOST_RECIPIENTS).toList()) {
            request.header("Rcpt", words(recipient.mailbox().toString()));
        }
        Optional<Secret> password = rule.options().password();
        if (password.isPresent()) {
            request.header("Password", words(secret(password.get())));
        }
        return request.build();
    }

    private static String literal(ScannedMail mail) {
        return mail.client().getAddress().getHostAddress().replaceFirst("%.*", "");
    }

    private static String secret(Secret where) throws ScannerFault {
        try {
            return Secrets.read(where);
        } catch (IOException e) {
            throw new ScannerFault(NO_PASSWORD, e);
        }
    }

    private static BodyPublisher body(Content content) {
        BodyPublisher octets = BodyPublishers.ofInputStream(() -> {
            try {
                return content.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return content.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(octets, content.size());
    }

    private static String words(String text) {
        return Finding.printable(text, LONGEST_HEADER);
    }

    private ScanResult result(HttpResponse<byte[]> response) throws ScannerFault {
        if (response.statusCode() == TOO_LARGE) {
            return GuardedScanner.tooLarge(rule.limits());
        }
        if (response.statusCode() != OK) {
            throw new ScannerFault(STATUS.with(String.valueOf(response.statusCode())));
        }
        return RspamdAnswer.result(response.body(), rule.options().factor());
    }
}
