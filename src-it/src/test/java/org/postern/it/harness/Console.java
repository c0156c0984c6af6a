package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen at the console: it keeps cookies, follows nothing by itself, and fills in forms. */
public final class Console {
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern NONCE = Pattern.compile("\\bnonce=\"([^\"]*)\"");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI root;
    private final Map<String, String> headers;
    private final HttpClient browser;

    private Console(Gateway gateway, Map<String, String> headers) {
        this(gateway, headers, "127.0.0.1");
    }

    private Console(Gateway gateway, Map<String, String> headers, String source) {
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .localAddress(InetAddress.ofLiteral(source))
                .build();
        root = URI.create("http://127.0.0.1:" + gateway.http() + "/");
        this.headers = Map.copyOf(headers);
    }

    /** {@return a browser in which nobody has logged in} */
    public static Console anonymous(Gateway gateway) {
        return new Console(gateway, Map.of());
    }

    /** {@return the same, which sends these header fields with each request} */
    public static Console with(Gateway gateway, Map<String, String> headers) {
        return new Console(gateway, headers);
    }

    /** {@return the same, from this address of loopback} */
    public static Console from(Gateway gateway, String source, Map<String, String> headers) {
        return new Console(gateway, headers, source);
    }

    /** {@return a browser in which the first administrator was made, and is logged in} */
    public static Console withFirstAdministrator(Gateway gateway, String name, String password) {
        try {
            Console console = anonymous(gateway);
            String token = Files.readString(gateway.data().resolve("setup-token")).strip();
            console.submit("setup?token=" + token, Map.of("name", name, "password", password, "again", password));
            return console;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logs in; {@return the answer: a redirect, when the password is right} */
    public HttpResponse<String> login(String name, String password) {
        return submit("login", Map.of("name", name, "password", password));
    }

    /** {@return the answer to a request for a page, such as {@code messages?q=alice}} */
    public HttpResponse<String> get(String page) {
        return send(HttpRequest.newBuilder(root.resolve(page)));
    }

    /** {@return what a person reads on a page: no tags, no superfluous blanks} */
    public String read(String page) {
        String body = get(page).body();
        return body.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("</?(bdi|wbr)\\b[^>]*>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    /** {@return a message's story, as soon as it holds this text} */
    public String awaitStory(String queueId, String text) {
        return Await.value("the story of " + queueId + " tells \"" + text + "\"", LIMIT, () -> {
            String story = read("message?id=" + queueId);
            return story.contains(text) ? java.util.Optional.of(story) : java.util.Optional.empty();
        });
    }

    /** Fills in the form of a page and presses its button; {@return the answer}. Fields are named without their form. */
    public HttpResponse<String> submit(String page, Map<String, String> values) {
        HttpResponse<String> shown = get(page);
        String body = shown.headers().firstValue("Location").map(place -> get(place).body()).orElseGet(shown::body);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(body);
        while (inputs.find()) {
            String name = attribute(inputs.group(), "name");
            String field = name.substring(name.indexOf(':') + 1);
            fields.put(name, values.getOrDefault(field, attribute(inputs.group(), "value")));
        }
        Matcher nonce = NONCE.matcher(body); // which a script of the page adds
        if (nonce.find()) {
            fields.putIfAbsent("primefaces.nonce", nonce.group(1));
        }
        String form = fields.entrySet()
                .stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        return post(page, form);
    }

    /** {@return the answer to a form that need not be one of the page's} */
    public HttpResponse<String> post(String page, String form) {
        return post(page, form, Map.of());
    }

    /** {@return the answer to such a form, with these header fields} */
    public HttpResponse<String> post(String page, String form, Map<String, String> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        fields.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return browser.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1).replace("&amp;", "&") : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
